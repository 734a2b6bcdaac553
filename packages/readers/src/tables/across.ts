import { columnIdAt, normaliseLabel, type Stage } from "@juesuan/core";
import { columnIdOf } from "./columns.ts";
import type { Fit, MatchedBlock } from "./fit.ts";
import type { Grid } from "./grid.ts";
import type { Part } from "./parts.ts";

// Where columns were inferred from how texts stand, the sums across rows tell whether each was found: 本年支出 = 基本支出 +
// 项目支出 + … holds in nearly every row of a true table, whatever faults it has, and in nearly none under strange headings.

/** So many sums must break before anything is made of them, and so many times as many as hold. */
const LEAST_BROKEN = 3;
const TIMES = 2;
const FAILING = 2;
/** Each term was rounded to a hundredth. */
const ROUNDED = 1n;

/** How many sums across the rows of a table hold, and how many do not. */
interface Tally {
  readonly held: number;
  readonly broken: number;
  /** Of the sums of its form, those that hold in no row and break in several. */
  readonly failing: number;
}

/** Whether the sums across the rows of a table say that its amounts stand under other headings than their own. */
export function sumsBreak(part: Part, fit: Fit): boolean {
  const { held, broken, failing } = tallyOf(part, fit);
  // A total that none of two rows bears out: a table of two rows has no third to break.
  return (broken >= LEAST_BROKEN && broken > TIMES * held) || failing > 0;
}

/** Whether the headings of two columns stand over one: 财政拨款收入 | 本年收入合计. Others are then shifted too. */
export function hasTwoHeadings({ blocks }: Fit): boolean {
  return blocks.some(({ declared, columns }) => {
    const parents = new Set(declared.columns.flatMap(({ heading }) => heading.slice(0, -1)).map(normaliseLabel));
    const own = new Set(
      declared.columns
        .map(({ heading }) => normaliseLabel(heading.at(-1) ?? ""))
        .filter((name) => name.length >= LONG_NAME && !parents.has(name)),
    );
    return columns.some(({ printed: { path } }) => path.filter((words) => own.has(normaliseLabel(words))).length > 1);
  });
}

/** 小计 and 合计 stand under many headings. */
const LONG_NAME = 4;

/** Whether they say of a table some cells of which cannot be read that the others can be. */
export function sumsHold(part: Part, fit: Fit): boolean {
  const { held, broken } = tallyOf(part, fit);
  return held > 0 && broken < LEAST_BROKEN;
}

/** Whether they confirm every column of a table: the sums of its rows hold, or no row has a second column to mistake. */
export function isConfirmed(part: Part, fit: Fit): boolean {
  const { held, broken } = tallyOf(part, fit);
  if (held > 0) return broken * SELDOM <= held;
  return (
    broken === 0 &&
    fit.blocks.every(({ columns, rows }) => {
      const filled = columns.filter(({ printed: { index: column } }) =>
        rows.some(({ index }) => hundredthsAt(part.grid, index, column) !== 0n),
      );
      return filled.length <= 1;
    })
  );
}

/** A true table breaks a sum by a slip of the pen now and then. */
const SELDOM = 4;

function tallyOf(part: Part, { blocks }: Fit): Tally {
  let [held, broken, failing] = [0, 0, 0];
  for (const block of blocks) {
    const places = new Map<string, number>();
    for (const column of block.columns) {
      const id = columnIdOf(column);
      if (id !== undefined) places.set(id, column.printed.index);
    }
    for (const { total, of, less, isWhole } of sumsOf(block, places)) {
      const before = { held, broken };
      for (const { index } of block.rows) {
        const at = (id: string): bigint | undefined => hundredthsAt(part.grid, index, places.get(id)!);
        const whole = at(total);
        const parts = of.map(at);
        const others = less.map(at);
        const terms = [whole, ...parts, ...others];
        if (terms.includes(undefined) || terms.every((term) => term === 0n)) continue;
        const off = sum(parts) - sum(others) - whole!;
        if ((off < 0n ? -off : off) <= ROUNDED * BigInt(terms.length)) held++;
        // Some of its terms are at most the whole.
        else if (isWhole || off > 0n) broken++;
      }
      if (held === before.held && broken >= before.broken + FAILING) failing++;
    }
  }
  return { held, broken, failing };
}

interface OwedSum {
  readonly total: string;
  readonly of: readonly string[];
  readonly less: readonly string[];
  /** Whether all its terms are printed. */
  readonly isWhole: boolean;
}

/** The sums that the printed columns owe, those of a column for each code among them. */
function sumsOf({ declared, columns }: MatchedBlock, places: ReadonlyMap<string, number>): OwedSum[] {
  const isKnown = (id: string): boolean => places.has(id);
  const stages = new Set(columns.map(({ stage }) => stage));
  const at = (ids: readonly string[], stage: Stage): string[] => ids.map((id) => columnIdAt(id, stage));
  const owed: OwedSum[] = [];
  for (const stage of stages)
    for (const { total, of, less = [], relation, requires = [] } of declared.sums ?? []) {
      if (relation === "parts" || !at(requires, stage).every(isKnown)) continue;
      const terms = at(of, stage);
      const isWhole = [...terms, ...at(less, stage)].every(isKnown);
      owed.push({
        total: columnIdAt(total, stage),
        of: terms.filter(isKnown),
        less: at(less, stage).filter(isKnown),
        isWhole,
      });
    }
  if (declared.columnAxis) {
    const codes = columns.flatMap(({ code, stage }) => (code !== undefined && stage === "final" ? [code] : []));
    const classes = codes.filter((code) => code.length === 3);
    const add = (total: string, of: readonly string[]) => owed.push({ total, of, less: [], isWhole: true });
    for (const code of classes)
      add(
        code,
        codes.filter((one) => one.length === 5 && one.startsWith(code)),
      );
    const whole = declared.columns.find(({ dimensions, concept }) => dimensions === undefined && concept === undefined);
    if (whole && classes.length > 1) add(whole.id, classes);
  }
  return owed.filter(({ total, of }) => isKnown(total) && of.length > 1);
}

/** What a cell holds in hundredths; nothing where it holds no one number. */
export function hundredthsAt(grid: Grid, row: number, column: number): bigint | undefined {
  const cell = grid.at(row, column);
  const content = cell && grid.content(cell);
  if (!content || content.kind === "empty" || content.kind === "dash") return 0n;
  if (content.kind !== "number") return undefined;
  const [whole = "0", decimals = ""] = content.value.split(".");
  return BigInt(whole + decimals.padEnd(2, "0").slice(0, 2));
}

function sum(amounts: readonly (bigint | undefined)[]): bigint {
  return amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n);
}
