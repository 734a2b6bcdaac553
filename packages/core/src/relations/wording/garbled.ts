import type { Relation, RelationExamples } from "../relation.ts";
import { judgeSlips, type Slip } from "./slips.ts";

/** Characters of everyday words of the field that no simplified text has. */
const TRADITIONAL = /[辦經費單體際實關點發開來對產業預決財務與資債養險醫療衛當應從說請報總額項級]/g;
const SENTENCE = 10;

const GARBLED: readonly Slip[] = [
  {
    pattern: /(?<=[一-龥])(?:to|and|of|the|for|with|from|in|on|or|by|as|is|are|this|that)(?=[一-龥])/g,
    what: { zh: "中文句子里夹着英文词：", en: "has an English word in the middle of a Chinese sentence:" },
    suggestion: { zh: "改成中文", en: "Put it in Chinese" },
  },
  {
    pattern: /�+/g,
    what: { zh: "有无法显示的字符：", en: "has characters that cannot be shown:" },
    severity: "info",
  },
  {
    pattern:
      /(?<![目标有])的的(?![确士])|(?<!不)了了(?![解之])|为为(?=\d)|万元万元|万万元|(?<=[\d万])元元(?!素)|[%％]{2,}|占占|增加增加(?!值)|减少减少|下降下降|增长增长(?![率点极])/g,
    what: { zh: "字词重复：", en: "says a word twice:" },
    suggestion: { zh: "删去重复的字词", en: "Delete the second" },
  },
  {
    pattern: /(?<=\d[万亿]元)[人个次辆](?=[，。；、）])/g,
    what: { zh: "金额后面多了一个字：", en: "has a stray character behind an amount:" },
    suggestion: { zh: "删去多余的字", en: "Delete it" },
  },
  {
    // One among simplified ones; a text in traditional characters is another matter.
    pattern: TRADITIONAL,
    what: { zh: "简体文字里夹着繁体字：", en: "has a traditional character among simplified ones:" },
    severity: "info",
    suggestion: { zh: "改成简体字", en: "Write it in simplified form" },
    unless: ({ text }) => text.length < SENTENCE || [...text.matchAll(TRADITIONAL)].length > 2,
  },
  {
    pattern: /(?:增加|减少)为[\d.,]+万?元，(?:与|比|较)(?:上年|去年|\d{4}年度?)(?:决算)?(?:数)?(?:相比)?(?:基本)?持平/g,
    what: { zh: "“增加（减少）”与“持平”矛盾：", en: "says both that it changed and that it did not:" },
    severity: "warning",
    suggestion: { zh: "持平的删去“增加（减少）”", en: "Say only that it is unchanged" },
  },
  {
    // Where the rate is nothing no arithmetic tells which of the two words is wrong.
    pattern:
      /(?:增加|上升)\d[\d.,]*万?元，(?:下降|降低|减少)0(?:\.0+)?[%％]|(?:减少|下降)\d[\d.,]*万?元，(?:增长|上升|增加)0(?:\.0+)?[%％]/g,
    what: { zh: "一增一减，方向矛盾：", en: "says that it rose and that it fell:" },
    severity: "warning",
    suggestion: { zh: "统一增减方向", en: "Let both words go one way" },
  },
  {
    pattern: /(?:财政拨款)?支出收入(?=\d)/g,
    what: { zh: "说法不通：", en: "cannot be meant:" },
    severity: "info",
    suggestion: { zh: "改为“支出”", en: "Say 支出 (expenditure)" },
  },
];

export const GARBLED_SENTENCE: Relation = {
  id: "wording.garbled",
  title: { zh: "语句混乱", en: "Garbled sentences" },
  basis: {
    zh: "公开文本应经校对；识别、复制造成的错字应改正",
    en: "A published text is proof-read; what recognition or copying spoiled is corrected",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "发现识别或复制造成的错乱，例如“结转 to 本年”“的的”“万元万元”",
    en: "Finds what recognition or copying spoiled, such as “结转 to 本年” or a word printed twice",
  },
  leavesOut: {
    zh: "缩写（APP、OA）、外文名称和计量单位不算；不判断语法和文风",
    en: "Abbreviations (APP, OA), foreign names and units are left alone; grammar and style are not judged",
  },
  *judge(context) {
    yield* judgeSlips(context, GARBLED, ({ role }) => role !== "contents");
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [GARBLED_SENTENCE.id]: [
    {
      text: "第三部分 名词解释\n一、年初结转和结余：指以前年度尚未完成、结转到本年按有关规定继续使用的资金。",
      holds: true,
    },
    { text: "第三部分 名词解释\n一、项目支出：指为完成特定行政任务和事业发展目的的支出，包括APP运维。", holds: true },
    {
      text: "第三部分 名词解释\n一、年初结转和结余：指以前年度尚未完成、结转 to 本年按有关规定继续使用的资金。",
      holds: false,
      message: "to",
    },
    { text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元万元。", holds: false, message: "万元万元" },
    {
      text: "一、收入支出决算总体情况说明\n2024年度下达补助资金631.85万元，上年度结转资金924.91万元人，合计1556.76万元。",
      holds: false,
      message: "“人”",
    },
    {
      text: "一、收入支出决算总体情况说明\n本部门制定了完善的资金管理辦法和项目管理制度。",
      holds: false,
      message: "“辦”",
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出决算增加为0.80万元，与2023年度持平。",
      holds: false,
      message: "矛盾",
    },
    {
      text: "十、其他重要事项的情况说明\n机关运行经费支出712.11万元，比2023年增加0.01万元，下降0.00%。",
      holds: false,
      message: "方向矛盾",
    },
  ],
});
