// Mutation testing of core, folder by folder: pnpm mutation [figure|verdicts|localisation|relations|classification ...]
// [--concurrency 2]. Each mutant that no test notices is listed; the share that is noticed is printed. Without a name: all.
import "./require-node.mjs";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { root } from "./lib/workspace.mjs";

const CHECKING = "packages/core/src/checking";
const CHECKING_TESTS = [`${CHECKING}/*.test.ts`, "packages/core/src/figure/*.test.ts"];

/** What is mutated, and the tests that are to notice. */
const FOLDERS = {
  figure: { mutate: ["packages/core/src/figure/*.ts"], tests: ["packages/core/src/figure/*.test.ts"] },
  verdicts: {
    mutate: [`${CHECKING}/verdict.ts`, `${CHECKING}/reading.ts`, `${CHECKING}/observe.ts`, `${CHECKING}/units.ts`],
    tests: CHECKING_TESTS,
  },
  slips: { mutate: [`${CHECKING}/slips.ts`], tests: CHECKING_TESTS },
  localisation: {
    mutate: [`${CHECKING}/network.ts`, `${CHECKING}/propagation.ts`, `${CHECKING}/localise.ts`],
    tests: CHECKING_TESTS,
  },
  relations: {
    mutate: ["packages/core/src/relations/numeric/*.ts"],
    tests: [
      "benchmarks/checking/calculations.test.ts",
      "packages/readers/src/relations.test.ts",
      ...CHECKING_TESTS,
      "packages/core/src/relations/numeric/*.test.ts",
    ],
  },
  classification: {
    mutate: [
      "packages/core/src/classification/{lookup,judge,names,entry,classification}.ts",
      "!packages/core/src/classification/generated/**",
    ],
    tests: ["packages/core/src/classification/*.test.ts"],
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: "string", default: "2" }, mutate: { type: "string" } },
});
const names = positionals.length > 0 ? positionals : Object.keys(FOLDERS);
const unknown = names.find((name) => !Object.hasOwn(FOLDERS, name));
if (unknown !== undefined) {
  console.error(`没有这一组：${unknown}。 No such group; there are: ${Object.keys(FOLDERS).join(", ")}`);
  process.exit(2);
}

const reports = join(root, "reports", "mutation");
mkdirSync(reports, { recursive: true });

/** A mutant that never comes to an end is noticed too; one whose run itself broke is not. */
const KILLED = new Set(["Killed", "Timeout"]);
const AT_LEAST = 85;
let short = false;
for (const name of names) {
  const { mutate, tests } = FOLDERS[name];
  const found = tests.filter((pattern) => pattern.includes("*") || existsSync(join(root, pattern)));
  process.env.MUTATION_TESTS = found.join(",");
  const file = join(reports, `${name}.json`);
  await new Stryker({
    mutate: values.mutate === undefined ? [...mutate, "!**/*.test.ts"] : values.mutate.split(","),
    testRunner: "in-process",
    plugins: [join(root, "scripts/lib/mutation-runner.mjs")],
    reporters: ["json"],
    jsonReporter: { fileName: file },
    concurrency: Number(values.concurrency),
    coverageAnalysis: "perTest",
    ignorePatterns: ["apps", "docs", "reports", "fuzz-failures", "**/dist", ".turbo"],
    ignoreStatic: true,
    allowEmpty: true,
    logLevel: "warn",
    fileLogLevel: "off",
    // The runner itself breaks off what comes to no end; this is for what even it cannot.
    timeoutMS: 120_000,
  }).runMutationTest();
  const { files } = JSON.parse(readFileSync(file, "utf8"));
  const all = Object.entries(files).flatMap(([path, { mutants, source }]) =>
    mutants.map((mutant) => ({ ...mutant, path, line: source.split("\n")[mutant.location.start.line - 1].trim() })),
  );
  const judged = all.filter(({ status }) => status !== "Ignored" && status !== "CompileError");
  const killed = judged.filter(({ status }) => KILLED.has(status));
  for (const { path, location, status, mutatorName, replacement, line } of judged) {
    if (KILLED.has(status)) continue;
    const words = { NoCoverage: "no test runs it", Survived: "survived" }[status] ?? "could not be judged";
    const shown = (replacement ?? "").replaceAll(/\s+/g, " ").slice(0, 60);
    console.log(`${path}:${location.start.line} ${words} ${mutatorName} → ${shown}   | ${line.slice(0, 90)}`);
  }
  const share = (100 * killed.length) / Math.max(1, judged.length);
  short ||= share < AT_LEAST;
  const endless = killed.filter(({ status }) => status === "Timeout").length;
  console.log(`\n${name}: ${killed.length}/${judged.length} = ${share.toFixed(1)}% (endless: ${endless})\n`);
}
process.exit(short ? 1 : 0);
