import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import { formatExact, formatTicks } from "../figure/interval.ts";
import { placeOf } from "../relations/place.ts";
import type { Bilingual } from "../relations/relation.ts";
import { nameOfKey, nameOfStage, unitName } from "./naming.ts";
import type { Blame, CalculationTerm, CulpritSet, InstanceResult, Problem } from "./result.ts";

/** Printed with its unit, as the document prints it. */
export function printed(figure: BoundFigure): string {
  const unit = unitName(figure.unit, figure.classifier).zh;
  return figure.text.endsWith(unit) ? figure.text : `${figure.text}${unit}`;
}

/** A number of ticks with the unit of a figure. */
function amount(ticks: number, unit: Unit, classifier?: string): string {
  return `${formatExact(ticks, unit)}${unitName(unit, classifier).zh}`;
}

const MOST_TERMS = 12;

/** a＋b－c, of what is printed; empty cells add nothing and are left out. */
function sumText(terms: readonly CalculationTerm[], sign: number, unit: Unit): string {
  const shown = terms.filter(({ blank, reading }) => !blank && reading.middle !== 0);
  if (shown.length === 0) return "0";
  const parts = shown.slice(0, MOST_TERMS).map(({ coefficient, reading, figure }, index) => {
    const factor = coefficient * sign;
    const value =
      figure && figure.unit === unit && factor * factor === 1 && reading.middle >= 0
        ? figure.text
        : formatExact(Math.abs(reading.middle), unit);
    const negative = factor * (reading.middle < 0 ? -1 : 1) < 0;
    const size = Math.abs(factor) === 1 ? value : `${Math.abs(factor)}×${value}`;
    return negative ? `－${size}` : index === 0 ? size : `＋${size}`;
  });
  const rest = shown.length - MOST_TERMS;
  return rest > 0 ? `${parts.join("")}＋…（共${shown.length}项）` : parts.join("");
}

/** What a relation says of one place, with the calculation: the sentence of a finding, without what to do about it. */
export function explainInstance(result: InstanceResult): Bilingual {
  const { instance, terms, missing } = result;
  if (missing.length > 0) return explainMissing(result);
  if (terms.length === 0) return result.relation.title;
  if (instance.form === "ratio") return explainRatio(result);
  if (instance.comparator !== "=" || instance.words) return explainComparison(result);
  if (terms.length === 2 && terms[0]!.coefficient + terms[1]!.coefficient === 0) return explainAgreement(result);
  return terms[0]?.figure?.dimensions.measure === "change" ? explainChange(result) : explainSum(result);
}

function explainMissing({ instance, missing }: InstanceResult): Bilingual {
  const names = missing.map(nameOfKey);
  return {
    zh: `${instance.place.zh}：没有印出${names.map(({ zh }) => zh).join("、")}，不能核对`,
    en: `${instance.place.en}: ${names.map(({ en }) => en).join(", ")} is not printed, so this cannot be checked`,
  };
}

function unitOf(terms: readonly CalculationTerm[]): Unit {
  return terms.find(({ figure }) => figure !== undefined)?.figure?.unit ?? "ten-thousand-yuan";
}

const holds = ({ verdict }: InstanceResult): boolean => verdict === "exact" || verdict === "rounding";

/** What rounding explains, told to whoever asks for it. */
export function explainRounding(result: InstanceResult): Bilingual {
  const { zh, en } = explainInstance(result);
  const said = zh.endsWith("在四舍五入之内");
  return { zh: `${zh}${said ? "" : "，差在四舍五入之内"}。`, en: `${en}${said ? "" : ", within rounding"}.` };
}

/** 但 where a relation fails, 而 where it holds. */
const but = (result: InstanceResult): Bilingual => (holds(result) ? { zh: "而", en: "and" } : { zh: "但", en: "but" });

const show = (term: CalculationTerm): string => (term.figure ? printed(term.figure) : "空白");

