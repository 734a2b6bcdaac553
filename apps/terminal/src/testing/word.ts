import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

// Word files for tests, as Word writes them: a sentence in several runs, cut anywhere, also within a number.

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A run of text in a formatting of its own. */
export const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

/** A paragraph whose runs are at most `size` signs long. */
export function paragraph(text: string, size = Infinity): string {
  const runs: string[] = [];
  for (let at = 0; at < text.length; at += size)
    runs.push(
      run(
        text.slice(at, at + size),
        runs.length % 2 === 0 ? '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>' : "<w:b/>",
      ),
    );
  return `<w:p>${runs.join("")}</w:p>`;
}

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="1200"/>').join("")}</w:tblGrid>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr>${paragraph(cell, 3)}</w:tc>`).join("")}</w:tr>`,
    )
    .join("")}</w:tbl>`;

/** The smallest file that Word opens, with further parts where a test needs them. */
export function wordFile(
  body: string,
  parts: Readonly<Record<string, { type: string; xml: string }>> = {},
): Uint8Array {
  const entries = Object.entries(parts);
  const files: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${entries
      .map(
        ([name, { type }]) =>
          `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
      )
      .join("")}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${NAMESPACE}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  };
  if (entries.length > 0)
    files["word/_rels/document.xml.rels"] =
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.map(([name, { type }], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${name}"/>`).join("")}</Relationships>`;
  for (const [name, { xml }] of entries) files[`word/${name}`] = xml;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A part of a file as text. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`There is no ${name}.`);
  return strFromU8(part);
}

/** The file as it is once every change is accepted, or rejected, and every comment removed. */
export function settled(bytes: Uint8Array, how: "accepted" | "rejected"): Uint8Array {
  const files = unzipSync(bytes);
  const [gone, kept] = how === "accepted" ? ["del", "ins"] : ["ins", "del"];
  const xml = strFromU8(files["word/document.xml"]!)
    .replaceAll(new RegExp(`<w:${gone} [^>]*>.*?</w:${gone}>`, "gs"), "")
    .replaceAll(new RegExp(`</?w:${kept}(?: [^>]*)?>`, "g"), "")
    .replaceAll("delText", "t")
    .replaceAll(/<w:commentRange(?:Start|End) [^>]*\/>|<w:r><w:commentReference [^>]*\/><\/w:r>/g, "");
  return zipSync({ ...files, "word/document.xml": strToU8(xml) });
}
