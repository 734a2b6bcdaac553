import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { findViolations } from "./boundaries.mjs";
import { importsOf } from "./lib/source.mjs";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const manifest = (name: string, dependencies: Record<string, string> = {}) =>
  JSON.stringify({ name, exports: { ".": "./src/index.ts" }, dependencies });

/** A small repository with a core, two packages and an app, and the files given. */
function repository(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "juesuan-boundaries-"));
  folders.push(root);
  const all: Record<string, string> = {
    "packages/core/package.json": manifest("@juesuan/core", { zod: "4", "decimal.js": "10" }),
    "packages/readers/package.json": manifest("@juesuan/readers", { "@juesuan/core": "workspace:*" }),
    "packages/store/package.json": manifest("@juesuan/store", { "@juesuan/core": "workspace:*" }),
    "apps/api/package.json": manifest("@juesuan/api", { "@juesuan/core": "workspace:*" }),
    ...files,
  };
  for (const [name, contents] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), contents);
  }
  return root;
}

const rules = (files: Record<string, string>) => findViolations(repository(files)).map(({ rule }) => rule);

describe("boundaries", () => {
  it("accepts what the layout allows", () => {
    expect(
      rules({
        "packages/core/src/index.ts": `import { z } from "zod";\nimport Decimal from "decimal.js";\nexport * from "./figure.ts";`,
        "packages/core/src/figure.ts": `// process.env, new Date() and fetch("x") in a comment are words\nexport const text = "console.log(1)"; const parsed = new Date("2024-09-25"); export function of(document: { text: string }) { return document.text + \`window \${parsed}\`; }`,
        "packages/core/src/figure.test.ts": `import { readFileSync } from "node:fs"; import { it } from "vitest"; console.log(Date.now());`,
        "packages/core/src/figure.test.support.ts": `import { expect } from "vitest"; export const same = expect;`,
        "packages/readers/src/index.ts": `import { readFile } from "node:fs/promises"; import type { Figure } from "@juesuan/core";`,
        "apps/api/src/index.ts": `import { x } from "@juesuan/readers"; export type { Y } from "@juesuan/core";`,
      }),
    ).toEqual([]);
  });

  it.each([
    ["a package that is not allowed", `import _ from "lodash";`],
    ["a type from a package that is not allowed", `import type { X } from "kysely";`],
    ["a platform module", `import { readFileSync } from "node:fs";`],
    ["a platform module without its prefix", `export * from "fs";`],
    ["a dynamic import", `const fs = await import("node:fs");`],
    ["a type import expression", `export type Y = import("hono").Context;`],
    ["an import over several lines", `import {\n  a,\n  b,\n} from "react";`],
    ["the clock", `export const now = Date.now();`],
    ["the clock by constructor", `export const now = new Date();`],
    ["chance", `export const x = Math.random();`],
    ["the console", `console.log("x");`],
    ["the process", `export const dir = process.env.HOME;`],
    ["the network", `export const page = await fetch("https://example.org");`],
    ["the browser", "export const title = `${window.name}`;"],
  ])("fails when the core uses %s", (_, source) => {
    expect(rules({ "packages/core/src/broken.ts": source })).toEqual(["core-is-pure"]);
  });

  it("fails when imports go against apps → packages → core", () => {
    expect(rules({ "packages/core/src/a.ts": `import "@juesuan/readers";` })).toEqual(["direction"]);
    expect(rules({ "packages/readers/src/a.ts": `import { app } from "@juesuan/api";` })).toEqual(["direction"]);
    expect(rules({ "packages/readers/src/a.ts": `import { put } from "@juesuan/store";` })).toEqual(["direction"]);
    expect(rules({ "packages/readers/src/a.test.ts": `import { app } from "@juesuan/api";` })).toEqual(["direction"]);
  });

  it("fails when a package reaches into another's src", () => {
    expect(rules({ "apps/api/src/a.ts": `import { x } from "@juesuan/core/src/figure.ts";` })).toEqual(["one-index"]);
    expect(rules({ "apps/api/src/a.ts": `import { x } from "../../../packages/core/src/figure.ts";` })).toEqual([
      "own-folder",
    ]);
  });

  it("fails when a dependency is not declared", () => {
    expect(rules({ "packages/store/src/a.ts": `import { Kysely } from "kysely";` })).toEqual(["declared"]);
  });

  it("names file and line", () => {
    expect(findViolations(repository({ "packages/core/src/broken.ts": `\n\nimport "node:fs";` }))).toMatchObject([
      { file: "packages/core/src/broken.ts", line: 3, sentence: expect.stringContaining('"node:fs"') },
    ]);
  });

  it("holds in this repository", () => {
    expect(findViolations(fileURLToPath(new URL("..", import.meta.url)))).toEqual([]);
  });
});

describe("importsOf", () => {
  it("is not fooled by strings, comments, templates and regular expressions", () => {
    const source = [
      "const a = \"import x from 'y'\"; // import 'z'",
      "/* export * from 'w' */ const b = `import ${await import('inside')} 'v'`;",
      "const c = /[\"'`/]/.test(a) ? 1 / 2 : 3; import d from 'after';",
    ].join("\n");
    expect(importsOf(source).map(({ specifier }) => specifier)).toEqual(["inside", "after"]);
  });
});
