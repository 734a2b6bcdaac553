import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import {
  complaintsOf,
  DESKTOP,
  expectAccessible,
  expectNoSideways,
  look,
  PHONE,
  settled,
  useBrowser,
} from "./browser.ts";

const browser = useBrowser();
const RENHE = "/accounts/renhe-hrss-2023";

it("has its data fetched beside its code, and once: what the server announces is what the page asks for", async () => {
  const page = await browser.open();
  const asked: string[] = [];
  page.on("request", (request) => {
    // Only the page's own code names the type that it wants.
    const by = request.headers()["accept"] === "application/json" ? "code" : "announcement";
    asked.push(`${by} ${new URL(request.url()).pathname}`);
  });
  await page.goto(`${RENHE}/tables?layout=printed`);
  await settled(page);
  for (const part of ["report", "tables"])
    expect(asked.filter((one) => one.endsWith(`/v1${RENHE}/${part}`))).toEqual([`announcement /v1${RENHE}/${part}`]);
  expect(complaintsOf(page)).toEqual([]);
});

describe.each([
  ["desktop", DESKTOP],
  ["phone", PHONE],
])("on a %s", (device, viewport) => {
  it("finds a department and says what it spent most on and what is wrong", async () => {
    const page = await browser.open({ viewport });
    await page.goto("/");
    await page.getByRole("searchbox").fill("人力资源");
    await page.getByRole("button", { name: "查找" }).click();
    await page.waitForURL(/q=/);
    await page.getByRole("link", { name: /仁和区人力资源和社会保障局/ }).click();
    await page.waitForURL(/\/accounts\/renhe/);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("2023 年度部门决算");
    const most = page
      .getByRole("region", { name: /钱花在哪里/ })
      .getByRole("row")
      .nth(1);
    expect(await most.textContent()).toMatch(/社会保障和就业.*2,832\.4/);
    await page.getByRole("link", { name: /^核对结果（/ }).click();
    expect(
      await page
        .getByText(/应为99\.8%/)
        .first()
        .textContent(),
    ).toContain("3030.4÷3037.9＝99.75%");
    await expectNoSideways(page);
    expect(complaintsOf(page)).toEqual([]);
  });

  it.each([
    ["home", "/"],
    ["overview", RENHE],
    ["findings", `${RENHE}/findings`],
    ["document", `${RENHE}/document`],
    ["charts", "/accounts/bureau-2024/charts"],
    ["finding walked through", `${RENHE}/document?finding=FIRST`],
    ["tables", "/accounts/bureau-2024/tables"],
    ["tables as printed", "/accounts/bureau-2024/tables?layout=printed"],
    ["figure", "/accounts/bureau-2024/figure?key=total-receipts"],
    ["check", "/check"],
    ["compare", "/compare?ids=bureau-2024,bureau-2023,peer-1-2024"],
    ["codes", "/codes/208"],
    ["relations", "/relations"],
    ["relation", "/relations/narrative.share"],
    ["nothing", "/no-such-page"],
  ])("%s is accessible and fits the screen", async (name, path) => {
    const page = await browser.open({ viewport });
    await page.goto(path.replace("FIRST", await firstFinding()));
    await settled(page);
    await look(page, `${device}-${name}`);
    await expectAccessible(page);
    await expectNoSideways(page);
    // That there is no such page is said by its number too, which a browser notes.
    expect(complaintsOf(page)).toEqual(name === "nothing" ? [expect.stringContaining("404")] : []);
  });
});

/** The fingerprint of the first finding of the real disclosure. */
async function firstFinding(): Promise<string> {
  const response = await fetch(`${inject("address")}/v1/accounts/renhe-hrss-2023/report`);
  const report = (await response.json()) as { readonly findings: readonly { readonly fingerprint: string }[] };
  return report.findings[0]!.fingerprint;
}

