import type { BoundFigure, Paragraph, Table } from "@juesuan/core";
import type { Random } from "../disclosures/random.ts";
import { CALCULATIONS } from "./calculations.ts";
import { INSPECTIONS } from "./inspections.ts";
import { edit, inTable, isAmount, isSomething, ofDigits, paragraphsOf, replaceFigure, type Maker } from "./mistake.ts";
import type { Original } from "./originals.ts";
import type { Replacement } from "./page.ts";

const digitsOf = (text: string): readonly number[] =>
  [...text].flatMap((character, index) => (/\d/.test(character) ? [index] : []));

function swapped(text: string, random: Random): string | undefined {
  const places = digitsOf(text);
  if (places.length < 2) return undefined;
  const at = random.integer(0, places.length - 2);
  const characters = [...text];
  [characters[places[at]!], characters[places[at + 1]!]] = [characters[places[at + 1]!]!, characters[places[at]!]!];
  const result = characters.join("");
  return /^0\d/.test(result) ? undefined : result;
}

function mistyped(text: string, random: Random): string {
  const at = random.pick(digitsOf(text));
  const digit = (Number(text[at]) + random.integer(1, 9)) % 10;
  return text.slice(0, at) + String(digit) + text.slice(at + 1);
}

function dropped(text: string, random: Random): string | undefined {
  const places = digitsOf(text).filter((place) => !text.includes(".") || place < text.indexOf("."));
  if (places.length < 2) return undefined;
  const at = random.pick(places);
  const result = (text.slice(0, at) + text.slice(at + 1)).replace(/^,/, "");
  return /^0\d/.test(result) ? undefined : result;
}

function movedPoint(text: string): string | undefined {
  const plain = text.replaceAll(",", "");
  const decimals = plain.split(".")[1]?.length ?? 0;
  return Number(plain) === 0 ? undefined : (Number(plain) * 10).toFixed(decimals);
}

function pointLeft(text: string): string | undefined {
  const plain = text.replaceAll(",", "");
  const decimals = plain.split(".")[1]?.length ?? 0;
  return decimals === 0 || Number(plain) < 1 ? undefined : (Number(plain) / 10).toFixed(decimals);
}

function doubled(text: string, random: Random): string | undefined {
  const places = digitsOf(text).filter((place) => !text.includes(".") || place < text.indexOf("."));
  const at = random.pick(places);
  return at === undefined || text.length < 3 ? undefined : text.slice(0, at) + text[at] + text.slice(at);
}

/** Two printed cells of one table, near each other. */
function neighbours({ disclosure }: Original, random: Random, along: "row" | "column"): readonly BoundFigure[] {
  const table = random.pick(disclosure.tables.filter(({ empty }) => !empty));
  if (!table) return [];
  const printed = table.cells.filter((cell) => cell.figure !== undefined);
  const cell = random.pick(printed);
  const other = random.pick(
    printed.filter(
      (one) =>
        one.block === cell?.block &&
        (along === "row"
          ? one.column === cell.column && Math.abs(one.row - cell.row) === 1
          : one.row === cell.row && Math.abs(one.column - cell.column) === 1),
    ),
  );
  if (!other) return [];
  const pair = [cell!, other].map(({ figure }) => disclosure.figures.find(({ id }) => id === figure)!);
  return pair[0]!.text === pair[1]!.text ? [] : pair;
}

const copied =
  (along: "row" | "column"): Maker =>
  (original, random) => {
    const [figure, other] = neighbours(original, random, along);
    return figure && other && replaceFigure(figure, other.text);
  };

const exchanged =
  (along: "row" | "column"): Maker =>
  (original, random) => {
    const [one, other] = neighbours(original, random, along);
    if (!one || !other) return undefined;
    return edit(
      `${one.source.table}: ${one.text} (${one.source.row}/${one.source.column}) ⇄ ${other.text}`,
      { start: one.source.start, end: one.source.end, text: other.text },
      { start: other.source.start, end: other.source.end, text: one.text },
    );
  };

