import { existsSync, statSync } from "node:fs";
import { availableParallelism, freemem, totalmem } from "node:os";
import { resolve } from "node:path";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { EXIT, write } from "../streams.ts";
import { pad } from "../text/width.ts";
import { version } from "../version.ts";

interface Line {
  readonly well: boolean;
  readonly zh: string;
  readonly en: string;
  readonly value: string;
}

/** `juesuan doctor`: exit code 0 when this machine can do all, 1 when something is missing. */
export async function doctor(invocation: Invocation): Promise<number> {
  const { streams, lang } = invocation;
  const store = resolve(streams.cwd, textOf(invocation, "store") ?? ".juesuan/store.sqlite");
  const gigabytes = (bytes: number) => `${(bytes / 1024 ** 3).toFixed(1)} GB`;
  const lines: Line[] = [
    { well: true, zh: "版本", en: "version", value: `juesuan ${version()}` },
    { well: supported(process.versions.node), zh: "Node", en: "Node", value: process.version },
    { well: true, zh: "处理器", en: "processors", value: String(availableParallelism()) },
    { well: true, zh: "内存", en: "memory", value: `${gigabytes(freemem())} / ${gigabytes(totalmem())}` },
    await readersLine(),
    ...charsetLines(),
    await storeLine(store),
    terminalLine(invocation),
  ];
  const width = lang === "zh" ? 10 : 14;
  for (const { well, zh, en, value } of lines) {
    await write(streams.stdout, `${well ? "✓" : "✗"} ${pad(lang === "en" ? en : zh, width)} ${value}\n`);
  }
  return lines.every(({ well }) => well) ? EXIT.clean : EXIT.found;
}

function supported(node: string): boolean {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

/** Reads a small disclosure of our own: the whole road, not only whether a package can be loaded. */
async function readersLine(): Promise<Line> {
  const line = { zh: "读取", en: "reading" };
  try {
    const { examine } = await import("@juesuan/readers");
    const text = "某局2024年度部门决算\n2024年度收入总计100.00万元。";
    const { report } = await examine(new TextEncoder().encode(text), { name: "sample.txt" });
    return { ...line, well: report.figures.printed > 0, value: "text, PDF, DOCX, DOC, XLSX, XLS, HTML" };
  } catch (error) {
    return { ...line, well: false, value: (error as Error).message };
  }
}

function charsetLines(): Line[] {
  return ["gb18030"].map((label) => {
    const line = { zh: "编码", en: "charsets", value: label };
    try {
      return { ...line, well: new TextDecoder(label, { fatal: true }).decode(new Uint8Array([0xbe, 0xf6])) === "决" };
    } catch {
      return { ...line, well: false };
    }
  });
}

async function storeLine(file: string): Promise<Line> {
  const line = { zh: "库", en: "store" };
  if (!existsSync(file)) return { ...line, well: true, value: `${file} (–)` };
  try {
    const { openStore } = await import("@juesuan/store/node");
    const store = await openStore(file);
    const { total } = await store.list({ limit: 1 });
    store.close();
    return { ...line, well: true, value: `${file} (${total}; ${(statSync(file).size / 1024 ** 2).toFixed(1)} MB)` };
  } catch (error) {
    return { ...line, well: false, value: `${file}: ${(error as Error).message}` };
  }
}

function terminalLine({ streams: { stdout, env } }: Invocation): Line {
  const kind = stdout.isTTY ? `${env.TERM ?? "?"}, ${stdout.columns ?? "?"}` : "–";
  return { well: true, zh: "终端", en: "terminal", value: env.NO_COLOR ? `${kind}, NO_COLOR` : kind };
}