it("lists what is new first when asked, at an address of its own", async () => {
  const page = await browser.open();
  await page.goto("/");
  const first = page.getByRole("region", { name: "决算列表" }).getByRole("listitem").first();
  expect(await first.textContent()).toContain("2024 年度");
  await page.getByRole("button", { name: "新收录的在前" }).click();
  await page.waitForURL(/sort=recent/);
  // The one of very many items was put there last.
  await first.getByText("宜川路街道办事处").waitFor();
  await page.reload();
  await first.getByText("宜川路街道办事处").waitFor();
});

it("shows provinces as a map of equal squares, and narrows the list to one of them", async () => {
  const page = await browser.open();
  await page.goto("/");
  const map = page.getByRole("group", { name: "省份图" });
  expect(await map.getByRole("link").count()).toBe(2);
  await map.getByRole("link", { name: "四川 100%，1 份，有错误的 1 份，错误 2 处" }).click();
  await page.waitForURL(/division=51/);
  const entries = page.getByRole("region", { name: "决算列表" }).getByRole("listitem");
  await expect.poll(() => entries.count(), { timeout: 15_000 }).toBe(1);
  expect(await entries.textContent()).toContain("仁和区人力资源和社会保障局");
  // Pressed again it lets go.
  await map.getByRole("link", { name: /^四川/ }).click();
  await expect.poll(() => entries.count(), { timeout: 15_000 }).toBeGreaterThan(10);
});

it("holds years and places beside each other by what is chosen, of one year where one is chosen", async () => {
  const page = await browser.open();
  await page.goto("/");
  const fare = page.getByRole("complementary", { name: "公开情况" });
  const provinces = fare.getByRole("region", { name: "各省份" });
  await fare.getByRole("link", { name: "每份错误数" }).click();
  await page.waitForURL(/measure=errors/);
  // Two errors in one account, eight in fifteen.
  await expect
    .poll(() => provinces.getByRole("row").allTextContents())
    .toEqual(["省份份错误每份", "四川122.00", "上海1580.53"]);
  await fare.getByRole("region", { name: "各年度" }).getByRole("link", { name: "2024" }).click();
  await page.waitForURL(/year=2024/);
  // That year has one province, which is no distribution; its regions remain.
  await expect.poll(() => provinces.count()).toBe(0);
  const regions = fare.getByRole("region", { name: "各地区" });
  await expect.poll(() => regions.getByRole("row").nth(1).textContent()).toBe("上海市普陀区242.00");
  await page.reload();
  await expect.poll(() => regions.getByRole("row").nth(1).textContent()).toBe("上海市普陀区242.00");
});

it("is accessible in the dark", async () => {
  const page = await browser.open({ colorScheme: "dark" });
  for (const path of ["/", `${RENHE}/findings`, `${RENHE}/document`]) {
    await page.goto(path);
    await settled(page);
    await look(page, `dark${path.replaceAll("/", "-")}`);
    await expectAccessible(page);
  }
});

it("leads from a finding to its figures in the source, and the address survives a reload", async () => {
  const page = await browser.open();
  await page.goto(`${RENHE}/findings`);
  await page.getByRole("link", { name: "98.9" }).first().click();
  await page.waitForURL(/document\?at=\d+/);
  const chosen = page.getByRole("button", { name: "98.9", pressed: true });
  await chosen.waitFor();
  const about = page.getByRole("complementary", { name: "所选数字" });
  expect(await about.textContent()).toMatch(/一般公共预算财政拨款支出.*占/);
  expect(await about.textContent()).toContain("应为99.8%");
  await page.reload();
  await chosen.waitFor();
  expect(await chosen.isVisible()).toBe(true);
  await look(page, "finding-in-source");
});

