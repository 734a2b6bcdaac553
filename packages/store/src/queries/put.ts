import type { Finding } from "@juesuan/core";
import { CompiledQuery } from "kysely";
import { accountId, sha256 } from "../identity.ts";
import type { Entry, PutResult, StoreOptions } from "../model.ts";
import { pack } from "../pack.ts";
import type { AccountRow, RevisionRow } from "../schema.ts";
import { INDEX } from "../tokens.ts";
import { among } from "./among.ts";
import { write, type Context } from "./context.ts";
import { foundIn, type indexing } from "./indexing.ts";
import type { sourcing } from "./source.ts";
import type { tallying } from "./tally.ts";
import { NO_ROWS, type together, type Writes } from "./writes.ts";

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

interface Plan extends Writes {
  readonly result: PutResult;
}

/** What other subjects bring to writing. */
export interface Parts {
  readonly sources: Pick<ReturnType<typeof sourcing>, "keeping" | "held">;
  readonly tally: Pick<ReturnType<typeof tallying>, "totals">;
  readonly index: Pick<ReturnType<typeof indexing>, "unindexed" | "placed" | "placeOf" | "indexed">;
  readonly whole: ReturnType<typeof together>;
  readonly renamed: (departments: readonly string[]) => Promise<ReadonlySet<string>>;
}

type KnownRevision = Pick<RevisionRow, "number" | "sha256" | "reading_hash" | "recorded_at">;

/** What the store has of documents that are to be written, asked for all of them at once. */
interface Known {
  readonly revisions: ReadonlyMap<string, readonly KnownRevision[]>;
  readonly sources: ReadonlySet<string>;
  readonly renamed: ReadonlySet<string>;
}

/** Writing: a document, what was read from it and what it is found by, in one batch. */
export function putting(
  context: Context,
  { sources, tally, index, whole, renamed }: Parts,
  { now = () => new Date(), keep = KEEP }: StoreOptions,
) {
  const { port, db } = context;

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
    // One moment for all that are written together: they are in the order in which they were given.
    const moment = now().toISOString();
    return Promise.all(entries.map((entry, place) => planned(entry, ids[place]!, known, moment)));
  }

  async function planned(entry: Entry, id: string, store: Known, moment: string): Promise<Plan> {
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
      if (before !== undefined) writes.push(...index.unindexed(id));
      // Published anew, it is the newest again.
      if (before !== undefined && !known)
        writes.push(db.deleteFrom("account_place").where("account_id", "=", id).compile());
      const placed = { ...row, place: index.placeOf(id, row.fiscal_year) };
      writes.push(
        index.placed(id),
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
      ? await index.indexed(row, { document, disclosure: entry.disclosure }, store.renamed.has(row.department))
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
        await write(context, whole([plan!], [result.id]));
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
      await write(
        context,
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

  return { putDocument, putDocuments, tidy, knows };
}

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
    ...foundIn({ report, disclosure }, region),
  };
}
