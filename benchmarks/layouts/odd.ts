// How surely tables are read that are odd in one way each (oddities.ts): said twice, crossed by a watermark, cut by hand.
// Run: node --conditions=juesuan-source benchmarks/layouts/odd.ts [a pattern of names] [formats] [departments]
import { loadClassification, nameLookup } from "@juesuan/core";
import { bindDisclosure, readDocument } from "@juesuan/readers";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomAccounts } from "../disclosures/accounts.ts";
import { Programs } from "../programs.ts";
import { HABITS } from "./habits.ts";
import { Ledger } from "./laid-out.ts";
import { ministryTables } from "./ministry.ts";
import { ODDITIES, oddPage } from "./oddities.ts";
import { RARITIES } from "./rarities.ts";
import { scoreLayout } from "./score.ts";
import { toWord } from "./word.ts";

const [name = "", formats = "html,pdf,docx,word,writer", seeds = "1,2,3,4"] = process.argv.slice(2);
/** Where the files are kept to be looked at. */
const kept = process.env["KEEP"];
if (kept !== undefined) mkdirSync(kept, { recursive: true });

const programs = new Programs();
const classification = await loadClassification();
let wholly = 0;
let cells = 0;
let right = 0;
let documents = 0;

const oddities = [...ODDITIES, ...RARITIES];
for (const oddity of oddities.filter((one) => new RegExp(name).test(one.name)))
  for (const habit of HABITS.filter(({ seed }) => seeds.split(",").includes(String(seed)))) {
    const accounts = randomAccounts(habit.seed);
    const ledger = new Ledger(habit, accounts);
    const heading = { department: accounts.department, unit: habit.unit === "yuan" ? "元" : "万元" };
    const style = { font: "Noto Serif CJK SC", size: 8, rules: "full", landscape: true, repeat: true } as const;
    const { html, tables } = oddPage(oddity, ministryTables(ledger, accounts), style, heading);
    for (const to of oddity.to) {
      if (!formats.split(",").includes(to)) continue;
      const needed = { html: true, word: true, pdf: programs.browser, docx: programs.office, writer: programs.office };
      if (!needed[to]) continue;
      const file = `${oddity.name.replaceAll(/[^\w一-鿿]+/g, "-")}-${habit.seed}`;
      const bytes = to === "word" ? toWord(tables, heading) : await made(to, file, html, oddity.encode);
      if (kept !== undefined)
        writeFileSync(
          join(
            kept,
            `${file}.${{ html: "html", pdf: "pdf", docx: "docx", word: "word.docx", writer: "writer.pdf" }[to]}`,
          ),
          bytes,
        );
      const disclosure = bindDisclosure(await readDocument(bytes), (year) => nameLookup(classification, year));
      const score = scoreLayout(tables, disclosure);
      documents++;
      cells += score.cells;
      right += score.right;
      if (score.right === score.cells && score.wrong.length === 0) {
        wholly++;
        continue;
      }
      console.log(
        `${oddity.name}, ${to}, department ${habit.seed}: ${score.right} of ${score.cells} cells right, ${score.wrong.length} bound wrongly, ${score.unbound.length} unbound`,
      );
      for (const text of score.missed.slice(0, 3)) console.log(`   missed ${text}`);
      for (const text of score.wrong.slice(0, 3)) console.log(`   wrong ${text}`);
      for (const { text, source, reason } of score.unbound.slice(0, 2))
        console.log(`   unbound ${text}, page ${source.page}, ${source.row ?? ""}: ${reason}`);
    }
  }
await programs.close();
console.log(
  `${oddities.length} oddities, ${documents} documents, ${wholly} read without a fault; ${right} of ${cells} cells right (${((100 * right) / cells).toFixed(2)}%)`,
);

async function made(
  to: "html" | "pdf" | "docx" | "writer",
  file: string,
  html: string,
  encode?: (html: string) => Uint8Array,
): Promise<Uint8Array> {
  if (to === "html") return encode?.(html) ?? new TextEncoder().encode(html);
  if (to === "pdf") return programs.print(html);
  const docx = programs.convert(`${file}.html`, html, "docx");
  return to === "docx" ? docx : programs.convert(`${file}.docx`, docx, "pdf");
}