function explainSum(result: InstanceResult): Bilingual {
  const [total, ...others] = result.terms;
  const unit = unitOf(result.terms);
  const classifier = total!.figure?.classifier;
  const name = nameOfKey(total!.key);
  const calculation = sumText(others, total!.coefficient > 0 ? -1 : 1, unit);
  const computed = amount(result.computed ?? 0, unit, classifier);
  const difference = amount(Math.abs((result.computed ?? 0) - total!.reading.middle), unit, classifier);
  const { place } = result.instance;
  const equals = calculation === formatExact(result.computed ?? 0, unit) ? computed : `${calculation}＝${computed}`;
  const outcome = !holds(result)
    ? { zh: `，相差${difference}`, en: `, a difference of ${difference}` }
    : result.computed === total!.reading.middle
      ? { zh: "，相符", en: "" }
      : { zh: `，相差${difference}，在四舍五入之内`, en: `, a difference of ${difference}, within rounding` };
  return {
    zh: `${place.zh}：${name.zh}为${show(total!)}，${but(result).zh}各项之和${equals === computed ? "为" : ""}${equals}${outcome.zh}`,
    en: `${place.en}: ${name.en} is ${show(total!)}, ${but(result).en} the parts give ${equals}${outcome.en}`,
  };
}

function explainAgreement(result: InstanceResult): Bilingual {
  const [first, second] = result.terms;
  const at = (term: CalculationTerm): Bilingual => {
    const source = term.figure?.source ?? term.source;
    return source ? placeOf(source) : result.instance.place;
  };
  const name = nameOfKey(first!.key);
  if (first!.key !== second!.key) {
    const other = nameOfKey(second!.key);
    // A list of one entry is a list all the same, and may lack others.
    if (result.instance.open && result.verdict === "inconsistent" && first!.reading.middle > second!.reading.middle) {
      const gap = amount(
        first!.reading.middle - second!.reading.middle,
        unitOf(result.terms),
        first!.figure?.classifier,
      );
      return {
        zh: `${at(first!).zh}的${name.zh}为${show(first!)}，${at(second!).zh}其下只列有${other.zh}${show(second!)}，相差${gap}`,
        en: `${name.en} is ${show(first!)} in ${at(first!).en}, and all that ${at(second!).en} lists of it is ${other.en}, ${show(second!)}: a difference of ${gap}`,
      };
    }
    return {
      zh: `${at(first!).zh}的${name.zh}为${show(first!)}，${at(second!).zh}的${other.zh}为${show(second!)}，两者应当相等`,
      en: `${name.en} is ${show(first!)} in ${at(first!).en}, ${other.en} is ${show(second!)} in ${at(second!).en}; the two should be equal`,
    };
  }
  return {
    zh: `${name.zh}在${at(first!).zh}为${show(first!)}，在${at(second!).zh}为${show(second!)}`,
    en: `${name.en} is ${show(first!)} in ${at(first!).en} and ${show(second!)} in ${at(second!).en}`,
  };
}

/** change − current + base = 0, with the words of a sentence. */
function explainChange(result: InstanceResult): Bilingual {
  const [change, ...others] = result.terms;
  const figure = change!.figure!;
  const unit = figure.unit;
  const { measure: _, stage, ...rest } = figure.dimensions;
  const name = nameOfKey(keyText(figure.concept, rest));
  const against =
    stage === undefined ? { zh: "比上年", en: "on last year" } : { zh: "比预算", en: "against the budget" };
  const calculation = `${sumText(others, -1, unit)}＝${amount(result.computed ?? 0, unit)}`;
  const { place } = result.instance;
  return {
    zh: `${place.zh}称${name.zh}${against.zh}${DIRECTION[figure.direction ?? "increase"].zh}${printed(figure)}，${but(result).zh}${calculation}`,
    en: `${place.en} says that ${name.en} is ${DIRECTION[figure.direction ?? "increase"].en} ${printed(figure)} ${against.en}, ${but(result).en} ${calculation}`,
  };
}

const DIRECTION = {
  increase: { zh: "增加", en: "up" },
  decrease: { zh: "减少", en: "down" },
  unchanged: { zh: "持平", en: "unchanged by" },
} as const;

