import type { Unit } from "@juesuan/core";
import type { Grid } from "../grid.ts";

/** A disclosure as it is written, whatever the format: what stands in it, in order, and what each figure states. */
export interface DraftDocument {
  readonly department: string;
  readonly fiscalYear: number;
  readonly profile: string;
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
  readonly gaps: readonly Gap[];
}

export type DraftBlock =
  | { readonly kind: "cover"; readonly lines: readonly string[]; readonly date?: string }
  | { readonly kind: "contents"; readonly entries: readonly ContentsLine[] }
  | { readonly kind: "part"; readonly text: string; readonly anchor: string }
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string; readonly anchor: string }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | { readonly kind: "chart"; readonly chart: DraftChart }
  | { readonly kind: "table"; readonly grid: Grid; readonly anchor: string; readonly gap?: Gap };

export interface ContentsLine {
  readonly level: 0 | 1;
  readonly text: string;
  readonly anchor: string;
}

export type Run =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "figure";
      readonly text: string;
      readonly key: string;
      readonly unit: Unit;
      /** Which way a change went, by the words around it. */
      readonly direction?: "increase" | "decrease";
    }
  /** What is still to be filled in: printed in red. */
  | { readonly kind: "gap"; readonly text: string; readonly id: string };

/** Something that the accounts do not say and only the department knows. */
export interface Gap {
  /** A canonical key for a figure; `reason:KEY`, `use:KEY`, `responsibilities` … for words; `table:ID` for a table. */
  readonly id: string;
  readonly kind: "figure" | "text" | "receptions" | "table";
  /** What it is, in Chinese. */
  readonly label: string;
  /** The title of the section it is missing in. */
  readonly section: string;
}

/** A chart's numbers in 万元 as printed, with what each is of. */
export interface DraftChart {
  readonly id: string;
  readonly title: string;
  readonly kind: "columns" | "pie";
  readonly name: string;
  readonly points: readonly { readonly label: string; readonly text: string; readonly ticks: number }[];
}

export function textRun(text: string): Run {
  return { kind: "text", text };
}

/** 行政运行 of one class and 行政运行 of another are asked for by their codes as well. */
export function toldApart(gaps: readonly Gap[]): readonly Gap[] {
  const times = new Map<string, number>();
  for (const { label } of gaps) times.set(label, (times.get(label) ?? 0) + 1);
  return gaps.map((gap) => {
    const [, code] = /functional=(\d+)/.exec(gap.id) ?? [];
    if (code === undefined || times.get(gap.label) === 1) return gap;
    return { ...gap, label: gap.label.replace("”", `”（${code}）`) };
  });
}

/** A paragraph's words as they are read, gaps with their brackets. */
export function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}
