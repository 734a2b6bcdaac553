import { utils, write, type WorkBook } from "@e965/xlsx";
import type { ReadDocument, Table } from "@juesuan/core";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "../index.ts";

const paragraphs = (document: ReadDocument): string[] =>
  document.blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`${block.role}: ${block.marker ?? ""}${document.text.slice(block.start, block.end)}`]
      : [],
  );

const tables = (document: ReadDocument): Table[] => document.blocks.filter((block) => block.kind === "table");

/** Rows of texts, merged cells with their spans. */
const rows = (table: Table): string[][] =>
  Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map(({ text, rowSpan, columnSpan }) =>
        rowSpan > 1 || columnSpan > 1 ? `${text} ${rowSpan}x${columnSpan}` : text,
      ),
  );

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const p = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const relationships = Object.keys(parts)
    .map((name, index) => `<Relationship Id="r${index}" Type="x/${name.replace(/\d*\.xml$/, "")}" Target="${name}"/>`)
    .join("");
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8('<Types xmlns="x"/>'),
    "_rels/.rels": strToU8(
      '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    "word/_rels/document.xml.rels": strToU8(`<Relationships>${relationships}</Relationships>`),
  };
  for (const [name, text] of Object.entries(parts)) files[`word/${name}`] = strToU8(text);
  return zipSync(files);
}

describe("Word", () => {
  it("generates the numbers that the file only refers to", async () => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const at = (level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`;
    const document = await readDocument(
      docx(p("收入决算情况说明", at(0)) + p("支出决算情况说明", at(0)) + p("总体情况", at(1)) + p("具体情况", at(1)), {
        "numbering.xml": numbering,
      }),
    );
    expect(paragraphs(document)).toEqual([
      "heading: 一、收入决算情况说明",
      "heading: 二、支出决算情况说明",
      "heading: （一）总体情况",
      "heading: （二）具体情况",
    ]);
  });

  it("keeps cells merged across and downwards as one", async () => {
    const body = `<w:tbl><w:tr>${tc("项目", '<w:gridSpan w:val="2"/>')}${tc("合计", '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${tc("编码")}${tc("名称")}${tc("", "<w:vMerge/>")}</w:tr><w:tr>${tc("208")}${tc("社会保障")}${tc("1.00")}</w:tr></w:tbl>`;
    expect(rows(tables(await readDocument(docx(body)))[0]!)).toEqual([
      ["项目 1x2", "合计 2x1"],
      ["编码", "名称"],
      ["208", "社会保障", "1.00"],
    ]);
  });

  it("reads what tracked changes leave, and says that something was struck", async () => {
    const body = `<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins><w:r><w:t>90</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>秘密</w:t></w:r><w:r><w:t>万元</w:t></w:r></w:p>`;
    const document = await readDocument(docx(body));
    expect(paragraphs(document)).toEqual(["body: 支出90万元"]);
    expect(document.oddities.map(({ code }) => code)).toEqual(["hidden-text", "tracked-deletion"]);
  });

  it("sets headers apart, reads footnotes, and takes a nested table out of its cell", async () => {
    const inner = `<w:tbl><w:tr>${tc("甲")}${tc("1")}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr><w:tc>${p("外")}${inner}</w:tc>${tc("9")}</w:tr>${`<w:tr>${tc("乙")}${tc("2")}</w:tr>`.repeat(13)}</w:tbl>`;
    const document = await readDocument(
      docx(body, {
        "header1.xml": `<w:hdr ${W}>${p("某局决算")}</w:hdr>`,
        "footnotes.xml": `<w:footnotes ${W}><w:footnote>${p("含结转3万元")}</w:footnote></w:footnotes>`,
      }),
    );
    expect(paragraphs(document)).toEqual(["header: 某局决算", "body: 含结转3万元"]);
    expect(tables(document).map((table) => rows(table)[0])).toEqual([
      ["外", "9"],
      ["甲", "1"],
    ]);
  });
});

function workbook(change: (book: WorkBook) => void = () => {}): WorkBook {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ["支出决算表"],
    ["单位：万元"],
    ["科目编码", "科目名称", "本年支出合计", "基本支出"],
    ["208", "社会保障和就业支出", 1234.5, "1,234.50"],
    ["合计", null, 1234.5, "1,234.50"],
  ]);
  sheet["C4"]!.z = "#,##0.00";
  sheet["C5"]!.z = "#,##0.00";
  sheet["!merges"] = [utils.decode_range("A1:D1"), utils.decode_range("A5:B5")];
  utils.book_append_sheet(book, sheet, "财决03表");
  change(book);
  return book;
}

