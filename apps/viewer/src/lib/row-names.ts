import { nameOfKey } from "@juesuan/core/names";
import { CLASS_NAMES } from "./class-names.ts";
import type { Words } from "./language.tsx";

/** What a row of several accounts is called; in English a class of spending (类) by its own name, as in an overview. */
export function rowName(key: string): Words {
  const { zh, en } = nameOfKey(key);
  const code = /^expenditure\{functional=(\d{3})\}$/.exec(key)?.[1];
  const own = code === undefined ? undefined : CLASS_NAMES[code];
  return { zh, en: own ?? en.charAt(0).toUpperCase() + en.slice(1) };
}
