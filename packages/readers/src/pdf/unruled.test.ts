import type { ReadDocument, Table } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readPdf } from "./index.ts";
import { line, madePdf, text } from "./made.test.support.ts";

const SIZE = 10;
const wide = (words: string) => [...words].reduce((sum, character) => sum + (character < "\u0100" ? 0.5 : 1) * SIZE, 0);
const centred = (centre: number, y: number, words: string) => text(centre - wide(words) / 2, y, words, SIZE);
/** Flush with the right edge of its column, as amounts are. */
const flush = (right: number, y: number, words: string) => text(right - wide(words), y, words, SIZE);

const BORDERS = [60, 240, 330, 420, 510] as const;
const middle = (column: number) => (BORDERS[column]! + BORDERS[column + 1]!) / 2;

const HEADING =
  centred(150, 107, "项目") +
  centred(middle(1) + 90, 100, "本年支出") +
  ["小计", "基本支出", "项目支出"].map((words, index) => centred(middle(index + 1), 114, words)).join("");

const NUMBERS =
  centred(150, 128, "栏次") + ["1", "2", "3"].map((words, index) => centred(middle(index + 1), 128, words)).join("");

const ROWS: readonly (readonly string[])[] = [
  ["一般公共服务支出", "2,106.66", "1,503.52", "603.14"],
  ["社会保障和就业支出", "326.72", "326.72", "-"],
  ["卫生健康支出", "60.99", "-", "60.99"],
];

/** Amounts flush right; a dash for nothing at the left of its cell. */
const body = (top: number) =>
  ROWS.map(([name, ...figures], row) => {
    const y = top + 14 * row;
    const cells = figures.map((figure, index) =>
      figure === "-" ? text(BORDERS[index + 1]! + 3, y, "-", SIZE) : flush(BORDERS[index + 2]! - 2, y, figure),
    );
    return text(BORDERS[0] + 3, y, name!, SIZE) + cells.join("");
  }).join("");

const box =
  line(60, 90, 510, 90) +
  line(60, 132, 510, 132) +
  line(60, 190, 510, 190) +
  line(60, 90, 60, 190) +
  line(510, 90, 510, 190);

const shown = (document: ReadDocument) =>
  document.blocks
    .filter((block): block is Table => block.kind === "table")
    .map(({ cells, rowCount }) =>
      Array.from({ length: rowCount }, (_, row) =>
        cells
          .filter((cell) => cell.row === row)
          .map(({ text: words }) => words)
          .join("|"),
      ),
    );

const EXPECTED = [
  "项目|本年支出",
  "小计|基本支出|项目支出",
  "栏次|1|2|3",
  "一般公共服务支出|2,106.66|1,503.52|603.14",
  "社会保障和就业支出|326.72|326.72|-",
  "卫生健康支出|60.99|-|60.99",
];

