import { describe, expect, it } from "vitest";
import { bindDisclosure } from "./binding/bind.ts";
import { LIMITS } from "./detect/limits.ts";
import { examine } from "./examine.ts";
import { readDocument } from "./read.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("files that are large and say nothing", () => {
  it("are refused by their size alone", async () => {
    await expect(readDocument(new Uint8Array(LIMITS.inputBytes + 1))).rejects.toMatchObject({ code: "too-large" });
  });

  it("are refused where nothing of them is text", async () => {
    await expect(readDocument(new Uint8Array(8 * 1024 * 1024))).rejects.toMatchObject({ name: "ReadError" });
  });

  // What grew with the square of its lines would run into the test's limit here.
  it("are read in one pass, however many headings, sentences or rows they repeat", { timeout: 120_000 }, async () => {
    const headings = bindDisclosure(await readDocument(bytesOf("一、支出\n".repeat(100_000))));
    expect(headings.figures).toEqual([]);
    const sentences = bindDisclosure(await readDocument(bytesOf("支出12.34万元，占".repeat(50_000))));
    expect(sentences.figures.length + sentences.unbound.length).toBe(50_000);
    const shares = bindDisclosure(
      await readDocument(bytesOf(`三、支出决算情况说明\n${"本年支出1.5万元，占支出总额的0.1%。\n".repeat(20_000)}`)),
    );
    expect(shares.figures.length + shares.unbound.length).toBe(40_000);
    const posts = bindDisclosure(
      await readDocument(bytesOf(`一、机构设置\n${"行政编制10人，实有9人，".repeat(40_000)}`)),
    );
    expect(posts.figures.length + posts.unbound.length).toBe(80_000);
    const rows = bindDisclosure(await readDocument(bytesOf("支出\t2.50\n".repeat(50_000))));
    expect(rows.figures.length + rows.unbound.length).toBe(50_000);
    const strange = bindDisclosure(
      await readDocument(
        bytesOf(
          `收入支出决算总表\n单位：万元\n\n| 项目 | 金额 | 项目 | 金额 |\n|---|---|---|---|\n${"| 某项收入 | 1.50 | 某项支出 | 1.50 |\n".repeat(20_000)}`,
        ),
      ),
    );
    expect(strange.figures.length + strange.unbound.length).toBe(40_000);
  });

  it(
    "are checked in one pass where reasons are looked for and shares told over and over",
    { timeout: 60_000 },
    async () => {
      const title = "某某市教育局2023年度部门决算\n第三部分 2023年度部门决算情况说明\n";
      const texts = [
        `一、收入支出决算总体情况说明\n${"字".repeat(100_000)}。收入总计比上年减少5.00万元。`,
        `一、收入支出决算总体情况说明\n${"收入总计5万元，比上年减少5.00万元。".repeat(3_000)}`,
        `二、收入决算情况说明\n${"事业收入5万元，占总收入1%，".repeat(8_000)}`,
        `五、一般公共预算财政拨款支出决算情况\n支出775.6万元，${"其中人员支出500万元、公用支出75.6万元、项目支出200万元，分别占64.47%、9.75%、25.79%，".repeat(1_200)}`,
        `七、“三公”经费支出决算情况\n${"公务接待费减少0.5万元，公务用车运行维护费减少0.5万元，分别下降9.09%和14.29%，".repeat(3_000)}`,
      ];
      for (const text of texts) expect((await examine(bytesOf(`${title}${text}`))).report.kind).toBe("final-accounts");
    },
  );

  it("are read in one pass where a name or a row of strokes never ends", { timeout: 60_000 }, async () => {
    const name = await readDocument(bytesOf(`收入决算表\n30101 基本工资\n${"津贴\n".repeat(100_000)}`));
    expect(name.blocks.length).toBeGreaterThan(1);
    const strokes = await readDocument(bytesOf(`收入决算表\n项目${"|".repeat(200_000)}栏\n项目 1.50`));
    expect(strokes.blocks.length).toBeGreaterThan(1);
  });

  // Each 项目 is looked on from: up to the next, and not to the end of all.
  it("are read in bounded time where every other line might begin a table", { timeout: 20_000 }, async () => {
    const lines = `某县局2023年度部门决算\n${"项目\nX\n项目\n1\n".repeat(10_000)}${"Y\n1\n2\n3\n".repeat(10_000)}`;
    expect((await readDocument(bytesOf(lines))).blocks.length).toBeGreaterThan(1);
  });

  // Every set of culprits that does is looked for anew with each contradiction that turns up: without a bound for hours.
  it("are checked in bounded time where everything contradicts itself", { timeout: 60_000 }, async () => {
    const told = "其中：基本支出1420.67万元，项目支出530.2万元，年初预算数1502.3万元，完成年初预算的129.86%，".repeat(
      600,
    );
    const { report } = await examine(
      bytesOf(
        `某某市教育局2024年度部门决算\n第三部分 2024年度部门决算情况说明\n三、支出决算情况说明\n本年支出合计1100.00万元，其中：基本支出800.00万元，项目支出300.00万元。\n五、一般公共预算财政拨款支出\n一般公共预算财政拨款支出100万元，${told}`,
      ),
    );
    expect(report.kind).toBe("final-accounts");
  });

  it("are refused where a page nests without end or has tags without end", async () => {
    await expect(readDocument(bytesOf(`<html>${"<table><tr><td>".repeat(2_000)}`))).rejects.toMatchObject({
      code: "too-large",
    });
    await expect(readDocument(bytesOf(`<html>${"<b>".repeat(LIMITS.htmlTags + 1)}`))).rejects.toMatchObject({
      code: "too-large",
    });
  });
});
