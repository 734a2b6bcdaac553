// Mutated files of every format, for as long as one likes: pnpm fuzz [--seconds 60] [--first 0] [--seeds FOLDER].
// What breaks is kept in fuzz-failures/ with the number that makes it again. Exit code 1 when something broke.
import "./require-node.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { campaign } from "../packages/readers/src/fuzz/campaign.test.support.ts";
import { seeds } from "../packages/readers/src/fuzz/seeds.test.support.ts";
import { root } from "./lib/workspace.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string" },
    first: { type: "string" },
    runs: { type: "string" },
    seeds: { type: "string" },
  },
});
const folder = join(root, "fuzz-failures");
const all = seeds(values.seeds);
console.log(`种子 seeds: ${all.map(({ name }) => name).join(", ")}`);
const { runs, read, refused, failures, slowest, memory } = await campaign({
  seeds: all,
  first: Number(values.first ?? 0),
  ...(values.runs === undefined ? { budget: Number(values.seconds ?? 60) * 1000 } : { runs: Number(values.runs) }),
  limit: 60_000,
  onFailure: ({ number, seed, said }, bytes) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${number}-${seed}`), bytes);
    console.log(`\n✗ ${number} ${seed}: ${said}`);
  },
});
const mega = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
console.log(
  `${runs} 个输入 inputs: ${read} 个读出 read, ${[...refused].map(([code, count]) => `${count} ${code}`).join(", ")}`,
);
console.log(
  `最慢 slowest: ${(slowest.milliseconds / 1000).toFixed(1)} s (${slowest.number}); 内存 memory: ${mega(memory.early)} → ${mega(memory.late)}`,
);
console.log(`${failures.length} 个失败 failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
