import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Brief } from "../check/entry.ts";
import { tallyOf } from "../check/outcome.ts";
import { brief, finding, unread } from "../testing/brief.ts";
import { FORMATS } from "./catalogue.ts";
import type { FormatContext } from "./format.ts";

const context: FormatContext = {
  lang: "zh",
  failOn: "error",
  version: "0.1.0",
  columns: 80,
  rounding: false,
  compared: false,
  moment: new Date("2024-09-25T00:00:00Z"),
};

async function written(name: string, briefs: readonly Brief[], changes: Partial<FormatContext> = {}) {
  const format = (await FORMATS[name]!.load())({ ...context, ...changes });
  const parts = briefs.map((one) => format.add({ brief: one, json: JSON.stringify(one) }));
  const end = format.finish(tallyOf(briefs));
  return typeof end === "string" ? parts.join("") + end : end;
}

const text = async (...args: Parameters<typeof written>) => (await written(...args)) as string;

const accepted = finding({ fingerprint: "77", acknowledged: { reason: "经核实无误", by: "李" } });
const warning = finding({ severity: "warning", relation: "structure.title", title: "表名一致", fingerprint: "88" });

describe("json", () => {
  it("is one object with every document, the unread too", async () => {
    const report = JSON.parse(await text("json", [brief(), unread])) as object;
    expect(report).toMatchObject({
      documents: [{ file: "决算/renhe.txt", findings: [{ expected: "99.8" }] }, { error: { code: "damaged" } }],
      summary: { documents: 2, errors: 1, warnings: 0, unreadable: 1 },
    });
  });

  it("is an object even when there is nothing to check", async () => {
    expect(JSON.parse(await text("json", []))).toEqual({
      documents: [],
      summary: { documents: 0, errors: 0, warnings: 0, unreadable: 0 },
    });
  });

  it("says what an earlier report knew", async () => {
    const compared = brief({ baseline: { known: ["5f1e"], cured: [] } });
    expect(JSON.parse(await text("json", [compared]))).toMatchObject({
      documents: [{ baseline: { known: ["5f1e"] } }],
      summary: { errors: 0 },
    });
  });

  it("is one line for each document as ndjson", async () => {
    const lines = (await text("ndjson", [brief(), unread])).trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as Brief).file)).toEqual(["决算/renhe.txt", "坏.pdf"]);
  });
});

describe("sarif", () => {
  it("holds rules, results with places, suppressions and what was not read", async () => {
    const log = JSON.parse(await text("sarif", [brief({ findings: [finding(), accepted] }), unread])) as object;
    expect(log).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { rules: [{ id: "narrative.share" }] } },
          columnKind: "utf16CodeUnits",
          invocations: [
            { executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: "damaged" } }] },
          ],
          results: [
            {
              ruleId: "narrative.share",
              level: "error",
              message: { text: expect.stringContaining("应为99.8%") },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "%E5%86%B3%E7%AE%97/renhe.txt" },
                    region: { charOffset: 120, charLength: 4, snippet: { text: "98.9" } },
                  },
                  properties: { page: 7 },
                },
              ],
              partialFingerprints: { "juesuan/v1": "5f1e" },
            },
            { suppressions: [{ kind: "external", justification: "经核实无误" }] },
          ],
        },
      ],
    });
  });
});

