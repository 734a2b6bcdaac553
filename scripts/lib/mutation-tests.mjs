// What the tests of mutated code see as "vitest": its expect, and a describe and an it that only collect, so that the same
// process can run any of them again for the next mutant.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const vitest = createRequire(import.meta.url).resolve("vitest/package.json");
export const { expect } = await import(new URL("dist/index.js", pathToFileURL(vitest)).href);

/** Every test collected so far: its id, unique in its file, and what it runs. */
export const collected = [];

let path = [];

export function describe(name, body) {
  path.push(name);
  body();
  path.pop();
}
describe.skipIf = (skipped) => (skipped ? () => {} : describe);

export function it(name, run) {
  collected.push({ name: [...path, name].join(" › "), run });
}
it.skipIf = (skipped) => (skipped ? () => {} : it);
it.each = (cases) => (name, run) => {
  for (const [index, values] of cases.entries()) {
    it(`${name} #${index + 1}`, () => (Array.isArray(values) ? run(...values) : run(values)));
  }
};

/** Tests of the next file; those before are taken away. */
export function takeCollected() {
  path = [];
  return collected.splice(0);
}
