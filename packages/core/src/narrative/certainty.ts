import type { ConceptKey } from "../facts/key.ts";
import { BESIDE_ITS_NAME, OFFICE, OPENS_LIST, PARTICLES, SAYS_NOTHING } from "./certain-words.ts";
import type { Token } from "./grammar.ts";
import { boundLast, tokensIn } from "./places.ts";
import type { Reading } from "./state.ts";
import { functionalNames } from "./account-names.ts";
import { codeOf } from "./functional-path.ts";

// A disclosure is accused on the strength of sentences whose every word is known, and on no other: 项目各项支出80万元 may be
// the project expenditure or something else, and a reader who does not know asks before saying that a sum is wrong.

/** How far back the words of a number are looked at, and how many clauses of them. */
const REACH = 160;
const CLAUSES = 4;
const MARKS = "，。；：、\n（）！？";
const UNKNOWN = /[一-龥]{2}/;

/**
 * The words between a number and the phrase that says what it measures which no phrase knows; undefined where all are known.
 * Clauses in between that hold no phrase at all (受疫情影响) say why and not what; the last one, and each that holds one, counts.
 * What goes on speaking of a quantity that was named in such words is no surer than its name.
 */
export function unknownWords(r: Reading, start: number, bound: ConceptKey): string | undefined {
  if (bound.dimensions.item === "reception-entry") return undefined;
  if (bound.dimensions.label !== undefined) return isStrange(r, bound) ? bound.dimensions.label : undefined;
  const { text } = r.view;
  const floor = Math.max(0, r.lastNumberEnd > start ? 0 : r.lastNumberEnd, start - REACH);
  const tokens = tokensIn(r, floor, start).filter(({ type, end }) => type !== "mark" && end <= start);
  // 预算执行率100%的项目11个: the number before says which, within its own sentence; 减少1.65万元的主要原因是… says why.
  if (
    r.lastNumberEnd === floor &&
    /^的(?!主要原因|原因)[一-龥][^。；\n]*$/.test(text.slice(floor, start)) &&
    !/^的(?:比例|比重|占比)/.test(text.slice(floor, start))
  )
    return text.slice(floor, start);
  let to = start;
  for (let clause = 0; clause < CLAUSES; clause++) {
    const from = clauseStart(text, tokens, floor, to);
    const own = tokens.filter((token) => token.start >= from && token.end <= to);
    const isReason = own.some((token) => isCue(r, token, "reason") || isCue(r, token, "use"));
    if ((clause === 0 || own.length > 0 || COMPARES.test(text.slice(from, to))) && !isReason) {
      const words = residue(r, own, from, to, bound.concept);
      if (words !== undefined) return words;
    }
    // 占收入总计的0.56%: what it is a share of is not what it is the share.
    const share = bound.dimensions.measure === "share" ? own.find((token) => isCue(r, token, "share")) : undefined;
    if (own.some((token) => names(r, token) && (share === undefined || token.start < share.start)))
      return text[from - 1] === "：" && from > floor ? listedUnder(r, tokens, floor, from - 1) : undefined;
    const mark = text[from - 1];
    if (from <= floor || mark === undefined) return carried(r, start);
    if (mark === "。" || mark === "；") {
      const opens = opening(r, floor, from);
      return opens === undefined
        ? (straggling(r, tokens, from) ?? carried(r, start))
        : residue(r, opens.tokens, opens.start, opens.end, bound.concept);
    }
    // A line of its own that only names what the next one tells: …行政运行（2010801）⏎年初预算为90万元.
    if (mark === "\n" && /[。；，\d\n]/.test(text[from - 2] ?? "\n")) return undefined;
    to = from - 1;
  }
  return undefined;
}

/** 其余款项：一般公共预算财政拨款收入7200万元: what opens a list says of what its entries are parts. */
function listedUnder(r: Reading, tokens: readonly Token[], floor: number, to: number): string | undefined {
  const from = clauseStart(r.view.text, tokens, floor, to);
  if (tokens.some((token) => token.start >= from && token.end <= to)) return undefined;
  const words = r.view.text.slice(from, to).replace(/^[\d.（）、]+/, "");
  return UNKNOWN.test(words.replace(OPENS_LIST, " ").replace(SAYS_NOTHING, " ").replace(PARTICLES, " "))
    ? words
    : undefined;
}

const COMPARES = /^(?:与|和|同|较|比)|相比|对比/;
const LONGEST_OPENING = 40;

/** 2.公务接待费。2023年决算数为…: what a paragraph opens with names what it is about. */
function opening(
  r: Reading,
  floor: number,
  at: number,
): { readonly start: number; readonly end: number; readonly tokens: readonly Token[] } | undefined {
  const { text } = r.view;
  const near = Math.max(0, at - LONGEST_OPENING - 1);
  const start = near + text.slice(near, at).lastIndexOf("\n") + 1;
  if (start < floor || (start === near && near > 0)) return undefined;
  const stop = text.slice(start, at).search(/[。；]/);
  const end = stop < 0 ? at : start + stop;
  return { start, end, tokens: tokensIn(r, start, end).filter((token) => token.end <= end) };
}

/** …，人员经费增加。与年初预算相比，…: what the sentence before ended with, in words without a number. */
function straggling(r: Reading, tokens: readonly Token[], at: number): string | undefined {
  const { text } = r.view;
  if (text.slice(Math.max(r.lastNumberEnd, at - REACH), at).includes("\n")) return undefined;
  const before = tokens.filter(({ end }) => end < at);
  if (before.some((token) => isCue(r, token, "reason") || isCue(r, token, "use"))) return undefined;
  const last = before.findLast((token) => names(r, token));
  // 1.教育支出（类）…学前教育（项）。年初预算为…
  return last === undefined || last.type === "path" ? undefined : text.slice(last.start, last.end);
}

