import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readDocument } from "../read.ts";
import { isArchive } from "./archive.ts";

const PAGE =
  "<html><body><p>青禾镇人民政府2022年度部门决算情况说明</p><p>一、收入支出决算总体情况说明</p><p>2022年度收入总计1028.60万元，支出总计1028.60万元。</p></body></html>";

const message = (type: string, encoding: string, body: string): string =>
  [
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="----=_NextPart_01"',
    "",
    "此文档为“单个文件网页”。",
    "",
    "------=_NextPart_01",
    "Content-Location: file:///C:/file.htm",
    `Content-Transfer-Encoding: ${encoding}`,
    `Content-Type: ${type}`,
    "",
    body,
    "------=_NextPart_01",
    "Content-Location: file:///C:/image.png",
    "Content-Transfer-Encoding: base64",
    "Content-Type: image/png",
    "",
    "iVBORw0KGgo=",
    "------=_NextPart_01--",
    "",
  ].join("\r\n");

/** As Word writes it: characters outside ASCII as references, an equals sign at the end of each full line. */
const references = [...PAGE]
  .map((character) => (character < "\u0080" ? character : `&#${character.charCodeAt(0)};`))
  .join("")
  .replaceAll("=", "=3D")
  .replaceAll(/.{70}/g, "$&=\r\n");
const quoted = [...new TextEncoder().encode(PAGE)]
  .map((byte) => (byte < 0x80 && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
  .join("");
const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(PAGE)));

describe("a web page in one file, under the name of a Word file", () => {
  it.each([
    ["with characters as references", 'text/html; charset="us-ascii"', "quoted-printable", references],
    ["with characters as bytes", 'text/html; charset="utf-8"', "quoted-printable", quoted],
    ["in base64", 'text/html; charset="utf-8"', "base64", base64],
  ])("is read as the page that it holds, %s", async (_, type, encoding, body) => {
    const document = await readDocument(new TextEncoder().encode(message(type, encoding, body)), { name: "决算.doc" });
    expect(document.oddities.map(({ message: said }) => said)).toEqual(["文件名说是 .doc，内容是 html，按内容读取"]);
    const { kind, department, figures } = bindDisclosure(document);
    expect([kind, department, figures.length]).toEqual(["final-accounts", "青禾镇人民政府", 2]);
  });
});

describe("lines like headers, without the version of a message", () => {
  it("are told from one in one pass, and no line in two ways", () => {
    expect(isArchive("a: b\r\n".repeat(60))).toBe(false);
    expect(isArchive("a: b\r\n c\r\n".repeat(40))).toBe(false);
    expect(isArchive("From: a\r\n b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n")).toBe(true);
  });
});
