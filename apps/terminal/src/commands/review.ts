import { loadClassification } from "@juesuan/core";
import { createElement } from "react";
import { render } from "ink";
import { resolve } from "node:path";
import type { Invocation } from "../command/declaration.ts";
import { textOf, wholeOf } from "../command/parse.ts";
import { inputsOf } from "../check/inputs.ts";
import { examineAll } from "../check/run.ts";
import { titleOf } from "../check/wording.ts";
import { decisionsOf, readPolicy, subjectOf, withDecisions, writePolicy } from "../review/decisions.ts";
import { ReviewScreen } from "../review/screen.tsx";
import { measuresOf } from "../review/measures.ts";
import { initialState, type ReviewDocument } from "../review/state.ts";
import { EXIT, UsageError, write } from "../streams.ts";
import { truncate } from "../text/width.ts";

/** `juesuan review FILE...`: findings one after the other, each decided with a key and a reason. */
export async function review(invocation: Invocation): Promise<number> {
  const { streams, lang, positionals } = invocation;
  if (!streams.stdout.isTTY || !streams.stdin.isTTY) {
    throw new UsageError(
      "review 需要终端；给程序用请用 juesuan check --format json。",
      "review needs a terminal; programs use juesuan check --format json.",
    );
  }
  const inputs = await inputsOf(positionals, streams);
  if (inputs.length === 0) throw new UsageError("请给出要核对的文件或文件夹。", "Name the files or folders to review.");
  const file = textOf(invocation, "policy") ?? "juesuan-policy.json";
  const by = textOf(invocation, "by") ?? streams.env.USER;
  // A policy that cannot be read is said before anybody waits for the documents.
  const policy = await readPolicy(resolve(streams.cwd, file));

  const classification = await loadClassification();
  const documents: ReviewDocument[] = [];
  const jobs = wholeOf(invocation, "jobs", 1, 256);
  for await (const { brief, document, blamed } of examineAll(inputs, {
    ...(jobs === undefined ? {} : { jobs }),
    timeout: 120_000,
    wanted: { document: true },
  })) {
    const measures = measuresOf(blamed ?? [], brief.fiscalYear ?? undefined, classification, lang);
    documents.push({ brief, ...(document ? { document } : {}), measures });
    const progress = ` ${documents.length}/${inputs.length} ${titleOf(brief, lang)}`;
    await write(streams.stderr, `\r\u001b[K${truncate(progress, (streams.stdout.columns ?? 80) - 1)}`);
  }
  await write(streams.stderr, "\r\u001b[K");

  const subjects = documents.flatMap(({ brief }) => brief.findings.map((finding) => subjectOf(brief, finding)));
  const screen = render(
    createElement(ReviewScreen, {
      initial: initialState(documents, decisionsOf(policy, subjects), { file, ...(by ? { by } : {}) }),
      lang,
      color: !streams.env.NO_COLOR,
      save: async (name, decided) => {
        const path = resolve(streams.cwd, name);
        await writePolicy(path, withDecisions(await readPolicy(path), decided, subjects));
        return decided.size;
      },
    }),
    {
      stdout: streams.stdout as NodeJS.WriteStream,
      stdin: streams.stdin as NodeJS.ReadStream,
      alternateScreen: true,
      // A terminal was made sure of above; Ink by itself would draw nothing until the end where CI is set.
      interactive: true,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  );
  await screen.waitUntilExit();
  return EXIT.clean;
}
