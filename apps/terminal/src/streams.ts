import type { Readable, Writable } from "node:stream";

/** The streams and surroundings that a command may use; tests pass their own. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Exit codes: 0 no errors found, 1 errors found, 2 a file could not be read or the tool was misused. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** The tool was called wrongly: said on stderr, in both languages, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly messageEn: string;
  constructor(message: string, messageEn: string) {
    super(message);
    this.messageEn = messageEn;
  }
}

export type Language = "zh" | "en";

/** Writes and waits until the stream has taken it, so that a long report is whole when the process ends. */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
