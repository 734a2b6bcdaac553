import { proseOf, type Prose } from "../prose.ts";
import type { Bilingual, Relation, RelationExamples } from "../relation.ts";
import { judgeSlips, notStatutory, type Slip } from "./slips.ts";

const NO_NUMBER: Bilingual = { zh: "缺少数字：", en: "lacks its number:" };

const EMPTY_SLOTS: readonly Slip[] = [
  {
    pattern:
      /(?:(?:支出|收入|决算数?|预算数?|总计|合计|经费|接待费|运行费|维护费|购置费|金额|结余)(?:为|共|共计)?|增加|减少)万元(?=[，。；、（]|$)/gm,
    what: NO_NUMBER,
    unless: (prose, at) => /(?:单位|计量)$/.test(prose.text.slice(Math.max(0, at - 4), at)),
  },
  { pattern: /(?:占|增长|下降|降低|完成(?:年初|全年|调整)?预算的?)[%％](?=[，。；、）]|$)/gm, what: NO_NUMBER },
  {
    pattern: /(?:保有量为|共有车辆|团组|累计|设备（不含车辆）|设备)(?:辆|个|台（套）|人次)(?=[，。；、]|$)/gm,
    what: NO_NUMBER,
  },
  {
    pattern: /(?<=[一-龥])占(?=[；。]|，其中)/g,
    what: NO_NUMBER,
    unless: (prose, at) => /[侵抢霸独]$/.test(prose.text.slice(0, at)),
  },
];

export const EMPTY_SLOT: Relation = {
  id: "wording.empty-slot",
  title: { zh: "该有数字处没有数字", en: "A number is missing where one belongs" },
  basis: {
    zh: "公开格式中的金额、比例、数量应如实填写，没有的填0",
    en: "Amounts, rates and counts of the form are to be stated, 0 where there is none",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "发现“支出万元”“占%”一类漏填的句子",
    en: "Finds sentences whose number was left out, such as “支出万元” or “占%”",
  },
  leavesOut: {
    zh: "“单位：万元”等表头和泛指的“万元”不算；文件中有读不出的数字时不判断，以免把没有读到当成没有填",
    en: "“Unit: 10,000 yuan” and the like are no slots; nothing is said where the file has unread numbers, lest unread be taken for unwritten",
  },
  *judge(context) {
    if (context.disclosure.oddities.some(({ code }) => /scan|image|ocr/.test(code))) {
      yield {
        outcome: "not-checkable",
        reason: {
          zh: "有扫描页，读不出的数字与漏填的数字无法区分",
          en: "scanned pages: a number that was not read cannot be told from one not written",
        },
        sources: [],
      };
      return;
    }
    yield* judgeSlips(context, EMPTY_SLOTS, ({ role }) => role === "body");
  },
};

const UNITLESS_END = "(?=[，。；;、]|,(?!\\d)|$)";

const NO_PERCENT: Omit<Slip, "pattern"> = {
  what: { zh: "漏写百分号：", en: "leaves out the percent sign:" },
  suggestion: { zh: "补上“%”", en: "Add the percent sign" },
  unless: notStatutory,
  misleads: true,
};

const NO_UNIT: Omit<Slip, "pattern"> = {
  what: { zh: "金额漏写单位：", en: "leaves out the unit of an amount:" },
  suggestion: { zh: "补上“万元”", en: "Add the unit" },
  unless: notStatutory,
  misleads: true,
};

const UNITLESS: readonly Slip[] = [
  // 占本年支出合计的98.9。, 占比1.5；, but 占地、占用、占有 of things.
  {
    pattern: new RegExp(`(?<=占(?![地用有])[^，。；：、%％\\d]{0,24})\\d+(?:\\.\\d+)?${UNITLESS_END}`, "gm"),
    ...NO_PERCENT,
  },
  {
    pattern: new RegExp(
      `(?<=完成(?:了)?(?:年初|全年|调整|当年)?预算数?的?)\\d+(?:\\.\\d+)?${UNITLESS_END}|(?<=(?:增长|下降|上升|降低)(?:了|率为)?)(?!0(?![\\d.]))\\d+(?:\\.\\d+)?${UNITLESS_END}`,
      "gm",
    ),
    ...NO_PERCENT,
  },
  { pattern: new RegExp(`(?<=(?:决算|预算|支出|收入)数?为)\\d[\\d,]*\\.\\d+${UNITLESS_END}`, "gm"), ...NO_UNIT },
  // 年初预算为0，: nothing is nothing in every unit.
  { pattern: new RegExp(`(?<=(?:决算|预算|支出|收入)数?为)[1-9]\\d*${UNITLESS_END}`, "gm"), ...NO_UNIT },
];

export const UNIT_LEFT_OUT: Relation = {
  id: "wording.unit-left-out",
  title: { zh: "数字漏写单位或百分号", en: "A number without its unit or percent sign" },
  basis: {
    zh: "公开格式中每个金额带单位、每个比例带百分号",
    en: "In the form every amount has its unit and every rate its percent sign",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "“占76.2；”“支出决算为4.1。”漏了“%”“万元”，读者要猜",
    en: "A share without % or an amount without 万元 leaves readers guessing",
  },
  leavesOut: {
    zh: "“为0”“增长0”不需要单位；只看说明各节，不看附件和名词解释",
    en: "Nothing needs no unit; only the sections of the narrative are read",
  },
  *judge(context) {
    if (context.document === undefined && context.text === undefined) return;
    // 年初预算为18.80 | 万元，: a page that ends between them.
    const paragraphs = proseOf(context);
    const cut = new Set(paragraphs.filter((_, index) => /^(?:[万亿]?元|%|％)/.test(paragraphs[index + 1]?.text ?? "")));
    const slips = UNITLESS.map((slip) => ({
      ...slip,
      unless: (prose: Prose, at: number, matched: string) =>
        slip.unless?.(prose, at, matched) === true || (cut.has(prose) && at + matched.length === prose.text.length),
    }));
    yield* judgeSlips(context, slips, ({ role }) => role !== "contents");
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [EMPTY_SLOT.id]: [
    { text: "七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出3.03万元，占100%。单位：万元", holds: true },
    { text: "七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出万元，占100%。", holds: false, message: "支出万元" },
    { text: "三、支出决算情况说明\n项目支出1902.23万元，占%。", holds: false, message: "占%" },
    {
      text: "十二、国有资产占用情况\n共有车辆3辆，单位价值50万元以上通用设备台（套），单位价值100万元以上专用设备1台（套）。",
      holds: false,
      message: "设备台（套）",
    },
  ],
  [UNIT_LEFT_OUT.id]: [
    {
      text: "第三部分 2024年度部门决算情况说明\n三、支出决算情况说明\n本年支出合计80.00万元，其中：基本支出50.00万元，占62.50%；项目支出30.00万元，占37.50%。年初预算为0，支出决算为30.00万元，比上年增长0。",
      holds: true,
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n三、支出决算情况说明\n本年支出合计80.00万元，其中：基本支出50.00万元，占62.50;项目支出30.00万元，占37.50%。",
      holds: false,
      message: "62.50",
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n三、支出决算情况说明\n项目支出年初预算为30.00万元，支出决算为29.40。",
      holds: false,
      message: "29.40",
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出80.00万元，占本年支出合计的100.00。",
      holds: false,
      message: "100.00",
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为94.5万元，完成预算100。",
      holds: false,
      message: "100",
    },
  ],
});
