// How surely tables are read in PDFs as their writers put them down (quirks.ts), one habit at a time. Needs no program.
// Run: node --conditions=juesuan-source benchmarks/layouts/produced.ts [a pattern of names] [departments] (KEEP=folder keeps the files)
import { loadClassification, nameLookup } from "@juesuan/core";
import { bindDisclosure, readDocument } from "@juesuan/readers";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomAccounts } from "../disclosures/accounts.ts";
import { HABITS } from "./habits.ts";
import { Ledger } from "./laid-out.ts";
import { ministryTables } from "./ministry.ts";
import { toPdf } from "./pdf-file.ts";
import { QUIRKS, WRITING } from "./quirks.ts";
import { scoreLayout } from "./score.ts";
import { printedOf, typeset } from "./typeset.ts";

const [name = "", seeds = "1,2,3,4"] = process.argv.slice(2);
const kept = process.env["KEEP"];
if (kept !== undefined) mkdirSync(kept, { recursive: true });
const classification = await loadClassification();
let [documents, wholly, cells, right, wrong] = [0, 0, 0, 0, 0];
for (const quirk of QUIRKS.filter((one) => new RegExp(name).test(one.name)))
  for (const habit of HABITS.filter(({ seed }) => seeds.split(",").includes(String(seed)))) {
    const accounts = randomAccounts(habit.seed);
    const heading = { department: accounts.department, unit: habit.unit === "yuan" ? "元" : "万元" };
    const tables = ministryTables(new Ledger(habit, accounts), accounts);
    const setting = {
      width: 842,
      height: 595,
      size: 7,
      stretch: 1,
      figures: "right",
      heads: "center",
      repeat: true,
      splits: false,
      padding: 2,
      ...quirk.setting,
    } as const;
    const { texts, lines } = { ...WRITING, ...quirk };
    const pages = typeset(tables, heading, setting);
    const bytes = toPdf(
      pages.map((page, number) => {
        const content = `0.5 w\n${lines(page)}${texts(page.runs, page)}`;
        return quirk.page?.(content, page, number) ?? { content, width: page.width, height: page.height };
      }),
    );
    if (kept !== undefined) writeFileSync(join(kept, `${quirk.name.replaceAll(/\W+/g, "-")}-${habit.seed}.pdf`), bytes);
    const disclosure = bindDisclosure(await readDocument(bytes), (year) => nameLookup(classification, year));
    const printed = quirk.prints ? printedOf(tables, pages, quirk.prints) : tables;
    const score = scoreLayout(printed, disclosure);
    documents++;
    cells += score.cells;
    right += score.right;
    wrong += score.wrong.length;
    if (score.right === score.cells && score.wrong.length === 0) {
      wholly++;
      continue;
    }
    console.log(
      `${quirk.name}, department ${habit.seed}: ${score.right} of ${score.cells} cells right, ${score.wrong.length} bound wrongly, ${score.unbound.length} unbound`,
    );
    for (const text of score.missed.slice(0, Number(process.env["MISSED"] ?? 2))) console.log(`   missed ${text}`);
    for (const text of score.wrong.slice(0, 3)) console.log(`   wrong ${text}`);
    const reasons = Map.groupBy(score.unbound, ({ reason, source }) => `${source.table ?? "-"}: ${reason}`);
    for (const [reason, { length }] of [...reasons].slice(0, 3)) console.log(`   ${length} unbound, ${reason}`);
  }
console.log(
  `${documents} documents, ${wholly} read without a fault; ${right} of ${cells} cells right (${((100 * right) / cells).toFixed(2)}%), ${wrong} bound wrongly`,
);
