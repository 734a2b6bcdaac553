import type { BoundFigure, FinalAccounts, NarrativeSection, SectionId } from "@juesuan/core";
import { keyText } from "@juesuan/core";
import { agrees, type Book } from "./book.ts";
import type { Correction } from "./corrections.ts";
import { textRun, type Run } from "./document.ts";
import { printed, valueOf } from "./value.ts";

/** Paragraphs in the department's own words. */
export type Answer = readonly (readonly Run[])[];

/** What departments say in words of their own, out of accounts that were read from a disclosure. */
export function answersOf(
  accounts: FinalAccounts,
  book: Book,
  corrections: readonly Correction[] = [],
): Map<string, Answer> {
  const texts = new Texts(accounts, book, corrections);
  const answers = new Map<string, Answer>();
  const set = (id: string, answer: Answer | undefined): void => {
    if (answer && answer.length > 0 && !answers.has(id)) answers.set(id, answer);
  };
  set("responsibilities", texts.of("responsibilities"));
  set("institutions", texts.of("institutions"));
  set(
    "performance",
    texts.of("performance")?.filter((runs) => !FORMULA.test(plain(runs))),
  );
  set("annex", texts.annexes());
  for (const statement of accounts.statements) {
    if (statement.type !== "comparison" || !statement.reason) continue;
    const { concept, dimensions } = statement.subject;
    const id = statement.against === "previous-year" ? "reason" : "difference";
    set(`${id}:${keyText(concept, dimensions)}`, [[textRun(clean(statement.reason).replace(/[。；，]$/, ""))]]);
  }
  for (const [name, key] of USES) {
    const paragraph =
      texts.of("three-public.detail")?.find((runs) => plain(runs).includes(name) && plain(runs).includes("主要用于")) ??
      [];
    const use = /主要用于[：:]?([^。]+?)。/.exec(plain(paragraph))?.[1];
    if (use !== undefined) set(`use:${key}`, [[textRun(use)]]);
  }
  for (const [code, use] of texts.usesOfItems()) set(`use:${code}`, [[textRun(use)]]);
  for (const [term, meaning] of texts.glossary()) set(`meaning:${term}`, [[textRun(meaning)]]);
  return answers;
}

/** The sentence of a form that its statements write. */
const FORMULA = /^根据预算绩效管理要求|^[^。]*预算绩效管理工作开展情况如下/;

const USES = [
  ["公务用车运行", "three-public{item=vehicle-running}"],
  ["接待", "three-public{item=receptions}"],
] as const;

export interface Reception {
  readonly text: string;
  /** In 万元, as printed. */
  readonly amount: string;
}

/** 公务接待明细: （3）接待…就餐费0.13万元 */
export function receptionsOf(accounts: FinalAccounts): Reception[] {
  const texts = accounts.sections.filter(({ id }) => id === "three-public.detail" || id === "three-public");
  return texts.flatMap(({ text = "" }) =>
    [...text.matchAll(/^\s*[（(]\s*\d{1,3}\s*[)）]\s*(.+?)\s*([\d.]+)\s*万元/gm)].map(
      ([, words = "", amount = ""]) => ({
        text: clean(words),
        amount,
      }),
    ),
  );
}

