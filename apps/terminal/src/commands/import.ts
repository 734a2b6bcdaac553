import { examine } from "@juesuan/readers";
import { refusalToKeep } from "@juesuan/store";
import { openStore } from "@juesuan/store/node";
import { resolve } from "node:path";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { fileError } from "../check/entry.ts";
import { inputsOf, type Input } from "../check/inputs.ts";
import { EXIT, UsageError, write } from "../streams.ts";

const OUTCOMES = {
  created: { zh: "新收录", en: "new" },
  revised: { zh: "新版本", en: "new revision" },
  reread: { zh: "重新读取", en: "read anew" },
  unchanged: { zh: "未变", en: "unchanged" },
} as const;

/** `juesuan import FILE...`: one that cannot be read does not stop the others; what was stored stays stored. */
export async function importing(invocation: Invocation): Promise<number> {
  const { positionals, streams, lang } = invocation;
  const inputs = await inputsOf(positionals, streams);
  if (inputs.length === 0) throw new UsageError("请给出要收入的文件或文件夹。", "Name the files or folders to import.");
  const region = textOf(invocation, "region");
  const store = await openStore(resolve(streams.cwd, textOf(invocation, "store") ?? ".juesuan/store.sqlite"));
  let failed = 0;
  try {
    for (const input of inputs) {
      const read = await examineInput(input);
      if ("why" in read) {
        failed++;
        await write(streams.stderr, `✗ ${input.name}：${lang === "en" ? read.why.messageEn : read.why.message}\n`);
        continue;
      }
      const { id, outcome } = await store.putDocument({ ...read, ...(region === undefined ? {} : { region }) });
      const { department, fiscalYear } = read.report;
      await write(
        streams.stdout,
        `✓ ${OUTCOMES[outcome][lang]}  ${id}  ${fiscalYear ?? "?"} ${department ?? input.name}\n`,
      );
    }
  } finally {
    store.close();
  }
  return failed > 0 ? EXIT.failed : EXIT.clean;
}

async function examineInput(input: Input) {
  let bytes: Uint8Array;
  try {
    bytes = await input.read();
  } catch (error) {
    return { why: fileError(error as NodeJS.ErrnoException) };
  }
  try {
    const examination = await examine(bytes, { name: input.name });
    const refusal = refusalToKeep(examination);
    return refusal ? { why: { message: refusal.zh, messageEn: refusal.en } } : examination;
  } catch (error) {
    if (!(error instanceof Error) || !("messageEn" in error)) throw error;
    return { why: { message: error.message, messageEn: String(error.messageEn) } };
  }
}
