import { normaliseLabel, TABLES } from "@juesuan/core";
import type { Field, Spread } from "./found-table.ts";

// A browser copies a table without a trace of merged cells: 项目 over code and name is one cell, and all that follow stand
// too far to the left. How many columns each cell of a heading is over follows from how many the rows below have.

/** What heads the labels of rows. */
const LABEL = /^(?:.*(?:编码|代码|名称)|[类款项])$/;
const OVER_LABELS = /^(?:项目|科目|(?:支出)?(?:功能|经济)分类(?:科目)?|预算科目)$/;
/** No heading that is copied so is deeper. */
const DEEPEST = 2;

/** Which headings stand over which in the forms. */
const GROUPS: ReadonlyMap<string, ReadonlySet<string>> = groupsOfForms();

function groupsOfForms(): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { blocks, variants = [] } of TABLES)
    for (const { columns } of [...blocks, ...variants.flat()])
      for (const { heading } of columns)
        if (heading.length > 1) {
          const over = normaliseLabel(heading.at(-2)!);
          groups.set(over, (groups.get(over) ?? new Set()).add(normaliseLabel(heading.at(-1)!)));
        }
  return groups;
}

/**
 * The rows of a heading, each cell with the columns it is over; none where that is not sure.
 *
 * @param heads the rows above the first of the body
 * @param labels how many columns name the rows
 */
export function mergedHeads(
  heads: readonly (readonly Field[])[],
  wordsAt: (field: Field) => string,
  columnCount: number,
  labels: number,
): Spread[][] | undefined {
  if (labels < 2 || heads.length === 0 || heads.length > DEEPEST) return undefined;
  const words = heads.map((row) => row.map((field) => normaliseLabel(wordsAt(field))));
  const [top, below] = words as [string[], string[] | undefined];
  if (!OVER_LABELS.test(top[0]!) || top.includes("") || below?.includes("")) return undefined;
  if (below && below.filter((word, at) => LABEL.test(word) && at < labels).length !== labels) return undefined;
  const spans = spansOf(top.slice(1), below?.slice(labels) ?? [], columnCount - labels);
  if (!spans) return undefined;
  const first: Spread[] = [{ field: heads[0]![0]!, column: 0, span: labels }];
  const free: number[] = Array.from({ length: labels }, (_, column) => column);
  let column = labels;
  for (const [index, span] of spans.entries()) {
    first.push({ field: heads[0]![index + 1]!, column, span });
    if (span > 1) for (let at = column; at < column + span; at++) free.push(at);
    column += span;
  }
  if (!below) return [first];
  return [first, heads[1]!.map((field, index) => ({ field, column: free[index]!, span: 1 }))];
}

/** How many columns each cell of the upper row is over: one, or as many as there are cells of the lower row under it. */
function spansOf(top: readonly string[], below: readonly string[], columnCount: number): number[] | undefined {
  const groups = top.length + below.length - columnCount;
  if (groups === 0 && below.length === 0) return top.map(() => 1);
  if (groups === top.length && below.length % groups === 0 && below.length > groups)
    return top.map(() => below.length / groups);
  if (groups !== 1) return undefined;
  const own = top.filter((word) => below.every((name) => GROUPS.get(word)?.has(name)));
  if (own.length !== 1) return undefined;
  return top.map((word) => (word === own[0] ? below.length : 1));
}
