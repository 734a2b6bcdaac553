import { sql, type CompiledQuery } from "kysely";
import type { AggregateQuery, Filter, Fund, Sum } from "../model.ts";
import { among } from "./among.ts";
import type { Context } from "./context.ts";

// Sums that are kept as accounts are written: those of the nation, of a province, of a prefecture cost then as much as there
// are classes and years, however many amounts they are made of.

/** What a row of the table is a sum of, by what sums are grouped by. */
const KINDS = { year: "whole", region: "region", functional: "functional", economic: "economic" } as const;

/** Adding accounts to the sums and taking them out, and giving the sums. */
export function summing({ port, db }: Context) {
  /**
   * Adds the amounts of accounts as they stand in the tables now; -1 takes them out. Whole amounts, or one level of one
   * classification: sums of parts and wholes together would count twice.
   */
  function added(ids: readonly string[], times: 1 | -1): CompiledQuery {
    return sql`with chosen as (
        select id, fiscal_year, region, division from account where ${among(port.dialect, "id", ids)} and indexed > 0
      ), place as (
        select id, '' as area from chosen
        union all select id, substr(division, 1, 2) from chosen where division <> ''
        union all select id, substr(division, 1, 4) from chosen where division <> '' and substr(division, 3, 2) <> '00'
      ), valued as (
        select account_id, concept, fund, fen,
          case when functional <> '' then 'functional' when economic <> '' then 'economic' else 'whole' end as kind,
          case when functional <> '' then functional else economic end as value
        from amount where ${among(port.dialect, "account_id", ids)} and concept in ('revenue', 'expenditure') and nature = '' and part = ''
          and ((functional = '' and economic = '') or (length(functional) = 3 and economic = '') or (length(economic) = 3 and functional = ''))
      ), kinds as (
        select account_id, concept, fund, fen, kind, value from valued
        union all select account_id, concept, fund, fen, 'region', region from valued join chosen on chosen.id = account_id where kind = 'whole'
      )
      insert into summed (fiscal_year, area, concept, fund, kind, value, accounts, fen)
      select chosen.fiscal_year, place.area, kinds.concept, kinds.fund, kinds.kind, kinds.value,
          ${sql.lit(times)} * count(distinct chosen.id), ${sql.lit(times)} * sum(kinds.fen)
        from chosen join place on place.id = chosen.id join kinds on kinds.account_id = chosen.id
        where true group by 1, 2, 3, 4, 5, 6 order by 2, 3, 4, 5, 6, 1
      on conflict (area, concept, fund, kind, value, fiscal_year) do update set
        accounts = summed.accounts + excluded.accounts,
        fen = summed.fen + excluded.fen`.compile(db);
  }

  /** The sums that are kept for this; undefined where they must be added up from the amounts. */
  async function sums(query: AggregateQuery): Promise<readonly Sum[] | undefined> {
    const { by, concept = "expenditure", of = "" as Fund, ...filter } = query;
    const area = areaOf(filter);
    if (area === undefined) return undefined;
    const value = by === "year" ? sql.ref("fiscal_year") : sql.ref("value");
    const rows = await port.all(
      sql<{ value: string | number; accounts: number; fen: number }>`
        select ${value} as value, sum(accounts) as accounts, sum(fen) as fen from summed
        where area = ${area} and concept = ${concept} and fund = ${of} and kind = ${KINDS[by]}
          ${filter.year === undefined ? sql`` : sql`and fiscal_year = ${filter.year}`}
        group by ${value} having sum(accounts) > 0 order by ${value}`.compile(db),
    );
    return rows.map((row) => ({ value: String(row.value), accounts: Number(row.accounts), fen: Number(row.fen) }));
  }

  return { added, sums };
}

/** The nation (""), the province or the prefecture that a filter is about, and nothing else that it asks. */
function areaOf(filter: Filter): string | undefined {
  const others = Object.entries(filter).some(
    ([name, value]) => name !== "year" && name !== "division" && value !== undefined && value !== "",
  );
  const { division = "" } = filter;
  return others || division.length > 4 ? undefined : division;
}