it("reads whole before any script has come: its figures, its findings, the beginning of its source, in either language", async () => {
  const page = await browser.open({ javaScriptEnabled: false, viewport: PHONE });
  await page.goto("/");
  await page.getByRole("searchbox").fill("人力资源");
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("link", { name: /仁和区人力资源和社会保障局/ }).click();
  expect(await page.getByRole("region", { name: "一眼看懂" }).textContent()).toContain("2 处前后不符");
  expect(await page.getByRole("region", { name: "总数" }).textContent()).toContain("3,037.9");
  await page.getByRole("link", { name: /^核对结果（/ }).click();
  expect(await page.getByText(/应为99\.8%/).count()).toBeGreaterThan(0);
  await page.getByRole("link", { name: "原文", exact: true }).click();
  await page.getByText("部门概况").first().waitFor();
  await page.getByRole("link", { name: "报表", exact: true }).click();
  await page.getByRole("region", { name: "收入支出决算总表" }).getByRole("row").nth(3).waitFor();
  await page.getByRole("link", { name: "附图", exact: true }).click();
  expect(await page.getByRole("figure").count()).toBe(7);
  await page.goto(`${RENHE}/figure?key=total-receipts`);
  await page.getByRole("heading", { name: /写在哪里/ }).waitFor();
  await page.goto(`${RENHE}?lang=en`);
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  expect(await page.getByRole("region", { name: "In brief" }).textContent()).toContain("2 contradictions");
  expect(complaintsOf(page)).toEqual([]);
  const english = await browser.open({ javaScriptEnabled: false, locale: "en-GB" });
  await english.goto("/");
  await english.getByRole("heading", { name: "What departments spent, and whether it adds up" }).waitFor();
});

it("lays out what stands below as it comes near, and needs no script for it", async () => {
  const page = await browser.open({ viewport: PHONE });
  await page.route(/\/assets\/index-[^/]*\.js/, (route) => route.abort());
  await page.goto(RENHE);
  const last = page.locator(".late > *").last();
  const isLaidOut = () => last.evaluate((part) => part.checkVisibility({ contentVisibilityAuto: true }));
  await page.getByRole("region", { name: "一眼看懂" }).waitFor();
  expect(await isLaidOut()).toBe(false);
  await last.scrollIntoViewIfNeeded();
  await expect.poll(isLaidOut, { timeout: 15_000 }).toBe(true);
});

it("takes the page over by itself where the reader gives no sign, and moves nothing in it", async () => {
  for (const viewport of [PHONE, DESKTOP]) {
    const page = await browser.open({ viewport });
    const views = ["findings", "document", "tables", "charts", "figure?key=total-receipts"];
    for (const path of ["/", RENHE, ...views.map((view) => `${RENHE}/${view}`)]) {
      await page.goto(path);
      await page.locator("#root[data-taken]").waitFor();
      await page.waitForLoadState("networkidle");
      expect([path, ...(await shiftsOf(page))]).toEqual([path]);
    }
  }
});

/** A line of one button that appears below the rest counts half of this; browsers call a tenth good. */
const UNSEEN_SHIFT = 0.01;

/** What of the page has moved by itself since it came, as browsers count it, and from where to where. */
function shiftsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (unseen) => {
    type Shift = PerformanceEntry & {
      readonly value: number;
      readonly sources: readonly {
        readonly node: Node | null;
        readonly previousRect: DOMRect;
        readonly currentRect: DOMRect;
      }[];
    };
    const shifts = await new Promise<readonly Shift[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries() as Shift[])).observe({
        type: "layout-shift",
        buffered: true,
      });
      setTimeout(() => resolve([]), 500);
    });
    return shifts
      .filter(({ value }) => value >= unseen)
      .map(
        ({ value, sources }) =>
          `${value.toFixed(3)}: ${sources
            .map(
              ({ node, previousRect: { y, height }, currentRect }) =>
                `${node?.nodeName} “${node?.textContent?.slice(0, 20)}” ${y}+${height} → ${currentRect.y}+${currentRect.height}`,
            )
            .join(", ")}`,
      );
  }, UNSEEN_SHIFT);
}

