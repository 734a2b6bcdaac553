import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { isAmount, isZero, printed, printedIn } from "./amounts.ts";
import { placeOf } from "./place.ts";
import { proseOf, sourceIn } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

function find(context: CheckContext, key: string): readonly BoundFigure[] {
  return context.facts.get(key) ?? [];
}

/** Money and counts that come together: where one is zero the other is. */
interface Pair {
  readonly what: string;
  readonly money: readonly string[];
  readonly counts: readonly string[];
  /** Whether money without a count is as odd as a count without money. */
  readonly bothWays: boolean;
}

const item = (concept: string, name: string): string => keyText(concept, { item: name });

const PAIRS: readonly Pair[] = [
  {
    what: "公务接待",
    money: [item("three-public", "receptions"), item("three-public", "domestic-receptions")],
    counts: [
      "reception-batches",
      item("reception-batches", "domestic"),
      "reception-persons",
      item("reception-persons", "domestic"),
    ],
    bothWays: true,
  },
  {
    what: "因公出国（境）",
    money: [item("three-public", "overseas")],
    counts: ["missions", "mission-persons"],
    bothWays: true,
  },
  {
    what: "公务用车购置",
    money: [item("three-public", "vehicle-purchase")],
    counts: ["vehicles-bought"],
    bothWays: true,
  },
  ...(
    [
      ["编制绩效目标", "targets"],
      ["绩效监控（跟踪）", "monitoring"],
      ["绩效自评", "self-evaluation"],
      ["部门评价", "department-evaluation"],
    ] as const
  ).map(([what, name]) => ({
    what: `${what}的项目`,
    money: [item("performance-amount", name)],
    counts: [item("performance-projects", name)],
    // A project may have no money in the year.
    bothWays: false,
  })),
];

export const COUNT_AND_MONEY: Relation = {
  id: "plausibility.count-and-money",
  title: { zh: "有金额没有数量，或有数量没有金额", en: "Money without a count, or a count without money" },
  basis: {
    zh: "公开格式第七节：“三公”经费各项同时公开金额和团组、人次、批次、辆数",
    en: "Section seven of the form states the money with the missions, persons, batches and vehicles it paid for",
  },
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "有接待费而批次、人次都是0，或接待了人却没有费用，其中一个数多半漏填",
    en: "Reception money for no reception, or receptions without money: one of them was probably left out",
  },
  leavesOut: {
    zh: "没有印出数量的不判断；团组由其他单位组织、费用由别处承担的，应在说明中写明，工具不替人判断",
    en: "Where no count is printed nothing is said; costs borne elsewhere are for people to explain",
  },
  *judge(context) {
    for (const pair of PAIRS) {
      const money = pair.money.flatMap((key) => find(context, key)).filter(isAmount);
      const counts = pair.counts.flatMap((key) => find(context, key)).filter(isAmount);
      if (money.length === 0 || counts.length === 0) continue;
      const spent = money.filter((figure) => !isZero(figure));
      const counted = counts.filter((figure) => !isZero(figure));
      // Where the money itself is stated in two ways, that is another relation's finding.
      if ((spent.length === 0) === (counted.length === 0) || (spent.length > 0 && spent.length < money.length)) {
        yield { outcome: "holds", sources: [money[0]!.source], figures: [...money, ...counts].map(({ id }) => id) };
        continue;
      }
      if (spent.length === 0 && !pair.bothWays) continue;
      yield spent.length > 0 ? judge(pair, spent[0]!, counts[0]!) : judge(pair, money[0]!, counted[0]!);
    }
  },
};

function judge({ what }: Pair, money: BoundFigure, count: BoundFigure): Judgement {
  const place = placeOf(count.source);
  return {
    outcome: "violated",
    message: {
      zh: `${what}${what.endsWith("项目") ? "金额" : "费用"}为${printed(money)}（${placeOf(money.source).zh}），数量却是${printed(count)}（${place.zh}）`,
      en: `${what}: ${printed(money)} was spent (${placeOf(money.source).en}), the count is ${printed(count)} (${place.en})`,
    },
    figures: [money.id, count.id],
    sources: [count.source, money.source],
    culprits: [
      { figure: count.id, source: count.source },
      { figure: money.id, source: money.source },
    ],
    key: what,
  };
}

