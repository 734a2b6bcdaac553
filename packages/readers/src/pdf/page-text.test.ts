import { boxOf } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { readPdf } from "./index.ts";
import { line, madePdf, ruled, text } from "./made.test.support.ts";
import { paragraphsOf, shown, tablesOf } from "./shown.test.support.ts";

describe("paragraphs", () => {
  it("puts figures back into their sentence when their font has another baseline", async () => {
    const content =
      text(72, 80, "年初预算为") +
      text(132, 86, "1,560.05") +
      text(180, 80, "万元，支出决算为") +
      text(276, 74, "1,511.89") +
      text(324, 80, "万元。");
    expect(paragraphsOf(await readPdf(madePdf([{ content }])))).toEqual([
      "body: 年初预算为1,560.05万元，支出决算为1,511.89万元。",
    ]);
  });

  it("joins a sentence over a page break with the page number between", async () => {
    const full = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七";
    const first = text(96, 700, full.slice(2)) + text(72, 720, full) + text(72, 740, full) + text(290, 810, "1", 10);
    const second = text(72, 80, "八九十。") + text(96, 100, `${full.slice(0, 30)}。`) + text(290, 810, "2", 10);
    const document = await readPdf(madePdf([{ content: first }, { content: second }]));
    expect(paragraphsOf(document)).toEqual([
      `body: ${full.slice(2)}${full}${full}八九十。`,
      "page-number: 1",
      `body: ${full.slice(0, 30)}。`,
      "page-number: 2",
    ]);
    const cut = document.blocks[0]!;
    expect(boxOf(document, cut.start, cut.end)!.page).toBe(1);
    expect(boxOf(document, cut.end - 4, cut.end)!.page).toBe(2);
  });

  it("joins a number that the end of a line cuts short of the margin, and no two numbers", async () => {
    const full = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七";
    const lines = (one: string, other: string) =>
      text(96, 100, full.slice(2)) +
      text(72, 120, one) +
      text(72, 140, other) +
      text(72, 160, `${full.slice(0, -1)}。`);
    // The lines before it end a character further to the right.
    const cut = `${full.slice(0, -2)}78`;
    const joined = async (other: string) =>
      paragraphsOf(await readPdf(madePdf([{ content: lines(cut, other) }]))).join();
    expect(await joined("7.37万元，增长。")).toContain("六七八九十一二三四五787.37万元");
    expect(await joined("7.3712345，增长。")).toContain("78 7.3712345");
  });

  it("knows headers that pages repeat, and contents that lead to pages", async () => {
    const page = (words: string) => ({ content: text(200, 40, "某局2024年度部门决算", 9) + text(96, 120, words) });
    const document = await readPdf(
      madePdf([page("一、部门职责……………………1"), page("一、部门职责"), page("负责财政工作。")]),
    );
    expect(paragraphsOf(document).filter((words) => !words.startsWith("header"))).toEqual([
      "contents: 一、部门职责……………………1",
      "heading: 一、部门职责",
      "body: 负责财政工作。",
    ]);
    expect(paragraphsOf(document).filter((words) => words.startsWith("header"))).toHaveLength(3);
  });

  it("normalises radicals, full-width digits and spread words", async () => {
    const content = text(72, 80, "⽉⼊２０２４年占１２．５％") + text(72, 120, "目", 16) + text(140, 120, "录", 16);
    expect(paragraphsOf(await readPdf(madePdf([{ content }])))).toEqual(["body: 月入2024年占12.5%", "heading: 目录"]);
  });

  it("reads imitated bold once and sets apart what nobody sees", async () => {
    const content =
      text(72, 80, "重复2024.00") +
      text(72.3, 80, "重复2024.00") +
      text(700, 80, "页外1.00") +
      `3 Tr ${text(72, 120, "隐去2.00")} 0 Tr ` +
      `1 g ${text(72, 160, "白字3.00")} 0 g `;
    const document = await readPdf(madePdf([{ content }]));
    expect(paragraphsOf(document)).toEqual([
      "body: 重复2024.00",
      "outside: 页外1.00",
      "outside: 隐去2.00",
      "outside: 白字3.00",
    ]);
    expect(document.oddities.map(({ code }) => code)).toEqual(["unseen-text"]);
  });

  it("keeps a watermark out of the sentences", async () => {
    const content = `${text(72, 300, "正文在这里，")}${text(144, 300, "没有中断。")}BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 520 Tm <68377a3f> Tj ET`;
    expect(paragraphsOf(await readPdf(madePdf([{ content }])))).toEqual(
      expect.arrayContaining(["body: 正文在这里，没有中断。", "chart: 样稿"]),
    );
  });
});

