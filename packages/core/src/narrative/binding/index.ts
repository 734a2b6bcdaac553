import type { BoundFigure } from "../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import type { Binding, Reading } from "../state.ts";
import { countOf, unitOf } from "../twins.ts";
import { onAverage } from "./average.ts";
import { isForeign, labelled } from "./annex.ts";
import { allGraded, evaluatedOfLevel } from "./levels.ts";
import { totalOfChart } from "./chart.ts";
import { bindCount } from "./count.ts";
import { countedNoun } from "./counts/nouns.ts";
import { changeOfPart } from "./explained.ts";
import { heldInBrackets } from "./in-brackets.ts";
import { wentFromTo } from "./from-to.ts";
import { allNamed } from "./in-turn/of-all.ts";
import { ofItsTurn } from "./in-turn/row.ts";
import { withMeasure } from "./measures.ts";
import { bindMoney, receptionEntry } from "./money.ts";
import { rememberPart, settleCompletion, settleNested, settleUnsaid } from "./nested.ts";
import {
  averageScore,
  evaluatedOthers,
  isBandOfScores,
  partOfScore,
  scoreOfEach,
  projectsOfBand,
} from "./evaluation/scores.ts";
import { evaluatedProject } from "./evaluation/project.ts";
import { paidFrom, paidWith } from "./paid-from.ts";
import { bindRate } from "./rate.ts";
import { bindInReason } from "./reasoned.ts";
import { projectOfReport } from "./reports.ts";
import { unknownWords } from "../certainty.ts";
import { placeOf, sentenceBefore } from "../places.ts";
import { setFunctionalKeepingHead, structureName } from "../account-names.ts";
import { comparedWithNextYear, nextYearBudget, onYear, speaksOfAnotherYear } from "../years.ts";

export function onNumber(r: Reading, number: NumberToken): void {
  if (number.role !== "figure") {
    if (number.role === "year" || number.role === "date") onYear(r, number);
    if (number.role === "enumerator") r.listOrdinal = Number(number.value);
    return;
  }
  const all = allNamed(r, number);
  const own = bind(r, number);
  // 公务用车购置费预算、决算及上年决算均为0万元: words that hold marks may be taken for one name.
  const isOpen = typeof own === "string" || own.dimensions.label !== undefined;
  const told = isOpen ? all[0] : all.find((key) => isSame(own, key));
  bindAs(r, number, told ?? own);
  if (told) for (const key of all) if (key !== told) tellAlso(r, number, key);
}

const isSame = (one: ConceptKey, other: ConceptKey): boolean =>
  keyText(one.concept, one.dimensions) === keyText(other.concept, other.dimensions);

/** 事业收入、经营收入均为0万元: the number once more, of another that it is told of. */
function tellAlso(r: Reading, number: NumberToken, key: ConceptKey): void {
  const { lastBound } = r;
  if (!lastBound) return;
  const { concept, dimensions } = key;
  const figure = { ...lastBound, id: r.context.nextId(), unit: unitOf(number, key, r.money), concept, dimensions };
  r.figures.push(figure);
  rememberPart(r, figure);
}

function bindAs(r: Reading, number: NumberToken, own: Binding): void {
  const comparedWith = r.cue?.kind === "against";
  const bound = onAverage(r, number, evaluatedOfLevel(r, number, ofYearToCome(r, number, own)));
  // A reason is told loosely: what it says changed is no proof against what the accounts print, unless it tells the parts of the change.
  const explains = typeof bound !== "string" && r.inReason && isChange(bound) && bound.concept !== "three-public";
  const unknown =
    typeof bound === "string"
      ? undefined
      : explains
        ? wordsBefore(r, number)
        : bound.unsure !== undefined
          ? bound.unsure || undefined
          : (unknownWords(r, number.start, bound) ?? (comparedWith && isPlain(bound) ? "比" : undefined));
  const source = placeOf(r, number.start, number.end);
  const figure = {
    id: r.context.nextId(),
    text: source.text.replace(/\s+/g, ""),
    value: number.value,
    decimals: number.decimals,
    unit: typeof bound === "string" ? number.unit : unitOf(number, bound, r.money),
    ...(number.classifier === undefined ? {} : { classifier: number.classifier }),
    ...(number.approximate === undefined ? {} : { approximate: number.approximate }),
    source,
  };
  if (typeof bound === "string") {
    r.unbound.push({ ...figure, reason: bound });
  } else {
    const complete: BoundFigure = {
      ...figure,
      concept: bound.concept,
      dimensions: bound.dimensions,
      ...(bound.direction === undefined ? {} : { direction: bound.direction }),
      ...(unknown === undefined ? {} : { unknownWords: unknown }),
    };
    r.figures.push(complete);
    r.lastBound = complete;
    if (explains) {
      r.reasoned.add(complete.id);
      r.lastNumberEnd = number.unitEnd;
      return;
    }
    rememberPart(r, complete);
    settleNested(r, complete);
    settleCompletion(r, complete);
    settleUnsaid(r, complete);
    // 同上年比，分别增加A万元、B万元 was of the totals, whatever stands before it.
    if (r.comparison?.figures.length === 0 && isChange(bound) && isTotal(bound) && !isTotal(r.comparison.subject))
      r.comparison.subject = plainOf(bound);
    // What the reason tells of the parts is not by how much the whole changed.
    if (
      r.comparison &&
      !r.inReason &&
      (r.named === undefined || isOfSubject(bound, r.comparison.subject)) &&
      (bound.dimensions.measure === "change" || bound.dimensions.measure === "growth")
    ) {
      r.comparison.figures = [...r.comparison.figures, complete.id];
    }
  }
  r.lastNumberEnd = number.unitEnd;
}

