// How well and how fast the checker works, on disclosures that never were:
//
//   node --conditions=juesuan-source benchmarks/checking/index.ts [--clean 10000] [--slips 100] [--unique 10] [--json]
//
// `clean`: consistent disclosures, on which every error is false. `slips`: injections of each kind. `unique`: injections of
// each kind for which the linear program also says whether any other single figure could be wrong instead.
import { parseArgs } from "node:util";
import { evaluate, NUMERIC_RELATIONS } from "@juesuan/core";
import { Random } from "../disclosures/random.ts";
import { finish, measured, say } from "../measures.ts";
import { Bound, programOf } from "./bound.ts";
import { costOfRows, costOfThirteenTables } from "./cost.ts";
import { generate, type GenerateOptions } from "./generate.ts";
import { both, SLIPS, type Injected } from "./inject.ts";
import { contextOf, score } from "./score.ts";

const { values } = parseArgs({
  options: {
    clean: { type: "string", default: "10000" },
    slips: { type: "string", default: "100" },
    unique: { type: "string", default: "10" },
    json: { type: "boolean", default: false },
  },
});

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);

function clean(count: number): void {
  const told = { errors: 0, warnings: 0, strict: 0, byHand: 0, byHandWarnings: 0, figures: 0 };
  const worst: number[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const once = contextOf(generate(seed).disclosure);
    told.figures += once.disclosure.figures.length;
    const { problems } = evaluate(once, NUMERIC_RELATIONS);
    if (problems.some(({ severity }) => severity === "error")) {
      told.errors++;
      worst.push(seed);
    }
    if (problems.some(({ severity }) => severity === "warning")) told.warnings++;
    const strict = evaluate(once, NUMERIC_RELATIONS, { strict: true });
    if (strict.problems.some(({ severity }) => severity === "error")) told.strict++;
    if (seed % 5 === 0) {
      const byHand = evaluate(contextOf(generate(seed, { addsPrinted: true }).disclosure), NUMERIC_RELATIONS);
      if (byHand.problems.some(({ severity }) => severity === "error")) told.byHand++;
      if (byHand.problems.some(({ severity }) => severity === "warning")) told.byHandWarnings++;
    }
  }
  measured({
    id: "false-errors",
    zh: "没有错误的决算中误报的份数",
    en: "true disclosures with a false error",
    kind: "count",
    value: told.errors,
    better: "less",
    samples: count,
  });
  say(`\nClean disclosures: ${count}, ${Math.round(told.figures / count)} figures each`);
  say(
    `  with a false error            ${told.errors}${worst.length > 0 ? ` (seeds ${worst.slice(0, 5).join(", ")})` : ""}`,
  );
  say(`  with a false error, strictly  ${told.strict}`);
  say(`  with a warning                ${told.warnings}`);
  say(
    `Tables added up by hand from rounded parts: ${Math.floor(count / 5)}, false errors ${told.byHand}, warnings ${told.byHandWarnings}`,
  );
}

interface Tally {
  done: number;
  detectable: number;
  proven: number;
  differs: number;
  found: number;
  first: number;
  among: number;
  sure: number;
  right: number;
  milliseconds: number;
}

function row(name: string, tally: Tally): string {
  const { done, detectable, proven, differs, found, first, among, sure, right, milliseconds } = tally;
  return [
    name.padEnd(34),
    percent(detectable, done),
    percent(proven, detectable),
    String(differs),
    percent(found, detectable),
    percent(first, found),
    percent(among, found),
    percent(sure, found),
    percent(right, sure),
    (milliseconds / Math.max(1, done)).toFixed(1),
  ]
    .map((text, index) => (index === 0 ? text : text.padStart(10)))
    .join("");
}

const HEAD = [
  "slip".padEnd(34),
  ...["possible", "proven", "differ", "found", "top-1", "top-set", "sure", "right", "ms"].map((text) =>
    text.padStart(10),
  ),
].join("");

function tallied(bound: Bound, inject: (seed: number) => Injected | undefined, count: number): Tally {
  const tally: Tally = {
    done: 0,
    detectable: 0,
    proven: 0,
    differs: 0,
    found: 0,
    first: 0,
    among: 0,
    sure: 0,
    right: 0,
    milliseconds: 0,
  };
  for (let seed = 1; tally.done < count && seed <= 6 * count; seed++) {
    const injected = inject(seed);
    if (!injected) continue;
    tally.done++;
    const result = score(injected);
    tally.milliseconds += result.milliseconds;
    const detectable = !bound.admits(programOf(contextOf(injected.disclosure), NUMERIC_RELATIONS));
    if (detectable !== result.proven) tally.differs++;
    if (!detectable) continue;
    tally.detectable++;
    if (result.proven) tally.proven++;
    if (!result.found) continue;
    tally.found++;
    if (result.first) tally.first++;
    if (result.among) tally.among++;
    if (!result.sure) continue;
    tally.sure++;
    if (result.first) tally.right++;
  }
  return tally;
}

