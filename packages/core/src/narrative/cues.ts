import type { Direction } from "../facts/disclosure.ts";

/** A word that says what the next number is to the subject: its share, its growth, its budget … */
export type Cue =
  | { readonly kind: "share" }
  | { readonly kind: "completion"; readonly stage: BudgetStage }
  | { readonly kind: "stage"; readonly stage: BudgetStage | "final" }
  /** Without a direction where the words leave both open: 增加（减少）. */
  | { readonly kind: "direction"; readonly direction?: Direction; readonly word: string }
  | {
      readonly kind: "against";
      readonly against: "previous-year" | "budget";
      readonly stage?: BudgetStage;
      /** What else than last year's accounts or this year's budget it is, in a few words. */
      readonly base?: string;
    }
  | { readonly kind: "previous-amount" }
  | {
      readonly kind: "comparison";
      readonly direction: Direction;
      readonly word: string;
      readonly stage?: BudgetStage;
    }
  | { readonly kind: "reason" }
  | { readonly kind: "use" }
  /** With a stage where what the parts are of is a budget. */
  | { readonly kind: "parts"; readonly stage?: BudgetStage };

export type BudgetStage = "budget" | "original-budget" | "adjusted-budget";

/** 差值 says how far two amounts are apart, and not which is the larger. */
export const DIFFERENCE = "差值";

export interface CuePhrase {
  readonly pattern: string;
  readonly cue: (matched: string) => Cue;
}

/** Which budget the words name: 年初预算, 全年预算 or 调整预算; 预算 alone leaves it open. */
function budgetIn(words: string): { stage?: BudgetStage } {
  return words.includes("年初")
    ? { stage: "original-budget" }
    : /调整|全年|变更/.test(words)
      ? { stage: "adjusted-budget" }
      : {};
}

const BUDGET = "(?:年初)?(?:预算|预算数|预算安排|预算批复数|预算金额|预算总额|预算支出)";

