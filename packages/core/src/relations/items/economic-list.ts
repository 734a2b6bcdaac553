import type { BoundFigure, BoundTable } from "../../facts/disclosure.ts";
import { ECONOMIC_ITEMS } from "../../tables/economic-items.ts";
import { itemsMeant } from "../../tables/everyday-items.ts";
import { isZero, printed } from "../amounts.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { TINY, tinyDisclosure } from "../tiny.ts";
import { type NamedItem, namedItems } from "./named.ts";

// 经济分类科目: the items that the lists of personnel and public expenses name, and those with an amount in the table of basic expenditure.

const ECONOMIC_NAMES = new Map(ECONOMIC_ITEMS.map(([code, name]) => [code, name]));

const ECONOMIC_BY_NAME = new Map(
  ECONOMIC_ITEMS.flatMap(([code, ...names]) => names.map((name) => [economicKey(name), code] as const)),
);

function economicKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[()（）\s、，]/g, "")
    .replace(/(?:支出|费用|费)$/, "");
}

/** The economic item that a name stands for, where it is a name of the classification. */
function economicCode({ name, code }: NamedItem): string | undefined {
  const found = code ?? ECONOMIC_BY_NAME.get(economicKey(name));
  return found !== undefined && /^3\d{4}$/.test(found) ? found : undefined;
}

/** The amounts of the table of basic expenditure, by economic item; undefined where it was not read as a whole. */
function basicAmounts(
  context: CheckContext,
): { readonly table: BoundTable; readonly amounts: ReadonlyMap<string, BoundFigure | undefined> } | undefined {
  const table = context.disclosure.tables.find((entry) => entry.table === "basic-expenditure" && !entry.empty);
  if (!table) return undefined;
  const { start, end } = table.source;
  if (context.disclosure.unbound.some(({ source }) => start <= source.start && source.start < end)) return undefined;
  const amounts = new Map<string, BoundFigure | undefined>();
  for (const cell of table.cells) {
    const dimensions = cell.key?.dimensions;
    const code = dimensions?.economic;
    if (
      code === undefined ||
      !/^3\d{4}$/.test(code) ||
      dimensions?.stage !== undefined ||
      dimensions?.measure !== undefined
    )
      continue;
    const figure = cell.figure === undefined ? undefined : context.figures.get(cell.figure);
    if (figure || !amounts.has(code)) amounts.set(code, figure);
  }
  return amounts.size < 5 ? undefined : { table, amounts };
}

const BASIC = (personnel: string): string =>
  `六、一般公共预算财政拨款基本支出决算情况说明\n\n一般公共预算财政拨款基本支出10.00万元。其中：人员经费9.00万元，主要包括：${personnel}；公用经费1.00万元，主要包括：办公费。`;

