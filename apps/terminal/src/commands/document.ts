import { examine, type Examination } from "@juesuan/readers";
import type { Invocation } from "../command/declaration.ts";
import { fileError } from "../check/entry.ts";
import { inputsOf } from "../check/inputs.ts";
import { UsageError, type Streams } from "../streams.ts";

/** The one document that a command is about, read and checked. Throws {@link UsageError} with the reason otherwise. */
export async function theDocument({ positionals, streams }: Invocation): Promise<Examination> {
  const [target, ...rest] = positionals;
  if (target === undefined || rest.length > 0) throw new UsageError("请给出一份文件。", "Name one file.");
  return readOne(target, streams);
}

/** One file, read and checked. Throws {@link UsageError} with the reason otherwise. */
export async function readOne(target: string, streams: Streams): Promise<Examination> {
  const [input] = await inputsOf([target], streams);
  if (!input) throw new UsageError(`${target} 中没有文件。`, `There is no file in ${target}.`);
  let bytes: Uint8Array;
  try {
    bytes = await input.read();
  } catch (error) {
    const { message, messageEn } = fileError(error as NodeJS.ErrnoException);
    throw new UsageError(`${target}：${message}`, `${target}: ${messageEn}`);
  }
  try {
    return await examine(bytes, { name: input.name });
  } catch (error) {
    if (!(error instanceof Error) || !("messageEn" in error)) throw error;
    throw new UsageError(`${target}：${error.message}`, `${target}: ${String(error.messageEn)}`);
  }
}