function explainComparison(result: InstanceResult): Bilingual {
  const [first, second] = result.terms;
  const word = result.instance.words?.[0]?.word;
  const unit = unitOf(result.terms);
  const { place } = result.instance;
  if (word !== undefined && first && second) {
    if (areAlike(result))
      return {
        zh: `${place.zh}称“${word}”，${but(result).zh}${nameOfKey(first.key).zh}与${nameOfKey(second.key).zh}同为${show(first)}`,
        en: `${place.en} says “${word}”, ${but(result).en} ${nameOfKey(first.key).en} and ${nameOfKey(second.key).en} are both ${show(first)}`,
      };
    return {
      zh: `${place.zh}称“${word}”，${but(result).zh}${nameOfKey(first.key).zh}为${show(first)}，${nameOfKey(second.key).zh}为${show(second)}`,
      en: `${place.en} says “${word}”, ${but(result).en} ${nameOfKey(first.key).en} is ${show(first)} and ${nameOfKey(second.key).en} is ${show(second)}`,
    };
  }
  const whole = result.terms.find(({ coefficient }) => coefficient < 0) ?? first!;
  const parts = result.terms.filter((term) => term !== whole);
  const sum = `${sumText(parts, 1, unit)}${unitName(unit).zh}`;
  const relation = holds(result) ? { zh: "不大于", en: "does not exceed" } : { zh: "大于", en: "exceeds" };
  return {
    zh: `${place.zh}：${parts.map((part) => nameOfKey(part.key).zh).join("、")}${parts.length > 1 ? "合计" : ""}${sum}，${relation.zh}${nameOfKey(whole.key).zh}${show(whole)}`,
    en: `${place.en}: ${parts.map((part) => nameOfKey(part.key).en).join(", ")} ${sum} ${relation.en} ${nameOfKey(whole.key).en} ${show(whole)}`,
  };
}

/** 大于 between two amounts that are printed alike: the word is wrong, or what tells them apart is not printed. */
function areAlike({ instance, terms: [first, second] }: InstanceResult): boolean {
  return (
    instance.form !== "ratio" &&
    instance.words !== undefined &&
    instance.comparator === "<" &&
    first?.figure !== undefined &&
    second?.figure !== undefined &&
    show(first) === show(second)
  );
}

/** What a rate says, in the words of a sentence: …占…的98.9%, …增长50.5%, …完成年初预算的98.20%. */
function claimOf(figure: BoundFigure): Bilingual {
  const { measure, of, stage, ...rest } = figure.dimensions;
  const name = nameOfKey(keyText(figure.concept, rest));
  const text = printed(figure);
  switch (measure) {
    case "share": {
      const whole = nameOfKey(of ?? "");
      return { zh: `${name.zh}占${whole.zh}的${text}`, en: `${name.en} is ${text} of ${whole.en}` };
    }
    case "growth": {
      const down = figure.direction === "decrease";
      return { zh: `${name.zh}${down ? "下降" : "增长"}${text}`, en: `${name.en} is ${down ? "down" : "up"} ${text}` };
    }
    case "completion": {
      const budget = nameOfStage(stage);
      return { zh: `${name.zh}完成${budget.zh}的${text}`, en: `${name.en} is ${text} of the ${budget.en}` };
    }
    default: {
      const { zh, en } = nameOfKey(keyText(figure.concept, figure.dimensions));
      return { zh: `${zh}为${text}`, en: `${en} is ${text}` };
    }
  }
}

function explainRatio(result: InstanceResult): Bilingual {
  const { figure } = result.terms[0]!;
  if (!figure) return result.relation.title;
  const { place } = result.instance;
  const claim = claimOf(figure);
  if (result.undefinedRate && holds(result)) {
    return {
      zh: `${place.zh}称${claim.zh}，而基数为零，按0%填列`,
      en: `${place.en} says that ${claim.en}, of nothing`,
    };
  }
  if (result.undefinedRate) {
    return {
      zh: `${place.zh}称${claim.zh}，但基数为零，这个比率没有意义`,
      en: `${place.en} says that ${claim.en}, but that is a rate of nothing and has no meaning`,
    };
  }
  const above = result.terms.filter(({ role }) => role === "numerator");
  const below = result.terms.filter(({ role }) => role === "denominator");
  const unit = unitOf([...above, ...below]);
  const wrap = (text: string): string => (/[＋－]/.test(text.slice(1)) ? `（${text}）` : text);
  const computed = formatTicks(result.computed ?? 0, "percent", Math.max(2, figure.decimals + 1));
  const calculation = `${wrap(sumText(above, 1, unit))}÷${wrap(sumText(below, 1, unit))}＝${computed}%`;
  return {
    zh: `${place.zh}称${claim.zh}，${but(result).zh}${calculation}`,
    en: `${place.en} says that ${claim.en}, ${but(result).en} ${calculation}`,
  };
}

const UP = { increase: ["增加（增长）", "increase"], decrease: ["减少（下降）", "decrease"] } as const;

