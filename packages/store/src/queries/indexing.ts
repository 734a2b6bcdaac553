import type { Disclosure } from "@juesuan/core";
import { sql, type CompiledQuery, type RawBuilder } from "kysely";
import { amountsOf, staffOf, type Amount } from "../amounts.ts";
import { divisionOf, identify, prefixOf } from "@juesuan/core/divisions";
import type { Entry } from "../model.ts";
import type { AccountRow, AmountRow } from "../schema.ts";
import { filterTokens, INDEX, pairTokens, SAME_TEXT, searchableText, tokensOf } from "../tokens.ts";
import { among } from "./among.ts";
import { write, type Context } from "./context.ts";
import { nameTokens } from "./filter.ts";
import { windowOf } from "./near.ts";
import { numberAt, YEAR } from "./place.ts";
import type { reading } from "./reading.ts";
import type { together, Writes } from "./writes.ts";

/** So many accounts get new tokens in one transaction. */
const GROUP = 50;

/** So many that are read anew: what was read of a document is large. */
const READ_TOGETHER = 10;

/** How often a write is tried again that another one was in the way of. */
const TRIES = 4;

/** What other subjects bring to the index. */
export interface Parts {
  readonly whole: ReturnType<typeof together>;
  readonly readings: Pick<ReturnType<typeof reading>, "reading">;
  readonly formerNames: (department: string) => Promise<readonly string[]>;
  readonly renamed: (departments: readonly string[]) => Promise<ReadonlySet<string>>;
}

type Indexed = Pick<AccountRow, "department" | "region" | "division" | "level" | "errors" | "warnings">;

/** What of an amount that is not nothing can be filtered by. */
type AmountOf = Pick<Amount, "functional" | "fund">;