describe("a table without lines between its columns", () => {
  it("has headings over the middle of columns whose amounts stand at the right, and dashes at the left", async () => {
    const content = text(200, 60, "支出决算表", 16) + text(430, 80, "单位：万元", SIZE) + HEADING + NUMBERS + body(144);
    expect(shown(await readPdf(madePdf([{ content }])))).toEqual([EXPECTED]);
  });

  it("has a heading of two lines in a row too low for them, as near to its figures as a label broken in two", async () => {
    const two = centred(middle(2), 100, "一般公共预算") + centred(middle(2), 112, "财政拨款");
    const heads = centred(150, 106, "项目") + centred(middle(1), 106, "合计") + two;
    const rows = ["一、教育支出", "二、科学技术支出", "三、农林水支出"].map((name, row) => {
      const y = 119 + 14 * row;
      return text(BORDERS[0] + 3, y, name, SIZE) + flush(328, y, `${row + 1}.01`) + flush(418, y, `${row}.50`);
    });
    const [table] = shown(await readPdf(madePdf([{ content: heads + rows.join("") }])));
    expect(table!.slice(0, 2)).toEqual(["项目|合计|一般公共预算财政拨款", "一、教育支出|1.01|0.50"]);
  });

  it("begins a row with 本年支出合计 and 总计, though the name above has no figures and fills its column", async () => {
    const lines = [
      ["一、教育支出", "7.00"],
      ["二、抗疫特别国债安排的支出"],
      ["本年支出合计", "7.00"],
      ["年末财政拨款结转和结余（含）"],
      ["总计", "7.00"],
    ];
    const rows = lines.map(([name, figure], row) => {
      const y = 120 + 14 * row;
      return text(63, y, name!, SIZE) + (figure === undefined ? "" : flush(328, y, figure));
    });
    const heads = centred(130, 100, "项目") + centred(middle(1), 100, "决算数");
    const [table] = shown(await readPdf(madePdf([{ content: heads + rows.join("") }])));
    expect(table!.slice(1)).toEqual(lines.map(([name, figure = ""]) => `${name}|${figure}`));
  });

  it("goes on over the page past rows of its second list that have no figures", async () => {
    const heads = ["项目", "决算数", "项目", "决算数"].map((words, column) => centred(90 + 120 * column, 100, words));
    const row = (y: number, cells: readonly string[]) =>
      cells
        .map((words, column) =>
          words === ""
            ? ""
            : column % 2 === 0
              ? text(40 + 120 * column, y, words, SIZE)
              : flush(150 + 120 * column, y, words),
        )
        .join("");
    const pageOf = (rows: readonly (readonly string[])[], from: number) =>
      rows.map((cells, at) => row(from + 14 * at, cells)).join("");
    const above = [
      ["一、事业收入", "9.00", "十八、自然资源海洋气象等支出", ""],
      ["二、经营收入", "1.00", "十九、住房保障支出", "6.00"],
      ["三、其他收入", "2.00", "二十、粮油物资储备支出", "4.00"],
      ["", "", "二十一、国有资本经营预算支出", ""],
    ];
    const below = [
      ["", "", "二十二、灾害防治及应急管理支出", ""],
      ["", "", "二十三、其他支出", ""],
      ["本年收入合计", "12.00", "本年支出合计", "10.00"],
      ["年初结转和结余", "", "年末结转和结余", "2.00"],
      ["总计", "12.00", "总计", "12.00"],
    ];
    const tables = shown(
      await readPdf(madePdf([{ content: heads.join("") + pageOf(above, 114) }, { content: pageOf(below, 60) }])),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]!.slice(-3)).toEqual(below.slice(2).map((cells) => cells.join("|")));
  });

  it("has one heading where the characters of 项目 are set far apart", async () => {
    const heading = HEADING.replace(centred(150, 107, "项目"), text(120, 107, "项", SIZE) + text(172, 107, "目", SIZE));
    expect(heading).not.toBe(HEADING);
    const content = text(200, 60, "支出决算表", 16) + text(430, 80, "单位：万元", SIZE) + heading + NUMBERS + body(144);
    expect(shown(await readPdf(madePdf([{ content }])))).toEqual([EXPECTED]);
  });

  it("is the same table in a box around it and its heading", async () => {
    const content =
      text(200, 60, "支出决算表", 16) + text(430, 80, "单位：万元", SIZE) + box + HEADING + NUMBERS + body(146);
    expect(shown(await readPdf(madePdf([{ content }])))).toEqual([EXPECTED]);
  });
});

describe("dashes at the left of cells that amounts fill to the right", () => {
  it("are parted from the amount before, however near", async () => {
    const rows = ROWS.map(([name, ...figures], row) => {
      const y = 144 + 14 * row;
      const cells = figures.map((figure, index) =>
        figure === "-" ? text(BORDERS[index + 1]! + 1, y, "-", SIZE) : flush(BORDERS[index + 2]! - 1.8, y, figure),
      );
      return text(BORDERS[0] + 3, y, name!, SIZE) + cells.join("");
    });
    const content =
      text(200, 60, "支出决算表", 16) + text(430, 80, "单位：万元", SIZE) + HEADING + NUMBERS + rows.join("");
    expect(shown(await readPdf(madePdf([{ content }])))).toEqual([EXPECTED]);
  });
});

