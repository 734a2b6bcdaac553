import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/** Where screenshots go when a person wants to look at them. */
const SCREENSHOTS = process.env.JUESUAN_SCREENSHOTS;

/** The machine's own browser for one file of tests. */
export function useBrowser(): { open(options?: BrowserContextOptions): Promise<Page> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
      // Without a locale the browser cannot write Chinese file names, and calls every download “download”.
      env: { ...process.env, LANG: "C.UTF-8" },
    });
  });
  const contexts: BrowserContext[] = [];
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser?.close());
  return {
    async open(options) {
      const context = await browser!.newContext({
        baseURL: inject("address"),
        locale: "zh-CN",
        viewport: DESKTOP,
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const broken: string[] = [];
      page.on("pageerror", (error) => broken.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") broken.push(message.text());
      });
      complaints.set(page, broken);
      return page;
    },
  };
}

const complaints = new WeakMap<Page, string[]>();

/** What the page has complained about in its console, such as a resource that the security policy forbids. */
export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page) ?? [];
}

/** The page has shown all that it was still fetching. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  // The application comes after the page, at once where somebody is there.
  await page.mouse.move(1, 1);
  await page.locator("#root[data-taken]").waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator(".waiting").waitFor({ state: "detached" });
}

/** No violation of WCAG 2.2 AA or of good practice, by axe. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
    ),
  ).toEqual([]);
}

/** Nothing stands outside the width of the screen. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen!);
}

/** Keeps a picture where JUESUAN_SCREENSHOTS names a folder. */
export async function look(page: Page, name: string, fullPage = false): Promise<void> {
  if (SCREENSHOTS === undefined) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage });
}
