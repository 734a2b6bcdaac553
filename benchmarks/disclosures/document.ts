/** A disclosure as it is to be set, and what each of its figures means. */
export interface WrittenDisclosure {
  readonly department: string;
  readonly fiscalYear: number;
  readonly blocks: readonly Block[];
  /** Every figure of the narrative in order. */
  readonly narrative: readonly Truth[];
  /** Every printed figure of the statutory tables. */
  readonly cells: readonly CellTruth[];
}

export interface Truth {
  readonly key: string;
  readonly printed: string;
}

export interface CellTruth extends Truth {
  readonly table: string;
}

export type Block =
  | { readonly kind: "cover"; readonly lines: readonly string[] }
  | { readonly kind: "contents"; readonly entries: readonly string[] }
  | { readonly kind: "part"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | WrittenTable
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "page" };

export interface WrittenTable {
  readonly kind: "table";
  readonly title: string;
  readonly unit: string;
  readonly head: readonly (readonly WrittenCell[])[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
  readonly landscape?: boolean;
}

export type WrittenCell = string | { readonly text: string; readonly across?: number; readonly down?: number };

/** 294005 hundredths → 2940.05; with separators in tables: 2,940.05. */
export function printed(amount: number, separators = false): string {
  const sign = amount < 0 ? "-" : "";
  const units = Math.floor(Math.abs(amount) / 100).toString();
  const rest = (Math.abs(amount) % 100).toString().padStart(2, "0");
  return `${sign}${separators ? units.replace(/\B(?=(?:\d{3})+$)/g, ",") : units}.${rest}`;
}

/** 100·a/b with two decimals, rounded half up, in exact integers. */
export function rate(part: number, whole: number): string {
  const scaled = BigInt(Math.abs(part)) * 1_000_000n;
  const divisor = BigInt(Math.abs(whole));
  const hundredths = (scaled * 2n + divisor * 100n) / (divisor * 200n);
  return printed(Number(hundredths));
}
