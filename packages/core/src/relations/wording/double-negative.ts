import type { Relation, RelationExamples } from "../relation.ts";
import { inAnnex, inGlossary, inOverview, judgeSlips, type Slip } from "./slips.ts";

const DOUBLE_NEGATIVE: readonly Slip[] = [
  {
    // 下降5-8% is a span, 减少——12万元 a dash for a colon.
    pattern: /(?:减少|下降|降低)(?:了)?[-－−](?=\d)(?!\d+(?:\.\d+)?%?[-－~～至])[\d,.]+(?:亿元|万元|元|%)/g,
    what: { zh: "“减少”“下降”之后又有负号：", en: "has a minus sign behind a word for less:" },
    isDoubtful: true,
    suggestion: { zh: "删去负号；实为增加的，改写用语", en: "Take away the minus sign, or say that it is more" },
  },
];

export const DOUBLE_NEGATIVE_CHANGE: Relation = {
  id: "wording.double-negative",
  title: { zh: "“减少”之后又有负号", en: "A minus sign behind a word for less" },
  basis: {
    zh: "增减用语已说明方向，数字不再带负号",
    en: "The word says which way it went, so that the number has no sign",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "“下降-5.30%”可以读作上升：多是由表中负数照抄而来",
    en: "“下降-5.30%” may be read as a rise: mostly copied from a table that has negative numbers",
  },
  leavesOut: {
    zh: "“增长-5.30%”是常见写法，不算；只看说明各节，不看概况、附件和名词解释",
    en: "“增长-5.30%” is a usual way to write and no mistake; only the sections of the narrative are read",
  },
  *judge(context) {
    if (context.document === undefined && context.text === undefined) return;
    yield* judgeSlips(
      context,
      DOUBLE_NEGATIVE,
      (prose) => prose.role === "body" && !inAnnex(prose) && !inGlossary(prose) && !inOverview(prose),
    );
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [DOUBLE_NEGATIVE_CHANGE.id]: [
    {
      text: "第三部分 2024年度部门决算情况说明\n二、收入决算情况说明\n其他收入13.35万元，比上年减少7.49万元，下降35.95%；事业收入9.00万元，比上年增长-3.00%。",
      holds: true,
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n二、收入决算情况说明\n其他收入13.35万元，比上年减少7.49万元，下降-35.95%。",
      holds: false,
      message: "下降-35.95%",
    },
  ],
});
