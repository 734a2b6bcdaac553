import { sarifOf } from "@juesuan/api/sarif";
import { collecting, type Format, type FormatContext } from "./format.ts";

export function sarif({ version, lang }: FormatContext): Format {
  return collecting((briefs) => {
    const documents = briefs.map(({ baseline, ...brief }) => ({
      ...brief,
      ...(baseline ? { known: baseline.known } : {}),
    }));
    return `${JSON.stringify(sarifOf(documents, version, lang), undefined, 2)}\n`;
  });
}
