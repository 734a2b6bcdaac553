/** A physical line of a text; `start` and `end` leave out the line break and outer space. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** From the start of the line, space included: columns of an aligned table are counted from here. */
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly text: string;
  readonly blank: boolean;
  /** A page ends behind it: a form feed breaks the line. */
  readonly endsPage?: true;
}

const SPACE = /[\s\u3000\u200b\ufeff]/;

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|[\r\n\f\u2028\u2029]/g;
  let from = 0;
  for (;;) {
    const found = breaks.exec(text);
    const to = found ? found.index : text.length;
    const [start, end] = trimRange(text, from, to);
    const endsPage = found?.[0] === "\f" ? { endsPage: true as const } : {};
    lines.push({
      start,
      end,
      lineStart: from,
      lineEnd: to,
      text: text.slice(start, end),
      blank: start === end,
      ...endsPage,
    });
    if (!found) return lines;
    from = found.index + found[0].length;
  }
}

/** Where the words of a cell begin and end in its line, without the strokes and the space around it. */
export function withinStrokes(line: string): [number, number] {
  let start = 0;
  let end = line.length;
  while (start < end && /[|\s]/.test(line[start]!)) start++;
  while (end > start && /[|\s]/.test(line[end - 1]!)) end--;
  return [start, end];
}

/** The range without outer space. An empty range stays where it started. */
export function trimRange(text: string, start: number, end: number): [number, number] {
  let left = start;
  let right = end;
  while (left < right && SPACE.test(text[left]!)) left++;
  while (right > left && SPACE.test(text[right - 1]!)) right--;
  return left === right ? [start, start] : [left, right];
}
