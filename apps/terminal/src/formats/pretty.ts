import { documentLines } from "../check/pretty.ts";
import { summaryOf } from "../check/wording.ts";
import type { Format, FormatContext } from "./format.ts";

/** Plain lines for people, where there is no screen: in a pipe, in a file, in a log. */
export function pretty({ lang, columns, rounding }: FormatContext): Format {
  return {
    add: ({ brief }) => `${documentLines(brief, { lang, columns, rounding, color: false }).join("\n")}\n\n`,
    finish: (tally) => `${summaryOf(tally, lang)}\n`,
  };
}