describe("a table of horizontal lines alone", () => {
  it("keeps the row that the end of a page cuts, its name broken over it", async () => {
    const row = (y: number, name: string, ...amounts: readonly string[]) =>
      text(64, y, name, SIZE) + amounts.map((words, index) => flush(BORDERS[index + 2]! - 4, y, words)).join("");
    const rules = (...places: readonly number[]) => places.map((y) => line(60, y, 510, y)).join("");
    const heading = (y: number) =>
      text(64, y, "项目", SIZE) +
      ["小计", "基本支出", "项目支出"].map((words, index) => centred(middle(index + 1), y, words)).join("");
    const first =
      text(200, 640, "支出决算表", 16) +
      heading(670) +
      row(690, "教育支出", "3.00", "2.00", "1.00") +
      row(710, "科学技术支出", "6.00", "4.00", "2.00") +
      row(730, "卫生健康支出", "9.00", "6.00", "3.00") +
      row(750, "抗疫特别国债安", "1.50", "1.00", "0.50") +
      rules(656, 676, 696, 716, 736);
    const next =
      heading(100) +
      text(64, 120, "排的支出", SIZE) +
      row(140, "其他支出", "0.50", "0.25", "0.25") +
      row(160, "本年支出合计", "20.00", "13.25", "6.75") +
      rules(86, 106, 126, 146, 166);
    expect(shown(await readPdf(madePdf([{ content: first }, { content: next }])))).toEqual([
      [
        "项目|小计|基本支出|项目支出",
        "教育支出|3.00|2.00|1.00",
        "科学技术支出|6.00|4.00|2.00",
        "卫生健康支出|9.00|6.00|3.00",
        "抗疫特别国债安排的支出|1.50|1.00|0.50",
        "其他支出|0.50|0.25|0.25",
        "本年支出合计|20.00|13.25|6.75",
      ],
    ]);
  });
});

describe("tables of which only the lower edges of cells are drawn", () => {
  const rules = (...places: readonly number[]) => places.map((y) => line(60, y, 510, y)).join("");
  const table = (top: number, title: string) =>
    text(200, top, title, 16) +
    text(430, top + 20, "单位：万元", SIZE) +
    centred(150, top + 47, "项目") +
    centred(middle(1) + 90, top + 40, "本年支出") +
    ["小计", "基本支出", "项目支出"].map((words, index) => centred(middle(index + 1), top + 54, words)).join("") +
    body(top + 74) +
    rules(top + 60, top + 78, top + 92, top + 106);

  it("have the rows of their headings that stand above the first line", async () => {
    const content =
      table(60, "支出决算表") + text(64, 180, "合计", SIZE) + flush(BORDERS[2] - 2, 180, "2,494.37") + rules(184);
    const [first] = shown(await readPdf(madePdf([{ content }])));
    expect(first!.slice(0, 2)).toEqual(["项目|本年支出", "小计|基本支出|项目支出"]);
  });

  it("are two where a title stands between lines as wide as each other", async () => {
    const content = table(60, "支出决算表") + table(300, "项目支出决算表");
    expect(shown(await readPdf(madePdf([{ content }])))).toHaveLength(2);
  });
});

describe("headings at the left of columns whose amounts stand at the right", () => {
  const page = (heads: string, rows: readonly (readonly string[])[], more = "") =>
    text(160, 40, "某局2024年度部门决算", 16) +
    text(200, 60, "支出决算表", 16) +
    text(430, 80, "单位：万元", SIZE) +
    heads +
    more +
    rows
      .map(([name, ...figures], row) => {
        const y = 134 + 14 * row;
        const cells = figures.map((words, index) => flush(BORDERS[index + 2]! - 2, y, words));
        return text(BORDERS[0] + 3, y, name!, SIZE) + cells.join("");
      })
      .join("");
  const heads = ["项目", "本年支出合计", "基本支出", "项目支出"]
    .map((words, index) => text(BORDERS[index]! + 3, 114, words, SIZE))
    .join("");
  const bound = async (content: string) => {
    const { figures, unbound } = bindDisclosure(await readPdf(madePdf([{ content }])));
    expect(figures.length * unbound.length).toBe(0);
    return figures.map(({ text: words, dimensions: { nature = "total" } }) => `${words} ${nature}`);
  };

  it("head the columns that begin with them, where the sums of the rows say so", async () => {
    const rows = [
      ["一般公共服务支出", "9.66", "5.52", "4.14"],
      ["社会保障和就业支出", "3.72", "3.72", ""],
      ["卫生健康支出", "0.99", "", "0.99"],
    ];
    expect((await bound(page(heads, rows))).slice(0, 5)).toEqual([
      "9.66 total",
      "5.52 basic",
      "4.14 project",
      "3.72 total",
      "3.72 basic",
    ]);
  });

  it("leave every figure unbound where the rows do not add up", async () => {
    const rows = [
      ["一般公共服务支出", "4.14", "9.66", "5.52"],
      ["社会保障和就业支出", "1.00", "3.72", "2.72"],
      ["卫生健康支出", "0.50", "0.99", "0.49"],
    ];
    expect(await bound(page(heads, rows))).toEqual([]);
  });
});

