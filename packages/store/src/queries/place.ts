import { sql, type RawBuilder } from "kysely";

// An account's place in the index is its year and the number in which its newest revision was recorded, in one.

/** How many places a year has. */
export const YEAR = 2 ** 32;

/** Which accounts are wanted first: those of the newest year, or those recorded last whatever their year. */
export type Order = "place" | "number";

/** The number in which an account's newest revision was recorded, from its place. */
export const numberAt = (place: RawBuilder<number>) => sql<number>`(${place} % ${sql.lit(YEAR)})`;
