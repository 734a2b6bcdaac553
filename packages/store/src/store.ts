import type { Disclosure, DocumentReport, Finding, ReadDocument } from "@juesuan/core";
import { sql, type CompiledQuery, type ExpressionBuilder } from "kysely";
import { amountsOf } from "./amounts.ts";
import { insertAll } from "./bulk.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pack, unpack } from "./pack.ts";
import type { Port } from "./port.ts";
import { builderFor, type AccountRow, type Schema } from "./schema.ts";
import { normaliseWords, queryTokens, searchableText, tokensOf } from "./tokens.ts";

/** A document with what was read from it and found in it. */
export interface Entry {
  /** The account's id; absent: derived from department and year, so that a document published anew finds its account. */
  readonly id?: string;
  readonly report: DocumentReport;
  readonly document: ReadDocument;
  readonly disclosure: Disclosure;
  /** The typed accounts as JSON. */
  readonly accounts?: unknown;
  /** Where the department is, in words: 四川省攀枝花市仁和区. */
  readonly region?: string;
}

/**
 * `created`: a department's year not known before. `revised`: known, and published anew. `reread`: the same document,
 * read or checked otherwise than before. `unchanged`: nothing was written.
 */
export type PutOutcome = "created" | "revised" | "reread" | "unchanged";

export interface PutResult {
  readonly id: string;
  readonly revision: number;
  readonly outcome: PutOutcome;
}

export interface AccountSummary {
  readonly id: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly region: string;
  readonly profile: string;
  readonly kind: string;
  readonly unit: string;
  readonly revision: number;
  readonly sha256: string;
  readonly figures: { readonly printed: number; readonly bound: number; readonly unbound: number };
  readonly findings: { readonly errors: number; readonly warnings: number };
  readonly updatedAt: string;
}

export interface Account extends AccountSummary {
  readonly file: string;
  /** The typed accounts; null where none were assembled. */
  readonly accounts: unknown;
}

export interface Reading {
  readonly revision: number;
  readonly report: DocumentReport;
  readonly document: ReadDocument;
  readonly disclosure: Disclosure;
}

export interface Revision {
  readonly number: number;
  readonly sha256: string;
  readonly file: string;
  readonly recordedAt: string;
}

export type Fund = "appropriation" | "general" | "government-fund" | "state-capital";

/** What accounts are chosen by; all that is given must hold. */
export interface Filter {
  /** Words that its department, region, items, headings and reasons contain, one character or more. */
  readonly q?: string;
  /** Words that the department's name contains. */
  readonly department?: string;
  readonly year?: number;
  /** Words that the region, or the department's name, contains. */
  readonly region?: string;
  /** A code of the functional classification that has an amount. */
  readonly functional?: string;
  /** A fund that has an amount other than nothing. */
  readonly fund?: Fund;
  /** At least one finding of this severity. */
  readonly severity?: "error" | "warning";
}

export interface ListQuery extends Filter {
  /** At most this many, 1 to 200; 50 when not said. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all pages. */
  readonly total: number;
  /** Where the next page starts; absent on the last. */
  readonly next?: string;
}

export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** How many of the chosen accounts there are by each thing that they can be narrowed by. */
export interface Facets {
  readonly total: number;
  readonly errors: number;
  readonly warnings: number;
  readonly year: readonly Facet[];
  readonly region: readonly Facet[];
  /** By functional class. */
  readonly functional: readonly Facet[];
}

export interface AggregateQuery extends Filter {
  readonly by: "year" | "region" | "functional" | "economic";
  /** What is added up; expenditure where absent. */
  readonly concept?: "revenue" | "expenditure";
  /** Of one fund; of all where absent. */
  readonly of?: Fund;
}

export interface Sum {
  readonly value: string;
  readonly accounts: number;
  /** In 分, exactly. */
  readonly fen: number;
}

/** One quantity of several accounts; null where an account does not state it. */
export interface ComparedRow {
  readonly key: string;
  readonly fen: readonly (number | null)[];
}

