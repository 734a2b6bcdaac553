import type { Relation, RelationExamples } from "../relation.ts";
import { inAnnex, inGlossary, inOverview, judgeSlips, type Slip } from "./slips.ts";

const LEADING_ZERO: readonly Slip[] = [
  {
    // 1，050.20万元 has a comma of thousands; 2021-06, 第05批次 and codes count nothing.
    pattern:
      /(?<![\d.,A-Za-z/〔第号-]|\d[，。、：])0\d+(?:\.\d+)?(?=万元|亿元|元|%|批次|人次|批(?!复)|个(?!月)|辆|台（套）|台套|人(?!民))/g,
    what: { zh: "数字前多了0：", en: "writes a number with a zero before it:" },
    isDoubtful: true,
    suggestion: { zh: "删去前面的0，或补上漏写的数字", en: "Take away the zero, or add the digit that is missing" },
  },
];

export const NUMBER_WITH_LEADING_ZERO: Relation = {
  id: "wording.leading-zero",
  title: { zh: "数字前多了0", en: "A number with a zero before it" },
  basis: {
    zh: "金额、比例、数量不以0开头；以0开头的多是漏了首位数字，或改数字时留下的",
    en: "No amount, rate or count begins with a zero; where one does, a digit was lost or one of an older number stayed",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "“06批次”“完成预算000%”是漏改的痕迹，读者不知道是6还是漏了一位",
    en: "“06批次” and “000%” are traces of editing: a reader cannot tell whether a digit is missing",
  },
  leavesOut: {
    zh: "日期、文号、科目编码、电话不算；只看说明各节，不看概况、附件和名词解释",
    en: "Dates, document numbers, account codes and telephone numbers do not count; only the sections of the narrative are read",
  },
  *judge(context) {
    if (context.document === undefined && context.text === undefined) return;
    yield* judgeSlips(
      context,
      LEADING_ZERO,
      (prose) => prose.role === "body" && !inAnnex(prose) && !inGlossary(prose) && !inOverview(prose),
    );
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [NUMBER_WITH_LEADING_ZERO.id]: [
    {
      text: "第三部分 2024年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出0.30万元，完成预算的100%。国内公务接待6批次、40人次，2024年05月起执行新标准，科目2010101，1，050.20万元。",
      holds: true,
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出0.30万元，国内公务接待06批次、40人次。",
      holds: false,
      message: "06",
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n因公出国（境）费支出0万元，完成预算000%。",
      holds: false,
      message: "000",
    },
  ],
});
