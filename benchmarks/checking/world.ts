import { ECONOMIC_ITEMS, PERSONNEL_CLASSES, type Dimensions } from "@juesuan/core";
import type { Random } from "../disclosures/random.ts";

/** Hundredths of a yuan (分), as integers: what money really is before anyone rounds it. */
export type Fen = number;

type Fund = "general" | "government-fund" | "state-capital";

/** One movement of money with everything that the classification says of it. */
interface Posting {
  readonly concept: "revenue" | "expenditure" | "opening-carry-over" | "closing-carry-over";
  readonly fund?: Fund;
  readonly source?: NonNullable<Dimensions["source"]>;
  readonly functional: string;
  readonly economic?: string;
  readonly nature?: NonNullable<Dimensions["nature"]>;
  readonly amount: Fen;
}

/** 功能分类 items by fund; real codes, whatever the department. */
const FUNCTIONAL: Readonly<Record<Fund, readonly string[]>> = {
  general: [
    "2010301",
    "2010302",
    "2010350",
    "2010601",
    "2010602",
    "2010607",
    "2010608",
    "2013201",
    "2013202",
    "2040607",
    "2050202",
    "2050203",
    "2060404",
    "2070109",
    "2080101",
    "2080109",
    "2080199",
    "2080501",
    "2080502",
    "2080505",
    "2080506",
    "2080599",
    "2080799",
    "2101101",
    "2101102",
    "2101103",
    "2110301",
    "2120101",
    "2120399",
    "2130104",
    "2130301",
    "2130599",
    "2140106",
    "2150805",
    "2200106",
    "2210201",
    "2210203",
    "2240101",
  ],
  "government-fund": ["2120801", "2120802", "2120899", "2082202", "2296002", "2296003"],
  "state-capital": ["2230105", "2230201", "2239999"],
};

const OBJECTS = ECONOMIC_ITEMS.map(([code]) => code).filter((code) => code.length === 5);
const PERSONNEL = OBJECTS.filter((code) => PERSONNEL_CLASSES.includes(code.slice(0, 3)));
const PUBLIC = OBJECTS.filter((code) => code.startsWith("302") || code === "31002" || code === "31003");
const PROJECT = OBJECTS.filter((code) => /^30[29]|^310|^312|^303/.test(code));

/** A year of a department that never was, true to the last fen. */
export class World {
  readonly postings: readonly Posting[];
  readonly functional: readonly string[];
  private readonly others = new Map<string, Fen>();
  private readonly sums = new Map<string, Fen>();

  constructor(random: Random, size: { readonly items: number }) {
    const postings: Posting[] = [];
    const spend = (fund: Fund | undefined, functional: string, source?: Posting["source"]): void => {
      const own = { functional, ...(fund && { fund }), ...(source && { source }) };
      let spent = 0;
      const use = (nature: NonNullable<Posting["nature"]>, objects: readonly string[], total: Fen): void => {
        const chosen = random.some(objects, Math.min(1, random.integer(1, 6) / objects.length));
        const codes = chosen.length > 0 ? chosen : [random.pick(objects)];
        for (const [index, amount] of random.split(total, codes.length).entries()) {
          postings.push({ concept: "expenditure", ...own, nature, economic: codes[index]!, amount });
        }
        spent += total;
      };
      if (fund === "general" && random.chance(0.6)) {
        use("basic", PERSONNEL, amountOf(random));
        if (random.chance(0.6)) use("basic", PUBLIC, amountOf(random, 3));
      }
      if (fund === undefined && source === "operating") use("operating", PROJECT, amountOf(random));
      else if (spent === 0 || random.chance(0.4)) use("project", PROJECT, amountOf(random));
      const opening = random.chance(0.25) ? amountOf(random, 3) : 0;
      const closing = random.chance(0.25) ? amountOf(random, 3) : 0;
      const revenue = spent + closing - opening;
      // Money that is received, carried in and carried over is for projects, save where there is none.
      const split = (concept: Posting["concept"], amount: Fen): void => {
        if (amount !== 0) postings.push({ concept, ...own, nature: "project", amount });
      };
      split("opening-carry-over", revenue < 0 ? opening + revenue : opening);
      split("closing-carry-over", closing);
      split("revenue", Math.max(0, revenue));
    };
    for (const functional of random.some(FUNCTIONAL.general, size.items / FUNCTIONAL.general.length))
      spend("general", functional);
    if (postings.length === 0) spend("general", "2010601");
    if (random.chance(0.3))
      for (const functional of random.some(FUNCTIONAL["government-fund"], 0.4)) spend("government-fund", functional);
    if (random.chance(0.2))
      for (const functional of random.some(FUNCTIONAL["state-capital"], 0.5)) spend("state-capital", functional);
    const used = [...new Set(postings.map(({ functional }) => functional))];
    for (const source of ["superior-subsidy", "institutional", "operating", "subordinate", "other"] as const) {
      if (random.chance(0.2)) spend(undefined, random.pick(used), source);
    }
    this.postings = postings;
    this.functional = [...new Set(postings.map(({ functional }) => functional))].sort();
    const set = (key: string, amount: Fen): void => void this.others.set(key, amount);
    for (const [item, object] of [
      ["overseas", "30212"],
      ["receptions", "30217"],
      ["vehicle-running", "30231"],
      ["vehicle-purchase", "31013"],
    ] as const) {
      const spent = this.amount("expenditure", { fund: "general", economic: object });
      set(`three-public:${item}`, spent + (random.chance(0.2) ? amountOf(random, 2) : 0));
      set(`three-public:budget:${item}`, random.chance(0.5) ? amountOf(random, 2) : 0);
    }
    for (const item of ["goods", "works", "services"])
      set(`procurement:${item}`, random.chance(0.6) ? amountOf(random) : 0);
    set("operating-costs", amountOf(random));
  }