/** The newest revision is meant wherever none is named. */
export interface Store {
  putDocument(entry: Entry): Promise<PutResult>;
  get(id: string): Promise<Account | undefined>;
  reading(id: string, revision?: number): Promise<Reading | undefined>;
  findings(id: string, revision?: number): Promise<readonly Finding[] | undefined>;
  revisions(id: string): Promise<readonly Revision[]>;
  list(query?: ListQuery): Promise<Page<AccountSummary>>;
  facets(filter?: Filter): Promise<Facets>;
  aggregate(query: AggregateQuery): Promise<readonly Sum[]>;
  /** The amounts of these accounts side by side, in the order of the ids; keys that only one states are left out. */
  compare(ids: readonly string[], keys?: readonly string[]): Promise<readonly ComparedRow[]>;
}

export interface StoreOptions {
  /** The clock, for the moment that a revision is recorded. */
  readonly now?: () => Date;
}

/** Part of the hash of what was read: raised when the store begins to keep more of it, so that all is read again. */
const READING = 2;

const PAGE = 50;
const LARGEST_PAGE = 200;

export function createStore(port: Port, { now = () => new Date() }: StoreOptions = {}): Store {
  const db = builderFor(port.dialect);

  const latest = async (id: string) =>
    (await port.first(db.selectFrom("account").select("revision").where("id", "=", id).compile()))?.revision;

  /** What the newest revision is found by, in place of what was there. */
  const indexed = (id: string, { disclosure, region = "" }: Entry): CompiledQuery[] => {
    const words = searchableText(disclosure, region);
    return [
      db.deleteFrom("account_token").where("account_id", "=", id).compile(),
      db.deleteFrom("account_words").where("account_id", "=", id).compile(),
      db.deleteFrom("amount").where("account_id", "=", id).compile(),
      db.insertInto("account_words").values({ account_id: id, words }).compile(),
      ...insertAll(
        port.dialect,
        "account_token",
        { account_id: "text", token: "text" },
        tokensOf(words).map((token) => ({ account_id: id, token })),
      ),
      ...insertAll(
        port.dialect,
        "amount",
        {
          account_id: "text",
          key: "text",
          concept: "text",
          fund: "text",
          functional: "text",
          economic: "text",
          nature: "text",
          part: "text",
          fen: "bigint",
        },
        amountsOf(disclosure).map((amount) => ({ account_id: id, ...amount })),
      ),
    ];
  };

  return {
    async putDocument(entry) {
      const { report } = entry;
      const id = entry.id ?? (await accountId(report));
      // Boxes are typed arrays and do not survive JSON; they can be read again from the bytes.
      const { boxes: _, ...document } = entry.document;
      const accounts = entry.accounts === undefined ? null : JSON.stringify(entry.accounts);
      const read = JSON.stringify([report, document, entry.disclosure, accounts, entry.region ?? "", READING]);
      const readingHash = await sha256(read);

      const known = await port.first(
        db
          .selectFrom("revision")
          .select(["number", "reading_hash"])
          .where("account_id", "=", id)
          .where("sha256", "=", report.sha256)
          .compile(),
      );
      if (known?.reading_hash === readingHash) return { id, revision: known.number, outcome: "unchanged" };

      const before = await latest(id);
      const revision = known?.number ?? (before ?? 0) + 1;
      const moment = now().toISOString();
      const columns = {
        report: await pack(report),
        document: await pack(document),
        disclosure: await pack(entry.disclosure),
        accounts,
      };
      const writes = [];
      const newest = before === undefined || revision >= before;
      if (newest) {
        const row = accountRow(id, revision, entry, moment);
        writes.push(
          db
            .insertInto("account")
            .values(row)
            .onConflict((conflict) => conflict.column("id").doUpdateSet({ ...row, id }))
            .compile(),
        );
      }
      writes.push(
        known
          ? db
              .updateTable("revision")
              .set({ ...columns, file: report.file, reading_hash: readingHash })
              .where("account_id", "=", id)
              .where("number", "=", revision)
              .compile()
          : db
              .insertInto("revision")
              .values({
                account_id: id,
                number: revision,
                sha256: report.sha256,
                file: report.file,
                recorded_at: moment,
                reading_hash: readingHash,
                ...columns,
              })
              .compile(),
        db.deleteFrom("finding").where("account_id", "=", id).where("revision", "=", revision).compile(),
        ...insertAll(
          port.dialect,
          "finding",
          {
            account_id: "text",
            revision: "bigint",
            position: "bigint",
            relation: "text",
            severity: "text",
            body: "text",
          },
          report.findings.map((finding, position) => ({
            account_id: id,
            revision,
            position,
            relation: finding.relation,
            severity: finding.severity,
            body: JSON.stringify(finding),
          })),
        ),
        ...(newest ? indexed(id, entry) : []),
      );
      await port.batch(writes);
      return { id, revision, outcome: before === undefined ? "created" : known ? "reread" : "revised" };
    },

    async get(id) {
      const row = await port.first(
        db
          .selectFrom("account")
          .innerJoin("revision", (join) =>
            join.onRef("revision.account_id", "=", "account.id").onRef("revision.number", "=", "account.revision"),
          )
          .selectAll("account")
          .select(["revision.file", "revision.accounts"])
          .where("account.id", "=", id)
          .compile(),
      );
      if (!row) return undefined;
      return { ...summaryOf(row), file: row.file, accounts: row.accounts === null ? null : JSON.parse(row.accounts) };
    },

    async reading(id, revision) {
      const number = revision ?? (await latest(id));
      if (number === undefined) return undefined;
      const row = await port.first(
        db
          .selectFrom("revision")
          .select(["report", "document", "disclosure"])
          .where("account_id", "=", id)
          .where("number", "=", number)
          .compile(),
      );
      return (
        row && {
          revision: number,
          report: await unpack<DocumentReport>(row.report),
          document: await unpack<ReadDocument>(row.document),
          disclosure: await unpack<Disclosure>(row.disclosure),
        }
      );
    },

    async findings(id, revision) {
      const number = revision ?? (await latest(id));
      if (number === undefined) return undefined;
      const known = await port.first(
        db.selectFrom("revision").select("number").where("account_id", "=", id).where("number", "=", number).compile(),
      );
      if (!known) return undefined;
      const rows = await port.all(
        db
          .selectFrom("finding")
          .select("body")
          .where("account_id", "=", id)
          .where("revision", "=", number)
          .orderBy("position")
          .compile(),
      );
      return rows.map(({ body }) => JSON.parse(body) as Finding);
    },

    async revisions(id) {
      const rows = await port.all(
        db
          .selectFrom("revision")
          .select(["number", "sha256", "file", "recorded_at"])
          .where("account_id", "=", id)
          .orderBy("number")
          .compile(),
      );
      return rows.map(({ number, sha256: hash, file, recorded_at }) => ({
        number,
        sha256: hash,
        file,
        recordedAt: recorded_at,
      }));
    },

    async list(query = {}) {
      const limit = Math.min(Math.max(Math.trunc(query.limit ?? PAGE), 1), LARGEST_PAGE);
      const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
      const wanted = chosen(query);
      const counted = await port.first(
        db
          .selectFrom("account")
          .select(({ fn }) => fn.countAll<number>().as("total"))
          .where(wanted)
          .compile(),
      );
      let page = db.selectFrom("account").selectAll().where(wanted);
      if (after) {
        // Newest year first, then by name: what stands after the last row of the page before.
        page = page.where((where) =>
          where.or([
            where("fiscal_year", "<", after.year),
            where.and([where("fiscal_year", "=", after.year), where("department", ">", after.department)]),
            where.and([
              where("fiscal_year", "=", after.year),
              where("department", "=", after.department),
              where("id", ">", after.id),
            ]),
          ]),
        );
      }
      const rows = await port.all(
        page
          .orderBy("fiscal_year", "desc")
          .orderBy("department")
          .orderBy("id")
          .limit(limit + 1)
          .compile(),
      );
      const items = rows.slice(0, limit).map(summaryOf);
      const last = items.at(-1);
      return {
        items,
        total: Number(counted?.total ?? 0),
        ...(rows.length > limit && last
          ? { next: encodeCursor({ year: last.fiscalYear, department: last.department, id: last.id }) }
          : {}),
      };
    },

    async facets(filter = {}) {
      const count = sql<number>`count(*)`.as("count");
      const grouped = async (column: "fiscal_year" | "region") => {
        const rows = await port.all(
          db
            .selectFrom("account")
            .select([`account.${column} as value`, count])
            .where(chosen(filter))
            .groupBy(`account.${column}`)
            .orderBy("count", "desc")
            .orderBy("value")
            .limit(MOST_FACETS)
            .compile(),
        );
        return rows.map(({ value, count: counted }) => ({ value: String(value), count: Number(counted) }));
      };
      const totals = await port.first(
        db
          .selectFrom("account")
          .select([
            count,
            sql<number>`coalesce(sum(case when errors > 0 then 1 else 0 end), 0)`.as("errors"),
            sql<number>`coalesce(sum(case when warnings > 0 then 1 else 0 end), 0)`.as("warnings"),
          ])
          .where(chosen(filter))
          .compile(),
      );
      const classes = await port.all(
        db
          .selectFrom("account")
          .innerJoin("amount", "amount.account_id", "account.id")
          .select(["amount.functional as value", sql<number>`count(distinct account.id)`.as("count")])
          .where(chosen(filter))
          .where(sql<boolean>`length(amount.functional) = 3`)
          .where("amount.fen", "<>", 0)
          .groupBy("amount.functional")
          .orderBy("count", "desc")
          .orderBy("value")
          .limit(MOST_FACETS)
          .compile(),
      );
      return {
        total: Number(totals?.count ?? 0),
        errors: Number(totals?.errors ?? 0),
        warnings: Number(totals?.warnings ?? 0),
        year: await grouped("fiscal_year"),
        region: await grouped("region"),
        functional: classes.map(({ value, count: counted }) => ({ value, count: Number(counted) })),
      };
    },

    async aggregate({ by, concept = "expenditure", of = undefined, ...filter }) {
      const column = { year: "account.fiscal_year", region: "account.region" } as const;
      const value = by === "functional" || by === "economic" ? (`amount.${by}` as const) : column[by];
      // Whole amounts, or one level of one classification: sums of parts and wholes together would count twice.
      const level = (name: "functional" | "economic") =>
        by === name
          ? sql<boolean>`length(${sql.ref(`amount.${name}`)}) = 3`
          : sql<boolean>`${sql.ref(`amount.${name}`)} = ''`;
      const rows = await port.all(
        db
          .selectFrom("account")
          .innerJoin("amount", "amount.account_id", "account.id")
          .select([
            `${value} as value`,
            sql<number>`count(distinct account.id)`.as("accounts"),
            sql<number>`sum(amount.fen)`.as("fen"),
          ])
          .where(chosen(filter))
          .where("amount.concept", "=", concept)
          .where("amount.fund", "=", of ?? "")
          .where("amount.nature", "=", "")
          .where(level("functional"))
          .where(level("economic"))
          .where("amount.part", "=", "")
          .groupBy(value)
          .orderBy("value")
          .compile(),
      );
      return rows.map((row) => ({ value: String(row.value), accounts: Number(row.accounts), fen: Number(row.fen) }));
    },

    async compare(ids, keys) {
      if (ids.length === 0) return [];
      const rows = await port.all(
        db
          .selectFrom("amount")
          .select(["account_id", "key", "fen"])
          .where("account_id", "in", [...ids])
          .orderBy("key")
          .compile(),
      );
      const table = new Map<string, (number | null)[]>();
      for (const { account_id, key, fen } of rows) {
        if (keys && !keys.includes(key)) continue;
        const line = table.get(key) ?? ids.map(() => null);
        ids.forEach((id, index) => {
          if (id === account_id) line[index] = Number(fen);
        });
        table.set(key, line);
      }
      return [...table]
        .filter(([, fen]) => keys !== undefined || ids.length === 1 || fen.filter((value) => value !== null).length > 1)
        .map(([key, fen]) => ({ key, fen }));
    },
  };
}

