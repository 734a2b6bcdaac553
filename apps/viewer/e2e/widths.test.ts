import { expect, it } from "vitest";
import { expectNoSideways, settled, useBrowser } from "./browser.ts";

// Pages as narrow as a phone, or as a desktop's screen enlarged four times; and as paper has them.

const browser = useBrowser();
const RENHE = "/accounts/renhe-hrss-2023";

it.each([
  [390, "en-GB"],
  [320, "zh-CN"],
  [320, "en-GB"],
])("is nowhere wider than a screen of %i points, everything unfolded, in %s", async (width, locale) => {
  const page = await browser.open({ viewport: { width, height: 800 }, locale });
  for (const path of [
    "/?measure=read",
    RENHE,
    `${RENHE}/findings`,
    "/accounts/bureau-2024/figure?key=expenditure",
    "/compare?ids=bureau-2024,bureau-2022,peer-1-2024",
    "/check",
  ]) {
    await page.goto(path);
    await settled(page);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await expectNoSideways(page);
  }
});

it("prints the text of a document whole", async () => {
  // As wide as A4 between its margins, 182 mm.
  const page = await browser.open({ viewport: { width: 688, height: 900 } });
  await page.goto(`${RENHE}/document`);
  await settled(page);
  await page.emulateMedia({ media: "print" });
  const [left, right, paper] = await page.evaluate(() => {
    const lines = [...document.querySelectorAll(".source p")].map((line) => line.getBoundingClientRect());
    return [
      Math.min(...lines.map((line) => line.left)),
      Math.max(...lines.map((line) => line.right)),
      document.documentElement.clientWidth,
    ];
  });
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(paper!);
});

it("draws charts for the width of paper when they are printed, and for the screen's again", async () => {
  const page = await browser.open();
  await page.goto(RENHE);
  await settled(page);
  await page.getByRole("heading", { name: "钱从哪里来，到哪里去" }).scrollIntoViewIfNeeded();
  await page.locator(".flow svg").first().waitFor();
  await page.evaluate(() =>
    addEventListener("beforeprint", () => {
      const [flow] = document.querySelectorAll(".flow svg");
      document.body.dataset["printed"] = flow?.getAttribute("width") ?? "";
    }),
  );
  await page.pdf({ format: "A4" });
  // 182 mm in pixels of 1/96 inch.
  expect(await page.locator("body").getAttribute("data-printed")).toBe("688");
  await expect
    .poll(async () => Number(await page.locator(".flow svg").first().getAttribute("width")))
    .toBeGreaterThan(1000);
});
