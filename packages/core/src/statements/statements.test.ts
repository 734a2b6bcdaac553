import { describe, expect, it } from "vitest";
import { parseKey } from "../checking/naming.ts";
import { conceptOf } from "../facts/concepts.ts";
import { keyText } from "../facts/key.ts";
import { PROFILES } from "../profile/catalogue.ts";
import { statementsOf } from "./catalogue.ts";
import { stretchesOf } from "./slots.ts";

const FORMS = PROFILES.filter(({ id }) => id !== "unknown");

/** Every string of a set of statements, wherever it stands. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}

it("cuts a wording at its slots, braces of keys included", () => {
  expect(stretchesOf("支出{is expenditure{fund=general}}万元，占{share @ of revenue}%")).toEqual([
    "支出",
    { verb: "is", argument: "expenditure{fund=general}" },
    "万元，占",
    { verb: "share", argument: "@ of revenue" },
    "%",
  ]);
  expect(() => stretchesOf("支出{is revenue")).toThrow("not closed");
});

describe.each(FORMS.map((profile) => [profile.id, profile] as const))("%s", (id, profile) => {
  const statements = statementsOf(id);

  it("says something in every section that has no sections below it", () => {
    const silent = profile.sections.filter(
      (section) =>
        section.id !== "glossary" &&
        section.id !== "other-matters" &&
        !profile.sections.some((other) => other.id.startsWith(`${section.id}.`)) &&
        (statements.sections[section.id] ?? []).length === 0,
    );
    expect(silent.map((section) => section.id)).toEqual([]);
  });

  it("speaks only of quantities that are declared, by their canonical keys", () => {
    const keys = strings(statements.sections)
      .flatMap((text) => (text.includes("{") && /[一-龥]|\{ask/.test(text) ? stretchesOf(text) : []))
      .flatMap((stretch) => (typeof stretch === "string" ? [] : [stretch]))
      .filter(({ verb }) => ["is", "share", "completion"].includes(verb))
      .flatMap(({ argument }) => argument.split(" of "))
      .filter((key) => key !== "@");
    expect(keys.length).toBeGreaterThan(30);
    for (const key of keys) {
      const { concept, dimensions } = parseKey(key);
      expect(conceptOf(concept), key).toBeDefined();
      expect(keyText(concept, dimensions)).toBe(key);
      if (dimensions.item !== undefined) expect(conceptOf(concept)!.items, key).toHaveProperty(dimensions.item);
    }
  });
});
