import { sql, type ExpressionBuilder } from "kysely";
import type { Filter } from "../model.ts";
import type { Schema } from "../schema.ts";
import { normaliseWords, queryTokens } from "../tokens.ts";

/** A substring, with the wildcards of LIKE taken as letters. */
const contains = (column: string, words: string) =>
  sql<boolean>`${sql.ref(column)} like ${`%${words.trim().replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;

/** A query of more tokens than this is narrowed by its first ones, and by the text itself. */
const MOST_TOKENS = 8;

type Where = ExpressionBuilder<Schema, "account">;

/** The condition that chooses the accounts of a filter. */
export const chosen = (filter: Filter) => (where: Where) =>
  where.and([
    ...(filter.department ? [contains("account.department", filter.department)] : []),
    ...(filter.region
      ? [where.or([contains("account.region", filter.region), contains("account.department", filter.region)])]
      : []),
    ...(filter.year === undefined ? [] : [where("account.fiscal_year", "=", filter.year)]),
    ...(filter.severity === "error" ? [where("account.errors", ">", 0)] : []),
    ...(filter.severity === "warning" ? [where("account.warnings", ">", 0)] : []),
    ...(filter.functional ? [hasAmount(where, "functional", filter.functional)] : []),
    ...(filter.fund ? [hasAmount(where, "fund", filter.fund)] : []),
    ...normaliseWords(filter.q ?? "")
      .split(" ")
      .filter((word) => word !== "")
      .flatMap((word) => matching(where, word)),
  ]);

const hasAmount = (where: Where, column: "functional" | "fund", value: string) =>
  where.exists(
    where
      .selectFrom("amount")
      .select("amount.account_id")
      .whereRef("amount.account_id", "=", "account.id")
      .where(`amount.${column}`, "=", value)
      .where("amount.fen", "<>", 0),
  );

/** A word of one or two characters is a token; a longer one is looked for in the text of those that have its pairs. */
function matching(where: Where, word: string) {
  const tokens = queryTokens(word)
    .slice(0, MOST_TOKENS)
    .map((token) =>
      where(
        "account.id",
        "in",
        where.selectFrom("account_token").select("account_token.account_id").where("account_token.token", "=", token),
      ),
    );
  if ([...word].length <= 2) return tokens;
  const inText = where.exists(
    where
      .selectFrom("account_words")
      .select("account_words.account_id")
      .whereRef("account_words.account_id", "=", "account.id")
      .where(contains("account_words.words", word)),
  );
  return [...tokens, inText];
}