const isChange = ({ dimensions: { measure } }: ConceptKey): boolean => measure === "change" || measure === "growth";

function wordsBefore(r: Reading, number: NumberToken): string {
  return /[^，。；：、\d\n]*$/.exec(r.view.text.slice(Math.max(0, number.start - 24), number.start))![0] || "原因";
}

const isTotal = ({ concept }: ConceptKey): boolean => concept.startsWith("total-");

function plainOf({ concept, dimensions }: ConceptKey): ConceptKey {
  const { measure: _, ...rest } = dimensions;
  return { concept, dimensions: rest };
}

/** Of several whose changes are told in a row, the one that the comparison is of. */
function isOfSubject({ concept, dimensions }: ConceptKey, subject: ConceptKey): boolean {
  const { measure: _measure, stage: _stage, ...own } = dimensions;
  return keyText(concept, own) === keyText(subject.concept, subject.dimensions);
}

/** 比上年决算数33.1万元降了4.5万元: what was compared with, taken for this year's. */
function isPlain({ dimensions: { measure, stage, period, label } }: ConceptKey): boolean {
  return (measure ?? stage ?? period ?? label) === undefined;
}

const PLANNED_COUNTS =
  /^(?:vehicles-|state-vehicles|large-equipment|performance-projects|(?:mission|reception|meeting|training)-)/;

/** 2024年预算数15.5万元 in the accounts of 2023: under its year, beside this year's budget. */
function ofYearToCome(r: Reading, number: NumberToken, bound: Binding): Binding {
  const isOther = number.unit === "score" || number.unit === "percentage-point";
  if (typeof bound === "string" || isOther) return bound;
  // 2024年拟购置公务用车2辆
  if (number.unit === "count") {
    const planned = PLANNED_COUNTS.test(bound.concept) ? nextYearBudget(r, number.start) : undefined;
    return planned === undefined
      ? bound
      : {
          ...bound,
          dimensions: {
            ...bound.dimensions,
            label: `${planned}年${bound.dimensions.label?.replace("当年", "") ?? ""}`,
          },
        };
  }
  if (bound.dimensions.label !== undefined || bound.concept === "threshold") return bound;
  const compared = comparedWithNextYear(r, number.unitEnd);
  if (compared !== undefined && bound.dimensions.period === "previous") {
    const { period: _, ...dimensions } = bound.dimensions;
    // Whether 上年的12万元 was planned or spent is not said.
    const isPlanned = /上年[^，。；\d]*预算[^，。；\d]*$/.test(sentenceBefore(r, number.start));
    return {
      ...bound,
      dimensions: { ...dimensions, ...(isPlanned ? { stage: "budget" } : { label: `${compared}年的上年` }) },
    };
  }
  const year = nextYearBudget(r, number.start);
  if (year === undefined) return bound;
  const stage = bound.dimensions.measure === undefined ? { stage: bound.dimensions.stage ?? ("budget" as const) } : {};
  return { ...bound, dimensions: { ...bound.dimensions, ...stage, label: `${year}年` } };
}

export function bind(r: Reading, number: NumberToken): Binding {
  const turn = ofItsTurn(r, number);
  if (turn) return turn;
  // 人员经费与公用经费之比为9比1
  if (/\d比$/.test(r.view.text.slice(Math.max(0, number.start - 2), number.start)))
    return "两个数之比，不是其中任何一个";
  if (isBandOfScores(r, number)) return { concept: "threshold", dimensions: {} };
  const noun = allGraded(r, number) ?? countedNoun(r, number) ?? projectsOfBand(r, number);
  if (noun) return noun;
  if ((r.inUse || r.inReason) && countsReceptions(r, number) && !speaksOfAnotherYear(r, number.start))
    r.inUse = r.inReason = false;
  if (r.inUse && isWhatWasUsed(r, number)) {
    r.inUse = false;
    r.subject = natureUsed(r, number) ?? r.base;
  }
  // …用于村级公共设施维护和治安巡逻，群众满意度94.8%，自评得分90分
  if (number.unit === "score" && /得分为?$/.test(r.view.text.slice(Math.max(0, number.start - 3), number.start)))
    r.inUse = r.inReason = false;
  const charted = totalOfChart(r, number);
  if (charted) return charted;
  const held = heldInBrackets(r, number);
  if (held) return held;
  const paid = paidWith(r, number) ?? paidFrom(r, number);
  if (paid) return paid;
  const part = r.inReason ? changeOfPart(r, number) : undefined;
  if (part) return part;
  const bindPlain = (): Binding =>
    r.inReason ? bindInReason(r, number) : r.inUse ? labelled(r, number) : bindByUnit(r, number);
  return wentFromTo(r, number, bindPlain) ?? bindPlain();
}

