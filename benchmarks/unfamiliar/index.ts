// How tables are bound where one thing of them is other than the reader was told: their title, the heading of a column or of
// the labels, the label of a row, or which columns they print. In documents of every form one table at a time is disturbed in
// one way, and every amount of it must be bound as before or listed as not understood; none may be bound as something else.
//
//   node --conditions=juesuan-source benchmarks/unfamiliar/index.ts [--each 3] [--seed 1] [--only title] [--show] [FILE …]
//
// Given files, these are disturbed instead, as far as they are read undisturbed.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { draftToHtml } from "@juesuan/writers";
import { randomAccounts } from "../disclosures/accounts.ts";
import { Random } from "../disclosures/random.ts";
import { exportTables, jiangsuTables, projectFlow } from "../layouts/export.ts";
import { HABITS } from "../layouts/habits.ts";
import { Ledger } from "../layouts/laid-out.ts";
import { ministryTables } from "../layouts/ministry.ts";
import { toPage as layOut } from "../layouts/page.ts";
import { finish, measured, say } from "../measures.ts";
import { PROFILES, randomDraft } from "../roundtrip/law.ts";
import { DISTURBANCES } from "./disturb.ts";
import { statedDocument, toPage, type StatedDocument } from "./documents.ts";
import { scoreDisturbed, type Score } from "./score.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many tables of each document are disturbed in each way. */
    each: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    show: { type: "boolean", default: false },
    // Read by measures.ts.
    json: { type: "boolean", default: false },
  },
});

async function documents(): Promise<StatedDocument[]> {
  const read: StatedDocument[] = [];
  if (positionals.length > 0) {
    for (const file of positionals) read.push(await statedDocument(basename(file), readFileSync(file)));
    return read;
  }
  const utf8 = new TextEncoder();
  for (const profile of PROFILES)
    read.push(await statedDocument(profile, utf8.encode(draftToHtml((await randomDraft(1, profile, "any")).document))));
  const style = { font: "serif", size: 9, rules: "full", landscape: false, repeat: true } as const;
  for (const habit of HABITS) {
    const accounts = randomAccounts(habit.seed);
    const ledger = new Ledger(habit, accounts);
    const unit = habit.unit === "yuan" ? "元" : "万元";
    const ministry = ministryTables(ledger, accounts);
    for (const [name, tables] of [
      ["ministry", ministry],
      ["jiangsu", [...ministry.slice(0, 4), ...jiangsuTables(ledger, accounts)]],
      ["inner mongolia", [...ministry, projectFlow(ledger, accounts)]],
      ...(habit.seed === 3 ? ([["export", exportTables(ledger, accounts)]] as const) : []),
    ] as const)
      read.push(
        await statedDocument(
          `${name} ${habit.seed}`,
          utf8.encode(layOut(tables, style, { department: accounts.department, unit })),
        ),
      );
  }
  return read;
}

const random = new Random(Number(values.seed));
const all = await documents();
const totals = new Map<string, Score>();
for (const [kind, disturb] of Object.entries(DISTURBANCES)) {
  if (!kind.includes(values.only)) continue;
  for (const document of all) {
    const places = document.blocks.flatMap((block, at) =>
      block.kind === "table" && block.id !== undefined && block.cells.some(({ key }) => key !== undefined) ? [at] : [],
    );
    for (let count = 0; count < Math.min(Number(values.each), places.length); count++) {
      const [at] = places.splice(random.integer(0, places.length - 1), 1);
      const disturbed = disturb(document, at!, random);
      if (!disturbed) continue;
      const score = await scoreDisturbed(
        disturbed.blocks,
        toPage(disturbed.blocks),
        at! - (document.blocks.length - disturbed.blocks.length),
      );
      const total = totals.get(kind) ?? { cells: 0, right: 0, unbound: 0, wrong: 0, elsewhere: 0 };
      totals.set(kind, {
        cells: total.cells + score.cells,
        right: total.right + score.right,
        unbound: total.unbound + score.unbound,
        wrong: total.wrong + score.wrong,
        elsewhere: total.elsewhere + score.elsewhere,
      });
      if (values.show && (score.unbound > 0 || score.wrong > 0 || score.elsewhere > 0)) {
        const table = document.blocks[at!]!;
        say(
          `${kind} | ${document.name} ${table.kind === "table" ? table.id : ""} | ${disturbed.done} | ${score.right}/${score.cells}${score.wrong > 0 ? ` WRONG ${score.wrong} ${score.example ?? ""}` : ""}${score.elsewhere > 0 ? ` elsewhere ${score.elsewhere}` : ""}`,
        );
      }
    }
  }
}

let wrong = 0;
let cells = 0;
for (const [kind, total] of totals) {
  wrong += total.wrong + total.elsewhere;
  cells += total.cells;
  say(`${kind}: ${total.unbound} unbound, ${total.wrong} wrong, ${total.elsewhere} of other tables lost or wrong`);
  measured({
    id: kind.replaceAll(/[^a-z]+/g, "-"),
    zh: `${kind}：绑对的单元格`,
    en: `${kind}: cells bound right`,
    kind: "share",
    value: total.right / total.cells,
    better: "more",
    samples: total.cells,
  });
}
measured({
  id: "wrong",
  zh: "绑错的单元格",
  en: "cells bound wrongly",
  kind: "count",
  value: wrong,
  better: "less",
  samples: cells,
});
finish("unfamiliar");
