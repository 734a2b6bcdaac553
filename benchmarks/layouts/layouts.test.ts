import { loadClassification, nameLookup } from "@juesuan/core";
import { bindDisclosure, readDocument } from "@juesuan/readers";
import { describe, expect, it } from "vitest";
import { randomAccounts, type RandomAccounts } from "../disclosures/accounts.ts";
import { exportTables, jiangsuTables, projectFlow } from "./export.ts";
import { HABITS } from "./habits.ts";
import { Ledger, type LaidOutTable } from "./laid-out.ts";
import { ministryTables } from "./ministry.ts";
import { toPage } from "./page.ts";
import { scoreLayout } from "./score.ts";

const FORMS: Readonly<Record<string, (ledger: Ledger, accounts: RandomAccounts) => readonly LaidOutTable[]>> = {
  "公开01表 to 公开09表": ministryTables,
  "the workbook of 财决01表 and on": exportTables,
  江苏: (ledger, accounts) => [...ministryTables(ledger, accounts).slice(0, 4), ...jiangsuTables(ledger, accounts)],
  内蒙古: (ledger, accounts) => [...ministryTables(ledger, accounts), projectFlow(ledger, accounts)],
};

describe.each(Object.entries(FORMS))("%s", (_, write) => {
  it.each(HABITS)("is read cell by cell, as department $seed prints it", async (habit) => {
    const accounts = randomAccounts(habit.seed);
    const tables = write(new Ledger(habit, accounts), accounts);
    const unit = habit.unit === "yuan" ? "元" : "万元";
    const style = { font: "serif", size: 9, rules: "full", landscape: false, repeat: true } as const;
    const page = toPage(tables, style, { department: accounts.department, unit });
    const document = await readDocument(new TextEncoder().encode(page));
    const classification = await loadClassification();
    const disclosure = bindDisclosure(document, (year) => nameLookup(classification, year));
    const { missed, wrong, unbound } = scoreLayout(tables, disclosure);
    expect(missed).toEqual([]);
    expect(wrong).toEqual([]);
    expect(unbound.map(({ text, reason }) => `${text} ${reason}`)).toEqual([]);
  });
});
