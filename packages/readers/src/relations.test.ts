import {
  buildContext,
  classificationJudge,
  evaluate,
  explainProblem,
  loadClassification,
  profileOf,
  recogniseProfile,
  RELATIONS,
  type Relation,
  type RelationExample,
} from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "./binding/bind.ts";
import { readText } from "./text/index.ts";

/** What a relation alone says of its own example, read as any text is. */
async function messagesOf(
  relation: Relation,
  { text, fiscalYear, profile, previous }: RelationExample,
): Promise<string[]> {
  const document = readText(new TextEncoder().encode(text));
  const bound = bindDisclosure(document);
  const disclosure = fiscalYear === undefined ? bound : { ...bound, fiscalYear };
  const context = buildContext(disclosure, {
    document,
    profile: profile === undefined ? recogniseProfile(disclosure).profile : profileOf(profile),
    classification: classificationJudge(await loadClassification()),
    previous: previous === undefined ? undefined : bindDisclosure(readText(new TextEncoder().encode(previous))),
  });
  const judged = [...(relation.judge?.(context) ?? [])]
    .filter(({ outcome }) => outcome === "violated")
    .map(({ message }) => message?.zh ?? "");
  const proven = evaluate(context, [relation])
    .problems.filter(({ verdict }) => verdict !== "rounding")
    .map((problem) => explainProblem(problem).zh);
  return [...judged, ...proven];
}

describe("every relation does what its examples say", () => {
  for (const relation of RELATIONS) {
    const { id, examples } = relation;
    describe.skipIf(examples.length === 0)(id, () => {
      for (const [index, example] of examples.entries()) {
        it(`example ${index + 1} ${example.holds ? "holds" : "fails"}`, async () => {
          const messages = await messagesOf(relation, example);
          if (example.holds) return expect(messages).toEqual([]);
          expect(messages.length).toBeGreaterThan(0);
          expect(messages.join("\n")).toContain(example.message ?? "");
        });
      }
    });
  }
});