/** One occurrence of words in the body replaced. */
const ofWords =
  (pattern: RegExp, replacement: (match: RegExpExecArray) => string | undefined): Maker =>
  (original, random) => {
    const found: { readonly at: number; readonly match: RegExpExecArray }[] = [];
    for (const { start, end } of paragraphsOf(original)) {
      const text = original.document.text.slice(start, end);
      for (const match of text.matchAll(new RegExp(pattern, "g"))) found.push({ at: start + match.index, match });
    }
    const chosen = random.pick(found);
    const text = chosen && replacement(chosen.match);
    if (chosen === undefined || text === undefined || text === chosen.match[0]) return undefined;
    const { at, match } = chosen;
    const around = original.document.text.slice(Math.max(0, at - 24), at + match[0].length + 24);
    return edit(`…${around}…: ${match[0]} → ${text}`, { start: at, end: at + match[0].length, text });
  };

const OPPOSITE: Readonly<Record<string, string>> = {
  增加: "减少",
  减少: "增加",
  增长: "下降",
  下降: "增长",
  大于: "小于",
  小于: "大于",
};

/** Sections of other parts than the narrative, and those below another. */
const ELSEWHERE = /responsibilities|institutions|glossary|annex|\./;

/** A run of paragraphs from a heading to the next of its kind. */
const sectionDropped: Maker = ({ disclosure, document }, random) => {
  const section = random.pick(
    disclosure.sections.filter(({ id, level }) => id !== undefined && level > 0 && !ELSEWHERE.test(id)),
  );
  if (!section) return undefined;
  const from = section.heading.start;
  const blocks = document.blocks.filter(({ start, end }) => end > from && start < Math.max(section.bodyEnd, from + 1));
  if (blocks.some(({ kind }) => kind === "table")) return undefined;
  return {
    ...edit(`section ${section.title}`, ...blocks.map(({ start, end }) => ({ start, end, text: "" }))),
    names: section.title.slice(0, 6),
  };
};

const NUMBERED_ITEM = /^\s*\d+[.、．].*（项）/;

const itemDropped: Maker = (original, random) => {
  const { document, disclosure } = original;
  const block = random.pick(
    paragraphsOf(original).filter(({ start, end }) => {
      const text = document.text.slice(start, end);
      return (
        NUMBERED_ITEM.test(text) && disclosure.figures.some(({ source }) => source.start >= start && source.end <= end)
      );
    }),
  );
  if (!block) return undefined;
  const text = document.text.slice(block.start, block.end);
  const { start, end } = block;
  const name = /（款）\s*([^（]+)/.exec(text)?.[1]?.trim() ?? "补列";
  return { ...edit(`item ${text.slice(0, 50)}`, { start, end, text: "" }), names: name };
};

const tablesOf = ({
  document,
  disclosure,
}: Original): readonly { readonly table: Table; readonly title: Paragraph | undefined; readonly id: string }[] =>
  disclosure.tables.flatMap(({ table: id, source }) => {
    if (id === undefined) return [];
    const at = document.blocks.findIndex((block) => block.kind === "table" && block.end > source.start);
    const table = document.blocks[at];
    if (table?.kind !== "table") return [];
    const title = document.blocks
      .slice(Math.max(0, at - 4), at)
      .find(
        (block): block is Paragraph =>
          block.kind === "paragraph" && /表\s*$/.test(document.text.slice(block.start, block.end)),
      );
    return [{ table, title, id }];
  });

const tableDropped: Maker = (original, random) => {
  const chosen = random.pick(tablesOf(original).filter(({ title }) => title));
  if (!chosen) return undefined;
  const { table, title, id } = chosen;
  const { document } = original;
  const between = document.blocks.filter(({ start, end }) => start >= title!.start && end <= table.end);
  const heading = document.text.slice(title!.start, title!.end).trim();
  return {
    ...edit(`table ${id}`, ...between.map(({ start, end }) => ({ start, end, text: "" }))),
    names: heading.slice(-8),
  };
};

const rowDropped: Maker = (original, random) => {
  const { disclosure, document } = original;
  const bound = random.pick(disclosure.tables.filter(({ table, empty }) => table !== undefined && !empty));
  if (!bound) return undefined;
  const row = random.pick(
    bound.rows.filter(
      ({ index, code, block }) =>
        code !== undefined &&
        block === undefined &&
        bound.cells.some((cell) => cell.row === index && cell.figure !== undefined),
    ),
  );
  if (!row) return undefined;
  const table = document.blocks.find(
    (block): block is Table => block.kind === "table" && block.start <= row.source.start && block.end >= row.source.end,
  );
  const cell = table?.cells.find(({ start, end }) => start <= row.source.start && end >= row.source.start);
  if (!table || !cell) return undefined;
  if (table.cells.some((one) => one.row < cell.row && one.row + one.rowSpan > cell.row)) return undefined;
  const what = `${bound.table}: row ${row.code} ${row.label}`;
  return { what, replaced: [], rows: [{ table, row: cell.row }], names: row.label };
};

