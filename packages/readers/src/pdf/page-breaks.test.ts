import { describe, expect, it } from "vitest";
import { readPdf } from "./index.ts";
import { line, madePdf, ruled, text } from "./made.test.support.ts";
import { paragraphsOf, shown, tablesOf } from "./shown.test.support.ts";

// Tables that word processors break over pages.

const SIZE = 10;
const wide = (words: string) => [...words].reduce((sum, character) => sum + (character < "Ā" ? 0.5 : 1) * SIZE, 0);
const COLUMNS = [60, 140, 330, 420, 510] as const;
/** A line of texts, words at the left of their columns and amounts at the right. */
const row = (y: number, texts: readonly string[]) =>
  texts
    .map((words, column) =>
      words === ""
        ? ""
        : text(/\d\.\d/.test(words) ? COLUMNS[column + 1]! - 4 - wide(words) : COLUMNS[column]! + 3, y, words, SIZE),
    )
    .join("");
const rows = (top: number, all: readonly (readonly string[])[]) =>
  all.map((texts, index) => row(top + 15 * index, texts)).join("");

const TITLE = text(200, 60, "一般公共预算财政拨款支出决算表", 16) + text(430, 80, "单位：万元", SIZE);
const HEADING = [
  ["项目", "", "本年支出"],
  ["科目编码", "科目名称", "基本支出", "项目支出"],
  ["栏次", "", "1", "2"],
];
const FIRST = [
  ["合计", "", "340.50", "55.20"],
  ["201", "一般公共服务支出", "300.10", "40.00"],
  ["20106", "财政事务", "300.10", "40.00"],
  ["2010601", "行政运行", "300.10", "40.00"],
  ["221", "住房保障支出", "40.40", "15.20"],
];
const REST = [
  ["22102", "住房改革支出", "40.40", "15.20"],
  ["2210201", "住房公积金", "40.40", "15.20"],
];

const broken = (next: string) =>
  readPdf(madePdf([{ content: TITLE + rows(100, [...HEADING, ...FIRST]) }, { content: next }]));
const lastRows = (document: Awaited<ReturnType<typeof broken>>) => shown(tablesOf(document)[0]!).slice(-2);

