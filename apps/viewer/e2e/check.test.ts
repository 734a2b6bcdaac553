import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { complaintsOf, expectAccessible, expectNoSideways, look, PHONE, useBrowser } from "./browser.ts";
import { wordDraft } from "./disclosures.ts";
import { inkOf, printed } from "./printed.ts";

const browser = useBrowser();
const text = {
  name: "renhe.txt",
  mimeType: "text/plain",
  buffer: readFileSync(new URL("../../../fixtures/renhe-hrss-2023/source.txt", import.meta.url)),
};

it("checks a PDF of 25 pages and more without a network, even after a reload", async () => {
  const pdf = await printed(await browser.open());
  const page = await browser.open();
  await page.goto("/check");
  await page.getByText("断网也能用").waitFor({ timeout: 60_000 });
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole("heading", { name: "核对你的决算文件" }).waitFor();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  const began = performance.now();
  await page.locator('input[type="file"]').setInputFiles([pdf]);
  await page.getByText("已核对 1 / 1 份").waitFor({ timeout: 60_000 });
  console.log(`PDF in the browser, offline: ${Math.round(performance.now() - began)} ms`);
  await page.getByRole("heading", { name: /徐汇区生态环境局.*2024/ }).waitFor();
  await page.getByRole("link", { name: "原文", exact: true }).click();
  const pages = page.locator(".page-picture");
  await pages.first().waitFor();
  expect(await pages.count()).toBeGreaterThanOrEqual(25);
  // A figure framed on its page, drawn as the file prints it, without a network too.
  const figure = page.locator("button.frame").nth(40);
  await figure.scrollIntoViewIfNeeded();
  await figure.click();
  await page.getByRole("link", { name: "关于这个数字的全部" }).waitFor();
  const picture = page.locator(".page-picture", { has: page.locator("button.frame[aria-pressed='true']") });
  await expect.poll(() => picture.locator("canvas").evaluate(inkOf), { timeout: 15_000 }).toBeGreaterThan(0.01);
  await look(page, "check-pdf-offline");
  await expectAccessible(page);
  await page.getByRole("link", { name: "关于这个数字的全部" }).click();
  await page.waitForFunction(() => (document.querySelector<HTMLCanvasElement>("canvas.crop")?.width ?? 0) > 600);
  await look(page, "check-pdf-figure");
  expect(sent).toEqual([]);
});

it("checks several files one after the other and says how far it is", async () => {
  const page = await browser.open({ viewport: PHONE });
  await page.goto("/check");
  const broken = { name: "broken.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 nothing") };
  await page.locator('input[type="file"]').setInputFiles([text, broken]);
  await page.getByText("已核对 2 / 2 份").waitFor({ timeout: 60_000 });
  expect(await page.getByRole("listitem").filter({ hasText: "renhe.txt" }).textContent()).toMatch(/错误 2.*提示 6/);
  expect(await page.getByRole("listitem").filter({ hasText: "broken.pdf" }).textContent()).toContain("读不了");
  await page.getByText("应为99.8%").first().waitFor();
  await look(page, "check-several");
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.getByRole("link", { name: "98.9" }).first().click();
  await page.getByRole("button", { name: "98.9", pressed: true }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

it("gives the tables of an own file as CSV", async () => {
  const page = await browser.open();
  await page.goto("/check?view=tables");
  await page.locator('input[type="file"]').setInputFiles([text]);
  await page.getByText("已核对 1 / 1 份").waitFor({ timeout: 60_000 });
  await page.getByRole("link", { name: "支出决算表", exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载 CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("支出决算表.csv");
  expect(readFileSync(await download.path(), "utf8")).toContain("3037.9");
});

it("writes its corrections into a copy of a Word file, in the browser", async () => {
  const page = await browser.open();
  await page.goto("/check");
  const draft = {
    name: "草稿.docx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(wordDraft(text.buffer.toString())),
  };
  await page.locator('input[type="file"]').setInputFiles([draft]);
  await page.getByText("已核对 1 / 1 份").waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载修改建议（Word 修订）" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("草稿（修改建议）.docx");
  const document = strFromU8(unzipSync(readFileSync(await download.path()))["word/document.xml"]!);
  expect(document).toMatch(/<w:del [^>]*w:author="juesuan 决算"/);
  await page.getByText(/已写出：改了 \d+ 处/).waitFor();
  await look(page, "check-corrections");
  await expectAccessible(page);
});
