import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { brief, finding, unread } from "../testing/brief.ts";
import { compare, readBaseline } from "./baseline.ts";
import { briefOf, examineEntry } from "./entry.ts";
import { inputsOf } from "./inputs.ts";
import { exitCodeOf, tallyOf } from "./outcome.ts";
import { changedSince, momentOf } from "./since.ts";

const folder = mkdtempSync(join(tmpdir(), "juesuan-check-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "2023", "区"), { recursive: true });
for (const name of ["a.txt", "b.pdf", "区/c.HTML", "notes.log", ".hidden.txt", "~$b.docx"]) {
  writeFileSync(join(folder, "2023", name), "x");
}
const streams = { cwd: folder, stdin: Readable.from([Buffer.from("标准"), Buffer.from("输入")]) };
const names = async (...targets: string[]) => (await inputsOf(targets, streams)).map(({ name }) => name);

describe("what is checked", () => {
  it("takes a folder's documents, its subfolders' too, and leaves out what is none", async () => {
    expect(await names("2023")).toEqual(["2023/a.txt", "2023/b.pdf", "2023/区/c.HTML"]);
  });

  it("takes globs, named files of any kind, and keeps one that is not there", async () => {
    expect(await names("2023/**/*.{txt,HTML}")).toEqual(["2023/a.txt", "2023/区/c.HTML"]);
    expect(await names("2023/notes.log", "missing.pdf")).toEqual(["2023/notes.log", "missing.pdf"]);
  });

  it("reads standard input", async () => {
    const [input] = await inputsOf(["-"], streams);
    expect(Buffer.from(await input!.read()).toString()).toBe("标准输入");
  });

  it("takes only what changed since a moment", async () => {
    utimesSync(join(folder, "2023", "a.txt"), new Date("2020-01-01"), new Date("2020-01-01"));
    const inputs = await inputsOf(["2023"], streams);
    const since = async (when: string) =>
      (await changedSince(inputs, await momentOf(when, folder, Date.now()))).map(({ name }) => name);
    expect(await since("3d")).toEqual(["2023/b.pdf", "2023/区/c.HTML"]);
    expect(await since("2019-12-31")).toHaveLength(3);
    expect(await since("2023/a.txt")).toHaveLength(2);
    await expect(since("昨天")).rejects.toThrow("--since");
  });
});

describe("one document", () => {
  it("becomes an entry even when the reader fails", async () => {
    const failing = async () => {
      throw Object.assign(new Error("文件已损坏。"), { code: "damaged", messageEn: "The file is damaged." });
    };
    const { entry } = await examineEntry("坏.pdf", new Uint8Array([1]), "5f1e", failing);
    expect(entry).toMatchObject({ file: "坏.pdf", kind: "other", error: { code: "damaged", message: "文件已损坏。" } });
    const crashing = async () => {
      throw new TypeError("undefined is not a function");
    };
    expect((await examineEntry("x.pdf", new Uint8Array(), "5f1e", crashing)).entry.error?.code).toBe("internal");
  });

  it("keeps its kind when it is refused", async () => {
    const refused = {
      ...brief(),
      kind: "budget" as const,
      refusal: { zh: "这是预算，不是决算。", en: "This is a budget." },
    };
    const examine = async () => ({ report: refused, document: undefined as never, disclosure: undefined as never });
    const { entry } = await examineEntry("预算.pdf", new Uint8Array(), "5f1e", examine);
    expect(entry).toMatchObject({
      kind: "budget",
      error: { code: "not-final-accounts", messageEn: "This is a budget." },
    });
    expect(exitCodeOf(tallyOf([briefOf(entry)]), "never")).toBe(2);
  });
});

describe("the exit code", () => {
  const warned = brief({ findings: [finding({ severity: "warning" })] });
  it.each([
    ["errors", [brief()], "error", 1],
    ["nothing", [brief({ findings: [] })], "error", 0],
    ["warnings, which do not count", [warned], "error", 0],
    ["warnings, which count", [warned], "warning", 1],
    ["errors that must not fail it", [brief()], "never", 0],
    ["errors and a file that was not read", [brief(), unread], "error", 2],
    ["errors that were accepted", [brief({ findings: [finding({ acknowledged: { reason: "属实" } })] })], "error", 0],
    ["errors known before", [brief({ baseline: { known: ["5f1e"], cured: [] } })], "error", 0],
  ] as const)("with %s", (_, briefs, failOn, code) => {
    expect(exitCodeOf(tallyOf(briefs), failOn)).toBe(code);
  });
});

describe("the baseline", () => {
  const path = join(folder, "report.json");
  const gone = finding({ fingerprint: "99", message: "表3合计不符。" });

  it.each([
    ["json", JSON.stringify({ documents: [brief({ findings: [finding(), gone] })], summary: {} }, undefined, 2)],
    ["ndjson", `${JSON.stringify(brief({ findings: [finding(), gone] }))}\n${JSON.stringify(unread)}\n`],
  ])("says what was known and what was cured, from %s", async (_, text) => {
    writeFileSync(path, text);
    const baseline = await readBaseline(path);
    // The same department's year under another name of the file.
    const now = brief({ file: "另一个名字.pdf", findings: [finding(), finding({ fingerprint: "new" })] });
    expect(compare(now, baseline)).toMatchObject({ known: ["5f1e"], cured: [{ message: "表3合计不符。" }] });
    expect(compare(brief({ department: "别的局" }), baseline)).toBeUndefined();
  });

  it("says when it is no report", async () => {
    writeFileSync(path, "[]");
    await expect(readBaseline(path)).rejects.toThrow("无法读取先前的报告");
  });
});