export const CARRY_OVER: Relation = {
  id: "plausibility.carry-over",
  title: { zh: "说结转下年，年末结转却为零", en: "Carried over in words, nothing carried over in figures" },
  basis: {
    zh: "年末结转和结余应包括结转到下年使用的资金",
    en: "The closing carry-over contains what is carried to the next year",
  },
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "附件里说某项资金结转下年使用，决算的年末结转和结余却是0，两处必有一处不准确",
    en: "An annex carries money over while the accounts close at zero: one of the two is inexact",
  },
  leavesOut: {
    zh: "结转的资金可能留在财政而不在部门账上，因此只作警告；年末结转不为零时不判断",
    en: "Such money may be held by the finance bureau, hence a warning only; nothing is said where the closing balance is not zero",
  },
  *judge(context) {
    const closing = context.disclosure.figures
      .filter(
        ({ concept, dimensions }) =>
          concept === "closing-carry-over" && dimensions.label === undefined && dimensions.fund === undefined,
      )
      .filter(isAmount);
    const told = context.disclosure.figures.filter(
      (figure) => figure.concept === "closing-carry-over" && figure.dimensions.label !== undefined && !isZero(figure),
    );
    const zero = closing.find(isZero);
    if (told.length === 0) {
      if (closing.length > 0) yield { outcome: "holds", sources: [closing[0]!.source] };
      return;
    }
    if (!zero || closing.some((figure) => !isZero(figure))) {
      if (closing.length > 0)
        yield { outcome: "holds", sources: told.map(({ source }) => source), figures: told.map(({ id }) => id) };
      else
        yield {
          outcome: "not-checkable",
          reason: { zh: "没有印出年末结转和结余", en: "the closing carry-over is not printed" },
          sources: told.map(({ source }) => source),
        };
      return;
    }
    const place = placeOf(told[0]!.source);
    yield {
      outcome: "violated",
      message: {
        zh: `${place.zh}说${told.map((figure) => `${figure.dimensions.label ?? ""}${printed(figure)}`).join("、")}结转下年使用，而${printedIn(zero).zh}`,
        en: `${place.en} carries ${told.map(printed).join(", ")} over to the next year, while ${printedIn(zero).en} as the closing carry-over`,
      },
      figures: [...told.map(({ id }) => id), zero.id],
      sources: [...told.map(({ source }) => source), zero.source],
      culprits: [...told, zero].map(({ id, source }) => ({ figure: id, source })),
      key: told.map(({ dimensions }) => dimensions.label ?? "").join(" "),
    };
  },
};

/** 本单位为公益一类事业单位, 我校系全额拨款的事业单位: what the body that discloses is, in its own words. */
const IS_INSTITUTION =
  /(?:^|[，。；])(?:本(?:单位|校|院|中心|馆|站|所)|我(?:单位|校|院|中心|馆|站|所)|(?<name>[一-龥]{4,30}?(?:学校|中学|小学|幼儿园|医院|学院|中心|馆|站|所)))[^，。；]{0,6}(?:是|为|系|属于?)[^。；]{0,40}事业单位/;
/** What has costs of an agency all the same: who is managed as civil servants are, and any body of the administration. */
const LIKE_AN_AGENCY = /公务员|参公|行政单位|行政机关|行政编制(?:人员)?(?![为共]?0)/;