describe("charts", () => {
  const bar = (x: number, top: number, bottom: number) =>
    `0.2 0.4 0.8 rg ${x} ${842 - bottom} 50 ${bottom - top} re f 0 g\n`;
  it("sets their labels apart, so that they are neither sentences nor tables", async () => {
    const axes = [0, 1, 2, 3, 4].map(
      (step) => line(150, 200 + step * 40, 450, 200 + step * 40) + text(120, 204 + step * 40, `${4 - step}000`, 9),
    );
    const content =
      text(96, 80, "本年收入合计2,946.25万元。") +
      axes.join("") +
      line(150, 200, 150, 360) +
      bar(190, 240, 360) +
      bar(300, 220, 360) +
      text(195, 235, "2,940.05", 9) +
      text(305, 215, "3,120.10", 9) +
      text(195, 375, "2023年", 9) +
      text(305, 375, "2024年", 9) +
      text(96, 440, "本年支出合计2,940.05万元。");
    const document = await readPdf(madePdf([{ content }]));
    expect(tablesOf(document)).toEqual([]);
    expect(paragraphsOf(document).filter((words) => !words.startsWith("chart"))).toEqual([
      "body: 本年收入合计2,946.25万元。",
      "body: 本年支出合计2,940.05万元。",
    ]);
  });
  it("leaves a table a table under a stamp or with coloured cells", async () => {
    const table = ruled(
      [72, 200, 300, 400],
      [100, 140, 180, 220],
      [
        ["项目", "年初", "决算数"],
        ["一、财政拨款", "1.00", "2,940.05"],
        ["合计", "1.00", "2,940.05"],
      ],
    );
    const stamp =
      "1 0 0 RG 380 700 m 380 733 353 760 320 760 c 287 760 260 733 260 700 c 260 667 287 640 320 640 c 353 640 380 667 380 700 c S 0 G ";
    const document = await readPdf(madePdf([{ content: `0.9 g 72 702 328 40 re f 0 g ${table}${stamp}` }]));
    expect(tablesOf(document).map(shown)).toEqual([
      ["项目|年初|决算数", "一、财政拨款|1.00|2,940.05", "合计|1.00|2,940.05"],
    ]);
  });
  it("leaves a table without lines a table under the ring of a seal", async () => {
    const row = (at: number, ...words: readonly string[]) =>
      words.map((word, index) => text(72 + 150 * index, at, word)).join("");
    const names = ["教育支出", "科学支出", "卫生支出", "农林支出", "住房支出", "合计"];
    const rows = names.map((name, index) => row(240 + 18 * index, name, "1.00", `2,94${index}.05`));
    const ring =
      "1 0 0 RG 440 540 m 440 573 413 600 380 600 c 347 600 320 573 320 540 c 320 507 347 480 380 480 c 413 480 440 507 440 540 c S 0 G ";
    const document = await readPdf(madePdf([{ content: row(220, "项目", "年初", "决算数") + rows.join("") + ring }]));
    expect(tablesOf(document).map(shown)).toEqual([
      ["项目|年初|决算数", ...names.map((name, index) => `${name}|1.00|2,94${index}.05`)],
    ]);
  });
});

describe("pages without text", () => {
  const IMAGE = [
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n0\nendstream",
  ];
  const scan = "q 595 0 0 842 0 0 cm /I Do Q ";
  it("says which pages are scanned, and when all are", async () => {
    const document = await readPdf(madePdf([{ content: scan }, { content: scan }], IMAGE, "/XObject<</I 10 0 R>>"));
    expect(document.pages.map(({ scanned }) => scanned)).toEqual([true, true]);
    expect(document.oddities.map(({ code }) => code)).toEqual(["scanned-document", "scanned-page", "scanned-page"]);
  });
  it("reads a recognition layer under a scan and says so", async () => {
    const document = await readPdf(
      madePdf([{ content: `${scan}3 Tr ${text(72, 80, "收入支出决算总表")}` }], IMAGE, "/XObject<</I 10 0 R>>"),
    );
    expect(paragraphsOf(document)).toEqual(["body: 收入支出决算总表"]);
    expect(document.oddities[0]).toMatchObject({ code: "scanned-page", page: 1 });
  });
});