export const ECONOMIC_LIST: Relation = {
  id: "items.economic-list",
  title: { zh: "所列经济科目与基本支出表不符", en: "Economic items named and items spent" },
  basis: {
    zh: "公开格式第六节：人员经费、公用经费“主要包括”的科目取自基本支出决算表，不涉及的不列",
    en: "Section six of the form names the economic items of the table of basic expenditure; those not used are not named",
  },
  severity: "error",
  form: "agreement",
  purpose: {
    zh: "说明里写到的科目，表中应有金额；表中有金额的科目，说明里应写到——一列一行错位时，往往正好一个多、一个少",
    en: "An item named in the text has an amount in the table and the other way round; one slip of a line shows as one too many and one too few",
  },
  leavesOut: {
    zh: "“主要包括……等”可以不列全；不带“等”的清单少列一两个科目是提示，少列更多的只作参考；列了四个以上没有金额的科目，当作照抄格式，只提示一次；口语化名称（饭贴、社保）不判断，其所指的科目也不算漏列",
    en: "A list that ends in 等 need not be complete; one that does not and lacks one or two items is warned of, one that lacks more only noted; four or more names without amounts are taken for the form's own list and noted once; everyday words are not judged, and what they stand for is not left out",
  },
  *judge(context) {
    const named = namedItems(context, ["personnel", "public"]).flatMap((item) => {
      const code = economicCode(item);
      return code === undefined ? [] : [{ code, item }];
    });
    if (named.length === 0) return;
    const read = basicAmounts(context);
    if (!read) {
      yield {
        outcome: "not-checkable",
        reason: {
          zh: "没有读到完整的一般公共预算基本支出决算表",
          en: "the table of basic expenditure was not read as a whole",
        },
        sources: [named[0]!.item.source],
      };
      return;
    }
    const { table, amounts } = read;
    const words = namedItems(context, ["personnel", "public"]).flatMap(({ name }) => itemsMeant(name));
    const names = new Set([...named.map(({ code }) => code), ...words]);
    // Among whole 万元 0 is what less than half of one is printed as.
    const isRounded = [...amounts.values()].every(
      (figure) => !figure || (figure.decimals === 0 && figure.unit !== "yuan"),
    );
    const empty = named.filter(
      ({ code }) => amounts.has(code) && (isRounded ? !amounts.get(code) : isNothing(amounts.get(code))),
    );
    const silent = [...amounts].flatMap(([code, figure]) =>
      figure && !isZero(figure) && !names.has(code) ? [{ code, figure }] : [],
    );
    for (const { code, item } of named) {
      const figure = amounts.get(code);
      if (figure && !isZero(figure)) yield { outcome: "holds", sources: [item.source], figures: [figure.id] };
    }
    yield* judgeLists(context, table, empty, silent);
  },
};

function isNothing(figure: BoundFigure | undefined): boolean {
  return figure === undefined || isZero(figure);
}

type Silent = { readonly code: string; readonly figure: BoundFigure };

type Empty = { readonly code: string; readonly item: NamedItem };

function* judgeLists(
  context: CheckContext,
  table: BoundTable,
  empty: readonly Empty[],
  silent: readonly Silent[],
): Iterable<Judgement> {
  const nameOf = (code: string): string => ECONOMIC_NAMES.get(code) ?? code;
  if (empty.length > 3) {
    yield {
      outcome: "violated",
      severity: "info",
      message: {
        zh: `${placeOf(empty[0]!.item.source).zh}列出的科目中有${empty.length}个在基本支出表中没有金额（${empty.map(({ item }) => item.name).join("、")}），可能照抄了格式`,
        en: `${placeOf(empty[0]!.item.source).en} names ${empty.length} items without an amount in the table; the form's list may have been copied`,
      },
      sources: empty.map(({ item }) => item.source),
      key: "copied-list",
    };
    return;
  }
  const left = [...silent];
  for (const { code, item } of empty) {
    // The item meant is most likely a near neighbour of the one named, in the same class.
    const near = left
      .filter((other) => other.code.slice(0, 3) === code.slice(0, 3))
      .sort((one, other) => Math.abs(Number(one.code) - Number(code)) - Math.abs(Number(other.code) - Number(code)))[0];
    if (near) left.splice(left.indexOf(near), 1);
    const place = placeOf(item.source);
    const there = near ? `；表中有金额而没有列出的是“${nameOf(near.code)}”（${printed(near.figure)}）` : "";
    const thereEn = near ? `; “${nameOf(near.code)}” (${printed(near.figure)}) has an amount and is not named` : "";
    yield {
      outcome: "violated",
      ...(near ? {} : { severity: "warning" as const }),
      message: {
        zh: `${place.zh}列有“${item.name}”，基本支出决算表中该科目没有金额${there}`,
        en: `${place.en} names “${item.name}”, which has no amount in the table of basic expenditure${thereEn}`,
      },
      stated: item.name,
      ...(near ? { expected: nameOf(near.code), figures: [near.figure.id] } : {}),
      sources: [
        item.source,
        ...(near ? [near.figure.source] : [{ ...table.source, table: "basic-expenditure", text: nameOf(code) }]),
      ],
      culprits: [{ source: item.source, ...(near ? { expected: nameOf(near.code) } : {}) }],
      ...(near
        ? {}
        : {
            testifies: cellsOf(table, code),
            joins: {
              group: `${item.list} ${place.zh}`,
              name: item.name,
              message: (names: readonly string[]) => ({
                zh: `${place.zh}列有${names.map((name) => `“${name}”`).join("、")}，基本支出决算表中这${names.length}个科目没有金额`,
                en: `${place.en} names ${names.map((name) => `“${name}”`).join(", ")}, which have no amount in the table of basic expenditure`,
              }),
            },
          }),
      suggestion: near
        ? {
            zh: `把“${item.name}”改为“${nameOf(near.code)}”，或核对表中的行`,
            en: `Name “${nameOf(near.code)}” instead, or check the rows of the table`,
          }
        : { zh: `删去“${item.name}”，或核对表中的金额`, en: `Delete “${item.name}”, or check the table` },
      key: code,
    };
  }
  if (left.length === 0 || listsAreOpen(context)) return;
  yield {
    outcome: "violated",
    // One or two that a complete list lacks were left out; more of them, and the list was never meant to be complete.
    severity: left.length <= FORGOTTEN ? "warning" : "info",
    message: {
      zh: `基本支出决算表中有金额的${left.length}个科目说明没有列出：${left.map(({ code, figure }) => `${nameOf(code)}（${printed(figure)}）`).join("、")}`,
      en: `${left.length} items with an amount in the table of basic expenditure are not named in the text: ${left.map(({ code }) => nameOf(code)).join(", ")}`,
    },
    figures: left.map(({ figure }) => figure.id),
    sources: left.map(({ figure }) => figure.source),
    key: left.length <= FORGOTTEN ? `not-named ${left.map(({ code }) => code).join(" ")}` : "not-named",
  };
}

