import { expect, inject, it } from "vitest";
import { complaintsOf, expectAccessible, expectNoSideways, look, PHONE, useBrowser } from "./browser.ts";
import { inkOf, printed } from "./printed.ts";
import { TOKEN } from "./token.ts";

const browser = useBrowser();

/** Puts a printed disclosure into the store as a department would, and gives its address. */
async function published(): Promise<string> {
  const { name, buffer } = await printed(await browser.open());
  const response = await fetch(`${inject("address")}/v1/accounts?name=${name}&region=上海市徐汇区`, {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/pdf" },
    body: new Uint8Array(buffer),
  });
  const { id } = (await response.json()) as { readonly id: string };
  return `/accounts/${encodeURIComponent(id)}`;
}

it("shows the pages of a published PDF with its figures framed, and a crop of every place of one", async () => {
  const account = await published();
  const page = await browser.open();
  await page.goto(`${account}/document`);
  const figure = page.locator("button.frame").nth(30);
  await figure.scrollIntoViewIfNeeded();
  await figure.click();
  const link = page.getByRole("link", { name: "关于这个数字的全部" });
  await link.waitFor();
  const picture = page.locator(".page-picture", { has: page.locator("button.frame[aria-pressed='true']") });
  await expect.poll(() => picture.locator("canvas").evaluate(inkOf), { timeout: 15_000 }).toBeGreaterThan(0.01);
  expect(await picture.getAttribute("data-drawn")).toBe("yes");
  await look(page, "pdf-of-an-account");
  await expectAccessible(page);
  await link.click();
  await page.waitForFunction(() => (document.querySelector<HTMLCanvasElement>("canvas.crop")?.width ?? 0) > 600);
  await look(page, "crops-of-an-account");
  await expectAccessible(page);
  expect(complaintsOf(page)).toEqual([]);
});

it("reads the text first on a phone, where a page set for paper is too small", async () => {
  const account = await published();
  const page = await browser.open({ viewport: PHONE });
  await page.goto(`${account}/document`);
  await page.locator("button.figure").first().waitFor();
  await expectNoSideways(page);
  await page.getByRole("link", { name: "看页面原样" }).click();
  await page.locator(".page-picture").first().waitFor();
  await expectNoSideways(page);
});
