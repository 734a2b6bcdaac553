import type { Disclosure, Finding } from "@juesuan/core";
import { CompiledQuery, sql } from "kysely";
import { amountsOf, staffOf, type Amount } from "../amounts.ts";
import { insertAll } from "../bulk.ts";
import { divisionOf, identify, prefixOf } from "@juesuan/core/divisions";
import { accountId, sha256 } from "../identity.ts";
import type { Entry, PutResult, StoreOptions } from "../model.ts";
import { pack } from "../pack.ts";
import type { AccountRow, AmountRow, FindingRow, RevisionRow } from "../schema.ts";
import { filterTokens, INDEX, searchableText, tokensOf } from "../tokens.ts";
import { among } from "./among.ts";
import type { Context } from "./context.ts";
import { nameTokens, YEAR } from "./filter.ts";
import type { reading } from "./reading.ts";
import type { sourcing } from "./source.ts";
import type { summing } from "./summed.ts";
import type { tallying } from "./tally.ts";

/** Part of the hash of what was read: raised when the store begins to keep more of it, so that all is read again. */
const READING = 3;

/** The largest document whose bytes are kept, unless told otherwise. */
const KEEP = 32 * 1024 * 1024;

/** So many documents are written in one transaction, with so many characters and bytes together. */
const GROUP = 50;
const GROUP_LENGTH = 8 * 1024 * 1024;

/** The index bears the traces of fewer accounts without a search noticing. */
const WORTH_TIDYING = 500;

/** How often a write is tried again that another one came before. */
const TRIES = 4;

interface Plan {
  readonly result: PutResult;
  readonly writes: readonly CompiledQuery[];
  readonly rows: Rows;
  /** The account is there already, and its newest revision changes: what it counted for is taken out before. */
  readonly replaces: boolean;
  /** It counts for something else afterwards. */
  readonly counts: boolean;
}

/** What other subjects bring to writing. */
export interface Parts {
  readonly sources: Pick<ReturnType<typeof sourcing>, "keeping" | "held">;
  readonly tally: Pick<ReturnType<typeof tallying>, "counted" | "totals">;
  readonly sums: Pick<ReturnType<typeof summing>, "added">;
  readonly readings: Pick<ReturnType<typeof reading>, "reading">;
  readonly formerNames: (department: string) => Promise<readonly string[]>;
  readonly renamed: (departments: readonly string[]) => Promise<ReadonlySet<string>>;
}

type KnownRevision = Pick<RevisionRow, "number" | "sha256" | "reading_hash" | "recorded_at">;

/** What the store has of documents that are to be written, asked for all of them at once. */
interface Known {
  readonly revisions: ReadonlyMap<string, readonly KnownRevision[]>;
  readonly sources: ReadonlySet<string>;
  readonly renamed: ReadonlySet<string>;
}

/** Rows of an account that are written together with those of others. */
interface Rows {
  readonly amounts: readonly AmountRow[];
  readonly findings: readonly FindingRow[];
}

const AMOUNT = {
  account_id: "text",
  key: "text",
  concept: "text",
  fund: "text",
  functional: "text",
  economic: "text",
  nature: "text",
  part: "text",
  fen: "bigint",
} as const;

const FINDING = {
  account_id: "text",
  revision: "bigint",
  position: "bigint",
  relation: "text",
  severity: "text",
  body: "text",
} as const;

const NO_ROWS: Rows = { amounts: [], findings: [] };

