/**
 * What list, search and the rest cost at 1,000, 10,000 and 100,000 accounts, as ratios to what they cost at the first, on
 * SQLite and on PostgreSQL. The stores stand side by side and are asked turn by turn, so that a busy machine slows all
 * of them alike.
 *
 *     node --conditions=juesuan-source benchmarks/api/scale.ts [SQLite|PostgreSQL] [1000,10000,100000]
 */
import { importAll, type AccountSummary, type Store } from "@juesuan/store";
import { accountOf, hashOf } from "./accounts.ts";
import { postgresql, sqlite, type Engine } from "./engines.ts";
import { median, percentile } from "./times.ts";

const [chosen, sizes = "1000,10000,100000"] = process.argv.slice(2);
const SIZES = sizes.split(",").map(Number);
const ROUNDS = 60;

const QUESTIONS: readonly (readonly [string, (store: Store, sample: AccountSummary) => Promise<unknown>])[] = [
  ["list, first page", (store) => store.list({ limit: 50 })],
  ["list, a page in the middle", (store, sample) => store.list({ limit: 50, cursor: cursorAt(sample) })],
  ["search: a word of most (支出)", (store) => store.list({ q: "支出", limit: 50 })],
  ["search: a word of many (养老)", (store) => store.list({ q: "养老", limit: 50 })],
  ["search: a sentence of many (办公用房搬迁)", (store) => store.list({ q: "办公用房搬迁", limit: 50 })],
  ["search: one department by name", (store, sample) => store.list({ q: sample.department, limit: 50 })],
  ["search: kind and place (教育局 四川)", (store) => store.list({ q: "教育局 四川", limit: 50 })],
  [
    "filter: division, class, findings",
    (store) => store.list({ division: "51", functional: "208", severity: "error" }),
  ],
  ["facets of all", (store) => store.facets()],
  ["facets of a search", (store) => store.facets({ q: "养老" })],
  ["sums by class, of all", (store) => store.aggregate({ by: "functional" })],
  ["sums by class, of a prefecture", (store) => store.aggregate({ by: "functional", division: "5104" })],
  ["peers and outliers", (store, sample) => store.outliers(sample.id)],
  ["one account", (store, sample) => store.get(sample.id)],
];

for (const open of [async () => sqlite(process.env.JUESUAN_BENCHMARK), postgresql]) {
  if (chosen && open !== postgresql && chosen !== "SQLite") continue;
  if (chosen && open === postgresql && chosen !== "PostgreSQL") continue;
  await measure(await open());
}

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
      `\n| ${engine.name} | ${SIZES.map((size) => `${size}`).join(" | ")} | ratio |\n|---|${SIZES.map(() => "---:|").join("")}---:|`,
    );
    for (const [name, ask] of QUESTIONS) {
      const times = stores.map((): number[] => []);
      for (let round = 0; round < ROUNDS; round++) {
        for (const [index, { store, samples }] of stores.entries()) {
          const sample = samples[round % samples.length]!;
          const began = performance.now();
          await ask(store, sample);
          // The first rounds warm caches and statements.
          if (round >= 5) times[index]!.push(performance.now() - began);
        }
      }
      const cells = times.map((one) => `${median(one).toFixed(2)} (${percentile(one, 99).toFixed(1)})`);
      const ratio = median(times.at(-1)!) / median(times[0]!);
      console.log(`| ${name} | ${cells.join(" | ")} | ${ratio.toFixed(2)} |`);
    }
    console.log("Milliseconds: median (99th percentile); ratio of the medians, largest to smallest.\n");
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
