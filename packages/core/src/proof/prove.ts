import { nameOfKey, signedReading, unitName } from "../checking/index.ts";
import type { BoundFigure, Disclosure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Reading } from "../figure/interval.ts";
import type { Source } from "../figure/figure.ts";
import { itemNamer } from "../report/item-names.ts";
import { buildContext, nothings, placeOf, type Bilingual } from "../relations/index.ts";
import { derive, type Known } from "./derive.ts";

/**
 * What became of one printed figure. `equal`: the accounts state it, within what is printed. `derived`: they do not print it
 * but give it (a share, a rate, a change). `differs`: they state or give another number. `not-in-accounts`: they say
 * nothing of it. `approximate`: 约, 余 bound nothing that could be compared, and the accounts do not say the same.
 */
export type ProofVerdict = "equal" | "derived" | "differs" | "not-in-accounts" | "approximate";

export interface ProvenFigure {
  readonly verdict: ProofVerdict;
  readonly key: string;
  readonly name: Bilingual;
  /** As printed in the finished file, with its unit. */
  readonly printed: string;
  /** As the accounts state it, or as it follows from them; absent where they say nothing. */
  readonly accounts?: string;
  /** How it follows from the accounts. */
  readonly calculation?: string;
  readonly place: Bilingual;
  readonly source: Source;
}

/** Figures of a finished file held one by one against accounts. */
export interface Proof {
  readonly counts: {
    /** Figures printed in the finished file: the sum of all that follows but `missing`. */
    readonly printed: number;
    readonly equal: number;
    readonly derived: number;
    readonly differs: number;
    readonly notInAccounts: number;
    readonly approximate: number;
    /** Printed figures that could not be bound to a quantity, so that nobody can compare them. */
    readonly unread: number;
    /** Quantities of the accounts that the finished file does not print. */
    readonly missing: number;
  };
  readonly headline: Bilingual;
  /** In the order printed. */
  readonly figures: readonly ProvenFigure[];
  readonly missing: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly accounts: string;
    readonly place: Bilingual;
    readonly source: Source;
  }[];
  /** Tables of the accounts that the finished file has not, with how many of the missing figures are theirs. */
  readonly absent: readonly { readonly table: string; readonly title: Bilingual; readonly figures: number }[];
}

/** Holds what a finished file prints against the accounts it was written from, figure by figure. */
export function proveDisclosure(printed: Disclosure, accounts: Disclosure): Proof {
  const stated = new Accounts(accounts);
  const named = itemNamer({ tables: [...printed.tables, ...accounts.tables] });
  const bilingual = ({ zh, en }: Bilingual): Bilingual => ({ zh: named(zh), en: named(en) });
  const figures = printed.figures.map((figure) => {
    const { name, ...rest } = proven(figure, stated);
    return { ...rest, name: bilingual(name) };
  });
  const found = new Set(figures.map(({ key }) => key));
  const empty = nothings(buildContext(printed));
  const missing = stated.figures
    // An empty cell says that there is nothing: right for nothing, wrong for anything else.
    .filter(({ key, figure }) => !found.has(key) && !(empty.has(key) && Number(figure.value) === 0))
    .map(({ key, figure }) => ({
      key,
      name: bilingual(nameOfKey(key)),
      accounts: textOf(figure),
      place: placeOf(figure.source),
      source: figure.source,
    }));
  const count = (verdict: ProofVerdict) => figures.filter((figure) => figure.verdict === verdict).length;
  const counts = {
    printed: figures.length + printed.unbound.length,
    equal: count("equal"),
    derived: count("derived"),
    differs: count("differs"),
    notInAccounts: count("not-in-accounts"),
    approximate: count("approximate"),
    unread: printed.unbound.length,
    missing: missing.length,
  };
  return { counts, headline: headlineOf(counts), figures, missing, absent: absentTables(missing, printed) };
}

function absentTables(missing: Proof["missing"], { tables }: Disclosure): Proof["absent"] {
  const there = new Set(tables.map(({ table }) => table));
  const absent = new Map<string, number>();
  for (const { source } of missing)
    if (source.table !== undefined && !there.has(source.table))
      absent.set(source.table, (absent.get(source.table) ?? 0) + 1);
  return [...absent].map(([table, figures]) => ({
    table,
    title: placeOf({ table, start: 0, end: 0, text: "" }),
    figures,
  }));
}