describe("amounts that stand elsewhere in their columns", () => {
  const before = text(200, 60, "支出决算表", 16) + text(430, 80, "单位：万元", SIZE) + HEADING + NUMBERS;
  const setBy = (place: (column: number, y: number, words: string) => string) =>
    ROWS.map(([name, ...figures], row) => {
      const y = 144 + 14 * row;
      return (
        text(BORDERS[0] + 3, y, name!, SIZE) + figures.map((figure, index) => place(index + 1, y, figure)).join("")
      );
    }).join("");

  it("are bound to their own headings where they stand at the left", async () => {
    const content = before + setBy((column, y, words) => text(BORDERS[column]! + 3, y, words, SIZE));
    expect(shown(await readPdf(madePdf([{ content }])))).toEqual([EXPECTED]);
  });

  it("and where they stand in the middle", async () => {
    const content = before + setBy((column, y, words) => centred(middle(column), y, words));
    expect(shown(await readPdf(madePdf([{ content }])))).toEqual([EXPECTED]);
  });

  it("are bound by the middle of their headings where one row alone tells nothing of its side", async () => {
    const content =
      text(150, 60, "财政拨款“三公”经费支出决算表", 16) +
      text(430, 80, "单位：万元", SIZE) +
      ["合计", "因公出国（境）费", "公务用车购置费", "公务接待费"]
        .map((words, index) => centred(115 + 110 * index, 100, words))
        .join("") +
      ["1", "2", "3", "4"].map((words, index) => centred(115 + 110 * index, 114, words)).join("") +
      ["24.27", "", "21.22", "3.05"].map((words, index) => text(63 + 110 * index, 128, words, SIZE)).join("");
    expect(shown(await readPdf(madePdf([{ content }])))).toEqual([
      ["合计|因公出国（境）费|公务用车购置费|公务接待费", "1|2|3|4", "24.27||21.22|3.05"],
    ]);
  });
});

describe("characters set widely (letter-spacing)", () => {
  const spread = (words: string, x: number, y: number) =>
    [...words]
      .map((character, index) => text(x + wide(words.slice(0, index)) + 2.8 * index, y, character, SIZE))
      .join("");

  it("are the words and numbers that they are without", async () => {
    const content =
      text(200, 60, "支出决算表", 16) +
      text(430, 80, "单位：万元", SIZE) +
      [["项目", "小计", "基本支出", "项目支出"], ...ROWS]
        .flatMap((row, index) =>
          row.map((words, column) => (words === "-" ? "" : spread(words, BORDERS[column]! + 3, 100 + 14 * index))),
        )
        .join("");
    expect(shown(await readPdf(madePdf([{ content }])))).toEqual([
      [
        "项目|小计|基本支出|项目支出",
        "一般公共服务支出|2,106.66|1,503.52|603.14",
        "社会保障和就业支出|326.72|326.72|",
        "卫生健康支出|60.99||60.99",
      ],
    ]);
  });
});

describe("a table that goes on over the page", () => {
  it("has the end of a name below the repeated heading joined to its beginning", async () => {
    const top = text(200, 60, "支出决算表", 16) + text(430, 80, "单位：万元", SIZE) + HEADING + NUMBERS;
    const cut =
      text(63, 186, "国有土地使用权出让收入安排的支出", SIZE) + flush(328, 186, "12.50") + flush(508, 186, "12.50");
    const rest =
      text(63, 142, "（以前年度结转）", SIZE) + text(63, 156, "住房保障支出", SIZE) + flush(328, 156, "7.25");
    const pages = [{ content: top + body(144) + cut }, { content: HEADING + NUMBERS + rest + flush(418, 156, "7.25") }];
    expect(shown(await readPdf(madePdf(pages)))).toEqual([
      [...EXPECTED, "国有土地使用权出让收入安排的支出（以前年度结转）|12.50||12.50", "住房保障支出|7.25|7.25|"],
    ]);
  });
});

describe("an amount that nearly touches the code of the next column", () => {
  it("ends at its second decimal", async () => {
    const rows = [
      ["301", "3,944.49", "302", "899.95"],
      ["30102", "601.35", "30202", "45.10"],
      ["30103", "616.72", "30203", "12.08"],
      ["30107", "922.16", "30204", "162.92"],
    ];
    const content = rows
      .map(([code, amount, next, last], row) => {
        const y = 120 + 14 * row;
        return text(60, y, code!, SIZE) + flush(177.6, y, amount!) + text(180, y, next!, SIZE) + flush(300, y, last!);
      })
      .join("");
    const heading =
      text(60, 100, "科目编码", SIZE) +
      centred(150, 100, "决算数") +
      text(180, 100, "科目编码", SIZE) +
      centred(270, 100, "决算数");
    const [table] = shown(await readPdf(madePdf([{ content: text(430, 80, "单位：万元", SIZE) + heading + content }])));
    expect(table!.slice(1)).toEqual(rows.map((row) => row.join("|")));
  });
});

