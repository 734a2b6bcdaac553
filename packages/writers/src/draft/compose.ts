import {
  chineseNumber,
  conceptOf,
  ECONOMIC_ITEMS,
  FUNCTIONAL_CLASSES,
  isEconomicItemOf,
  parseKey,
  PERSONNEL_CLASSES,
  PUBLIC_CLASSES,
  statementsOf,
  stretchesOf,
  tableOf,
  type Chart,
  type FinalAccounts,
  type GlossaryTerm,
  type PartId,
  type Profile,
  type ProfileSection,
  type SectionStatement,
  type StatementSet,
  type TableBlock,
} from "@juesuan/core";
import { tableGrid, type Grid, type GridCell, type GridSource } from "../grid.ts";
import type { Book } from "./book.ts";
import {
  textRun,
  type ContentsLine,
  type DraftBlock,
  type DraftChart,
  type DraftDocument,
  type Gap,
  type Run,
  toldApart,
} from "./document.ts";
import type { Answer, Reception } from "./texts.ts";
import { printed, printedInTable } from "./value.ts";
import { Writer } from "./writer.ts";

export interface GridsOptions {
  readonly accounts: FinalAccounts;
  readonly profile: Profile;
  readonly book: Book;
  /** Class, group and item of a functional code. */
  readonly namesOf: (code: string) => readonly string[];
}

export interface ComposeOptions extends GridsOptions {
  /** The form's tables, as `draftGrids` sets them. */
  readonly grids: readonly Grid[];
  readonly answers: ReadonlyMap<string, Answer>;
  readonly receptions: readonly Reception[];
  readonly shares: "each" | "forced";
  /** 公开时间 */
  readonly date?: string;
}

/** Sections that the heading 其他重要事项 stands over where a form has it before them. */
const OTHER_MATTERS = new Set(["operating-costs", "procurement", "state-assets", "performance"]);

const ECONOMIC = new Map(ECONOMIC_ITEMS.map(([code, name]) => [code, name]));

/** The whole disclosure of a form: cover, contents, overview, narrative, glossary, annexes and tables in the form's order. */
export function compose(options: ComposeOptions): DraftDocument {
  return new Composition(options).document();
}

class Composition {
  private readonly options: ComposeOptions;
  private readonly statements;
  private readonly writer: Writer;
  private readonly department: string;
  private readonly year: number;
  private readonly blocks: DraftBlock[] = [];
  private readonly contents: ContentsLine[] = [];

  constructor(options: ComposeOptions) {
    this.options = options;
    this.statements = statementsOf(options.profile.id);
    this.department = options.accounts.department.name ?? "";
    this.year = options.accounts.fiscalYear ?? 0;
    const { book, answers, receptions, namesOf, shares } = options;
    this.writer = new Writer({
      department: this.department,
      fiscalYear: this.year,
      statements: this.statements,
      book,
      answers,
      receptions,
      namesOf,
      economicNames: (group) => this.economicNames(group),
      shares,
    });
  }

  document(): DraftDocument {
    const { profile, date } = this.options;
    const lines = this.statements.cover.map((line) => this.words(line));
    for (const [index, { id, titles }] of profile.parts.entries()) this.part(id, index + 1, titles[0]!);
    return {
      department: this.department,
      fiscalYear: this.year,
      profile: profile.id,
      title: `${this.department}${this.year}年度部门决算`,
      blocks: [
        { kind: "cover", lines, ...(date === undefined ? {} : { date }) },
        { kind: "contents", entries: this.contents },
        ...this.blocks,
      ],
      gaps: toldApart([...this.writer.gaps.values()]),
    };
  }

  private part(id: PartId, number: number, _title: string): void {
    const text = `第${chineseNumber(number)}部分 ${this.words(this.statements.parts[id])}`;
    const anchor = `part-${number}`;
    this.blocks.push({ kind: "part", text, anchor });
    this.contents.push({ level: 0, text, anchor });
    if (id === "tables" || id === "appended-tables") this.tables();
    else if (id === "glossary") this.glossary(text);
    else if (id === "annexes") this.annexes(text);
    else this.sections(id);
  }

