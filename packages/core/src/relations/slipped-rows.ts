import { firstAtLeast } from "../document/sorted.ts";
import type { BoundFigure, BoundRow, BoundTable } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Source } from "../figure/figure.ts";
import { formatExact, readingOf } from "../figure/interval.ts";
import { tableOf } from "../tables/catalogue.ts";
import { isAmount, isZero, printed } from "./amounts.ts";
import { placeOf } from "./place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

/** A row of codes with what it prints in the column of totals. */
interface Line {
  readonly row: BoundRow;
  readonly code: string;
  readonly figure: BoundFigure | undefined;
}

/** An amount that belongs to one row and stands in another. */
interface Slipped {
  /** Positions in the list of lines. */
  readonly meant: number;
  readonly found: number;
}

/** So many amounts in the rows of others are no chance. */
const LEAST = 4;
/** Of the rows that disagree, the share whose amounts are found in other rows. */
const MOST = 0.7;
/** The items of expenditure that the table of “three public” expenses prints too. */
const TWINS: readonly (readonly [economic: string, item: string])[] = [
  ["30212", "overseas"],
  ["30217", "receptions"],
  ["30231", "vehicle-running"],
];
const FARTHEST = 3;

export const ROWS_SLIPPED: Relation = {
  id: "table.rows-slipped",
  title: { zh: "金额与科目错行", en: "Amounts slipped against the rows" },
  basis: {
    zh: "同一科目的金额在各表和说明中应当一致；复制粘贴时少选或多选几行，其后的金额就整体错位",
    en: "An item has one amount in every table and in the narrative; a block of cells pasted a few rows off shifts all that follow",
  },
  severity: "error",
  form: "agreement",
  first: true,
  purpose: {
    zh: "整列金额上移或下移几行时，指出错位从哪一行开始，而不是逐行报几十个不一致",
    en: "Where a column has moved up or down by some rows, says where that begins, instead of naming dozens of rows that disagree",
  },
  leavesOut: {
    zh: "至少四个科目的金额都能在同一方向的其他行找到，才判为错行；基本支出表须有两个以上“三公”科目的金额错开同样的行数",
    en: "Claimed only where the amounts of four items or more are found in other rows, all in one direction; in the table of basic expenditure where two items of “three public” expenses are off by the same number of rows",
  },
  *judge(context) {
    for (const table of context.disclosure.tables) {
      if (table.table === undefined || table.empty) continue;
      const lines = linesOf(context, table);
      const slipped =
        table.table === "basic-expenditure" ? slippedItems(context, lines) : slippedCodes(context, table, lines);
      const source: Source = { ...table.source, table: table.table, text: table.title ?? "" };
      if (slipped.length === 0) yield { outcome: "holds", sources: [source] };
      else yield violated(context, table, lines, slipped, source);
    }
  },
};

function example(amounts: readonly string[]): string {
  const rows = [
    ["205", "教育支出"],
    ["20502", "普通教育"],
    ["2050201", "学前教育"],
    ["2050202", "小学教育"],
    ["2050203", "初中教育"],
    ["2050204", "高中教育"],
    ["2050299", "其他普通教育支出"],
  ];
  const items = ["学前教育", "小学教育", "初中教育", "高中教育", "其他普通教育支出"];
  const truth = ["21.50", "8.60", "6.20", "5.15", "4.05"];
  return [
    "一般公共预算财政拨款支出决算表",
    "单位：万元",
    "",
    "| 支出功能分类科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |",
    "|---|---|---|---|---|",
    ...rows.map(([code, name], index) => `| ${code} | ${name} | ${amounts[index]} | ${amounts[index]} | |`),
    "",
    "五、一般公共预算财政拨款支出决算情况说明",
    "（三）一般公共预算财政拨款支出决算具体情况",
    ...items.map(
      (name, index) => `${index + 1}、教育支出（类）普通教育（款）${name}（项）。支出决算为${truth[index]}万元。`,
    ),
  ].join("\n");
}

