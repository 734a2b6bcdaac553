import { firstAtLeast } from "../../document/sorted.ts";
import type { BoundFigure, SectionId } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { isZero, printed } from "../amounts.ts";
import { thresholdOf } from "../context.ts";
import { isSaidToBeNew } from "../founding.ts";
import { perContext } from "../per-context.ts";
import { placeOf } from "../place.ts";
import { proseOf, sectionAt, type Prose } from "../prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { CHANGE_OWED, comparisons, nameOf, OWED, wholeSection, type Comparison } from "./owed.ts";

const REASON_WORDS =
  /原因|(?:变动|增减|变化)情况[：:](?=.{2})|的主要情况|主要是|由于|因为|主要系|系因|是因|因(?!公|素|此)|受.{2,20}影响|所致/;
/** 增加1.2万元，用于更换车辆。: what it was spent on, said in the same breath, is a reason. */
const SPENT_ON = /^[^。；]*用于/;

/** Wherever a reason opens, even within the words of another: looked for once, however many changes ask. */
const OPENINGS = new RegExp(`(?=${REASON_WORDS.source})`, "g");
const reasonsOf = perContext((context): readonly number[] =>
  proseOf(context)
    .flatMap(({ text, offsets }) => [...text.matchAll(OPENINGS)].map(({ index }) => offsets[index]!))
    .toSorted((one, other) => one - other),
);

function hasReasonBetween(context: CheckContext, from: number, to: number): boolean {
  const reasons = reasonsOf(context);
  const at = firstAtLeast(reasons, from, (offset) => offset);
  return at < reasons.length && reasons[at]! < to;
}

const sectionsWithReason = perContext(() => new Map<SectionId, boolean>());

function hasReasonInSection(context: CheckContext, id: SectionId): boolean {
  const known = sectionsWithReason(context);
  let has = known.get(id);
  if (has === undefined) known.set(id, (has = REASON_WORDS.test(wholeSection(context, id))));
  return has;
}

/**
 * Whether a reason stands where it may: in the rest of the section, since reasons may be told after all the figures; for
 * “三公” anywhere in it, since the reasons of the parts explain the total.
 */
function isReasonInReach(context: CheckContext, from: number): boolean {
  const inner = sectionAt(context.disclosure.sections, from);
  if (inner?.id?.startsWith("three-public")) return hasReasonInSection(context, "three-public");
  if (inner) return hasReasonBetween(context, from, inner.bodyEnd);
  const offsets = paragraphAt(context, from)?.offsets;
  return offsets !== undefined && hasReasonBetween(context, offsets[0]!, offsets.at(-1)! + 1);
}

function paragraphAt(context: CheckContext, offset: number): Prose | undefined {
  return proseOf(context).find(({ offsets }) => offsets[0]! <= offset && offset <= offsets.at(-1)!);
}

