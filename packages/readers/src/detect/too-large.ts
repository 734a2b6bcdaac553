import { ReadError } from "../errors.ts";

/** The error for a file that passes one of the limits. */
export function tooLarge(what: string, whatEn: string): ReadError {
  return new ReadError("too-large", `文件超出读取上限：${what}`, `The file exceeds a reading limit: ${whatEn}`);
}