describe("a table without lines that goes on on the next page", () => {
  it("goes on under its heading, of which the page leaves out a line", async () => {
    // Over the middle of both columns of amounts, which seem one where it counts as a row.
    const top = text(COLUMNS[0] + 3, 60, "项目", SIZE) + text(405, 60, "本年财政拨款支出", SIZE);
    const first = TITLE + top.replaceAll(" 782 Tm", " 742 Tm") + rows(115, [...HEADING.slice(1), ...FIRST]);
    const next = top + rows(75, [HEADING[2]!, ...REST]);
    const document = await readPdf(madePdf([{ content: first }, { content: next }]));
    expect(tablesOf(document)).toHaveLength(1);
    expect(lastRows(document)).toEqual(REST.map((texts) => texts.join("|")));
  });

  it("does not take the first line of a sentence, its words apart since it is justified, for a row", async () => {
    let x = 60;
    const words = ["5392.46", "万元，支出决算为", "5190.55", "万元，决算数小于预算数的主要原因是在园"];
    const sentence = words.map((one) => text((x += 14) - 14, 60, one, SIZE).concat(((x += wide(one)), ""))).join("");
    const document = await readPdf(
      madePdf([
        { content: sentence + text(60, 75, "幼儿人数减少，生均公用经费及普惠性民办幼儿园补助相应减少。", SIZE) },
      ]),
    );
    expect(paragraphsOf(document)).toHaveLength(1);
  });

  it("goes on with a row or two, which alone would look like no table", async () => {
    const document = await broken(rows(60, REST) + text(60, 120, "注：本表反映一般公共预算财政拨款支出情况。", SIZE));
    expect(tablesOf(document)).toHaveLength(1);
    expect(lastRows(document)).toEqual(REST.map((texts) => texts.join("|")));
    expect(paragraphsOf(document).at(-1)).toBe("body: 注：本表反映一般公共预算财政拨款支出情况。");
  });

  it("goes on behind a row whose name ends on a line of its own, below the figures half way down it", async () => {
    const names = ["机关事业单位基本养老保险缴费支出（含", "以前年度结转的各项资金安排的各类支出", "和补缴的支出）"];
    const y = 100 + 15 * (HEADING.length + FIRST.length + 1);
    const high = names.map((words, line) => text(COLUMNS[1] + 3, y + 13 * line, words, SIZE)).join("");
    const first = TITLE + rows(100, [...HEADING, ...FIRST]) + row(y + 13, ["2080505", "", "12.00", "1.50"]) + high;
    const next = [...REST, ["229", "其他支出", "3.00", "4.00"]];
    const document = await readPdf(madePdf([{ content: first }, { content: rows(60, next) }]));
    expect(tablesOf(document)).toHaveLength(1);
    expect(shown(tablesOf(document)[0]!).slice(-4)).toEqual([
      `2080505|${names.join("")}|12.00|1.50`,
      ...next.map((texts) => texts.join("|")),
    ]);
  });

  it("goes on inside a row whose name begins on one page and has its figures on the next", async () => {
    const name = "国有土地使用权出让收入安排的各项支出";
    const y = 100 + 15 * (HEADING.length + FIRST.length);
    const first = TITLE + rows(100, [...HEADING, ...FIRST]) + text(COLUMNS[1] + 3, y, name, SIZE);
    const next =
      row(53, ["21208", "", "7.00", "5.00"]) + text(COLUMNS[1] + 3, 60, "和补缴的支出", SIZE) + rows(75, REST);
    const document = await readPdf(madePdf([{ content: first }, { content: next }]));
    expect(tablesOf(document)).toHaveLength(1);
    expect(shown(tablesOf(document)[0]!).slice(-2)).toEqual(REST.map((texts) => texts.join("|")));
  });

  it("goes on with a row whose long name begins above its figures", async () => {
    const [start, end] = ["机关事业单位基本养老保险缴费支出（含", "补缴）"];
    const next =
      text(COLUMNS[1] + 3, 60, start, SIZE) +
      row(66, ["2080505", "", "7.00", "5.00"]) +
      text(COLUMNS[1] + 3, 72, end, SIZE) +
      rows(87, REST);
    const document = await broken(next);
    expect(tablesOf(document)).toHaveLength(1);
    expect(shown(tablesOf(document)[0]!).slice(-3)).toEqual([
      `2080505|${start}${end}|7.00|5.00`,
      ...REST.map((texts) => texts.join("|")),
    ]);
  });

  it("ends above the number of the page, whose dash is set apart, however near that stands", async () => {
    const number = text(280, 232, "—", SIZE) + text(294, 232, "2", SIZE);
    const content = TITLE + rows(100, [...HEADING, ...FIRST]) + number;
    const document = await readPdf(madePdf([{ content }]));
    expect(shown(tablesOf(document)[0]!).at(-1)).toBe("221|住房保障支出|40.40|15.20");
    expect(paragraphsOf(document).at(-1)).toContain("2");
  });

  it("does not go on with amounts that stand in none of its columns", async () => {
    const document = await broken(text(100, 60, "本年收入：", SIZE) + text(320, 60, "1,395.70", SIZE));
    expect(shown(tablesOf(document)[0]!).at(-1)).toBe("221|住房保障支出|40.40|15.20");
    expect(paragraphsOf(document).slice(-2)).toEqual(["body: 本年收入：", "body: 1,395.70"]);
  });
});

describe("a ruled table whose columns are too narrow for its amounts", () => {
  const XS = [60, 200, 250];

  it("has one amount in a row that the page cuts before its point", async () => {
    const head = [
      ["项目", "决算数"],
      ["工资福利支出", "1,000.25"],
      ["商品和服务支出", "11,397,515"],
    ];
    const first = text(200, 60, "基本支出决算表", 16) + ruled(XS, [100, 120, 140, 160], head);
    const next = ruled(
      XS,
      [60, 80, 100],
      [
        ["", ".35"],
        ["合计", "11,398,515.60"],
      ],
    );
    const [table] = tablesOf(await readPdf(madePdf([{ content: first }, { content: next }])));
    expect(shown(table!).slice(2)).toEqual(["商品和服务支出|11,397,515.35", "合计|11,398,515.60"]);
  });

  it("has a last row of its own on the next page, whose amounts break", async () => {
    const columns = [60, 160, 210, 310, 360];
    const head = [
      ["收入", "决算数", "支出", "决算数"],
      ["财政拨款收入", "9.25", "教育支出", "9.25"],
    ];
    const first = text(200, 60, "收入支出决算总表", 16) + ruled(columns, [100, 120, 140], head);
    const top = [60, 90].map((y) => line(60, y, 360, y)).join("") + columns.map((x) => line(x, 60, x, 90)).join("");
    const last = ["总计", "124,984,4", "总计", "124,984,4"].map((words, at) => text(columns[at]! + 3, 72, words, SIZE));
    const rest = [1, 3].map((at) => text(columns[at]! + 3, 85, "37.69", SIZE));
    const next = [top, ...last, ...rest].join("");
    const [table] = tablesOf(await readPdf(madePdf([{ content: first }, { content: next }])));
    expect(shown(table!).at(-1)?.replaceAll(" ", "")).toBe("总计|124,984,437.69|总计|124,984,437.69");
  });
});

