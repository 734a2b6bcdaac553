/**
 * A name as it is compared: one form of width and brackets, no space, no quotation marks. 社会保障和就业 and
 * 社会保障和就业支出 are one class, so the ending 支出 is dropped where something is left; 其它 is 其他.
 */
export function nameKeyOf(name: string): string {
  // Most names are Chinese characters alone; for those there is nothing to fold.
  const plain = /[^\u4e00-\u9fff]/.test(name)
    ? name
        .normalize("NFKC")
        .replace(/[\s\u200b“”"'‘’「」『』《》]/g, "")
        .replace(/[()〔〕[\]、，,·]/g, "")
    : name;
  const written = plain.startsWith("其它") ? `其他${plain.slice(2)}` : plain;
  return written.length > 4 && written.endsWith("支出") ? written.slice(0, -2) : written;
}

/** How alike others are to a name, 0 to 1, by their pairs of characters (Dice); below `least` the answer may be 0 at once. */
export function likenessTo(name: string, least = 0): (other: string) => number {
  let wanted: Map<string, number> | undefined;
  return (other) => {
    if (other === name) return 1;
    const total = Math.max(1, name.length + other.length - 2);
    const enough = (least * total) / 2;
    if (Math.min(name.length, other.length) - 1 < enough || !sharesPairs(name, other, enough)) return 0;
    wanted ??= pairs(name);
    let common = 0;
    for (const [pair, count] of pairs(other)) common += Math.min(count, wanted.get(pair) ?? 0);
    return (2 * common) / total;
  };
}

/** Whether at least so many pairs of `other` stand in the name: most names are told apart by a glance at the first few. */
function sharesPairs(name: string, other: string, enough: number): boolean {
  let missing = other.length - 1 - enough;
  for (let index = 0; index + 1 < other.length && missing >= 0; index++)
    if (!name.includes(other.slice(index, index + 2))) missing--;
  return missing >= 0;
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}