function bindByUnit(r: Reading, number: NumberToken): Binding {
  const chunk = structureName(r, number);
  if (chunk) setFunctionalKeepingHead(r, chunk);
  const entry = receptionEntry(r, number);
  if (entry) return entry;

  const { unit } = number;
  if (unit === "percent") return bindRate(r, number);
  if (unit === "percentage-point") {
    if (!r.subject || isForeign(r, r.subject, number)) return labelled(r, number);
    // 提高0.5个百分点 is the change of a rate, not of the amount.
    const change = withMeasure(r, r.subject, "change", r.cue?.kind === "direction" ? r.cue.direction : undefined);
    return { ...change, dimensions: { ...change.dimensions, label: "百分点" } };
  }
  if (unit === "score") {
    if (r.section === "performance") {
      const label =
        evaluatedProject(r, number) ?? scoreOfEach(r, number) ?? evaluatedOthers(r, number) ?? averageScore(r, number);
      return { concept: "performance-score", dimensions: label === undefined ? {} : { label } };
    }
    if (r.section !== "annex" && r.subject?.concept !== "performance-score") return labelled(r, number);
    // 自评得分95.5分，其中投入14.5分、过程36分
    const part = partOfScore(r, number);
    if (part !== undefined) return { concept: "performance-score", dimensions: { label: part } };
    // A heading of the report, or the report itself where nothing below its title has one.
    const report = /[^/]*(?:报告|评价|自评)[^/]*(?= \/ )|[^/]*报告$/.exec(r.passage.title)?.[0];
    const ofDepartment = report === undefined || /(?:部门|单位)(?:预算|整体|支出)/.test(report);
    return { concept: "performance-score", dimensions: ofDepartment ? {} : { label: projectOfReport(r) ?? report } };
  }
  if (unit === "count") return bindCount(r, number);
  return ofOwnMoney(r, number, bindMoney(r, number));
}

const OWN_MONEY =
  /(?<!不含|不包括|不包含|除|非|未使用|没有使用)((?:单位)?(?:自有|自筹|非财政(?:拨款)?)资金)(?:中)?(?:列支|支出|开支|负担|承担|解决|支付)/;

/** 救护车运行费用由自有资金列支，2022年支出86.2万元: beside what the three public expenses cost the appropriations. */
function ofOwnMoney(r: Reading, number: NumberToken, bound: Binding): Binding {
  if (typeof bound === "string" || bound.concept !== "three-public" || !isPlain(bound)) return bound;
  const label = OWN_MONEY.exec(sentenceBefore(r, number.start))?.[1];
  return label === undefined ? bound : { ...bound, dimensions: { ...bound.dimensions, label } };
}

/** …主要用于兄弟省市来访，接待10批次、88人次: how many were received, not what for. */
function countsReceptions(r: Reading, number: NumberToken): boolean {
  return (
    r.subject !== undefined &&
    /^(?:人次|人|批次|批|次|个|起)$/.test(number.classifier ?? "") &&
    /^(?:reception|meeting|training)-/.test(countOf(r.subject, number.classifier ?? "")?.concept ?? "") &&
    (isBatchesOfGuests(r, number) ||
      /[，。；]\s*(?:人数|(?:(?:20\d{2}年度?)?(?:全年|年内|累计|共|共计|合计|发生))*接待(?:(?:国内|外事)?来访团组)?|(?:20\d{2}年度?)?(?:使用|用)?(?:一般公共预算)?(?:财政)?(?:拨款)?(?:开支的?)?国内公务接待)(?:了|共|计|人数|人次|批次)*$/.test(
        r.view.text.slice(Math.max(0, number.start - 36), number.start),
      ))
  );
}

/** 主要用于…考察交流，64个批次，517人次: batches and persons right behind one another are guests. */
function isBatchesOfGuests({ view: { text } }: Reading, { start, unitEnd }: NumberToken): boolean {
  return (
    /[，；]$/.test(text[start - 1] ?? "") && /^[\d,]+个?批次?[，、]\d[\d,]*人/.test(text.slice(start, unitEnd + 12))
  );
}

/** 用于保障…正常运转的日常支出630万元: the words on what for come first, and end in what the heading speaks of. */
function isWhatWasUsed(r: Reading, number: NumberToken): boolean {
  return (
    r.base?.concept === "expenditure" &&
    /的(?:日常|经费|专项|业务|基本|项目)*支出$/.test(r.view.text.slice(Math.max(0, number.start - 10), number.start))
  );
}

/** 用于保障机构正常运转的基本支出800万元: the words name which. */
function natureUsed({ base, view }: Reading, number: NumberToken): ConceptKey | undefined {
  const nature = /的(基本|项目)支出$/.exec(view.text.slice(Math.max(0, number.start - 6), number.start))?.[1];
  if (!base || nature === undefined) return undefined;
  return { concept: base.concept, dimensions: { ...base.dimensions, nature: nature === "基本" ? "basic" : "project" } };
}
