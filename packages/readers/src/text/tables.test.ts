import { expect, it } from "vitest";
import { splitLines, type Line } from "./lines.ts";
import { tableFinder } from "./tables.ts";

/** How often a line is looked at while tables are looked for from every line, for each line. */
function looksPerLine(line: (index: number) => string, count: number): number {
  const text = Array.from({ length: count }, (_, index) => line(index)).join("\n");
  let looks = 0;
  const lines = new Proxy<readonly Line[]>(splitLines(text), {
    get(target, name, receiver) {
      if (typeof name === "string" && /^\d+$/.test(name)) looks++;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  const tableAt = tableFinder(text, lines);
  for (let at = 0; at < count;) at = tableAt(at)?.to ?? at + 1;
  return looks / count;
}

it.each<[string, (index: number) => string]>([
  ["an amount to a line", (index) => `项目${index} ${index % 97}.25`],
  ["links parted by strokes", (index) => `新闻${index} | 公开`],
  ["words far apart", (index) => `甲${index}    乙`],
  ["words parted by tabs", (index) => `甲${index}\t乙`],
  ["a number to a line", (index) => `${index}.25`],
  ["titles over numbers", (index) => (index % 5 === 0 ? "收入决算表" : `${index}.25`)],
  ["sentences with amounts", (index) => `支出${index}.25万元，比上年增加1.20万元。`],
])("looks through a text of any length once: %s", (_, line) => {
  expect(looksPerLine(line, 4000)).toBeLessThan(1.2 * looksPerLine(line, 500) + 1);
});