describe("a long name that runs up to the amounts of other rows", () => {
  const row = (y: number, name: string, ...amounts: readonly string[]) =>
    text(64, y, name, SIZE) + amounts.map((words, index) => flush(BORDERS[index + 2]! - 4, y, words)).join("");
  const rows =
    row(130, "教育支出", "2,106.66", "1,503.52", "603.14") +
    row(144, "科学技术支出", "326.72", "326.72", "0.00") +
    row(158, "机关事业单位职业年金缴费及其他补助支出", "9.00", "9.00", "0.00") +
    row(172, "卫生健康支出", "60.99", "0.00", "60.99");

  it("makes no one column of both", async () => {
    const head = ["小计", "基本支出", "项目支出"]
      .map((words, index) => centred(middle(index + 1), 100, words))
      .join("");
    const content = text(200, 60, "支出决算表", 16) + centred(150, 100, "项目") + head + rows;
    expect(shown(await readPdf(madePdf([{ content }])))[0]!.slice(1)).toEqual([
      "教育支出|2,106.66|1,503.52|603.14",
      "科学技术支出|326.72|326.72|0.00",
      "机关事业单位职业年金缴费及其他补助支出|9.00|9.00|0.00",
      "卫生健康支出|60.99|0.00|60.99",
    ]);
  });

  it("is bound nowhere under headings that the sums of its rows contradict", async () => {
    const head = ["项目支出", "基本支出", "本年支出合计"].map((words, index) => centred(middle(index + 1), 100, words));
    const content =
      text(160, 40, "某局2024年度部门决算", 16) +
      text(200, 60, "支出决算表", 16) +
      text(430, 80, "单位：万元", SIZE) +
      centred(150, 100, "项目") +
      head.join("") +
      rows;
    const { figures, unbound } = bindDisclosure(await readPdf(madePdf([{ content }])));
    expect(figures).toEqual([]);
    expect(unbound.map(({ reason }) => reason)[0]).toContain("各行相加不符");
  });
});

describe("headings that stand in the middle of three lines, beside 类 | 款 | 项 in the lowest", () => {
  it("head their own columns", async () => {
    const codes = ["类", "款", "项"];
    const content =
      text(200, 60, "支出决算表", 16) +
      centred(150, 94, "项目") +
      centred(90, 108, "科目编码") +
      centred(190, 108, "科目名称") +
      codes.map((words, index) => centred(70 + 22 * index, 122, words)).join("") +
      ["合计", "基本支出", "项目支出"].map((words, index) => centred(middle(index + 1), 104, words)).join("") +
      [
        ["208", "05", "01", "退休费", "3.00", "2.00", "1.00"],
        ["210", "11", "02", "医疗费", "6.00", "4.00", "2.00"],
      ]
        .map(([one, two, three, name, ...amounts], index) => {
          const y = 140 + 14 * index;
          return (
            [one, two, three].map((code, at) => centred(70 + 22 * at, y, code!)).join("") +
            text(140, y, name!, SIZE) +
            amounts.map((words, at) => flush(BORDERS[at + 2]! - 4, y, words)).join("")
          );
        })
        .join("");
    const [table] = shown(await readPdf(madePdf([{ content }])));
    expect(table!.filter((words) => /合计/.test(words))).toEqual(["项目|合计|基本支出|项目支出"]);
    expect(table!.at(-1)).toBe("210|11|02|医疗费|6.00|4.00|2.00");
  });
});

describe("coloured cells between vertical lines", () => {
  it("are a table and no chart", async () => {
    const area = (from: number, to: number, y: number) =>
      `0.9 0.95 1 rg ${from} ${842 - y - 14} ${to - from} 14 re f 0 g\n`;
    const ground = [144, 172, 186].flatMap((y) =>
      BORDERS.slice(1).map((to, column) => area(BORDERS[column]! + 1, to - 1, y - 10)),
    );
    const content =
      text(200, 60, "支出决算表", 16) +
      ground.join("") +
      BORDERS.map((x) => line(x, 90, x, 190)).join("") +
      HEADING +
      NUMBERS +
      body(144);
    const document = await readPdf(madePdf([{ content }]));
    expect(shown(document).flat().at(-1)).toBe("卫生健康支出|60.99|-|60.99");
  });
});