const yearBy = (year: string): string => String(Number(year) - 1);

const yearInTitle: Maker = ({ document, disclosure }, random) => {
  const year = String(disclosure.fiscalYear);
  const block = random.pick(
    document.blocks.filter(
      (one): one is Paragraph =>
        one.kind === "paragraph" && one.role === "heading" && document.text.slice(one.start, one.end).includes(year),
    ),
  );
  if (!block) return undefined;
  const start = block.start + document.text.slice(block.start, block.end).indexOf(year);
  return edit(`heading ${document.text.slice(block.start, block.end)}`, { start, end: start + 4, text: yearBy(year) });
};

const amountToWords =
  (
    wanted: (figure: BoundFigure) => boolean,
    change: (text: string, figure: BoundFigure) => Replacement | undefined,
  ): Maker =>
  ({ document, disclosure }, random) => {
    const figure = random.pick(disclosure.figures.filter((one) => !inTable(one) && isSomething(one) && wanted(one)));
    const replaced = figure && change(document.text.slice(figure.source.start, figure.source.end + 6), figure);
    if (!figure || !replaced) return undefined;
    const around = document.text.slice(Math.max(0, figure.source.start - 24), figure.source.end + 12);
    return edit(`…${around}…: → ${replaced.text}`, replaced);
  };

const unitLost: Maker = amountToWords(isAmount, (text, { source }) => {
  const match = /^[\d,.]+\s*万元/.exec(text);
  return (
    (match && { start: source.start + match[0].length - 2, end: source.start + match[0].length, text: "元" }) ||
    undefined
  );
});

const percentLost: Maker = amountToWords(
  ({ unit }) => unit === "percent",
  (text, { source }) => {
    const match = /^[\d.]+\s*%/.exec(text);
    return match
      ? { start: source.start + match[0].length - 1, end: source.start + match[0].length, text: "" }
      : undefined;
  },
);

const leftover: Maker = amountToWords(isAmount, (_, { source }) => ({
  start: source.start,
  end: source.end,
  text: "XX",
}));

const copiedRate: Maker = ({ disclosure }, random) => {
  const rates = disclosure.figures.filter(
    (one) => !inTable(one) && one.dimensions.measure === "share" && isSomething(one),
  );
  const at = random.integer(1, Math.max(1, rates.length - 1));
  return rates[at] && replaceFigure(rates[at], rates[at - 1]!.text);
};

const reasonLost: Maker = ofWords(/(?<=。)[^。；]{0,24}主要(?:变动)?原因(?:是|：|:)[^。；]+。/, () => "");

const repeated: Maker = (original, random) => {
  const { document } = original;
  const found = paragraphsOf(original).flatMap(({ start, end }) =>
    [...document.text.slice(start, end).matchAll(/[^。]{16,}万元[^。]*。/g)].map((match) => ({
      at: start + match.index,
      text: match[0],
    })),
  );
  const chosen = random.pick(found);
  const end = chosen && chosen.at + chosen.text.length;
  return chosen && edit(`twice: ${chosen.text.slice(0, 60)}`, { start: end!, end: end!, text: chosen.text });
};

const otherDepartment: Maker = (original, random) => {
  const { document, disclosure } = original;
  const name = disclosure.department;
  if (name === undefined) return undefined;
  const places = paragraphsOf(original).flatMap(({ start, end }) =>
    [...document.text.slice(start, end).matchAll(new RegExp(name, "g"))].map(({ index }) => start + index),
  );
  const start = random.pick(places.slice(1));
  if (start === undefined) return undefined;
  const at = name.length - 2;
  return edit(`…${document.text.slice(start - 20, start + name.length + 10)}…`, {
    start: start + at,
    end: start + at + 1,
    text: name[at] === "政" ? "务" : "政",
  });
};