/** A part that its own words alone name. */
function isStrange({ strange }: Reading, { concept, dimensions: { label } }: ConceptKey): boolean {
  return strange?.key.concept === concept && strange.key.dimensions.label === label;
}

/**
 * What goes on from a number that was told in words that are not known; behind a parenthesis, from the one before it:
 * 某类收入52万元（其中一般公共预算51万元），占35%.
 */
function carried(r: Reading, start: number): string | undefined {
  const { text, offsets } = r.view;
  if (r.lastBound && r.reasoned.has(r.lastBound.id)) return undefined;
  if (!text.slice(Math.max(r.lastNumberEnd, start - REACH), start).includes("）")) return r.lastBound?.unknownWords;
  const near = Math.max(0, r.lastNumberEnd - REACH);
  const opens = offsets[near + text.slice(near, r.lastNumberEnd).lastIndexOf("（")] ?? 0;
  return boundLast(r).findLast(({ source }) => source.start < opens)?.unknownWords;
}

function clauseStart(text: string, tokens: readonly Token[], floor: number, to: number): number {
  let from = to;
  let depth = 0;
  while (from > floor) {
    const at = from - 1;
    const char = text[at]!;
    if (MARKS.includes(char) && !tokens.some((token) => token.start <= at && at < token.end)) {
      // 因公接待费（含外宾）支出: what a parenthesis adds belongs to the words before it.
      if (char === "）") depth++;
      else if (char === "（" && depth > 0) depth--;
      else if (depth === 0 || char === "\n") break;
    }
    from--;
  }
  return from;
}

/** Counts of projects and offices, beside which almost any word stands. */
const LENIENT = /^(?:performance|threshold|units|project)/;

/** What is left of a clause without the words that are known; undefined where nothing is. */
function residue(r: Reading, tokens: readonly Token[], from: number, to: number, concept: string): string | undefined {
  const { text } = r.view;
  const opens = from === 0 || "。\n".includes(text[from - 1]!) || DATED.test(text.slice(Math.max(0, from - 8), from));
  let at = from;
  for (const token of [...tokens, undefined]) {
    if (token?.type === "name" && r.nameEnd !== token.end) continue;
    const end = token?.start ?? to;
    // 170万元（与部门决算中…公用经费之和保持一致），较上年减少…: what a parenthesis adds is its own.
    const inside = token !== undefined && /（[^）]*$/.test(text.slice(from, token.start));
    if (inside) continue;
    if (end > at) {
      const isBeside = token !== undefined && names(r, token) && !LENIENT.test(concept);
      // 2016年州残联“三公”经费支出: the year may come before the office.
      const isFirst = at === from || /^20\d{2}$/.test(text.slice(from, at));
      const left = strange(r, text.slice(at, end), isBeside, opens && isFirst);
      if (left !== undefined) return left;
    }
    at = Math.max(at, token?.end ?? to);
  }
  return undefined;
}

/** 截至2024年12月31日，某某局共有车辆3辆: the office is the sentence's. */
const DATED = /(?:\d年度?|\d日|年[末底])，$/;

/** What a budget is called is no account, however near its name comes to one. */
const BUDGETS = /^(?:一般公共预算|政府性基金|国有资本经营)/;

function strange(r: Reading, piece: string, isBeside: boolean, opens: boolean): string | undefined {
  if (!UNKNOWN.test(piece)) return undefined;
  const bare = piece
    .replace(/（[^（）]*）/g, "")
    .replace(/^(?:[\d.（）、]+|[一二三四五六七八九十]+[、）是])(?=\D)/, "");
  // 卫生健康120万元: an account by its name alone.
  const name = bare.replace(/支出(?:[数为共]|决算)*$/, "");
  // 基本工资、津贴补贴等人员经费: objects by their names, of which what follows is the sum.
  const [, last] = (isBeside && /^([一-龥（）]{2,16})等的?$/.exec(bare)) || [];
  if (last !== undefined && r.context.resolver.economic(last) !== undefined) return undefined;
  if (name.length > 1 && !BUDGETS.test(name) && (codeOf(r, [name]) ?? functionalNames(r, name)) !== undefined)
    return undefined;
  // 教育局本级支出300万元；第一小学支出350万元: one of the units.
  if (isBeside && opens && bare.endsWith("本级")) return bare;
  const own = withoutDepartment(r, bare);
  const left = (opens ? own.replace(OFFICE, "") : own)
    .replace(isBeside ? BESIDE_ITS_NAME : SAYS_NOTHING, " ")
    .replace(PARTICLES, " ");
  return UNKNOWN.test(left) ? bare : undefined;
}

/** 公务用车购置费18万元，青禾县农业农村局更新公务用车1辆: whose accounts they are is said again; its 本级 is a part of it. */
function withoutDepartment({ context: { department } }: Reading, words: string): string {
  if (department === undefined || department.length < SHORTEST_NAME || !words.startsWith(department)) return words;
  const rest = words.slice(department.length);
  return rest.startsWith("本级") && !/^本级(?:[及和与、]|以及)/.test(rest) ? words : rest;
}

/** A shorter name may be the beginning of another. */
const SHORTEST_NAME = 4;

function names(r: Reading, token: Token): boolean {
  return token.type === "subject" || token.type === "path" || (token.type === "name" && r.nameEnd === token.end);
}

function isCue(r: Reading, token: Token, kind: string): boolean {
  return token.type === "cue" && token.phrase.cue(r.view.text.slice(token.start, token.end)).kind === kind;
}
