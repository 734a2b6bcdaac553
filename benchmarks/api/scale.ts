/**
 * What list, search and the rest cost at 1,000, 10,000 and 100,000 accounts, as ratios to what they cost at the first, on
 * SQLite and on PostgreSQL. The stores stand side by side and are asked turn by turn.
 *
 * The ratio is that of one question, asked of both stores for the same number of rows: as many as the smallest store has of
 * it, fifty at most; where it has none, another one is asked. What a page of fifty costs in the largest store, where many of
 * these questions find fifty and the smallest finds one, stands beside it, measured by the first page of the list, which is
 * fifty rows and no search.
 *
 * The fastest tenth of the rounds is compared: on a busy machine the others show how often the scheduler took the processor
 * away, which it does from long answers more often than from short ones.
 *
 *     node --conditions=juesuan-source benchmarks/api/scale.ts [SQLite|PostgreSQL] [1000,10000,100000]
 */
import { importAll, type AccountSummary, type Store } from "@juesuan/store";
import { join } from "node:path";
import { accountOf, hashOf } from "./accounts.ts";
import { postgresql, sqlite, type Engine } from "./engines.ts";
import { median, percentile } from "./times.ts";

const [chosen, sizes = "1000,10000,100000"] = process.argv.slice(2);
const SIZES = sizes.split(",").map(Number);
const ROUNDS = 60;
const WARM = 5;
const PAGE = 50;

/** What a question is asked with: an account of the store, and the round, so that no two rounds ask for the same words. */
interface Asked {
  readonly sample: AccountSummary;
  readonly round: number;
  /** Rows of a page. */
  readonly limit: number;
}

/** A store that is asked, and some of its accounts. */
interface Asking {
  readonly store: Store;
  readonly samples: readonly AccountSummary[];
}

/** How many rows an answer has, beside which its time is to be read. */
const rowsOf = async (page: Promise<{ readonly items: readonly unknown[] }>) => (await page).items.length;
const of = <T>(values: readonly T[], round: number): T => values[round % values.length]!;
const KINDS = ["教育局", "财政局", "水利局", "档案馆", "总工会", "商务局", "林业局"];
const PROVINCES = ["四川", "湖北", "山东", "云南", "河北", "江西", "甘肃", "广东", "贵州", "安徽", "山西"];
const CODES = ["51", "42", "37", "53", "13", "36", "62", "44", "52", "34", "14"];
const CLASSES = ["201", "205", "208", "210", "213"];

const QUESTIONS: readonly (readonly [string, (store: Store, asked: Asked) => Promise<number>])[] = [
  ["list, first page", (store, { limit }) => rowsOf(store.list({ limit }))],
  ["list, a page in the middle", (store, { sample, limit }) => rowsOf(store.list({ limit, cursor: cursorAt(sample) }))],
  ["list, what is new first", (store, { limit }) => rowsOf(store.list({ limit, sort: "recent" }))],
  ["search: a word of most (支出)", (store, { limit }) => rowsOf(store.list({ q: "支出", limit }))],
  ["search: a word of many (养老)", (store, { limit }) => rowsOf(store.list({ q: "养老", limit }))],
  ["search: a sentence of many (办公用房搬迁)", (store, { limit }) => rowsOf(store.list({ q: "办公用房搬迁", limit }))],
  ["search: one department by name", (store, { sample, limit }) => rowsOf(store.list({ q: sample.department, limit }))],
  [
    "search: kind and place (教育局 四川)",
    (store, { round, limit }) => rowsOf(store.list({ q: `${of(KINDS, round)} ${of(PROVINCES, round)}`, limit })),
  ],
  [
    "search: a sentence, in a province, with findings",
    (store, { round, limit }) =>
      rowsOf(store.list({ q: "公务用车更新", division: of(CODES, round), severity: "error", limit })),
  ],
  [
    "search: a word of many, what is new first",
    (store, { limit }) => rowsOf(store.list({ q: "养老", sort: "recent", limit })),
  ],
  [
    "search: kind and place, what is new first",
    (store, { round, limit }) =>
      rowsOf(store.list({ q: `${of(KINDS, round)} ${of(PROVINCES, round)}`, sort: "recent", limit })),
  ],
  [
    "filter: division, class, findings",
    (store, { round, limit }) =>
      rowsOf(store.list({ division: of(CODES, round), functional: of(CLASSES, round), severity: "error", limit })),
  ],
  ["filter: findings", (store, { limit }) => rowsOf(store.list({ severity: "error", limit }))],
  ["facets of all", async (store) => (await store.facets()).region.length],
  ["facets of a search", async (store) => (await store.facets({ q: "养老" })).total],
  ["sums by class, of all", async (store) => (await store.aggregate({ by: "functional" })).length],
  [
    "sums by class, of a province",
    async (store, { round }) => (await store.aggregate({ by: "functional", division: of(CODES, round) })).length,
  ],
  ["sums by region", async (store) => (await store.aggregate({ by: "region" })).length],
  ["peers and outliers", async (store, { sample }) => (await store.outliers(sample.id))!.peers],
  ["one account", async (store, { sample }) => ((await store.get(sample.id)) ? 1 : 0)],
];

