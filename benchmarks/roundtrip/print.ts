import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PATHS = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/google-chrome"];

/** A page printed as PDF by the Chromium of this machine; undefined where there is none. */
export async function printer(): Promise<
  { readonly print: (html: string) => Promise<Uint8Array>; readonly close: () => Promise<void> } | undefined
> {
  const path = PATHS.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (path === undefined) return undefined;
  const browser: Browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
  // One page for all: a new one for each is a new process that loads the Chinese faces again, twice the time of printing.
  const page = await browser.newPage();
  return {
    close: () => browser.close(),
    print: async (html) => {
      await page.setContent(html);
      return new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
    },
  };
}
