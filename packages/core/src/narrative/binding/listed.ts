import type { ConceptKey } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { tokensIn } from "../places.ts";
import type { Reading } from "../state.ts";
import { onPath } from "../subjects.ts";
import { amountsOfNamed } from "./named.ts";

/** 4,024.18万元、364.53万元、163.25万元: as many as stand in a row. */
const ROW = /^\d[\d.,]*[万亿]?元(?:[、，和及]\d[\d.,]*[万亿]?元)+/;
const REACH = 200;

/**
 * 公共安全支出（类）、社会保障和就业支出（类）、住房保障支出（类），支出数分别为4,024.18万元、364.53万元、223.47万元: amounts in a row are of the accounts
 * named right before, one each, in their order, where there are as many.
 */
export function amountOfEach(r: Reading, number: NumberToken): ConceptKey | undefined {
  const { text } = r.view;
  if (r.listed !== undefined && /^[、，和及]$/.test(text.slice(r.lastNumberEnd, number.start))) return r.listed.shift();
  r.listed = undefined;
  const said = /(?:支出|决算|金额)*(?:数|额)?分别(?:为|是)$/.exec(
    text.slice(Math.max(0, number.start - 16), number.start),
  );
  if (!said) return undefined;
  const row = ROW.exec(text.slice(number.start, number.start + REACH))?.[0];
  if (row === undefined) return undefined;
  const amounts = tokensIn(r, number.start, number.start + row.length).filter(({ type }) => type === "number");
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
  const named = amountsOfNamed(r, number, amounts.length, number.start - /分别(?:为|是)$/.exec(said[0])![0].length);
  if (named) {
    r.listed = named;
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
