import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@juesuan/readers";
import { describe, expect, it } from "vitest";
import { parseAnnotated, scoreAnnotated } from "./annotated.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/narrative");

describe("the wording of each form", () => {
  it.each(readdirSync(FOLDER).filter((file) => file.endsWith(".txt")))(
    "%s is read figure by figure, and found right",
    async (file) => {
      const annotated = parseAnnotated(readFileSync(join(FOLDER, file), "utf8"));
      const { disclosure, report } = await examine(new TextEncoder().encode(annotated.text));
      expect(scoreAnnotated(annotated, disclosure).wrong).toEqual([]);
      expect(report.findings.filter(({ severity }) => severity !== "info").map(({ message }) => message)).toEqual([]);
    },
  );
});

describe("the wording of a form, however it is set", () => {
  const FORMS = [
    "anhui",
    "central",
    "fujian",
    "guangdong",
    "hubei",
    "hunan",
    "jiangxi",
    "shandong",
    "shanxi",
    "zhejiang",
  ];
  const outside = (text: string, change: (words: string) => string): string =>
    text
      .split(/(⟦[^⟧]*⟧)/)
      .map((piece) => (piece.startsWith("⟦") ? piece : change(piece)))
      .join("");
  const SETTINGS: readonly [string, (words: string) => string][] = [
    ["in one paragraph", (words) => words.replaceAll(/\s*\n\s*/g, " ")],
    [
      "with spaces around its figures",
      (words) => words.replaceAll(/(?<=[一-龥）”，：；。])(?=\d)|(?<=[\d%])(?=[一-龥（])/g, " "),
    ],
  ];
  it.each(FORMS.flatMap((form) => SETTINGS.map(([how, change]) => ({ form, how, change }))))(
    "$form is read as well $how",
    async ({ form, change }) => {
      const annotated = parseAnnotated(outside(readFileSync(join(FOLDER, `${form}.txt`), "utf8"), change));
      const { disclosure, report } = await examine(new TextEncoder().encode(annotated.text));
      expect(scoreAnnotated(annotated, disclosure).wrong).toEqual([]);
      expect(report.findings.filter(({ severity }) => severity !== "info").map(({ message }) => message)).toEqual([]);
    },
  );
});
