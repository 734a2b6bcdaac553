import type { ConceptKey, Dimensions } from "../../facts/key.ts";
import { readingOf } from "../../figure/interval.ts";
import type { NumberToken } from "../numbers.ts";
import { unknownWords } from "../certainty.ts";
import { tokensIn } from "../places.ts";
import { ANNEX_LIKE, type Reading, type Told } from "../state.ts";
import { codeOf, onPath, setFunctional } from "../subjects.ts";
import { moneyOf } from "../twins.ts";
import { isForeign } from "./annex.ts";
import { amountsOfNamed, namesBefore } from "./named.ts";

/** 4,024.18万元、364.53万元、163.25万元: as many as stand in a row. */
const ROW = /^\d[\d.,]*[万亿]?元(?:[、，和及]\d[\d.,]*[万亿]?元)+/;
const REACH = 200;

/**
 * 公共安全支出（类）、社会保障和就业支出（类）、住房保障支出（类），支出数分别为4,024.18万元、364.53万元、223.47万元: amounts in a row are of the accounts
 * named right before, one each, in their order, where there are as many.
 */
export function amountOfEach(r: Reading, number: NumberToken): Told | undefined {
  const { text } = r.view;
  if (r.listed !== undefined && /^[、，和及]$/.test(text.slice(r.lastNumberEnd, number.start))) return r.listed.shift();
  r.listed = undefined;
  const said = /(?:支出|决算|金额)*(?:数|额)?分别(?:为|是)$/.exec(
    text.slice(Math.max(0, number.start - 16), number.start),
  );
  if (!said) return undefined;
  const row = ROW.exec(text.slice(number.start, number.start + REACH))?.[0];
  if (row === undefined) return undefined;
  const amounts = tokensIn(r, number.start, number.start + row.length).filter((token) => token.type === "number");
  const shared = sharesBefore(r, amounts.length, text.slice(r.lastNumberEnd, number.start - said[0].length));
  if (shared) {
    r.listed = shared;
    return r.listed.shift();
  }
  const kinds = kindsBefore(r, amounts.length, number.start - said[0].length);
  if (kinds) {
    r.listed = kinds;
    return r.listed.shift();
  }
  const at = number.start - /分别(?:为|是)$/.exec(said[0])![0].length;
  const named = amountsOfNamed(r, number, amounts.length, at);
  if (named) {
    r.listed = named;
    return r.listed.shift();
  }
  const stages = stagesNamed(r, number, at);
  const turns = stages?.length === amounts.length ? stages : flowsBefore(r, amounts, at);
  if (turns) {
    r.cue = undefined;
    r.listed = turns;
    return r.listed.shift();
  }
  const classes = classesBefore(r, amounts.length, number.start - said[0].length);
  if (classes) {
    r.named = classes;
    r.listed = [...classes];
    return r.listed.shift();
  }
  const names = pathsBefore(r, number.start - said[0].length);
  if (names.length < 2 || names.length !== amounts.length) return undefined;
  r.listed = names.flatMap((token) => {
    onPath(r, token.names, token.from, token.end);
    return r.subject ? [r.subject] : [];
  });
  return r.listed.shift();
}

const STAGE =
  "(?:20\\d{2}年度?|本年度?|当年)?(?:支出)?(?:(?:上年度?|去年)(?:支出)?(?:决算|执行|支出)|(?:年初|全年|调整后?|批复)?预算|(?:实际)?(?:决算|执行|支出))(?:支出)?(?:数|额|金额|安排)?";
const STAGES = new RegExp(`${STAGE}(?:[、和与及]${STAGE})+$`);

/** “三公”经费预算数和决算数分别为10万元、8万元: of the one thing that is spoken of, planned and spent. */
export function stagesNamed(r: Reading, number: NumberToken, at: number): Told[] | undefined {
  const words = wordsOfStages(r, at);
  const stages = words?.split(/[、和与及]/) ?? [];
  // 上年支出和本年支出 name no budget, and 基本支出和项目支出 no stage.
  if (stages.length === 0 || !words!.includes("预算") || !/决算|执行|实际|支出/.test(words!)) return undefined;
  const subject = r.subject && moneyOf(r.subject);
  if (!subject || isForeign(r, subject, number)) return undefined;
  // The names of the stages are no words that nobody knows: only what stands before them may be.
  const from = at - words!.length;
  const name = tokensIn(r, from, from + 1).find(({ type }) => type === "subject");
  const unsure = unknownWords(r, name?.end ?? from, subject) ?? "";
  return stages.map((said) => ({ ...atStage(subject, said), unsure }));
}

const wordsOfStages = (r: Reading, at: number): string | undefined =>
  STAGES.exec(r.view.text.slice(Math.max(0, at - 60), at))?.[0];

/** 公务用车购置费、公务接待费预算数与决算数均为0万元: each of them, planned and spent. */
export function namedAtStages(r: Reading, at: number): ConceptKey[] | undefined {
  const words = wordsOfStages(r, at);
  const named = words?.includes("预算") ? namesBefore(r, at - words.length) : undefined;
  return named && words!.split(/[、和与及]/).flatMap((said) => named.keys.map((key) => atStage(key, said)));
}

function atStage({ concept, dimensions }: ConceptKey, said: string): ConceptKey {
  const { stage: _stage, period: _period, ...own } = dimensions;
  return { concept, dimensions: { ...own, ...stageOf(said) } };
}

function stageOf(words: string): Dimensions {
  if (/上年|去年/.test(words)) return { period: "previous" };
  if (!words.includes("预算")) return {};
  return { stage: words.includes("年初") ? "original-budget" : /全年|调整/.test(words) ? "adjusted-budget" : "budget" };
}

