import { keyText, loadClassification, nameLookup } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../../binding/bind.ts";
import { readDocument } from "../../read.ts";
import { paragraph, row, wordFile } from "./made.test.support.ts";

const cells = (...texts: string[]) => row(texts.map((text) => ({ text })));

// 一般公共预算财政拨款支出决算表 as a department prints it: merged headings, the code over three columns.
const DISCLOSURE = [
  paragraph("第二部分 2023年度部门决算表"),
  paragraph("一般公共预算财政拨款支出决算表"),
  paragraph("部门：某市水利局　　　单位：万元"),
  ...row([
    { text: "项目", across: 4 },
    { text: "本年支出", across: 3 },
  ]),
  ...row([
    { text: "科目编码", across: 3 },
    { text: "科目名称" },
    { text: "小计", down: "first" },
    { text: "基本支出", down: "first" },
    { text: "项目支出", down: "first" },
  ]),
  ...row([
    { text: "类" },
    { text: "款" },
    { text: "项" },
    { text: "栏次" },
    { text: "", down: "below" },
    { text: "", down: "below" },
    { text: "", down: "below" },
  ]),
  ...row([{ text: "合计", across: 4 }, { text: "3,030.40" }, { text: "1,135.67" }, { text: "1,894.73" }]),
  ...cells("208", "", "", "社会保障和就业支出", "2,832.40", "937.67", "1,894.73"),
  ...cells("208", "01", "", "人力资源和社会保障管理事务", "2,832.40", "937.67", "1,894.73"),
  ...cells("208", "01", "01", "行政运行", "937.67", "937.67", ""),
  paragraph("注：本表反映部门本年度一般公共预算财政拨款支出情况。"),
  paragraph("第三部分 2023年度部门决算情况说明"),
  paragraph("二、收入决算情况说明"),
  paragraph("2023年本年收入合计\u0013 =SUM(A1) \u00142826.88\u0015万元，其中：一般公共预算财政拨款收入2819.38万元。"),
];

describe("a Word file of 1997", () => {
  it("is read with the merged cells of its tables and the results of its fields", async () => {
    const document = await readDocument(wordFile(DISCLOSURE), { name: "决算.doc" });
    expect(document.format).toBe("doc");
    expect(document.oddities).toEqual([]);
    const table = document.blocks.find((block) => block.kind === "table");
    expect(table?.columnCount).toBe(7);
    expect(table?.cells.filter(({ rowSpan }) => rowSpan > 1).map(({ text, rowSpan }) => `${text} ${rowSpan}`)).toEqual([
      "小计 2",
      "基本支出 2",
      "项目支出 2",
    ]);
    const classification = await loadClassification();
    const { figures, unbound } = bindDisclosure(document, (year) => nameLookup(classification, year));
    expect(unbound).toEqual([]);
    expect(figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`)).toEqual(
      expect.arrayContaining([
        "3,030.40 expenditure{fund=general}",
        "1,894.73 expenditure{fund=general,functional=20801,nature=project}",
        "937.67 expenditure{fund=general,functional=2080101,nature=basic}",
        "2826.88 revenue",
        "2819.38 revenue{fund=general}",
      ]),
    );
  });

  it("is refused where it is encrypted, cut or not of Word", async () => {
    const file = wordFile(DISCLOSURE);
    await expect(readDocument(wordFile(DISCLOSURE, 0x300))).rejects.toMatchObject({ code: "encrypted" });
    await expect(readDocument(file.slice(0, file.length - 4096))).rejects.toMatchObject({ code: "damaged" });
  });

  it("is read in time that grows with its text, however many fields it opens", async () => {
    const fields = "\u0013\u0014".repeat(400_000) + "字".repeat(400_000);
    const document = await readDocument(wordFile([paragraph(fields)]));
    expect(document.text.trim()).toHaveLength(400_000);
  });

  it("is refused where it names more pages of properties than it has", async () => {
    const file = wordFile(DISCLOSURE);
    const view = new DataView(file.buffer, file.byteOffset);
    const main = file.findIndex((_, at) => view.getUint16(at, true) === 0xa5ec);
    view.setUint32(main + 262, 8 * 10_000, true);
    await expect(readDocument(file)).rejects.toMatchObject({ code: "damaged" });
  });

  it("ends in a reading or in a clear error, whatever bytes of it are wrong", async () => {
    const file = wordFile(DISCLOSURE);
    for (let seed = 1; seed <= 300; seed++) {
      const broken = file.slice();
      for (let change = 0; change < 6; change++)
        broken[(seed * 7919 + change * 104_729) % broken.length] = (seed * 31 + change * 17) & 255;
      const read = await readDocument(broken).catch((error: unknown) => error);
      if (read instanceof Error) expect(read.name, `${seed}: ${read.stack}`).toBe("ReadError");
    }
  });
});