  private sections(part: PartId): void {
    const own = this.options.profile.sections.filter((section) => section.part === part);
    let number = 0;
    let below = 0;
    for (const [index, section] of own.entries()) {
      const over = own.slice(0, index);
      const isBelow =
        section.id.includes(".") || (OTHER_MATTERS.has(section.id) && over.some(({ id }) => id === "other-matters"));
      if (isBelow) below++;
      else {
        number++;
        below = 0;
      }
      const title = isBelow
        ? `（${chineseNumber(below)}）${section.titles[0]}`
        : `${chineseNumber(number)}、${section.titles[0]}`;
      const anchor = `section-${section.id}`;
      this.blocks.push({ kind: "heading", level: isBelow ? 2 : 1, text: title, anchor });
      if (!isBelow) this.contents.push({ level: 1, text: title, anchor });
      const hasParts = own.some(({ id }) => id.startsWith(`${section.id}.`));
      if (!hasParts) this.section(section, title);
    }
  }

  private section({ id }: ProfileSection, title: string): void {
    this.writer.section = title;
    for (const statement of this.statements.sections[id] ?? []) this.statement(statement);
  }

  private statement(statement: SectionStatement): void {
    if (statement.when !== undefined && !this.writer.holds(statement.when)) return;
    if ("chart" in statement) {
      const chart = this.chart(statement.chart);
      if (chart) this.blocks.push({ kind: "chart", chart });
    } else if ("paragraphs" in statement) {
      for (const item of this.writer.items(statement.paragraphs))
        this.paragraph(this.writer.write(statement.text, item));
    } else {
      const answered = this.writer.answered(statement.text);
      if (answered) for (const runs of answered) this.paragraph(runs);
      else this.paragraph(this.writer.write(statement.text));
    }
  }

  private paragraph(runs: readonly Run[]): void {
    if (runs.length > 0) this.blocks.push({ kind: "paragraph", runs });
  }

  /** A chart of what is known; a structure of one part alone says nothing. */
  private chart({ id, title, shows }: Chart): DraftChart | undefined {
    const { book } = this.options;
    if ("years" in shows) {
      const [before, now] = [book.previous(shows.years), book.get(shows.years)];
      if (!before || !now) return undefined;
      const point = (year: number, value: typeof now) => ({
        label: `${year}年`,
        text: printed(value),
        ticks: value.ticks,
      });
      return {
        id,
        title,
        kind: "columns",
        name: shows.name,
        points: [point(this.year - 1, before), point(this.year, now)],
      };
    }
    const points = this.writer.items(shows.parts).flatMap(({ name, key }) => {
      const value = book.get(key);
      return value && value.ticks > 0
        ? [{ label: name.replace(/支出决算$|决算$/, ""), text: printed(value), ticks: value.ticks }]
        : [];
    });
    return points.length === 0 ? undefined : { id, title, kind: "pie", name: title, points };
  }

  /** Terms that the disclosure uses, then the functional items that it names. */
  private glossary(section: string): void {
    this.writer.section = section;
    const { answers } = this.options;
    const isUsed = ({ when }: GlossaryTerm): boolean =>
      when === undefined || when.some((condition) => this.writer.holds(condition));
    const terms = this.statements.glossary
      .filter(isUsed)
      .filter(
        ({ when }) =>
          when === undefined ||
          when.every((condition) => !("some" in condition) || this.options.book.get(condition.some) !== undefined),
      )
      .map(({ term, meaning }) => ({ term, meaning }));
    const split = terms.findIndex(({ term }) => term === "基本支出");
    const items = this.options.book.codes
      .filter((code) => code.length === 7)
      .map((code) => {
        const names = this.options.namesOf(code);
        const path = names.map((name, level) => `${name}（${["类", "款", "项"][level]}）`).join("");
        const known = [...answers].find(
          ([id]) => id.startsWith("meaning:") && isSame(id.slice("meaning:".length), path),
        );
        return {
          term: path,
          meaning:
            known?.[1].flatMap((runs) => runs.map(({ text }) => text)).join("") ??
            `反映${names.at(-1) ?? code}方面的支出。`,
        };
      });
    const all = split < 0 ? [...terms, ...items] : [...terms.slice(0, split), ...items, ...terms.slice(split)];
    for (const [index, { term, meaning }] of all.entries())
      this.paragraph([textRun(`${index + 1}${this.statements.itemMark}${term}：${meaning}`)]);
  }

  private annexes(section: string): void {
    this.writer.section = section;
    for (const runs of this.writer.answered("{ask annex}")!) this.paragraph(runs);
  }

