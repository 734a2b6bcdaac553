import { readDocument } from "@juesuan/readers";
import { draftToHtml } from "@juesuan/writers";
import { randomAccounts } from "../disclosures/accounts.ts";
import { toHtml } from "../disclosures/html.ts";
import { Random } from "../disclosures/random.ts";
import { writeShanghai } from "../disclosures/shanghai.ts";
import { writeSichuan } from "../disclosures/sichuan.ts";
import { randomDraft } from "../roundtrip/law.ts";
import type { Mistake } from "../seeding/mistake.ts";
import { CORPUS_MISTAKES } from "../seeding/mistakes.ts";
import { ofPage, STYLE, type Original } from "../seeding/originals.ts";
import type { Replacement } from "../seeding/page.ts";
import { FORMATS, type Format } from "./formats.ts";

/** A mistake that was put into a file, told in words that any checker's report can be held against. */
export interface SeededError {
  /** The kind, `cell: digits swapped`. */
  readonly kind: string;
  /** What stands in the file, and what should stand there; `wrong` is empty for what was taken out. */
  readonly wrong: string;
  readonly right: string;
  /** The words around it as they stand in the file, white space removed; empty for what was taken out. */
  readonly context: string;
  /** Where `wrong` begins in `context`. */
  readonly at: number;
  /** For what was taken out: how a report would name it. */
  readonly names?: string;
  readonly section?: string;
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
}

export interface CorpusFile {
  readonly file: string;
  readonly form: string;
  readonly fiscalYear: number;
  readonly format: Format;
  readonly department: string;
  readonly errors: readonly SeededError[];
}

export interface Manifest {
  readonly version: 1;
  readonly seed: number;
  readonly files: readonly CorpusFile[];
}

/** How many letters of context tell a place from others like it. */
const AROUND = 24;

const KINDS = Object.keys(CORPUS_MISTAKES);
/** Of every six documents one is true, so that false alarms count. */
const TRUE_ONE_IN = 6;
const MOST_MISTAKES = 3;

/** A true disclosure as a web page. */
interface Written {
  readonly html: string;
  readonly department: string;
  readonly fiscalYear: number;
}

/**
 * Each form in its turn: two in the hand of the reading benchmark, which sets codes, zeros and line numbers in many ways,
 * and the others as the writers set them.
 */
const FORMS: Readonly<
  Record<string, (seed: number, fiscalYear: number, random: Random) => Written | Promise<Written>>
> = {
  shanghai: (seed, fiscalYear, random) => {
    const codes = random.chance(0.5) ? "split" : "joined";
    const zeros = random.chance(0.3) ? "zero" : "blank";
    const written = writeShanghai({ ...randomAccounts(seed), fiscalYear }, { codes, zeros });
    return { ...written, html: toHtml(written, STYLE) };
  },
  sichuan: (seed, fiscalYear, random) => {
    const codes = random.chance(0.5) ? "split" : "joined";
    const setting = { codes, lineNumbers: random.chance(0.5), axis: "used" } as const;
    const written = writeSichuan({ ...randomAccounts(seed), fiscalYear }, setting);
    return { ...written, html: toHtml(written, STYLE) };
  },
  national: drafted("national"),
  yunnan: drafted("yunnan"),
  shaanxi: drafted("shaanxi"),
};

function drafted(profile: string): (seed: number) => Promise<Written> {
  return async (seed) => {
    const { document } = await randomDraft(seed, profile);
    return { html: draftToHtml(document), department: document.department, fiscalYear: document.fiscalYear };
  };
}

