import type { BoundFigure } from "../facts/disclosure.ts";
import { readingOf } from "../figure/interval.ts";
import { isAmount, isZero, printed } from "./amounts.ts";
import { placeOf } from "./place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { tabledItems, type TabledItem } from "./tabled-items.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";

/** The classes that one section tells with their shares of the general budget, once each. */
function* lists({ disclosure }: CheckContext): Iterable<ReadonlyMap<string, BoundFigure>> {
  const ofGeneral = disclosure.figures.filter(
    ({ concept, dimensions: { fund, functional, nature, economic }, source }) =>
      concept === "expenditure" &&
      fund === "general" &&
      /^\d{3}$/.test(functional ?? "") &&
      nature === undefined &&
      economic === undefined &&
      source.table === undefined,
  );
  for (const figures of Map.groupBy(ofGeneral, ({ source }) => source.section).values()) {
    const shared = new Set(figures.filter(isShare).map(({ dimensions }) => dimensions.functional));
    const told = figures.filter((figure) => isAmount(figure) && shared.has(figure.dimensions.functional));
    // Told again further down they are told once.
    yield new Map(told.toReversed().map((figure) => [figure.dimensions.functional!, figure]));
  }
}

const isShare = ({ dimensions }: BoundFigure): boolean => dimensions.measure === "share";

const GENERAL_TABLE = { zh: "《一般公共预算财政拨款支出决算表》", en: "the table of general budget expenditure" };

const middle = (figure: BoundFigure): number => readingOf(figure)?.middle ?? 0;

/**
 * What 主要用于以下方面 leaves out: one or two classes that the table prints, where one of them is larger than a class that is
 * told. A list of the main classes may leave small ones out, and none that is larger than what it tells.
 */
function leftOut(
  told: ReadonlyMap<string, BoundFigure>,
  tabled: ReadonlyMap<string, TabledItem>,
): readonly TabledItem[] {
  if (told.size < 2 || ![...told.keys()].every((code) => tabled.has(code))) return [];
  const untold = [...tabled.values()].filter(({ code, figure }) => !told.has(code) && !isZero(figure));
  const least = Math.min(...[...told.values()].map(middle));
  return untold.length <= 2 && untold.some(({ figure }) => middle(figure) > least) ? untold : [];
}

const LIST = (classes: string): string =>
  tinyDisclosure(
    [
      TINY.general.replace(
        "| 合计 |  | 10.00 | 10.00 |  |",
        "| 210 | 卫生健康支出 | 6.00 | 6.00 |  |\n| 221 | 住房保障支出 | 4.00 | 4.00 |  |\n| 合计 |  | 20.00 | 20.00 |  |",
      ),
    ],
    `五、一般公共预算财政拨款支出决算情况说明\n\n（二）一般公共预算财政拨款支出决算结构情况\n\n一般公共预算财政拨款支出20.00万元，主要用于以下方面：${classes}。`,
  );

export const CLASSES_OF_TABLE: Relation = {
  id: "items.classes",
  title: { zh: "结构情况漏列支出类", en: "A class left out of the structure" },
  basis: {
    zh: "公开格式：支出决算结构情况逐类列出一般公共预算财政拨款支出及其占比",
    en: "The form tells every class of general budget expenditure with its share",
  },
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "发现结构情况没有列出、而表中有的支出类：占比加起来不足100%",
    en: "Finds a class that the structure does not tell and the table has: the shares add up to less than 100%",
  },
  leavesOut: {
    zh: "只列主要的类、漏列的都比所列的小的，不判断；漏列三类以上的，清单本不求全；没有读到该表的不判断",
    en: "Not judged where what is left out is smaller than all that is told, or three classes and more; nor where the table was not read",
  },
  *judge(context): Iterable<Judgement> {
    const tabled = tabledItems(context, 3);
    if (!tabled) return;
    for (const told of lists(context)) {
      const last = [...told.values()][0];
      if (!last || told.size < 2) continue;
      const missing = leftOut(told, tabled);
      if (missing.length === 0) {
        yield { outcome: "holds", sources: [last.source] };
        continue;
      }
      const place = placeOf(last.source);
      const names = missing.map(({ name, figure }) => `“${name}”（${printed(figure)}）`).join("、");
      yield {
        outcome: "violated",
        message: {
          zh: `${place.zh}列出了${told.size}类支出及其占比，没有列出${GENERAL_TABLE.zh}中的${names}`,
          en: `${place.en} tells ${told.size} classes with their shares, and not ${missing.map(({ name }) => `“${name}”`).join(" and ")} of ${GENERAL_TABLE.en}`,
        },
        figures: missing.map(({ figure }) => figure.id),
        sources: [last.source, ...missing.map(({ figure }) => figure.source)],
        suggestion: {
          zh: `补上${missing.map(({ name, figure }) => `“${name}”${printed(figure)}`).join("、")}及其占比`,
          en: "Tell these classes and their shares as well",
        },
        key: `left out ${missing.map(({ code }) => code).join(" ")}`,
      };
    }
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [CLASSES_OF_TABLE.id]: [
    {
      text: LIST(
        "社会保障和就业（类）支出10.00万元，占50.00%；卫生健康（类）支出6.00万元，占30.00%；住房保障（类）支出4.00万元，占20.00%",
      ),
      fiscalYear: 2024,
      holds: true,
    },
    {
      text: LIST("卫生健康（类）支出6.00万元，占30.00%；住房保障（类）支出4.00万元，占20.00%"),
      fiscalYear: 2024,
      holds: false,
      message: "社会保障和就业支出",
    },
  ],
});
