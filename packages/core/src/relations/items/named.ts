import type { StatementOf } from "../../facts/disclosure.ts";
import type { CheckContext } from "../relation.ts";

// What the narrative names in a list without amounts.

export type NamedItem = StatementOf<"named-item">;

export function namedItems(context: CheckContext, lists: readonly NamedItem["list"][]): NamedItem[] {
  return context.disclosure.statements.filter(
    (statement): statement is NamedItem => statement.type === "named-item" && lists.includes(statement.list),
  );
}
