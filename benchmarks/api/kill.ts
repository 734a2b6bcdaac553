/**
 * An import that is killed (`kill -9`) again and again and started again each time until it ends: while it opens the
 * store, while it looks for what it has, while it writes, while it tidies. The moments are drawn by chance out of its own
 * progress, so that they fall where they should on a machine of any speed and in a store of any size. After every kill
 * what it had said to have written must be there, whole; at the end every account, once, with its index, its amounts and
 * the counts that are kept.
 *
 *     node --conditions=juesuan-source benchmarks/api/kill.ts [100000] [FOLDER [SECONDS]]
 *
 * With a folder it is kept; with seconds it stops after so many (exit code 75), and goes on when it is called again.
 */
import { importAll } from "@juesuan/store";
import { openSqlite, openStore, type SqlitePort } from "@juesuan/store/node";
import { CompiledQuery } from "kysely";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { accountOf, hashOf } from "./accounts.ts";

/** What an import is at. */
const PHASES = ["opening", "seeking", "writing", "tidying"] as const;
type Phase = (typeof PHASES)[number];

/** How often each phase is killed in one import. */
const KILLS: Readonly<Record<Phase, number>> = { opening: 8, seeking: 8, writing: 40, tidying: 4 };

/** What the import says of itself, whenever either changes. */
interface Progress {
  readonly phase: Phase;
  /** Accounts that are written, by this run or by those before it. */
  readonly done: number;
}

/** How many have been killed, and the most that any run said to have written. */
interface Tally {
  readonly kills: Record<Phase, number>;
  said: number;
}

/** What is killed: it writes until it is done, and says so by its exit code. */
async function importInto(file: string, size: number): Promise<void> {
  const say = (progress: Progress) => process.send!(progress);
  const store = await openStore(file);
  let done = 0;
  say({ phase: "seeking", done });
  for await (const { outcome } of importAll(store, documents(size), "benchmark")) {
    done++;
    if (outcome !== "known" || done % 50 === 0) say({ phase: outcome === "known" ? "seeking" : "writing", done });
  }
  say({ phase: "tidying", done });
  await store.tidy();
  store.close();
  process.disconnect();
}

function* documents(size: number) {
  for (let number = 0; number < size; number++) yield { sha256: hashOf(number), entry: async () => accountOf(number) };
}

async function main(size: number, kept: string | undefined, most: number): Promise<void> {
  if (kept) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), "juesuan-kill-"));
  const file = join(folder, `scale_${size}.sqlite`);
  const began = performance.now();
  const notes = `${file}.kills`;
  const tally: Tally = existsSync(notes)
    ? (JSON.parse(readFileSync(notes, "utf8")) as Tally)
    : { kills: { opening: 0, seeking: 0, writing: 0, tidying: 0 }, said: 0 };
  /** Milliseconds that each phase has been seen to take; of writing, one group. */
  const lasts: Record<Phase, number> = { opening: 300, seeking: 300, writing: 300, tidying: 300 };
  const faults: string[] = [];
  for (let ended = false; !ended && faults.length === 0;) {
    const plan = planned(tally, size);
    const killed = await run(file, size, plan, tally, lasts);
    // What ended before its moment came is killed once more; the last one ends by itself.
    ended = killed === undefined && plan === undefined;
    if (killed) tally.kills[killed]++;
    if (kept) writeFileSync(notes, JSON.stringify(tally));
    faults.push(...(await faultsAfterKill(file, tally.said)));
    if (!ended && performance.now() - began > most * 1000) {
      console.log(`not yet finished: ${tally.said} of ${size} accounts; killed ${told(tally)}`);
      process.exitCode = 75;
      if (faults.length === 0) return;
    }
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  if (faults.length === 0) faults.push(...(await faultsOf(file, size)));
  console.log(
    `${size} accounts, killed ${told(tally)}; ${seconds} s; ${faults.length === 0 ? "nothing lost, nothing twice" : faults.join("; ")}`,
  );
  if (!kept) rmSync(folder, { recursive: true });
  process.exitCode = faults.length === 0 ? 0 : 1;
}

const told = ({ kills }: Tally) =>
  `${PHASES.reduce((sum, phase) => sum + kills[phase], 0)} times (${PHASES.map((phase) => `${phase} ${kills[phase]}`).join(", ")})`;

/** The next moment to kill at: a phase, and how many accounts are to be written before. */
interface Plan {
  readonly phase: Phase;
  readonly done: number;
}

/** None once there have been enough. */
function planned({ kills, said }: Tally, size: number): Plan | undefined {
  const remaining = size - said;
  // Nothing to write any more.
  const left = PHASES.filter((phase) => kills[phase] < KILLS[phase] && (phase !== "writing" || remaining > 0));
  // It tidies last; until then the other moments are drawn in proportion to those that are left.
  const moments = left
    .filter((phase) => phase !== "tidying")
    .flatMap((phase) => Array.from({ length: KILLS[phase] - kills[phase] }, () => phase));
  const phase = moments[Math.floor(Math.random() * moments.length)] ?? left[0];
  if (phase === undefined) return undefined;
  if (phase === "tidying") return { phase, done: size };
  if (phase === "seeking") return { phase, done: Math.floor(Math.random() * said) };
  const step = (2 * remaining) / (KILLS.writing - kills.writing + 1);
  return { phase, done: phase === "writing" ? Math.min(size - 1, said + Math.floor(Math.random() * step)) : 0 };
}

