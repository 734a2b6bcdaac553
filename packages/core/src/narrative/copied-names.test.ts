import { expect, it } from "vitest";
import { keyText } from "../facts/key.ts";
import { readNarrative } from "./read.ts";

const CODES: Readonly<Record<string, string>> = { 行政单位离退休: "2080501", 事业单位离退休: "2080502" };

/** The amounts of items told as 社会保障和就业支出（类）行政事业单位养老支出（款）…（项）, each with its code behind. */
function keysOf(...items: readonly string[]): string[] {
  const text = items
    .map((item) => `社会保障和就业支出（类）行政事业单位养老支出（款）${item}。支出决算10.00万元。`)
    .join("\n");
  let id = 0;
  const stretches = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    hard: true,
  }));
  const { figures } = readNarrative([{ section: "general-expenditure.items", title: "具体情况", stretches }], {
    text,
    fiscalYear: 2025,
    pageOf: () => undefined,
    nextId: () => id++,
    resolver: { functional: (names) => CODES[names.at(-1)!] ?? names.join("/"), economic: () => undefined },
  });
  return figures.map(({ concept, dimensions }) => keyText(concept, dimensions));
}

it("takes the code behind a name that was told before as another item", () => {
  expect(keysOf("行政单位离退休（项）2080501", "行政单位离退休（项）2080502")).toEqual([
    "expenditure{fund=general,functional=2080501}",
    "expenditure{fund=general,functional=2080502}",
  ]);
});

it("takes the name where the code behind it is all that speaks against it", () => {
  expect(keysOf("行政单位离退休（项）2080502")).toEqual(["expenditure{fund=general,functional=2080501}"]);
});
