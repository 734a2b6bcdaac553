import { loadClassification, profileOf, type FinalAccounts, type Profile } from "@juesuan/core";
import { answersOf, receptionsOf, type Answer, type Reception } from "./texts.ts";
import { Book, bookOf } from "./book.ts";
import { compose, draftGrids } from "./compose.ts";
import { correctionsOf, type Correction } from "./corrections.ts";
import type { DraftDocument } from "./document.ts";
import { DraftError } from "./error.ts";
import { isLasting } from "./form.ts";
import type { Grid } from "../grid.ts";
import type { Value } from "./value.ts";

export interface DraftOptions {
  /** The form to follow; the one that the accounts name where absent. */
  readonly profile?: Profile;
  /** Last year's accounts of the same department, for comparisons. */
  readonly last?: FinalAccounts;
  /** What the form answers, by gap. */
  readonly answers?: ReadonlyMap<string, Answer>;
  readonly figures?: ReadonlyMap<string, Value>;
  readonly receptions?: readonly Reception[];
  readonly shares?: "each" | "forced";
  /** 公开时间, as it is printed. */
  readonly date?: string;
  /** Whose accounts, of which year: for accounts that do not say, as workbooks often do not. */
  readonly department?: string;
  readonly fiscalYear?: number;
}

export interface Draft {
  readonly document: DraftDocument;
  /** The form's tables, also those that the document holds. */
  readonly grids: readonly Grid[];
  /** Figures of the accounts that were put right. */
  readonly corrections: readonly Correction[];
  /** Last year's words for what is missing, by gap: to be taken over or written anew. */
  readonly lastWords: ReadonlyMap<string, LastWords>;
}

export interface LastWords {
  readonly text: string;
  /** They hold from year to year, as duties do; reasons do not. */
  readonly lasting: boolean;
}

/**
 * Writes the disclosure of a department's year from its accounts: every figure computed, what only the department can say
 * asked for.
 *
 * @throws DraftError for accounts without a department or a year
 */
export async function draftDisclosure(given: FinalAccounts, options: DraftOptions = {}): Promise<Draft> {
  const accounts = identified(given, options);
  const profile = options.profile ?? formOf(accounts);
  const classification = await loadClassification();
  const corrections = correctionsOf(accounts);
  const { last, figures, shares = "each", date } = options;
  const book = bookOf(accounts, {
    fundOf: (code) => classification.entry(code, accounts.fiscalYear)?.fund,
    profile,
    corrections,
    ...(last ? { last } : {}),
    ...(figures ? { figures } : {}),
  });
  const answers = new Map([...answersOf(accounts, book, corrections), ...(options.answers ?? [])]);
  const own = receptionsOf(accounts);
  const receptions = options.receptions ?? own;
  const printedNames = new Map(
    accounts.tables.flatMap(({ rows }) =>
      rows.flatMap(({ code, label }) => (code === undefined ? [] : [[code, label] as const])),
    ),
  );
  const namesOf = (code: string): string[] => {
    const found: string[] = [];
    for (let length = 3; length <= code.length; length += 2) {
      const part = code.slice(0, length);
      found.push(printedNames.get(part) ?? classification.entry(part, accounts.fiscalYear)?.name ?? part);
    }
    return found;
  };
  const known = { accounts, profile, book, namesOf };
  const grids = draftGrids(known);
  const document = compose({
    ...known,
    grids,
    answers,
    receptions,
    shares,
    ...(date === undefined ? {} : { date }),
  });
  return {
    document,
    grids,
    corrections,
    lastWords: last ? wordsOfLastYear(last, document) : new Map(),
  };
}

/** Accounts with their department and year, from wherever one of them says so. */
function identified(accounts: FinalAccounts, { department, fiscalYear, last }: DraftOptions): FinalAccounts {
  if (accounts.kind !== "final-accounts")
    throw new DraftError("这不是部门决算，不能据此编写决算公开。", "These are no final accounts.");
  const name =
    department ??
    accounts.department.name ??
    accounts.tables.find((table) => table.department !== undefined)?.department ??
    last?.department.name;
  const year = fiscalYear ?? accounts.fiscalYear ?? (last?.fiscalYear === undefined ? undefined : last.fiscalYear + 1);
  if (name === undefined || name === "")
    throw new DraftError(
      "没有部门名称：请在表格中注明编制单位，或另行给出（--department）。",
      "The accounts name no department: say which one (--department).",
    );
  if (year === undefined)
    throw new DraftError(
      "没有决算年度：请另行给出（--year）。",
      "The accounts name no fiscal year: say which one (--year).",
    );
  return { ...accounts, department: { ...accounts.department, name }, fiscalYear: year };
}

/** The form that the accounts follow; the national one where theirs is not known. */
function formOf({ profile }: FinalAccounts): Profile {
  return (profile === "unknown" ? undefined : profileOf(profile)) ?? profileOf("national")!;
}

function wordsOfLastYear(last: FinalAccounts, { gaps }: DraftDocument): Map<string, LastWords> {
  // This year's amounts have no business in last year's words.
  const words = answersOf(last, new Book(new Map(), new Map(), []));
  return new Map(
    gaps.flatMap(({ id }) => {
      const answer = words.get(id);
      if (!answer) return [];
      const text = answer.map((runs) => runs.map((run) => run.text).join("")).join("\n");
      return [[id, { text, lasting: isLasting(id) }] as const];
    }),
  );
}
