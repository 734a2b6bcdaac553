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