describe.each(["xlsx", "biff8"] as const)("Excel (%s)", (bookType) => {
  const bytes = (book: WorkBook): Uint8Array => new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);

  it("prints numbers as their format shows them, beside numbers stored as text", async () => {
    const document = await readDocument(bytes(workbook()));
    expect(document.format).toBe(bookType === "xlsx" ? "xlsx" : "xls");
    expect(rows(tables(document)[0]!)).toEqual([
      ["科目编码", "科目名称", "本年支出合计", "基本支出"],
      ["208", "社会保障和就业支出", "1,234.50", "1,234.50"],
      ["合计 1x2", "1,234.50", "1,234.50"],
    ]);
    expect(paragraphs(document).map((text) => text.replace(/^\w+: /, ""))).toContain("支出决算表");
  });

  it("reports a hidden sheet and does not use it silently", async () => {
    const document = await readDocument(
      bytes(
        workbook((book) => {
          utils.book_append_sheet(
            book,
            utils.aoa_to_sheet([
              ["项目", "金额"],
              ["旧数", 9],
            ]),
            "草稿",
          );
          book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
        }),
      ),
    );
    expect(document.oddities.map(({ code }) => code)).toContain("hidden-sheet");
    expect(tables(document).filter(({ hidden }) => hidden !== true)).toHaveLength(1);
  });
});

describe("web pages", () => {
  const page = (body: string): Uint8Array =>
    strToU8(`<!doctype html><html><head><title>t</title><style>p{}</style></head><body>${body}</body></html>`);

  it("reads tables with spans, headings, and sets navigation apart", async () => {
    const document = await readDocument(
      page(
        '<div class="nav">首页 &gt; 决算</div><h2>某局2023年度部门决算</h2><p>支出合计<br>12.00万元</p><table><tr><th rowspan=2>项目</th><th colspan=2>支出</th></tr><tr><th>基本</th><th>项目</th></tr><tr><td>合计<td>8.00<td>4.00</tr></table><div style="display:none">99</div><script>var x = 5</script>',
      ),
    );
    expect(paragraphs(document)).toEqual([
      "outside: 首页 > 决算",
      "heading: 某局2023年度部门决算",
      "body: 支出合计\n12.00万元",
      "outside: 99",
    ]);
    expect(rows(tables(document)[0]!)).toEqual([
      ["项目 2x1", "支出 1x2"],
      ["基本", "项目"],
      ["合计", "8.00", "4.00"],
    ]);
  });

  it("lets no cell of a heading reach into the body, and none be pushed aside by a row without cells", async () => {
    const document = await readDocument(
      page(
        "<table><thead><tr><th rowspan=3>项目</th><th rowspan=3>合计</th></tr><tr></tr></thead><tbody><tr><td>教育支出</td><td>1.00</td></tr><tr><td rowspan=3>其他支出</td><td>2.00</td></tr><tr></tr><tr><td>3.00</td></tr></tbody></table>",
      ),
    );
    expect(rows(tables(document)[0]!)).toEqual([
      ["项目", "合计"],
      ["教育支出", "1.00"],
      ["其他支出 2x1", "2.00"],
      ["3.00"],
    ]);
  });

  it("reads a page in GB18030", async () => {
    const words = [0xb2, 0xbf, 0xc3, 0xc5, 0xbe, 0xf6, 0xcb, 0xe3];
    const bytes = new Uint8Array([
      ...strToU8('<html><head><meta charset="gb2312"></head><body><p>'),
      ...words,
      ...strToU8("</p></body></html>"),
    ]);
    expect(paragraphs(await readDocument(bytes))).toEqual(["body: 部门决算"]);
  });

  it("dissolves a table that only lays out the page", async () => {
    const inner = "<table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>1.00</td></tr></table>";
    const document = await readDocument(page(`<table><tr><td><p>正文</p>${inner}</td></tr></table>`));
    expect(tables(document).map(rows)).toEqual([
      [
        ["项目", "金额"],
        ["合计", "1.00"],
      ],
    ]);
  });
});

