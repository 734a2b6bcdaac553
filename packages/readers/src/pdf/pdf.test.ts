import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { boxOf, type ReadDocument } from "@juesuan/core";
import { readPdf } from "./index.ts";
import { line, madePdf, ruled, text } from "./made.test.support.ts";
import { paragraphsOf, shown, tablesOf } from "./shown.test.support.ts";

const SHARED = fileURLToPath(new URL("../../../../../shared/documents", import.meta.url));
const PUTUO = `${SHARED}/putuo-finance-2024.pdf`;
const BLANK = `${SHARED}/final-accounts-template-shanghai-2024.pdf`;
const BUDGET = `${SHARED}/putuo-finance-2025-budget.pdf`;
const FIXTURES = new URL("../../../../fixtures/pdf/", import.meta.url);

const checkPlaces = (document: ReadDocument) => {
  let before = 0;
  for (const block of document.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(before);
    before = block.end;
    const parts = block.kind === "table" ? block.cells : [{ ...block, text: undefined }];
    for (const { start, end, page, text: words } of parts) {
      if (words !== undefined) expect(document.text.slice(start, end)).toBe(words);
      if (start === end) continue;
      const place = boxOf(document, start, end)!;
      expect(place.page).toBe(page);
      const { width, height } = document.pages[place.page - 1]!;
      if (block.kind === "paragraph" && block.role === "outside") continue;
      expect(place.box.left).toBeGreaterThanOrEqual(-1);
      expect(place.box.right).toBeLessThanOrEqual(width! + 1);
      expect(place.box.top).toBeGreaterThanOrEqual(-1);
      expect(place.box.bottom).toBeLessThanOrEqual(height! + 1);
    }
  }
};

describe.skipIf(!existsSync(PUTUO))("a real disclosure (skipped where it is not at hand)", async () => {
  const document = existsSync(PUTUO) ? await readPdf(readFileSync(PUTUO)) : undefined;

  it("reads every cell of its nine tables, and of the list of units before them", () => {
    const read = tablesOf(document!).map((table) =>
      [`# ${table.page} ${table.rowCount}×${table.columnCount}`, ...shown(table), ""].join("\n"),
    );
    expect(`${read.join("\n")}\n`).toBe(readFileSync(new URL("putuo-finance-2024.tables.txt", FIXTURES), "utf8"));
  });

  it("gives every block and cell offsets into the text, and boxes on its page", () => checkPlaces(document!));

  it("joins sentences over lines and pages, with digits and Chinese from different fonts", () => {
    expect(paragraphsOf(document!)).toEqual(
      expect.arrayContaining([
        "heading: 第三部分上海市普陀区财政局2024年度部门决算情况说明",
        "body: 本年支出合计2940.05万元，其中：基本支出2336.91万元，占79.49%；项目支出603.14万元，占20.51%；",
        "body: 9、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：在职人员基本医疗保险费。年初预算为62.29万元，支出决算为60.99万元。决算数小于预算数的主要原因：预算按周全保障测算，实际执行基本贴合预期。",
        "heading: 十一、其他重要事项的情况说明",
        "heading: （一）机关运行经费支出情况",
        "body: 注：上海市普陀区财政局无政府性基金预算财政拨款支出，故本表无数据。",
      ]),
    );
  });

  it("leaves no space between Chinese characters or inside a number", () => {
    for (const words of paragraphsOf(document!)) {
      expect(words).not.toMatch(/\d\s+[.,]|[.,]\s+\d/);
      // 第一部分 and what it is called are two; so are the cells of a repeated heading.
      if (words.startsWith("header")) continue;
      expect(words.replace(/第.+?[部分条] /, "")).not.toMatch(/[\u4e00-\u9fff]\s+[\u4e00-\u9fff]/);
    }
  });
});

describe.skipIf(!existsSync(BLANK))("the blank of the form (skipped where it is not at hand)", () => {
  it("reads the nine empty tables and the notes below them", async () => {
    const document = await readPdf(readFileSync(BLANK));
    checkPlaces(document);
    expect(tablesOf(document).map(({ rowCount, columnCount }) => `${rowCount}×${columnCount}`)).toEqual([
      "9×3",
      "30×4",
      "10×9",
      "10×8",
      "32×7",
      "10×5",
      "40×6",
      "5×12",
      "6×8",
      "6×8",
    ]);
    expect(paragraphsOf(document)).toContain("body: 注：本表反映部门本年度“三公”经费支出预决算情况。");
    // Squeezed punctuation, ）。, stays on its line.
    expect(paragraphsOf(document)).toContain(
      "body: 本年支出合计XXX万元，其中：基本支出XXX万元，占XX%；项目支出XXX万元，占XX%；经营支出XXX万元，占XX%……（不涉及的不列）。",
    );
  });
});