function slips(bound: Bound, count: number): void {
  say(`
Slips: ${count} of each kind. possible: no numbers that round to the print satisfy every relation (linear programming).
proven: of those, seen by the engine; differ: cases where engine and bound disagree, either way.
found: told as error or warning in everyday use; top-1, top-set: blamed first, among the blamed; sure: one culprit named; right: rightly.`);
  say(HEAD);
  const names = Object.keys(SLIPS);
  const total: Tally[] = [];
  for (const [name, inject] of Object.entries(SLIPS)) {
    const tally = tallied(bound, (seed) => inject(generate(seed), new Random(seed + 7777)), count);
    total.push(tally);
    say(row(name, tally));
  }
  const all = added(total);
  say(row("all single slips", all));
  measured({
    id: "proven",
    zh: "可查的差错（线性规划证明），引擎查出的",
    en: "slips that linear programming proves detectable, proven by the engine",
    kind: "share",
    value: all.proven / Math.max(1, all.detectable),
    better: "more",
    samples: all.detectable,
    slack: 0.01,
  });
  measured({
    id: "told",
    zh: "可查的差错，日常核对时报出的",
    en: "the same, told in everyday use",
    kind: "share",
    value: all.found / Math.max(1, all.detectable),
    better: "more",
    samples: all.detectable,
    slack: 0.02,
  });
  measured({
    id: "right",
    zh: "只指认一个错处的，指认得对的",
    en: "where one culprit is named, rightly",
    kind: "share",
    value: all.right / Math.max(1, all.sure),
    better: "more",
    samples: all.sure,
    slack: 0.01,
  });
  const pairs = tallied(
    bound,
    (seed) => {
      const random = new Random(seed + 9999);
      const [first, second] = [random.pick(names), random.pick(names)];
      return both(SLIPS[first]!, SLIPS[second]!)(generate(seed), random);
    },
    2 * count,
  );
  say(row("two slips of any kind", pairs));
}

function added(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) =>
      Object.fromEntries(
        Object.entries(sum).map(([name, value]) => [name, value + tally[name as keyof Tally]]),
      ) as unknown as Tally,
  );
}

/** Whether some other figure alone could be wrong instead: only such figures can be, as stand in a relation with it. */
function isUnique(bound: Bound, injected: Injected): boolean {
  const [culprit] = injected.figures;
  const context = contextOf(injected.disclosure);
  const program = programOf(context, NUMERIC_RELATIONS);
  const keys = new Set<string>();
  const own = program.observations.find(({ figure }) => figure === culprit)?.key;
  for (const instance of program.instances) {
    const terms =
      instance.form === "linear" ? instance.terms : [instance.result, ...instance.numerator, ...instance.denominator];
    if (!terms.some(({ key }) => key === own)) continue;
    for (const { key } of terms) keys.add(key);
  }
  for (const { key, figure } of program.observations) {
    if (figure === undefined || figure === culprit || !keys.has(key)) continue;
    if (bound.admits(program, new Set([figure]))) return false;
  }
  return true;
}

function uniqueness(bound: Bound, count: number): void {
  const small: GenerateOptions = { items: 3, form: 1 };
  let unique = 0;
  let named = 0;
  let claimed = 0;
  let done = 0;
  for (const [, inject] of Object.entries(SLIPS)) {
    let own = 0;
    for (let seed = 1; own < count && seed < 6 * count; seed++) {
      const injected = inject(generate(seed, small), new Random(seed + 5555));
      if (injected?.figures.length !== 1) continue;
      const program = programOf(contextOf(injected.disclosure), NUMERIC_RELATIONS);
      if (bound.admits(program)) continue;
      own++;
      done++;
      const result = score(injected);
      if (isUnique(bound, injected)) {
        unique++;
        if (result.first) named++;
        if (result.first && result.sure) claimed++;
      }
    }
  }
  say(`\nWhere linear programming says that no other single figure could be wrong: ${unique} of ${done} slips`);
  say(`  blamed first ${percent(named, unique)}, named as the only culprit ${percent(claimed, unique)}`);
}

function costs(): void {
  const cost = costOfThirteenTables(25);
  say(`\nThirteen tables and the narrative: ${cost.figures} figures, ${cost.cells} cells (processor time)`);
  say(`  JSON.parse and decoding  ${cost.decode.toFixed(1)} ms`);
  say(
    `  numeric relations        ${cost.relations.toFixed(1)} ms  (${(cost.relations / cost.decode).toFixed(2)} of decoding)`,
  );
  say(
    `  the whole report         ${cost.report.toFixed(1)} ms  (${(cost.report / cost.decode).toFixed(2)} of decoding)`,
  );
  const times = [
    [
      "relations",
      "核对全部数值关系，与解析其 JSON 之比",
      "all numeric relations, to parsing and decoding the JSON",
      cost.relations,
    ],
    ["report", "整份报告，与解析其 JSON 之比", "the whole report, to parsing and decoding the JSON", cost.report],
  ] as const;
  for (const [id, zh, en, time] of times)
    measured({ id, zh, en, kind: "ratio", value: time / cost.decode, better: "less", samples: 25 });
  say("One table, growing:");
  let before: number | undefined;
  for (const rows of [10, 100, 1_000, 10_000]) {
    const time = costOfRows(rows, rows > 1_000 ? 3 : 9);
    say(
      `  ${String(rows).padStart(6)} rows  ${time.toFixed(2).padStart(8)} ms${before === undefined ? "" : `  ×${(time / before).toFixed(1)}`}`,
    );
    before = time;
  }
}

const bound = await Bound.load();
costs();
slips(bound, Number(values.slips));
uniqueness(bound, Number(values.unique));
clean(Number(values.clean));
finish("checking");
