import { disclosureOf, type FinalAccounts, type ReadDocument } from "@juesuan/core";
import { draftDisclosure, gridsToXlsx, gridToCsv, gridToHtml, gridToMarkdown, tablesOf } from "@juesuan/writers";
import { writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { DRAFT_FORMATS, isBinary } from "../draft/formats.ts";
import { EXIT, UsageError, write, type Streams } from "../streams.ts";
import { accountsIn } from "./accounts-file.ts";
import { readable } from "./document.ts";

interface Exported {
  readonly accounts: FinalAccounts;
  readonly document?: ReadDocument;
}

type Writer = (exported: Exported, streams: Streams) => string | Uint8Array | Promise<string | Uint8Array>;

/** All tables that the document prints. */
const gridsIn = ({ accounts, document }: Exported) => tablesOf(disclosureOf(accounts), document);

/** The whole disclosure, as `draft` writes it. */
const whole =
  (format: "docx" | "pdf"): Writer =>
  async ({ accounts }, streams) =>
    DRAFT_FORMATS[format]!(await readable("export", () => draftDisclosure(accounts)), streams);

const WRITERS: Readonly<Record<string, Writer>> = {
  xlsx: (exported) => gridsToXlsx(gridsIn(exported)),
  csv: (exported) =>
    `\ufeff${gridsIn(exported)
      .map((grid) => `${grid.title}\r\n${gridToCsv(grid)}`)
      .join("\r\n")}`,
  html: (exported) => `<!doctype html>\n<meta charset="utf-8">\n${gridsIn(exported).map(gridToHtml).join("\n")}\n`,
  md: (exported) => gridsIn(exported).map(gridToMarkdown).join("\n"),
  docx: whole("docx"),
  pdf: whole("pdf"),
  json: ({ accounts }) => `${JSON.stringify(disclosureOf(accounts), undefined, 2)}\n`,
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
  const [target, ...rest] = invocation.positionals;
  if (target === undefined || rest.length > 0) throw new UsageError("请给出一份文件。", "Name one file.");
  const written = await writer(await accountsIn(target, streams), streams);
  if (output !== undefined) await writeFile(resolve(streams.cwd, output), written);
  else if (isBinary(format) && streams.stdout.isTTY) {
    throw new UsageError(`${format} 请用 -o 写入文件。`, `Name a file for ${format} with -o.`);
  } else await write(streams.stdout, written);
  return EXIT.clean;
}
