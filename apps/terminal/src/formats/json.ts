import type { Answer } from "../check/entry.ts";
import type { Format } from "./format.ts";

/** One object with all documents. Written as it grows, a document a line, so that hundreds need not be held. */
export function json(): Format {
  let first = true;
  return {
    add(answer) {
      const lead = first ? '{"documents":[\n' : ",\n";
      first = false;
      return lead + textOf(answer);
    },
    finish({ documents, errors, warnings, unreadable }) {
      return `${first ? '{"documents":[' : ""}\n],"summary":${JSON.stringify({ documents, errors, warnings, unreadable })}}\n`;
    },
  };
}

/** One object a line: a document each, as soon as it is checked. */
export function ndjson(): Format {
  return { add: (answer) => `${textOf(answer)}\n`, finish: () => "" };
}

/** The whole entry, with the comparison that was made after the document had been read. */
function textOf({ json: text = "{}", brief: { baseline } }: Answer): string {
  return baseline === undefined ? text : `${text.slice(0, -1)},"baseline":${JSON.stringify(baseline)}}`;
}
