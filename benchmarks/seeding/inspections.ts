import type { Table } from "@juesuan/core";
import { edit, isBody, paragraphsOf, type Maker, type Mistake } from "./mistake.ts";
import type { Original } from "./originals.ts";

// What inspections of disclosures report (财政部地方预决算公开检查: 及时性、完整性、细化程度、真实性、公开形式) and other kinds do not
// put: what was not broken down, left out or taken over from the budget.

/** Rows of one table, by their codes or labels, left out together. */
const rowsLeftOut =
  (tableId: string, wanted: RegExp, names: string): Maker =>
  ({ document, disclosure }) => {
    const bound = disclosure.tables.find(({ table, empty }) => table === tableId && !empty);
    const table =
      bound &&
      document.blocks.find(
        (block): block is Table =>
          block.kind === "table" &&
          block.start <= bound.source.end &&
          block.end >= bound.source.start &&
          block.cells.some(({ start }) => start >= bound.source.start),
      );
    if (!bound || !table) return undefined;
    const codes = bound.rows.filter(({ code }) => code !== undefined && wanted.test(code));
    const rows = new Set(
      codes.flatMap(({ source }) =>
        table.cells.filter(({ start, end }) => start >= source.start && end <= source.end).map(({ row }) => row),
      ),
    );
    const kept = bound.rows.filter(({ code }) => code !== undefined && !wanted.test(code));
    if (rows.size === 0 || kept.length === 0) return undefined;
    return {
      what: `${tableId}: ${rows.size} rows left out`,
      replaced: [],
      rows: [...rows].map((row) => ({ table, row })),
      names,
    };
  };

/** A stretch of the text taken out or written otherwise, in the section where it stands. */
const words =
  (pattern: RegExp, text: (match: RegExpExecArray) => string | undefined, names?: string): Maker =>
  (original, random) => {
    const found = paragraphsOf(original).flatMap(({ start, end }) =>
      [...original.document.text.slice(start, end).matchAll(new RegExp(pattern, "g"))].map((match) => ({
        at: start + match.index,
        match,
      })),
    );
    const chosen = random.pick(found);
    const put = chosen && text(chosen.match);
    if (!chosen || put === undefined || put === chosen.match[0]) return undefined;
    const { at, match } = chosen;
    const made = edit(`${match[0]} → ${put}`, { start: at, end: at + match[0].length, text: put });
    return names === undefined ? made : { ...made, names };
  };

/** A heading of the narrative that was taken over from the budget. */
const headingOfBudget: Maker = ({ document }, random) => {
  const block = random.pick(
    document.blocks.filter(
      ({ kind, start, end }) =>
        kind === "paragraph" && /^\s*[一二三四五六七八九十]+、.*决算.*说明\s*$/.test(document.text.slice(start, end)),
    ),
  );
  if (!block) return undefined;
  const at = block.start + document.text.slice(block.start, block.end).lastIndexOf("决算");
  return edit(`heading ${document.text.slice(block.start, block.end)} of the budget`, {
    start: at,
    end: at + 1,
    text: "预",
  });
};

const noteOfEmptyTable: Maker = (original, random) => {
  const { document } = original;
  const block = random.pick(
    document.blocks
      .filter(isBody)
      .filter(({ start, end }) => /本表(?:无数据|为空)|故本表|空表/.test(document.text.slice(start, end))),
  );
  if (!block) return undefined;
  const what = `note ${document.text.slice(block.start, block.end)}`;
  return { ...edit(what, { start: block.start, end: block.end, text: "" }), names: "没有说明为什么" };
};

/** Two shares of one sentence: each is wrong by itself, and both are to be told. */
export function twice(original: Original, random: Parameters<Maker>[1]): Mistake | undefined {
  const { document, disclosure } = original;
  const rates = disclosure.figures.filter(
    ({ source, dimensions, value }) =>
      source.table === undefined && dimensions.measure === "share" && Number(value) > 1 && Number(value) < 99,
  );
  const rate = random.pick(rates);
  if (!rate) return undefined;
  const end = document.text.indexOf("。", rate.source.start);
  const other = rates.find(
    ({ id, source }) => id !== rate.id && source.start > rate.source.start && source.start < end,
  );
  if (!other) return undefined;
  const wrong = (text: string): string => text.replace(/^\d/, (digit) => String((Number(digit) % 9) + 1));
  return edit(
    `${rate.text} and ${other.text} of one sentence`,
    { start: rate.source.start, end: rate.source.end, text: wrong(rate.text) },
    { start: other.source.start, end: other.source.end, text: wrong(other.text) },
  );
}

export const INSPECTIONS: Readonly<Record<string, Maker>> = {
  "table: not broken down to 项": rowsLeftOut("general-expenditure", /^\d{7}$/, "项"),
  "table: note of an empty one left out": noteOfEmptyTable,
  "heading: 预算 for 决算": headingOfBudget,
  "text: counts of receptions left out": words(
    /[，。；](?:国内公务接待|其中：国内公务接待)?\s*\d+\s*批次[，、]\s*\d+\s*人次/,
    () => "",
    "接待",
  ),
  "text: vehicles held left out": words(/(?<=。)[^。]*公务用车保有量[^。]*。/, () => "", "保有量"),
  "text: SMEs above the whole": words(
    /((?:授予中小企业|由中小企业供应商中标或成交的，)[^，。；]{0,12}?金额\s*)([\d.]+)(?=\s*万元)/,
    ([, lead, amount]) => `${lead}${(Number(amount) * 7 + 9999).toFixed(2)}`,
  ),
  "text: batches and persons exchanged": words(
    /(\d+)(\s*批次[，、]\s*)(\d+)(?=\s*人次)/,
    ([, batches, between, persons]) =>
      Number(batches) === 0 || batches === persons ? undefined : `${persons}${between}${batches}`,
  ),
  "text: reason contrary": words(
    /(?<=减少[\d.]+\s*万元[^。]{0,30}。(?:变动的)?主要(?:变动)?原因(?:是|：)\s*)[^。]+(?=。)/,
    () => "人员增加、经费增加",
    "人员增加、经费增加",
  ),
};