/** Disclosures of every form, year and format in turn, with known mistakes; the same seed gives the same files. */
export async function* generateCorpus(
  seed: number,
  count: number,
): AsyncGenerator<CorpusFile & { readonly bytes: Uint8Array }> {
  const forms = Object.keys(FORMS);
  const formats = Object.keys(FORMATS) as Format[];
  for (let index = 0; index < count; index++) {
    const random = new Random(seed * 7919 + index);
    const form = forms[index % forms.length]!;
    const format = formats[Math.floor(index / forms.length) % formats.length]!;
    const written = await FORMS[form]!(seed * 10_007 + index, 2023 + (index % 3), random);
    const original = await ofPage(form, new TextEncoder().encode(written.html), true);
    const chosen = index % TRUE_ONE_IN === TRUE_ONE_IN - 1 ? [] : mistakesFor(original, random, index);
    const replaced = chosen.flatMap(({ mistake }) => mistake.replaced);
    const rows = chosen.flatMap(({ mistake }) => mistake.rows);
    const page = await readDocument(original.edited({ replaced, rows }));
    yield {
      file: `${String(index + 1).padStart(4, "0")}-${form}-${written.fiscalYear}.${format}`,
      form,
      fiscalYear: written.fiscalYear,
      format,
      department: written.department,
      errors: chosen.map(({ kind, mistake }) => seeded(kind, mistake, original, replaced)),
      bytes: FORMATS[format](page),
    };
  }
}

interface Chosen {
  readonly kind: string;
  readonly mistake: Mistake;
}

/** One to three mistakes in different paragraphs and tables; every kind has its turn. */
function mistakesFor(original: Original, random: Random, index: number): Chosen[] {
  const wanted = 1 + random.integer(0, MOST_MISTAKES - 1);
  const chosen: Chosen[] = [];
  for (let tries = 0; chosen.length < wanted && tries < 8 * wanted; tries++) {
    const kind = tries === 0 ? KINDS[index % KINDS.length]! : random.pick(KINDS);
    const mistake = CORPUS_MISTAKES[kind]!(original, random);
    if (mistake && !chosen.some((other) => isNear(other.mistake, mistake, original))) chosen.push({ kind, mistake });
  }
  return chosen;
}

function isNear(one: Mistake, other: Mistake, { document }: Original): boolean {
  const blocks = (mistake: Mistake): number[] => [
    ...mistake.replaced.flatMap(({ start, end }) =>
      document.blocks.flatMap((block, index) => (block.start <= end && start <= block.end ? [index] : [])),
    ),
    ...mistake.rows.map(({ table }) => document.blocks.indexOf(table)),
  ];
  const taken = new Set(blocks(one));
  return blocks(other).some((index) => taken.has(index));
}

const bare = (text: string): string => text.replaceAll(/\s/g, "");

function seeded(
  kind: string,
  mistake: Mistake,
  { document, disclosure }: Original,
  all: readonly Replacement[],
): SeededError {
  const [first] = mistake.replaced;
  if (!first || mistake.names !== undefined)
    return {
      kind,
      wrong: "",
      right: mistake.names ?? mistake.what,
      context: "",
      at: 0,
      names: mistake.names ?? mistake.what,
    };
  const place = disclosure.figures.find(({ source }) => source.start === first.start)?.source;
  const block = document.blocks.find(({ start, end }) => start <= first.start && first.end <= end);
  const from = Math.max(block?.start ?? 0, first.start - AROUND);
  const to = Math.min(block?.end ?? document.text.length, first.end + AROUND);
  const { section, table, row, column } = place ?? {};
  return {
    kind,
    wrong: first.text,
    right: document.text.slice(first.start, first.end),
    context: bare(edited(document.text, from, to, all)),
    at: bare(
      edited(
        document.text,
        from,
        first.start,
        all.filter((one) => one !== first),
      ),
    ).length,
    ...(section === undefined ? {} : { section }),
    ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  };
}

/** A stretch of the text with the edits that fall into it. */
function edited(text: string, from: number, to: number, all: readonly Replacement[]): string {
  let result = "";
  let reached = from;
  for (const { start, end, text: words } of all.toSorted((one, other) => one.start - other.start)) {
    if (start < reached || end > to) continue;
    result += text.slice(reached, start) + words;
    reached = end;
  }
  return result + text.slice(reached, to);
}
