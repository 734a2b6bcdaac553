import type { CommandDeclaration } from "../command/declaration.ts";
import { check } from "./check.declaration.ts";
import { codes, compare, diff, explain, exporting, importing, show, watch } from "./learn.declaration.ts";
import { draft, fix, prove } from "./finish.declaration.ts";
import { review } from "./review.declaration.ts";
import { completion, doctor, serve } from "./machine.declaration.ts";

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandDeclaration[] = [
  check,
  review,
  watch,
  show,
  compare,
  diff,
  explain,
  codes,
  draft,
  fix,
  prove,
  exporting,
  importing,
  serve,
  doctor,
  completion,
];

export function commandNamed(name: string): CommandDeclaration | undefined {
  return COMMANDS.find((command) => command.name === name);
}
