import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import { formatExact, formatTicks } from "../figure/interval.ts";
import { placeOf } from "../relations/place.ts";
import type { Bilingual } from "../relations/relation.ts";
import { nameOfKey, nameOfStage, parseKey, unitName } from "./naming.ts";
import type { CalculationTerm, InstanceResult } from "./result.ts";

/** Printed with its unit, as the document prints it. */
export function printed(figure: BoundFigure): string {
  const unit = unitName(figure.unit, figure.classifier).zh;
  return figure.text.endsWith(unit) ? figure.text : `${figure.text}${unit}`;
}

/** A number of ticks with the unit of a figure. */
function amount(ticks: number, unit: Unit, classifier?: string): string {
  return `${exact(ticks, unit)}${unitName(unit, classifier).zh}`;
}

/** With the minus sign that calculations have. */
function exact(ticks: number, unit: Unit): string {
  return formatExact(ticks, unit).replace(/^-/, "－");
}

/** The digits of a figure as they are printed, without sign and separators: sums of 1,408.03 and of 1408.03 look alike. */
function digitsOf({ text, value }: BoundFigure): string {
  const bare = text.normalize("NFKC").replaceAll(/[,\s%]|^-/g, "");
  return /^\d+(?:\.\d+)?$/.test(bare) ? bare : value.replace(/^-/, "");
}

const MOST_TERMS = 12;