/** What accounts are found by: writing it, and writing it anew after an upgrade. */
export function indexing(context: Context, { whole, readings, formerNames, renamed }: Parts) {
  const { port, db } = context;
  const rowid = sql.ref(port.dialect === "sqlite" ? "rowid" : "place");

  /** What an account was found by is taken out, before its row changes. */
  const unindexed = (id: string): CompiledQuery[] => {
    const place = sql`(select place from account where id = ${id})`;
    return [
      sql`delete from account_index where ${rowid} = ${place}`.compile(db),
      sql`delete from account_text where place = ${place}`.compile(db),
      db.deleteFrom("amount").where("account_id", "=", id).compile(),
    ];
  };

  /** A place in the index for an account, after all that were recorded before; where it has one, that one. */
  const placed = (id: string): CompiledQuery =>
    db
      .insertInto("account_place")
      .values({ account_id: id } as never)
      .onConflict((conflict) => conflict.column("account_id").doNothing())
      .compile();

  const placeOf = (id: string, year: number) =>
    sql<number>`${sql.lit(year * YEAR)} + (select number from account_place where account_id = ${id})`;

  /** The tokens of some accounts, as they stand at a place that a query gives. */
  const inserted = (tokens: readonly string[], place: RawBuilder<unknown>, where: RawBuilder<unknown>): CompiledQuery =>
    port.dialect === "sqlite"
      ? sql`insert into account_index (rowid, tokens) select ${place}, ${tokens.join(" ")} from account where ${where}`.compile(
          db,
        )
      : sql`insert into account_index (place, tokens) select ${place}, array_to_tsvector(${[...tokens]}::text[] || ${windowOf(place)}) from account where ${where}`.compile(
          db,
        );

  /** What an account is found by: its text, its names and all that filters ask of it. */
  function tokensFor(row: Indexed, names: readonly string[], words: string, present: readonly AmountOf[]): string[] {
    const { department, region, division, level, errors, warnings } = row;
    const place = placeName(division);
    const valuesOf = (name: "functional" | "fund") => [
      ...new Set(present.map((amount) => amount[name]).filter((value) => value !== "")),
    ];
    return [
      ...new Set([
        ...tokensOf(words),
        ...pairTokens(words),
        ...[department, ...names].flatMap((name) => nameTokens("department", name)),
        ...[department, region, place].flatMap((name) => nameTokens("region", name)),
        ...filterTokens({
          prefix: prefixOf(division),
          level,
          functional: valuesOf("functional"),
          funds: valuesOf("fund"),
          severities: [...(errors > 0 ? ["error"] : []), ...(warnings > 0 ? ["warning"] : [])],
        }),
      ]),
    ];
  }

  /** What the newest revision is found by; the account's row is there. */
  async function indexed(
    row: Indexed & Pick<AccountRow, "id">,
    { document, disclosure }: Pick<Entry, "document" | "disclosure">,
    wasRenamed: boolean,
  ): Promise<{ writes: CompiledQuery[]; amounts: AmountRow[] }> {
    const { id, department, region, division } = row;
    const names = wasRenamed ? await formerNames(department) : [];
    const words = searchableText(document, disclosure, [department, region, placeName(division), ...names]);
    const amounts = amountsOf(disclosure);
    const present = amounts.filter(({ fen }) => fen !== 0);
    const own = sql`id = ${id}`;
    const writes = [
      inserted(tokensFor(row, names, words, present), sql`place`, own),
      sql`insert into account_text (place, words) select place, ${words} from account where ${own}`.compile(db),
    ];
    return { writes, amounts: amounts.map((amount) => Object.assign({ account_id: id }, amount)) };
  }

  /** What is to be written to find an account by what was read of it; undefined where there is none. */
  async function renewal(id: string): Promise<Writes | undefined> {
    const row = await port.first(db.selectFrom("account").selectAll().where("id", "=", id).compile());
    const read = row && (await readings.reading(id));
    if (!row || !read) return undefined;
    const { place: _, ...own } = row;
    const renewed = { ...own, ...foundIn(read, row.region), indexed: INDEX };
    const again = await indexed(renewed, read, true);
    const writes = [
      ...unindexed(id),
      placed(id),
      db
        .updateTable("account")
        .set({ ...renewed, place: placeOf(id, row.fiscal_year) })
        .where("id", "=", id)
        .compile(),
      ...again.writes,
    ];
    return { writes, rows: { amounts: again.amounts, findings: [] }, replaces: true, counts: true };
  }

  /** Writes what accounts are found by anew, from what was read of them. */
  async function indexAgain(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += READ_TOGETHER) {
      const some = ids.slice(start, start + READ_TOGETHER);
      const plans = new Map<string, Writes>();
      for (const id of some) {
        const plan = await renewal(id);
        if (plan) plans.set(id, plan);
      }
      await write(context, whole([...plans.values()], [...plans.keys()]));
    }
  }

  /**
   * New tokens for accounts whose text, amounts and names are as they were: all from the store's own rows. What another
   * one writes of an account in the meantime is newer, and stays.
   */
  async function tokensAgain(rows: readonly AccountRow[]): Promise<void> {
    const ids = rows.map(({ id }) => id);
    const places = JSON.stringify(rows.map(({ place }) => place));
    const [texts, amounts, known] = await Promise.all([
      port.all(
        sql<{ place: number; words: string }>`select place, words from account_text where place in (${
          port.dialect === "postgresql"
            ? sql`select value::bigint from json_array_elements_text(${places}::json)`
            : sql`select value from json_each(${places})`
        })`.compile(db),
      ),
      port.all(
        db
          .selectFrom("amount")
          .select(["account_id", "functional", "fund"])
          .distinct()
          .where(among(port.dialect, "account_id", ids))
          .where("fen", "<>", 0)
          .compile(),
      ),
      renamed(rows.map(({ department }) => department)),
    ]);
    const words = new Map(texts.map((row) => [Number(row.place), row.words]));
    const present = new Map<string, AmountOf[]>(ids.map((id) => [id, []]));
    for (const amount of amounts) present.get(amount.account_id)!.push(amount);
    const writes: CompiledQuery[] = [];
    // In one order, so that two who write at once wait for each other and not in a circle.
    for (const row of rows.toSorted((left, right) => (left.id < right.id ? -1 : 1))) {
      const { id, place } = row;
      const names = known.has(row.department) ? await formerNames(row.department) : [];
      const tokens = tokensFor(row, names, words.get(Number(place)) ?? "", present.get(id)!);
      const unchanged = sql`id = ${id} and place = ${place} and indexed = ${sql.lit(row.indexed)}`;
      const next = placeOf(id, row.fiscal_year);
      writes.push(
        sql`delete from account_index where ${rowid} in (select place from account where ${unchanged})`.compile(db),
        inserted(tokens, next, unchanged),
        sql`update account_text set place = ${next} where place in (select place from account where ${unchanged})`.compile(
          db,
        ),
        sql`update account set place = ${next}, indexed = ${sql.lit(INDEX)} where ${unchanged}`.compile(db),
      );
    }
    await write(context, writes);
  }

  async function again(rows: readonly AccountRow[]): Promise<void> {
    await indexAgain(rows.filter(({ indexed: by }) => by < SAME_TEXT).map(({ id }) => id));
    const others = rows.filter(({ indexed: by }) => by >= SAME_TEXT);
    for (let attempt = 1; others.length > 0; attempt++) {
      try {
        return await tokensAgain(others);
      } catch (error) {
        if (attempt === TRIES || !port.isConflict?.(error)) throw error;
      }
    }
  }

  /** The newest first: those with new places stand in their order before those that wait, which stand in theirs. */
  async function reindex(most = Number.POSITIVE_INFINITY): Promise<number> {
    for (let count = 0; ;) {
      const rows = await port.all(
        sql<AccountRow>`select * from account
          where indexed = (select max(indexed) from account where indexed < ${sql.lit(INDEX)})
          order by ${numberAt(sql.ref("place"))} desc limit ${sql.lit(Math.min(GROUP, most - count))}`.compile(db),
      );
      if (rows.length === 0) return count;
      await again(rows);
      count += rows.length;
      if (count >= most) return count;
    }
  }

  return { unindexed, placed, placeOf, indexed, indexAgain, reindex };
}

const placeName = (division: string) => (division === "" ? "" : (divisionOf(division)?.name ?? ""));

/** What the account's row says of who published and how large it is. */
export function foundIn({ report, disclosure }: { report: Entry["report"]; disclosure: Disclosure }, region: string) {
  const amounts = amountsOf(disclosure);
  const identity = identify(report.department ?? "", region);
  return {
    ...identity,
    region: region === "" ? placeName(identity.division) : region,
    classes: classesOf(amounts).join(","),
    staff: staffOf(disclosure) ?? null,
    spending: amounts.find(({ key }) => key === "expenditure")?.fen ?? null,
  };
}

/** The functional classes (类) with an amount. */
const classesOf = (amounts: readonly Amount[]) =>
  [
    ...new Set(
      amounts.filter(({ functional, fen }) => functional.length === 3 && fen !== 0).map((one) => one.functional),
    ),
  ].sort();
