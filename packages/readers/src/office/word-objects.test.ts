import type { ReadDocument, Table } from "@juesuan/core";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "../index.ts";

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

const read = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Promise<ReadDocument> =>
  readDocument(
    zipSync({
      "[Content_Types].xml": strToU8('<Types xmlns="x"/>'),
      "_rels/.rels": strToU8(
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      "word/document.xml": strToU8(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
      ...more,
    }),
  );

const texts = (document: ReadDocument): string[][] =>
  document.blocks
    .filter((block): block is Table => block.kind === "table")
    .map(({ cells }) => cells.map(({ text }) => text));

const OWN = table(["项目", "金额"], ["合计", "3.00"]);

describe("what stands in a Word file in other ways than as paragraphs and tables", () => {
  it("is read once in a text box, which the file holds in two forms", async () => {
    const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(OWN)}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box(OWN)}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(texts(await read(p("收入支出决算总表") + body))).toEqual([["项目", "金额", "合计", "3.00"]]);
  });

  it("is read in a text box of old, and in content controls around tables, rows and cells", async () => {
    const old = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${OWN}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const control = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const row = `<w:tr>${control(`<w:tc>${p("合计")}</w:tc>`)}<w:tc>${control(p("3.00"))}</w:tc></w:tr>`;
    const controlled = control(
      `<w:tbl><w:tr><w:tc>${p("项目")}</w:tc><w:tc>${p("金额")}</w:tc></w:tr>${control(row)}</w:tbl>`,
    );
    expect(texts(await read(old + controlled))).toEqual([
      ["项目", "金额", "合计", "3.00"],
      ["项目", "金额", "合计", "3.00"],
    ]);
  });

  it("is left out where tracked changes struck it, and read where they put it in", async () => {
    const changed = `<w:tbl><w:tr><w:tc>${p("项目")}</w:tc><w:tc>${p("金额")}</w:tc></w:tr><w:tr><w:tc>${p("合计")}</w:tc><w:tc><w:p><w:del><w:r><w:delText>3.00</w:delText></w:r></w:del><w:ins><w:r><w:t>4.00</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>`;
    expect(texts(await read(changed))).toEqual([["项目", "金额", "合计", "4.00"]]);
  });

  it("is said where it is a sheet of another program or a picture", async () => {
    const picture = (cx: number, cy: number) =>
      `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><a:blip/></wp:inline></w:drawing></w:r></w:p>`;
    const { oddities } = await read(picture(5_400_000, 2_500_000) + picture(300_000, 300_000), {
      "word/embeddings/Microsoft_Excel_Sheet1.xlsx": new Uint8Array(4),
    });
    expect(oddities.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "picture: 文件中有 1 张大图，图中如有表格，其数字没有读取",
      expect.stringContaining("embedded-object: 文件中嵌入了 1 个其他文件的对象（如 Excel 表）"),
    ]);
  });
});