describe.skipIf(!existsSync(BUDGET))(
  "a budget of an office suite's sheets (skipped where it is not at hand)",
  async () => {
    const document = existsSync(BUDGET) ? await readPdf(readFileSync(BUDGET)) : undefined;

    it("joins tables over pages and drops the headings that pages repeat", () => {
      expect(tablesOf(document!).map(({ rowCount, columnCount }) => `${rowCount}×${columnCount}`)).toEqual([
        "16×4",
        "23×9",
        "23×7",
        "10×7",
        "23×7",
        "16×7",
        "16×7",
        "33×6",
        "4×7",
      ]);
      expect(document!.oddities.filter(({ code }) => code === "repeated-header").map(({ page }) => page)).toEqual([
        11, 13, 16, 20,
      ]);
      expect(shown(tablesOf(document!)[1]!).at(-1)).toBe("合计{1×4}|31,214,205.80|31,214,205.80|||");
    });

    it("sets text apart that is cut off, so that an item stands once", () => {
      const items = paragraphsOf(document!).filter((words) => words.includes("11.“住房保障支出"));
      expect(items.map((words) => words.split(":")[0])).toEqual(["outside", "body"]);
      checkPlaces(document!);
    });
  },
);

describe("tables with lines", () => {
  it("knows merged cells by the lines that are missing", async () => {
    const across = [100, 120, 140, 160].map((y) => line(y === 120 ? 72 : 72, y, y === 120 ? 300 : 400, y));
    const down = [line(72, 100, 72, 160), line(150, 120, 150, 160), line(300, 100, 300, 160), line(400, 100, 400, 160)];
    const words = [
      text(170, 114, "项目", 10),
      text(330, 124, "决算数", 10),
      text(75, 134, "编码", 10),
      text(155, 134, "名称", 10),
      text(75, 154, "201", 10),
      text(155, 154, "一般公共服务支出", 10),
      text(320, 154, "2,106.66", 10),
    ];
    const [table] = tablesOf(await readPdf(madePdf([{ content: [...across, ...down, ...words].join("") }])));
    expect(shown(table!)).toEqual(["项目{1×2}|决算数{2×1}", "编码|名称", "201|一般公共服务支出|2,106.66"]);
  });

  it("joins the lines of a cell and keeps a number that runs over its border whole", async () => {
    const content =
      ruled(
        [72, 140, 190, 260],
        [100, 130, 160],
        [
          ["", "款", "决算数"],
          ["", "", ""],
        ],
      ) +
      text(75, 142, "机关事业单位", 10) +
      text(75, 155, "基本养老保险", 10) +
      text(145, 150, "31,214,205.80", 10);
    const [table] = tablesOf(await readPdf(madePdf([{ content }])));
    expect(shown(table!)).toEqual(["|款|决算数", "机关事业单位基本养老保险|31,214,205.80|"]);
  });

  it("continues a table over pages: repeated heading, a row that the page cuts, the rest of the rows", async () => {
    const xs = [72, 110, 200, 300];
    const first = ruled(
      xs,
      [700, 720, 740, 760],
      [
        ["类", "科目名称", "决算数"],
        ["201", "一般公共服务支出", "1,000.00"],
        ["208", "机关事业单位职业年", "80.38"],
      ],
    );
    const second = ruled(
      xs,
      [60, 80, 100, 120],
      [
        ["类", "科目名称", "决算数"],
        ["", "金缴费支出", ""],
        ["", "合计", "1,080.38"],
      ],
    );
    const document = await readPdf(
      madePdf([{ content: text(150, 680, "支出决算表", 16) + first }, { content: second }]),
    );
    expect(tablesOf(document).map(shown)).toEqual([
      [
        "类|科目名称|决算数",
        "201|一般公共服务支出|1,000.00",
        "208|机关事业单位职业年金缴费支出|80.38",
        "|合计|1,080.38",
      ],
    ]);
    expect(tablesOf(document)[0]!.cells.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2]);
    expect(document.oddities.map(({ code, page }) => `${code} ${page}`)).toEqual(["repeated-header 2"]);
    expect(paragraphsOf(document)).toContain("header: 类 科目名称 决算数");
  });

  it("continues a table on a page whose rows have fewer borders than its heading", async () => {
    const first = ruled(
      [72, 92, 112, 142, 300, 400],
      [700, 720, 740],
      [
        ["类", "款", "项", "科目名称", "决算数"],
        ["208", "05", "01", "行政单位离退休", "1.00"],
      ],
    );
    const next = ruled(
      [72, 142, 300, 400],
      [80, 100, 120],
      [
        ["20899", "其他支出", "2.00"],
        ["2089999", "其他支出", "3.00"],
      ],
    );
    expect(tablesOf(await readPdf(madePdf([{ content: first }, { content: next }]))).map(shown)).toEqual([
      [
        "类|款|项|科目名称|决算数",
        "208|05|01|行政单位离退休|1.00",
        "20899{1×3}|其他支出|2.00",
        "2089999{1×3}|其他支出|3.00",
      ],
    ]);
  });

  it("closes a row whose figures stand on the next page with the rest of its words", async () => {
    const xs = [72, 110, 200, 300];
    const first = ruled(
      xs,
      [740, 760, 780],
      [
        ["201", "一般公共服务支出", "1,000.00"],
        ["", "机关事业单位职业年", ""],
      ],
    );
    const second = ruled(
      xs,
      [60, 80, 100],
      [
        ["208", "金缴费支出", "80.38"],
        ["210", "卫生健康支出", "60.99"],
      ],
    );
    const document = await readPdf(madePdf([{ content: first }, { content: second }]));
    expect(tablesOf(document).map(shown)).toEqual([
      ["201|一般公共服务支出|1,000.00", "208|机关事业单位职业年金缴费支出|80.38", "210|卫生健康支出|60.99"],
    ]);
    checkPlaces(document);
  });

  it("sets a heading that the page cuts off on the columns of the next page", async () => {
    const first = ruled([72, 200, 400], [740, 760], [["收入", "支出"]]);
    const second = ruled(
      [72, 140, 200, 330, 400],
      [60, 80, 100],
      [
        ["项目", "决算数", "项目", "决算数"],
        ["本年收入合计", "4,733.14", "本年支出合计", "4,733.14"],
      ],
    );
    const document = await readPdf(madePdf([{ content: first }, { content: second }]));
    expect(tablesOf(document).map(shown)).toEqual([
      ["收入{1×2}|支出{1×2}", "项目|决算数|项目|决算数", "本年收入合计|4,733.14|本年支出合计|4,733.14"],
    ]);
    checkPlaces(document);
  });

  it("gives the cells of such a heading the second lines of their words, which stand below its last rule", async () => {
    const first = ruled([72, 200, 250, 300], [740, 760], [["项目", "本年收入", "财政拨款"]]);
    const lines = text(205, 772, "合计", 10) + text(255, 772, "收入", 10);
    const second = ruled(
      [72, 110, 200, 250, 300],
      [60, 80, 100],
      [
        ["编码", "科目名称", "", ""],
        ["208", "社会保障和就业支出", "471.44", "471.44"],
      ],
    );
    const document = await readPdf(madePdf([{ content: first + lines }, { content: second }]));
    expect(tablesOf(document).map(shown)).toEqual([
      ["项目{1×2}|本年收入合计{2×1}|财政拨款收入{2×1}", "编码|科目名称", "208|社会保障和就业支出|471.44|471.44"],
    ]);
    checkPlaces(document);
  });

  it("takes no total for the end of the words above the break", async () => {
    const xs = [72, 150, 210, 290, 350];
    const first = ruled(
      xs,
      [740, 760, 780],
      [
        ["", "", "二十三、其他支出", ""],
        ["", "", "二十四、抗疫支出", ""],
      ],
    );
    const second = ruled(xs, [60, 80], [["本年收入合计", "19,044.27", "本年支出合计", "19,044.27"]]);
    const document = await readPdf(madePdf([{ content: first }, { content: second }]));
    expect(tablesOf(document).map(shown)).toEqual([
      ["||二十三、其他支出|", "||二十四、抗疫支出|", "本年收入合计|19,044.27|本年支出合计|19,044.27"],
    ]);
  });

  it("keeps two tables apart that have titles of their own", async () => {
    const page = (title: string) => ({
      content:
        text(150, 80, title, 16) +
        text(350, 95, "单位：万元", 10) +
        ruled(
          [72, 200, 300],
          [100, 120, 140],
          [
            ["项目", "决算数"],
            ["合计", "1.00"],
          ],
        ),
    });
    const document = await readPdf(madePdf([page("收入决算表"), page("支出决算表")]));
    expect(tablesOf(document)).toHaveLength(2);
    expect(paragraphsOf(document)).toEqual([
      "body: 收入决算表",
      "body: 单位：万元",
      "body: 支出决算表",
      "body: 单位：万元",
    ]);
  });

  it("reads pages that lie on their side, whether the page or its text is turned", async () => {
    const upright = ruled(
      [72, 200, 300],
      [100, 120, 140],
      [
        ["项目", "决算数"],
        ["合计", "2,995.39"],
      ],
    );
    const turnedPage = await readPdf(madePdf([{ content: upright, entries: "/Rotate 90" }]));
    expect(tablesOf(turnedPage).map(shown)).toEqual([["项目|决算数", "合计|2,995.39"]]);
    expect(turnedPage.pages[0]).toMatchObject({ width: 842, height: 595 });
    const turnedText = await readPdf(
      madePdf([{ content: `q 0 1 -1 0 842 0 cm ${upright} Q`, width: 842, height: 595 }]),
    );
    expect(tablesOf(turnedText).map(shown)).toEqual([["项目|决算数", "合计|2,995.39"]]);
    for (const document of [turnedPage, turnedText]) checkPlaces(document);
    // The amount is printed sideways: its box is higher than wide.
    const amount = tablesOf(turnedText)[0]!.cells.at(-1)!;
    const { box } = boxOf(turnedText, amount.start, amount.end)!;
    expect(box.bottom - box.top).toBeGreaterThan(box.right - box.left);
  });

  it("takes no frame around a text for a table", async () => {
    const content = ruled([72, 500], [100, 160], []) + text(80, 130, "温馨提示：本页没有表格。");
    expect(paragraphsOf(await readPdf(madePdf([{ content }])))).toEqual(["body: 温馨提示：本页没有表格。"]);
  });
});

