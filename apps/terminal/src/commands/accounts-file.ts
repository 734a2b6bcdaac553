import {
  assembleAccounts,
  finalAccountsSchema,
  type Disclosure,
  type FinalAccounts,
  type ReadDocument,
} from "@juesuan/core";
import { examine } from "@juesuan/readers";
import { UsageError, type Streams } from "../streams.ts";
import { bytesOf, readable } from "./document.ts";

/** Typed accounts out of a file: juesuan's own JSON, a workbook, or any disclosure that can be read. */
export async function accountsOf(target: string, streams: Streams): Promise<FinalAccounts> {
  return (await accountsIn(target, streams)).accounts;
}

/** The same, with the document itself where the file is one: it has what no typed account holds, its tables as printed. */
export async function accountsIn(
  target: string,
  streams: Streams,
): Promise<{ readonly accounts: FinalAccounts; readonly document?: ReadDocument }> {
  const bytes = await bytesOf(target, streams);
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  if (first !== 0x7b) {
    const { accounts, document } = await readable(target, () => examine(bytes, { name: target }));
    if (accounts.refusal)
      throw new UsageError(`${target}：${accounts.refusal.zh}`, `${target}: ${accounts.refusal.en}`);
    return { accounts, document };
  }
  const value = parsed(bytes, target);
  // What `export --to json` writes has its figures, not yet arranged.
  const isDisclosure = typeof value === "object" && value !== null && !("format" in value) && "figures" in value;
  const { success, data, error } = finalAccountsSchema.safeParse(arranged(value, isDisclosure));
  if (success) return { accounts: data };
  const [issue] = error.issues;
  const where = issue?.path.join(".") ?? "";
  throw new UsageError(
    `${target} 不是 juesuan 的账（${where}：${issue?.message ?? ""}）。`,
    `${target} holds no accounts of juesuan's (${where}: ${issue?.message ?? ""}).`,
  );
}

function arranged(value: unknown, isDisclosure: boolean): unknown {
  if (!isDisclosure) return value;
  try {
    return assembleAccounts(value as Disclosure);
  } catch {
    // Not a disclosure either: the schema says what is wrong with it.
    return value;
  }
}

function parsed(bytes: Uint8Array, target: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new UsageError(`${target} 不是有效的 JSON：${why}`, `${target} is no valid JSON: ${why}`);
  }
}
