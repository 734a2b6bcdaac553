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
  const bytes = await bytesOf(target, streams);
  return readable(target, () => examine(bytes, { name: target }));
}

/** The bytes of one file. Throws {@link UsageError} with the reason otherwise. */
export async function bytesOf(target: string, streams: Streams): Promise<Uint8Array> {
  const [input] = await inputsOf([target], streams);
  if (!input) throw new UsageError(`${target} 中没有文件。`, `There is no file in ${target}.`);
  try {
    return await input.read();
  } catch (error) {
    const { message, messageEn } = fileError(error as NodeJS.ErrnoException);
    throw new UsageError(`${target}：${message}`, `${target}: ${messageEn}`);
  }
}

/** What a reader says it cannot read becomes a {@link UsageError} with the file's name. */
export async function readable<T>(target: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error) || !("messageEn" in error)) throw error;
    throw new UsageError(`${target}：${error.message}`, `${target}: ${String(error.messageEn)}`);
  }
}
