/**
 * Remembers up to which line a run made no table: it is not tried again from its middle, so that the whole text costs one
 * pass.
 */
export interface Refusal {
  covers(line: number): boolean;
  /** The lines before this one make none. */
  until(line: number): undefined;
}

export function refusal(): Refusal {
  let end = 0;
  return { covers: (line) => line < end, until: (line) => void (end = line) };
}