/** What to print instead, in a few words; undefined where the rest of the document does not settle it. */
export function suggestionOf(blame: Blame): Bilingual | undefined {
  const { figure, expected, expectedUnit, expectedDirection, kind } = blame;
  const turned = expectedDirection && UP[expectedDirection];
  if (kind === "word") {
    const word = blame.instance?.instance.words?.[0]?.word;
    return expected === undefined || word === undefined
      ? { zh: "增减（大小）用语应当改正", en: "correct the direction word" }
      : { zh: `“${word}”应为“${expected}”`, en: `“${word}” should be “${expected}”` };
  }
  if (kind === "omission") return omitted(blame);
  if (kind === "unit" && expectedUnit) {
    const unit = unitName(expectedUnit).zh;
    return { zh: `计量单位应为${unit}`, en: `the unit should be ${unit}` };
  }
  if (kind === "blank")
    return expected === undefined ? undefined : { zh: `补填${expected}`, en: `fill in ${expected}` };
  if (!figure) return undefined;
  const words = turned ? [turned[0], turned[1]] : undefined;
  if (expected === undefined) return words && { zh: `方向应为${words[0]}`, en: `the direction should be ${words[1]}` };
  const unit = unitName(expectedUnit ?? figure.unit, figure.classifier).zh;
  return {
    zh: `应为${words ? words[0] : ""}${expected}${unit}`,
    en: `should be ${words ? `${words[1]} ` : ""}${expected}${unit}`,
  };
}

function omitted({ entry, expected, expectedUnit }: Blame): Bilingual {
  const name =
    entry === undefined ? { zh: "漏列的项目", en: "what was left out" } : { zh: `“${entry}”`, en: `“${entry}”` };
  const unit = expectedUnit === undefined ? "" : unitName(expectedUnit).zh;
  return expected === undefined
    ? { zh: `补列${name.zh}`, en: `add ${name.en}` }
    : { zh: `补列${name.zh}${expected}${unit}`, en: `add ${name.en}, ${expected}${unit}` };
}

/** The sentence of a finding: what is printed, the calculation, what to blame and what to print instead. */
export function explainProblem(problem: Problem): Bilingual {
  const { main, certainty, culprits, chain } = problem;
  const facts = chain.length > 1 ? explainChain(chain) : explainInstance(main);
  const [best] = culprits;
  if (areAlike(main) && best?.blames[0]?.kind !== "word")
    return {
      zh: `${facts.zh}；应为“等于”，或其中一个数有误。`,
      en: `${facts.en}; it should say “equal”, or one of the two is wrong.`,
    };
  if (best?.blames[0]?.kind === "unit") return explainUnit(problem, best.blames[0]);
  if (certainty === "unique" && best) {
    const { zh, en } = verdictOf(best, main);
    return { zh: `${facts.zh}${zh}。`, en: `${facts.en}${en}.` };
  }
  if (certainty === "ambiguous") {
    const { zh, en } = alternatives(culprits);
    return { zh: `${facts.zh}；${zh}。`, en: `${facts.en}; ${en}.` };
  }
  return { zh: `${facts.zh}。`, en: `${facts.en}.` };
}

function explainUnit({ main, symptoms }: Problem, { source, printedUnit, expectedUnit }: Blame): Bilingual {
  const place = source
    ? placeOf({
        ...source,
        table: main.terms.find(({ figure }) => figure?.unit === printedUnit)?.figure?.source.table ?? source.text,
      })
    : main.instance.place;
  const printed = unitName(printedUnit ?? "yuan").zh;
  const meant = unitName(expectedUnit ?? "ten-thousand-yuan").zh;
  const count = symptoms.length + 1;
  const example = explainAgreement(main);
  return {
    zh: `${place.zh}的单位印作“${printed}”，但表中${count}处数据与其他各处只差单位，如${example.zh}，应为“${meant}”。`,
    en: `${place.en} gives its unit as ${printed}, but ${count} of its amounts differ from other places by the unit alone; ${example.en}; it should be ${meant}.`,
  };
}

const MOST_LINKS = 4;