const tableUnit: Maker = (original, random) => {
  const { document } = original;
  const found = paragraphsOf(original).flatMap(({ start, end }) => {
    const at = document.text.slice(start, end).search(/单位：\s*万元/);
    return at < 0 ? [] : [start + document.text.indexOf("万元", start + at) - start];
  });
  const start = random.pick(found);
  return start === undefined ? undefined : edit(`unit of a table at ${start}`, { start, end: start + 2, text: "元" });
};

const economicItem: Maker = (original, random) => {
  const mistake = ofWords(/(?<=主要包括：[^。]*、)[^、，。；]{3,14}、/, () => "")(original, random);
  const [taken] = mistake?.replaced ?? [];
  return mistake && taken && { ...mistake, names: original.document.text.slice(taken.start, taken.end - 1) };
};

const cellEmptied: Maker = ofDigits(() => "", inTable);
const zero = (text: string): string => text.replace(/\d/g, "0").replace(/^[0,]+(?=\d)/, "");
const isTotal = ({ source }: BoundFigure): boolean =>
  /合计|总计/.test(source.row ?? "") || /合计/.test(source.column ?? "");

/** Kinds of mistakes as an auditor would put them into a document: those of the corpus, whose files stay as they are. */
export const CORPUS_MISTAKES: Readonly<Record<string, Maker>> = {
  "cell: digits swapped": ofDigits(swapped, inTable),
  "cell: digit wrong": ofDigits(mistyped, inTable),
  "cell: digit dropped": ofDigits(dropped, inTable),
  "cell: point moved": ofDigits(movedPoint, inTable),
  "cell: emptied": cellEmptied,
  "cell: total set to zero": ofDigits(zero, (figure) => inTable(figure) && isTotal(figure)),
  "cell: set to zero": ofDigits(zero, inTable),
  "cell: neighbouring row": copied("row"),
  "cell: neighbouring column": copied("column"),
  "cells swapped in a column": exchanged("row"),
  "cells swapped in a row": exchanged("column"),
  "row missing": rowDropped,
  "table missing": tableDropped,
  "table: unit 元 for 万元": tableUnit,
  "text: digits swapped": ofDigits(swapped, (figure) => !inTable(figure)),
  "text: digit wrong": ofDigits(mistyped, (figure) => !inTable(figure)),
  "text: point moved": ofDigits(movedPoint, (figure) => !inTable(figure) && isAmount(figure)),
  "text: set to zero": ofDigits(zero, (figure) => !inTable(figure) && isAmount(figure)),
  "text: share wrong": ofDigits(mistyped, (figure) => !inTable(figure) && figure.unit === "percent"),
  "text: share copied": copiedRate,
  "text: count wrong": ofDigits(mistyped, (figure) => !inTable(figure) && figure.unit === "count"),
  "text: 元 for 万元": unitLost,
  "text: percent sign missing": percentLost,
  "text: direction reversed": ofWords(/增加|减少|增长|下降/, ([word]) => OPPOSITE[word]),
  "text: 大于 for 小于": ofWords(/大于|小于/, ([word]) => OPPOSITE[word]),
  "text: 持平 for a change": ofWords(/(?:增加|减少)\s*[\d.]+\s*万元，(?:增长|下降)\s*[\d.]+\s*%/, () => "持平"),
  "text: year wrong": ofWords(/20\d\d(?=\s*年)/, ([year]) => yearBy(year)),
  "text: date of another year": ofWords(/(?<=截至\s*)20\d\d/, ([year]) => yearBy(year)),
  "heading: year wrong": yearInTitle,
  "text: XX left": leftover,
  "text: note of the blank left": ofWords(/。/, () => "（如持平作持平表述）。"),
  "text: reason missing": reasonLost,
  "text: sentence twice": repeated,
  "text: item missing": itemDropped,
  "section missing": sectionDropped,
  "text: department's name": otherDepartment,
  "text: economic item missing": economicItem,
};

/** Every kind of mistake. */
export const MISTAKES: Readonly<Record<string, Maker>> = {
  ...CORPUS_MISTAKES,
  "cell: digit doubled": ofDigits(doubled, inTable),
  "text: digit doubled": ofDigits(doubled, (figure) => !inTable(figure) && isAmount(figure)),
  "cell: point moved to the left": ofDigits(pointLeft, inTable),
  "text: point moved to the left": ofDigits(pointLeft, (figure) => !inTable(figure) && isAmount(figure)),
  ...CALCULATIONS,
  ...INSPECTIONS,
};
