import {
  buildContext,
  checkDisclosure,
  classificationJudge,
  evaluate,
  explainProblem,
  loadClassification,
  profileOf,
  recogniseProfile,
  RELATIONS,
  type ReadDocument,
  type Relation,
  type RelationExample,
} from "@juesuan/core";
import { examplesOf } from "@juesuan/core/examples";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "./binding/bind.ts";
import { readHtml } from "./html/index.ts";
import { readText } from "./text/index.ts";

/** As the words of a disclosure, or as a page for what only a page has. */
function read(text: string): ReadDocument {
  const bytes = new TextEncoder().encode(text);
  return text.startsWith("<!doctype html>") ? readHtml(bytes) : readText(bytes);
}

/** What a relation alone says of its own example, read as any text is. */
async function messagesOf(
  relation: Relation,
  { text, fiscalYear, profile, previous }: RelationExample,
): Promise<string[]> {
  const document = read(text);
  const bound = bindDisclosure(document);
  const disclosure = fiscalYear === undefined ? bound : { ...bound, fiscalYear };
  const context = buildContext(disclosure, {
    document,
    profile: profile === undefined ? recogniseProfile(disclosure).profile : profileOf(profile),
    classification: classificationJudge(await loadClassification()),
    previous: previous === undefined ? undefined : bindDisclosure(read(previous)),
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
    const { id } = relation;
    const examples = examplesOf(id);
    describe(id, () => {
      it("has one that holds and one that fails", () => {
        expect(new Set(examples.map(({ holds }) => holds))).toEqual(new Set([true, false]));
      });

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

describe("one cause is one finding", () => {
  const findingsOf = (text: string) => {
    const document = read(text);
    const disclosure = { ...bindDisclosure(document), kind: "final-accounts" as const };
    return checkDisclosure(disclosure, { file: "", sha256: "", format: "text", document }).findings;
  };

  it("reads no direction out of 增加（减少）: that nobody chose is the one fault", () => {
    const text = `上海市普陀区某局2024年度部门决算

第三部分 2024年度部门决算情况说明

一、收入支出决算总体情况说明

2024年度收入支出总计110.00万元。与2023年度相比，收入支出总计增加（减少）10.00万元，增长10.00%。主要原因：人员增加。`;
    const errors = findingsOf(text).filter(({ severity }) => severity === "error");
    expect(errors.map(({ relation }) => relation)).toEqual(["wording.leftover"]);
    expect(errors[0]!.symptoms).toEqual([]);
  });

  it("holds no other item to be misread beside 增加/减少0万元", () => {
    const text = `上海市普陀区某局2024年度部门决算

第三部分 2024年度部门决算情况说明

七、“三公”经费支出决算情况说明

“三公”经费支出决算4.00万元，比2023年减少0.50万元，下降11.1%，主要原因是厉行节约。其中：因公出国（境）费支出决算0万元，增加/减少0万元，增长/下降0%；公务用车购置及运行维护费支出决算3.00万元，增加0.50万元，增长16.7%；公务接待费支出决算1.00万元，减少1.00万元，下降50%。`;
    const errors = findingsOf(text).filter(({ severity }) => severity === "error");
    expect(errors.map(({ relation }) => relation)).toEqual(["wording.leftover", "narrative.growth"]);
  });
});

describe("what a form owes", () => {
  it.each(["structure.table-missing", "structure.section-missing"])(
    "is only noted as missing where another form, as likely, does not owe it: %s",
    (id) => {
      const relation = RELATIONS.find((candidate) => candidate.id === id)!;
      const example = examplesOf(id).find(({ holds }) => !holds)!;
      const document = read(example.text);
      const disclosure = bindDisclosure(document);
      const profile = profileOf(example.profile!)!;
      const severitiesBeside = (...rivals: (typeof profile)[]) =>
        [...relation.judge!(buildContext(disclosure, { document, profile, rivals }))].flatMap(
          ({ outcome, severity = relation.severity }) => (outcome === "violated" ? [severity] : []),
        );
      const owesNothing = { ...profile, tables: [], sections: [] };
      expect(severitiesBeside(profile)).toEqual(severitiesBeside());
      expect(severitiesBeside()).not.toContain("info");
      expect(new Set(severitiesBeside(profile, owesNothing))).toEqual(new Set(["info"]));
    },
  );
});