/** The rows of codes in the order of print, each with its first amount of this year. */
function linesOf(context: CheckContext, table: BoundTable): Line[] {
  const first = new Map<string, BoundFigure>();
  const at = (block: number | undefined, row: number): string => `${block ?? 0}:${row}`;
  for (const cell of table.cells) {
    const figure = cell.figure === undefined ? undefined : context.figures.get(cell.figure);
    if (!figure || !isAmount(figure) || figure.dimensions.nature === "project") continue;
    const place = at(cell.block, cell.row);
    if (!first.has(place)) first.set(place, figure);
  }
  return table.rows.flatMap((row) => {
    const code = row.code?.replace(/\D/g, "");
    return code === undefined || code === "" ? [] : [{ row, code, figure: first.get(at(row.block, row.index)) }];
  });
}

/** Amounts of functional items that other tables, or the narrative, print for rows that print others. */
function slippedCodes(context: CheckContext, table: BoundTable, lines: readonly Line[]): readonly Slipped[] {
  const own = new Set(table.cells.flatMap(({ figure }) => figure ?? []));
  const slipped: Slipped[] = [];
  /** The lines that print an amount. */
  const printing = Map.groupBy(
    lines.flatMap(({ figure }, index) => (figure ? index : [])),
    (index) => Number(lines[index]!.figure!.value),
  );
  /** The amounts that other places print for the same quantity in the same unit. */
  const known = new Map<string, ReadonlySet<number>>();
  const elsewhere = ({ concept, dimensions, unit }: BoundFigure): ReadonlySet<number> => {
    const key = keyText(concept, dimensions);
    let values = known.get(`${key} ${unit}`);
    if (!values) {
      const others = (context.facts.get(key) ?? []).filter(
        (other) => !own.has(other.id) && other.unit === unit && !isZero(other),
      );
      known.set(`${key} ${unit}`, (values = new Set(others.map(({ value }) => Number(value)))));
    }
    return values;
  };
  let disagree = 0;
  for (const [meant, { code, figure }] of lines.entries()) {
    if (!figure || code.length < 3 || figure.dimensions.functional !== code) continue;
    const values = elsewhere(figure);
    if (values.size === 0 || values.has(Number(figure.value))) continue;
    disagree++;
    const [found] = [...values]
      .flatMap((value) => nearest(printing.get(value) ?? [], meant))
      .toSorted((one, other) => Math.abs(one - meant) - Math.abs(other - meant) || one - other);
    if (found !== undefined) slipped.push({ meant, found });
  }
  const up = slipped.filter(({ meant, found }) => found < meant);
  const way = up.length * 2 >= slipped.length ? up : slipped.filter(({ meant, found }) => found > meant);
  if (way.length < LEAST || way.length < MOST * disagree) return [];
  const distances = way.map(({ meant, found }) => found - meant);
  const [least, most] = [Math.min(...distances), Math.max(...distances)];
  // Classes and groups are in no narrative: what all funds together spent on them shows where theirs went.
  const told = new Set(way.map(({ meant }) => meant));
  const more = lines.flatMap(({ code, figure }, meant): Slipped[] => {
    if (!figure || told.has(meant) || code.length < 3 || figure.dimensions.functional !== code) return [];
    if (elsewhere(figure).size > 0) return [];
    const { fund: _, ...ofAll } = figure.dimensions;
    const values = elsewhere({ ...figure, dimensions: ofAll });
    if (values.size === 0 || values.has(Number(figure.value))) return [];
    const found = [...values]
      .flatMap((value) => printing.get(value) ?? [])
      .find((index) => index - meant >= least && index - meant <= most);
    return found === undefined ? [] : [{ meant, found }];
  });
  return [...way, ...more].toSorted((one, other) => one.meant - other.meant);
}

/** Of numbers that ascend, the next below and above one. */
function nearest(numbers: readonly number[], to: number): number[] {
  const at = firstAtLeast(numbers, to, (number) => number);
  const above = numbers[at] === to ? at + 1 : at;
  return [...numbers.slice(Math.max(0, at - 1), at), ...numbers.slice(above, above + 1)];
}

