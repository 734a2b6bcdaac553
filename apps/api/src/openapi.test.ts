import { Validator } from "@seriousme/openapi-schema-validator";
import { examine } from "@juesuan/readers";
import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { expect, it } from "vitest";
import { createApp } from "./app.ts";

it("describes itself in a document that is OpenAPI 3.1, by the judge of its own schema", async () => {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const app = createApp({ store: createStore(port), examine });
  const document = (await (await app.request("/openapi.json")).json()) as { paths: Record<string, object> };
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  // Every reference leads somewhere.
  expect(() => validator.resolveRefs()).not.toThrow();
  // Every operation has a name of its own, which clients in other languages are made from.
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods as object));
  const names = operations.map(({ operationId }: { operationId?: string }) => operationId);
  expect(names.every((name) => typeof name === "string" && /^[a-z][A-Za-z0-9]+$/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(operations.length);
  const broken = structuredClone(document);
  broken.paths["/v1/accounts"] = { get: { responses: 7 } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});
