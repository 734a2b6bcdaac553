import { normaliseTitle, tableOf, TABLES, type TableDeclaration, type TitleMatch } from "@juesuan/core";
import type { Part } from "./parts.ts";

/** The tables that a document prints under their own titles, which tell what its other titles mean. */
export function titledTables(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ around }) => around.match?.table.id ?? []));
}

/**
 * The declarations that a printed title may name: most name one; a short title is that of two tables, whose shapes tell
 * them apart; and one that leaves out the fund names another table where no table of that other's name is printed.
 */
export function declarationsFor(match: TitleMatch, printed: ReadonlySet<string>): readonly TableDeclaration[] {
  const { insteadOf } = match.table;
  const table = insteadOf === undefined || printed.has(insteadOf) ? match.table : (tableOf(insteadOf) ?? match.table);
  const title = normaliseTitle(match.title);
  const namesakes = TABLES.filter(
    (other) => other !== table && other !== match.table && other.titles.some((own) => normaliseTitle(own) === title),
  );
  return [table, ...namesakes];
}