/** Order matters: the first that matches at a place wins. */
export const CUES: readonly CuePhrase[] = [
  {
    // “三公”经费财政拨款预算中，因公出国（境）费5万元，公务接待费8万元. 一般公共预算 is a fund;
    // 因未列入年初预算中，全年支出6万元 tells what was spent.
    pattern:
      "(?<!一般公共|公共财政|政府性基金|国有资本经营|(?:列入|纳入|编入|编列|列支|包含在|安排在)[一-龥]{0,6})(?:年初|全年|调整)?预算(?:数|安排)?中(?=[，：](?!(?:全年|当年|本年|实际)*支出为?\\d)[一-龥（）]{2,24}?为?\\d[\\d.,]*[万亿]?元)",
    cue: (words) => ({ kind: "parts", stage: "budget", ...budgetIn(words) }),
  },
  {
    pattern:
      "(?:完成|达到|占|为)(?:了)?(?:当年|全年|本年度?|年度)?年初(?:批复)?预算(?:数|安排|批复数|金额)?(?:的)?(?=\\d|[，]?完成|（\\d[\\d.,]*[万亿]?元）的?\\d)",
    cue: () => ({ kind: "completion", stage: "original-budget" }),
  },
  {
    pattern:
      "(?:完成|达到|占|为)(?:了)?(?:当年|本年)?(?:调整后?(?:的)?|调整后?全年|全年|变更)预算(?:数|安排|批复数|金额)?(?:的)?(?=\\d)",
    cue: () => ({ kind: "completion", stage: "adjusted-budget" }),
  },
  {
    pattern:
      "(?:完成|达到|占|为)(?:了)?(?:当年|本年度?|年度)?(?:支出|总)?预算(?:数|安排|批复数|金额)?(?:的)?(?:比|比例|比重)?(?:为)?(?=\\d)",
    cue: () => ({ kind: "completion", stage: "budget" }),
  },
  // 决算数相当于年初预算的150.12%
  {
    pattern:
      "(?:(?:支出)?(?:决算|执行|实际支出)(?:数|额)?)?相当于(?:当年|全年|本年度?)?(?:年初|调整|全年)?预算(?:数|安排)?的?(?=\\d[\\d.]*%)",
    cue: (words) => ({ kind: "completion", stage: "budget", ...budgetIn(words) }),
  },
  // 年初预算420万元，决算341.82万元（完成81.39%）
  {
    pattern: "(?<=预算(?:数|安排)?为?\\d[^。；\\n]{0,40}（)完成(?=\\d[\\d.]*%)",
    cue: () => ({ kind: "completion", stage: "budget" }),
  },
  // 决算41.2万元，与年初预算一致，完成100%
  {
    pattern: "(?<=(?:与|和|同)年初预算(?:数)?(?:持平|相同|一致|相等)，)完成(?=\\d[\\d.,]*%)",
    cue: () => ({ kind: "completion", stage: "original-budget" }),
  },
  // 决算数402.6万元，预算数380万元，完成105.95%
  {
    pattern:
      "(?<=预算(?:数|安排)?(?:为)?\\d[\\d.,]*[万亿]?元[，、](?:(?:支出)?决算(?:数)?(?:为)?\\d[\\d.,]*[万亿]?元[，、])?)完成(?=\\d[\\d.,]*%)",
    cue: () => ({ kind: "completion", stage: "budget" }),
  },
  {
    pattern:
      "(?:预算)?(?:完成率|执行率|完成比例|执行比例|完成进度|支出进度|执行进度|执行总体进度)(?:达到|达|为)?(?=\\d)",
    cue: () => ({ kind: "completion", stage: "budget" }),
  },

  {
    pattern:
      "(?:决算(?:数)?)?(?:与|和|同)(?:年初|调整|全年|年度)?预算(?:数)?(?:相比)?(?:基本|完全)?(?:持平|相同|一致|相等)|等于(?:年初|调整|全年)?预算(?:数)?",
    cue: (word) => ({
      kind: "comparison",
      direction: "unchanged",
      word: word.includes("基本") ? "基本持平" : (/等于|相同|一致|相等/.exec(word)?.[0] ?? "持平"),
      ...budgetIn(word),
    }),
  },
  {
    pattern: "(?:决算(?:数)?)?(?:大于|高于|超过)(?:年初|调整|全年|年度)?预算(?:数)?",
    cue: (word) => ({
      kind: "comparison",
      direction: "increase",
      word: /大于|高于|超过/.exec(word)![0],
      ...budgetIn(word),
    }),
  },
  {
    pattern: "(?:决算(?:数)?)?(?:小于|低于|少于)(?:年初|调整|全年|年度)?预算(?:数)?",
    cue: (word) => ({
      kind: "comparison",
      direction: "decrease",
      word: /小于|低于|少于/.exec(word)![0],
      ...budgetIn(word),
    }),
  },
  {
    pattern:
      "(?:与|和|同|较|比)(?:当年|本年|本年度|年度|20\\d{2}年度?)?(?:的)?(?:年初|调整|全年)?预算(?:数|安排)?(?:相比|比较|对比)?(?=[，]?[一-龥、（）]{0,40}?(?:增加|减少|增长|下降|节约|节省|持平|超支|结余|无增减|无变化|不变|少|多))",
    cue: (words) => ({ kind: "against", against: "budget", ...budgetIn(words) }),
  },
  {
    pattern:
      "(?:较|比|与|同)(?:当年|本年|本年度|年度|20\\d{2}年度?)?(?:的)?(?:年初|调整|全年)?预算(?:数|安排)?的?(?=\\d[\\d.,]*(?:万?元)?，?(?:相比)?(?:增|减|下降|降低|持平|少|多|无增减))",
    cue: (words) => ({ kind: "against", against: "budget", ...budgetIn(words) }),
  },

  // 实缴61.23万元，为预算的102.28%，超出的1.36万元系缴费基数核增所致
  {
    pattern: "(?<=预算(?:数)?的?\\d[\\d.]*%[，、（])超(?:出|支)的(?=\\d[\\d.,]*[万亿]?元)",
    cue: () => ({ kind: "comparison", direction: "increase", word: "超过" }),
  },
  // 预算数41万元，决算数44.24万元，超7.89%
  {
    pattern:
      "(?<=预算(?:数|安排)?(?:为)?\\d[\\d.,]*[万亿]?元[，、](?:支出)?(?:决算|执行|实际支出)(?:数)?(?:为)?\\d[\\d.,]*[万亿]?元[，、])超(?=\\d)",
    cue: () => ({ kind: "comparison", direction: "increase", word: "超过" }),
  },
  // 超预算20.5万元
  {
    pattern: "超(?:出|过|支)?(?:年初|全年|调整)?预算(?:数)?(?=\\d)",
    cue: (word) => ({ kind: "comparison", direction: "increase", word: "超过", ...budgetIn(word) }),
  },
  // 年初预算与支出决算均为39.13万元: what was spent is told, and that it was what was planned.
  {
    pattern: "(?:年初|全年|调整)?预算(?:数)?[与和、](?:支出)?决算(?:数)?(?:均|都|同)为(?=\\d)",
    cue: () => ({ kind: "stage", stage: "final" }),
  },
  {
    pattern:
      "(?:支出)?年初预算(?:数|安排|批复|金额|收入|支出)?(?:数)?(?:为|是)?(?:人民币)?|年初(?:安排|批复|核定)(?:为|了)?(?=\\d[\\d.,]*[万亿]?元)",
    cue: () => ({ kind: "stage", stage: "original-budget" }),
  },
  {
    pattern: "(?:支出)?(?:调整后?(?:的)?|全年|变更)预算(?:数|安排|批复|金额)?(?:为|是)?",
    cue: () => ({ kind: "stage", stage: "adjusted-budget" }),
  },
  {
    pattern: `(?<!追加|调增|调减|新增|增加|资金来源[^。\\n]{0,80}(?:一般公共|国有资本经营))(?:支出)?${BUDGET}(?:为|是)?(?=\\d)`,
    cue: () => ({ kind: "stage", stage: "budget" }),
  },
  {
    pattern: "(?:财政拨款)?(?:支出)?决算(?:(?:数|支出|金额)?(?:为|是)|数(?=0[，；。]))|实际(?:支出|完成)(?:数)?(?:为)?",
    cue: () => ({ kind: "stage", stage: "final" }),
  },

  {
    pattern: "(?:与|和|同|较|比)(?:上年度?|上一年度?|去年)(?:的)?(?:年初)?预算(?:数字|数)?(?:相比|比较|对比)?",
    cue: () => ({ kind: "against", against: "previous-year", base: "较上年预算" }),
  },
  {
    pattern:
      "(?:与|和|同|(?<!经比)较|比|相比|对比)(?:于)?(?:19|20)\\d{2}年(?:度)?(?:（[^（）\\d]{1,8}）)?(?:的)?(?:决算(?:数)?|同期)?(?:相比|比较|对比|相较)?",
    cue: () => ({ kind: "against", against: "previous-year" }),
  },
  {
    pattern:
      "(?:与|和|同|较|比)(?:上年度?|上一年度?|去年|上年同期|去年同期|往年)(?:的)?(?:决算(?:数字|数)?|(?:累计)?支出(?:数)?|同期)?(?:相比|比较|对比)?|同比",
    cue: () => ({ kind: "against", against: "previous-year" }),
  },
  // 固定资产年末数186.3万元，比年初数174.1万元增加12.2万元
  {
    pattern: "(?:较|比|与)(?:上年末|年初)(?:数|余额)?(?=\\d)",
    cue: () => ({ kind: "against", against: "previous-year" }),
  },
  {
    pattern: "(?:上年度?|上一年度?|去年)(?:度)?(?:支出|收入)?决算(?:数|支出)?(?:为)?(?=\\d)",
    cue: () => ({ kind: "previous-amount" }),
  },

  // 本年收入合计100万元，上年收入120万元，比上年减少20万元: what came in the year before.
  {
    pattern: "(?<=[（，；。\\n])(?:上年度?|去年)(?:本年)?收入(?:合计|总计|总额)?(?:数)?(?:为|共)?(?=\\d)",
    cue: () => ({ kind: "previous-amount" }),
  },
  // 同比下降14.63%（上年2.05万元）, 收入、支出总计2945.55万元，上年同口径为2825.79万元, 此外，质量基础（项）上年支出7.40万元
  {
    pattern: "(?<=[（，；。]|（[类款项]）)(?:上年|去年)(?:度|同期|(?:同|可比)口径|决算)?数?(?:为|支出)?(?=\\d)",
    cue: () => ({ kind: "previous-amount" }),
  },
  // 一般公共预算财政拨款支出2697.58万元。上年支出2702.02万元，本年减少4.43万元
  {
    pattern: "(?<=。)(?:上年|去年)支出(?:数)?(?:为)?(?=\\d)",
    cue: () => ({ kind: "previous-amount" }),
  },

  {
    pattern: "占比(?:为|达)?|(?<=[，（])(?:所占)?比[重例](?:为|达|是)?(?=\\d)|占(?![有用地据])",
    cue: () => ({ kind: "share" }),
  },
  // 在一般公共预算支出中的比重为2.20%: what it is a share of stands between.
  {
    pattern: "在(?=[^，。；：\\d]{2,24}中(?:的|所占的?)?(?:比重|比例|占比|份额)(?:为|是|达|约)*\\d[\\d.]*%)",
    cue: () => ({ kind: "share" }),
  },
  {
    // Not the blank's own words: 如持平作持平表述.
    pattern:
      "(?<![如作])(?:基本|完全|保持|均)?(?:(?<![如作])持平(?!作?[^，。）]{0,6}表述)|无变化|无增减(?:变化)?|没有变化|无增减变动|一致|相同|相等)|(?<=[（，])零增长(?=[）。；，])",
    cue: (word) => ({ kind: "direction", direction: "unchanged", word }),
  },
  {
    pattern: "增加到|增至|增加至|减少到|减少至|减至|降至|下降到|下降至",
    cue: () => ({ kind: "stage", stage: "final" }),
  },
  {
    // What the blank offers to choose from: the words do not say which.
    pattern:
      "增减(?=0(?![\\d.]*[1-9]))|(?:增加|增长|上升)（(?:减少|下降|降低)）|(?:减少|下降|降低)（(?:增加|增长|上升)）|增加/减少|增长/下降",
    cue: (word) => ({ kind: "direction", word }),
  },
  {
    pattern: "差[值额](?:为)?(?=[+＋\\-－−]?\\d)|相差(?=\\d)",
    cue: () => ({ kind: "direction", word: DIFFERENCE }),
  },
  {
    pattern:
      "增加(?:了)?|增长(?:了)?|上升(?:了)?|提高(?:了)?|增幅(?:为|达)?|上涨(?:了)?|多支出|多支(?=近|约|\\d)|(?<=元|[上去]年|[预决]算数?|\\d年度?)多出(?:了)?(?=近|约|\\d)|增支|增收|超支|增(?=\\d)|升高(?:了)?|扩大(?:了)?|超出(?!部分|本年|当年|全年|总?收入|的)|(?<=元|[上去]年|[预决]算数?|\\d年度?)多(?=\\d)|多了(?=\\d)",
    cue: (word) => ({ kind: "direction", direction: "increase", word: word.replace(/了|为|达/g, "") }),
  },
  {
    pattern:
      "减少(?:了)?|下降(?:了)?|降低(?:了)?|压缩(?:了)?(?=\\d)|降幅(?:为|达)?|缩减(?:了)?|压减(?:了)?|节(?:约|省)(?:了)?(?!资金|财政资金|率)|节支(?=\\d)|少支出|少支(?:了)?(?=近|约|\\d)|减支|减收|负增长|减(?=\\d)|降(?=\\d)|减幅(?:为|达)?|(?<=元|[上去]年|[预决]算数?|\\d年度?)少(?=\\d)|少了(?=\\d)|(?<=预算(?:数)?(?:相比)?，?)结余(?=\\d)",
    cue: (word) => ({ kind: "direction", direction: "decrease", word: word.replace(/了|为|达/g, "") }),
  },

  {
    pattern:
      "(?<=(?:大于|小于|高于|低于|多于|少于)[^。；\\n]{0,12})主要情况(?=：|是)|主要(?:变动|增减|变化)情况(?=：[^\\d，。；]{2})|(?:主要|变动|变化|增减|差异)*原因(?:是|为|：|主要|系|有|在于)*|(?<=[，。；])(?:变化|变动|增减|差异|增长|下降|增加|减少)?主要(?:来自于?|来源于|体现在|表现在|反映在|集中在)(?!\\d)|主要(?:是|系|为)(?:由于|因为|因)?|(?<=(?:超出|超支|增加|减少|节约|结余)的\\d[\\d.,]*[万亿]?元)系(?=[一-龥])|(?:由于|因为|系因)(?!(?:年初|全年|调整)?预算(?:数)?为?0)",
    cue: () => ({ kind: "reason" }),
  },
  // 用于体育事业的彩票公益金支出 is the name of an item.
  { pattern: "主要用于|用于(?![^，。；：\\d]{2,14}的彩票公益金)|主要反映", cue: () => ({ kind: "use" }) },
  {
    // 为以前年度支出预算未执行完毕…的资金: what a quantity is, in a clause after its amount.
    pattern: "(?<=\\d(?:万元|元)，)(?:主要)?(?:为|是|系)(?=[^，。；\\d]{6,}|\\d+个[^，。；\\d]{6,})",
    cue: () => ({ kind: "use" }),
  },
  {
    // 按单位分：局机关支出1632.5万元，占2.78%
    pattern: "按(?:所属|预算)?单位(?:划分|构成|分|来看)(?=[：，])",
    cue: () => ({ kind: "parts" }),
  },
  {
    pattern:
      "其中|具体(?:情况|内容)?(?:如下|包括)|具体(?:用途|开支|项目)(?:如下|包括|有)|主要用于以下方面|按(?:支出)?(?:功能|用途|经济)分类",
    cue: () => ({ kind: "parts" }),
  },
];
