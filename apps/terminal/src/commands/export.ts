import { gridsOf, gridsToXlsx, gridToCsv, gridToHtml, gridToMarkdown } from "@juesuan/writers";
import { writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { Examination } from "@juesuan/readers";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { EXIT, UsageError, write } from "../streams.ts";
import { theDocument } from "./document.ts";

const WRITERS: Readonly<Record<string, (examination: Examination) => string | Uint8Array>> = {
  xlsx: ({ disclosure }) => gridsToXlsx(gridsOf(disclosure)),
  csv: ({ disclosure }) =>
    `\ufeff${gridsOf(disclosure)
      .map((grid) => `${grid.title}\r\n${gridToCsv(grid)}`)
      .join("\r\n")}`,
  html: ({ disclosure }) =>
    `<!doctype html>\n<meta charset="utf-8">\n${gridsOf(disclosure).map(gridToHtml).join("\n")}\n`,
  md: ({ disclosure }) => gridsOf(disclosure).map(gridToMarkdown).join("\n"),
  json: ({ disclosure }) => `${JSON.stringify(disclosure, undefined, 2)}\n`,
};

const EXTENSIONS: Readonly<Record<string, string>> = { ".markdown": "md", ".htm": "html" };

/** `juesuan export FILE` */
export async function exporting(invocation: Invocation): Promise<number> {
  const { streams } = invocation;
  const output = textOf(invocation, "output");
  const extension = extname(output ?? "").toLowerCase();
  const format = textOf(invocation, "to") ?? EXTENSIONS[extension] ?? extension.slice(1);
  const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
  if (!writer) {
    const names = Object.keys(WRITERS);
    throw new UsageError(
      `请用 --to 说明格式：${names.join("、")}。`,
      `Name the format with --to: ${names.join(", ")}.`,
    );
  }
  const written = writer(await theDocument(invocation));
  if (output !== undefined) await writeFile(resolve(streams.cwd, output), written);
  else if (typeof written !== "string" && streams.stdout.isTTY) {
    throw new UsageError(`${format} 请用 -o 写入文件。`, `Name a file for ${format} with -o.`);
  } else await write(streams.stdout, written);
  return EXIT.clean;
}
