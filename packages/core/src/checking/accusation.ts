import type { BoundFigure } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { keyText } from "../facts/key.ts";
import { placeOf } from "../relations/place.ts";
import type { Bilingual } from "../relations/relation.ts";
import {
  areAlike,
  claimOf,
  directionOf,
  directionWord,
  explainAgreement,
  explainInstance,
  holds,
  nameOfChanged,
  printed,
} from "./explain.ts";
import { nameOfKey, unitName } from "./naming.ts";
import type { Blame, CulpritSet, InstanceResult, Problem } from "./result.ts";

/** What to print instead, in a few words; undefined where the rest of the document does not settle it. */
export function suggestionOf(blame: Blame): Bilingual | undefined {
  const { figure, expected, expectedUnit, expectedDirection, kind, about, isAbout } = blame;
  const roughly = isAbout ? { zh: "约", en: "about " } : { zh: "", en: "" };
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
  if (kind === "table")
    return {
      zh: "换上本年度的表，逐数核对",
      en: "put this year's table in its place and check it figure by figure",
    };
  if (kind === "blank") {
    if (about !== undefined) return { zh: `补填约${about}`, en: `fill in about ${about}` };
    return expected === undefined
      ? undefined
      : { zh: `补填${roughly.zh}${expected}`, en: `fill in ${roughly.en}${expected}` };
  }
  if (!figure) return undefined;
  const turned = expectedDirection && directionWord(figure, expectedDirection);
  if (expected === undefined && about === undefined && turned === undefined) return undefined;
  const unit = unitName(expectedUnit ?? figure.unit, figure.classifier).zh;
  const value = expected ?? about;
  const number = value === undefined ? printed(figure) : `${value}${unit}`;
  const { zh, en } = about === undefined ? roughly : { zh: "约", en: "about " };
  return {
    zh: `应${zh}为${turned ? turned.zh : ""}${number}`,
    en: `should be ${turned ? `${turned.en} ` : ""}${en}${number}`,
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
  if (chain.length >= LONG_CHAIN && culprits.length > 0) return explainLongChain(problem);
  const facts = chain.length > 1 ? explainChain(chain) : explainInstance(main);
  const [best] = culprits;
  if (areAlike(main) && best?.blames[0]?.kind !== "word")
    return {
      zh: `${facts.zh}；应为“等于”，或其中一个数有误。`,
      en: `${facts.en}; it should say “equal”, or one of the two is wrong.`,
    };
  if (best?.blames[0]?.kind === "unit") return explainUnit(problem, best.blames[0]);
  if (best?.blames[0]?.kind === "table") return explainTable(problem, best.blames[0]);
  if (certainty === "unique" && best) {
    const { zh, en } = verdictOf(best, main);
    const forced = problem.isForced
      ? {
          zh: "；所列占比相加恰为100%，可能是为凑足100%作了调整",
          en: "; the shares listed add up to exactly 100%, and this one may have been bent to make them do so",
        }
      : { zh: "", en: "" };
    return { zh: `${facts.zh}${zh}${forced.zh}。`, en: `${facts.en}${en}${forced.en}.` };
  }
  if (certainty === "ambiguous") {
    const { zh, en } = alternatives(culprits, main);
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

function explainTable({ main, symptoms }: Problem, { source, slip }: Blame): Bilingual {
  const table = main.terms.find(({ figure }) => figure && isWithin(figure.source, source))?.figure?.source.table;
  const { zh, en } = source ? placeOf({ ...source, table: table ?? source.text }) : main.instance.place;
  const count = symptoms.length + 1;
  const example = explainAgreement(main);
  const sure = slip !== undefined;
  return {
    zh: `${zh}表内各数自相平衡，却有${count}处与本文件其他各处不符，如${example.zh}；${sure ? "各数与上年公开的相同，是上年的表" : "整张表像是另一年度、另一单位或另一口径的"}，应换上本年度的表。`,
    en: `${en} adds up by itself and contradicts the rest of the document in ${count} places: for example, ${example.en}; ${sure ? "its figures are those disclosed last year" : "the whole table seems to be of another year, another unit or another scope"}; put this year's in its place.`,
  };
}

const isWithin = (inner: Source, outer: Source | undefined): boolean =>
  outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;

const MOST_LINKS = 4;

/** Relations that do not hold together: each with its own calculation, in the order in which they lead on. */
function explainChain(chain: readonly InstanceResult[]): Bilingual {
  const { links, more, arePossible } = linksOf(chain);
  const alone = arePossible ? { zh: "单独看都说得通，", en: "each is possible by itself, but " } : { zh: "", en: "" };
  return {
    zh: `${links.map(({ zh }) => zh).join("；")}${more.zh}；${alone.zh}这${chain.length}处不能同时成立`,
    en: `${links.map(({ en }) => en).join("; ")}${more.en}; ${alone.en}these ${chain.length} cannot hold together`,
  };
}

/** So many relations are a list to look through, and what is wrong has to be said before them. */
const LONG_CHAIN = 4;

/** What is to blame first, and then the relations that it cannot all satisfy, counted. */
function explainLongChain({ main, certainty, culprits, chain }: Problem): Bilingual {
  // Nothing has been said yet that a place could be told from.
  const afar = { ...main, terms: [], instance: { ...main.instance, place: { zh: "", en: "" } } };
  const { zh, en } = certainty === "unique" ? verdictOf(culprits[0]!, afar) : alternatives(culprits, afar);
  const { links, more, arePossible } = linksOf(chain);
  const alone = arePossible ? { zh: "单独看都说得通，却", en: " are each possible by itself and" } : { zh: "", en: "" };
  return {
    zh: `${zh.replace(/^，/, "")}：以下${chain.length}处${alone.zh}不能同时成立——${links.map((link, index) => `（${index + 1}）${link.zh}`).join("；")}${more.zh}。`,
    en: `${en.replace(/^; /, "")}: the following ${chain.length}${alone.en} cannot hold together: ${links.map((link, index) => `(${index + 1}) ${link.en}`).join("; ")}${more.en}.`,
  };
}

/** The calculations of the first relations of a chain, how many more there are, and whether each would be possible alone. */
function linksOf(chain: readonly InstanceResult[]): {
  readonly links: readonly Bilingual[];
  readonly more: Bilingual;
  readonly arePossible: boolean;
} {
  const links = chain.slice(0, MOST_LINKS).map(explainInstance);
  const rest = chain.length - links.length;
  const more = rest > 0 ? { zh: `；另有${rest}处`, en: `; and ${rest} more` } : { zh: "", en: "" };
  return { links, more, arePossible: chain.every(holds) };
}

function verdictOf({ blames }: CulpritSet, main: InstanceResult): Bilingual {
  const parts = blames.map((blame): Bilingual => {
    const suggestion = suggestionOf(blame);
    const why = reasonFor(blame);
    const shown = blame.figure && main.terms.some(({ figure }) => figure?.id === blame.figure!.id);
    const own = blames.length === 1 && shown && isStated(blame.figure!, main);
    const subject = own ? { zh: "", en: "" } : subjectOf(blame, main, true);
    const [zh, en] = blame.kind === "blank" ? ["应", "has to be filled in: "] : ["", ""];
    const whole =
      subject.zh === "" && blame.figure ? { zh: printed(blame.figure), en: printed(blame.figure) } : subject;
    if (!suggestion) return { zh: `${whole.zh}有误${why.zh}`, en: `${whole.en} is wrong${why.en}`.trimStart() };
    return {
      zh: `${subject.zh}${zh}${suggestion.zh}${why.zh}`,
      en: `${subject.en} ${en}${suggestion.en}${why.en}`.trimStart(),
    };
  });
  return { zh: `，${parts.map(({ zh }) => zh).join("，")}`, en: `; ${parts.map(({ en }) => en).join("; ")}` };
}

/** （疑为相邻数字颠倒，另处印有此数）: the slip that explains it, and that what should stand there is printed elsewhere. */
function reasonFor({ slip, printedAt }: Blame): Bilingual {
  const zh = [slip && `疑为${slip.zh}`, printedAt && "另处印有此数"].filter((word) => word !== undefined);
  const en = [slip && `probably ${slip.en}`, printedAt && "which is printed elsewhere"].filter(
    (word) => word !== undefined,
  );
  return zh.length === 0 ? { zh: "", en: "" } : { zh: `（${zh.join("，")}）`, en: ` (${en.join("; ")})` };
}

/**
 * What is blamed, as it goes on from a sentence that has said where: 公务接待费增加0.74万元, “项目支出”列的57.98万元. Two prints
 * of one quantity are told apart by their places, unless only one of them is to blame.
 */
function subjectOf(blame: Blame, main: InstanceResult, isOnly: boolean): Bilingual {
  const { figure, kind } = blame;
  const source = figure?.source ?? blame.source;
  if (!source || kind === "omission") return { zh: "", en: "" };
  const place = withinTable(placeOf(source), main);
  const of = kind === "word" ? blame.instance?.instance.words?.[0]?.of : undefined;
  if (of) return of;
  if (kind === "word")
    return place.zh === main.instance.place.zh ? { zh: "", en: "" } : { zh: `${place.zh}的`, en: place.en };
  if (!figure) return { zh: place.zh, en: place.en };
  if (figure.source.table !== undefined)
    return { zh: `${place.zh}的${printed(figure)}`, en: `${printed(figure)} in ${place.en}` };
  const { measure } = figure.dimensions;
  if (measure === "share" || measure === "completion") {
    const claim = claimOf(figure);
    const isNear = place.zh === main.instance.place.zh;
    return isNear ? claim : { zh: `${place.zh}的${claim.zh}`, en: `${claim.en} in ${place.en}` };
  }
  // Of the figures of one section only their names tell which.
  const key = keyText(figure.concept, figure.dimensions);
  const direction = directionOf({ figure });
  const name = direction ? nameOfChanged({ key }) : nameOfKey(key);
  const oneQuantity = new Set(main.terms.map((term) => term.key)).size === 1;
  const isHere = place.zh === main.instance.place.zh && !(oneQuantity && !isOnly);
  const what = oneQuantity && !direction ? { zh: "", en: "" } : name;
  const link = direction ? direction.zh : what.zh === "" ? "" : "的";
  const number = printed(figure);
  return {
    zh: `${isHere ? "" : `${place.zh}的`}${what.zh}${link}${number}`,
    en: `${direction ? `${what.en} ${direction.en} ${number}` : what.en === "" ? number : `${number} of ${what.en}`}${isHere ? "" : ` in ${place.en}`}`,
  };
}

/** Without the title of the table where the sentence is about that table alone. */
function withinTable(place: Bilingual, { terms, instance }: InstanceResult): Bilingual {
  const tables = new Set(terms.map(({ figure, source }) => (figure?.source ?? source)?.table));
  const [title] = /^《[^》]*》(?=.)/.exec(place.zh) ?? [];
  if (tables.size > 1 || title === undefined || !instance.place.zh.startsWith(title)) return place;
  return { zh: place.zh.slice(title.length), en: place.en.replace(/^table “[^”]*”, /, "") };
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

function alternatives(culprits: readonly CulpritSet[], main: InstanceResult): Bilingual {
  const [best, next] = culprits;
  const isEven = !best || !next || best.plausibility < CONVINCING || next.plausibility >= UNCONVINCING;
  const described = culprits.slice(0, MOST_ALTERNATIVES).map((culprit) => describe(culprit, main, isEven));
  const more = culprits.length > MOST_ALTERNATIVES;
  if (!isEven) {
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

function describe({ blames, plausibility }: CulpritSet, main: InstanceResult, isEven: boolean): Bilingual {
  const parts = blames.map((blame): Bilingual => {
    const suggestion = suggestionOf(blame);
    const subject = subjectOf(blame, main, false);
    if (blame.kind === "word" && suggestion) return { zh: `${subject.zh}${suggestion.zh}`, en: suggestion.en };
    const { zh, en } = subject.zh === "" ? (blame.instance?.instance.place ?? subject) : subject;
    const why = isEven && suggestion && plausibility >= CONVINCING ? blame.slip : undefined;
    return {
      zh: `${zh}${suggestion ? `（${suggestion.zh}${why ? `，疑为${why.zh}` : ""}）` : ""}`,
      en: `${en}${suggestion ? ` (${suggestion.en}${why ? `, probably ${why.en}` : ""})` : ""}`,
    };
  });
  return { zh: parts.map(({ zh }) => zh).join("和"), en: parts.map(({ en }) => en).join(" and ") };
}
