/** What a cell prints where a figure is expected. */
export type CellContent =
  | { readonly kind: "amount"; readonly value: string; readonly decimals: number; readonly percent: boolean }
  | { readonly kind: "blank"; readonly blank: "empty" | "dash" }
  | { readonly kind: "words" };

const NUMBER = /^([-+−－]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)$/;
/** ①, *, ［1］ after a number refer to a note. */
const FOOTNOTE = /(?:[*＊※①-⑳]|[[［]\d{1,2}[\]］])+\s*$/;

/**
 * Reads a table cell. Spaces within the number, full-width forms, parentheses for negative amounts and marks of footnotes
 * are part of printing.
 */
export function contentOf(text: string): CellContent {
  const plain = text
    // Before the forms are made one: ① would become a digit.
    .replace(FOOTNOTE, "")
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/g, "")
    .replace(/[，]/g, ",");
  if (plain === "") return { kind: "blank", blank: "empty" };
  if (/^[-—–－―‐_/]+$/.test(plain) || plain === "无") return { kind: "blank", blank: "dash" };
  const bracketed = /^\((.+)\)$/.exec(plain);
  const body = (bracketed?.[1] ?? plain).replace(/(?:万元|元)$/, "");
  const match = NUMBER.exec(body);
  if (!match) return { kind: "words" };
  const [, sign = "", whole = "", fraction = "", percent = ""] = match;
  const negative = bracketed !== null || (sign !== "" && sign !== "+");
  const digits = whole.replaceAll(",", "").replace(/^0+(?=\d)/, "");
  return {
    kind: "amount",
    value: `${negative ? "-" : ""}${digits}${fraction === "" ? "" : `.${fraction}`}`,
    decimals: fraction.length,
    percent: percent !== "",
  };
}

/** An amount that cannot be a code, a line number or a year: with decimals or separators. */
export function isPlainlyAmount(text: string): boolean {
  const content = contentOf(text);
  return (
    content.kind === "amount" &&
    (content.decimals > 0 || text.includes(",") || text.includes("，") || content.value === "0")
  );
}
