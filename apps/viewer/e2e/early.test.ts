import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { complaintsOf, settled, useBrowser } from "./browser.ts";

// A page can be read and used before its application has come, as on a slow line or a slow processor: what a reader does
// meanwhile is not lost.

const browser = useBrowser();

it("does what a screen reader pressed before anything of the application was asked for", async () => {
  const page = await browser.open();
  await page.goto("/accounts/bureau-2024", { waitUntil: "commit" });
  const structure = page.getByRole("region", { name: /钱花在哪里/ });
  await structure.getByRole("button", { name: "展开到最细一级" }).evaluate((button: HTMLElement) => button.click());
  await structure.getByRole("button", { name: "全部收起" }).waitFor();
});

/** Holds the application back, as a slow line does, until it is let go. */
async function withoutApplication(page: Page): Promise<() => void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/assets\/client-/, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

it("does what was asked before the page could answer", async () => {
  const page = await browser.open();
  const letGo = await withoutApplication(page);
  await page.goto("/accounts/bureau-2024");
  const structure = page.getByRole("region", { name: /钱花在哪里/ });
  await structure.getByRole("button", { name: "展开到最细一级" }).click();
  expect(await structure.getByRole("button", { name: "全部收起" }).count()).toBe(0);
  letGo();
  await structure.getByRole("button", { name: "全部收起" }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

it("looks for what was written before the page could answer", async () => {
  const page = await browser.open();
  const letGo = await withoutApplication(page);
  await page.goto("/accounts/bureau-2024/tables");
  const rows = page.getByRole("table").locator("tbody tr");
  const field = page.getByRole("searchbox", { name: "筛选行" });
  await field.pressSequentially("住房");
  expect(await rows.count()).toBeGreaterThan(8);
  letGo();
  await expect.poll(() => rows.count(), { timeout: 15_000 }).toBeLessThan(8);
  expect(await field.inputValue()).toBe("住房");
});

it("finds what was asked of a comparison before the page could answer", async () => {
  const page = await browser.open();
  const letGo = await withoutApplication(page);
  await page.goto("/compare", { waitUntil: "commit" });
  await page.getByRole("searchbox").fill("普陀区审计");
  letGo();
  await taken(page);
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("link", { name: /上海市普陀区审计局 2024/ }).click();
  await page.getByRole("link", { name: /上海市普陀区审计局 2022/ }).click();
  await page.getByRole("row", { name: /^本年支出/ }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

it("compares without a script, but for what one draws", async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  await page.goto("/compare");
  await page.getByRole("searchbox").fill("普陀区审计");
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("link", { name: /上海市普陀区审计局 2024/ }).click();
  await page.getByRole("link", { name: /上海市普陀区审计局 2022/ }).click();
  expect(await page.getByRole("row", { name: /^本年支出/ }).textContent()).toMatch(/11,289\.04.*16,962\.12/);
  await page.getByRole("link", { name: /移去 上海市普陀区审计局 2022/ }).click();
  expect(await page.getByRole("row", { name: /^本年支出/ }).textContent()).not.toContain("11,289.04");
});

it("narrows findings and accounts by what was chosen and ticked before the page could answer", async () => {
  const page = await browser.open();
  const letGo = await withoutApplication(page);
  await page.goto("/accounts/renhe-hrss-2023/findings");
  await page.getByRole("checkbox", { name: /^提示/ }).uncheck();
  await page.getByRole("combobox", { name: "分组" }).selectOption("relation");
  letGo();
  await page.waitForURL((url) => url.searchParams.get("by") === "relation" && !/warning/.test(url.search));
  expect(await page.getByRole("checkbox", { name: /^提示/ }).isChecked()).toBe(false);
  const home = await browser.open();
  const letHomeGo = await withoutApplication(home);
  await home.goto("/");
  await home.getByRole("combobox", { name: "年度" }).selectOption("2022");
  letHomeGo();
  await home.waitForURL(/year=2022/);
  expect(complaintsOf(page)).toEqual([]);
});

it("brings what was unfolded before the page could answer", async () => {
  const page = await browser.open();
  const letGo = await withoutApplication(page);
  await page.goto("/accounts/renhe-hrss-2023");
  await page.getByText("下载", { exact: true }).click();
  letGo();
  await page.getByRole("button", { name: "Word", exact: true }).waitFor();
});

it("takes the files that were chosen or dropped before the page could answer", async () => {
  const file = { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("收入决算总表") };
  for (const way of ["chosen", "dropped"]) {
    const page = await browser.open();
    const letGo = await withoutApplication(page);
    await page.goto("/check");
    if (way === "chosen") await page.locator('input[type="file"]').setInputFiles([file]);
    else await drop(page, ".drop", file.name);
    letGo();
    await page.getByText("已核对 1 / 1 份").waitFor({ timeout: 60_000 });
    expect(complaintsOf(page)).toEqual([]);
  }
});

it("speaks the language that was asked for before there was more than the frame of a page", async () => {
  const page = await browser.open();
  const letGo = await withoutApplication(page);
  await page.goto("/codes");
  await page.getByRole("button", { name: "English" }).click();
  letGo();
  await page.getByRole("heading", { name: /^Classification/ }).waitFor();
});

describe("keeps the words, the choices and the field itself", () => {
  it.each([
    "/",
    "/check",
    "/compare?ids=bureau-2024,bureau-2023",
    "/codes",
    "/relations",
    "/accounts/renhe-hrss-2023",
    "/accounts/renhe-hrss-2023/findings",
    "/accounts/renhe-hrss-2023/document",
    "/accounts/renhe-hrss-2023/tables",
    "/accounts/large-2023/tables?table=expenditure",
  ])("of %s", async (path) => {
    const page = await browser.open();
    const letGo = await withoutApplication(page);
    await page.goto(path);
    const shown = "#root :is(input:not([type=file], [type=hidden], [type=checkbox], [type=number]), select, details)";
    const before = await page.evaluate((fields) => {
      const found = [...document.querySelectorAll(fields)].filter((field) => field.checkVisibility());
      return found.map((field, index) => {
        field.setAttribute("data-written", String(index));
        if (field instanceof HTMLDetailsElement) {
          field.open = true;
          return "open";
        }
        if (field instanceof HTMLInputElement) field.value = "住房";
        if (field instanceof HTMLSelectElement) field.selectedIndex = field.options.length - 1;
        return (field as HTMLInputElement).value;
      });
    }, shown);
    letGo();
    await settled(page);
    const after = await page.evaluate(
      (count) =>
        Array.from({ length: count }, (_, index) => {
          const field = document.querySelector(`[data-written="${index}"]`);
          if (field instanceof HTMLDetailsElement) return field.open ? "open" : "closed";
          return field ? (field as HTMLInputElement).value : "gone";
        }),
      before.length,
    );
    // What no longer fits what was chosen is not shown any more.
    const isUnfolding = (at: number): boolean => before[at] === "open";
    for (const [at, value] of after.entries()) if (isUnfolding(at) && value === "gone") after[at] = "open";
    expect(after).toEqual(before);
  });
});

/** Waits until the application answers. */
async function taken(page: Page): Promise<void> {
  await page.locator("#root[data-taken]").waitFor();
}

/** As when a file is dragged from a folder. */
async function drop(page: Page, selector: string, name: string): Promise<void> {
  await page.locator(selector).evaluate((place, fileName) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["收入决算总表"], fileName, { type: "text/plain" }));
    for (const type of ["dragenter", "dragover", "drop"])
      place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, name);
}