/** a＋b－c, of what is printed; empty cells add nothing and are left out. */
function sumText(terms: readonly CalculationTerm[], sign: number, unit: Unit): string {
  const shown = terms.filter(({ blank, reading }) => !blank && reading.middle !== 0);
  if (shown.length === 0) return "0";
  const parts = shown.slice(0, MOST_TERMS).map(({ coefficient, reading, figure }, index) => {
    const factor = coefficient * sign;
    const value =
      figure && figure.unit === unit && factor * factor === 1
        ? digitsOf(figure)
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
  const [said] = instance.words ?? [];
  if (said?.of) return explainChange(result);
  if (instance.comparator !== "=" || said) return explainComparison(result);
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

export const holds = ({ verdict }: InstanceResult): boolean => verdict === "exact" || verdict === "rounding";

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
  const shown = others.filter(({ blank, reading }) => !blank && reading.middle !== 0);
  const isSum =
    new Set(shown.map(({ coefficient }) => Math.sign(coefficient))).size === 1 && !calculation.startsWith("－");
  const equals = shown.length === 1 ? computed : `${calculation}＝${computed}`;
  const parts =
    shown.length === 0
      ? { zh: "其各项都是空白或零", en: "all its parts are blank or nothing" }
      : isSum
        ? { zh: `各项之和${shown.length === 1 ? "为" : ""}${equals}`, en: `the parts give ${equals}` }
        : { zh: `由其余各项算得${equals}`, en: `the rest gives ${equals}` };
  const outcome = !holds(result)
    ? { zh: `，相差${difference}`, en: `, a difference of ${difference}` }
    : result.computed === total!.reading.middle
      ? { zh: "，相符", en: "" }
      : { zh: `，相差${difference}，在四舍五入之内`, en: `, a difference of ${difference}, within rounding` };
  const at = total!.borrowed && total!.figure ? placeOf(total!.figure.source) : undefined;
  const seen = at && at.zh !== place.zh ? { zh: `（见${at.zh}）`, en: ` (${at.en})` } : { zh: "", en: "" };
  return {
    zh: `${place.zh}：${name.zh}${seen.zh}为${show(total!)}，${but(result).zh}${parts.zh}${outcome.zh}`,
    en: `${place.en}: ${name.en}${seen.en} is ${show(total!)}, ${but(result).en} ${parts.en}${outcome.en}`,
  };
}

export function explainAgreement(result: InstanceResult): Bilingual {
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
    const [one, two] = [statementOf(first!), statementOf(second!)];
    const [here, there] = [at(first!), at(second!)];
    if (here.zh === there.zh)
      return {
        zh: `${here.zh}的${one.zh}，${two.zh}，两者应当相等`,
        en: `in ${here.en}, ${one.en} and ${two.en}; the two should be equal`,
      };
    return {
      zh: `${here.zh}的${one.zh}，${there.zh}的${two.zh}，两者应当相等`,
      en: `${one.en} in ${here.en}, ${two.en} in ${there.en}; the two should be equal`,
    };
  }
  const [here, there] = [at(first!), at(second!)];
  const [one, two] = [directionOf(first!), directionOf(second!)];
  if (one && two) {
    const { zh, en } = nameOfChanged(first!);
    return {
      zh: `${here.zh}称${zh}${one.zh}${show(first!)}，${there.zh}称${two.zh}${show(second!)}`,
      en: `${en} is ${one.en} ${show(first!)} in ${here.en} and ${two.en} ${show(second!)} in ${there.en}`,
    };
  }
  return {
    zh: `${name.zh}在${here.zh}为${show(first!)}，在${there.zh}为${show(second!)}`,
    en: `${name.en} is ${show(first!)} in ${here.en} and ${show(second!)} in ${there.en}`,
  };
}

/** 公务接待费增加0.74万元, 公务接待费为1.28万元 */
function statementOf(term: CalculationTerm): Bilingual {
  const direction = directionOf(term);
  const { zh, en } = direction ? nameOfChanged(term) : nameOfKey(term.key);
  return direction
    ? { zh: `${zh}${direction.zh}${show(term)}`, en: `${en} is ${direction.en} ${show(term)}` }
    : { zh: `${zh}为${show(term)}`, en: `${en} is ${show(term)}` };
}

/** What went up or down, of a change or a rate of growth. */
export function nameOfChanged({ key }: Pick<CalculationTerm, "key">): Bilingual {
  const { concept, dimensions } = parseKey(key);
  const { measure: _, ...rest } = dimensions;
  return nameOfKey(keyText(concept, rest));
}

/** The direction word of a figure that has one, as it goes with a change or with a rate. */
export function directionOf({ figure }: Pick<CalculationTerm, "figure">): Bilingual | undefined {
  const { direction } = figure ?? {};
  if (figure === undefined || (direction !== "increase" && direction !== "decrease")) return undefined;
  return directionWord(figure, direction);
}

export function directionWord(figure: BoundFigure, direction: "increase" | "decrease"): Bilingual {
  return figure.dimensions.measure === "growth" ? GROWN[direction] : DIRECTION[direction];
}

const GROWN = { increase: { zh: "增长", en: "up" }, decrease: { zh: "下降", en: "down" } } as const;

/** change − current + base = 0, with the words of a sentence. */
function explainChange(result: InstanceResult): Bilingual {
  const [change, ...others] = result.terms;
  const figure = change!.figure!;
  const unit = figure.unit;
  const { measure: _, stage, ...rest } = figure.dimensions;
  const name = nameOfKey(keyText(figure.concept, rest));
  const against =
    stage === undefined ? { zh: "比上年", en: "on last year" } : { zh: "比预算", en: "against the budget" };
  const computed = amount(result.computed ?? 0, unit);
  const sum = sumText(others, -1, unit);
  const shown = others.filter(({ blank, reading }) => !blank && reading.middle !== 0);
  const calculation = shown.length < 2 ? computed : `${sum}＝${computed}`;
  const { place } = result.instance;
  const [said] = result.instance.words ?? [];
  if (said?.of)
    return {
      zh: `${place.zh}称${name.zh}${against.zh}${DIRECTION[figure.direction ?? "increase"].zh}${printed(figure)}，${but(result).zh}${said.of.zh}“${said.word}”，其余各项增减之和为${calculation}`,
      en: `${place.en} says that ${name.en} is ${DIRECTION[figure.direction ?? "increase"].en} ${printed(figure)} ${against.en}, ${but(result).en} ${said.of.en} is said to be unchanged and the other changes come to ${calculation}`,
    };
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
  const { place } = result.instance;
  if (word !== undefined && first && second) {
    if (areAlike(result))
      return {
        zh: `${place.zh}称“${word}”，${but(result).zh}${nameOfKey(first.key).zh}与${nameOfKey(second.key).zh}同为${show(first)}`,
        en: `${place.en} says “${word}”, ${but(result).en} ${nameOfKey(first.key).en} and ${nameOfKey(second.key).en} are both ${show(first)}`,
      };
    const { stage, ...rest } = parseKey(second.key).dimensions;
    const { concept, dimensions } = parseKey(first.key);
    if (stage !== undefined && keyText(concept, rest) === first.key && dimensions.stage === undefined) {
      const name = nameOfKey(first.key);
      const budget = nameOfStage(stage);
      return {
        zh: `${place.zh}称${name.zh}决算数“${word}”预算数，${but(result).zh}决算数为${show(first)}，${budget.zh}数为${show(second)}`,
        en: `${place.en} says “${word}” of ${name.en} against its budget, ${but(result).en} the final amount is ${show(first)} and the ${budget.en} ${show(second)}`,
      };
    }
    return {
      zh: `${place.zh}称“${word}”，${but(result).zh}${nameOfKey(first.key).zh}为${show(first)}，${nameOfKey(second.key).zh}为${show(second)}`,
      en: `${place.en} says “${word}”, ${but(result).en} ${nameOfKey(first.key).en} is ${show(first)} and ${nameOfKey(second.key).en} is ${show(second)}`,
    };
  }
  return explainBound(result);
}

/** Parts that are at most the whole: 各项年初预算之和1.00＋2.00＝3.00万元，大于年初预算2.50万元，多出0.50万元. */
function explainBound(result: InstanceResult): Bilingual {
  const { instance, terms } = result;
  const unit = unitOf(terms);
  const whole = terms.find(({ coefficient }) => coefficient < 0) ?? terms[0]!;
  const parts = terms.filter((term) => term !== whole);
  const total = parts.reduce((sum, { coefficient, reading }) => sum + coefficient * reading.middle, 0);
  const names = parts.map((part) => nameOfKey(part.key));
  const called = (instance.form === "linear" ? instance.parts : undefined) ?? {
    zh: names.map(({ zh }) => zh).join("、"),
    en: names.map(({ en }) => en).join(" and "),
  };
  const [only] = parts;
  const sum = parts.length === 1 ? show(only!) : `${sumText(parts, 1, unit)}＝${amount(total, unit)}`;
  const subject =
    parts.length === 1
      ? { zh: `${called.zh}为${sum}`, en: `${called.en} is ${sum}` }
      : { zh: `${called.zh}之和${sum}`, en: `${called.en} add up to ${sum}` };
  const over = amount(Math.abs(total + whole.coefficient * whole.reading.middle), unit, whole.figure?.classifier);
  const name = nameOfKey(whole.key);
  const outcome = holds(result)
    ? { zh: `不大于${name.zh}的${show(whole)}`, en: `no more than the ${show(whole)} of ${name.en}` }
    : {
        zh: `大于${name.zh}的${show(whole)}，多出${over}`,
        en: `more than the ${show(whole)} of ${name.en} by ${over}`,
      };
  return {
    zh: `${instance.place.zh}：${subject.zh}，${outcome.zh}`,
    en: `${instance.place.en}: ${subject.en}, ${outcome.en}`,
  };
}

/** 大于 between two amounts that are printed alike: the word is wrong, or what tells them apart is not printed. */
export function areAlike({ instance, terms: [first, second] }: InstanceResult): boolean {
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
export function claimOf(figure: BoundFigure): Bilingual {
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
  const computed = formatTicks(result.computed ?? 0, "percent", Math.max(2, figure.decimals + 1)).replace(/^-/, "－");
  const calculation = `${wrap(sumText(above, 1, unit))}÷${wrap(sumText(below, 1, unit))}＝${computed}%`;
  return {
    zh: `${place.zh}称${claim.zh}，${but(result).zh}${calculation}`,
    en: `${place.en} says that ${claim.en}, ${but(result).en} ${calculation}`,
  };
}
