import { compareReports, type DocumentReport, type Finding } from "@juesuan/core";

/** A quantity whose printed values differ; a document may print one quantity in several places. */
export interface ChangedFigure {
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Difference {
  readonly figures: readonly ChangedFigure[];
  readonly findings: {
    readonly cured: readonly Finding[];
    readonly remaining: readonly Finding[];
    readonly new: readonly Finding[];
  };
}

/** What changed between two revisions of one disclosure. */
export function differenceOf(before: DocumentReport, after: DocumentReport): Difference {
  const [left, right] = [valuesOf(before), valuesOf(after)];
  const figures = [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [was, is] = [left.get(key) ?? [], right.get(key) ?? []];
    return was.join() === is.join() ? [] : [{ key, before: was, after: is }];
  });
  return { figures, findings: compareReports(before, after) };
}

function valuesOf({ facts }: DocumentReport): Map<string, string[]> {
  const values = new Map<string, Set<string>>();
  for (const { key, value } of facts) values.set(key, (values.get(key) ?? new Set()).add(value));
  return new Map([...values].map(([key, printed]) => [key, [...printed].toSorted()]));
}
