import type { BoundFigure } from "../../facts/disclosure.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Relation, RelationExamples } from "../relation.ts";
import { ARITHMETIC, DISCLOSURE_RULES, LEFT_OUT } from "../numeric/terms.ts";
import { sheet } from "./example.ts";
import { sumOf, termOf, thousandths } from "./sheets.ts";

const OF_PROJECT = new Set(["project-amount", "performance-score"]);

const isOfProject = ({ concept, dimensions: { item, fund, nature, indicator, label } }: BoundFigure): boolean =>
  OF_PROJECT.has(concept) && label !== undefined && !(item ?? fund ?? nature ?? indicator);

/** 本部门环卫保洁服务项目 and 环卫保洁服务: one name. */
function nameOf({ dimensions }: BoundFigure): string {
  return dimensions
    .label!.normalize("NFKC")
    .replace(/[\s“”"'‘’《》「」]/g, "")
    .replace(/^(?:其中:?|(?:本|我)(?:部门|单位|局|院|校|委|办|中心|街道|镇|乡))/, "")
    .replace(/项目$/, "");
}

const slotOf = ({ concept, dimensions: { stage, measure, period } }: BoundFigure): string =>
  [concept, stage, measure, period].join(" ");

function* told(context: CheckContext): Iterable<Instance> {
  const own = context.disclosure.figures.filter(isOfProject);
  const tabled = Map.groupBy(
    own.filter(({ source }) => source.table !== undefined),
    (figure) => `${nameOf(figure)} ${slotOf(figure)}`,
  );
  // Several units evaluate a project each, and the text may speak of all of it.
  const several = new Set(own.flatMap((figure) => /^(.*)（第\d+张表）$/.exec(figure.dimensions.label!)?.[1] ?? []));
  for (const figure of own) {
    if (figure.source.table !== undefined || several.has(figure.dimensions.label!)) continue;
    const printed = tabled.get(`${nameOf(figure)} ${slotOf(figure)}`) ?? [];
    const values = new Set(printed.map(({ value, unit }) => `${value} ${unit}`));
    const [held] = printed;
    if (!held || values.size > 1 || several.has(held.dimensions.label!)) continue;
    yield {
      relation: PROJECT_TOLD.id,
      form: "linear",
      comparator: "=",
      terms: [termOf(figure, 1), termOf(held, -1)],
      place: placeOf(figure.source),
      sources: [figure.source, held.source],
    };
  }
}

/** A name that stands for others of the list: then the rows do not simply add up. */
const SUMMED = /^(?:小计|合计|总计|其中|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;

/** Whether a row is what the rows below it add up to, where all together are more than the total: a group of projects among them. */
function holdsGroups(total: BoundFigure, parts: readonly BoundFigure[]): boolean {
  if (sumOf(parts) <= thousandths(total)) return false;
  const amounts = parts.map(thousandths);
  return amounts.some((amount, index) => {
    let sum = 0;
    for (let at = index + 1; at < amounts.length && sum < amount; at++) sum += amounts[at]!;
    return amount > 0 && sum === amount;
  });
}

/** 项目支出绩效自评结果汇总表, 重点项目支出情况表: the projects add up to 合计. */
function* lists({ disclosure, figures }: CheckContext): Iterable<Instance> {
  for (const { table, cells, rows } of disclosure.tables) {
    if (table !== undefined) continue;
    const amounts = cells.flatMap(({ key, figure, column, row }) => {
      const found = key?.concept === "project-amount" && figure !== undefined ? figures.get(figure) : undefined;
      const { measure, indicator, item } = found?.dimensions ?? {};
      return found && !(measure ?? indicator ?? item) ? [{ column, row, figure: found }] : [];
    });
    const labels = new Map(rows.map(({ index, label }) => [index, label.replace(/\s/g, "")]));
    for (const column of Map.groupBy(amounts, (amount) => amount.column).values()) {
      const isTotal = ({ row }: (typeof column)[number]): boolean => /^(?:合计|总计)$/.test(labels.get(row) ?? "");
      const totals = column.filter(isTotal);
      const parts = column.filter((amount) => !isTotal(amount));
      const names = new Set(parts.map(({ figure }) => figure.dimensions.label));
      const [total] = totals;
      if (!total || totals.length > 1 || parts.length < 2 || names.size < parts.length) continue;
      if (parts.some(({ row }) => SUMMED.test(labels.get(row) ?? ""))) continue;
      if (
        holdsGroups(
          total.figure,
          parts.map(({ figure }) => figure),
        )
      )
        continue;
      yield {
        relation: PROJECT_LIST.id,
        form: "linear",
        comparator: "=",
        terms: [termOf(total.figure, 1), ...parts.map(({ figure }) => termOf(figure, -1))],
        place: placeOf(total.figure.source),
        sources: [total, ...parts].map(({ figure }) => figure.source),
        open: LEFT_OUT,
      };
    }
  }
}

const SENTENCE = (score: string): string =>
  `（四）预算绩效情况说明\n“河道管护”项目绩效自评得分为${score}分，全年预算数为110.00万元，执行数为99.00万元，完成预算的90.00%。\n\n`;

const LIST = (total: string): string =>
  `重点项目支出情况表\n单位：万元\n| 序号 | 项目名称 | 全年预算数 | 执行数 | 执行率 |\n| --- | --- | --- | --- | --- |\n| 1 | 河道管护 | 110.00 | 99.00 | 90.00% |\n| 2 | 农村供水 | 50.00 | 40.00 | 80.00% |\n| | 合计 | ${total} | 139.00 | 86.88% |`;

export const PROJECT_TOLD: Relation = {
  id: "performance.told",
  title: { zh: "说明中的项目绩效与自评表一致", en: "What is told of a project agrees with its table" },
  basis: DISCLOSURE_RULES,
  severity: "warning",
  form: "linear",
  purpose: {
    zh: "说明中一个项目的预算数、执行数、执行率、得分，与表中同名项目的一致。",
    en: "What the narrative tells of a project is what the tables print under its name.",
  },
  leavesOut: {
    zh: "同一项目有几张自评表的、表与表之间不一致的，不判定。",
    en: "Not judged where a project has several tables, or tables differ among themselves.",
  },
  instances: told,
};

export const PROJECT_LIST: Relation = {
  id: "performance.list",
  title: { zh: "项目表各项目之和等于合计", en: "The projects of a list add up" },
  basis: ARITHMETIC,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "自评结果汇总表、重点项目支出情况表等，各项目的金额之和等于合计。",
    en: "The amounts of a list of projects add up to its total.",
  },
  leavesOut: {
    zh: "有小计、分组（一行等于其下几行之和）或同名项目的，不判定。",
    en: "Not judged where there are subtotals, groups (a row that is the sum of those below), or projects of one name.",
  },
  instances: lists,
};

export const EXAMPLES: RelationExamples = () => ({
  [PROJECT_TOLD.id]: [
    { text: sheet({ told: SENTENCE("97.00") }), holds: true },
    { text: sheet({ told: SENTENCE("79.00") }), holds: false, message: "79.00" },
  ],
  [PROJECT_LIST.id]: [
    { text: LIST("160.00"), holds: true },
    { text: LIST("160.00").replace("| 1 | 河道", "| | 水利工程 | 110.00 | 99.00 | 90.00% |\n| 1 | 河道"), holds: true },
    { text: LIST("106.00"), holds: false, message: "106.00" },
  ],
});
