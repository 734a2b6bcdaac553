/**
 * A name as it is compared: one form of width and brackets, no space, no quotation marks. 社会保障和就业 and
 * 社会保障和就业支出 are one class, so the ending 支出 is dropped where something is left.
 */
export function nameKeyOf(name: string): string {
  const plain = name
    .normalize("NFKC")
    .replace(/[\s\u200b“”"'‘’「」『』《》]/g, "")
    .replace(/[()〔〕[\]、，,·]/g, "");
  return plain.length > 4 ? plain.replace(/支出$/, "") : plain;
}

/** How alike two names are, 0 to 1, by their pairs of characters (Dice). */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const a = pairs(left);
  const b = pairs(right);
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  const total = Math.max(1, left.length + right.length - 2);
  return (2 * common) / total;
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}
