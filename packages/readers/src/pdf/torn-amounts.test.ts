import { describe, expect, it } from "vitest";
import { readPdf } from "./index.ts";
import { line, madePdf, text } from "./made.test.support.ts";
import { shown, tablesOf } from "./shown.test.support.ts";

// Columns too narrow for their amounts, as wide tables on upright paper have them: 10,024,523.48 over two lines and more.

const tables = async (...pages: readonly string[]) =>
  tablesOf(await readPdf(madePdf(pages.map((content) => ({ content }))))).map((table) =>
    shown(table).map((row) => row.replaceAll(" ", "")),
  );

/** Lines of each cell one below the other, 11 points apart. */
const cell = (x: number, y: number, ...lines: readonly string[]) =>
  lines.map((words, index) => text(x, y + 11 * index, words, 9)).join("");

const XS = [72, 170, 215, 260];
const grid = (ys: readonly number[], words: string) =>
  [...ys.map((y) => line(XS[0]!, y, XS.at(-1)!, y)), ...XS.map((x) => line(x, ys[0]!, x, ys.at(-1)!)), words].join("");

describe("amounts broken over the lines of a cell", () => {
  it("are one amount, however many lines they take", async () => {
    const words =
      cell(75, 112, "科目名称") +
      cell(173, 112, "合计") +
      cell(218, 112, "其中") +
      cell(75, 145, "教育支出") +
      cell(173, 134, "10,024,", "523.", "48") +
      cell(218, 145, "0.50") +
      cell(75, 185, "合计") +
      cell(173, 180, "10,024,52", "3.48") +
      cell(218, 185, "0.50");
    expect(await tables(grid([100, 122, 165, 200], words))).toEqual([
      ["科目名称|合计|其中", "教育支出|10,024,523.48|0.50", "合计|10,024,523.48|0.50"],
    ]);
  });

  it("are one amount on either side of a page break that cuts their row", async () => {
    const first =
      cell(75, 712, "科目名称") +
      cell(173, 712, "合计") +
      cell(218, 712, "其中") +
      cell(75, 734, "教育支出") +
      cell(173, 734, "10,024,52") +
      cell(218, 734, "0.50");
    const next = cell(173, 94, "3.48") + cell(75, 116, "合计") + cell(173, 116, "0.50") + cell(218, 116, "0.50");
    expect(await tables(grid([700, 722, 742], first), grid([82, 104, 126], next))).toEqual([
      ["科目名称|合计|其中", "教育支出|10,024,523.48|0.50", "合计|0.50|0.50"],
    ]);
  });

  it("are one amount though the first part could be one without decimals, where every other amount has them", async () => {
    const row = (y: number, name: string, amount: string) =>
      cell(75, y, name) + cell(173, y, amount) + cell(218, y, "0.50");
    const first =
      row(632, "科目名称", "合计") +
      row(654, "教育支出", "11719.17") +
      row(676, "科学技术支出", "70244.16") +
      row(698, "卫生健康支出", "13382.93") +
      row(720, "社会保障支出", "350923");
    const next = cell(173, 94, "85.74") + row(116, "合计", "446270.00");
    const [table] = await tables(grid([620, 642, 664, 686, 708, 730], first), grid([82, 104, 126], next));
    expect(table!.slice(-2)).toEqual(["社会保障支出|35092385.74|0.50", "合计|446270.00|0.50"]);
  });

  it("leave no code behind that the page break cuts in two", async () => {
    const row = (y: number, code: string, amount: string) =>
      cell(75, y, code) + cell(173, y, "支出") + cell(218, y, amount);
    const first = row(676, "科目编码", "合计") + row(698, "39909", "1.00") + row(720, "399", "2.00");
    const next = cell(75, 94, "10") + row(116, "39999", "3.00");
    expect(await tables(grid([664, 686, 708, 730], first), grid([82, 104, 126], next))).toEqual([
      ["科目编码|支出|合计", "39909|支出|1.00", "39910|支出|2.00", "39999|支出|3.00"],
    ]);
  });

  it("end below a code that the page break cuts, though what stands above could be amounts of their own", async () => {
    const row = (y: number, code: string, amount: string) =>
      cell(75, y, code) + cell(173, y, "支出") + cell(218, y, amount);
    const first = row(676, "编码", "合计") + row(698, "201", "9.00") + row(720, "205", "3.00");
    const last = cell(75, 742, "2") + cell(173, 742, "教") + cell(218, 742, "7");
    const next = cell(75, 94, "05") + cell(173, 94, "育") + cell(218, 94, "98.58") + row(116, "208", "3.00");
    const [table] = await tables(grid([664, 686, 708, 730, 752], first + last), grid([82, 104, 126], next));
    expect(table!.slice(2)).toEqual(["205|支出|3.00", "205|教育|798.58", "208|支出|3.00"]);
  });

  it("leave the codes beside each other in columns as narrow as a digit", async () => {
    const xs = [72, 79.5, 87, 140, 200];
    const ys = [100, 122, 144, 166];
    const lines = [...ys.map((y) => line(xs[0]!, y, 200, y)), ...xs.map((x) => line(x, 100, x, 166))].join("");
    const row = (y: number, ...words: readonly string[]) =>
      words.map((one, column) => text(xs[column]! + 1.5, y, one, 12)).join("");
    const words =
      row(117, "类", "款", "名称", "合计") + row(139, "2", "0", "教育", "5.00") + row(161, "3", "1", "科学", "6.00");
    expect((await tables(lines + words))[0]!.slice(1)).toEqual(["2|0|教育|5.00", "3|1|科学|6.00"]);
  });

  it("stand on the row of their name where no lines are drawn", async () => {
    const row = (y: number, name: string, ...amounts: readonly (readonly string[])[]) =>
      cell(75, y, name) +
      amounts.map((lines, index) => cell(200 + 80 * index, y - 5.5 * (lines.length - 1), ...lines)).join("");
    const content =
      row(100, "科目名称", ["合计"], ["其中"]) +
      row(130, "教育支出", ["10,024,52", "3.48"], ["0.50"]) +
      row(160, "科学支出", ["20,024,52", "3.48"], ["10,000,00", "0.25"]) +
      row(190, "合计", ["30,049,04", "6.96"], ["10,000,00", "0.75"]);
    expect(await tables(content)).toEqual([
      [
        "科目名称|合计|其中",
        "教育支出|10,024,523.48|0.50",
        "科学支出|20,024,523.48|10,000,000.25",
        "合计|30,049,046.96|10,000,000.75",
      ],
    ]);
  });

  it("are left as they stand where each line can be an amount of its own", async () => {
    const content =
      cell(75, 100, "科目名称") +
      cell(200, 100, "合计") +
      ["教育支出", "科学支出", "卫生支出", "合计"].map((name, index) => cell(75, 130 + 11 * index, name)).join("") +
      cell(200, 130, "10,024.52", "3.48", "5.00", "10,033.00");
    expect(await tables(content)).toEqual([
      ["科目名称|合计", "教育支出|10,024.52", "科学支出|3.48", "卫生支出|5.00", "合计|10,033.00"],
    ]);
  });
});

describe("headings too long for their cells, clipped at the borders", () => {
  it("are each of its own column", async () => {
    const xs = [72, 150, 220, 290];
    const ys = [100, 116, 132];
    const rules = [...ys.map((y) => line(72, y, 290, y)), ...xs.map((x) => line(x, 100, x, 132))].join("");
    // Each centred on its column of 70 points: the characters at the borders reach over them, or are cut away.
    const words =
      text(100, 111, "项目", 8) +
      text(146, 111, "一般公共预算财政拨款", 8) +
      text(225, 111, "府性基金预算财政", 8) +
      cell(75, 127, "教育支出") +
      cell(180, 127, "3.00") +
      cell(250, 127, "4.00");
    const [found] = await tables(rules + words);
    expect(found).toEqual(["项目|一般公共预算财政拨款|府性基金预算财政", "教育支出|3.00|4.00"]);
  });
});
