import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const has = (command: string): boolean => spawnSync("which", [command]).status === 0;

/** The real programs that set documents, as far as they are at hand; what is not is said. */
export class Programs {
  readonly folder = mkdtempSync(join(tmpdir(), "juesuan-reading-"));
  readonly office = has("soffice");
  readonly pdftotext = has("pdftotext");
  readonly #browserPath = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  );
  #browser: Browser | undefined;

  constructor() {
    if (!this.browser) console.log("没有 Chromium：不测它打印的 PDF。 No Chromium: its PDFs are left out.");
    if (!this.office) console.log("没有 LibreOffice：不测它写的文件。 No LibreOffice: its files are left out.");
    if (!this.pdftotext) console.log("没有 pdftotext：不比时间。 No pdftotext: times are not compared.");
  }

  get browser(): boolean {
    return this.#browserPath !== undefined;
  }

  /** A page as Chromium prints it; a browser that fails after many pages is started anew, once. */
  async print(html: string): Promise<Uint8Array> {
    try {
      return await this.#printed(html);
    } catch {
      await this.#browser?.close().catch(() => undefined);
      this.#browser = undefined;
      return await this.#printed(html);
    }
  }

  async #printed(html: string): Promise<Uint8Array> {
    this.#browser ??= await chromium.launch({ executablePath: this.#browserPath!, args: ["--no-sandbox"] });
    const page = await this.#browser.newPage();
    await page.setContent(html);
    const bytes = await page.pdf({ preferCSSPageSize: true });
    await page.close();
    return new Uint8Array(bytes);
  }

  /** What LibreOffice makes of a file: `docx`, `xlsx`, `xls`, `pdf`. */
  convert(name: string, content: string | Uint8Array, to: string): Uint8Array {
    const from = join(this.folder, name);
    writeFileSync(from, content);
    const filter = name.endsWith(".html") ? ["--infilter=HTML (StarWriter)"] : [];
    const target = to === "docx" ? "docx:MS Word 2007 XML" : to;
    const profile = `-env:UserInstallation=file://${this.folder}/profile`;
    const run = (): unknown =>
      execFileSync(
        "soffice",
        [profile, "--headless", ...filter, "--convert-to", target, "--outdir", this.folder, from],
        {
          stdio: "ignore",
          timeout: 600_000,
        },
      );
    // The office ends at its start now and then on a busy machine: once more, and no more.
    try {
      run();
    } catch {
      run();
    }
    return new Uint8Array(readFileSync(from.replace(/\.\w+$/, `.${to}`)));
  }

  /** Milliseconds that `pdftotext -layout` takes as a whole process. */
  timeOfPdftotext(bytes: Uint8Array): number {
    const file = join(this.folder, "timed.pdf");
    writeFileSync(file, bytes);
    const began = performance.now();
    execFileSync("pdftotext", ["-layout", file, "/dev/null"], { stdio: "ignore" });
    return performance.now() - began;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
