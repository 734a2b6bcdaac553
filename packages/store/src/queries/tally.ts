import { sql, type CompiledQuery } from "kysely";
import type { Filter } from "../model.ts";
import type { TallyRow } from "../schema.ts";
import type { Context } from "./context.ts";

// Counts that are kept as accounts are written, since counting a nation's accounts at every look is slow.

/** Counting accounts in and out, and saying how many there are. */
export function tallying({ port, db }: Context) {
  /** Adds what an account, as it stands in the tables now, counts for; -1 takes it out. */
  function counted(id: string, times: 1 | -1): CompiledQuery {
    const errors = sql`case when errors > 0 then ${sql.lit(times)} else 0 end`;
    const warnings = sql`case when warnings > 0 then ${sql.lit(times)} else 0 end`;
    const one = (facet: TallyRow["facet"], value: string, where = "1 = 1") =>
      sql`select fiscal_year, ${sql.lit(facet)}, ${sql.raw(value)}, ${sql.lit(times)}, ${errors}, ${warnings} from account where id = ${id} and ${sql.raw(where)}`;
    return sql`insert into tally (fiscal_year, facet, value, accounts, errors, warnings)
      select * from (
        ${one("year", "''")}
        union all ${one("region", "region")}
        union all ${one("province", "substr(division, 1, 2)", "division <> ''")}
        union all select fiscal_year, 'functional', class.functional, ${sql.lit(times)}, ${errors}, ${warnings} from account
          join (select distinct functional from amount where account_id = ${id} and length(functional) = 3 and fen <> 0) as class on 1 = 1
          where id = ${id}
      ) as counted where true
      on conflict (fiscal_year, facet, value) do update set
        accounts = tally.accounts + excluded.accounts,
        errors = tally.errors + excluded.errors,
        warnings = tally.warnings + excluded.warnings`.compile(db);
  }

  /** How many accounts there are, in all or of a year. */
  async function total({ year }: Filter): Promise<number> {
    const rows = await port.all(of({ year }).where("facet", "=", "year").compile());
    return rows.reduce((sum, { accounts }) => sum + Number(accounts), 0);
  }

  const of = ({ year }: { readonly year: number | undefined }) => {
    const all = db.selectFrom("tally").select(["facet", "value", "fiscal_year", "accounts", "errors", "warnings"]);
    return year === undefined ? all : all.where("fiscal_year", "=", year);
  };

  /** Every count, in all or of a year. */
  async function tallies({ year }: Filter): Promise<readonly TallyRow[]> {
    return port.all(of({ year }).where("accounts", ">", 0).compile());
  }

  return { counted, total, tallies };
}
