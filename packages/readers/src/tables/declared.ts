import { normaliseTitle, tableOf, TABLES, type TableDeclaration, type TitleMatch } from "@juesuan/core";
import type { Part } from "./parts.ts";
import { namedBy } from "./titles.ts";

/** The tables that a document prints under their own titles, which tell what its other titles mean. */
export function titledTables(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ around }) => around.match?.table.id ?? []));
}

/** And those that its titles which nobody has taught may be of, by what they say. */
export function namedTables(parts: readonly Part[], titled: ReadonlySet<string>): ReadonlySet<string> {
  const named = parts.flatMap(({ around: { title, match } }) => {
    const { tables, says } = match || title === undefined ? NOTHING : namedBy(title);
    return says ? tables.map(({ id }) => id) : [];
  });
  // Where a table without a title has the headings of one, the two are two tables.
  const untitled = new Set(parts.flatMap((part) => (part.around.match ? [] : [headingsOf(part)])));
  const twins = parts.flatMap((part) => {
    const { insteadOf } = part.around.match?.table ?? {};
    return insteadOf !== undefined && untitled.has(headingsOf(part)) ? [insteadOf] : [];
  });
  return new Set([...titled, ...named, ...twins]);
}

function headingsOf({ heading }: Part): string {
  return heading.columns.map(({ path }) => path.join("/")).join("|");
}

const NOTHING = { tables: [], says: false };

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
