import { columnsOf } from "../screen/columns.ts";
import { write, type Language, type Streams } from "../streams.ts";
import { truncate } from "../text/width.ts";

/** How fast it goes and how long it will take; nothing for a handful of documents. */
export function paceOf(done: number, total: number, elapsed: number, lang: Language): string {
  if (done < 3 || total < 10 || elapsed <= 0) return "";
  const rate = done / (elapsed / 1000);
  const left = Math.ceil((total - done) / rate);
  const clock = left >= 60 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : `${left}s`;
  return lang === "zh" ? `${rate.toFixed(1)} 份/秒 剩 ${clock} ` : `${rate.toFixed(1)}/s ${clock} left `;
}

export interface Counter {
  /** One more is done; `next` is what comes now. */
  step(next: string): Promise<void>;
  /** Clears the line, for a word of its own or for good. */
  clear(): Promise<void>;
}

/**
 * One line on standard error that says how far a report is that goes to a file: for a person who waits, and nothing where
 * nobody watches.
 */
export function counterOf(
  streams: Streams,
  total: number,
  lang: Language,
  now: () => number = () => performance.now(),
): Counter {
  if (total < 2 || streams.env.CI || !streams.stderr.isTTY) return { step: async () => {}, clear: async () => {} };
  const began = now();
  let done = 0;
  return {
    step: (next) => {
      done++;
      const line = ` ${done}/${total} ${paceOf(done, total, now() - began, lang)}${next}`;
      return write(streams.stderr, `\r\u001b[K${truncate(line, columnsOf(streams) - 1)}`);
    },
    clear: () => write(streams.stderr, "\r\u001b[K"),
  };
}
