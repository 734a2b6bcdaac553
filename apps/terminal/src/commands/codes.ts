import {
  CLASSIFICATION_LICENCE,
  classificationCsv,
  classificationRows,
  FIRST_EDITION,
  isValid,
  LAST_EDITION,
  loadClassification,
  type Classification,
  type ClassificationEntry,
  type ClassificationScheme,
} from "@juesuan/core";
import type { Invocation } from "../command/declaration.ts";
import { textOf, wholeOf } from "../command/parse.ts";
import { columnsOf } from "../screen/columns.ts";
import { EXIT, UsageError, write, type Language } from "../streams.ts";
import { hang, pad } from "../text/width.ts";

/** How many a search lists. */
const LIMIT = 200;

/** `juesuan codes [CODE|WORDS]`: the classification of government revenue and expenditure (政府收支分类科目). */
export async function codes(invocation: Invocation): Promise<number> {
  const { positionals, streams, lang } = invocation;
  const classification = await loadClassification();
  const year = wholeOf(invocation, "year", 1949, 2999);
  const scheme = textOf(invocation, "scheme") as ClassificationScheme | undefined;
  const tree = textOf(invocation, "tree");
  const query = positionals.join(" ").trim();
  const exact = query === "" ? undefined : classification.parsePath(query, year);

  const found =
    tree === undefined
      ? (exact && [exact]) || searched(classification, query, year, scheme)
      : below(classification, tree, year);
  if (found.length === 0) {
    const [near] = tree === undefined ? classification.fuzzy(query, year, { least: 0.3 }) : [];
    const when = year === undefined ? { zh: "", en: "" } : { zh: ` ${year} 年度`, en: ` in ${year}` };
    throw new UsageError(
      `${when.zh.trim()}没有科目“${tree ?? query}”（所收年度 ${FIRST_EDITION}–${LAST_EDITION}）${near ? `，最像的是 ${near.entry.code} ${near.entry.name}` : ""}。`,
      `There is no code "${tree ?? query}"${when.en} (years known: ${FIRST_EDITION}-${LAST_EDITION})${near ? `; the closest is ${near.entry.code} ${near.entry.name}` : ""}.`,
    );
  }
  const one = tree === undefined ? exact : undefined;
  const format = textOf(invocation, "format");
  if (format === "csv") {
    // Without a question the whole list, not its classes alone.
    const entries = query === "" && tree === undefined ? all(classification, year, scheme) : found;
    await write(streams.stdout, classificationCsv(classificationRows(classification, entries)));
    await write(streams.stderr, `${CLASSIFICATION_LICENCE[lang]}\n`);
    return EXIT.clean;
  }
  if (format === "json") {
    const data = one ? detailOf(classification, one, year) : classificationRows(classification, found);
    await write(streams.stdout, `${JSON.stringify(data, undefined, 2)}\n`);
    return EXIT.clean;
  }
  const columns = columnsOf(streams);
  const lines = one
    ? pageOf(classification, one, year, columns, lang)
    : found.flatMap((entry) => lineOf(entry, columns, tree === undefined ? 0 : tree.length));
  await write(streams.stdout, `${lines.join("\n")}\n`);
  return EXIT.clean;
}

function searched(
  classification: Classification,
  query: string,
  year: number | undefined,
  scheme: ClassificationScheme | undefined,
): readonly ClassificationEntry[] {
  const entries =
    query === ""
      ? (["functional", "economic", "revenue"] as const).flatMap((each) => classification.classes(each, year))
      : classification.search(query, year, LIMIT);
  return scheme === undefined ? entries : entries.filter((entry) => entry.scheme === scheme);
}

function all(
  classification: Classification,
  year: number | undefined,
  scheme: ClassificationScheme | undefined,
): readonly ClassificationEntry[] {
  return classification.entries.filter(
    (entry) => (year === undefined || isValid(entry, year)) && (scheme === undefined || entry.scheme === scheme),
  );
}

/** A code and everything under it, in order. */
function below(classification: Classification, code: string, year: number | undefined): ClassificationEntry[] {
  const entry = classification.entry(code, year);
  const children = classification.children(code, year).flatMap((child) => below(classification, child.code, year));
  return entry ? [entry, ...children] : children;
}

function detailOf(classification: Classification, entry: ClassificationEntry, year: number | undefined) {
  const { code } = entry;
  return {
    ...entry,
    path: classification.path(code, year),
    history: classification.history(code),
    children: classification.children(code, year),
    ...classification.moves(code),
    complete: classification.isComplete(code),
    cofog: classification.cofog(code) ?? null,
  };
}

function lineOf({ code, name, from, to }: ClassificationEntry, columns: number, base: number): string[] {
  const indent = " ".repeat(base === 0 ? 0 : Math.max(0, code.length - base));
  return hang(`${indent}${pad(code, 9)}`, `${name}${spanOf(from, to)}`, columns);
}

/** The years of an entry; nothing where no bound is known. */
function spanOf(from: number | undefined, to: number | undefined): string {
  return from === undefined && to === undefined ? "" : `  ${from ?? ""}–${to ?? ""}`;
}

const EVIDENCE = {
  attested: { zh: "见于公开文件", en: "read in published documents" },
  catalogue: { zh: "据科目表", en: "from the catalogue" },
  uncertain: { zh: "措辞或年度未经证实", en: "wording or years unconfirmed" },
} as const;

function pageOf(
  classification: Classification,
  entry: ClassificationEntry,
  year: number | undefined,
  columns: number,
  lang: Language,
): string[] {
  const { code, name, from, to, evidence } = entry;
  const others = classification.history(code).filter((span) => span !== entry);
  const children = classification.children(code, year);
  const cofog = classification.cofog(code)?.division;
  const named = (other: string) => `${other} ${classification.entry(other)?.name ?? ""}`;
  const { later, earlier } = classification.moves(code);
  return [
    `${code}  ${name}${spanOf(from, to)}`,
    ...hang("  ", classification.path(code, year), columns),
    `  ${EVIDENCE[evidence][lang]}${cofog === undefined ? "" : ` · COFOG ${cofog}`}`,
    ...others.map(
      (span) => `  ${lang === "zh" ? "其他年度：" : "in other years: "}${span.name}${spanOf(span.from, span.to)}`,
    ),
    ...later.map(({ to, year: since }) => `  ${lang === "zh" ? `${since} 年起为` : `since ${since}:`} ${named(to)}`),
    ...earlier.map(
      ({ from, year: since }) => `  ${lang === "zh" ? `${since} 年前有` : `before ${since}:`} ${named(from)}`,
    ),
    ...(children.length === 0 ? [] : ["", ...children.flatMap((child) => lineOf(child, columns, code.length))]),
  ];
}
