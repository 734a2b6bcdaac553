// How many columns text takes in a terminal: Chinese characters and full-width punctuation take two.

const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;

/** The columns of one character: 0, 1 or 2. */
function columnsOf(character: string): number {
  if (character.codePointAt(0)! < 0x7f) return character < " " ? 0 : 1;
  if (WIDE.test(character)) return 2;
  return ZERO.test(character) ? 0 : 1;
}

/** @example widthOf("决算 2023") // 9 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** Fills up to a width, on the right or, for figures, on the left. */
export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "left" ? text + space : space + text;
}

/** Cuts to a width, the cut marked by an ellipsis. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width <= 0) return "";
  let kept = "";
  let used = 0;
  for (const character of text) {
    const columns = columnsOf(character);
    if (used + columns > width - 1) break;
    kept += character;
    used += columns;
  }
  return `${kept}…`;
}

// 避头尾: what may not begin a line, and what may not end one.
const NOT_FIRST = /^[，。、；：？！）》〉】〕』」”’%％…·,.;:?!)\]}]/u;
const NOT_LAST = /[（《〈【〔『「“‘([{]$/u;

/**
 * Breaks into lines of at most `width` columns. Chinese breaks between any two characters, Latin words and numbers stay
 * whole where they fit, and punctuation neither begins a line that it should end nor ends one that it should begin.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) lines.push(...wrapParagraph(paragraph, Math.max(2, width)));
  return lines;
}

function wrapParagraph(text: string, width: number): string[] {
  const units = fit(unitsOf(text), width);
  const lines: string[] = [];
  let line = "";
  for (const unit of units) {
    if (line !== "" && widthOf(line) + widthOf(unit) > width && unit.trim() !== "") {
      lines.push(line.trimEnd());
      line = "";
    }
    if (line === "" && lines.length > 0 && unit.trim() === "") continue;
    line += unit;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** The smallest pieces that a line may be broken between. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  // A run of Latin letters, digits and the signs inside figures; or one character.
  for (const [piece] of text.matchAll(/[\w.+\-/@#&=]+|\s+|./gsu)) {
    const previous = units.at(-1);
    if (previous !== undefined && previous.trim() !== "" && (NOT_FIRST.test(piece) || NOT_LAST.test(previous))) {
      units[units.length - 1] = previous + piece;
    } else {
      units.push(piece);
    }
  }
  return units;
}

/** Pieces that are wider than a line are broken wherever they must. */
function fit(units: readonly string[], width: number): string[] {
  return units.flatMap((unit) => {
    if (widthOf(unit) <= width) return [unit];
    const parts: string[] = [];
    let part = "";
    for (const character of unit) {
      if (widthOf(part) + columnsOf(character) > width) {
        parts.push(part);
        part = "";
      }
      part += character;
    }
    return part === "" ? parts : [...parts, part];
  });
}

/** Lines with a first line's lead and the others set in as deep. */
export function hang(lead: string, text: string, width: number): string[] {
  const indent = " ".repeat(widthOf(lead));
  return wrap(text, width - widthOf(lead)).map((line, index) => (index === 0 ? lead : indent) + line);
}