/** The items of “three public” expenses in the table of basic expenditure, all off by the same number of rows. */
function slippedItems(context: CheckContext, lines: readonly Line[]): readonly Slipped[] {
  const targets = TWINS.flatMap(([code, item]) => {
    const meant = lines.findIndex((line) => line.code === code);
    const figure = context.facts
      .get(keyText("three-public", { item }))
      ?.find(({ source }) => source.table !== undefined && source.table !== "basic-expenditure");
    return meant < 0 || !figure || isZero(figure) ? [] : [{ meant, figure }];
  });
  const at = (index: number, figure: BoundFigure): boolean => {
    const there = lines[index]?.figure;
    return there !== undefined && there.unit === figure.unit && same(there.value, figure.value);
  };
  if (targets.some(({ meant, figure }) => at(meant, figure))) return [];
  for (let distance = 1; distance <= FARTHEST; distance++) {
    for (const shift of [-distance, distance]) {
      const found = targets
        .filter(
          ({ meant, figure }) =>
            at(meant + shift, figure) && lines[meant]!.code.slice(0, 3) === lines[meant + shift]!.code.slice(0, 3),
        )
        .map(({ meant }) => ({ meant, found: meant + shift }));
      if (found.length >= 2) return found;
    }
  }
  return [];
}

function same(left: string, right: string): boolean {
  return Number(left) === Number(right);
}

const SHOWN = 3;

/** What the table says as it stands, and cannot be so. */
interface Consequence {
  readonly zh: string;
  readonly en: string;
  readonly figures: readonly BoundFigure[];
}

/** 基本支出 items above all that was spent on “three public” expenses, and a class that is not the sum of its items. */
function consequencesOfItems(context: CheckContext, lines: readonly Line[], family: string): readonly Consequence[] {
  const over = TWINS.flatMap(([code, item]) => {
    const figure = lines.find((line) => line.code === code)?.figure;
    const whole = context.facts
      .get(keyText("three-public", { item }))
      ?.find(({ source }) => source.table !== undefined && source.table !== "basic-expenditure");
    const limit = whole ? Number(whole.value) : 0;
    if (!figure || (whole && whole.unit !== figure.unit) || Number(figure.value) <= limit) return [];
    const name = lines.find((line) => line.code === code)!.row.label;
    return [
      {
        zh: `“${name}”${printed(figure)}大于“三公”经费表的${whole ? printed(whole) : "空白"}`,
        en: `${printed(figure)} of “${name}” is more than ${whole ? printed(whole) : "the blank"} in the table of “three public” expenses`,
        figures: [figure],
      },
    ];
  });
  const head = lines.find(({ code }) => code === family);
  const parts = lines.filter(({ code, figure }) => code.length === 5 && code.startsWith(family) && figure);
  const readings = [head?.figure, ...parts.map(({ figure }) => figure)].map((figure) => figure && readingOf(figure));
  const [whole, ...others] = readings.map((reading) => reading?.middle ?? NaN);
  const sum = others.reduce((total, amount) => total + amount, 0);
  const loose = readings.reduce((steps, reading) => steps + (reading?.step ?? 0) / 2, 0);
  const off = head?.figure && Math.abs(sum - whole!) > loose;
  return [
    ...over,
    ...(off
      ? [
          {
            zh: `各项之和${formatExact(sum, head.figure!.unit)}，不等于“${head.row.label}”的${printed(head.figure!)}`,
            en: `the items add up to ${formatExact(sum, head.figure!.unit)}, not to ${printed(head.figure!)} of “${head.row.label}”`,
            figures: [],
          },
        ]
      : []),
  ];
}

/** A total below the rows that another table, or the text, prints otherwise. */
function consequencesOfTotals(context: CheckContext, table: BoundTable, from: number): readonly Consequence[] {
  const own = new Set(table.cells.flatMap(({ figure }) => figure ?? []));
  const rows = new Set(
    table.rows.filter(({ level, index }) => level === "grand-total" && index > from).map(({ index }) => index),
  );
  for (const cell of table.cells) {
    const figure = rows.has(cell.row) && cell.figure !== undefined ? context.figures.get(cell.figure) : undefined;
    if (!figure || !isAmount(figure)) continue;
    const other = (context.facts.get(keyText(figure.concept, figure.dimensions)) ?? []).find(
      ({ id, unit, value }) => !own.has(id) && unit === figure.unit && !same(value, figure.value),
    );
    if (!other) continue;
    const place = placeOf(other.source);
    return [
      {
        zh: `合计行印作${printed(figure)}，${place.zh}为${printed(other)}`,
        en: `the total row prints ${printed(figure)}, ${place.en} ${printed(other)}`,
        figures: [figure],
      },
    ];
  }
  return [];
}

