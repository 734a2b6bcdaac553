/**
 * An import that is killed (`kill -9`) again and again, at moments that are drawn by chance, and started again each time
 * until it ends: then every account is there once, with its index, its amounts and the counts that are kept.
 *
 *     node --conditions=juesuan-source benchmarks/api/kill.ts [100000] [FOLDER [SECONDS]]
 *
 * With a folder it is kept; with seconds it stops after so many (exit code 75), and goes on when it is called again.
 */
import { importAll } from "@juesuan/store";
import { openSqlite, openStore } from "@juesuan/store/node";
import { CompiledQuery } from "kysely";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { accountOf, hashOf } from "./accounts.ts";

const [first, ...rest] = process.argv.slice(2);
if (first === "--child") await importInto(rest[0]!, Number(rest[1]));
else await main(Number(first ?? 100_000), rest[0], Number(rest[1] ?? Number.POSITIVE_INFINITY));

/** What is killed: it writes until it is done, and says so by its exit code. */
async function importInto(file: string, size: number): Promise<void> {
  const store = await openStore(file);
  for await (const _ of importAll(store, documents(size), "benchmark"));
  store.close();
}

function* documents(size: number) {
  for (let number = 0; number < size; number++) yield { sha256: hashOf(number), entry: async () => accountOf(number) };
}

async function main(size: number, kept: string | undefined, most: number): Promise<void> {
  if (kept) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), "juesuan-kill-"));
  const file = join(folder, `scale_${size}.sqlite`);
  const began = performance.now();
  const tally = `${file}.kills`;
  let kills = existsSync(tally) ? Number(readFileSync(tally, "utf8")) : 0;
  // Grows, so that it ends: the first ones are killed while it still migrates.
  while (!(await run(file, size, 50 + Math.random() * 1500 * Math.min(20, 1 + kills)))) {
    kills++;
    if (kept) writeFileSync(tally, String(kills));
    if (performance.now() - began > most * 1000) {
      console.log(`not yet finished; killed ${kills} times so far`);
      process.exitCode = 75;
      return;
    }
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  const faults = await faultsOf(file, size);
  console.log(
    `${size} accounts, killed ${kills} times, ${seconds} s; ${faults.length === 0 ? "nothing lost, nothing twice" : faults.join("; ")}`,
  );
  if (!kept) rmSync(folder, { recursive: true });
  process.exitCode = faults.length === 0 ? 0 : 1;
}

/** Whether it ended by itself before it was killed. */
function run(file: string, size: number, milliseconds: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--conditions=juesuan-source", fileURLToPath(import.meta.url), "--child", file, String(size)],
      { stdio: ["ignore", "inherit", "inherit"] },
    );
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (signal === "SIGKILL") resolve(false);
      else if (code === 0) resolve(true);
      else reject(new Error(`the import failed by itself (${code})`));
    });
  });
}

/** What is not as it would be had nobody killed anything. */
async function faultsOf(file: string, size: number): Promise<string[]> {
  const port = openSqlite(file);
  const one = async (sql: string) => Number(Object.values((await port.first(CompiledQuery.raw(sql))) as object)[0]);
  const text = async (sql: string) => String(Object.values((await port.first(CompiledQuery.raw(sql))) as object)[0]);
  const expected: readonly (readonly [string, string, number])[] = [
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
      "select count(*) from (select region, count(*) as n from account group by region) as a join tally on facet = 'region' and value = region and fiscal_year = -1 where accounts <> n",
      0,
    ],
  ];
  const faults: string[] = [];
  for (const [name, sql, wanted] of expected) {
    const found = await one(sql);
    if (found !== wanted) faults.push(`${name}: ${found} instead of ${wanted}`);
  }
  const whole = await text("pragma integrity_check");
  if (whole !== "ok") faults.push(`integrity: ${whole}`);
  port.close();
  return faults;
}