it("speaks English, and keeps to it", async () => {
  const page = await browser.open();
  await page.goto(RENHE);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("link", { name: /Findings/ }).click();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.reload();
  await page.getByRole("button", { name: "Print the report" }).waitFor();
  await settled(page);
  await look(page, "english-findings");
  await expectAccessible(page);
});

it("is walked through by keyboard alone", async () => {
  const page = await browser.open();
  await page.goto("/");
  await settled(page);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
  await page.keyboard.press("Enter");
  await tabTo("searchbox");
  await page.keyboard.type("人力资源");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  await settled(page);
  await tabTo("仁和区人力资源和社会保障局");
  await page.keyboard.press("Enter");
  await page.waitForURL(/accounts\/renhe/);
  await settled(page);
  await tabTo("核对结果（");
  await page.keyboard.press("Enter");
  await page.waitForURL(/findings/);
  await settled(page);
  await tabTo("98.9");
  await page.keyboard.press("Enter");
  await page.waitForURL(/document\?at=/);
  await page.getByRole("button", { name: "98.9", pressed: true }).waitFor();

  /** Presses Tab until what has the focus is called so. */
  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (element instanceof HTMLInputElement) return element.type === "search" ? "searchbox" : "";
        return element?.matches("a, button, summary, select") ? element.textContent : "";
      });
      if (focused?.includes(name)) return;
    }
    throw new Error(`Sixty presses of Tab do not reach ${name}.`);
  }
});

it("says what is missing instead of breaking", async () => {
  const page = await browser.open();
  await page.goto("/accounts/nobody-1999");
  expect(await page.getByRole("alert").textContent()).toContain("没有编号为“nobody-1999”的决算");
});

it("says what changed when a disclosure was published anew", async () => {
  const page = await browser.open();
  await page.goto("/accounts/bureau-2024");
  await page.getByText("与第 1 版有何不同").click();
  const revisions = page.getByRole("region", { name: "公布的版本" });
  await revisions.getByText("新出现的不符").waitFor();
  expect(await revisions.getByRole("row", { name: /^收入总计/ }).textContent()).toContain("61973.65");
  await expectAccessible(page);
});

it("opens a class of spending down to its items, and gives every amount a page", async () => {
  const page = await browser.open({ viewport: PHONE });
  await page.goto("/accounts/bureau-2024");
  await settled(page);
  const structure = page.getByRole("region", { name: /钱花在哪里/ });
  const before = await structure.getByRole("row").count();
  await structure
    .getByRole("row")
    .getByRole("button", { name: /社会保障和就业支出/ })
    .click();
  expect(await structure.getByRole("row").count()).toBeGreaterThan(before + 1);
  await expectNoSideways(page);
  await structure.getByRole("link", { name: "4,720.16", exact: true }).click();
  await page.getByRole("heading", { name: "社会保障和就业支出" }).waitFor();
  await page.getByRole("heading", { name: /写在哪里/ }).waitFor();
  await page.getByRole("heading", { name: /^各年/ }).waitFor();
  await expectNoSideways(page);
});

it("walks through the places of a finding with its calculation in view", async () => {
  const page = await browser.open();
  await page.goto(`${RENHE}/findings`);
  await page.getByRole("link", { name: "在原文中逐处看" }).first().click();
  const walk = page.getByRole("region", { name: "逐处看" });
  expect(await walk.textContent()).toContain("第 1 处，共 3 处");
  await walk.getByRole("button", { name: "下一处" }).click();
  await page.getByRole("button", { name: "3030.4", pressed: true }).waitFor();
  expect(await walk.textContent()).toContain("3030.4÷3037.9＝99.75%");
  await page.reload();
  await page.getByText("第 2 处，共 3 处").waitFor();
  await look(page, "walk");
});

