import { z } from "@hono/zod-openapi";

/** An account's id, as a part of the path. */
export const idParameter = z
  .string()
  .max(200)
  .openapi({ param: { name: "id", in: "path" }, example: "renhe-hrss-2023" });

/** A revision's number. */
export const revisionNumber = z.coerce.number().int().min(1).max(1_000_000).openapi({ description: "版本号 Revision" });

/** Said where there is no account with this id. */
export const missingAccount = (id: string) => ({
  zh: `没有编号为“${id}”的决算。`,
  en: `There is no account with the id "${id}".`,
});
