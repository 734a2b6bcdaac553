// How the narratives of many forms are read: mini-disclosures in the wording of one place each, with what every figure
// measures written behind it (fixtures/narrative). Run: node --conditions=juesuan-source benchmarks/narrative/index.ts
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "@juesuan/readers";
import { parseAnnotated, scoreAnnotated } from "./annotated.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/narrative");
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;

const rows: Record<string, Record<string, number | string>> = {};
const sum = { figures: 0, bound: 0, right: 0, findings: 0 };
const wrong: string[] = [];
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".txt"))) {
  const annotated = parseAnnotated(readFileSync(join(FOLDER, file), "utf8"));
  const { disclosure, report } = await examine(new TextEncoder().encode(annotated.text));
  const score = scoreAnnotated(annotated, disclosure);
  const findings = report.findings.filter(({ severity }) => severity !== "info").length;
  sum.figures += score.figures;
  sum.bound += score.bound;
  sum.right += score.right;
  sum.findings += findings;
  wrong.push(...score.wrong.map((line) => `${file} ${line}`));
  rows[file.replace(/\.txt$/, "")] = {
    figures: score.figures,
    bound: share(score.bound, score.figures),
    right: share(score.right, score.figures),
    "false findings": findings,
  };
}
rows["all"] = {
  figures: sum.figures,
  bound: share(sum.bound, sum.figures),
  right: share(sum.right, sum.figures),
  "false findings": sum.findings,
};
console.table(rows);
if (wrong.length > 0) console.log(wrong.slice(0, 40).join("\n"));
