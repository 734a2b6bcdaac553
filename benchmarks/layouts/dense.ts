import { ECONOMIC_ITEMS, type Dimensions } from "@juesuan/core";
import type { Amount, RandomAccounts } from "../disclosures/accounts.ts";

// Accounts of a department that has something of everything: every column of its tables holds amounts, and they add up as
// those of a department do, across, down and from table to table. Each amount is the sum of the smallest it consists of.

const OWN = "own";
const APPROPRIATIONS: readonly string[] = ["general", "government-fund", "state-capital"];
const OWN_SOURCES = ["superior-subsidy", "institutional", "operating", "subordinate"] as const;
const OWN_NATURES = ["basic", "project", "superior-payment", "operating", "subordinate-subsidy"] as const;
const PERSONNEL: ReadonlySet<string> = new Set(["301", "303"]);
/** The classes of 一般公共预算财政拨款基本支出决算明细表. */
const OF_BASIC: ReadonlySet<string> = new Set(["301", "302", "303", "307", "310", "312", "399"]);

/** The smallest amounts: one item, one fund, one kind of spending on one object; or one kind of receipt or balance. */
interface Leaf {
  readonly concept: string;
  readonly functional: string;
  readonly fund: string;
  readonly source?: string;
  readonly nature?: string;
  readonly economic?: string;
  readonly label?: string;
  readonly amount: Amount;
}

/** A number for a text, spread over what departments spend. */
export function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 16777619) >>> 0;
  const spread = (value % 7) + 2;
  return (value % 10 ** spread) + 1;
}

const OBJECTS = ECONOMIC_ITEMS.map(([code]) => code).filter(
  (code, _, all) => !all.some((other) => other.length > code.length && other.startsWith(code)),
);

export class DenseAccounts {
  readonly #seed: number;
  readonly #accounts: RandomAccounts;
  readonly #stages = new Map<string, ReadonlyMap<string, readonly Leaf[]>>();

  constructor(accounts: RandomAccounts, seed: number) {
    this.#accounts = accounts;
    this.#seed = seed;
  }

  amount(concept: string, { stage = "", ...dimensions }: Dimensions): Amount {
    if (concept === "total-receipts")
      return this.#sum(["opening-carry-over", "revenue", "use-of-surplus"], { stage, ...dimensions });
    if (concept === "total-disbursements")
      return this.#sum(["expenditure", "surplus-distribution", "closing-carry-over"], { stage, ...dimensions });
    if (concept === "three-public") return this.#threePublic(stage, dimensions.item);
    if (concept === "operating-costs" || concept === "procurement") return this.#listed(concept, dimensions);
    return this.#sum([concept], { stage, ...dimensions });
  }

