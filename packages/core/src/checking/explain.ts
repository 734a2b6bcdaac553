import type { BoundFigure } from "../facts/disclosure.ts";
import type { Unit } from "../figure/figure.ts";
import { formatExact, formatTicks } from "../figure/interval.ts";
import { placeOf } from "../relations/place.ts";
import type { Bilingual } from "../relations/relation.ts";
import { nameOfKey, unitName } from "./naming.ts";
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
  const { instance } = result;
  if (result.terms.length === 0) return result.relation.title;
  if (instance.form === "ratio") return explainRatio(result);
  const keys = new Set(result.terms.map(({ key }) => key));
  if (keys.size === 1 && result.terms.length === 2) return explainAgreement(result);
  if (instance.comparator !== "=" || instance.words) return explainComparison(result);
  return explainSum(result);
}

function unitOf(terms: readonly CalculationTerm[]): Unit {
  return terms.find(({ figure }) => figure !== undefined)?.figure?.unit ?? "ten-thousand-yuan";
}

function explainSum(result: InstanceResult): Bilingual {
  const [total, ...others] = result.terms;
  const unit = unitOf(result.terms);
  const name = nameOfKey(total!.key);
  const stated = total!.figure ? printed(total!.figure) : "空白";
  const sign = total!.coefficient > 0 ? -1 : 1;
  const calculation = sumText(others, sign, unit);
  const computed = amount(result.computed ?? 0, unit, total!.figure?.classifier);
  const difference = amount(Math.abs((result.computed ?? 0) - total!.reading.middle), unit, total!.figure?.classifier);
  const place = result.instance.place;
  const same = result.verdict === "exact" || result.verdict === "rounding";
  const equals = calculation === formatExact(result.computed ?? 0, unit) ? computed : `${calculation}＝${computed}`;
  return {
    zh: `${place.zh}：${name.zh}印作${stated}，${same ? "而" : "但"}各项之和${equals}${same ? "，相符" : `，相差${difference}`}`,
    en: `${place.en}: ${name.en} is printed as ${stated}, ${same ? "and" : "but"} the parts give ${equals}${same ? "" : `, a difference of ${difference}`}`,
  };
}

function explainAgreement(result: InstanceResult): Bilingual {
  const [first, second] = result.terms;
  const name = nameOfKey(first!.key);
  const show = (term: CalculationTerm): string => (term.figure ? printed(term.figure) : "空白");
  const at = (term: CalculationTerm): Bilingual => {
    const source = term.figure?.source ?? term.source;
    return source ? placeOf(source) : result.instance.place;
  };
  return {
    zh: `${name.zh}在${at(first!).zh}为${show(first!)}，在${at(second!).zh}为${show(second!)}`,
    en: `${name.en} is ${show(first!)} in ${at(first!).en} and ${show(second!)} in ${at(second!).en}`,
  };
}

function explainComparison(result: InstanceResult): Bilingual {
  const [first, second] = result.terms;
  const word = result.instance.words?.[0]?.word;
  const unit = unitOf(result.terms);
  const show = (term: CalculationTerm | undefined): string =>
    !term ? "" : term.figure ? printed(term.figure) : term.blank ? "空白" : amount(term.reading.middle, unit);
  if (word !== undefined && first && second) {
    return {
      zh: `${result.instance.place.zh}称“${word}”，但${nameOfKey(first.key).zh}为${show(first)}，${nameOfKey(second.key).zh}为${show(second)}`,
      en: `${result.instance.place.en} says “${word}”, but ${nameOfKey(first.key).en} is ${show(first)} and ${nameOfKey(second.key).en} is ${show(second)}`,
    };
  }
  const whole = result.terms.find(({ coefficient }) => coefficient < 0) ?? first!;
  const parts = result.terms.filter((term) => term !== whole);
  return {
    zh: `${result.instance.place.zh}：${parts.map((part) => nameOfKey(part.key).zh).join("、")}${parts.length > 1 ? "合计" : "为"}${sumText(parts, 1, unit)}${unitName(unit).zh}，大于${nameOfKey(whole.key).zh}${show(whole)}`,
    en: `${result.instance.place.en}: ${parts.map((part) => nameOfKey(part.key).en).join(", ")} ${sumText(parts, 1, unit)}${unitName(unit).en} exceeds ${nameOfKey(whole.key).en} ${show(whole)}`,
  };
}

