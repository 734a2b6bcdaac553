import { conceptOf } from "../../../facts/concepts.ts";
import { type ConceptKey, keyText } from "../../../facts/key.ts";
import { tokensIn } from "../../places.ts";
import type { Reading } from "../../state.ts";
import { codeOf, onPath, setFunctional } from "../../functional-path.ts";
import { resolve } from "../../subject-key.ts";
import { fundsNamed } from "./funds.ts";

// The quantities that the words name one after the other, up to a place: 基本支出和项目支出, 教育支出（类）、卫生健康支出（类）.

const REACH = 200;
/** What may stand between the last name and 分别为. */
const TOLD =
  /^）?(?:的)?(?:一般公共预算)?(?:财政拨款)?(?:支出|收入)?(?:(?<budget>(?:年初|全年|调整后?)?预算)|决算)?(?:支出)?(?:数|额|金额)?$/;
/** 财政拨款收入、事业收入较上年分别增长2.33%和1%: what may stand there where changes are told. */
export const COMPARED =
  /^(?:的)?(?:支出|收入)?(?:决算)?(?:数|额|金额)?(?:[较比与同](?:上年|去年|20\d{2}年)度?|同比)?(?:相比)?，?$/;

/** What the words name one after the other up to a place, and the budget that they say is told of it. */
export function namesBefore(
  r: Reading,
  at: number,
  told: RegExp = TOLD,
): { keys: readonly ConceptKey[]; budget: string | undefined } | undefined {
  const ofFunds = fundsNamed(r, at);
  if (ofFunds) return ofFunds;
  const { text } = r.view;
  const tokens = tokensIn(r, at - REACH, at).flatMap((token) =>
    token.type === "subject" && token.end <= at ? [token] : [],
  );
  const last = tokens.at(-1);
  const said = last && told.exec(text.slice(last.end, at));
  if (!said) return undefined;
  const keys: ConceptKey[] = [];
  let next = at;
  for (const token of tokens.toReversed()) {
    if (next !== at && !/^(?:支出|收入|金额|决算|[数额])*(?:[、和及与]|以及)$/.test(text.slice(token.end, next))) break;
    // Heads of funds and labelled kinds are not told so.
    if (token.phrase.labelled || !isMoney(token.phrase.concept)) return undefined;
    keys.unshift(resolve(r, token.phrase, false, token.start));
    next = token.start;
  }
  // 年初、年末财政拨款结转和结余分别为30万元和10万元: the first is called by its end of the year alone.
  const [first] = keys;
  const [, opens] =
    /(?:^|[，。；：、\n\d度])((?:年初|上年)[、和与及])$/.exec(text.slice(Math.max(0, next - 6), next)) ?? [];
  if (opens !== undefined && first?.concept === "closing-carry-over") {
    keys.unshift({ concept: "opening-carry-over", dimensions: first.dimensions });
    next -= opens.length;
  }
  // 上年基本支出和项目支出分别为
  if (/(?:上年度?|去年|(?:19|20)\d{2}年?)的?$/.test(text.slice(Math.max(0, next - 5), next)) && !isOfThisYear(r, next))
    return undefined;
  const different = new Set(keys.map(({ concept, dimensions }) => keyText(concept, dimensions)));
  return keys.length > 1 && different.size === keys.length ? { keys, budget: said.groups?.["budget"] } : undefined;
}

/** The same as planned, or as it was last year, where the words say so. */
export function told(
  { concept, dimensions }: ConceptKey,
  { budget, last }: { readonly budget?: string | undefined; readonly last?: string | undefined },
): ConceptKey {
  if (last !== undefined) return { concept, dimensions: { ...dimensions, period: "previous" } };
  if (budget === undefined) return { concept, dimensions };
  const stage = budget.startsWith("年初")
    ? "original-budget"
    : /^(?:全年|调整)/.test(budget)
      ? "adjusted-budget"
      : "budget";
  return { concept, dimensions: { ...dimensions, stage } };
}

const isMoney = (concept: string): boolean => conceptOf(concept)?.kind === "money";

function isOfThisYear(r: Reading, at: number): boolean {
  return (
    r.context.fiscalYear !== undefined && r.view.text.slice(Math.max(0, at - 6), at).includes(`${r.context.fiscalYear}`)
  );
}

/** 货物、工程、服务支出分别为89万元、82万元、125万元: the kinds of what was bought. */
export function kindsBefore(r: Reading, count: number, at: number): ConceptKey[] | undefined {
  if (r.base?.concept !== "procurement" || count !== PURCHASES.length) return undefined;
  return /货物(?:类)?、工程(?:类)?[、和]服务(?:类)?(?:采购)?(?:支出)?(?:金额)?$/.test(
    r.view.text.slice(Math.max(0, at - 20), at),
  )
    ? PURCHASES.map((item) => ({ concept: "procurement", dimensions: { item } }))
    : undefined;
}

const PURCHASES = ["goods", "works", "services"] as const;

/** The accounts that the words name one after the other, up to a place. */
export function pathsBefore(r: Reading, count: number, at: number): ConceptKey[] | undefined {
  const found: Extract<Reading["tokens"][number], { type: "path" }>[] = [];
  let next = at;
  let budget: string | undefined;
  for (const token of tokensIn(r, at - REACH, at).toReversed()) {
    if (token.end > at || token.type !== "path") continue;
    const words = r.view.text.slice(token.end, next);
    // 行政运行（项）和机关服务（项）年初预算分别为
    const said = next === at ? TOLD.exec(words.replace(/^[，。：]/, "")) : undefined;
    if (!/^[、和及，：]?$/.test(words) && !said) break;
    budget = said?.groups?.["budget"] ?? budget;
    found.unshift(token);
    next = token.start;
  }
  if (found.length !== count) return undefined;
  r.named = found.flatMap((token) => {
    onPath(r, token.names, token.from, token.end);
    return r.subject ? [r.subject] : [];
  });
  return r.named.map((key) => told(key, { budget }));
}

const BUILT_OF =
  /(?:^|[，。；：\n])由?(?<names>(?:[一-龥]{2,16}[、和及]){1,8}[一-龥]{2,16}?)(?:等?(?:[一二两三四五六七八九十几]+(?:类|项|个?部分|个?方面))?(?:构成|组成)，|，)?$/;

/** 由教育支出、社会保障和就业支出、住房保障支出构成，分别为2400万元、300万元、200万元: the classes that the words name, one after the other. */
export function classesBefore(r: Reading, count: number, at: number): ConceptKey[] | undefined {
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
