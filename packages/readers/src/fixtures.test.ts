import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  assembleAccounts,
  checkDisclosure,
  disclosureOf,
  finalAccountsSchema,
  type DocumentReport,
} from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { examine } from "./index.ts";

const folder = fileURLToPath(new URL("../../../fixtures/", import.meta.url));
const fixtures = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(folder + entry.name).includes("expected-findings.json"))
  .map(({ name }) => name);

/** The disclosure of a fixture, in whatever format: `source.txt`, `source.html` … */
const sourceOf = (id: string): string => readdirSync(folder + id).find((name) => name.startsWith("source."))!;

interface Expected {
  readonly errors: readonly { readonly culprit: string; readonly expected: string }[];
  readonly warnings: readonly { readonly says: readonly string[] }[];
  readonly notErrors: readonly { readonly figures: readonly string[] }[];
}

const json = <T>(id: string, name: string): T => JSON.parse(readFileSync(`${folder}${id}/${name}`, "utf8")) as T;

const of = (report: DocumentReport, severity: string) =>
  report.findings.filter((finding) => finding.severity === severity);

describe.each(fixtures)("fixture %s", (id) => {
  const bytes = new Uint8Array(readFileSync(`${folder}${id}/${sourceOf(id)}`));
  const expected = json<Expected>(id, "expected-findings.json");

  it("binds at least 98% of its figures, and loses none", async () => {
    const { printed, bound, unbound } = (await examine(bytes)).report.figures;
    expect(bound + unbound).toBe(printed);
    expect(bound / printed).toBeGreaterThanOrEqual(0.98);
  });

  it("has exactly the errors expected, each with its culprit and what should stand there", async () => {
    const { report } = await examine(bytes);
    expect(
      of(report, "error").map(({ culprits }) => culprits.map(({ text, expected: should }) => [text, should])),
    ).toEqual(expected.errors.map(({ culprit, expected: should }) => [[culprit, should]]));
  });

  it("has exactly the warnings expected", async () => {
    const messages = of((await examine(bytes)).report, "warning").map(({ message }) => message);
    expect(messages).toHaveLength(expected.warnings.length);
    for (const { says } of expected.warnings)
      expect(
        messages.some((message) => says.every((words) => message.includes(words))),
        says.join(" "),
      ).toBe(true);
  });

  it("takes what rounding explains for no error", async () => {
    const { report } = await examine(bytes);
    const blamed = new Set(
      [...of(report, "error"), ...of(report, "warning")].flatMap(({ culprits }) => culprits.map(({ text }) => text)),
    );
    for (const { figures } of expected.notErrors)
      for (const figure of figures) expect(blamed.has(figure), figure).toBe(false);
  });

  it("is what its typed accounts say, which come back from JSON without loss and check alike", async () => {
    const { disclosure, document, report } = await examine(bytes);
    const written = JSON.parse(JSON.stringify(assembleAccounts(disclosure, { text: document.text }))) as unknown;
    const kept = json<unknown>(id, "accounts.json");
    expect(kept).toEqual(written);
    const accounts = finalAccountsSchema.parse(kept);
    expect(JSON.parse(JSON.stringify(accounts))).toEqual(kept);
    const again = checkDisclosure(disclosureOf(accounts), { file: "", sha256: "", format: "accounts" });
    const numeric = (from: DocumentReport) =>
      from.findings.filter(({ verdict }) => verdict !== "violated").map(({ message }) => message);
    expect(numeric(again)).toEqual(numeric(report));
  });
});