/** A folder whose stores are kept from one run to the next. */
const kept = process.env.JUESUAN_BENCHMARK;
if (chosen !== "PostgreSQL") await measure(sqlite(kept));
if (chosen !== "SQLite") await measure(await postgresql(kept && join(kept, "postgresql")));

async function measure(engine: Engine): Promise<void> {
  try {
    const stores: { size: number; store: Store; samples: AccountSummary[] }[] = [];
    for (const size of SIZES) {
      const { store, settle } = await engine.open(`scale_${size}`);
      const began = performance.now();
      let most = 0;
      for await (const _ of importAll(store, documents(size), "benchmark"))
        most = Math.max(most, process.memoryUsage.rss());
      const seconds = (performance.now() - began) / 1000;
      console.log(
        `${engine.name}: ${size} accounts imported, ${Math.round(size / seconds)} a second, at most ${Math.round(most / 1e6)} MB of memory`,
      );
      await settle();
      const samples = await Promise.all(
        [1, 2, 3, 4, 5, 6, 7].map((part) => store.get(`a${Math.floor((size * part) / 8)}`)),
      );
      stores.push({ size, store, samples: samples.map((one) => one!) });
    }
    console.log(
      `\n| ${engine.name} | ${SIZES.map((size) => `${size}`).join(" | ")} | ratio | a page | of the list's |\n|---|${SIZES.map(() => "---:|").join("")}---:|---:|---:|`,
    );
    let list = Number.NaN;
    for (const [name, ask] of QUESTIONS) {
      const times = stores.map((): number[] => []);
      const rows = stores.map((): number[] => []);
      const pages: number[] = [];
      const [smallest, largest] = [stores[0]!, stores.at(-1)!];
      // The first rounds warm caches and statements.
      for (let round = -WARM; times[0]!.length < ROUNDS && round < 4 * ROUNDS; round++) {
        const asked = (samples: readonly AccountSummary[], limit: number) => ({
          sample: of(samples, round + WARM),
          round: round + WARM,
          limit,
        });
        const limit = await ask(smallest.store, asked(smallest.samples, PAGE));
        if (limit === 0) continue;
        const timed = async ({ store, samples }: Asking, most: number): Promise<readonly [number, number]> => {
          const began = performance.now();
          const answered = await ask(store, asked(samples, most));
          return [performance.now() - began, answered];
        };
        // Before both are asked for as many rows: either has then been asked for these words once.
        const [page] = await timed(largest, PAGE);
        if (round >= 0) pages.push(page);
        for (const [index, one] of stores.entries()) {
          const [time, answered] = await timed(one, Math.min(limit, PAGE));
          if (round < 0) continue;
          times[index]!.push(time);
          rows[index]!.push(answered);
        }
      }
      const cells = times.map(
        (one, index) => `${percentile(one, 10).toFixed(2)} (${median(one).toFixed(2)}), ${median(rows[index]!)}`,
      );
      const ratio = percentile(times.at(-1)!, 10) / percentile(times[0]!, 10);
      const page = percentile(pages, 10);
      if (Number.isNaN(list)) list = page;
      console.log(
        `| ${name} | ${cells.join(" | ")} | ${ratio.toFixed(2)} | ${page.toFixed(2)} (${median(pages).toFixed(2)}) | ${(page / list).toFixed(2)} |`,
      );
    }
    console.log(
      "Milliseconds: the fastest tenth (median), rows of the answer; ratio of the fastest tenths, largest to smallest, for the same rows; a page of fifty in the largest store, and that to a page of the list.\n",
    );
  } finally {
    await engine.close();
  }
}

function* documents(size: number) {
  for (let number = 0; number < size; number++) yield { sha256: hashOf(number), entry: async () => accountOf(number) };
}

/** The cursor that a list by name gives after this account. */
function cursorAt({ fiscalYear, department, id }: AccountSummary): string {
  return Buffer.from(JSON.stringify([fiscalYear, department, id])).toString("base64url");
}