/** Relations that do not hold together: each with its own calculation, in the order in which they lead on. */
function explainChain(chain: readonly InstanceResult[]): Bilingual {
  const links = chain.slice(0, MOST_LINKS).map(explainInstance);
  const rest = chain.length - links.length;
  const alone = chain.every(holds)
    ? { zh: "单独看都说得通，", en: "each is possible by itself, but " }
    : { zh: "", en: "" };
  return {
    zh: `${links.map(({ zh }) => zh).join("；")}${rest > 0 ? `；另有${rest}处` : ""}；${alone.zh}这${chain.length}处不能同时成立`,
    en: `${links.map(({ en }) => en).join("; ")}${rest > 0 ? `; and ${rest} more` : ""}; ${alone.en}these ${chain.length} cannot hold together`,
  };
}

function verdictOf({ blames }: CulpritSet, main: InstanceResult): Bilingual {
  const parts = blames.map((blame): Bilingual => {
    const suggestion = suggestionOf(blame);
    const why = blame.slip
      ? { zh: `（疑为${blame.slip.zh}）`, en: ` (probably ${blame.slip.en})` }
      : { zh: "", en: "" };
    const shown = blame.figure && main.terms.some(({ figure }) => figure?.id === blame.figure!.id);
    const own = blames.length === 1 && shown && isStated(blame.figure!, main);
    const subject = blame.figure
      ? own
        ? { zh: "", en: "" }
        : {
            zh: `${placeOf(blame.figure.source).zh}的${printed(blame.figure)}`,
            en: `${printed(blame.figure)} in ${placeOf(blame.figure.source).en} `,
          }
      : blame.source
        ? { zh: `${placeOf(blame.source).zh}的`, en: `in ${placeOf(blame.source).en} ` }
        : { zh: "", en: "" };
    if (!suggestion) return { zh: `${subject.zh}有误${why.zh}`, en: `${subject.en}is wrong${why.en}` };
    return { zh: `${subject.zh}${suggestion.zh}${why.zh}`, en: `${subject.en}${suggestion.en}${why.en}` };
  });
  return { zh: `，${parts.map(({ zh }) => zh).join("，")}`, en: `; ${parts.map(({ en }) => en).join("; ")}` };
}

/** The figure that the sentence is about: its subject, not one of the terms it is measured with. */
function isStated(figure: BoundFigure, main: InstanceResult): boolean {
  const [first] = main.terms;
  return first?.figure?.id === figure.id && new Set(main.terms.map(({ key }) => key)).size > 1;
}

const MOST_ALTERNATIVES = 4;
/** A slip that explains everything stands out from culprits that none explains. */
const CONVINCING = 0.8;
const UNCONVINCING = 0.5;

function alternatives(culprits: readonly CulpritSet[]): Bilingual {
  const [best, next] = culprits;
  const described = culprits.slice(0, MOST_ALTERNATIVES).map(describe);
  const more = culprits.length > MOST_ALTERNATIVES;
  if (best && next && best.plausibility >= CONVINCING && next.plausibility < UNCONVINCING) {
    const why = best.blames[0]!.slip!;
    const others = described.slice(1);
    return {
      zh: `很可能是${described[0]!.zh}，疑为${why.zh}；但不能排除${others.map(({ zh }) => zh).join("、")}${more ? "等" : ""}有误`,
      en: `most likely ${described[0]!.en}: probably ${why.en}; ${others.map(({ en }) => en).join(", ")}${more ? " and others" : ""} cannot be ruled out`,
    };
  }
  return {
    zh: `${described.map(({ zh }) => zh).join("、")}${more ? "等" : ""}必有一误，凭本文件不能断定是哪一个`,
    en: `one of ${described.map(({ en }) => en).join(", ")}${more ? " and others" : ""} is wrong; the document does not say which`,
  };
}

function describe({ blames }: CulpritSet): Bilingual {
  const parts = blames.map((blame): Bilingual => {
    const suggestion = suggestionOf(blame);
    const place = blame.figure
      ? placeOf(blame.figure.source)
      : blame.source
        ? placeOf(blame.source)
        : (blame.instance?.instance.place ?? { zh: "", en: "" });
    const text = blame.figure ? printed(blame.figure) : "";
    return {
      zh: `${place.zh}${text === "" ? "" : `的${text}`}${suggestion ? `（${suggestion.zh}）` : ""}`,
      en: `${text === "" ? "" : `${text} in `}${place.en}${suggestion ? ` (${suggestion.en})` : ""}`,
    };
  });
  return { zh: parts.map(({ zh }) => zh).join("和"), en: parts.map(({ en }) => en).join(" and ") };
}
