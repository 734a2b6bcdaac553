import { sql, type RawBuilder } from "kysely";
import type { AccountSummary } from "../model.ts";
import type { AccountRow } from "../schema.ts";

/** What a summary needs of an account's row; a list of fifty is mostly the reading of their columns. */
export const SUMMARY = [
  "id",
  "division",
  "level",
  "department",
  "fiscal_year",
  "region",
  "profile",
  "kind",
  "unit",
  "revision",
  "sha256",
  "printed",
  "bound",
  "unbound",
  "errors",
  "warnings",
  "recorded_at",
  "updated_at",
] as const satisfies readonly (keyof AccountRow)[];

export type SummaryRow = Pick<AccountRow, (typeof SUMMARY)[number]>;

/** The same columns, and where the account stands, as part of a query. */
export const SUMMARY_AND_PLACE: RawBuilder<unknown> = sql.join(
  [...SUMMARY, "place"].map((column) => sql.ref(`account.${column}`)),
);

/** A row as it is given to the world. */
export function summaryOf(row: SummaryRow): AccountSummary {
  return {
    id: row.id,
    division: row.division,
    level: row.level,
    department: row.department,
    fiscalYear: row.fiscal_year,
    region: row.region,
    profile: row.profile,
    kind: row.kind,
    unit: row.unit,
    revision: row.revision,
    sha256: row.sha256,
    figures: { printed: row.printed, bound: row.bound, unbound: row.unbound },
    findings: { errors: row.errors, warnings: row.warnings },
    recordedAt: row.recorded_at,
    updatedAt: row.updated_at,
  };
}