/** Writing: a document, what was read from it and what it is found by, in one batch. */
export function putting(
  { port, db }: Context,
  { sources, tally, sums, readings, formerNames, renamed }: Parts,
  { now = () => new Date(), keep = KEEP }: StoreOptions,
) {
  /** What an account was found by is taken out, before its row changes. */
  const unindexed = (id: string): CompiledQuery[] => {
    const place = sql`(select place from account where id = ${id})`;
    return [
      sql`delete from account_index where ${port.dialect === "sqlite" ? sql.ref("rowid") : sql.ref("place")} = ${place}`.compile(
        db,
      ),
      sql`delete from account_text where place = ${place}`.compile(db),
      db.deleteFrom("amount").where("account_id", "=", id).compile(),
    ];
  };

  /**
   * The writes of several accounts, with what they count for: taken out as it was, added as it is then. Once for all of
   * them, since a count or a sum that many accounts share is then written once.
   */
  function whole(plans: readonly Omit<Plan, "result">[], ids: readonly string[]): CompiledQuery[] {
    const idsOf = (name: "replaces" | "counts") => ids.filter((_, index) => plans[index]![name]).toSorted();
    const [replaced, counted] = [idsOf("replaces"), idsOf("counts")];
    return [
      ...(replaced.length === 0
        ? []
        : [
            // Whoever else writes one of these accounts waits here.
            ...replaced.map((id) => db.updateTable("account").set({ id }).where("id", "=", id).compile()),
            tally.counted(replaced, -1),
            sums.added(replaced, -1),
          ]),
      ...plans.flatMap(({ writes }) => writes),
      ...insertAll(
        port.dialect,
        "amount",
        AMOUNT,
        plans.flatMap(({ rows }) => rows.amounts),
      ),
      ...insertAll(
        port.dialect,
        "finding",
        FINDING,
        plans.flatMap(({ rows }) => rows.findings),
      ),
      ...(counted.length === 0 ? [] : [tally.counted(counted, 1), sums.added(counted, 1)]),
    ];
  }

  /** What the newest revision is found by; the account's row is there. */
  async function indexed(
    row: Omit<AccountRow, "place">,
    { document, disclosure }: Pick<Entry, "document" | "disclosure">,
    wasRenamed: boolean,
  ): Promise<{ writes: CompiledQuery[]; amounts: AmountRow[] }> {
    const { id, department, region, division, level, errors, warnings } = row;
    const names = wasRenamed ? await formerNames(department) : [];
    const place = division === "" ? "" : (divisionOf(division)?.name ?? "");
    const words = searchableText(document, disclosure, [department, region, place, ...names]);
    const amounts = amountsOf(disclosure);
    const present = amounts.filter(({ fen }) => fen !== 0);
    const valuesOf = (name: "functional" | "fund") => [
      ...new Set(present.map((amount) => amount[name]).filter((value) => value !== "")),
    ];
    const tokens = new Set([
      ...tokensOf(words),
      ...[department, ...names].flatMap((name) => nameTokens("department", name)),
      ...[department, region, place].flatMap((name) => nameTokens("region", name)),
      ...filterTokens({
        prefix: prefixOf(division),
        level,
        functional: valuesOf("functional"),
        funds: valuesOf("fund"),
        severities: [...(errors > 0 ? ["error"] : []), ...(warnings > 0 ? ["warning"] : [])],
      }),
    ]);
    const where = sql`from account where id = ${id}`;
    const writes = [
      port.dialect === "sqlite"
        ? sql`insert into account_index (rowid, tokens) select place, ${[...tokens].join(" ")} ${where}`.compile(db)
        : sql`insert into account_index (place, tokens) select place, array_to_tsvector(${[...tokens]}::text[]) ${where}`.compile(
            db,
          ),
      sql`insert into account_text (place, words) select place, ${words} ${where}`.compile(db),
    ];
    return { writes, amounts: amounts.map((amount) => Object.assign({ account_id: id }, amount)) };
  }

  /** What is known of documents and their accounts. */
  async function knownOf(entries: readonly Entry[], ids: readonly string[]): Promise<Known> {
    const rows = await port.all(
      db
        .selectFrom("revision")
        .select(["account_id", "number", "sha256", "reading_hash", "recorded_at"])
        .where(among(port.dialect, "account_id", ids))
        .orderBy("number")
        .compile(),
    );
    const withBytes = entries.filter(({ source }) => source !== undefined).map(({ report }) => report.sha256);
    const revisions = new Map<string, KnownRevision[]>();
    for (const row of rows) revisions.set(row.account_id, [...(revisions.get(row.account_id) ?? []), row]);
    return {
      revisions,
      sources: await sources.held(withBytes),
      renamed: await renamed(entries.map(({ report }) => report.department ?? "")),
    };
  }

  const idOf = async (entry: Entry) => entry.id ?? (await accountId(entry.report));

  /** What is to be written of accounts that are each named once. */
  async function planAll(entries: readonly Entry[]): Promise<readonly Plan[]> {
    const ids = await Promise.all(entries.map(idOf));
    const known = await knownOf(entries, ids);
    return Promise.all(entries.map((entry, index) => planned(entry, ids[index]!, known)));
  }

  async function planned(entry: Entry, id: string, store: Known): Promise<Plan> {
    const { report } = entry;
    // Boxes are typed arrays and do not survive JSON; they can be read again from the bytes.
    const { boxes: _, ...document } = entry.document;
    const accounts = entry.accounts === undefined ? null : JSON.stringify(entry.accounts);
    const read = JSON.stringify([report, document, entry.disclosure, accounts, entry.region ?? "", READING]);
    const readingHash = await sha256(read);

    const revisions = store.revisions.get(id) ?? [];
    const known = revisions.find((revision) => revision.sha256 === report.sha256);
    const bytes = entry.source && entry.source.length <= keep ? entry.source : undefined;
    const kept = bytes && !store.sources.has(report.sha256) ? sources.keeping(report.sha256, bytes) : [];
    if (known?.reading_hash === readingHash) {
      // A store that kept no bytes before keeps them now.
      const result = { id, revision: known.number, outcome: "unchanged" } as const;
      return { result, writes: kept, rows: NO_ROWS, replaces: false, counts: false };
    }

    const before = revisions.at(-1)?.number;
    const revision = known?.number ?? (before ?? 0) + 1;
    const moment = now().toISOString();
    const columns = {
      report: await pack(report, port.gzip),
      document: await pack(document, port.gzip),
      disclosure: await pack(entry.disclosure, port.gzip),
      accounts,
      file: report.file,
      format: report.format,
      reading_hash: readingHash,
      reader: entry.reader ?? "",
    };
    const newest = before === undefined || revision >= before;
    // A document that is read anew came when it first did.
    const row = accountRow(id, revision, entry, moment, known?.recorded_at ?? moment);
    const writes: CompiledQuery[] = [...kept];
    if (newest) {
      if (before !== undefined) writes.push(...unindexed(id));
      const number = sql<number>`(select number from account_place where account_id = ${id})`;
      const placed = { ...row, place: sql<number>`${sql.lit(row.fiscal_year * YEAR)} + ${number}` };
      writes.push(
        db
          .insertInto("account_place")
          .values({ account_id: id } as never)
          .onConflict((conflict) => conflict.column("account_id").doNothing())
          .compile(),
        db
          .insertInto("account")
          .values(placed)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(placed))
          .compile(),
      );
    }
    writes.push(
      known
        ? db.updateTable("revision").set(columns).where("account_id", "=", id).where("number", "=", revision).compile()
        : db
            .insertInto("revision")
            .values({ account_id: id, number: revision, sha256: report.sha256, recorded_at: moment, ...columns })
            .compile(),
    );
    if (known)
      writes.push(db.deleteFrom("finding").where("account_id", "=", id).where("revision", "=", revision).compile());
    const findings = report.findings.map((finding, position) => ({
      account_id: id,
      revision,
      position,
      relation: finding.relation,
      severity: finding.severity,
      body: JSON.stringify(finding),
    }));
    const found = newest
      ? await indexed(row, { document, disclosure: entry.disclosure }, store.renamed.has(row.department))
      : { writes: [], amounts: [] };
    writes.push(...found.writes);
    const rows = { amounts: found.amounts, findings };
    const outcome = before === undefined ? "created" : known ? "reread" : "revised";
    return {
      result: { id, revision, outcome },
      writes,
      rows,
      replaces: newest && before !== undefined,
      counts: newest,
    };
  }

  async function putDocument(entry: Entry): Promise<PutResult> {
    for (let attempt = 1; ; attempt++) {
      const [plan] = await planAll([entry]);
      const { result } = plan!;
      try {
        await port.batch(whole([plan!], [result.id]));
        return result;
      } catch (error) {
        // Another process may have written the same account in between, or wait for the same rows: seen afresh, it is
        // another revision or no change at all. What fails for a reason of its own fails again.
        const again = await planAll([entry]).then(
          ([one]) => one,
          () => undefined,
        );
        const moved = again && (again.result.revision !== result.revision || again.result.outcome !== result.outcome);
        if (attempt === TRIES || !(moved || port.isConflict?.(error))) throw error;
      }
    }
  }

  /** Accounts that are each named once, so that none waits for another: planned at the same time, written together. */
  async function putGroup(entries: readonly Entry[]): Promise<readonly PutResult[]> {
    const plans = await planAll(entries);
    try {
      await port.batch(
        whole(
          plans,
          plans.map(({ result }) => result.id),
        ),
      );
      return plans.map(({ result }) => result);
    } catch {
      // One of them cannot be written, or was written by another meanwhile: each by itself says which.
      const results: PutResult[] = [];
      for (const entry of entries) results.push(await putDocument(entry));
      return results;
    }
  }

  async function putDocuments(entries: readonly Entry[]): Promise<readonly PutResult[]> {
    const results: PutResult[] = [];
    let group: Entry[] = [];
    let ids = new Set<string>();
    let length = 0;
    const flush = async () => {
      results.push(...(await putGroup(group)));
      [group, ids, length] = [[], new Set(), 0];
    };
    for (const entry of entries) {
      const id = await idOf(entry);
      if (group.length >= GROUP || length >= GROUP_LENGTH || ids.has(id)) await flush();
      group.push(entry);
      ids.add(id);
      length += entry.document.text.length + (entry.source?.length ?? 0);
    }
    if (group.length > 0) await flush();
    return results;
  }

  /** Writes what an account is found by anew, from what was read of it. */
  async function indexAgain(id: string): Promise<void> {
    const row = await port.first(db.selectFrom("account").selectAll().where("id", "=", id).compile());
    const read = row && (await readings.reading(id));
    if (!row || !read) return;
    const { place: _, ...own } = row;
    const renewed = { ...own, ...found(read, row.region), indexed: INDEX };
    const again = await indexed(renewed, read, true);
    const number = sql<number>`(select number from account_place where account_id = ${id})`;
    const writes = [
      ...unindexed(id),
      db
        .insertInto("account_place")
        .values({ account_id: id } as never)
        .onConflict((conflict) => conflict.column("account_id").doNothing())
        .compile(),
      db
        .updateTable("account")
        .set({ ...renewed, place: sql<number>`${sql.lit(row.fiscal_year * YEAR)} + ${number}` })
        .where("id", "=", id)
        .compile(),
      ...again.writes,
    ];
    const rows = { amounts: again.amounts, findings: [] };
    await port.batch(whole([{ writes, rows, replaces: true, counts: true }], [id]));
  }

  async function reindex(most = Number.POSITIVE_INFINITY): Promise<number> {
    for (let count = 0; ;) {
      const some = Math.min(100, most - count);
      const rows =
        some <= 0
          ? []
          : await port.all(db.selectFrom("account").select("id").where("indexed", "<", INDEX).limit(some).compile());
      if (rows.length === 0) return count;
      for (const { id } of rows) await indexAgain(id);
      count += rows.length;
    }
  }

  async function tidy(written = Number.POSITIVE_INFINITY): Promise<void> {
    if (written < WORTH_TIDYING || written * 10 < (await tally.totals({})).accounts) return;
    if (port.dialect === "postgresql") {
      // Outside of a transaction, which vacuuming cannot stand in.
      for (const table of ["account", "account_index", "account_text", "amount", "tally", "summed"])
        await port.all(CompiledQuery.raw(`vacuum analyze ${table}`));
      return;
    }
    // The index was written in as many pieces as there were groups of documents: it becomes one.
    await port.batch([
      CompiledQuery.raw("insert into account_index (account_index) values ('optimize')"),
      CompiledQuery.raw("analyze"),
    ]);
  }

  async function knows(hash: string, reader: string): Promise<boolean> {
    const found = await port.first(
      db
        .selectFrom("revision")
        .select("number")
        .where("sha256", "=", hash)
        .where("reader", "=", reader)
        .limit(1)
        .compile(),
    );
    return found !== undefined;
  }

  return { putDocument, putDocuments, reindex, tidy, knows, indexAgain };
}