it("finds a figure in the document by what it measures or by what is printed", async () => {
  const page = await browser.open();
  await page.goto(`${RENHE}/document`);
  const seek = page.getByRole("searchbox", { name: "找数字或名称" });
  await seek.fill("公务接待费");
  await page
    .getByRole("button", { name: /公务接待费.*3\.03/ })
    .first()
    .click();
  await page.getByRole("button", { name: "3.03", pressed: true }).waitFor();
  await seek.fill("1902.23");
  await page
    .getByRole("button", { name: /项目支出 1,902\.23 万元/ })
    .first()
    .waitFor();
  await expectAccessible(page);
});

it("explains a term in plain words and in the document's own, by keyboard too", async () => {
  const page = await browser.open();
  await page.goto(RENHE);
  const term = page.getByRole("button", { name: "基本支出", exact: true });
  await term.focus();
  await page.keyboard.press("Enter");
  const note = page.getByRole("note").filter({ hasText: "维持机构运转" });
  await note.getByText("为机构正常运转而发生的人员支出和公用支出").waitFor();
  await look(page, "term");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect.poll(() => note.isVisible(), { timeout: 15_000 }).toBe(false);
});

it("draws the seven charts of the form, each with its numbers in a table", async () => {
  const page = await browser.open();
  await page.goto(`${RENHE}/charts`);
  const plates = page.getByRole("figure");
  await plates.first().waitFor();
  expect(await plates.count()).toBe(7);
  expect(await plates.nth(0).getByRole("row").nth(1).textContent()).toBe("收入总计2,018.01＊3,037.9");
  expect(await plates.nth(5).getByRole("row").nth(1).textContent()).toMatch(/社会保障和就业支出2,832\.493\.5%/);
  expect(await plates.nth(5).getByRole("img").count()).toBe(1);
});

it("opens spending as areas, and goes back up", async () => {
  const page = await browser.open();
  await page.goto("/accounts/bureau-2024");
  const areas = page.getByRole("group", { name: /钱花在哪里/ });
  await areas.getByRole("button", { name: /^社会保障和就业支出/ }).click();
  const up = page.getByRole("button", { name: "全部", exact: true });
  await up.waitFor();
  expect(await areas.getByRole("button", { name: /^社会保障和就业支出/ }).count()).toBe(0);
  await up.click();
  await areas.getByRole("button", { name: /^社会保障和就业支出/ }).waitFor();
});

it("prints a check report without what belongs to a screen", async () => {
  const page = await browser.open();
  await page.goto(`${RENHE}/findings`);
  await settled(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
  expect(
    await page
      .getByText(/应为99\.8%/)
      .first()
      .isVisible(),
  ).toBe(true);
  await look(page, "print-findings", true);
});

it("gives the whole disclosure, written from what was read, and its tables", async () => {
  const page = await browser.open();
  await page.goto(RENHE);
  await page.getByText("下载", { exact: true }).click();
  const [word] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    page.getByRole("button", { name: "Word", exact: true }).click(),
  ]);
  expect(word.suggestedFilename()).toBe("攀枝花市仁和区人力资源和社会保障局2023年度部门决算.docx");
  const text = strFromU8(unzipSync(readFileSync(await word.path()))["word/document.xml"]!);
  // What contradicts is put right in it.
  expect(text).toContain("99.8");
  expect(text).not.toContain("98.9");
  await page.getByText(/已写出：改正 2 处，标出待补 \d+ 处/).waitFor();
  const [sheets] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Excel", exact: true }).click(),
  ]);
  expect(sheets.suggestedFilename()).toMatch(/报表\.xlsx$/);
  const [form] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    page.getByRole("button", { name: "待填的 Excel" }).click(),
  ]);
  expect(form.suggestedFilename()).toMatch(/编写表\.xlsx$/);
  const [workbook] = Object.entries(unzipSync(readFileSync(await form.path())))
    .filter(([name]) => name.startsWith("xl/worksheets/"))
    .map(([, sheet]) => strFromU8(sheet));
  expect(workbook).toContain("要填的内容");
  await page.getByText(/已写出：待填 \d+ 项/).waitFor();
  await look(page, "downloads");
  await expectAccessible(page);
  await expectNoSideways(page);
});