  private tables(): void {
    for (const [index, grid] of this.options.grids.entries()) {
      const text = `${chineseNumber(index + 1)}、${grid.title}`;
      const anchor = `table-${grid.table}`;
      this.contents.push({ level: 1, text, anchor });
      const cells = grid.rows.flat().filter((cell) => cell.missing === true).length;
      const missing = cells === 0 && isWithoutParts(grid) ? "分项" : cells === 0 ? undefined : `${cells}格`;
      if (missing === undefined) this.blocks.push({ kind: "table", grid, anchor });
      else {
        const gap: Gap = {
          id: `table:${grid.table}`,
          kind: "table",
          label: `${grid.title}（缺${missing}）`,
          section: grid.title,
        };
        this.writer.gaps.set(gap.id, gap);
        this.blocks.push({ kind: "table", grid, anchor, gap });
      }
    }
  }

  private economicNames(group: string): readonly string[] {
    const { book, accounts } = this.options;
    const classes = group === "personnel" ? PERSONNEL_CLASSES : PUBLIC_CLASSES;
    const spent = [...ECONOMIC].filter(
      ([code]) =>
        code.length === 5 &&
        classes.includes(code.slice(0, 3)) &&
        (book.get(`expenditure{fund=general,economic=${code},nature=basic}`)?.ticks ?? 0) !== 0,
    );
    if (spent.length > 0) return spent.map(([, name]) => name);
    return accounts.statements.flatMap((statement) =>
      statement.type === "named-item" && statement.list === group ? [statement.name] : [],
    );
  }

  private words(text: string): string {
    return stretchesOf(text)
      .map((stretch) =>
        typeof stretch === "string"
          ? stretch
          : stretch.verb === "department"
            ? this.department
            : stretch.verb === "year"
              ? String(this.year)
              : "",
      )
      .join("");
  }
}

/** The tables of a form, filled from the book; cells that nothing is known of are marked. */
export function draftGrids({ accounts, profile, book, namesOf }: GridsOptions): Grid[] {
  const classes = new Map(FUNCTIONAL_CLASSES.map(([code, name]) => [code, name]));
  const source: GridSource = {
    department: accounts.department.name ?? "",
    functional: book.codes.map((code) => ({ code, name: namesOf(code).at(-1) ?? classes.get(code) ?? code })),
    economicName: (code) => ECONOMIC.get(code),
    isOfYear: (code) => isEconomicItemOf(code, accounts.fiscalYear),
    figure: (key) => {
      const value = book.get(key);
      return value && printedInTable(value);
    },
    isMissing: (key) => book.get(key) === undefined && !isUnplanned(key),
  };
  return profile.tables.flatMap(({ table, titles, number, owed }) => {
    const declaration = tableOf(table);
    if (!declaration || owed === false) return [];
    const grid = tableGrid(declaration, source, { axis: "used", title: titles[0]!, number });
    return [{ ...grid, rows: grid.rows.map((row) => row.map((cell) => staged(cell, statementsOf(profile.id).stage))) }];
  });
}

/** 预算数 of a table is the budget that the form's narrative speaks of. */
function staged(cell: GridCell, stage: StatementSet["stage"]): GridCell {
  return cell.key === undefined ? cell : { ...cell, key: cell.key.replace("stage=budget", `stage=${stage}`) };
}

/** A whole that is something, of which not one part is known: its rows, or the columns that stand for codes. */
function isWithoutParts(grid: Grid): boolean {
  const declaration = tableOf(grid.table);
  const block = declaration?.blocks[0];
  if (!block || block.rows.kind !== "classification") return false;
  const printed = grid.rows.flat().filter(({ key, text }) => key !== undefined && text !== "");
  if (printed.length === 0) return false;
  const hasRows = printed.some(({ key }) => new RegExp(`[{,]${schemeOf(block)}=`).test(key!));
  const hasColumns = !block.columnAxis || printed.some(({ key }) => key!.includes("economic="));
  return !hasRows || !hasColumns;
}

function schemeOf({ rows }: TableBlock): string {
  return rows.kind === "classification" ? rows.scheme : "";
}

/** Counts are not budgeted: their cells under 预算数 hold nothing. */
function isUnplanned(key: string): boolean {
  const { concept, dimensions } = parseKey(key);
  return dimensions.stage !== undefined && conceptOf(concept)?.kind === "count";
}

const bare = (path: string): string => path.replaceAll("支出（类）", "（类）");

/** 社会保障和就业（类） and 社会保障和就业支出（类） are one class. */
function isSame(left: string, right: string): boolean {
  return bare(left) === bare(right);
}