describe("files that must not stop the others", () => {
  const good = madePdf([{ content: text(72, 80, "好文件") }]);
  const latin = new TextDecoder("latin1");
  const changed = (from: string | RegExp, to: string) => new TextEncoder().encode(latin.decode(good).replace(from, to));
  const nested = Array.from({ length: 12 }, (_, depth) => {
    const content = depth < 11 ? "/X Do ".repeat(10) : "0 0 m 5 5 l S ";
    return `<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X ${11 + depth} 0 R>>>>/Length ${content.length}>>\nstream\n${content}\nendstream`;
  });
  it.each([
    ["no PDF at all", new TextEncoder().encode("%PDF-1.7 not really"), "damaged"],
    ["cut short", good.slice(0, good.length / 2), "damaged"],
    ["a page tree that holds itself", changed(/\/Kids\[\d+ 0 R\]/, "/Kids[2 0 R]"), "damaged"],
    ["no pages", madePdf([]), "damaged"],
    [
      "a page of a thousand kilometres",
      madePdf([{ width: 1e9, height: 1e9, content: text(72, 80, "大") }]),
      "too-large",
    ],
    [
      "drawings in drawings, a hundred billion in all",
      madePdf([{ content: "/X Do" }], nested, "/XObject<</X 10 0 R>>"),
      "too-large",
    ],
  ])("%s", async (_, bytes, code) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: "ReadError", code });
    expect((await readPdf(good)).text).toBe("好文件\n");
  });
  it("reads what it can where the count of pages lies or a form draws itself", async () => {
    expect((await readPdf(changed("/Count 1", "/Count 999999999"))).text).toBe("好文件\n");
    const form = [
      "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 10 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream",
    ];
    expect((await readPdf(madePdf([{ content: "/X Do" }], form, "/XObject<</X 10 0 R>>"))).blocks).toEqual([]);
  });
});

describe("what is printed over a table", () => {
  const table = ruled(
    [40, 240, 400],
    [100, 120, 140, 160],
    [
      ["项目", "金额"],
      ["教育支出", "1,234.50"],
      ["合计", "1,234.50"],
    ],
  );
  const rows = ["项目|金额", "教育支出|1,234.50", "合计|1,234.50"];

  it("is kept out of its cells: a pale watermark, upright or oblique", async () => {
    const content = `${table}0.8 g ${text(60, 150, "内部资料", 40)}BT /F1 40 Tf 0.9 0.4 -0.4 0.9 100 690 Tm <68377a3f> Tj ET 0 g `;
    const document = await readPdf(madePdf([{ content }]));
    expect(shown(tablesOf(document)[0]!)).toEqual(rows);
    expect(paragraphsOf(document)).toEqual(expect.arrayContaining(["chart: 内部资料", "chart: 样稿"]));
  });

  it("is the same once more where bold type is imitated, digit by digit", async () => {
    const digits = (words: string) =>
      [...words]
        .map((digit, index) => text(244 + 5 * index, 135, digit, 10) + text(244.3 + 5 * index, 135, digit, 10))
        .join("");
    const content =
      ruled(
        [40, 240, 400],
        [100, 120, 140, 160],
        [
          ["项目", "金额"],
          ["教育支出", ""],
          ["合计", "3.00"],
        ],
      ) + digits("1369863.36");
    expect(shown(tablesOf(await readPdf(madePdf([{ content }])))[0]!)[1]).toBe("教育支出|1369863.36");
  });
});

describe("a heading set from top to bottom", () => {
  it("is read down its columns, from the right one to the left one", async () => {
    const down = (x: number, words: string) =>
      [...words].map((character, index) => text(x, 115 + 11 * index, character, 10)).join("");
    const content =
      ruled(
        [40, 240, 400],
        [100, 160, 180],
        [
          ["项目", ""],
          ["教育支出", "3.00"],
        ],
      ) +
      down(262, "本年支出") +
      down(248, "合计");
    expect(shown(tablesOf(await readPdf(madePdf([{ content }])))[0]!)[0]).toBe("项目|本年支出合计");
  });
});

describe("a picture on a page of text", () => {
  const picture = [
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n0\nendstream",
  ];
  const page = {
    content: `${text(72, 80, "收入支出决算总表如下，单位为万元，详见下面的图。")}q 400 0 0 200 72 500 cm /I Do Q `,
  };
  const pdf = () => madePdf([page], picture, "/XObject<</I 10 0 R>>");

  it("is told with its size: a table in it is not read", async () => {
    const { oddities } = await readPdf(pdf());
    expect(oddities).toEqual([expect.objectContaining({ code: "picture", page: 1 })]);
    expect(oddities[0]!.message).toContain("141×71 毫米");
  });

  it("is read where recognition is switched on, and nothing else on the page is recognised", async () => {
    let seen = 0;
    const document = await readPdf(pdf(), {
      recognise: async ({ grey, resolution }) => {
        seen = grey.filter((shade) => shade < 100).length / resolution ** 2;
        const at = { top: 2.4 * resolution, bottom: 2.5 * resolution, confidence: 0.9, line: 1, word: 1 };
        return [..."合计30.00"].map((character, index) => ({
          ...at,
          text: character,
          left: (1.5 + 0.1 * index) * resolution,
          right: (1.58 + 0.1 * index) * resolution,
        }));
      },
    });
    expect(seen).toBeLessThan((400 * 200) / 72 ** 2 + 0.1);
    expect(document.text).toContain("合计30.00");
    expect(document.oddities.map(({ code }) => code)).toEqual(["recognised-page"]);
    expect(document.confidences![document.text.indexOf("30.00")]).toBe(90);
  });
});
