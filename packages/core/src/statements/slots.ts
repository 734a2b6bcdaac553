/** A stretch of a wording: plain words, or a slot. */
export type WordingStretch = string | { readonly verb: string; readonly argument: string };

/** A wording cut at its slots; keys within a slot have braces of their own. */
export function stretchesOf(text: string): WordingStretch[] {
  const found: WordingStretch[] = [];
  let words = "";
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== "{") {
      words += text[at]!;
      continue;
    }
    const end = closing(text, at);
    if (words !== "") found.push(words);
    words = "";
    const slot = text.slice(at + 1, end);
    const space = slot.indexOf(" ");
    found.push(
      space < 0 ? { verb: slot, argument: "" } : { verb: slot.slice(0, space), argument: slot.slice(space + 1) },
    );
    at = end;
  }
  if (words !== "") found.push(words);
  return found;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  throw new RangeError(`a slot is not closed: ${text.slice(open)}`);
}
