import type { Classification } from "./classification.ts";
import type { ClassificationEntry } from "./entry.ts";

/** What whoever takes the lists should know: facts are free, the compilation has a licence, and it is not the official text. */
export const CLASSIFICATION_LICENCE = {
  name: "Apache-2.0",
  url: "https://www.apache.org/licenses/LICENSE-2.0",
  zh: "编码和名称是事实，可自由使用；汇编按 Apache-2.0 许可。这不是财政部的正式文本，evidence 说明每一条的来历。",
  en: "Codes and names are facts and free; the compilation is licensed under Apache-2.0. This is not the official text: evidence says how each entry is known.",
} as const;

/** One line of the list as it is given away: the entry, its parent, what it became and what became it. */
export interface ClassificationRow extends ClassificationEntry {
  readonly parent?: string;
  /** Codes that it became, and codes that became it. */
  readonly later?: readonly string[];
  readonly earlier?: readonly string[];
  /** Whether every code below it is known. */
  readonly complete?: true;
  /** The COFOG division as this project maps it. */
  readonly cofog?: string;
}

/** Entries with what else is known of them. */
export function classificationRows(
  classification: Classification,
  entries: readonly ClassificationEntry[],
): readonly ClassificationRow[] {
  return entries.map((entry) => {
    const { code } = entry;
    const { later, earlier } = classification.moves(code);
    const division = entry.scheme === "functional" ? classification.cofog(code)?.division : undefined;
    return {
      ...entry,
      ...(code.length > 3 ? { parent: code.slice(0, -2) } : {}),
      ...(later.length > 0 ? { later: later.map(({ to }) => to) } : {}),
      ...(earlier.length > 0 ? { earlier: earlier.map(({ from }) => from) } : {}),
      ...(classification.isComplete(code) ? { complete: true as const } : {}),
      ...(division === undefined ? {} : { cofog: division }),
    };
  });
}

const COLUMNS = [
  "code",
  "name",
  "level",
  "parent",
  "fund",
  "economic",
  "from",
  "to",
  "evidence",
  "earlier",
  "later",
  "complete",
  "cofog",
] as const;

/** RFC 4180, a code a line. It begins with a byte order mark: without one, Excel takes Chinese for Latin. */
export function classificationCsv(rows: readonly ClassificationRow[]): string {
  const lines = rows.map((row) =>
    COLUMNS.map((column) => {
      const value = row[column];
      const text = Array.isArray(value) ? value.join(" ") : String(value ?? "");
      return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    }).join(","),
  );
  return `\uFEFF${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}
