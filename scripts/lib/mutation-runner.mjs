// A test runner for Stryker that loads the tests once and runs them in its own process for every mutant: no start of a worker
// and no loading of modules per mutant, which is what takes the time. Tests must be ones that leave nothing behind, which is
// seen to: whatever a mutant fails must pass again without it.
import { globSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";

const TESTS = new URL("mutation-tests.mjs", import.meta.url).href;

/** What Stryker's instrumented code reads and writes. */
const NAMESPACE = "__stryker__";

/** What a test may take of the processor, in milliseconds, or so many times what it takes without a mutant. */
const LIMIT = 2000;
const TIMES = 20;
const ENDLESS = "comes to no end";
const RUNNING = "__running__";
/** Run as a script of its own, a test that never comes to an end can be broken off. */
const CALL = new Script(`globalThis.${RUNNING}()`);

/** Where the sources of our packages are in this copy; the workspace's links lead out of it. */
function sourceOf(specifier) {
  const [, name, rest = ""] = /^@juesuan\/([^/]+)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  const folder = join(process.cwd(), "packages", name);
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return pathToFileURL(join(folder, exports[`.${rest}`]["juesuan-source"])).href;
}

class InProcessRunner {
  namespace = (globalThis[NAMESPACE] ??= {});
  tests = [];
  took = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    registerHooks({
      resolve(specifier, context, next) {
        const url = specifier === "vitest" ? TESTS : sourceOf(specifier);
        return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
      },
    });
    const { takeCollected } = await import(TESTS);
    for (const pattern of process.env.MUTATION_TESTS.split(",")) {
      for (const file of globSync(pattern)) {
        await import(pathToFileURL(join(process.cwd(), file)).href);
        this.tests.push(...takeCollected().map(({ name, run }) => ({ id: `${file}: ${name}`, file, run })));
      }
    }
  }

  /** What went wrong, if anything. Endless is what has used up its processor time, however busy the machine is. */
  async run({ id, run }) {
    const limit = Math.max(LIMIT, TIMES * (this.took.get(id) ?? Infinity));
    for (let patience = limit; ; patience *= 2) {
      const before = process.cpuUsage();
      try {
        globalThis[RUNNING] = run;
        await CALL.runInThisContext(Number.isFinite(patience) ? { timeout: Math.ceil(patience) } : {});
        return undefined;
      } catch (error) {
        if (error?.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT")
          return error instanceof Error ? error.message : String(error);
        const { user, system } = process.cpuUsage(before);
        if ((user + system) / 1000 >= limit) return ENDLESS;
      }
    }
  }

  async dryRun() {
    const { namespace } = this;
    namespace.activeMutant = undefined;
    const tests = [];
    for (const test of this.tests) {
      const { id, file } = test;
      namespace.currentTestId = id;
      const start = performance.now();
      const before = process.cpuUsage();
      const failure = await this.run(test);
      const timeSpentMs = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      this.took.set(id, (user + system) / 1000);
      const result = { id, name: id, fileName: join(process.cwd(), file), timeSpentMs };
      tests.push(
        failure === undefined
          ? { ...result, status: TestStatus.Success }
          : { ...result, status: TestStatus.Failed, failureMessage: failure },
      );
    }
    namespace.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    const { namespace } = this;
    const wanted = testFilter && new Set(testFilter);
    // Quick ones first: most mutants fail in the first test or two.
    const tests = this.tests
      .filter(({ id }) => !wanted || wanted.has(id))
      .toSorted((a, b) => (this.took.get(a.id) ?? 0) - (this.took.get(b.id) ?? 0));
    let nrOfTests = 0;
    for (const test of tests) {
      nrOfTests++;
      Object.assign(namespace, { hitCount: 0, hitLimit, activeMutant: activeMutant.id });
      const failure = await this.run(test);
      const endless = failure === ENDLESS || (hitLimit !== undefined && namespace.hitCount > hitLimit);
      namespace.activeMutant = undefined;
      if (endless) return { status: MutantRunStatus.Timeout, reason: ENDLESS };
      if (failure === undefined) continue;
      const again = await this.run(test);
      if (again !== undefined)
        throw new Error(`${test.id} leaves something behind: it fails without the mutant too: ${again}`);
      return { status: MutantRunStatus.Killed, killedBy: [test.id], failureMessage: failure, nrOfTests };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
