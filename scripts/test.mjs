// Every check of the repository, one after the other. One that fails does not stop the rest: whoever reads the end of a
// long run wants all that is wrong. The last line counts the tests that ran, and the steps that failed without being
// tests: `N passed, N failed`. The exit code is that of the first step that failed.
import "./require-node.mjs";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provideChromium } from "./lib/chromium.mjs";
import { environment, root, run } from "./lib/workspace.mjs";

/** Far beyond what a slow machine needs: a test run that takes longer hangs. */
const LIMIT_MS = 900_000;

const results = mkdtempSync(join(tmpdir(), "juesuan-test-"));
const counts = { passed: 0, failed: 0 };
/** Tests that failed and then passed: each is a race in the product or in the test, to be told, not to be lost. */
const secondTries = [];

/** Adds what a test runner wrote in vitest's JSON form; says whether it had written anything. */
function count(file) {
  if (!existsSync(file)) return false;
  const written = JSON.parse(readFileSync(file, "utf8"));
  counts.passed += written.numPassedTests ?? 0;
  counts.failed += written.numFailedTests ?? 0;
  for (const { assertionResults } of written.testResults ?? [])
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === "passed" && failureMessages.length > 0)
        secondTries.push(`${fullName}\n    ${failureMessages[0].split("\n", 3).join("\n    ")}`);
  // A file that does not even load has no tests to count, and must not look like a success.
  counts.failed += (written.testResults ?? []).filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  return true;
}

async function unitTests() {
  const file = join(results, "unit.json");
  const code = await run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], {
    limit: LIMIT_MS,
  });
  count(file);
  return code;
}

async function browserTests() {
  const manifest = JSON.parse(readFileSync(join(root, "apps", "viewer", "package.json"), "utf8"));
  if (!manifest.scripts?.e2e) {
    console.log("apps/viewer 没有 e2e 脚本，跳过。 apps/viewer has no e2e script: skipped.");
    return 0;
  }
  const chromium = await provideChromium();
  if (!chromium) return 1;
  const file = join(results, "browser.json");
  const code = await run("pnpm", ["--filter", "@juesuan/viewer", "run", "e2e"], {
    env: { ...environment, CHROMIUM_PATH: chromium, JUESUAN_TEST_RESULTS: file },
    limit: LIMIT_MS,
  });
  // The script writes vitest's JSON to JUESUAN_TEST_RESULTS; one that does not counts as one test.
  if (!count(file)) counts[code === 0 ? "passed" : "failed"]++;
  return code;
}

const STEPS = [
  // pnpm under CI runs scripts on a stale lockfile with a mere warning, so it is checked by name.
  ["锁文件 lockfile", () => run("pnpm", ["install", "--frozen-lockfile", "--lockfile-only", "--reporter=silent"])],
  ["许可 licences", () => run(process.execPath, ["scripts/licences.mjs"])],
  ["静态检查 lint", () => run("oxlint", [])],
  ["格式 format", () => run("oxfmt", ["--check"])],
  ["类型与构建 types and build", () => run("turbo", ["run", "build", "--continue", "--output-logs=errors-only"])],
  ["边界 boundaries", () => run(process.execPath, ["scripts/boundaries.mjs"])],
  ["能否发布 packaging", () => run(process.execPath, ["scripts/packaging.mjs"])],
  ["文档站 docs site", () => run("pnpm", ["run", "site"])],
  ["单元测试 unit tests", unitTests],
  ["浏览器端到端测试 end-to-end tests", browserTests],
];

const only = process.argv.slice(2).filter((argument) => argument !== "--");
const chosen = only.length === 0 ? STEPS : STEPS.filter(([name]) => only.some((word) => name.includes(word)));
let exitCode = 0;
const broken = [];
for (const [index, [name, step]] of chosen.entries()) {
  console.log(`\n[${index + 1}/${chosen.length}] ${name}`);
  const started = performance.now();
  const before = counts.failed;
  const code = await step();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code === 0) {
    console.log(`通过（${seconds} 秒） ok`);
    continue;
  }
  console.log(`失败（退出码 ${code}，${seconds} 秒） failed`);
  broken.push(name);
  exitCode ||= code;
  // A step that is no test run counts as one thing that failed.
  if (counts.failed === before) counts.failed++;
  // Ctrl-C means all of it.
  if (code === 130) break;
}
if (secondTries.length > 0)
  console.log(`\n第二次才通过，请查明原因 Passed only at the second try, find out why:\n  ${secondTries.join("\n  ")}`);
if (broken.length > 0) console.log(`\n失败的步骤 Failed steps: ${broken.join("；")}`);
rmSync(results, { recursive: true });
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = exitCode;
