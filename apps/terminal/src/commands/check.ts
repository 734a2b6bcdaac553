import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Policy } from "@juesuan/core";
import { isOn, textOf, wholeOf } from "../command/parse.ts";
import type { Invocation } from "../command/declaration.ts";
import { compare, readBaseline, type Baseline } from "../check/baseline.ts";
import { inputsOf, type Input } from "../check/inputs.ts";
import { add, exitCodeOf, NOTHING, type FailOn, type Tally } from "../check/outcome.ts";
import type { Answer } from "../check/entry.ts";
import { counterOf } from "../check/counter.ts";
import type { Done } from "../check/resume.ts";
import { examineAll } from "../check/run.ts";
import { changedSince, momentOf } from "../check/since.ts";
import { errorOf } from "../check/wording.ts";
import { FORMATS } from "../formats/catalogue.ts";
import type { FormatContext } from "../formats/format.ts";
import { columnsOf } from "../screen/columns.ts";
import { UsageError, write } from "../streams.ts";
import { version } from "../version.ts";

/** `juesuan check FILE...` */
export async function check(invocation: Invocation): Promise<number> {
  const { lang, streams } = invocation;
  const name = textOf(invocation, "format") ?? "pretty";
  const format = FORMATS[name]!;
  const output = textOf(invocation, "output");
  const failOn = textOf(invocation, "fail-on") as FailOn;
  if (format.binary && output === undefined && streams.stdout.isTTY) {
    throw new UsageError(`${name} 请用 -o 写入文件。`, `Name a file for ${name} with -o.`);
  }
  const chosen = await chosenInputs(invocation);
  const done = await doneBefore(invocation, name, output);
  const inputs = done ? await (await import("../check/resume.ts")).remaining(chosen, done) : chosen;
  const policy = await chosenPolicy(invocation);
  const earlier = textOf(invocation, "baseline");
  const baseline = earlier === undefined ? undefined : await readBaseline(resolve(streams.cwd, earlier));
  const jobs = wholeOf(invocation, "jobs", 1, 256);
  const ocr = isOn(invocation, "ocr");
  const answers = compared(
    examineAll(inputs, {
      ...(policy === undefined ? {} : { policy }),
      ...(jobs === undefined ? {} : { jobs }),
      // Recognition takes seconds a page, where reading takes milliseconds.
      timeout: (wholeOf(invocation, "timeout", 1, 86_400) ?? 120) * (ocr ? 10_000 : 1000),
      wanted: {
        json: name === "json" || name === "ndjson",
        crops: name === "html" || name === "xlsx",
        ocr,
        rounding: isOn(invocation, "rounding"),
      },
    }),
    baseline,
  );

  if (name === "pretty" && output === undefined && streams.stdout.isTTY && !streams.env.CI) {
    // React and Ink are loaded for people only: a program that asks for JSON never waits for them.
    const { checkOnScreen } = await import("../check/on-screen.ts");
    const tally = await checkOnScreen(answers, inputs, { lang, rounding: isOn(invocation, "rounding"), streams });
    return exitCodeOf(tally, failOn);
  }
  const context: FormatContext = {
    lang,
    failOn,
    version: version(),
    columns: columnsOf(streams),
    rounding: isOn(invocation, "rounding"),
    compared: baseline !== undefined,
    moment: new Date(),
  };
  const writer = (await format.load())(context);
  const sink = sinkFor(invocation, name, output, done !== undefined);
  let tally: Tally = NOTHING;
  if (done)
    for (const input of chosen) if (!inputs.includes(input)) tally = add(tally, done.get(input.name)!.answer.brief);
  // What goes to the terminal shows by itself how far it is.
  const counter = output === undefined && streams.stdout.isTTY ? undefined : counterOf(streams, inputs.length, lang);
  let finished = 0;
  for await (const answer of answers) {
    tally = add(tally, answer.brief);
    await sink.write(writer.add(answer));
    await counter?.step(inputs[++finished]?.name ?? "");
    // A program reads the report; a person at its side reads why a file is missing from it.
    if (answer.brief.error && name !== "pretty") {
      await counter?.clear();
      await write(streams.stderr, `juesuan: ${answer.brief.file}：${errorOf(answer.brief, lang)}\n`);
    }
  }
  await counter?.clear();
  await sink.write(writer.finish(tally));
  await sink.end();
  return exitCodeOf(tally, failOn);
}

async function chosenInputs(invocation: Invocation): Promise<readonly Input[]> {
  const { positionals, streams } = invocation;
  if (positionals.length === 0) {
    throw new UsageError(
      "请给出要检查的文件或文件夹，或用 - 表示标准输入。",
      "Name the files or folders to check, or - for standard input.",
    );
  }
  const inputs = await inputsOf(positionals, streams);
  if (inputs.length === 0) {
    throw new UsageError("文件夹中没有可以检查的文件。", "The folders hold no file that can be checked.");
  }
  const since = textOf(invocation, "since");
  return since === undefined ? inputs : changedSince(inputs, await momentOf(since, streams.cwd, Date.now()));
}

async function* compared(answers: AsyncIterable<Answer>, baseline: Baseline | undefined): AsyncGenerator<Answer> {
  for await (const answer of answers) {
    const comparison = baseline && compare(answer.brief, baseline);
    yield comparison ? { ...answer, brief: { ...answer.brief, baseline: comparison } } : answer;
  }
}

async function chosenPolicy(invocation: Invocation): Promise<Policy | undefined> {
  const name = textOf(invocation, "policy");
  if (name === undefined) return undefined;
  const { readPolicy } = await import("../review/decisions.ts");
  const path = resolve(invocation.streams.cwd, name);
  const policy = await readPolicy(path);
  if (policy) return policy;
  throw new UsageError(`没有政策文件 ${path}。`, `There is no policy file ${path}.`);
}

async function doneBefore(
  invocation: Invocation,
  format: string,
  output: string | undefined,
): Promise<Done | undefined> {
  if (!isOn(invocation, "resume")) return undefined;
  if (format !== "ndjson" || output === undefined) {
    throw new UsageError("--resume 须与 --format ndjson -o FILE 同用。", "--resume goes with --format ndjson -o FILE.");
  }
  const { takeOver } = await import("../check/resume.ts");
  return takeOver(resolve(invocation.streams.cwd, output));
}

function sinkFor({ streams }: Invocation, format: string, output: string | undefined, resumed: boolean): Sink {
  if (output === undefined) return streamSink(streams.stdout);
  const path = resolve(streams.cwd, output);
  // A line for each document can be written as it comes, and taken up again where it was cut off.
  return format === "ndjson" ? lineSink(path, resumed) : fileSink(path);
}

interface Sink {
  write(text: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
}

const streamSink = (stream: Invocation["streams"]["stdout"]): Sink => ({
  write: async (text) => {
    if (text.length > 0) await write(stream, text);
  },
  end: async () => {},
});

/** The file is written at the end, whole: one that stood there stays until then. */
function fileSink(path: string): Sink {
  const parts: (string | Uint8Array)[] = [];
  return {
    write: async (part) => void parts.push(part),
    end: () => writeFile(path, Buffer.concat(parts.map((part) => Buffer.from(part)))),
  };
}

/** Lines go to the file as they come, whole documents each. */
function lineSink(path: string, append: boolean): Sink {
  const stream = createWriteStream(path, { flags: append ? "a" : "w" });
  return {
    write: async (text) => {
      if (text.length > 0) await write(stream, text);
    },
    end: () => new Promise((resolve, reject) => stream.on("error", reject).end(resolve)),
  };
}
