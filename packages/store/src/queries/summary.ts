import type { AccountSummary } from "../model.ts";
import type { AccountRow } from "../schema.ts";

/** A row as it is given to the world. */
export function summaryOf(row: AccountRow): AccountSummary {
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