const FORGOTTEN = 2;

/** The cells of an item that say nothing, where something was left out if a sum lacks it. */
function cellsOf(table: BoundTable, code: string): NonNullable<Judgement["testifies"]> {
  const cells = table.cells.filter(
    ({ key }) => key?.dimensions.economic === code && key.dimensions.stage === undefined,
  );
  return {
    figures: cells.flatMap(({ figure }) => figure ?? []),
    places: cells.flatMap(({ figure, source }) => (figure === undefined ? [source] : [])),
  };
}

/** A list that ends in 等 need not name everything. */
function listsAreOpen(context: CheckContext): boolean {
  const section = context.disclosure.sections.find(({ id }) => id === "basic-expenditure");
  if (!section || context.text === undefined) return true;
  return /等/.test(context.text.slice(section.bodyStart, section.bodyEnd));
}

export const EXAMPLES: RelationExamples = () => ({
  [ECONOMIC_LIST.id]: [
    { text: tinyDisclosure([TINY.basic], BASIC("退休费、奖励金")), holds: true },
    { text: tinyDisclosure([TINY.basic], BASIC("退休费等")), holds: true },
    { text: tinyDisclosure([TINY.basic], BASIC("离退休补贴、奖励金")), holds: true },
    {
      // 接待费 is what clerks call 公务接待费.
      text: tinyDisclosure(
        [
          TINY.basic
            .replace("| 30202 | 印刷费 |  |", "| 30217 | 公务接待费 | 0.40 |")
            .replace("办公费 | 1.00", "办公费 | 0.60"),
        ],
        BASIC("退休费、奖励金").replace("办公费。", "办公费、接待费。"),
      ),
      holds: true,
    },
    { text: tinyDisclosure([TINY.basic], BASIC("退休费、个人农业生产补贴")), holds: false, message: "奖励金" },
    {
      // The list in a sentence of its own, as some forms have it.
      text: tinyDisclosure([TINY.basic], BASIC("退休费").replace("9.00万元，主要包括", "9.00万元。主要包括")),
      holds: false,
      message: "奖励金",
    },
  ],
});
