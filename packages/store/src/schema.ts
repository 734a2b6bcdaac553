import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Port } from "./port.ts";

/** The tables of migrations/, as the query builder sees them. JSON is kept as text: the same on every engine. */
export interface Schema {
  account: AccountRow;
  revision: RevisionRow;
  finding: FindingRow;
  account_place: { number: number; account_id: string };
  /** What searches look into. */
  account_text: { place: number; words: string };
  amount: AmountRow;
  tally: TallyRow;
  summed: SummedRow;
  account_term: { term: string; doc: number };
  former_name: { department: string; former: string };
  source: { sha256: string; size: number; parts: number };
  /** One row, whose word is another one after every write. */
  store_state: { id: number; word: string };
  source_part: { sha256: string; number: number; bytes: Uint8Array };
}

/** How many accounts there are of a year, or of all (-1), with a value of a facet, and how they fare. */
export interface TallyRow {
  fiscal_year: number;
  facet: "year" | "region" | "province" | "functional";
  value: string;
  accounts: number;
  /** Accounts with errors. */
  errors: number;
  /** Accounts with warnings. */
  warnings: number;
  /** Errors found in all of them together. */
  found: number;
  /** Figures that they print, and those of them that were read. */
  printed: number;
  bound: number;
}

/** The sum of what accounts of an area state. */
export interface SummedRow {
  fiscal_year: number;
  /** The nation (empty), or the digits of a province or a prefecture. */
  area: string;
  concept: "revenue" | "expenditure";
  fund: string;
  kind: "whole" | "region" | "functional" | "economic";
  value: string;
  accounts: number;
  fen: number;
}

export interface AmountRow {
  account_id: string;
  key: string;
  concept: string;
  fund: string;
  functional: string;
  economic: string;
  nature: string;
  part: string;
  fen: number;
}

export interface AccountRow {
  id: string;
  department: string;
  fiscal_year: number;
  region: string;
  profile: string;
  kind: string;
  unit: string;
  revision: number;
  sha256: string;
  printed: number;
  bound: number;
  unbound: number;
  errors: number;
  warnings: number;
  updated_at: string;
  /** When the newest revision came. */
  recorded_at: string;
  /** The functional classes (类) with an amount, by commas. */
  classes: string;
  division: string;
  level: string;
  office: string;
  /** 实有人数, where it is printed. */
  staff: number | null;
  /** 支出合计, in 分. */
  spending: number | null;
  /** The order of searches: the year times 2^32, and the number in which the account was first recorded. */
  place: number | null;
  /** Which version of the index it was last written to. */
  indexed: number;
}

export interface RevisionRow {
  account_id: string;
  number: number;
  sha256: string;
  file: string;
  recorded_at: string;
  /** What the bytes are: pdf, docx, text … */
  format: string;
  reading_hash: string;
  reader: string;
  report: string;
  document: string;
  disclosure: string;
  accounts: string | null;
}

export interface FindingRow {
  account_id: string;
  revision: number;
  position: number;
  relation: string;
  severity: string;
  body: string;
}

/** Kysely as a builder only: it compiles queries, and the port runs them. */
export function builderFor(dialect: Port["dialect"]): Kysely<Schema> {
  const postgresql = dialect === "postgresql";
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => (postgresql ? new PostgresAdapter() : new SqliteAdapter()),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => (postgresql ? new PostgresIntrospector(db) : new SqliteIntrospector(db)),
      createQueryCompiler: () => (postgresql ? new PostgresQueryCompiler() : new SqliteQueryCompiler()),
    },
  });
}
