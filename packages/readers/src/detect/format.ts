import { isArchive } from "../html/archive.ts";

/** A format that is recognised and not read. */
export interface ForeignFormat {
  readonly zh: string;
  readonly en: string;
}

export type DetectedFormat = "pdf" | "docx" | "doc" | "xlsx" | "xls" | "html" | "mhtml" | "text" | ForeignFormat;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The format by content. */
export function detectFormat(bytes: Uint8Array): DetectedFormat {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (/^[\s\S]{0,1020}?%PDF-/.test(head)) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return zipFormat(bytes);
  if (OLE.every((byte, index) => bytes[index] === byte)) return oleFormat(bytes);
  if (head.startsWith("Rar!")) return { zh: "压缩包（rar）", en: "An archive (rar)" };
  if (head.startsWith("7z\u00bc\u00af")) return { zh: "压缩包（7z）", en: "An archive (7z)" };
  if (head.startsWith("{\\rtf")) return { zh: "RTF 文件", en: "An RTF file" };
  if (["\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM", "II*", "MM\u0000*"].some((magic) => head.startsWith(magic)))
    return { zh: "图片", en: "An image" };
  const start = head.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (isArchive(start)) return "mhtml";
  if (/^(?:<!doctype html|<html|<head|<body|<table|<div)/i.test(start) || /<(?:html|body|table)[\s>]/i.test(head))
    return "html";
  if (/^<\?xml/i.test(start) && /Workbook|office:spreadsheet/.test(head))
    return { zh: "XML 表格", en: "An XML spreadsheet" };
  return "text";
}

function zipFormat(bytes: Uint8Array): DetectedFormat {
  const names = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  if (names.includes("word/document") || names.includes("word/")) return "docx";
  if (names.includes("xl/workbook") || names.includes("xl/")) return "xlsx";
  if (names.includes("OFD.xml")) return { zh: "OFD 文件", en: "An OFD file" };
  if (names.includes("ppt/")) return { zh: "演示文稿", en: "A presentation" };
  if (names.includes("content.xml")) return { zh: "OpenDocument 文件", en: "An OpenDocument file" };
  return { zh: "压缩包（zip）", en: "An archive (zip)" };
}

function oleFormat(bytes: Uint8Array): DetectedFormat {
  const text = new TextDecoder("utf-16le").decode(bytes.subarray(0, Math.min(bytes.length, 4_000_000)));
  if (/Workbook|\bBook\b/.test(text)) return "xls";
  if (text.includes("EncryptedPackage")) return { zh: "加了密码的 Office 文件", en: "An encrypted Office file" };
  if (text.includes("WordDocument")) return "doc";
  return { zh: "旧版 Office 文件", en: "An old Office file" };
}
