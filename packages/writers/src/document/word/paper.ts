/** Sizes of paper and margins in twentieths of a point, as Word counts. */
export interface Paper {
  readonly id: "text" | "upright" | "lying" | "large" | "vast";
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

const AROUND_TABLES = { top: 1134, bottom: 1134, left: 1021, right: 1021 };

/** A4 with the margins of official documents (GB/T 9704 公文格式), a little wider at the left for binding. */
export const TEXT_PAPER: Paper = {
  id: "text",
  width: 11906,
  height: 16838,
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
};

/** What a table may be set on, the handiest first: A4, A4 lying, A3 lying, and the widest sheet that Word knows. */
export const TABLE_PAPERS: readonly Paper[] = [
  { id: "upright", width: 11906, height: 16838, margin: AROUND_TABLES },
  { id: "lying", width: 16838, height: 11906, margin: AROUND_TABLES },
  { id: "large", width: 23811, height: 16838, margin: AROUND_TABLES },
  { id: "vast", width: 31680, height: 16838, margin: AROUND_TABLES },
];

/** What margins leave of a sheet. */
export function roomOf({ width, height, margin }: Paper): { readonly width: number; readonly height: number } {
  return { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
}