/** The phase in which it was killed; undefined where it ended by itself. */
function run(
  file: string,
  size: number,
  plan: Plan | undefined,
  tally: Tally,
  lasts: Record<Phase, number>,
): Promise<Phase | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--conditions=juesuan-source", fileURLToPath(import.meta.url), "--child", file, String(size)],
      { stdio: ["ignore", "inherit", "inherit", "ipc"] },
    );
    let timer: NodeJS.Timeout | undefined;
    let phase: Phase = "opening";
    let since = performance.now();
    /** Within what is under way: at its beginning, amidst, or just after it. */
    const killSoon = () => {
      timer ??= setTimeout(() => child.kill("SIGKILL"), Math.random() * lasts[phase]);
    };
    if (plan?.phase === "opening") killSoon();
    child.on("message", (progress: Progress) => {
      const moved = progress.phase !== phase;
      if (moved || (phase === "writing" && progress.done % 50 === 0)) {
        lasts[phase] = performance.now() - since;
        since = performance.now();
      }
      phase = progress.phase;
      // What is only found again was said to be written before.
      if (phase !== "seeking") tally.said = Math.max(tally.said, progress.done);
      if (plan && PHASES.indexOf(phase) >= PHASES.indexOf(plan.phase) && progress.done >= plan.done) killSoon();
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (signal === "SIGKILL") resolve(phase);
      else if (code === 0) {
        lasts[phase] = performance.now() - since;
        resolve(undefined);
      } else reject(new Error(`the import failed by itself (${code})`));
    });
  });
}

async function numberOf(port: SqlitePort, sql: string): Promise<number> {
  return Number(Object.values((await port.first(CompiledQuery.raw(sql))) as object)[0]);
}

type Expected = readonly (readonly [name: string, sql: string, wanted: number])[];

async function differing(port: SqlitePort, expected: Expected): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, sql, wanted] of expected) {
    const found = await numberOf(port, sql);
    if (found !== wanted) faults.push(`${name}: ${found} instead of ${wanted}`);
  }
  return faults;
}

/** What of that which was said to be written is missing, or half there. */
async function faultsAfterKill(file: string, said: number): Promise<string[]> {
  if (!existsSync(file)) return said === 0 ? [] : [`the file is gone, with ${said} accounts`];
  const port = openSqlite(file);
  try {
    // Killed before its first migration was through.
    if ((await numberOf(port, "select count(*) from sqlite_schema where name = 'account_number'")) === 0)
      return said === 0 ? [] : [`no tables, with ${said} accounts`];
    const accounts = await numberOf(port, "select count(*) from account");
    const lost = accounts < said ? [`${said} accounts were written, and ${accounts} are there`] : [];
    const last = "(select id, place from account order by place desc limit 200)";
    return [
      ...lost,
      ...(await differing(port, [
        ["counted", "select coalesce(max(accounts), 0) from tally where facet = 'year' and fiscal_year = -1", accounts],
        ["revisions", "select count(*) from revision", accounts],
        [
          "errors counted beside what the accounts have",
          "select (select coalesce(sum(errors), 0) from account) - coalesce(max(found), 0) from tally where facet = 'year' and fiscal_year = -1",
          0,
        ],
        [
          "of the last, without text",
          `select count(*) from ${last} where place not in (select place from account_text)`,
          0,
        ],
        [
          "of the last, without amounts",
          `select count(*) from ${last} where id not in (select account_id from amount)`,
          0,
        ],
        [
          "of the last, not in the index",
          `select count(*) from ${last} where place not in (select rowid from account_index)`,
          0,
        ],
      ])),
    ];
  } finally {
    port.close();
  }
}

/** What is not as it would be had nobody killed anything. */
async function faultsOf(file: string, size: number): Promise<string[]> {
  const port = openSqlite(file);
  const faults = await differing(port, [
    ["accounts", "select count(*) from account", size],
    ["revisions", "select count(*) from revision", size],
    ["documents", "select count(distinct sha256) from revision", size],
    ["indexed texts", "select count(*) from account_text", size],
    ["index entries", "select count(*) from account join account_index on account_index.rowid = account.place", size],
    ["counted", "select accounts from tally where facet = 'year' and fiscal_year = -1", size],
    ["counted in their years", "select sum(accounts) from tally where facet = 'year' and fiscal_year <> -1", size],
    [
      "kept sums beside what the accounts state, in 分",
      "select sum(fen) - (select fen from summed where area = '' and concept = 'expenditure' and fund = '' and kind = 'whole') from amount where key = 'expenditure'",
      0,
    ],
    ["accounts without amounts", "select count(*) from account where id not in (select account_id from amount)", 0],
    [
      "accounts whose findings differ from their count",
      "select count(*) from account where errors <> (select count(*) from finding where account_id = id and finding.revision = account.revision)",
      0,
    ],
    [
      "counts by region that differ",
      "select count(*) from (select region, count(*) as n, sum(errors) as e, sum(printed) as p, sum(bound) as b from account group by region) as a join tally on facet = 'region' and value = region and fiscal_year = -1 where accounts <> n or found <> e or tally.printed <> p or tally.bound <> b",
      0,
    ],
    [
      "counts by year that differ",
      "select count(*) from (select fiscal_year as y, count(*) as n, sum(errors) as e, sum(printed) as p, sum(bound) as b from account group by fiscal_year) as a join tally on facet = 'year' and fiscal_year = y where accounts <> n or found <> e or tally.printed <> p or tally.bound <> b",
      0,
    ],
  ]);
  const whole = await port.all<{ integrity_check: string }>(CompiledQuery.raw("pragma integrity_check") as never);
  port.close();
  return [...faults, ...whole.map((row) => row.integrity_check).filter((text) => text !== "ok")];
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--child") await importInto(rest[0]!, Number(rest[1]));
else await main(Number(first ?? 100_000), rest[0], Number(rest[1] ?? Number.POSITIVE_INFINITY));
