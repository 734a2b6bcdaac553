// Marks the codes that published documents print: every pair of data/evidence.csv that agrees with a list lifts its row to
// `attested` and names the document as its source. Run after adding pairs: node scripts/classification/attest.mjs
import { nameKeyOf } from "../../packages/core/src/classification/names.ts";
import { isValidIn, LISTS, rowsOf, writeRows } from "./files.mjs";

/** So many documents are named per row; more say nothing new. */
const MOST = 4;

const pairs = rowsOf("evidence");
let lifted = 0;
for (const name of LISTS) {
  const rows = rowsOf(name);
  for (const row of rows) {
    const documents = pairs
      .filter(({ code, remark, year }) => code === row.code && remark === "" && isValidIn(row, year))
      .filter((pair) => nameKeyOf(pair.name) === nameKeyOf(row.name))
      .map(({ document }) => document);
    if (documents.length === 0) continue;
    if (row.evidence !== "attested") lifted++;
    row.evidence = "attested";
    const sources = new Set([...row.source.split("；").filter((source) => source !== ""), ...documents]);
    row.source = [...sources].slice(0, MOST).join("；");
  }
  writeRows(name, rows);
}
console.log(`${pairs.length} pairs, ${lifted} rows newly attested`);