const FLOWS =
  /(?<fund>财政拨款|一般公共预算(?:财政拨款)?|政府性基金预算(?:财政拨款)?|国有资本经营预算(?:财政拨款)?)?(?:收入[、和与及]?支出|收支|收、支)(?:决算)?(?:数|额)?$/;
const FUNDS: readonly (readonly [string, NonNullable<Dimensions["fund"]>])[] = [
  ["财政", "appropriation"],
  ["一般", "general"],
  ["政府", "government-fund"],
  ["国有", "state-capital"],
];

/** 财政拨款收入和支出分别为460万元和455万元: the year's own where they differ; the totals of receipts and disbursements do not. */
function flowsBefore(
  r: Reading,
  amounts: readonly Extract<Reading["tokens"][number], { type: "number" }>[],
  at: number,
): ConceptKey[] | undefined {
  const match = FLOWS.exec(r.view.text.slice(Math.max(0, at - 30), at));
  const [first, second] = amounts.map(({ number }) => readingOf(number));
  if (!match || amounts.length !== 2 || !first || !second || first.middle === second.middle) return undefined;
  const words = match.groups!["fund"];
  const fund = words === undefined ? r.base?.dimensions.fund : FUNDS.find(([opens]) => words.startsWith(opens))?.[1];
  const dimensions = fund === undefined ? {} : { fund };
  r.subject = { concept: "expenditure", dimensions };
  return [{ concept: "revenue", dimensions }, r.subject];
}

/** 财政拨款收入占99.42%，其他收入占0.58%，分别为14399.36万元和84.42万元: what the shares right before are of, one each. */
function sharesBefore(r: Reading, count: number, words: string): ConceptKey[] | undefined {
  const shares = r.figures.slice(-count);
  if (count < 2 || shares.length < count || words !== "，") return undefined;
  if (shares.some(({ dimensions }) => dimensions.measure !== "share")) return undefined;
  return shares.map(({ concept, dimensions }) => {
    const { measure: _measure, of: _of, ...rest } = dimensions;
    return { concept, dimensions: rest };
  });
}

/** 货物、工程、服务支出分别为89万元、82万元、125万元: the kinds of what was bought. */
function kindsBefore(r: Reading, count: number, at: number): ConceptKey[] | undefined {
  if (r.base?.concept !== "procurement" || count !== PURCHASES.length) return undefined;
  return /货物(?:类)?、工程(?:类)?[、和]服务(?:类)?(?:采购)?(?:支出)?(?:金额)?$/.test(
    r.view.text.slice(Math.max(0, at - 20), at),
  )
    ? PURCHASES.map((item) => ({ concept: "procurement", dimensions: { item } }))
    : undefined;
}

const PURCHASES = ["goods", "works", "services"] as const;

/** The accounts that the words name one after the other, up to a place. */
function pathsBefore(r: Reading, at: number): readonly Extract<Reading["tokens"][number], { type: "path" }>[] {
  const found: Extract<Reading["tokens"][number], { type: "path" }>[] = [];
  let next = at;
  for (const token of tokensIn(r, at - REACH, at).toReversed()) {
    if (token.end > at || token.type !== "path") continue;
    if (!/^[、和及，：]?$/.test(r.view.text.slice(token.end, next))) break;
    found.unshift(token);
    next = token.start;
  }
  return found;
}

const BUILT_OF =
  /(?:^|[，。；：\n])由?(?<names>(?:[一-龥]{2,16}[、和及]){1,8}[一-龥]{2,16}?)(?:等?(?:[一二两三四五六七八九十几]+(?:类|项|个?部分|个?方面))?(?:构成|组成)，|，)?$/;

/** 由教育支出、社会保障和就业支出、住房保障支出构成，分别为2400万元、300万元、200万元: the classes that the words name, one after the other. */
function classesBefore(r: Reading, count: number, at: number): ConceptKey[] | undefined {
  if (r.base?.concept !== "expenditure" || r.base.dimensions.nature !== undefined) return undefined;
  const { names } = BUILT_OF.exec(r.view.text.slice(Math.max(0, at - REACH), at))?.groups ?? {};
  const pieces = names?.split(/(?<=[、和及])/) ?? [];
  const found: string[] = [];
  // 社会保障和就业支出 is one name, though it holds a mark.
  for (let from = 0, to = 1; from < pieces.length && to <= pieces.length; to++) {
    const name = pieces
      .slice(from, to)
      .join("")
      .replace(/[、和及]$/, "");
    const code = codeOf(r, [name]);
    if (code === undefined || /^\d{5}/.test(code)) continue;
    found.push(name);
    from = to;
    if (to === pieces.length) return found.length === count ? ofClasses(r, found) : undefined;
  }
  return undefined;
}

function ofClasses(r: Reading, names: readonly string[]): ConceptKey[] {
  return names.flatMap((name) => {
    setFunctional(r, [name]);
    return r.subject ? [r.subject] : [];
  });
}

/** 由甲、乙、丙构成，分别为100万元、20万元、30万元, of which nobody knows the names: none of them is what was spoken of before. */
export function isRowOfUnknown(r: Reading, number: NumberToken): boolean {
  const { section, subject, view } = r;
  if (section === undefined || ANNEX_LIKE.has(section) || subject?.concept.startsWith("total-")) return false;
  const before = view.text.slice(Math.max(0, number.start - REACH), number.start);
  const [, opened] = /分别(?:为|是)((?:[\d.,]+[万亿]?元[、，和及])*)$/.exec(before) ?? [];
  if (opened === undefined || /20\d{2}年?[-—－~～至到、和与]/.test(/[^。；\n]*$/.exec(before)![0])) return false;
  return opened !== "" || ROW.test(view.text.slice(number.start, number.start + REACH));
}
