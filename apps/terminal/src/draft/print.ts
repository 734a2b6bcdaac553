import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { UsageError, type Streams } from "../streams.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

/** A page as PDF, printed by a Chromium that is on this machine. */
export async function printed(html: string, { env }: Pick<Streams, "env">): Promise<Uint8Array> {
  const browser = browserIn(env);
  if (browser === undefined)
    throw new UsageError(
      "打印 PDF 需要 Chromium 或 Chrome；请安装，或用 CHROMIUM_PATH 指明。也可写成 docx，在 Word 或 WPS 中另存为 PDF。",
      "PDF needs Chromium or Chrome: install one, or name it in CHROMIUM_PATH; or write a docx and save it as PDF.",
    );
  const folder = await mkdtemp(join(tmpdir(), "juesuan-print-"));
  try {
    const page = join(folder, "page.html");
    const file = join(folder, "page.pdf");
    await writeFile(page, html);
    await promisify(execFile)(
      browser,
      [
        "--headless",
        // A container's user may be root, for whom Chromium has no sandbox; the page is our own and runs no script.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--no-pdf-header-footer",
        `--user-data-dir=${join(folder, "profile")}`,
        `--print-to-pdf=${file}`,
        pathToFileURL(page).href,
      ],
      { timeout: 120_000 },
    );
    return new Uint8Array(await readFile(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function browserIn(env: Streams["env"]): string | undefined {
  const own = env["CHROMIUM_PATH"];
  if (own !== undefined && existsSync(own)) return own;
  const folders = (env["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