export const COSTS_OF_INSTITUTION: Relation = {
  id: "plausibility.operating-costs",
  title: { zh: "事业单位填列了机关运行经费", en: "Agency operating costs of a public institution" },
  basis: {
    zh: "机关运行经费反映行政单位和参照公务员法管理的事业单位使用一般公共预算安排的公用经费",
    en: "Agency operating costs are those of administrative bodies and of institutions managed under the Civil Servant Law",
  },
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "文中说明本单位是事业单位，又填列了机关运行经费：多半把公用经费当成了机关运行经费",
    en: "A disclosure of an institution in its own words that states agency operating costs: its public funds were probably taken for them",
  },
  leavesOut: {
    zh: "概况中提到参公管理、行政单位或行政编制的，包括多个单位的，不判断；填0元的不算",
    en: "Not judged where the overview speaks of management as civil servants, of administrative bodies or posts, or of several units; zero is no mistake",
  },
  *judge(context) {
    const costs = find(context, keyText("operating-costs", {})).filter(
      (figure) => isAmount(figure) && !isZero(figure) && figure.unknownWords === undefined,
    );
    const [cost] = costs;
    if (!cost) return;
    const overview = proseOf(context).filter(
      ({ section, role }) => role !== "contents" && section?.part === "overview",
    );
    const own = (context.disclosure.department ?? "").replace(/\s/g, "");
    const said = overview.find(({ text }) => {
      const match = IS_INSTITUTION.exec(text);
      const { name } = match?.groups ?? {};
      // 下属青禾县防汛中心为公益一类事业单位: a unit of the body that discloses, which is none itself.
      return match !== null && (name === undefined || (own !== "" && (name.endsWith(own) || own.endsWith(name))));
    });
    const units = context.disclosure.statements.filter(
      (statement) => statement.type === "named-item" && statement.list === "covered-units",
    );
    if (!said || units.length > 1 || overview.some(({ text }) => LIKE_AN_AGENCY.test(text))) return;
    const source = sourceIn(context, said, 0, said.text.length);
    const place = placeOf(cost.source);
    yield {
      outcome: "violated",
      message: {
        zh: `${place.zh}填列机关运行经费${printed(cost)}，但${placeOf(source).zh}说本单位是事业单位；机关运行经费只由行政单位和参照公务员法管理的事业单位填列`,
        en: `${place.en} states agency operating costs of ${printed(cost)}, while ${placeOf(source).en} calls the body a public institution, which has none unless it is managed under the Civil Servant Law`,
      },
      figures: [cost.id],
      sources: [cost.source, source],
      culprits: [{ figure: cost.id, source: cost.source }],
      suggestion: {
        zh: "不是参公单位的，改为没有机关运行经费；是参公单位的，在概况中写明",
        en: "State that there are none, or say in the overview that it is managed under the Civil Servant Law",
      },
      key: "operating-costs",
    };
  },
};

const INSTITUTION = (costs: string): string =>
  `某市实验中学2024年度单位决算\n第一部分 单位概况\n一、主要职能\n某市实验中学为市教育局所属公益一类事业单位，承担高中教育任务。\n第二部分 2024年度单位决算情况说明\n十、其他重要事项的情况说明\n（一）机关运行经费支出情况\n2024年度机关运行经费支出${costs}万元。`;

export const PLAUSIBILITY_RELATIONS: readonly Relation[] = [COUNT_AND_MONEY, CARRY_OVER, COSTS_OF_INSTITUTION];

export const EXAMPLES: RelationExamples = () => ({
  [COSTS_OF_INSTITUTION.id]: [
    { text: INSTITUTION("0"), holds: true },
    { text: INSTITUTION("210.13"), holds: false, message: "机关运行经费只由行政单位" },
    { text: INSTITUTION("210.13").replace("公益一类事业单位", "参照公务员法管理的事业单位"), holds: true },
    { text: INSTITUTION("210.13").replace("公益一类事业单位", "事业单位，核定公务员编制10名"), holds: true },
    // An agency that names its unit.
    {
      text: "青禾县水务局2024年度部门决算\n第一部分 部门概况\n一、机构设置\n内设办公室等5个股室。下属青禾县防汛服务中心为公益一类事业单位。\n第二部分 2024年度部门决算情况说明\n十、其他重要事项的情况说明\n（一）机关运行经费支出情况\n2024年度机关运行经费支出60.00万元。",
      holds: true,
    },
  ],
  [COUNT_AND_MONEY.id]: [
    {
      text: "第二部分 2024年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n（二）“三公”经费财政拨款支出决算具体情况说明\n公务接待费支出决算3.03万元。国内公务接待16批次，245人次。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n（二）“三公”经费财政拨款支出决算具体情况说明\n公务接待费支出决算3.03万元。国内公务接待0批次，0人次。",
      holds: false,
      message: "0批次",
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n十、预算绩效管理情况\n2024年度编制绩效目标的项目0个，涉及预算金额598.42万元。",
      holds: false,
      message: "0个",
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n十、预算绩效管理情况\n2024年度编制绩效目标的项目12个，涉及预算金额598.42万元。",
      holds: true,
    },
  ],
  [CARRY_OVER.id]: [
    {
      text: "第四部分 附件\n附件1\n2023年部门预算绩效评价报告\n二、部门资金收支情况\n（三）结余分配和结转结余情况。2023年度决算报表结转结余0万元。\n三、部门预算绩效分析\n年中追加项目体检经费5.75万元已全部支付。",
      holds: true,
    },
    {
      text: "第四部分 附件\n# 2023年部门预算绩效评价报告\n## 二、部门资金收支情况\n（三）结余分配和结转结余情况。2023年度决算报表结转结余0万元。\n## 三、部门预算绩效分析\n年中追加项目体检经费5.75万元、能力建设资金19.87万元结转至次年支付。",
      holds: false,
      message: "5.75",
    },
  ],
});
