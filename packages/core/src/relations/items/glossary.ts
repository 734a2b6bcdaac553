import type { Source } from "../../figure/figure.ts";
import { proseOf, sourceIn } from "../prose.ts";
import type { CheckContext, Relation, RelationExamples } from "../relation.ts";
import { namedItems } from "./named.ts";

// 名词解释: the items that the glossary explains, and those that the narrative tells.

const MOST_FORGOTTEN = 2;

/** So many items that are explained, to each that is not. */
const CUSTOM = 8;

export const GLOSSARY: Relation = {
  id: "items.glossary",
  title: { zh: "名词解释与支出项目不对应", en: "The glossary and the items of expenditure" },
  basis: {
    zh: "公开格式：对说明中出现的支出功能分类项级科目作名词解释（四川等地格式）",
    en: "Forms such as Sichuan's explain every functional item of the narrative in the glossary",
  },
  severity: "info",
  form: "presence",
  purpose: {
    zh: "读者应能查到说明中每个项级科目的含义；沿用上年的名词解释往往多出或缺少科目",
    en: "Readers can look up each item; a glossary carried over from last year has too many or too few",
  },
  leavesOut: {
    zh: "格式不要求解释科目的（名词解释中没有项级科目）不判断；只列不在说明中、但属于基金或国资科目的不算多余",
    en: "Not judged where the glossary explains no items at all; items of funds and state capital are never too many",
  },
  *judge(context) {
    const explained = new Map<string, Source>();
    for (const { name, source } of namedItems(context, ["glossary"])) {
      for (const item of itemNames(name)) explained.set(item, source);
    }
    const narrated = narratedItems(context);
    if (explained.size === 0 || narrated.size === 0) {
      yield {
        outcome: "not-applicable",
        reason: {
          zh: "名词解释不含支出科目，或说明没有逐项列出",
          en: "the glossary explains no items, or the narrative lists none",
        },
        sources: [],
      };
      return;
    }
    for (const [item, source] of narrated) if (explained.has(item)) yield { outcome: "holds", sources: [source] };
    const missing = [...narrated].filter(([item]) => !explained.has(item));
    const extra = [...explained].filter(
      ([item, source]) => !narrated.has(item) && !/基金|国有资本|资本经营/.test(source.text),
    );
    // Where all but one or two of many are explained, those were forgotten; one explained under another name is a slip of the name.
    const isCustom =
      extra.length === 0 &&
      missing.length <= MOST_FORGOTTEN &&
      narrated.size - missing.length >= CUSTOM * missing.length;
    if (missing.length > 0) {
      yield {
        outcome: "violated",
        ...(isCustom && { severity: "warning" as const }),
        message: {
          zh: `说明中的${missing.length}个项级科目没有名词解释：${missing.map(([item]) => item).join("、")}`,
          en: `${missing.length} items of the narrative are not in the glossary: ${missing.map(([item]) => item).join(", ")}`,
        },
        sources: missing.map(([, source]) => source),
        key: `missing ${missing.map(([item]) => item).join(" ")}`,
      };
    }
    if (extra.length > 0) {
      yield {
        outcome: "violated",
        message: {
          zh: `名词解释中的${extra.length}个项级科目在说明中没有：${extra.map(([item]) => item).join("、")}`,
          en: `${extra.length} items of the glossary do not occur in the narrative: ${extra.map(([item]) => item).join(", ")}`,
        },
        sources: extra.map(([, source]) => source),
        key: `extra ${extra.map(([item]) => item).join(" ")}`,
      };
    }
  },
};

const ITEMS_NAMED = /（款）[“"]?([^（）“”"]{2,40}(?:（[^（）]{1,10}）)?[^（）“”"]{0,20})[”"]?（项）/g;

/** The items' own names in 社会保障和就业（类）…（款）行政单位离退休（项）, spaces removed. */
function itemNames(paths: string): readonly string[] {
  const plain = paths.replace(/\(/g, "（").replace(/\)/g, "）").replace(/\s/g, "");
  return [...plain.matchAll(ITEMS_NAMED)].map(([, name]) => name!);
}

/** The items of the general budget may stand under no heading of their own. */
const TELLING_ITEMS: ReadonlySet<string> = new Set([
  "general-expenditure",
  "general-expenditure.items",
  "government-fund",
  "state-capital",
]);

function narratedItems(context: CheckContext): Map<string, Source> {
  const items = new Map<string, Source>();
  for (const prose of proseOf(context)) {
    const id = prose.section?.id;
    if (id === undefined || !TELLING_ITEMS.has(id)) continue;
    for (const item of itemNames(prose.text))
      items.set(item, sourceIn(context, prose, 0, Math.min(prose.text.length, 60)));
  }
  return items;
}

export const EXAMPLES: RelationExamples = () => ({
  [GLOSSARY.id]: [
    {
      text: "第二部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为94.5万元，完成预算100%。\n第三部分 名词解释\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：反映按规定缴纳的住房公积金。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n住房保障支出（类）住房改革支出（款）住房公积金（项）支出94.5万元；住房保障支出（类）住房改革支出（款）购房补贴（项）支出10万元。\n第三部分 名词解释\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：反映按规定缴纳的住房公积金。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：反映购房补贴。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为94.5万元，完成预算100%。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为10万元，完成预算100%。\n第三部分 名词解释\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：反映按规定缴纳的住房公积金。",
      holds: false,
      message: "购房补贴",
    },
  ],
});
