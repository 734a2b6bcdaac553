import { createHash } from "node:crypto";
import type { DocumentReport } from "@juesuan/store";
import { isUnreadable, type Examine } from "@juesuan/api";
import type { Input } from "./inputs.ts";

/** A document of the report. One that could not be read, or is no disclosure of final accounts, says why in `error`. */
export interface Entry extends DocumentReport {
  readonly error?: { readonly code: string; readonly message: string; readonly messageEn: string };
}

/** Reads and checks one input after the other. A broken one becomes an entry with its error; the rest go on. */
export async function* examineAll(inputs: readonly Input[], examine: Examine): AsyncGenerator<Entry> {
  for (const input of inputs) {
    let bytes: Uint8Array;
    try {
      bytes = await input.read();
    } catch (error) {
      yield unread(input.name, "", fileError(error as NodeJS.ErrnoException));
      continue;
    }
    yield await examineOne(input.name, bytes, examine);
  }
}

async function examineOne(name: string, bytes: Uint8Array, examine: Examine): Promise<Entry> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  try {
    const { report, disclosure } = await examine(bytes, { name });
    const { refusal } = disclosure;
    if (!refusal) return { ...report, file: name };
    return { ...report, file: name, error: { code: "not-final-accounts", message: refusal.zh, messageEn: refusal.en } };
  } catch (error) {
    if (isUnreadable(error)) return unread(name, sha256, { code: error.code, message: error.message, messageEn: error.messageEn });
    // A fault of this program: said as such, and still no reason to stop the others.
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return unread(name, sha256, {
      code: "internal",
      message: `处理时程序出错，请报告此问题：${what}`,
      messageEn: `The program failed on this file; please report it: ${what}`,
    });
  }
}

function unread(file: string, sha256: string, error: NonNullable<Entry["error"]>): Entry {
  return {
    file,
    sha256,
    kind: "other",
    department: null,
    fiscalYear: null,
    profile: "unknown",
    unit: "ten-thousand-yuan",
    figures: { printed: 0, bound: 0, unbound: 0 },
    facts: [],
    unbound: [],
    findings: [],
    error,
  };
}

function fileError(error: NodeJS.ErrnoException): NonNullable<Entry["error"]> {
  switch (error.code) {
    case "ENOENT":
      return { code: "no-such-file", message: "没有这个文件。", messageEn: "There is no such file." };
    case "EACCES":
    case "EPERM":
      return { code: "not-permitted", message: "没有读取此文件的权限。", messageEn: "Reading this file is not permitted." };
    default:
      return { code: "read-failed", message: `读取失败：${error.message}`, messageEn: `Reading failed: ${error.message}` };
  }
}