  #sum(concepts: readonly string[], { stage = "", ...dimensions }: Dimensions): Amount {
    let leaves = this.#stages.get(stage);
    if (!leaves) this.#stages.set(stage, (leaves = byPlace(this.#leaves(stage))));
    const { functional = "", economic = "" } = dimensions;
    return concepts
      .flatMap((concept) => leaves.get(placeOf(concept, functional, economic)) ?? [])
      .filter((leaf) => isOf(leaf, dimensions))
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  *#leaves(stage: string): Iterable<Leaf> {
    const { general, fund } = this.#accounts;
    for (const [items, funds] of [
      [general, ["general", OWN]],
      [fund, ["government-fund", OWN]],
    ] as const)
      for (const { code: functional } of items) for (const own of funds) yield* this.#itemOf(stage, functional, own);
  }

  /** What one item had, received, spent and has left of one fund. */
  *#itemOf(stage: string, functional: string, fund: string): Iterable<Leaf> {
    const small = (...name: readonly string[]): Amount =>
      1 + (hash(`${this.#seed} ${stage} ${functional} ${fund} ${name.join()}`) % 90_000);
    const isOwn = fund === OWN;
    let spent = 0;
    for (const nature of isOwn ? OWN_NATURES : OWN_NATURES.slice(0, 2))
      for (const economic of OBJECTS) {
        if (nature === "basic" && !OF_BASIC.has(economic.slice(0, 3))) continue;
        const amount = small("expenditure", nature, economic) % 900;
        spent += amount;
        yield { concept: "expenditure", functional, fund, nature, economic, amount };
      }
    let saved = 0;
    for (const nature of isOwn ? ["basic", "project", "operating"] : ["basic", "project"]) {
      const [opening, more] = [small("opening", nature) % 9000, small("saved", nature) % 9000];
      saved += more;
      yield { concept: "opening-carry-over", functional, fund, nature, amount: opening };
      yield { concept: "closing-carry-over", functional, fund, nature, amount: opening + more };
    }
    const used = isOwn ? small("used") % 500 : 0;
    const distributed = isOwn ? used + (small("distributed") % 500) : 0;
    if (isOwn) {
      yield { concept: "use-of-surplus", functional, fund, amount: used };
      yield { concept: "surplus-distribution", functional, fund, amount: distributed };
    }
    const received = spent + saved + distributed - used;
    if (!isOwn) {
      yield { concept: "revenue", functional, fund, amount: received };
      return;
    }
    let rest = received;
    for (const source of OWN_SOURCES) {
      const amount = small("revenue", source) % Math.max(1, Math.floor(received / 5));
      rest -= amount;
      const fees = source === "institutional" ? Math.floor(amount / 3) : 0;
      yield { concept: "revenue", functional, fund, source, amount: amount - fees };
      if (fees > 0) yield { concept: "revenue", functional, fund, source, label: "教育收费", amount: fees };
    }
    yield { concept: "revenue", functional, fund, source: "other", amount: rest };
  }

  #threePublic(stage: string, item = ""): Amount {
    // More than the basic expenditure on the same objects.
    const one = (name: string): Amount => 100_000 + (hash(`${this.#seed} ${stage} ${name}`) % 100_000);
    const vehicles = (): Amount => one("vehicle-purchase") + one("vehicle-running");
    if (item === "vehicles") return vehicles();
    return item === "" ? one("overseas") + vehicles() + one("receptions") : one(item);
  }

  /** 机关运行经费 by object, 政府采购 by kind. */
  #listed(concept: "operating-costs" | "procurement", { economic = "", item = "" }: Dimensions): Amount {
    const parts =
      concept === "procurement"
        ? ["goods", "works", "services"].filter((kind) => kind.startsWith(item))
        : OBJECTS.filter((code) => code.startsWith("302") && code.startsWith(economic));
    return parts.reduce((sum, part) => sum + (hash(`${this.#seed} ${concept} ${part}`) % 50_000), 0);
  }
}

const placeOf = (concept: string, functional: string, economic: string): string =>
  [concept, functional, economic].join("|");

/** The leaves of each concept by item and object at every level, since tables ask for thousands of sums. */
function byPlace(leaves: Iterable<Leaf>): ReadonlyMap<string, readonly Leaf[]> {
  const places = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const { concept, functional, economic = "" } = leaf;
    for (const item of new Set([0, 3, 5, 7].map((length) => functional.slice(0, length))))
      for (const object of new Set([0, 3, 5].map((length) => economic.slice(0, length)))) {
        const place = placeOf(concept, item, object);
        const own = places.get(place);
        if (own) own.push(leaf);
        else places.set(place, [leaf]);
      }
  }
  return places;
}

function isOf(leaf: Leaf, { fund, source, nature, group, label }: Dimensions): boolean {
  return (
    (fund === undefined || leaf.fund === fund || (fund === "appropriation" && APPROPRIATIONS.includes(leaf.fund))) &&
    (source === undefined || leaf.source === source) &&
    (nature === undefined || leaf.nature === nature) &&
    (label === undefined || leaf.label === label) &&
    (group === undefined || PERSONNEL.has(leaf.economic?.slice(0, 3) ?? "") === (group === "personnel"))
  );
}
