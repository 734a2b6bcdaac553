import type { Finding } from "@juesuan/core";
import type { CompiledQuery } from "kysely";
import { amountsOf } from "../amounts.ts";
import { insertAll } from "../bulk.ts";
import { accountId, sha256 } from "../identity.ts";
import type { Entry, PutResult, StoreOptions } from "../model.ts";
import { pack } from "../pack.ts";
import type { AccountRow } from "../schema.ts";
import { searchableText, tokensOf } from "../tokens.ts";
import { latestRevision, type Context } from "./context.ts";
import type { sourcing } from "./source.ts";

/** Part of the hash of what was read: raised when the store begins to keep more of it, so that all is read again. */
const READING = 2;

/** The largest document whose bytes are kept, unless told otherwise. */
const KEEP = 32 * 1024 * 1024;

/** Writing: a document, what was read from it and what it is found by, in one batch. */
export function putting(
  context: Context,
  sources: Pick<ReturnType<typeof sourcing>, "keeping" | "holds">,
  { now = () => new Date(), keep = KEEP }: StoreOptions,
) {
  const { port, db } = context;

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

  async function putDocument(entry: Entry): Promise<PutResult> {
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
    const bytes = entry.source && entry.source.length <= keep ? entry.source : undefined;
    const kept = bytes && !(await sources.holds(report.sha256)) ? sources.keeping(report.sha256, bytes) : [];
    if (known?.reading_hash === readingHash) {
      // A store that kept no bytes before keeps them now.
      if (kept.length > 0) await port.batch(kept);
      return { id, revision: known.number, outcome: "unchanged" };
    }

    const before = await latestRevision(context, id);
    const revision = known?.number ?? (before ?? 0) + 1;
    const moment = now().toISOString();
    const columns = {
      report: await pack(report),
      document: await pack(document),
      disclosure: await pack(entry.disclosure),
      accounts,
    };
    const writes: CompiledQuery[] = [...kept];
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
            .set({ ...columns, file: report.file, format: report.format, reading_hash: readingHash })
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
              format: report.format,
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
  }

  return { putDocument };
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
