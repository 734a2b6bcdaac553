import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { disclosureOf, finalAccountsSchema, keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { examine } from "../examine.ts";
import { readDocument } from "../read.ts";
import { bindTables } from "./index.ts";

const SHARED = fileURLToPath(new URL("../../../../../shared/documents", import.meta.url));
const PUTUO = `${SHARED}/putuo-finance-2024.pdf`;
const BUDGET = `${SHARED}/putuo-finance-2025-budget.pdf`;
const TEMPLATE = `${SHARED}/final-accounts-template-shanghai-2024.pdf`;
const RENHE = fileURLToPath(new URL("../../../../fixtures/renhe-hrss-2023/source.txt", import.meta.url));

const bindFile = async (file: string) => bindTables(await readDocument(readFileSync(file)), { firstFigureId: 0 });

describe.skipIf(!existsSync(PUTUO))("the nine tables of a real PDF (skipped where it is not at hand)", () => {
  it("are all bound, every printed figure to its key", async () => {
    const { tables, figures, unbound } = await bindFile(PUTUO);
    expect(unbound).toEqual([]);
    expect(
      tables.map(
        ({ table, cells, empty }) =>
          `${table ?? "其他"} ${cells.filter(({ figure }) => figure !== undefined).length}${empty ? " 空" : ""}`,
      ),
    ).toEqual([
      "其他 0 空",
      "revenue-and-expenditure 12",
      "revenue 45",
      "expenditure 44",
      "appropriation 19",
      "general-expenditure 44",
      "basic-expenditure 29",
      "three-public 2",
      "government-fund 0 空",
      "state-capital 0 空",
    ]);
    const facts = figures.map(({ value, concept, dimensions }) => `${value} ${keyText(concept, dimensions)}`);
    expect(facts).toEqual(
      expect.arrayContaining([
        // 合计 stands on the row of 类 | 款 | 项.
        "2946.25 revenue",
        "0.01 revenue{source=other,functional=2010601}",
        "8.37 expenditure{functional=2010601,nature=project}",
        "21.63 opening-carry-over{fund=general}",
        "2961.68 total-disbursements{fund=general}",
        "603.14 expenditure{fund=general,nature=project}",
        "13.58 expenditure{fund=general,economic=31002,nature=basic}",
        "184.65 expenditure{fund=general,nature=basic,group=public}",
        "0.95 three-public{stage=budget,item=receptions}",
      ]),
    );
    for (const { source } of figures) expect(source.page).toBeGreaterThan(0);
  });

  it("lead from typed accounts back to what was bound", async () => {
    const { accounts, disclosure } = await examine(readFileSync(PUTUO));
    expect(disclosureOf(finalAccountsSchema.parse(JSON.parse(JSON.stringify(accounts))))).toEqual(disclosure);
    expect(accounts.department.unitsCovered).toHaveLength(3);
  });
});

describe.skipIf(!existsSync(TEMPLATE))("the official blank of a form (skipped where it is not at hand)", () => {
  it("has its nine tables, all empty", async () => {
    const { tables, figures } = await bindFile(TEMPLATE);
    expect(figures).toEqual([]);
    expect(tables.filter(({ table, empty }) => table !== undefined && empty)).toHaveLength(9);
  });
});

describe.skipIf(!existsSync(BUDGET))("the tables of a budget (skipped where it is not at hand)", () => {
  it("are no tables of final accounts", async () => {
    const { tables, unbound } = await bindFile(BUDGET);
    expect(tables.filter(({ table }) => table !== undefined)).toEqual([]);
    expect(unbound.length).toBeGreaterThan(100);
  });
});

describe.skipIf(!existsSync(RENHE))("the typed accounts of a real text", () => {
  it("go through JSON without loss and back to the disclosure", async () => {
    const { accounts, disclosure } = await examine(readFileSync(RENHE), { name: "source.txt" });
    const read = finalAccountsSchema.parse(JSON.parse(JSON.stringify(accounts)));
    expect(read).toEqual(accounts);
    expect(disclosureOf(read)).toEqual(disclosure);
    expect(accounts).toMatchObject({
      profile: "sichuan",
      fiscalYear: 2023,
      department: { name: "攀枝花市仁和区人力资源和社会保障局" },
      threePublic: { items: { receptions: { final: { value: "3.03" } } } },
    });
    expect(accounts.threePublic.receptionList).toHaveLength(16);
  });
});

describe("a table set too narrow for its amounts", () => {
  const line = (cells: readonly string[]): string => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  const table = (rows: readonly (readonly string[])[]): string =>
    [
      "<h1>某市某区教育局2024年度部门决算</h1><p>一般公共预算财政拨款支出决算表</p><p>单位：万元</p><table>",
      line(["科目编码", "科目名称", "合计", "基本支出", "项目支出"]),
      ...rows.map(line),
      "</table>",
    ].join("\n");
  const read = async (rows: readonly (readonly string[])[]) =>
    (await examine(new TextEncoder().encode(table(rows)))).disclosure;

  it("lists the pieces as unread and takes none of them for an amount", async () => {
    const { figures, unbound, tables } = await read([
      ["205", "教育支出", "3,", "1,", "2,"],
      ["", "", "969", "369", "600"],
      ["", "", ".86", ".86", ".00"],
    ]);
    expect(figures).toEqual([]);
    expect(unbound.map(({ text }) => text)).toContain("969");
    expect(tables).toMatchObject([{ table: "general-expenditure", empty: false, rows: [] }]);
  });

  it("is an ordinary table where they stand whole", async () => {
    const { figures } = await read([["205", "教育支出", "3,969.86", "1,369.86", "2,600.00"]]);
    expect(figures.map(({ value }) => value)).toEqual(["3969.86", "1369.86", "2600.00"]);
  });
});

describe("a table whose last column is cut off at the edge of the page", () => {
  const errorsOf = async (cut: boolean) => {
    const last = (text: string): string => (cut ? `<td>${text}</td>` : "");
    const html = [
      "<h1>某市某区教育局2024年度部门决算</h1><p>一般公共预算财政拨款项目支出决算表</p><p>单位：万元</p><table>",
      `<tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>商品和服务支出</td><td>对个人和家庭的补助</td>${last("")}</tr>`,
      `<tr><td></td><td>合计</td><td>30.26</td><td>17.28</td><td></td>${last("1")}</tr>`,
      `<tr><td>204</td><td>公共安全支出</td><td>30.26</td><td>17.28</td><td></td>${last("1")}</tr>`,
      "</table>",
    ].join("\n");
    const { report } = await examine(new TextEncoder().encode(html));
    return report.findings.filter(({ severity }) => severity === "error").map(({ relation }) => relation);
  };

  it("is not said to miss what may stand there", async () => {
    expect(await errorsOf(true)).toEqual([]);
    expect(await errorsOf(false)).toEqual(["table.across"]);
  });
});
