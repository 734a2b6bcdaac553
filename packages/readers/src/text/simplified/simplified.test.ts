import { utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { examine } from "../../examine.ts";
import { madePdf, ruled, text } from "../../pdf/made.test.support.ts";
import { readDocument } from "../../read.ts";
import { SIMPLIFIED, TRADITIONAL } from "./characters.ts";

const PAGE =
  "青禾區水務局2023年度部門決算\n\n目 錄\n\n第二部分 2023年度部門決算說明\n\n第二部分 2023年度部門決算說明\n\n一、收入支出決算總體情況說明\n\n2023年度收、支總計1028.60萬元。\n\n二、收入決算情況說明\n\n本年收入合計1028.60萬元，其中：財政撥款收入1000.00萬元，占97.22%；其他收入28.60萬元，占2.78%。\n\n三、財政撥款“三公”經費支出決算情況說明\n\n“三公”經費財政撥款支出決算2.50萬元。\n";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** In the encoding of traditional characters, which no program writes any more: by what its bytes are read as. */
function inBig5(text: string): Uint8Array {
  const decoder = new TextDecoder("big5");
  const bytesOf = new Map<string, readonly number[]>();
  for (let high = 0xa1; high <= 0xf9; high++)
    for (let low = 0x40; low <= 0xfe; low++) bytesOf.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(
    [...text].flatMap((character) => bytesOf.get(character) ?? [Math.min(0x7f, character.charCodeAt(0))]),
  );
}

describe("a page in traditional characters", () => {
  it("is read and checked in simplified ones, each in its place", async () => {
    const { disclosure, report } = await examine(encode(PAGE));
    expect([disclosure.kind, disclosure.department, disclosure.fiscalYear]).toEqual([
      "final-accounts",
      "青禾区水务局",
      2023,
    ]);
    expect(disclosure.contents.map(({ title }) => title)).toEqual(["2023年度部门决算说明"]);
    expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const other = disclosure.figures.find(({ dimensions }) => dimensions.source === "other")!;
    expect(PAGE.slice(other.source.start, other.source.end)).toBe("28.60");
    expect(disclosure.oddities.map(({ code }) => code)).toContain("traditional-script");
  });

  it("may be a web page in Big5", async () => {
    const page = inBig5(`<html><head><meta charset="big5"></head><body><p>${PAGE.split("\n\n").join("</p><p>")}</p>`);
    const { text: words } = await readDocument(page);
    expect(words).toContain("其他收入28.60万元");
  });

  it("is left as it is where a converter put the sound of each character behind it", async () => {
    const { text: words } = await readDocument(
      encode(PAGE.replaceAll("經費", "經(jīng)費").replaceAll("決", "決(jué)")),
    );
    expect(words).toContain("萬元");
  });

  it("is not what has one such character among others", async () => {
    const { text: words } = await readDocument(
      encode("青禾区水务局2023年度部门決算\n\n部门决算公开\n\n部门决算说明\n"),
    );
    expect(words).toContain("決算");
  });
});

describe("another file in traditional characters is read as a page in them is", () => {
  const TITLES = ["部門決算", "收入支出決算總表", "財政撥款", "“三公”經費", "預算"];
  const TABLE = [
    ["項目", "決算數", "項目", "決算數"],
    ["一、財政撥款收入", "10.50", "一、教育支出", "10.50"],
    ["本年收入合計", "10.50", "本年支出合計", "10.50"],
  ];
  const XS = [60, 180, 250, 370, 440];
  const files: Readonly<Record<string, () => Uint8Array>> = {
    "Word (.docx)": () => {
      const p = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
      const row = (cells: readonly string[]): string =>
        `<w:tr>${cells.map((words) => `<w:tc>${p(words)}</w:tc>`).join("")}</w:tr>`;
      const body = `${TITLES.map(p).join("")}<w:tbl>${TABLE.map(row).join("")}</w:tbl>`;
      return zipSync({
        "[Content_Types].xml": strToU8('<Types xmlns="x"/>'),
        "_rels/.rels": strToU8(
          '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
        "word/document.xml": strToU8(`<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`),
      });
    },
    "Excel (.xlsx)": () => {
      const sheet = utils.aoa_to_sheet([...TITLES.map((words) => [words]), ...TABLE]);
      const book = { SheetNames: ["決算"], Sheets: { 決算: sheet } };
      return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    },
    PDF: () =>
      madePdf([
        {
          content:
            TITLES.map((words, index) => text(60, 60 + 20 * index, words)).join("") +
            ruled(XS, [180, 200, 220, 240], TABLE),
        },
      ]),
  };
  it.each(Object.keys(files))("%s", async (kind) => {
    const document = await readDocument(files[kind]!());
    const table = document.blocks.find((block) => block.kind === "table");
    expect(table?.cells.map((cell) => cell.text).slice(-8)).toEqual(
      "一、财政拨款收入|10.50|一、教育支出|10.50|本年收入合计|10.50|本年支出合计|10.50".split("|"),
    );
    expect(document.text).toContain("收入支出决算总表");
    expect(document.oddities.map(({ code }) => code)).toContain("traditional-script");
  });
});

describe("the table of characters", () => {
  it("has one simplified character for each traditional one, which none of them is", () => {
    expect([...SIMPLIFIED]).toHaveLength([...TRADITIONAL].length);
    expect(new Set(TRADITIONAL).size).toBe(TRADITIONAL.length);
    expect([..."決預財務經費撥總計萬億說類項區縣鎮"].every((character) => TRADITIONAL.includes(character))).toBe(true);
    expect([..."乾县政府决算后"].some((character) => TRADITIONAL.includes(character))).toBe(false);
  });
});
