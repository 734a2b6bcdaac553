import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Examine } from "@juesuan/api";
import { examineAll, type Entry } from "../check/entries.ts";
import { inputsOf, type Input } from "../check/inputs.ts";
import { exitCodeOf, tallyOf, type FailOn } from "../check/outcome.ts";
import { documentLines } from "../check/pretty.ts";
import { summaryOf } from "../check/wording.ts";
import { UsageError, write, type Language, type Streams } from "../streams.ts";

const FORMATS = ["pretty", "json", "ndjson"] as const;
const FAIL_ON = ["error", "warning", "never"] as const;
const LANGUAGES = ["zh", "en"] as const;

/** Lines stay readable where the terminal is wider, and fit the classic 80 where nobody says how wide it is. */
const WIDEST = 110;

/** `juesuan check FILE...` */
export async function check(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: "string", short: "f", default: "pretty" },
      lang: { type: "string", default: "zh" },
      "fail-on": { type: "string", default: "error" },
      policy: { type: "string" },
      rounding: { type: "boolean", default: false },
    },
  });
  const format = oneOf("--format", values.format, FORMATS);
  const lang: Language = oneOf("--lang", values.lang, LANGUAGES);
  const failOn: FailOn = oneOf("--fail-on", values["fail-on"], FAIL_ON);
  if (positionals.length === 0) {
    throw new UsageError("请给出要检查的文件或文件夹，或用 - 表示标准输入。", "Name the files or folders to check, or - for standard input.");
  }
  const policy = values.policy === undefined ? undefined : await readPolicy(resolve(streams.cwd, values.policy));
  const inputs = await inputsOf(positionals, streams);
  if (inputs.length === 0) {
    throw new UsageError("文件夹中没有可以检查的文件。", "The folders hold no file that can be checked.");
  }

  const { examine } = await import("@juesuan/readers");
  const checkOne: Examine = (bytes, options) => examine(bytes, { ...options, ...(policy === undefined ? {} : { policy }) });
  const entries = examineAll(inputs, checkOne);
  const all: Entry[] = [];

  if (format === "ndjson") {
    for await (const entry of entries) {
      all.push(entry);
      await write(streams.stdout, `${JSON.stringify(entry)}\n`);
    }
  } else if (format === "json") {
    for await (const entry of entries) all.push(entry);
    await write(streams.stdout, `${JSON.stringify(reportOf(all), undefined, 2)}\n`);
  } else if (streams.stdout.isTTY && !streams.env.CI) {
    all.push(...(await onScreen(entries, inputs, lang, values.rounding, streams)));
  } else {
    const options = { lang, columns: columnsOf(streams), color: false, rounding: values.rounding };
    for await (const entry of entries) {
      all.push(entry);
      await write(streams.stdout, `${documentLines(entry, options).join("\n")}\n\n`);
    }
    await write(streams.stdout, `${summaryOf(tallyOf(all), lang)}\n`);
  }
  return exitCodeOf(tallyOf(all), failOn);
}

async function onScreen(entries: AsyncIterable<Entry>, inputs: readonly Input[], lang: Language, rounding: boolean, streams: Streams) {
  // React and Ink are loaded for people only: a program that asks for JSON never waits for them.
  const [{ render }, { createElement }, { CheckScreen }] = await Promise.all([import("ink"), import("react"), import("../check/screen.tsx")]);
  const all: Entry[] = [];
  const screen = render(
    createElement(CheckScreen, {
      entries,
      total: inputs.length,
      lang,
      columns: columnsOf(streams),
      color: !streams.env.NO_COLOR,
      rounding,
      nameOf: (index) => inputs[index]?.name ?? "",
      onDone: (done) => all.push(...done),
    }),
    { stdout: streams.stdout as NodeJS.WriteStream, patchConsole: false },
  );
  await screen.waitUntilExit();
  return all;
}

function reportOf(documents: readonly Entry[]) {
  const { documents: count, errors, warnings, unreadable } = tallyOf(documents);
  return { documents, summary: { documents: count, errors, warnings, unreadable } };
}

const columnsOf = ({ stdout, env }: Streams) => Math.min(WIDEST, Math.max(20, stdout.columns ?? (Number(env.COLUMNS) || 80)));

function oneOf<const T extends readonly string[]>(option: string, value: string, allowed: T): T[number] {
  if (allowed.includes(value)) return value;
  throw new UsageError(`${option} 只能是 ${allowed.join("、")}，不能是“${value}”。`, `${option} is one of ${allowed.join(", ")}, not "${value}".`);
}

async function readPolicy(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as unknown;
  } catch (error) {
    const why = (error as Error).message;
    throw new UsageError(`无法读取规则文件 ${path}：${why}`, `The policy file ${path} cannot be read: ${why}`);
  }
}
