/**
 * Headings as Chinese official documents number them: 第一部分, 一、, （一）, 附件 1. They stand on their own line and
 * end without the punctuation of a sentence.
 */
const NUMBERED_HEADING =
  /^(第[一二三四五六七八九十百\d]+(部分|章|节)|[一二三四五六七八九十]{1,3}\s*[、.．]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]|附\s*[件表录]\s*[一二三四五六七八九十\d]*\s*[:：]?($|\s))/;
const SENTENCE_PUNCTUATION = /[。；，,;！？!?]|[:：]$/;
const LONGEST_HEADING = 60;
const LONGEST_CONTENTS_LINE = 240;

/** 第一部分 部门概况 ..... 4 页; also 一、部门职责……1 and 一、部门职责 <tab> 1. */
const CONTENTS_LINE = /\S.*?(?:(?:[.．…·‥⋯_—－-][\s]*){3,}|\t+)\s*[（(]?\s*-?\s*\d{1,4}\s*-?\s*[)）]?\s*页?$/;
const CONTENTS_LINE_ENDS = /[\d)）页-]/;
const CONTENTS_TITLE = /^目\s*[录次]$/;

/** Whether a line that no markup declares is a heading by its numbering. */
export function isNumberedHeading(text: string): boolean {
  const plain = withoutInlineMarkup(text);
  if (plain.length > LONGEST_HEADING || !NUMBERED_HEADING.test(plain)) return false;
  return !SENTENCE_PUNCTUATION.test(plain.replace(NUMBERED_HEADING, ""));
}

/** Whether a line leads to a page: 三、支出决算情况说明 ..... 10 页. */
export function isContentsLine(text: string): boolean {
  if (text.length > LONGEST_CONTENTS_LINE) return false;
  const plain = withoutInlineMarkup(text);
  // Few lines end like one, and the rest of the pattern tries every place of a line as its beginning.
  if (!CONTENTS_LINE_ENDS.test(plain.slice(-1))) return false;
  return CONTENTS_LINE.test(plain) && !/\t.*\t\s*\S+\t/.test(plain) && !/\d\s*\t/.test(plain);
}

export function isContentsTitle(text: string): boolean {
  return CONTENTS_TITLE.test(withoutInlineMarkup(text));
}

/** The words without `**`, `__`, `<b>` and the like: for recognising only, never for offsets. */
export function withoutInlineMarkup(text: string): string {
  return text.replaceAll(/\*\*|__|<\/?(?:b|i|u|em|strong|span|font)(?:\s[^<>]*)?>/gi, "").trim();
}

/** For comparing a line of the contents with the heading that it announces. */
export function comparable(text: string): string {
  return withoutInlineMarkup(text)
    .normalize("NFKC")
    .replaceAll(/(?:[.…·‥⋯_—-]\s*){3,}\d*\s*页?$|\s\s*\d{1,3}\s*页?$/g, "")
    .replaceAll(/\s/g, "");
}
