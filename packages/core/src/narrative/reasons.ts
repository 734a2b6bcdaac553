/**
 * The reason that follows 主要原因：, up to the end of its sentence or the next 其中. Empty where nothing follows but
 * punctuation. A paragraph boundary right after the colon does not end it: real documents break the line there.
 */
export function readReason(text: string, from: number): string {
  let start = from;
  while (start < text.length && /[：，、\n是为]/.test(text[start]!)) start++;
  if (
    start > from &&
    text.slice(from, start).includes("\n") &&
    /^(?:[（]?[一二三四五六七八九十\d]+[）、.]|第[一二三四])/.test(text.slice(start, start + 4)) &&
    !listsReasons(text.slice(start, start + 80))
  ) {
    return "";
  }
  const rest = text.slice(start, start + 400);
  const end = /[。\n]|其中：|；(?=[^；。\n]{0,30}(?:决算|支出).{0,6}(?:为)?\d)/.exec(rest);
  return (end ? rest.slice(0, end.index) : rest).trim();
}

/** 主要原因是：/1、公务用车购置增加126.72万元，增加的原因是…: the reasons themselves, one by one. */
export function listsReasons(text: string): boolean {
  return /^[（(]?[1一][）)、.．][^。\n]{0,60}(?:增加|减少|增长|下降)的?(?:主要)?原因/.test(text);
}
