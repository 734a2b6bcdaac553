import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { finalAccountsSchema, type FinalAccounts } from "@juesuan/core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  answersOfForm,
  draftDisclosure,
  draftToDocx,
  draftToHtml,
  draftToMarkdown,
  EMPTY_FORM,
  formFor,
  type Draft,
} from "../index.ts";
import { strFromU8, unzipSync } from "fflate";

const FIXTURE = fileURLToPath(new URL("../../../../fixtures/renhe-hrss-2023/accounts.json", import.meta.url));
const accounts = finalAccountsSchema.parse(JSON.parse(readFileSync(FIXTURE, "utf8"))) as FinalAccounts;

describe("the disclosure of a real department, written anew from its accounts", () => {
  let draft: Draft;
  let text: string;
  beforeAll(async () => {
    draft = await draftDisclosure(accounts);
    text = draftToMarkdown(draft.document);
  });

  it("says what was published", () => {
    expect(text).toContain(
      "2023年度收、支总计均为3037.9万元。与2022年度相比，收、支总计各增加1019.89万元，增长50.5%。主要变动原因是2023年度项目经费增加。",
    );
    expect(text).toContain("比2022年减少2.23万元，下降2.7%。主要原因是本年度厉行节约机关运行经费支出减少。");
    expect(text).toContain("（1）接待省人社厅及市人社局到仁和区开展职业能力建设工作就餐费0.32万元；");
  });

  it("has its errors gone: the share is computed, the unit is put right", () => {
    expect(draft.corrections.map(({ printed, written }) => `${printed} → ${written}`)).toEqual([
      "98.9% → 99.8%",
      "2819.38元 → 2819.38万元",
    ]);
    expect(text).toContain("一般公共预算财政拨款支出3030.4万元，占本年支出合计的99.8%。");
    expect(text).toContain("其中一般公共预算收入2819.38万元");
    expect(text).not.toContain("98.9");
  });

  it("computes what the tables need and the accounts do not state: 7.5万元 of state capital went to one class", () => {
    const table = draft.grids.find(({ table: id }) => id === "revenue-and-expenditure")!;
    const cells = table.rows.flat();
    expect(cells.filter(({ missing }) => missing)).toEqual([]);
    expect(cells.find(({ key }) => key === "expenditure{functional=223}")?.text).toBe("7.50");
  });

  it("asks for what nobody can compute, and marks it where it is missing", () => {
    expect(draft.document.gaps[0]).toEqual({
      id: "reason:three-public",
      kind: "text",
      label: "“三公”经费增减变化的主要原因",
      section: "（一）“三公”经费财政拨款支出决算总体情况说明",
    });
    expect(text).toContain("主要原因是【待填：“三公”经费增减变化的主要原因】。");
    expect(draft.document.gaps.map(({ id }) => id)).toContain("table:basic-expenditure");
  });

  it("takes the form's answers, and asks no more for them", async () => {
    const form = formFor(draft.document.gaps, EMPTY_FORM);
    expect(form.texts).toEqual({ "reason:three-public": "" });
    const filled = { ...form, texts: { "reason:three-public": "接待任务增加。" } };
    const { document } = await draftDisclosure(accounts, answersOfForm(filled));
    expect(draftToMarkdown(document)).toContain("增长13.5%。主要原因是接待任务增加。");
    expect(document.gaps.map(({ id }) => id)).not.toContain("reason:three-public");
  });

  it("marks the gaps in red in Word, and draws its charts natively", async () => {
    const parts = unzipSync(await draftToDocx(draft.document));
    expect(strFromU8(parts["word/document.xml"]!)).toMatch(/w:val="C00000"[^>]*\/>.{0,200}【待填/);
    const charts = Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(7);
  });

  it("tags every figure of the page, and tells programs whose it is", () => {
    const page = draftToHtml(draft.document);
    expect(page).toContain(
      '<data value="1019.89" data-concept="total-receipts" data-measure="change" data-unit="ten-thousand-yuan" data-direction="increase">1019.89</data>',
    );
    const dataset = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!) as object;
    expect(dataset).toMatchObject({ "@type": "Dataset", temporalCoverage: "2023-01-01/2023-12-31" });
  });
});

describe("last year's disclosure", () => {
  it("gives what this year's figures are compared with", async () => {
    const now = { ...accounts, figures: accounts.figures.filter(({ dimensions }) => dimensions.measure !== "change") };
    const alone = await draftDisclosure(now);
    expect(alone.document.gaps.map(({ id }) => id)).toContain("operating-costs{period=previous}");
    const { document } = await draftDisclosure(now, { last: { ...accounts, fiscalYear: 2022 } });
    expect(draftToMarkdown(document)).toContain("机关运行经费支出80.35万元，与2022年持平。");
  });
});

describe("accounts that nothing can be written from", () => {
  it("are refused with the reason", async () => {
    const { fiscalYear: _year, ...without } = accounts;
    await expect(draftDisclosure(without)).rejects.toThrow("没有决算年度");
    expect((await draftDisclosure(without, { fiscalYear: 2023 })).document.fiscalYear).toBe(2023);
  });

  it("have no number where a form should hold one", () => {
    const form = { ...EMPTY_FORM, figures: { "operating-costs{period=previous}": "八十万" } };
    expect(() => answersOfForm(form)).toThrow("“八十万”不是数字");
  });
});