describe("two tables beside each other on a page, with their titles", () => {
  const half = (left: number, title: string, amount: string) =>
    text(left + 40, 60, title, SIZE) +
    text(left + 120, 80, "单位：万元", SIZE) +
    ruled(
      [left, left + 140, left + 220],
      [90, 110, 130],
      [
        ["项目", "决算数"],
        ["合计", amount],
      ],
    ) +
    text(left, 145, "注：本表反映本年度情况。", SIZE);

  it("are read one after the other, each under its title", async () => {
    const content =
      text(200, 30, "某某市财政局部门决算", SIZE) +
      half(50, "收入决算表", "12.50") +
      half(310, "支出决算表", "11.75") +
      text(280, 800, "- 3 -", SIZE);
    const document = await readPdf(madePdf([{ content }]));
    const words = document.blocks.map((block) =>
      block.kind === "table" ? shown(block).join(" / ") : document.text.slice(block.start, block.end),
    );
    const [header, ...rest] = words;
    expect(header).toBe("某某市财政局部门决算");
    expect(rest.slice(0, 8)).toEqual([
      "收入决算表",
      "单位：万元",
      "项目|决算数 / 合计|12.50",
      "注：本表反映本年度情况。",
      "支出决算表",
      "单位：万元",
      "项目|决算数 / 合计|11.75",
      "注：本表反映本年度情况。",
    ]);
  });

  it("are parted where their titles say, though the columns of each are further apart", async () => {
    const unruled = (left: number, title: string, amount: string) =>
      text(left + 110 - wide(title) / 2, 60, title, SIZE) +
      text(left + 160, 80, "单位：万元", SIZE) +
      [
        ["项目", "决算数"],
        ["教育支出", amount],
        ["合计", amount],
      ]
        .map(
          ([name, figure], index) =>
            text(left, 100 + 15 * index, name!, SIZE) +
            text(left + 220 - wide(figure!), 100 + 15 * index, figure!, SIZE),
        )
        .join("");
    const content = unruled(50, "收入决算表", "12.50") + unruled(290, "支出决算表", "11.75");
    const document = await readPdf(madePdf([{ content }]));
    expect(tablesOf(document).map(shown)).toEqual([
      ["项目|决算数", "教育支出|12.50", "合计|12.50"],
      ["项目|决算数", "教育支出|11.75", "合计|11.75"],
    ]);
  });
});

describe("a sentence", () => {
  const lines = (top: number, all: readonly string[], left = 60) =>
    all.map((words, index) => text(left, top + 16 * index, words, SIZE)).join("");
  const bodies = async (...pages: readonly string[]) =>
    paragraphsOf(await readPdf(madePdf(pages.map((content) => ({ content })))));

  it("goes on where lines without indent or justification end a few characters before the margin", async () => {
    const sentence = [
      "文化活动支出。年初预算为1422.00万元，支出决算为1605.19万元，决",
      "算数大于预算数的主要原因是年中增加了活动经费。",
      "一、机关运行经费支出166.45万元，比上年减少22.50万元，下降11.91%，主要原",
      "因是厉行节约，压减了办公费、印刷费、差旅费和其他日常公用的各项开支。",
    ];
    expect(await bodies(lines(60, sentence))).toEqual([
      `body: ${sentence.slice(0, 2).join("")}`,
      `body: ${sentence.slice(2).join("")}`,
    ]);
  });

  it("goes on behind a page that somebody broke in the middle of it", async () => {
    const next = "算数的主要原因：减少支出，厉行节约。";
    expect(
      await bodies(
        lines(60, ["　　主要用于妇女儿童工作的支出，以及群众团体开展各项活动的支出和补助。"]) +
          lines(76, ["年初预算为49.55万元，支出决算为37.51万元。决算数小于预"]),
        lines(60, [next]) +
          lines(76, ["社区精神文明建设经费支出，年初预算为30.00万元，支出决算为29.79万元，基本持平。"]),
      ),
    ).toContainEqual(expect.stringMatching(/决算数小于预算数的主要原因：减少支出，厉行节约。$/));
  });

  it("does not go on with the title that stands alone in the middle of the next page", async () => {
    const list = "纳入部门决算编制范围的单位包括：区文化馆、区图书馆（区少年儿童图书馆）";
    expect(
      await bodies(
        lines(60, [list, "、区文旅发展管理中心、区文物保护所、区美术馆、区体育馆、区非遗馆"]),
        lines(60, ["某某市文化和旅游局部门决算报表"], 250),
      ),
    ).toEqual([
      `body: ${list}、区文旅发展管理中心、区文物保护所、区美术馆、区体育馆、区非遗馆`,
      "body: 某某市文化和旅游局部门决算报表",
    ]);
  });
});
