import type { ConceptKey, Dimensions } from "../../../facts/key.ts";
import { readingOf } from "../../../figure/interval.ts";
import type { NumberToken } from "../../numbers.ts";
import { boundLast, tokensIn } from "../../places.ts";
import type { Reading } from "../../state.ts";
import type { Place } from "./row.ts";

// Receipts and disbursements told as a pair: 收支总计分别增加…, 财政拨款收入和支出分别为….

type Pair = readonly [ConceptKey, ConceptKey];

const FLOWS_AT =
  /(?<fund>财政拨款|一般公共预算(?:财政拨款)?|政府性基金预算(?:财政拨款)?|国有资本经营预算(?:财政拨款)?)?(?:收入[、和与及]?支出|收支|收、支)(?:决算)?(?:数|额)?$/;
const FUNDS: readonly (readonly [string, NonNullable<Dimensions["fund"]>])[] = [
  ["财政", "appropriation"],
  ["一般", "general"],
  ["政府", "government-fund"],
  ["国有", "state-capital"],
];

/** 财政拨款收入和支出分别为460万元和455万元: the year's own where they differ; the totals of receipts and disbursements do not. */
export function flowsBefore(r: Reading, row: readonly Place[], at: number): ConceptKey[] | undefined {
  const match = FLOWS_AT.exec(r.view.text.slice(Math.max(0, at - 30), at));
  const [first, second] = row.map(({ number }) => number && readingOf(number));
  if (!match || row.length !== 2 || !first || !second || first.middle === second.middle) return undefined;
  const words = match.groups!["fund"];
  const fund = words === undefined ? r.base?.dimensions.fund : FUNDS.find(([opens]) => words.startsWith(opens))?.[1];
  const dimensions = fund === undefined ? {} : { fund };
  r.subject = { concept: "expenditure", dimensions };
  return [{ concept: "revenue", dimensions }, r.subject];
}

const FLOWS =
  /(?:收入[、和与及]支出|收支|收、支)(?:决算)?(?:(?:[较比与同](?:上年|去年|20\d{2}年)度?|同比)(?:相比)?，?)?分别[^，。；\d]{2,4}$/;

/** 财政拨款收入、支出分别增加120万元、130万元: the year's own where they differ; totals of receipts and disbursements change alike. */
export function flowPair(r: Reading, number: NumberToken): Pair | undefined {
  const { subject, view } = r;
  if (subject?.concept !== "total-receipts" || number.unit === "percent") return undefined;
  if (!FLOWS.test(view.text.slice(Math.max(0, number.start - 30), number.start))) return undefined;
  const next = tokensIn(r, number.unitEnd, number.unitEnd + 6).find(({ type }) => type === "number");
  if (next?.type !== "number" || next.number.value === number.value) return undefined;
  const { dimensions } = subject;
  return [
    { concept: "revenue", dimensions },
    { concept: "expenditure", dimensions },
  ];
}

/** How many figures back the totals of the section may stand. */
const WITHIN = 200;

/** …和年末结转120万元构成。同上年比，分别增加A万元、B万元: of the two totals of the section, where the sentence has named nothing of its own. */
export function totalsTold({ amounts, figures, section }: Reading): Pair | undefined {
  if (amounts.length > 0 || !/^(?:totals|appropriation-totals)$/.test(section ?? "")) return undefined;
  const near = figures.slice(-WITHIN);
  const [receipts, disbursements] = ["total-receipts", "total-disbursements"].map((concept) =>
    near.findLast((figure) => figure.concept === concept && isPlain(figure.dimensions)),
  );
  return receipts && disbursements ? [keyOf(receipts), keyOf(disbursements)] : undefined;
}

/** 收、支总计460万元。来源是…；去向是…。与上年相比，各减少50万元: one amount told of both. */
function receiptsTold(r: Reading): ConceptKey | undefined {
  const { amounts, figures, section } = r;
  if (amounts.length > 0 || !/^(?:totals|appropriation-totals)$/.test(section ?? "")) return undefined;
  const told = figures
    .slice(-WITHIN)
    .findLast(({ concept, dimensions }) => concept === "total-receipts" && isPlain(dimensions));
  return told && keyOf(told);
}

const isPlain = ({ measure, period }: ConceptKey["dimensions"]): boolean => (measure ?? period) === undefined;

/** 收入总计A万元，支出总计A万元，与上年相比各增加C万元: of both, which is told of receipts. */
export function ofBoth(r: Reading, subject: ConceptKey, number: NumberToken): ConceptKey {
  const totals = subject.concept.startsWith("total-") ? undefined : receiptsTold(r);
  if (subject.concept !== "total-disbursements" && !totals) return subject;
  if (!/各(?:自)?[^，。；\d]{2,4}$/.test(r.view.text.slice(Math.max(0, number.start - 8), number.start)))
    return subject;
  if (totals) return (r.subject = totals);
  const receipts = [...boundLast(r), ...r.amounts].find(
    ({ concept, dimensions: { fund, measure } }) =>
      concept === "total-receipts" && fund === subject.dimensions.fund && measure === undefined,
  );
  return receipts ? (r.subject = keyOf(receipts)) : subject;
}

const keyOf = ({ concept, dimensions }: ConceptKey): ConceptKey => ({ concept, dimensions });
