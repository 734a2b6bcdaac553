import { bestOf, lastYearOf, type Fact } from "./facts.ts";
import type { Words } from "./language.tsx";
import { partsOf, type Part } from "./parts-of-whole.ts";

/** One quantity in two years. */
export interface TwoYears {
  readonly fact: Fact;
  /** Undefined where the document does not say, nor a change from which it follows. */
  readonly before: { readonly value: string; readonly stated: boolean } | undefined;
}

/** A chart that the form prescribes; `undefined` content is said, not left out: a reader must not take it for nothing. */
export type Plate = { readonly number: number; readonly title: Words } & (
  | { readonly kind: "change"; readonly pairs: readonly TwoYears[] }
  | { readonly kind: "structure"; readonly whole: Fact | undefined; readonly parts: readonly Part[] | undefined }
);

type Facts = ReadonlyMap<string, readonly Fact[]>;

const MOST = 6;

const SOURCES = ["superior-subsidy", "institutional", "operating", "subordinate", "other"];
const FUNDS = ["general", "government-fund", "state-capital"];
const NATURES = ["basic", "project", "superior-payment", "operating", "subordinate-subsidy"];

/**
 * The seven charts of the form: totals against last year, the structure of revenue and of expenditure, appropriation
 * against last year, general budget spending against last year and by class, and “three public” expenses.
 */
export function platesOf(byKey: Facts): readonly Plate[] {
  const first = (...keys: readonly string[]): Fact | undefined =>
    keys.map((key) => bestOf(byKey.get(key))).find((fact) => fact !== undefined);
  const pair = (fact: Fact | undefined): readonly TwoYears[] =>
    fact ? [{ fact, before: lastYearOf(fact, byKey) }] : [];
  // Receipts and disbursements balance in every year: where one change is printed for both, it is that of either.
  const balanced = (receipts: Fact | undefined, disbursements: Fact | undefined): readonly TwoYears[] => {
    const [from] = pair(receipts);
    const [to] = pair(disbursements);
    if (!from || !to) return [...pair(receipts), ...pair(disbursements)];
    const isSame = from.fact.value === to.fact.value && from.fact.unit === to.fact.unit;
    const shared = (own: TwoYears, other: TwoYears): TwoYears =>
      own.before || !other.before || !isSame ? own : { ...own, before: { ...other.before, stated: false } };
    return [shared(from, to), shared(to, from)];
  };
  const structure = (
    whole: Fact | undefined,
    parts: readonly Fact[],
  ): Pick<Plate & { kind: "structure" }, "whole" | "parts"> => ({
    whole,
    parts: whole && partsOf(parts, whole, MOST),
  });
  const stated = (keys: readonly string[]): readonly Fact[] => keys.flatMap((key) => first(key) ?? []);
  const byFund = stated(FUNDS.map((fund) => `revenue{fund=${fund}}`));
  const ofTreasury = byFund.length > 0 ? byFund : stated(["revenue{fund=appropriation}"]);
  const classes = [...byKey].flatMap(([key, facts]) =>
    /^expenditure\{fund=general,functional=\d{3}\}$/.test(key) ? (bestOf(facts) ?? []) : [],
  );
  return [
    {
      number: 1,
      title: { zh: "收、支决算总计变动情况", en: "Total receipts and disbursements, against last year" },
      kind: "change",
      pairs: balanced(first("total-receipts"), first("total-disbursements")),
    },
    {
      number: 2,
      title: { zh: "收入决算结构", en: "Structure of revenue" },
      kind: "structure",
      ...structure(first("revenue"), [...ofTreasury, ...stated(SOURCES.map((source) => `revenue{source=${source}}`))]),
    },
    {
      number: 3,
      title: { zh: "支出决算结构", en: "Structure of expenditure" },
      kind: "structure",
      ...structure(first("expenditure"), stated(NATURES.map((nature) => `expenditure{nature=${nature}}`))),
    },
    {
      number: 4,
      title: {
        zh: "财政拨款收、支决算总计变动情况",
        en: "Appropriation, receipts and disbursements, against last year",
      },
      kind: "change",
      pairs: balanced(first("total-receipts{fund=appropriation}"), first("total-disbursements{fund=appropriation}")),
    },
    {
      number: 5,
      title: {
        zh: "一般公共预算财政拨款支出决算变动情况",
        en: "Spending out of the general public budget, against last year",
      },
      kind: "change",
      pairs: pair(first("expenditure{fund=general}")),
    },
    {
      number: 6,
      title: {
        zh: "一般公共预算财政拨款支出决算结构",
        en: "Spending out of the general public budget, by class",
      },
      kind: "structure",
      ...structure(first("expenditure{fund=general}"), classes),
    },
    {
      number: 7,
      title: { zh: "“三公”经费财政拨款支出结构", en: "“Three public” expenses" },
      kind: "structure",
      ...structure(
        first("three-public"),
        stated(["overseas", "vehicles", "receptions"].map((item) => `three-public{item=${item}}`)),
      ),
    },
  ];
}
