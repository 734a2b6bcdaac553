import { differenceOf } from "@juesuan/api/difference";
import { loadClassification } from "@juesuan/core";
import { nameOfKey } from "@juesuan/core/names";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { messageOf, SEVERITY } from "../check/wording.ts";
import { columnsOf } from "../screen/columns.ts";
import { EXIT, UsageError, write } from "../streams.ts";
import { hang } from "../text/width.ts";
import { readOne } from "./document.ts";

const WORDS = {
  zh: {
    figures: "改动的数字",
    cured: "已改正",
    new: "新增的问题",
    remaining: "仍在的问题",
    none: "没有改动。",
    nothing: "（无）",
  },
  en: {
    figures: "Figures that changed",
    cured: "Cured",
    new: "New",
    remaining: "Remaining",
    none: "Nothing changed.",
    nothing: "(none)",
  },
} as const;

/** `juesuan diff BEFORE AFTER`: exit code 0 when nothing changed, 1 when something did, as diff has it. */
export async function diff(invocation: Invocation): Promise<number> {
  const { positionals, streams, lang } = invocation;
  const [before, after, ...rest] = positionals;
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new UsageError("请给出前后两份文件。", "Name two files, before and after.");
  }
  const [{ report: was }, { report: is }] = [await readOne(before, streams), await readOne(after, streams)];
  const { figures, findings } = differenceOf(was, is);
  const changed = figures.length + findings.cured.length + findings.new.length > 0;
  if (textOf(invocation, "format") === "json") {
    await write(streams.stdout, `${JSON.stringify({ before, after, figures, findings }, undefined, 2)}\n`);
    return changed ? EXIT.found : EXIT.clean;
  }
  const words = WORDS[lang];
  const columns = columnsOf(streams);
  const lines: string[] = changed ? [] : [words.none];
  const classification = await loadClassification();
  // In words, items of the classification by their names: 2080501 tells a reader nothing.
  const named = (key: string) =>
    nameOfKey(key)[lang].replace(
      /(“?)\b([23]\d{4}(?:\d{2})?)\b(”?)/g,
      (_, open: string, code: string, close: string) =>
        open + (classification.entry(code, is.fiscalYear ?? undefined)?.name ?? code) + close,
    );
  if (figures.length > 0) lines.push(words.figures);
  for (const { key, before: old, after: now } of figures) {
    lines.push(
      ...hang(
        "  ",
        `${named(key)}  ${old.join(" / ") || words.nothing} → ${now.join(" / ") || words.nothing}`,
        columns,
      ),
    );
  }
  for (const kind of ["cured", "new", "remaining"] as const) {
    if (findings[kind].length > 0) lines.push(words[kind]);
    for (const finding of findings[kind]) {
      lines.push(...hang(`  ${SEVERITY[finding.severity].mark} `, messageOf(finding, lang), columns));
    }
  }
  await write(streams.stdout, `${lines.join("\n")}\n`);
  return changed ? EXIT.found : EXIT.clean;
}
