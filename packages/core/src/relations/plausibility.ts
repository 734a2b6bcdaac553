import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { isAmount, isZero, printed, printedIn } from "./amounts.ts";
import { placeOf } from "./place.ts";
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

export const PLAUSIBILITY_RELATIONS: readonly Relation[] = [COUNT_AND_MONEY, CARRY_OVER];

export const EXAMPLES: RelationExamples = () => ({
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