function plain(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** Without the marks of Markdown and the spaces that a PDF leaves between digits and characters. */
function clean(text: string): string {
  return text
    .replace(/\*\*|<\/?b>/g, "")
    .replace(/([一-龥，。；：、（）“”])\s+(?=[\d一-龥“（])/g, "$1")
    .replace(/(\d)\s+(?=[一-龥])/g, "$1")
    .trim();
}

/** Sections cut into paragraphs, with the figures in them known by what they state. */
class Texts {
  private readonly accounts: FinalAccounts;
  private readonly book: Book;
  private readonly corrected: ReadonlyMap<number, Correction>;

  constructor(accounts: FinalAccounts, book: Book, corrections: readonly Correction[]) {
    this.accounts = accounts;
    this.book = book;
    this.corrected = new Map(corrections.map((correction) => [correction.figure, correction]));
  }

  of(id: SectionId): Answer | undefined {
    const section = this.accounts.sections.find((entry) => entry.id === id);
    const text = section && this.paragraphs(section);
    if (text && text.length > 0) return text;
    const words =
      id === "responsibilities"
        ? this.accounts.department.responsibilities
        : id === "institutions"
          ? this.accounts.department.institutions
          : undefined;
    return words?.map((line) => [textRun(clean(line))]);
  }

  /** The reports appended, headings as paragraphs of their own. */
  annexes(): Answer | undefined {
    const own = this.accounts.sections.filter(({ part, level }) => part === "annexes" && level > 0);
    if (own.length === 0) return undefined;
    return own.flatMap((section) => [
      [textRun(headingOf(section))],
      ...this.paragraphs(section).filter((runs) => !/^附件\s*\d*$/.test(plain(runs))),
    ]);
  }

  usesOfItems(): (readonly [key: string, use: string])[] {
    const found: (readonly [string, string])[] = [];
    for (const section of this.accounts.sections.filter(({ id }) => id?.startsWith("general-expenditure")))
      for (const line of (section.text ?? "").split(/\n+/)) {
        const use = /主要用于[：:]?([^。]+)。/.exec(clean(line))?.[1];
        if (use === undefined) continue;
        const from = section.bodyStart + (section.text ?? "").indexOf(line);
        const item = this.accounts.figures.find(
          ({ source, dimensions }) =>
            source.start >= from && source.start <= from + line.length && dimensions.functional?.length === 7,
        );
        if (item)
          found.push([
            keyText("expenditure", {
              fund: item.dimensions.fund ?? "general",
              functional: item.dimensions.functional!,
            }),
            use,
          ]);
      }
    return found;
  }

  glossary(): (readonly [term: string, meaning: string])[] {
    const section = this.accounts.sections.find(({ id }) => id === "glossary");
    return (section?.text ?? "").split(/\n+/).flatMap((line) => {
      const match = /^\s*(?:\d+|[一二三四五六七八九十]+)\s*[.、．]\s*(.+?（项）)[：:]\s*(.+)$/.exec(line);
      // A word of another script within a sentence is a slip of the keyboard; the standard meaning stands in for it.
      if (!match || /[A-Za-z]/.test(match[2]!)) return [];
      return [[match[1]!, clean(match[2]!)] as const];
    });
  }

  private paragraphs(section: NarrativeSection): (readonly Run[])[] {
    const text = section.text ?? "";
    const figures = this.accounts.figures
      .filter(
        ({ source }) =>
          source.table === undefined &&
          source.start >= section.bodyStart &&
          source.end <= section.bodyStart + text.length,
      )
      .toSorted((a, b) => a.source.start - b.source.start);
    const found: (readonly Run[])[] = [];
    let at = 0;
    for (const line of text.split("\n")) {
      const start = section.bodyStart + at;
      at += line.length + 1;
      if (!/[\p{L}\p{N}]/u.test(line)) continue;
      if (line.includes("\t")) {
        const listed = listedIn(line);
        if (listed !== undefined) found.push([textRun(listed)]);
        continue;
      }
      const own = figures.filter(({ source }) => source.start >= start && source.end <= start + line.length);
      found.push(this.runs(line, start, own));
    }
    return found;
  }

  private runs(line: string, start: number, figures: readonly BoundFigure[]): Run[] {
    const runs: Run[] = [];
    let at = 0;
    let unit: string | undefined;
    const words = (text: string): void => {
      const from = unit === undefined ? text : text.replace(/^(\s*)(?:元|万元|亿元)/, `$1${unit}`);
      const cleaned = clean(runs.length === 0 ? from.replace(/^\s*(?:#+|[-*])\s+/, "") : from);
      if (cleaned !== "") runs.push(textRun(cleaned));
      unit = undefined;
    };
    for (const figure of figures) {
      const from = figure.source.start - start;
      if (from < at) continue;
      words(line.slice(at, from));
      at = figure.source.end - start;
      const key = keyText(figure.concept, figure.dimensions);
      const own = valueOf(figure);
      const known = figure.dimensions.measure === undefined ? this.book.get(key) : undefined;
      const correction = this.corrected.get(figure.id);
      if (own && known && known.unit === "ten-thousand-yuan" && !agrees(own, known)) {
        runs.push({ kind: "figure", text: printed(known), key, unit: known.unit });
        unit = "万元";
      } else if (correction) {
        runs.push({ kind: "figure", text: correction.to.value, key, unit: correction.to.unit });
        if (correction.to.unit === "ten-thousand-yuan") unit = "万元";
      } else runs.push({ kind: "figure", text: figure.text, key, unit: figure.unit });
    }
    words(line.slice(at));
    return runs;
  }
}

/** A row of the table of units covered as a line of a list: 2. 某中心（并入本级）; nothing for its heading. */
function listedIn(row: string): string | undefined {
  const [number = "", name = "", ...rest] = row.split("\t").map(clean);
  if (!/^\d+$/.test(number) || name === "") return undefined;
  const note = rest.filter((cell) => cell !== "").join("，");
  return `${number}. ${name}${note === "" ? "" : `（${note}）`}`;
}

function headingOf({ marker, title }: { readonly marker?: string; readonly title: string }): string {
  if (marker === undefined) return title;
  return marker.endsWith("）") ? `${marker}${title}` : `${marker}、${title}`;
}