describe("tables without lines", () => {
  const rows = [
    ["201", "一般公共服务支出", "2,106.66", "1,503.52", ""],
    ["20106", "财政事务", "2,106.66", "", "603.14"],
    ["208", "社会保障和就业支出", "326.72", "326.72", ""],
  ];
  const right = (x: number, y: number, words: string) => (words === "" ? "" : text(x - words.length * 5, y, words, 10));
  const body = (top: number, members = rows) =>
    members
      .map(([code, name, ...amounts], index) => {
        const y = top + index * 18;
        return (
          text(72, y, code!, 10) +
          text(130, y, name!, 10) +
          amounts.map((amount, at) => right(330 + at * 70, y, amount)).join("")
        );
      })
      .join("");

  it("finds columns by what stands under each other, one with a heading only too", async () => {
    const heading =
      text(72, 100, "科目编码", 10) +
      text(130, 100, "科目名称", 10) +
      text(305, 100, "合计", 10) +
      text(365, 100, "基本支出", 10) +
      text(435, 100, "项目支出", 10) +
      text(505, 100, "经营支出", 10);
    const document = await readPdf(
      madePdf([{ content: text(200, 60, "支出决算表", 16) + text(450, 80, "单位：万元", 10) + heading + body(120) }]),
    );
    expect(tablesOf(document).map(shown)).toEqual([
      [
        "科目编码|科目名称|合计|基本支出|项目支出|经营支出",
        "201|一般公共服务支出|2,106.66|1,503.52||",
        "20106|财政事务|2,106.66||603.14|",
        "208|社会保障和就业支出|326.72|326.72||",
      ],
    ]);
    expect(tablesOf(document)[0]!.ruled).toBe(false);
    checkPlaces(document);
  });

  it("puts a label of two lines on the row of its figures", async () => {
    const content =
      text(72, 100, "类", 10) +
      text(130, 100, "科目名称", 10) +
      text(305, 100, "决算数", 10) +
      text(72, 120, "201", 10) +
      text(130, 120, "一般公共服务支出", 10) +
      right(330, 120, "10.00") +
      text(130, 140, "机关事业单位基本", 10) +
      text(72, 147, "208", 10) +
      right(330, 147, "160.75") +
      text(130, 154, "养老保险缴费支出", 10) +
      text(72, 174, "210", 10) +
      text(130, 174, "卫生健康支出", 10) +
      right(330, 174, "60.99");
    const document = await readPdf(madePdf([{ content }]));
    expect(tablesOf(document).map(shown)).toEqual([
      [
        "类|科目名称|决算数",
        "201|一般公共服务支出|10.00",
        "208|机关事业单位基本养老保险缴费支出|160.75",
        "210|卫生健康支出|60.99",
      ],
    ]);
  });

  it("makes no table of a narrative with figures in it", async () => {
    const content = [0, 1, 2, 3]
      .map((index) => text(72, 100 + index * 20, `${index + 1}、支出决算为${index}1.50万元，完成年初预算的98.20%。`))
      .join("");
    expect(tablesOf(await readPdf(madePdf([{ content }])))).toEqual([]);
  });
});
