import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { complaintsOf, expectAccessible, look, useBrowser } from "./browser.ts";
import { pageWithOtherTables } from "./self-evaluation.ts";

const browser = useBrowser();

it("sorts and filters a table in the official form, and leads on to the classification", async () => {
  const page = await browser.open();
  await page.goto("/accounts/bureau-2024/tables?table=expenditure");
  const rows = page.locator("table.official tbody tr");
  await page.getByRole("button", { name: "本年支出合计" }).click();
  await expect.poll(() => rows.first().textContent(), { timeout: 15_000 }).toMatch(/合计.*16,962\.12/);
  await page.getByRole("searchbox", { name: "筛选行" }).fill("住房");
  await expect.poll(() => rows.count(), { timeout: 15_000 }).toBeLessThan(8);
  expect(await rows.first().textContent()).toContain("住房保障支出");
  await look(page, "table-filtered");
  await expectAccessible(page);
  await rows.first().getByRole("link", { name: /^221/ }).first().click();
  await page.getByRole("heading", { level: 1, name: /221/ }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

it("downloads a table as CSV and as a workbook", async () => {
  const page = await browser.open();
  await page.goto("/accounts/bureau-2024/tables");
  for (const name of ["下载 CSV", "下载 XLSX"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    expect(await download.failure()).toBeNull();
  }
});

it("sets of a table of more than 1,300 rows those in view, however far and fast it is scrolled", async () => {
  const page = await browser.open();
  await page.goto("/accounts/large-2023/tables?table=expenditure");
  const pane = page.locator(".grid-pane");
  await pane.locator("tbody tr").nth(5).waitFor({ timeout: 45_000 });
  expect(Number(await page.locator("table.official").getAttribute("aria-rowcount"))).toBeGreaterThan(1300);
  const { frames, most } = await pane.evaluate(
    (element) =>
      new Promise<{ readonly frames: readonly number[]; readonly most: number }>((resolve) => {
        const times: number[] = [];
        let rows = 0;
        let before = performance.now();
        const step = (now: number): void => {
          times.push(now - before);
          before = now;
          rows = Math.max(rows, element.querySelectorAll("tbody tr").length);
          element.scrollTop += 400;
          if (times.length < 90) requestAnimationFrame(step);
          else resolve({ frames: times.slice(1), most: rows });
        };
        requestAnimationFrame(step);
      }),
  );
  // What is far from the screen is not set: the page stays light, and how fast it is depends on the machine alone.
  expect(most).toBeLessThan(150);
  const last = pane.getByRole("row").last();
  await expect.poll(() => last.getAttribute("aria-rowindex"), { timeout: 15_000 }).toMatch(/^1\d{3}$/);
  const sorted = frames.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  console.log(`1,325 rows: frame ${median.toFixed(1)} ms in the middle, ${sorted.at(-1)!.toFixed(1)} ms at worst`);
  await look(page, "table-large");
});

it("shows departments and years side by side, and keeps the choice in the address", async () => {
  const page = await browser.open();
  await page.goto("/compare");
  await page.getByRole("searchbox").fill("普陀区审计");
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("link", { name: /上海市普陀区审计局 2024/ }).click();
  await page.getByRole("link", { name: /上海市普陀区审计局 2022/ }).click();
  await page.waitForURL(/ids=bureau-2024%2Cbureau-2022/);
  const spent = page.getByRole("row", { name: /^本年支出/ });
  expect(await spent.textContent()).toMatch(/11,289\.04.*16,962\.12/);
  await page.reload();
  await spent.waitFor();
  await page.getByRole("img", { name: "历年" }).waitFor();
  await look(page, "compare");
  await expectAccessible(page);
  expect(complaintsOf(page)).toEqual([]);
});

it("places a department and each of its amounts among departments of its kind", async () => {
  const page = await browser.open();
  await page.goto("/accounts/bureau-2024");
  const peers = page.getByRole("region", { name: "与同类部门相比" });
  await peers.getByText(/同级、同类部门 9 个/).waitFor();
  await page.goto("/accounts/bureau-2024/figure?key=expenditure");
  const among = page.getByRole("region", { name: "同类部门" });
  await among
    .getByText(/9 个同类部门写明了它.*排第 \d+/)
    .first()
    .waitFor();
  await look(page, "among-peers", true);
  await expectAccessible(page);
  expect(complaintsOf(page)).toEqual([]);
});

it("shows every table that a document prints, cell by cell, those that nobody declares too", async () => {
  const page = await browser.open();
  await page.goto("/check");
  const document = { name: "forest.html", mimeType: "text/html", buffer: Buffer.from(pageWithOtherTables()) };
  await page.locator('input[type="file"]').setInputFiles([document]);
  await page.getByText("已核对 1 / 1 份").waitFor({ timeout: 60_000 });
  await page.getByRole("link", { name: "报表", exact: true }).click();
  const list = page.getByRole("navigation", { name: "各张报表" });
  await list.getByText("文件另外印出的表").waitFor();
  expect(await list.getByRole("listitem").allTextContents()).toEqual([
    "支出决算表",
    "项目支出绩效自评表",
    "巡护里程登记（4 个数没有读懂）",
  ]);
  await list.getByRole("link", { name: "项目支出绩效自评表" }).click();
  const sheet = page.locator("table.official");
  expect(await sheet.getByRole("row", { name: /^产出指标/ }).textContent()).toBe("产出指标维修护林站3座3座50.00");
  await look(page, "table-printed");
  await expectAccessible(page);
  // A figure among words leads to what is known of it, as one alone in its cell does.
  await sheet.getByRole("link", { name: "3", exact: true }).first().click();
  await page.getByRole("heading", { level: 2, name: /维修护林站/ }).waitFor();
  await page.goBack();
  await list.getByRole("link", { name: "巡护里程登记" }).click();
  await page.getByText("这张表没有读懂：4 个数都没有核对。").waitFor();
  expect(await sheet.locator(".unread").allTextContents()).toEqual(["318.5", "26", "207.4", "19"]);
  await look(page, "table-not-understood");
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载 CSV" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain("西坡站,207.4,19");
  expect(complaintsOf(page)).toEqual([]);
});
