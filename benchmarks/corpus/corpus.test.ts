import { createHash } from "node:crypto";
import { examine } from "@juesuan/readers";
import { beforeAll, describe, expect, it } from "vitest";
import { generateCorpus, type CorpusFile, type SeededError } from "./generate.ts";
import { hits, scoreClaims } from "./score.ts";

type Written = CorpusFile & { readonly bytes: Uint8Array };

async function written(seed: number, count: number): Promise<Written[]> {
  const files: Written[] = [];
  for await (const file of generateCorpus(seed, count)) files.push(file);
  return files;
}

describe("The corpus", () => {
  let files: Written[];
  beforeAll(async () => {
    files = await written(3, 12);
  }, 120_000);

  it("holds every form and format, mistakes, and a file without any", () => {
    expect(new Set(files.map(({ form }) => form))).toEqual(
      new Set(["shanghai", "sichuan", "national", "yunnan", "shaanxi"]),
    );
    expect(new Set(files.map(({ format }) => format))).toEqual(new Set(["html", "txt", "docx"]));
    expect(files.filter(({ errors }) => errors.length === 0)).toHaveLength(2);
  });

  it("says of every file what stands there, and its formats are read alike", { timeout: 120_000 }, async () => {
    for (const { file, bytes, errors, fiscalYear, department } of files) {
      const { document, report } = await examine(bytes.slice(), { name: file });
      const text = document.text.replaceAll(/[\s|]/g, "");
      for (const { context, at, wrong } of errors.filter(({ names }) => names === undefined)) {
        expect(text).toContain(context);
        expect(context.slice(at)).toMatch(new RegExp(`^${RegExp.escape(wrong.replaceAll(/\s/g, ""))}`));
      }
      expect([report.kind, report.department]).toEqual(["final-accounts", department]);
      // A year is one of the things that are mistaken.
      if (!errors.some(({ kind }) => kind.includes("year"))) expect(report.fiscalYear).toBe(fiscalYear);
      if (errors.length === 0) expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("is the same for the same seed, byte for byte", { timeout: 120_000 }, async () => {
    const hash = ({ bytes }: Written) => createHash("sha256").update(bytes).digest("hex");
    expect((await written(3, 5)).map(hash)).toEqual(files.slice(0, 5).map(hash));
  });
});

describe("The score", () => {
  const error: SeededError = {
    kind: "text: share wrong",
    wrong: "98.9",
    right: "99.8",
    context: "支出3030.4万元，占本年支出合计的98.9%。与2022年相比",
    at: 19,
  };
  const missing: SeededError = {
    kind: "table missing",
    wrong: "",
    right: "支出决算表",
    context: "",
    at: 0,
    names: "支出决算表",
  };
  const claim = (context: string, message = "", expected?: string) => ({
    file: "a.txt",
    context,
    message,
    ...(expected === undefined ? {} : { expected }),
  });

  it("takes a claim for a hit that shows the words around the place, and no other", () => {
    expect(error.context.slice(error.at)).toMatch(/^98\.9/);
    expect(hits(error, claim("占本年支出合计的 98.9%。 与2022年相比，"))).toBe(true);
    expect(hits(error, claim("98.9%"))).toBe(false);
    expect(hits(error, claim("支出3030.4万元，占本年支出合计的"))).toBe(false);
    expect(hits(missing, claim("", "缺少“支出决算表”。"))).toBe(true);
    expect(hits(missing, claim("", "缺少“收入决算表”。"))).toBe(false);
  });

  it("counts a value that is named for one of two places", () => {
    const file = { form: "shanghai", fiscalYear: 2024, format: "txt", department: "某局" } as const;
    const manifest = { version: 1, seed: 1, files: [{ ...file, file: "a.txt", errors: [error] }] } as const;
    const both = { file: "a.txt", context: "占本年支出合计的98.9%。与2022年相比", message: "" };
    expect(scoreClaims(manifest, [{ ...both, expected: ["0.2", "99.8"] }]).named).toBe(1);
    expect(scoreClaims(manifest, [{ ...both, expected: ["0.2", "98.9"] }]).named).toBe(0);
  });

  it("counts what is found, what value is named, and what is claimed of true files", () => {
    const file = { form: "shanghai", fiscalYear: 2024, format: "txt", department: "某局" } as const;
    const manifest = {
      version: 1,
      seed: 1,
      files: [
        { ...file, file: "a.txt", errors: [error, missing] },
        { ...file, file: "b.txt", errors: [] },
      ],
    } as const;
    const score = scoreClaims(manifest, [
      claim("占本年支出合计的98.9%。与2022年相比", "", "99.8"),
      claim("别处", ""),
      { ...claim("别处"), file: "b.txt" },
    ]);
    expect(score).toMatchObject({
      seeded: 2,
      found: 1,
      valued: 1,
      named: 1,
      extra: 1,
      falseInTrueFiles: 1,
      trueFiles: 1,
    });
  });
});