function violated(
  context: CheckContext,
  table: BoundTable,
  lines: readonly Line[],
  slipped: readonly Slipped[],
  source: Source,
): Judgement {
  const title = table.title ?? tableOf(table.table!)!.titles[0];
  const isBasic = table.table === "basic-expenditure";
  const distances = slipped.map(({ meant, found }) => Math.abs(meant - found));
  const [least, most] = [Math.min(...distances), Math.max(...distances)];
  const way = slipped[0]!.found < slipped[0]!.meant ? "上" : "下";
  const rows = least === most ? `${least}行` : `${least}至${most}行`;
  const samples = slipped.slice(0, SHOWN).map(({ meant, found }) => ({
    meant: lines[meant]!.row,
    found: lines[found]!.row,
    figure: lines[found]!.figure!,
  }));
  const start = Math.min(...slipped.flatMap(({ meant, found }) => [meant, found]));
  const family = lines[slipped[0]!.meant]!.code.slice(0, 3);
  const places = new Set(
    (isBasic ? lines.filter(({ code }) => code.startsWith(family)) : lines.slice(start)).map(
      ({ row }) => `${row.block ?? 0}:${row.index}`,
    ),
  );
  // Totals below the rows have moved with them.
  for (const row of table.rows)
    if (!isBasic && row.level === "grand-total" && row.index > lines[start]!.row.index)
      places.add(`${row.block ?? 0}:${row.index}`);
  const touched = table.cells.filter((cell) => places.has(`${cell.block ?? 0}:${cell.row}`));
  const consequences = isBasic
    ? consequencesOfItems(context, lines, family)
    : consequencesOfTotals(context, table, lines[start]!.row.index);
  // A group and its only item may share a name.
  const nameOf = ({ label, code }: BoundRow, other: BoundRow): string =>
    label === other.label && code !== undefined ? `${code}${label}` : label;
  const from = isBasic
    ? `“${lines.find(({ code }) => code === family)?.row.label ?? family}”各行`
    : `自“${lines[start]!.row.label}”行起`;
  return {
    outcome: "violated",
    message: {
      zh: `《${title}》${from}，金额与科目错位${way}移${rows}：${samples
        .map(
          ({ meant, found, figure }) => `“${nameOf(meant, found)}”的${printed(figure)}印在“${nameOf(found, meant)}”行`,
        )
        .join("，")}${slipped.length > SHOWN ? `等${slipped.length}处` : ""}${
        consequences.length === 0 ? "" : `；照现在的对应，${consequences.map(({ zh }) => zh).join("，")}`
      }`,
      en: `in “${tableOf(table.table!)!.en}” the amounts have moved ${way === "上" ? "up" : "down"} against the items by ${least === most ? least : `${least} to ${most}`} rows: ${samples
        .map(
          ({ meant, found, figure }) =>
            `${printed(figure)} of “${nameOf(meant, found)}” stands in row “${nameOf(found, meant)}”`,
        )
        .join(
          ", ",
        )}${consequences.length === 0 ? "" : `; as it stands, ${consequences.map(({ en }) => en).join(", ")}`}`,
    },
    figures: samples.map(({ figure }) => figure.id),
    sources: [
      source,
      ...samples.map(({ figure }) => figure.source),
      ...consequences.flatMap(({ figures }) => figures.map((figure) => figure.source)),
    ],
    culprits: samples.map(({ figure }) => ({ figure: figure.id, source: figure.source })),
    suggestion: {
      zh: "从错位的第一行起重新对应科目和金额，再核对合计",
      en: "Set the amounts against their items again from the first row that slipped, and check the totals",
    },
    explains: touched.flatMap(({ figure }) => figure ?? []),
    // An empty cell of those rows is as much out of place as a filled one.
    explainsAt: touched.flatMap(({ figure, source: cell }) => (figure === undefined ? [cell] : [])),
    // In the table of basic expenditure the class that heads the rows has not moved.
    displaces: !isBasic,
    key: table.table!,
  };
}

export const SLIPPED_ROW_RELATIONS: readonly Relation[] = [ROWS_SLIPPED];

export const EXAMPLES: RelationExamples = () => ({
  [ROWS_SLIPPED.id]: [
    { text: example(["45.50", "45.50", "21.50", "8.60", "6.20", "5.15", "4.05"]), holds: true },
    {
      text: example(["45.50", "21.50", "8.60", "6.20", "5.15", "4.05", "45.50"]),
      holds: false,
      message: "错位",
    },
  ],
});