  other(name: string): Fen {
    return this.others.get(name) ?? 0;
  }

  /** What a key of money truly is. */
  amount(concept: string, dimensions: Dimensions): Fen {
    switch (concept) {
      case "total-receipts":
        return this.amount("revenue", dimensions) + this.amount("opening-carry-over", dimensions);
      case "total-disbursements":
        return this.amount("expenditure", dimensions) + this.amount("closing-carry-over", dimensions);
      case "use-of-surplus":
      case "surplus-distribution":
        return 0;
      case "operating-costs":
        return this.other("operating-costs");
      case "procurement":
        return dimensions.item === undefined
          ? this.other("procurement:goods") + this.other("procurement:works") + this.other("procurement:services")
          : this.other(`procurement:${dimensions.item}`);
      case "three-public":
        return this.threePublic(dimensions.stage === undefined ? "" : "budget:", dimensions.item);
      default:
        // What is left of a project is carried on; none of it is surplus.
        return dimensions.label === "项目支出结余" ? 0 : this.posted(concept, dimensions);
    }
  }

  private threePublic(stage: string, item: string | undefined): Fen {
    const one = (name: string): Fen => this.other(`three-public:${stage}${name}`);
    const vehicles = one("vehicle-purchase") + one("vehicle-running");
    if (item === undefined) return one("overseas") + vehicles + one("receptions");
    return item === "vehicles" ? vehicles : one(item);
  }

  private posted(concept: string, dimensions: Dimensions): Fen {
    const { fund, source, functional, economic, nature, group } = dimensions;
    const name = `${concept}|${fund}|${source}|${functional}|${economic}|${nature}|${group}`;
    const known = this.sums.get(name);
    if (known !== undefined) return known;
    let total = 0;
    for (const posting of this.postings) {
      if (posting.concept !== concept) continue;
      if (!matches(posting, dimensions)) continue;
      total += posting.amount;
    }
    this.sums.set(name, total);
    return total;
  }

  /**
   * The same, but added up from the cells of the table at its finest, each rounded to the second decimal of 万元: what a
   * person gets who adds up the printed table.
   */
  addedUp(concept: string, dimensions: Dimensions, table: string): Fen {
    switch (concept) {
      case "total-receipts":
        return this.addedUp("revenue", dimensions, table) + this.addedUp("opening-carry-over", dimensions, table);
      case "total-disbursements":
        return this.addedUp("expenditure", dimensions, table) + this.addedUp("closing-carry-over", dimensions, table);
      case "revenue":
      case "expenditure":
      case "opening-carry-over":
      case "closing-carry-over": {
        const finest = new Map<string, Fen>();
        for (const posting of this.postings) {
          if (posting.concept !== concept || !matches(posting, dimensions)) continue;
          const cell = (FINEST[table] ?? BY_NATURE).map((dimension) => finestOf(posting, dimension)).join("|");
          finest.set(cell, (finest.get(cell) ?? 0) + posting.amount);
        }
        if (dimensions.label === "项目支出结余") return 0;
        let total = 0;
        for (const amount of finest.values()) total += Math.round(amount / FEN_PER_STEP) * FEN_PER_STEP;
        return total;
      }
      default:
        return this.amount(concept, dimensions);
    }
  }
}

const FEN_PER_STEP = 10_000;

type Finest = "class" | "functional" | "economic" | "nature" | "fund" | "group";

const BY_NATURE: readonly Finest[] = ["functional", "nature", "group"];

/** What tells the finest cells of each table apart. */
const FINEST: Readonly<Record<string, readonly Finest[]>> = {
  "revenue-and-expenditure": ["class", "fund"],
  revenue: ["functional", "fund"],
  expenditure: ["functional", "nature"],
  appropriation: ["class", "fund"],
  "appropriation-detail": ["economic", "fund"],
  "general-expenditure": ["functional", "nature"],
  "general-expenditure-detail": ["functional", "economic"],
  "basic-expenditure": ["economic"],
  "project-expenditure": ["functional", "economic"],
  "government-fund": ["functional", "nature"],
  "state-capital": ["functional", "nature"],
  "state-capital-expenditure": ["functional", "nature"],
};

function finestOf(posting: Posting, dimension: Finest): string {
  switch (dimension) {
    // Revenue and what is carried over are not split by class in the summaries.
    case "class":
      return posting.concept === "expenditure" ? posting.functional.slice(0, 3) : "";
    case "group":
      return posting.concept === "expenditure" && posting.nature === "basic"
        ? String(PERSONNEL_CLASSES.includes(posting.economic?.slice(0, 3) ?? ""))
        : "";
    case "fund":
      return posting.fund ?? posting.source ?? "";
    default:
      return posting[dimension] ?? "";
  }
}

function matches(posting: Posting, { fund, source, functional, economic, nature, group }: Dimensions): boolean {
  if (fund === "appropriation" ? posting.fund === undefined : fund !== undefined && posting.fund !== fund) return false;
  if (source !== undefined && posting.source !== source) return false;
  if (functional !== undefined && !posting.functional.startsWith(functional)) return false;
  if (economic !== undefined && !posting.economic?.startsWith(economic)) return false;
  if (nature !== undefined && posting.nature !== nature) return false;
  return (
    group === undefined || PERSONNEL_CLASSES.includes(posting.economic?.slice(0, 3) ?? "") === (group === "personnel")
  );
}

/** From a few thousand yuan to some ten million, as departments have it; `digits` fewer for small things. */
function amountOf(random: Random, digits = 5): Fen {
  const magnitude = random.integer(Math.max(0, digits - 3), digits);
  return random.integer(10 ** (magnitude + 3), 10 ** (magnitude + 4));
}