/** The most common values of a facet; a list of all regions is what the list is for. */
const MOST_FACETS = 100;

/** A substring, with the wildcards of LIKE taken as letters. */
const contains = (column: string, words: string) =>
  sql<boolean>`${sql.ref(column)} like ${`%${words.trim().replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;

/** A query of more tokens than this is narrowed by its first ones, and by the text itself. */
const MOST_TOKENS = 8;

type Where = ExpressionBuilder<Schema, "account">;

const chosen = (filter: Filter) => (where: Where) =>
  where.and([
    ...(filter.department ? [contains("account.department", filter.department)] : []),
    ...(filter.region
      ? [where.or([contains("account.region", filter.region), contains("account.department", filter.region)])]
      : []),
    ...(filter.year === undefined ? [] : [where("account.fiscal_year", "=", filter.year)]),
    ...(filter.severity === "error" ? [where("account.errors", ">", 0)] : []),
    ...(filter.severity === "warning" ? [where("account.warnings", ">", 0)] : []),
    ...(filter.functional ? [hasAmount(where, "functional", filter.functional)] : []),
    ...(filter.fund ? [hasAmount(where, "fund", filter.fund)] : []),
    ...normaliseWords(filter.q ?? "")
      .split(" ")
      .filter((word) => word !== "")
      .flatMap((word) => matching(where, word)),
  ]);

const hasAmount = (where: Where, column: "functional" | "fund", value: string) =>
  where.exists(
    where
      .selectFrom("amount")
      .select("amount.account_id")
      .whereRef("amount.account_id", "=", "account.id")
      .where(`amount.${column}`, "=", value)
      .where("amount.fen", "<>", 0),
  );

/** A word of one or two characters is a token; a longer one is looked for in the text of those that have its pairs. */
function matching(where: Where, word: string) {
  const tokens = queryTokens(word)
    .slice(0, MOST_TOKENS)
    .map((token) =>
      where(
        "account.id",
        "in",
        where.selectFrom("account_token").select("account_token.account_id").where("account_token.token", "=", token),
      ),
    );
  if ([...word].length <= 2) return tokens;
  const inText = where.exists(
    where
      .selectFrom("account_words")
      .select("account_words.account_id")
      .whereRef("account_words.account_id", "=", "account.id")
      .where(contains("account_words.words", word)),
  );
  return [...tokens, inText];
}

function accountRow(id: string, revision: number, { report, region }: Entry, moment: string): AccountRow {
  const of = (severity: Finding["severity"]) =>
    report.findings.filter((finding) => finding.severity === severity).length;
  return {
    id,
    department: report.department ?? "",
    fiscal_year: report.fiscalYear ?? 0,
    region: region ?? "",
    profile: report.profile,
    kind: report.kind,
    unit: report.unit,
    revision,
    sha256: report.sha256,
    printed: report.figures.printed,
    bound: report.figures.bound,
    unbound: report.figures.unbound,
    errors: of("error"),
    warnings: of("warning"),
    updated_at: moment,
  };
}

function summaryOf(row: AccountRow): AccountSummary {
  return {
    id: row.id,
    department: row.department,
    fiscalYear: row.fiscal_year,
    region: row.region,
    profile: row.profile,
    kind: row.kind,
    unit: row.unit,
    revision: row.revision,
    sha256: row.sha256,
    figures: { printed: row.printed, bound: row.bound, unbound: row.unbound },
    findings: { errors: row.errors, warnings: row.warnings },
    updatedAt: row.updated_at,
  };
}

/** One department's one year has one id; a document that names neither stands alone. */
async function accountId(report: DocumentReport): Promise<string> {
  if (!report.department || !report.fiscalYear) return `document-${report.sha256.slice(0, 16)}`;
  return `${report.fiscalYear}-${(await sha256(report.department)).slice(0, 16)}`;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
