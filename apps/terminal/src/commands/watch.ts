import { watch as watchPath } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Invocation } from "../command/declaration.ts";
import { isOn, textOf } from "../command/parse.ts";
import { inputsOf } from "../check/inputs.ts";
import { add, NOTHING } from "../check/outcome.ts";
import { documentLines } from "../check/pretty.ts";
import { examineAll } from "../check/run.ts";
import { summaryOf } from "../check/wording.ts";
import { columnsOf } from "../screen/columns.ts";
import { readPolicy } from "../review/decisions.ts";
import { EXIT, UsageError, write } from "../streams.ts";

/** An editor writes a file in several steps: the check waits until nothing happened for this long. */
const QUIET_MS = 300;

/** `juesuan watch FILE`: checks again at every save, until Ctrl-C. */
export async function watch(invocation: Invocation): Promise<number> {
  const { positionals, streams } = invocation;
  const [target, ...rest] = positionals;
  if (target === undefined || rest.length > 0)
    throw new UsageError("请给出一个文件或文件夹。", "Name one file or folder.");
  const path = resolve(streams.cwd, target);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`没有 ${path}。`, `There is no ${path}.`);

  await checkOnce(target, invocation);
  // Editors replace a file by another of its name: its folder is what stays.
  const folder = found.isDirectory() ? path : dirname(path);
  const changes = watchPath(folder, { recursive: found.isDirectory() });
  return new Promise((done) => {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> | undefined;
    const again = () => {
      if (running) return void (timer = setTimeout(again, QUIET_MS));
      running = checkOnce(target, invocation).finally(() => (running = undefined));
    };
    changes.on("change", (_, name) => {
      if (!found.isDirectory() && name !== basename(path)) return;
      clearTimeout(timer);
      timer = setTimeout(again, QUIET_MS);
    });
    process.once("SIGINT", () => {
      clearTimeout(timer);
      changes.close();
      done(EXIT.clean);
    });
  });
}

async function checkOnce(target: string, invocation: Invocation): Promise<void> {
  const { streams, lang } = invocation;
  const file = textOf(invocation, "policy");
  const policy = file === undefined ? undefined : await readPolicy(resolve(streams.cwd, file));
  const options = {
    lang,
    columns: columnsOf(streams),
    color: Boolean(streams.stdout.isTTY) && !streams.env.NO_COLOR,
    rounding: isOn(invocation, "rounding"),
  };
  if (streams.stdout.isTTY) await write(streams.stdout, "\u001b[2J\u001b[3J\u001b[H");
  let tally = NOTHING;
  const inputs = await inputsOf([target], streams);
  for await (const { brief } of examineAll(inputs, { ...(policy ? { policy } : {}), timeout: 120_000, wanted: {} })) {
    tally = add(tally, brief);
    await write(streams.stdout, `${documentLines(brief, options).join("\n")}\n\n`);
  }
  const time = new Date().toTimeString().slice(0, 8);
  await write(streams.stdout, `${time} ${summaryOf(tally, lang)}\n`);
}
