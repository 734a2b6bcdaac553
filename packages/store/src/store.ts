import type { Disclosure, DocumentReport, Finding, ReadDocument } from "@juesuan/core";
import { sql, type ExpressionBuilder } from "kysely";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Port } from "./port.ts";
import { builderFor, type AccountRow, type Schema } from "./schema.ts";

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

export interface ListQuery {
  /** Words that the department's name contains. */
  readonly department?: string;
  readonly year?: number;
  /** Words that the region, or the department's name, contains. */
  readonly region?: string;
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

/** The newest revision is meant wherever none is named. */
export interface Store {
  putDocument(entry: Entry): Promise<PutResult>;
  get(id: string): Promise<Account | undefined>;
  reading(id: string, revision?: number): Promise<Reading | undefined>;
  findings(id: string, revision?: number): Promise<readonly Finding[] | undefined>;
  revisions(id: string): Promise<readonly Revision[]>;
  list(query?: ListQuery): Promise<Page<AccountSummary>>;
}

export interface StoreOptions {
  /** The clock, for the moment that a revision is recorded. */
  readonly now?: () => Date;
}

const PAGE = 50;
const LARGEST_PAGE = 200;

export function createStore(port: Port, { now = () => new Date() }: StoreOptions = {}): Store {
  const db = builderFor(port.dialect);

  const latest = async (id: string) =>
    (await port.first(db.selectFrom("account").select("revision").where("id", "=", id).compile()))?.revision;

  return {
    async putDocument(entry) {
      const { report } = entry;
      const id = entry.id ?? (await accountId(report));
      const columns = {
        report: JSON.stringify(report),
        // Boxes are typed arrays and do not survive JSON; they can be read again from the bytes.
        document: JSON.stringify({ ...entry.document, boxes: undefined }),
        disclosure: JSON.stringify(entry.disclosure),
        accounts: entry.accounts === undefined ? null : JSON.stringify(entry.accounts),
      };
      const readingHash = await sha256(Object.values(columns).join("\n") + (entry.region ?? ""));

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
      const writes = [];
      if (before === undefined || revision >= before) {
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
        ...report.findings.map((finding, position) =>
          db
            .insertInto("finding")
            .values({
              account_id: id,
              revision,
              position,
              relation: finding.relation,
              severity: finding.severity,
              body: JSON.stringify(finding),
            })
            .compile(),
        ),
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
          report: JSON.parse(row.report) as DocumentReport,
          document: JSON.parse(row.document) as ReadDocument,
          disclosure: JSON.parse(row.disclosure) as Disclosure,
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
      const wanted = (where: ExpressionBuilder<Schema, "account">) =>
        where.and([
          ...(query.department ? [contains("department", query.department)] : []),
          ...(query.region ? [where.or([contains("region", query.region), contains("department", query.region)])] : []),
          ...(query.year === undefined ? [] : [where("fiscal_year", "=", query.year)]),
        ]);
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
  };
}

/** A substring, with the wildcards of LIKE taken as letters. */
const contains = (column: "department" | "region", words: string) =>
  sql<boolean>`${sql.ref(column)} like ${`%${words.trim().replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;

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