function explainRatio(result: InstanceResult): Bilingual {
  const rate = result.terms[0]!;
  const { figure } = rate;
  if (!figure) return result.relation.title;
  const above = result.terms.filter(({ role }) => role === "numerator");
  const below = result.terms.filter(({ role }) => role === "denominator");
  const name = nameOfKey(rate.key);
  const place = result.instance.place;
  const direction = figure.direction === "decrease" ? "下降" : figure.direction === "increase" ? "增长" : "";
  const directionEn = figure.direction === "decrease" ? "down " : figure.direction === "increase" ? "up " : "";
  const stated = `${direction}${printed(figure)}`;
  const statedEn = `${directionEn}${printed(figure)}`;
  if (result.undefinedRate) {
    return {
      zh: `${place.zh}称${name.zh}为${stated}，但基数为零，这个比率没有意义`,
      en: `${place.en} gives ${name.en} as ${statedEn}, but it is a rate of nothing and has no meaning`,
    };
  }
  const unit = unitOf([...above, ...below]);
  const wrap = (text: string): string => (/[＋－]/.test(text.slice(1)) ? `（${text}）` : text);
  const decimals = Math.max(2, figure.decimals + 1);
  const computed = formatTicks(result.computed ?? 0, "percent", decimals);
  const calculation = `${wrap(sumText(above, 1, unit))}÷${wrap(sumText(below, 1, unit))}＝${computed}%`;
  return {
    zh: `${place.zh}称${name.zh}为${stated}，但${calculation}`,
    en: `${place.en} gives ${name.en} as ${statedEn}, but ${calculation}`,
  };
}

const UP = { increase: ["增加（增长）", "increase"], decrease: ["减少（下降）", "decrease"] } as const;

/** What to print instead, in a few words; undefined where the rest of the document does not settle it. */
export function suggestionOf(blame: Blame): Bilingual | undefined {
  const { figure, expected, expectedUnit, expectedDirection, kind } = blame;
  const turned = expectedDirection && UP[expectedDirection];
  if (kind === "word") return { zh: "改正增减（大小）用语", en: "correct the direction word" };
  if (kind === "omission") return { zh: "补列漏列的项目", en: "add what was left out" };
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

/** The sentence of a finding: what is printed, the calculation, what to blame and what to print instead. */
export function explainProblem(problem: Problem): Bilingual {
  const { main, certainty, culprits, chain } = problem;
  const facts = chain.length > 1 ? explainChain(chain) : explainInstance(main);
  const [best] = culprits;
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

function explainChain(chain: readonly InstanceResult[]): Bilingual {
  const ids = [...new Set(chain.map(({ relation }) => relation))];
  return {
    zh: `${chain[0]!.instance.place.zh}：${ids.map(({ title }) => `“${title.zh}”`).join("、")}不能同时成立`,
    en: `${chain[0]!.instance.place.en}: ${ids.map(({ title }) => `“${title.en}”`).join(", ")} cannot all hold`,
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
        ? { zh: placeOf(blame.source).zh, en: `${placeOf(blame.source).en} ` }
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

function alternatives(culprits: readonly CulpritSet[]): Bilingual {
  const shown = culprits.slice(0, MOST_ALTERNATIVES).map(({ blames }): Bilingual => {
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
  });
  const more = culprits.length > MOST_ALTERNATIVES;
  return {
    zh: `${shown.map(({ zh }) => zh).join("、")}${more ? "等" : ""}必有一误，凭本文件不能断定是哪一个`,
    en: `one of ${shown.map(({ en }) => en).join(", ")}${more ? " and others" : ""} is wrong; the document does not say which`,
  };
}
