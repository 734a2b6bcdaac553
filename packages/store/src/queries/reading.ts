import type { Disclosure, DocumentReport, Finding, ReadDocument } from "@juesuan/core";
import { sql, type CompiledQuery } from "kysely";
import type { Account, Reading, Revision } from "../model.ts";
import { unpack } from "../pack.ts";
import type { AccountRow, RevisionRow } from "../schema.ts";
import { latestRevision, type Context } from "./context.ts";
import { summaryOf } from "./summary.ts";

type Versioned = Pick<RevisionRow, "number" | "reading_hash"> & Pick<AccountRow, "indexed" | "updated_at">;

/** Reading one account. */
export function reading(context: Context) {
  const { port, db } = context;

  async function get(id: string): Promise<Account | undefined> {
    const row = await port.first(
      db
        .selectFrom("account")
        .innerJoin("revision", (join) =>
          join.onRef("revision.account_id", "=", "account.id").onRef("revision.number", "=", "account.revision"),
        )
        .leftJoin("source", "source.sha256", "account.sha256")
        .selectAll("account")
        .select(["revision.file", "revision.accounts", "source.size"])
        .where("account.id", "=", id)
        .compile(),
    );
    if (!row) return undefined;
    return {
      ...summaryOf(row),
      staff: row.staff,
      spending: row.spending,
      file: row.file,
      source: row.size,
      accounts: row.accounts === null ? null : JSON.parse(row.accounts),
    };
  }

  async function reading(id: string, revision?: number): Promise<Reading | undefined> {
    const number = revision ?? (await latestRevision(context, id));
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
  }

  async function findings(id: string, revision?: number): Promise<readonly Finding[] | undefined> {
    const number = revision ?? (await latestRevision(context, id));
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
  }

  async function revisions(id: string): Promise<readonly Revision[]> {
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
  }

  // Asked before everything else that is asked about an account, so it is put into words once.
  const asked = db
    .selectFrom("account")
    .innerJoin("revision", (join) =>
      join.onRef("revision.account_id", "=", "account.id").onRef("revision.number", "=", "account.revision"),
    )
    .select(["revision.number", "revision.reading_hash", "account.indexed", "account.updated_at"])
    .where("account.id", "=", "")
    .compile();

  async function version(id: string): Promise<string | undefined> {
    const row = await port.first({ ...asked, parameters: [id] } as CompiledQuery<Versioned>);
    // The moment tells apart what was read again and back.
    return row && `${row.number}-${row.reading_hash.slice(0, 24)}-${row.indexed}-${row.updated_at.replace(/\D/g, "")}`;
  }

  const askedOfAll = db.selectFrom("store_state").select("word").compile();

  /** Of a year, sums rather than the newest moment alone: a clock may be behind another's. Each stays below 2^53. */
  async function state(year?: number): Promise<string> {
    if (year === undefined) return (await port.first(askedOfAll))?.word ?? "";
    const digits = (from: number, length: number) =>
      sql`sum(cast(replace(replace(substr(updated_at, ${sql.lit(from)}, ${sql.lit(length)}), '-', ''), ':', '') as bigint))`;
    const row = await port.first(
      sql<Record<"accounts" | "newest" | "revisions" | "indexed" | "days" | "seconds" | "thousandths", number>>`
        select count(*) as accounts, coalesce(max(place), 0) as newest, sum(revision) as revisions, sum(indexed) as indexed,
          ${digits(1, 10)} as days, ${digits(12, 8)} as seconds, ${digits(21, 3)} as thousandths
        from account where fiscal_year = ${year}`.compile(db),
    );
    return Object.values(row!)
      .map((value) => Number(value ?? 0).toString(36))
      .join("-");
  }

  return { get, reading, findings, revisions, version, state };
}