function proven(figure: BoundFigure, accounts: Accounts): ProvenFigure {
  const key = keyText(figure.concept, figure.dimensions);
  const told = {
    key,
    name: nameOfKey(key),
    printed: textOf(figure),
    place: placeOf(figure.source),
    source: figure.source,
  };
  const reading = signedReading(figure);
  if (!reading) {
    // 约100万元 bounds nothing, but it is what the accounts say too.
    return accounts.says(key, told.printed)
      ? { verdict: "equal", ...told, accounts: told.printed }
      : { verdict: "approximate", ...told };
  }
  const readings = accounts.of(key);
  if (readings.length > 0) {
    const equal = readings.find((known) => agree(reading, known.reading));
    return { verdict: equal ? "equal" : "differs", ...told, accounts: (equal ?? readings[0]!).text };
  }
  const derived = derive(figure, (other) => accounts.amount(other));
  if (!derived) return { verdict: "not-in-accounts", ...told };
  const holds = derived.low <= reading.high && reading.low <= derived.high;
  return {
    verdict: holds ? "derived" : "differs",
    ...told,
    accounts: derived.value + unitName(figure.unit, figure.classifier).zh,
    calculation: derived.calculation,
  };
}

/** One number where both are printed equally finely; else the finer one rounds to the coarser. */
function agree(one: Reading, other: Reading): boolean {
  if (one.step === other.step) return one.middle === other.middle;
  const [coarse, fine] = one.step > other.step ? [one, other] : [other, one];
  return coarse.low <= fine.middle && fine.middle <= coarse.high;
}

interface Statement {
  readonly reading: Reading;
  readonly text: string;
}

const ZERO: Statement = { reading: { low: 0, high: 0, middle: 0, step: 0 }, text: "空白" };

/** What accounts state of each quantity: figures, those of tables first, and cells that are empty. */
class Accounts {
  readonly figures: readonly { readonly key: string; readonly figure: BoundFigure }[];
  readonly #statements = new Map<string, Statement[]>();
  readonly #approximations = new Set<string>();

  constructor(disclosure: Disclosure) {
    const context = buildContext(disclosure);
    const first = new Map<string, BoundFigure>();
    const rank = ({ source }: BoundFigure): number => (source.table === undefined ? 1 : 0);
    for (const figure of disclosure.figures.toSorted((one, other) => rank(one) - rank(other))) {
      const reading = signedReading(figure);
      const key = keyText(figure.concept, figure.dimensions);
      if (!reading) {
        this.#approximations.add(`${key} ${textOf(figure)}`);
        continue;
      }
      const same = this.#statements.get(key) ?? [];
      this.#statements.set(key, same);
      same.push({ reading, text: textOf(figure) });
      if (!first.has(key)) first.set(key, figure);
    }
    for (const key of nothings(context).keys()) if (!this.#statements.has(key)) this.#statements.set(key, [ZERO]);
    this.figures = [...first].map(([key, figure]) => ({ key, figure }));
  }

  /** Whether they state a quantity in these words, where the words bound nothing. */
  says(key: string, text: string): boolean {
    return this.#approximations.has(`${key} ${text}`);
  }

  of(key: string): readonly Statement[] {
    return this.#statements.get(key) ?? [];
  }

  /** The one that speaks best: printed most finely. */
  amount(key: string): Known | undefined {
    const [best] = this.of(key).toSorted((one, other) => one.reading.step - other.reading.step);
    return best && { ...best.reading, text: best.text };
  }
}

const DIRECTIONS = { increase: "增加", decrease: "减少", unchanged: "持平" } as const;
const RATES = { increase: "增长", decrease: "下降", unchanged: "持平" } as const;

function textOf({ text, unit, classifier, direction, dimensions }: BoundFigure): string {
  const name = unitName(unit, classifier).zh;
  const words = dimensions.measure === "growth" ? RATES : DIRECTIONS;
  return `${direction === undefined ? "" : words[direction]}${text.endsWith(name) ? text : text + name}`;
}

function headlineOf({
  printed,
  equal,
  derived,
  differs,
  notInAccounts,
  approximate,
  unread,
  missing,
}: Proof["counts"]): Bilingual {
  const agreeing = equal + derived;
  const more: [number, string, string][] = [
    [approximate, `${approximate} 个是约数`, `${approximate} are approximations`],
    [unread, `${unread} 个没有读懂`, `${unread} could not be read`],
    [missing, `账上另有 ${missing} 个数没有印出`, `${missing} of the accounts are not printed`],
  ];
  const rest = more.filter(([count]) => count > 0);
  return {
    zh: `印出的 ${printed} 个数字中 ${agreeing} 个与账一致，${differs} 个不一致，${notInAccounts} 个账上没有${rest.map(([, zh]) => `，${zh}`).join("")}。`,
    en: `${agreeing} of ${printed} printed figures equal the accounts, ${differs} differ, ${notInAccounts} are not in the accounts${rest.map(([, , en]) => `, ${en}`).join("")}.`,
  };
}