/** What the account's row says of who published and how large it is. */
function found({ report, disclosure }: { report: Entry["report"]; disclosure: Disclosure }, region: string) {
  const amounts = amountsOf(disclosure);
  const identity = identify(report.department ?? "", region);
  const place = identity.division === "" ? "" : (divisionOf(identity.division)?.name ?? "");
  return {
    ...identity,
    region: region === "" ? place : region,
    classes: classesOf(amounts).join(","),
    staff: staffOf(disclosure) ?? null,
    spending: amounts.find(({ key }) => key === "expenditure")?.fen ?? null,
  };
}

/** The functional classes (类) with an amount. */
const classesOf = (amounts: readonly Amount[]) =>
  [
    ...new Set(
      amounts.filter(({ functional, fen }) => functional.length === 3 && fen !== 0).map((one) => one.functional),
    ),
  ].sort();

function accountRow(
  id: string,
  revision: number,
  entry: Entry,
  moment: string,
  recorded: string,
): Omit<AccountRow, "place"> {
  const { report, disclosure, region = "" } = entry;
  const of = (severity: Finding["severity"]) =>
    report.findings.filter((finding) => finding.severity === severity).length;
  return {
    id,
    department: report.department ?? "",
    fiscal_year: report.fiscalYear ?? 0,
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
    recorded_at: recorded,
    updated_at: moment,
    indexed: INDEX,
    ...found({ report, disclosure }, region),
  };
}