describe("junit", () => {
  it("has a case for each relation; what does not apply is skipped, what was not read is an error", async () => {
    const xml = await text("junit", [brief({ findings: [finding(), warning] }), unread]);
    expect(xml).toContain('tests="4" failures="1" errors="0" skipped="1"');
    expect(xml).toMatch(/name="说明中的占比"[^>]*><failure type="error" message="五\(一\)称/);
    expect(xml).toMatch(/name="表名一致"[^>]*><system-out>/);
    expect(xml).toContain('<skipped message="文件中没有表。"/>');
    expect(xml).toContain('<error type="damaged" message="文件已损坏。"/>');
  });

  it("counts warnings when they fail the check", async () => {
    const xml = await text("junit", [brief({ findings: [warning] })], { failOn: "warning" });
    expect(xml).toContain('<failure type="warning"');
  });
});

describe("csv", () => {
  it("opens in a spreadsheet: byte order mark, quotes, one finding a row", async () => {
    const csv = await text("csv", [brief(), unread]);
    expect(csv.startsWith("\ufeff文件,部门")).toBe(true);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(3);
    expect(csv).toContain(",98.9,99.8,");
  });

  it("never lets a document's words run as a formula", async () => {
    const hostile = brief({ department: '=HYPERLINK("http://x")', findings: [finding({ stated: "-3.2" })] });
    const csv = await text("csv", [hostile]);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(",-3.2,");
  });
});

describe("markdown and html", () => {
  it("lists documents and findings, with the words of the document as words", async () => {
    const hostile = brief({ department: "<script>alert(1)</script>|" });
    const markdown = await text("markdown", [hostile, unread]);
    expect(markdown).toContain("\\<script\\>");
    expect(markdown).toContain("应为99.8%");
    const html = await text("html", [hostile, unread]);
    expect(html).not.toContain("<script>");
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain("其余 2 项");
    expect(html).toContain("文件已损坏。");
  });

  it("speaks English too", async () => {
    const html = await text("html", [brief()], { lang: "en" });
    expect(html).toContain("should be 99.8%");
    expect(html).toContain("Arithmetic");
  });
});

describe("xlsx", () => {
  it("is a workbook: overview, checklist, and what was cured", async () => {
    const cured = [
      { relation: "table.down", severity: "error" as const, message: "表3合计不符。", messageEn: "Table 3." },
    ];
    const compared = brief({ findings: [finding(), accepted], baseline: { known: [], cured } });
    const bytes = (await written("xlsx", [compared, unread], { compared: true })) as Uint8Array;
    const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
    expect(files["xl/workbook.xml"]).toMatch(/总览.*核对清单.*已改正/);
    expect(files["xl/worksheets/sheet1.xml"]).toContain("文件已损坏。");
    const checklist = files["xl/worksheets/sheet2.xml"]!;
    for (const words of ["不合格", "已认可", "合格", "不适用", "经核实无误", "将98.9%改为99.8%。"])
      expect(checklist).toContain(words);
    expect(checklist).toContain("<v>7</v>");
    expect(files["xl/worksheets/sheet3.xml"]).toContain("表3合计不符。");
  });
});

describe("pieces of pages", () => {
  const crop = { png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47), width: 400, height: 70 };
  const shown = brief({ crops: { "5f1e": crop } });

  it("stand in the page that is sent back, in the file itself", async () => {
    const page = await text("html", [shown]);
    expect(page).toContain('<img src="data:image/png;base64,iVBORw=="');
    expect(page).toContain("原文截图：");
  });

  it("stand in the workbook beside their finding, in a row as high as they are", async () => {
    const files = unzipSync((await written("xlsx", [shown])) as Uint8Array);
    const read = (name: string) => strFromU8(files[name]!);
    expect(files["xl/media/image2-1.png"]).toEqual(crop.png);
    expect(read("xl/drawings/drawing2.xml")).toContain("<xdr:col>9</xdr:col>");
    expect(read("xl/drawings/drawing2.xml")).toContain("<xdr:row>1</xdr:row>");
    expect(read("xl/worksheets/sheet2.xml")).toMatch(/<row r="2" ht="\d+" customHeight="1">/);
    expect(read("xl/worksheets/_rels/sheet2.xml.rels")).toContain("../drawings/drawing2.xml");
    expect(files["xl/drawings/drawing1.xml"]).toBeUndefined();
  });
});

describe("pretty", () => {
  it("says the calculation, the place and the relation, no line wider than the terminal", async () => {
    const lines = (await text("pretty", [brief({ findings: [finding(), accepted] }), unread], { columns: 60 })).split(
      "\n",
    );
    expect(lines.join("")).toContain("3030.4÷3037.9＝99.75%");
    expect(lines.join("\n")).toContain("已认可：经核实无误（李）");
    expect(lines.at(-2)).toBe("共 2 份：错误 1 处，提示 0 处，已认可或先前已有 1 处，未能检查 1 份。");
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(60);
  });
});