export const CHANGE_REASON: Relation = {
  id: "reasons.change",
  title: { zh: "增减变化没有说明原因", en: "A change without its reason" },
  basis: OWED,
  severity: "warning",
  form: "presence",
  purpose: { zh: "与上年相比增加或减少的，应说明主要原因", en: "A change on last year is explained" },
  leavesOut: {
    zh: "持平、变化为零的不需要原因；原因写在数字之前的也算；公开格式不要求原因的节（北京的总体情况）不判断；收支分项、“三公”各项只要同一节里说明过原因就算；附件中的比较不判断",
    en: "No change needs no reason; a reason may stand before the figure; sections whose form asks for none (the totals of Beijing) are not judged; for parts a reason anywhere in the section counts; comparisons in annexes are not judged",
  },
  thresholds: {
    rate: {
      zh: "增减率达到百分之几才要求说明原因",
      en: "the least rate of change, in percent, that owes a reason",
      default: 0,
    },
  },
  *judge(context) {
    const least = thresholdOf(context, CHANGE_REASON, "rate");
    const told = new Set<string>();
    for (const statement of comparisons(context, "previous-year")) {
      const section = sectionAt(context.disclosure.sections, statement.source.start);
      if (section?.id === undefined || !CHANGE_OWED.has(section.id) || statement.direction === "unchanged") continue;
      if (context.profile?.sections.some(({ id, explained }) => id === section.id && explained === false)) continue;
      const figures = figuresOf(context, statement);
      if (figures.length === 0 || figures.some(isZero) || rateOf(figures) < least) continue;
      // 占本年支出的80%，较上年提高2.5个百分点; 接待比上年减少2个团组: no money, which is what forms want explained.
      if (figures.every(({ unit }) => unit === "percentage-point" || unit === "count")) continue;
      // 车均3万元，比上年减少0.2万元
      if (figures.every(({ dimensions }) => dimensions.label?.endsWith("均") === true)) continue;
      const change = `${section.id.split(".")[0]} ${figures.map(printed).join(" ")}`;
      if (statement.reason !== undefined) {
        // 收入总计增加X，原因是…；支出总计增加X: the same change need not be explained twice.
        if (statement.reason !== "") told.add(change);
        if (statement.reason !== "") yield { outcome: "holds", sources: [statement.source], figures: [] };
        continue;
      }
      if (context.text === undefined) {
        yield {
          outcome: "not-checkable",
          reason: { zh: "没有原文，看不到原因", en: "the text is not at hand" },
          sources: [statement.source],
        };
      } else if (hasReason(context, statement) || figures.some((figure) => isSaidToBeNew(context, figure))) {
        yield { outcome: "holds", sources: [statement.source] };
      } else {
        // The total of “三公” changes by what its only part changes by: one reason is missing.
        if (!told.has(change)) yield withoutReason(context, statement, figures);
        told.add(change);
      }
    }
  },
};

/** Sections whose totals are told with their parts: what explains the total explains them. */
const OF_PARTS = /^(?:totals|revenue|expenditure|appropriation-totals)$/;

function isPart({ concept, dimensions }: Comparison["subject"]): boolean {
  const { functional, source, nature, group, economic, fund } = dimensions;
  const ofOneFund = fund !== undefined && fund !== "appropriation";
  return (
    ofOneFund || (functional ?? source ?? nature ?? group ?? economic) !== undefined || concept.endsWith("carry-over")
  );
}

function hasReason(context: CheckContext, statement: Comparison): boolean {
  const { source, subject } = statement;
  const id = sectionAt(context.disclosure.sections, source.start)?.id;
  if (id !== undefined && OF_PARTS.test(id) && isPart(subject) && hasReasonInSection(context, id)) return true;
  if (isReasonInReach(context, source.end) || isGivenBefore(context, statement)) return true;
  const behind = context.text?.slice(source.end, source.end + SENTENCE) ?? "";
  return (
    SPENT_ON.test(behind) || (id !== undefined && OF_PARTS.test(id) && TOLD_IN_PARTS.test(behind.replace(/\s/g, "")))
  );
}

/** 增加287.66万元，增长13.80%，具体情况如下：: the parts that follow are what the form asks for (Fujian). */
const TOLD_IN_PARTS = /^[^。；]{0,40}具体[^。；]{0,6}如下/;

const SENTENCE = 120;
/** How far before its change a reason is looked for: without a bound, each change of a long paragraph reads all before it. */
const REACH_BEFORE = 400;

const AN_AMOUNT = /\d\s*(?:[万亿]?元|[%％])/;
const AMOUNTS = new RegExp(AN_AMOUNT, "g");
/** 由于人员调动，2024年度…减少: the reason opens the sentence of its change. */
/** Not 变动原因见附件 and 因地制宜, which give none. */
const OPENS_WITH_REASON =
  /(?:由于|因为|受.{2,20}影响|原因(?:主要)?(?:是|为|系|在于|：)|(?<![原基])因(?!公|素|此|私|病|地制宜))[^。；]*$/;
/** 认真落实八项规定，严格控制“三公”经费支出。: what was done to spend less, told before by how much it was less. */
const RESTRAINT =
  /厉行(?:勤俭)?节约|过紧日子|八项规定|(?:从严|严格)?(?:控制|压减|压缩|削减)[^。；]{0,24}(?:支出|开支|经费|费用)/;

