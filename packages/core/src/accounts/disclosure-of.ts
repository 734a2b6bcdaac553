import type { Disclosure } from "../facts/disclosure.ts";
import type { FinalAccounts } from "./schema/accounts.ts";
import { boundTable } from "./tables.ts";

/** The way back from typed accounts to what the checker takes in. */
export function disclosureOf(accounts: FinalAccounts): Disclosure {
  const { kind, refusal, department, fiscalYear, profile, unit, contents, statements, figures, unbound, oddities } =
    accounts;
  return {
    kind,
    ...(refusal === undefined ? {} : { refusal }),
    ...(department.name === undefined ? {} : { department: department.name }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    profile,
    unit,
    figures,
    unbound,
    sections: accounts.sections.map(
      ({ figures: _figures, statements: _statements, text: _text, ...section }) => section,
    ),
    contents,
    tables: accounts.tables.map(boundTable),
    statements,
    oddities,
  };
}
