import { relationOf, RELATIONS, type Relation } from "@juesuan/core";
import { examplesOf } from "@juesuan/core/examples";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { SEVERITY } from "../check/wording.ts";
import { columnsOf } from "../screen/columns.ts";
import { EXIT, UsageError, write, type Language } from "../streams.ts";
import { hang, pad, widthOf, wrap } from "../text/width.ts";

/** `juesuan explain [RELATION]` */
export async function explain(invocation: Invocation): Promise<number> {
  const { positionals, streams, lang } = invocation;
  const [word = ""] = positionals;
  const exact = relationOf(word);
  const chosen = exact ? [exact] : RELATIONS.filter((relation) => matches(relation, word));
  if (chosen.length === 0) {
    throw new UsageError(
      `没有勾稽关系“${word}”。juesuan explain 列出全部。`,
      `There is no relation "${word}". juesuan explain lists them.`,
    );
  }
  if (textOf(invocation, "format") === "json") {
    await write(streams.stdout, `${JSON.stringify(exact ? dataOf(exact) : chosen.map(dataOf), undefined, 2)}\n`);
    return EXIT.clean;
  }
  const columns = columnsOf(streams);
  const only = exact ?? (chosen.length === 1 ? chosen[0] : undefined);
  const lines = only ? pageOf(only, columns, lang) : listOf(chosen, columns, lang);
  await write(streams.stdout, `${lines.join("\n")}\n`);
  return EXIT.clean;
}

function matches({ id, title }: Relation, word: string): boolean {
  const wanted = word.toLowerCase();
  return id.includes(wanted) || title.zh.includes(wanted) || title.en.toLowerCase().includes(wanted);
}

/** The declaration without its functions: JSON leaves them out. */
const dataOf = (relation: Relation): unknown => JSON.parse(JSON.stringify(relation));

function listOf(relations: readonly Relation[], columns: number, lang: Language): string[] {
  const width = Math.max(...relations.map(({ id }) => widthOf(id)));
  return relations.flatMap(({ id, severity, title }) =>
    hang(`${pad(id, width)}  ${pad(SEVERITY[severity][lang], lang === "en" ? 7 : 4)}  `, title[lang], columns),
  );
}

const LABELS = {
  zh: {
    basis: "依据  ",
    purpose: "用意  ",
    leavesOut: "不管  ",
    threshold: "阈值  ",
    holds: "成立的例子",
    fails: "不成立的例子",
  },
  en: {
    basis: "Basis    ",
    purpose: "Purpose  ",
    leavesOut: "Leaves out  ",
    threshold: "Threshold  ",
    holds: "Holds",
    fails: "Fails",
  },
} as const;

function pageOf(relation: Relation, columns: number, lang: Language): string[] {
  const { id, title, severity, form, basis, purpose, leavesOut, thresholds = {} } = relation;
  const labels = LABELS[lang];
  const lines = [
    ...wrap(title[lang], columns),
    `${id} · ${SEVERITY[severity][lang]} · ${form}`,
    "",
    ...hang(labels.purpose, purpose[lang], columns),
    ...hang(labels.basis, basis[lang], columns),
    ...hang(labels.leavesOut, leavesOut[lang], columns),
    ...Object.entries(thresholds).flatMap(([name, threshold]) =>
      hang(`${labels.threshold}${name} = ${threshold.default}  `, threshold[lang], columns),
    ),
  ];
  for (const holds of [true, false]) {
    const shown = examplesOf(id).filter((example) => example.holds === holds);
    if (shown.length === 0) continue;
    lines.push("", holds ? labels.holds : labels.fails);
    for (const { text, message } of shown) {
      for (const line of text.split("\n")) lines.push(...hang("    ", line, columns));
      if (message !== undefined) lines.push(...hang("  → ", message, columns));
    }
  }
  return lines;
}