describe("hostile files", () => {
  const codeOf = async (bytes: Uint8Array, name?: string): Promise<string> => {
    const began = performance.now();
    try {
      await readDocument(bytes, name === undefined ? {} : { name });
      return "read";
    } catch (error) {
      expect(error).toMatchObject({ name: "ReadError", message: expect.any(String), messageEn: expect.any(String) });
      return (error as { code: string }).code;
    } finally {
      expect(performance.now() - began).toBeLessThan(20_000);
    }
  };

  it("a bomb in a zip", async () => {
    const bomb = zipSync({
      "_rels/.rels": strToU8(
        '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      "word/document.xml": new Uint8Array(40_000_000),
    });
    expect(await codeOf(bomb)).toBe("too-large");
  });

  it("entities that expand", async () => {
    const entities = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]><w:document ${W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`;
    const bytes = zipSync({
      "_rels/.rels": strToU8(
        '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      "word/document.xml": strToU8(entities),
    });
    expect(await codeOf(bytes)).toBe("unsafe-xml");
  });

  it("elements nested without end", async () => {
    expect(await codeOf(docx("<w:tbl><w:tr><w:tc>".repeat(3_000)))).toBe("too-large");
    expect(await codeOf(strToU8(`<html><body>${"<div>".repeat(200_000)}`))).toBe("too-large");
  });

  it("files cut short, empty, encrypted, of a kind that is not read", async () => {
    const whole = docx(p("一"));
    expect(await codeOf(whole.subarray(0, whole.length - 40))).toBe("damaged");
    expect(await codeOf(new Uint8Array())).toBe("damaged");
    expect(await codeOf(strToU8("%PDF-1.7\ngarbage"))).toBe("damaged");
    expect(await codeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe("unsupported");
    const ole = new Uint8Array(4096);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    [..."EncryptedPackage"].forEach((letter, index) => ole.set([letter.charCodeAt(0), 0], 1024 + 2 * index));
    expect(["encrypted", "unsupported", "damaged"]).toContain(await codeOf(ole));
  });

  it("a name that claims another format is reported, and the content decides", async () => {
    const document = await readDocument(docx(p("一")), { name: "决算.pdf" });
    expect(document.format).toBe("docx");
    expect(document.oddities[0]).toMatchObject({ code: "wrong-extension" });
  });
});

describe("Where the text of a Word file comes from", () => {
  it("is told by part and paragraph, empty paragraphs and cells counted", async () => {
    const body = `${p("")}<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>${p("支出决算为90万元。")}<w:tbl><w:tr>${tc("项目")}${tc("金额")}</w:tr><w:tr>${tc("合计")}${tc("")}</w:tr></w:tbl>`;
    const { blocks } = await readDocument(docx(body));
    const at = (paragraph: number) => [{ part: "word/document.xml", paragraph }];
    expect(
      blocks.map((block) => (block.kind === "table" ? block.cells.map(({ origins }) => origins) : block.origins)),
    ).toEqual([at(2), [at(3), at(4), at(5), at(6)]]);
  });
});
