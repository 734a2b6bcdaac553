import { proseOf, sourceIn } from "../prose.ts";
import type { Judgement, Relation, RelationExamples } from "../relation.ts";
import { tinyDisclosure } from "../tiny.ts";
import { looseTitle, plainTitle } from "../titles.ts";

/** 收入预算情况说明 as the accounts call it; undefined for a heading that names the accounts or no budget at all. */
export function ofAccounts(title: string): string | undefined {
  const at = title.lastIndexOf("预算");
  if (at < 0 || /决算/.test(title)) return undefined;
  return `${title.slice(0, at)}决算${title.slice(at + 2)}`;
}

const NARRATIVE = (heading: string): string => `一、收入支出决算总体情况说明

2024年度收入支出总计10.00万元。

二、收入决算情况说明

本年收入合计10.00万元。

三、${heading}

本年支出合计10.00万元。`;

/** 预算公开的标题 */
export const BUDGET_HEADING: Relation = {
  id: "wording.budget-heading",
  title: { zh: "决算公开里印着预算的标题", en: "A heading of the budget in the final accounts" },
  basis: { zh: "公开格式各节的标题", en: "The titles of the form's sections" },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "由年初的预算公开改写而来，标题没有改：“三、支出预算情况说明”。",
    en: "The budget's disclosure was taken for a start, and a heading was not changed: “expenditure budget”.",
  },
  leavesOut: {
    zh: "改“预”为“决”就是公开格式规定的标题的，才提示；政府性基金预算、国有资本经营预算、机关运行经费等标题中本来的“预算”不算。",
    en: "Told only where the form's own title differs by that word; the names of the government fund and state capital budgets hold the word by right.",
  },
  *judge(context) {
    const owed = new Set(
      (context.profile?.sections ?? [])
        .filter(({ part }) => part === "narrative")
        .flatMap(({ titles }) => titles.map(looseTitle)),
    );
    if (owed.size === 0) return;
    for (const prose of proseOf(context)) {
      if (prose.role === "contents" || prose.text.length > LONGEST || !/说明$|情况$/.test(prose.text)) continue;
      const printed = prose.text.replace(/^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)])/, "");
      const meant = ofAccounts(printed);
      if (meant === undefined || owed.has(looseTitle(printed)) || !owed.has(looseTitle(meant))) continue;
      yield found(printed, meant, sourceIn(context, prose, 0, prose.text.length));
    }
  },
};

const LONGEST = 40;

function found(printed: string, meant: string, source: Judgement["sources"][number]): Judgement {
  return {
    outcome: "violated",
    message: {
      zh: `标题“${printed}”是预算公开的，决算公开中应为“${meant}”`,
      en: `the heading “${printed}” is the budget's; in the final accounts it is “${meant}”`,
    },
    stated: printed,
    expected: meant,
    sources: [source],
    culprits: [{ source, expected: meant }],
    suggestion: { zh: `改为“${meant}”`, en: `Call it “${meant}”` },
    key: plainTitle(printed),
  };
}

export const EXAMPLES: RelationExamples = () => ({
  [BUDGET_HEADING.id]: [
    { text: tinyDisclosure([], NARRATIVE("支出决算情况说明")), profile: "national", holds: true },
    {
      text: tinyDisclosure([], NARRATIVE("支出预算情况说明")),
      profile: "national",
      holds: false,
      message: "“支出预算情况说明”",
    },
  ],
});