/** Whether the reason stands before the change, with no other amount told between: the paragraph has opened with it. */
function isGivenBefore(context: CheckContext, { source, direction }: Comparison): boolean {
  const prose = paragraphAt(context, source.start);
  if (!prose) return false;
  const at = firstAtLeast(prose.offsets, source.start, (offset) => offset);
  const before = prose.text.slice(Math.max(0, at - REACH_BEFORE), at);
  const sentence = before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf("；")) + 1);
  // 机关运行经费支出80万元，与上年相比，因人员调出，减少5万元
  const sinceAmount = sentence.split(AMOUNTS).at(-1)!;
  if (OPENS_WITH_REASON.test(sinceAmount)) return true;
  return direction === "decrease" && !AN_AMOUNT.test(before) && RESTRAINT.test(before);
}

function figuresOf(context: CheckContext, statement: Comparison): BoundFigure[] {
  return statement.figures.flatMap((id) => context.figures.get(id) ?? []);
}

function rateOf(figures: readonly BoundFigure[]): number {
  const rate = figures.find(({ dimensions }) => dimensions.measure === "growth");
  return rate ? Math.abs(Number(rate.value)) : Infinity;
}

function withoutReason(context: CheckContext, statement: Comparison, figures: readonly BoundFigure[]): Judgement {
  const place = placeOf(statement.source);
  const name = nameOf(context, statement.subject);
  const amount = figures.map(printed).join("、");
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}说${name.zh}比上年${statement.word}${amount}，没有说明原因`,
      en: `${place.en}: ${name.en} ${statement.direction === "increase" ? "rose" : "fell"} by ${figures.map(printed).join(", ")}, and no reason is given`,
    },
    stated: `${statement.word}${amount}`,
    sources: [statement.source, ...figures.map(({ source }) => source)],
    suggestion: { zh: "补充“主要原因是……”", en: "State the main reason" },
    key: keyText(statement.subject.concept, statement.subject.dimensions),
  };
}

export const EXAMPLES: RelationExamples = () => ({
  [CHANGE_REASON.id]: [
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。主要变动原因是项目经费增加。",
      holds: true,
    },
    // The paragraph opens with what was done to spend less.
    {
      text: "2023年度部门决算情况说明\n一、“三公”经费决算情况\n“三公”经费支出20.00万元。\n二、“三公”经费增减变化情况\n我局认真落实八项规定，严格控制“三公”经费支出。2023年“三公”经费决算比2022年减少5.00万元，下降20%。",
      holds: true,
    },
    // The reason stands between the amount and its change.
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元，与上年相比，因人员调出，减少2.23万元。",
      holds: true,
    },
    // 因地制宜 gives no reason.
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元。我局因地制宜开展工作，机关运行经费比2022年减少2.23万元，下降2.7%。",
      holds: false,
      message: "没有说明原因",
    },
    // What falls to each owes no reason of its own.
    {
      text: "第二部分 2023年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n公务用车运行维护费支出6.00万元，公务用车保有量2辆，车均3.00万元，比上年减少0.20万元。",
      holds: true,
    },
    // Fujian's form asks for the parts of the totals, and for no reason.
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况\n（一）2023年收入3037.9万元，比2022年决算数增加1019.89万元，增长50.5%，具体情况如下：\n1.财政拨款收入3000.00万元。\n2.其他收入37.90万元。",
      holds: true,
    },
    // What explains the total explains its parts, told after it.
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元，较上年减少256.2万元，下降7.78%，主要原因是项目减少。\n1.其他收入56.3万元，比上年增加6.3万元，增长12.6%。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计持平。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n2023年度一般公共预算财政拨款支出800.00万元，占本年支出合计的80.00%，较上年提高2.5个百分点。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算说明\n二、收入支出决算总体情况说明\n2023年度收、支总计3037.9万元，比上年增加1019.89万元，增长50.5%。",
      profile: "beijing",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。",
      holds: false,
      message: "没有说明原因",
    },
  ],
});
