import type { Language, Streams } from "../streams.ts";

/** A value that the user may give to an option, or its absence. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Invocation {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly lang: Language;
  readonly streams: Streams;
}

/** Runs a command; resolves to the exit code. */
export type Run = (invocation: Invocation) => Promise<number>;

export interface OptionDeclaration {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help, `FILE`; absent for a switch. */
  readonly value?: string;
  /** All values that it takes. */
  readonly choices?: readonly string[];
  readonly default?: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * A command, declared once: its parser, its help, its completion and its page in the manual follow. `load` brings the
 * code when the command is called, so that a lookup does not wait for the readers.
 */
export interface CommandDeclaration {
  readonly name: string;
  /** The arguments after the name, as the help shows them. */
  readonly usage: string;
  /** Whether it takes arguments that are files, for completion. */
  readonly files?: boolean;
  readonly zh: string;
  readonly en: string;
  readonly options: readonly OptionDeclaration[];
  readonly examples: readonly { readonly command: string; readonly zh: string; readonly en: string }[];
  readonly load: () => Promise<Run>;
}
