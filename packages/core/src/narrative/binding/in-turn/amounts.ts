import type { ConceptKey } from "../../../facts/key.ts";
import { measurableOf } from "../../../figure/interval.ts";
import type { NumberToken } from "../../numbers.ts";
import { ANNEX_LIKE, type Reading, type Told, type Turn } from "../../state.ts";
import { between } from "../measures.ts";
import { codesBefore } from "./codes.ts";
import { flowsBefore } from "./flows.ts";
import { classesBefore, kindsBefore, namesBefore, pathsBefore, told } from "./named.ts";
import { type Place, rowFrom, tellInTurn } from "./row.ts";
import { stagesNamed, yearsNamed } from "./stages.ts";
import { ofItemsTold, projectsCounted, sharesBefore } from "./told-before.ts";

const REACH = 200;
const SAID = /(?:支出|决算|金额)*(?:数|额)?(?<turn>(?:分别|依次)(?:为|是|支出|达到?))$/;

/**
 * 公共安全支出（类）、社会保障和就业支出（类）、住房保障支出（类），支出数分别为4,024.18万元、364.53万元、223.47万元: amounts in a row are of those named
 * right before, one each, in their order, where there are as many.
 */
export function amountInTurn(r: Reading, number: NumberToken): Turn | undefined {
  const said = SAID.exec(r.view.text.slice(Math.max(0, number.start - 16), number.start));
  if (!said) return amountNamedRightBefore(r, number);
  const row = rowFrom(r, number);
  if (row.length < 2) return undefined;
  const [words, at] = [number.start - said[0].length, number.start - said.groups!["turn"]!.length];
  const keys =
    sharesBefore(r, row.length, words) ??
    kindsBefore(r, row.length, words) ??
    projectsCounted(r, row.length) ??
    toldAgain(r, number, row) ??
    ofItemsTold(r, at, row.length) ??
    amountsNamed(r, row, at) ??
    asMany(row, stagesNamed(r, number, at)) ??
    flowsBefore(r, row, at) ??
    yearsNamed(r, number, row.length, at) ??
    remembered(r, classesBefore(r, row.length, words)) ??
    pathsBefore(r, row.length, at) ??
    codesBefore(r, row.length, words);
  return keys && tellInTurn(r, row, keys);
}

/** 因公出国（境）费、公务用车运行维护费和公务接待费0万元、8万元和2万元: nothing but the names opens the row. */
function amountNamedRightBefore(r: Reading, number: NumberToken): Turn | undefined {
  const before = r.view.text.slice(Math.max(0, number.start - 2), number.start);
  if (!/[一-龥）]$/.test(before)) return undefined;
  const row = rowFrom(r, number, { closely: true });
  if (row.length < 2 || row.some((place) => !isMoney(place))) return undefined;
  // 公务用车购置费和运行费为0万元和7万元
  const at = number.start - (/(?<!分别|依次|[均都])[为是]$/.test(before) ? 1 : 0);
  const keys = toldAsShares(r, number, row.length) ?? amountsNamed(r, row, at);
  return keys && tellInTurn(r, row, keys);
}

/** …分别占87.5%和12.5%，即14万元和2万元: what the shares right before are of. */
function toldAsShares(r: Reading, number: NumberToken, count: number): readonly ConceptKey[] | undefined {
  const isShare = r.lastBound?.dimensions.measure === "share";
  return isShare && r.named?.length === count && /^，(?:即|合|也就是)(?:为)?$/.test(between(r, number))
    ? r.named
    : undefined;
}

const isMoney = ({ number }: Place): boolean => number !== undefined && measurableOf(number.unit) === "money";

function asMany(row: readonly Place[], keys: Told[] | undefined): Told[] | undefined {
  return keys?.length === row.length ? keys : undefined;
}

function remembered(r: Reading, keys: ConceptKey[] | undefined): ConceptKey[] | undefined {
  if (keys) r.named = keys;
  return keys;
}

/** 决算分别为, 年初预算数分别为, 上年分别为: the same again. */
const AGAIN =
  /^[，；](?:(?<last>上年度?|去年)|(?:支出)?(?:(?<budget>(?:年初|全年|调整后?)?预算)|决算))(?:支出)?(?:决算)?(?:数|额|金额)?(?:分别|依次)(?:为|是)$/;

function toldAgain(r: Reading, number: NumberToken, row: readonly Place[]): ConceptKey[] | undefined {
  const again = AGAIN.exec(between(r, number));
  return again && r.named?.length === row.length ? r.named.map((key) => told(key, again.groups!)) : undefined;
}

/** 基本支出和项目支出分别为2000万元和1000万元 */
function amountsNamed(r: Reading, row: readonly Place[], at: number): ConceptKey[] | undefined {
  const named = namesBefore(r, at);
  if (named?.keys.length !== row.length) return undefined;
  r.named = named.keys;
  r.subject = named.keys.at(-1);
  return named.keys.map((key) => told(key, { budget: named.budget }));
}

/** 由甲、乙、丙构成，分别为100万元、20万元、30万元, of which nobody knows the names: none of them is what was spoken of before. */
export function isRowOfUnknown(r: Reading, number: NumberToken): boolean {
  const { section, subject, view } = r;
  if (section === undefined || ANNEX_LIKE.has(section) || subject?.concept.startsWith("total-")) return false;
  const before = view.text.slice(Math.max(0, number.start - REACH), number.start);
  const [, opened] = /(?:分别|依次)(?:为|是|支出|达到?)((?:[\d.,]+[万亿]?元[、，和及])*)$/.exec(before) ?? [];
  if (opened === undefined || /20\d{2}年?[-—－~～至到、和与]/.test(/[^。；\n]*$/.exec(before)![0])) return false;
  return opened !== "" || rowFrom(r, number).length > 1;
}
