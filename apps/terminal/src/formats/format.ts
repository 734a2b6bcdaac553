import type { FailOn, Tally } from "../check/outcome.ts";
import type { Answer, Brief } from "../check/entry.ts";
import type { Language } from "../streams.ts";

export interface FormatContext {
  readonly lang: Language;
  readonly failOn: FailOn;
  readonly version: string;
  /** The width of what people read in a terminal. */
  readonly columns: number;
  /** Also what rounding explains. */
  readonly rounding: boolean;
  /** Whether findings are compared with an earlier report. */
  readonly compared: boolean;
  /** When the check began, for reports that are filed. */
  readonly moment: Date;
}

/** A way to write the report. Documents come in order, so that a long report need not be held. */
export interface Format {
  /** What to write now that this document is there. */
  add(answer: Answer): string;
  /** What to write at the end. */
  finish(tally: Tally): string | Uint8Array;
}

/** A format that needs all documents before it can write. */
export function collecting(write: (briefs: readonly Brief[], tally: Tally) => string | Uint8Array): Format {
  const briefs: Brief[] = [];
  return {
    add({ brief }) {
      briefs.push(brief);
      return "";
    },
    finish: (tally) => write(briefs, tally),
  };
}
