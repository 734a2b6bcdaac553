import { describe, expect, it } from "vitest";
import { examine } from "../../examine.ts";
import { readDocument } from "../../read.ts";
import { SIMPLIFIED, TRADITIONAL } from "./characters.ts";

const PAGE =
  "青禾區水務局2023年度部門決算\n\n目 錄\n\n第二部分 2023年度部門決算說明\n\n第二部分 2023年度部門決算說明\n\n一、收入支出決算總體情況說明\n\n2023年度收、支總計1028.60萬元。\n\n二、收入決算情況說明\n\n本年收入合計1028.60萬元，其中：財政撥款收入1000.00萬元，占97.22%；其他收入28.60萬元，占2.78%。\n\n三、財政撥款“三公”經費支出決算情況說明\n\n“三公”經費財政撥款支出決算2.50萬元。\n";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** In the encoding of traditional characters, which no program writes any more: by what its bytes are read as. */
function inBig5(text: string): Uint8Array {
  const decoder = new TextDecoder("big5");
  const bytesOf = new Map<string, readonly number[]>();
  for (let high = 0xa1; high <= 0xf9; high++)
    for (let low = 0x40; low <= 0xfe; low++) bytesOf.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(
    [...text].flatMap((character) => bytesOf.get(character) ?? [Math.min(0x7f, character.charCodeAt(0))]),
  );
}

describe("a page in traditional characters", () => {
  it("is read and checked in simplified ones, each in its place", async () => {
    const { disclosure, report } = await examine(encode(PAGE));
    expect([disclosure.kind, disclosure.department, disclosure.fiscalYear]).toEqual([
      "final-accounts",
      "青禾区水务局",
      2023,
    ]);
    expect(disclosure.contents.map(({ title }) => title)).toEqual(["2023年度部门决算说明"]);
    expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const other = disclosure.figures.find(({ dimensions }) => dimensions.source === "other")!;
    expect(PAGE.slice(other.source.start, other.source.end)).toBe("28.60");
    expect(disclosure.oddities.map(({ code }) => code)).toContain("traditional-script");
  });

  it("may be a web page in Big5", async () => {
    const page = inBig5(`<html><head><meta charset="big5"></head><body><p>${PAGE.split("\n\n").join("</p><p>")}</p>`);
    const { text } = await readDocument(page);
    expect(text).toContain("其他收入28.60万元");
  });

  it("is left as it is where a converter put the sound of each character behind it", async () => {
    const { text } = await readDocument(encode(PAGE.replaceAll("經費", "經(jīng)費").replaceAll("決", "決(jué)")));
    expect(text).toContain("萬元");
  });

  it("is not what has one such character among others", async () => {
    const { text } = await readDocument(encode("青禾区水务局2023年度部门決算\n\n部门决算公开\n\n部门决算说明\n"));
    expect(text).toContain("決算");
  });
});

describe("the table of characters", () => {
  it("has one simplified character for each traditional one, which none of them is", () => {
    expect([...SIMPLIFIED]).toHaveLength([...TRADITIONAL].length);
    expect(new Set(TRADITIONAL).size).toBe(TRADITIONAL.length);
    expect([..."決預財務經費撥總計萬億說類項區縣鎮"].every((character) => TRADITIONAL.includes(character))).toBe(true);
    expect([..."乾县政府决算后"].some((character) => TRADITIONAL.includes(character))).toBe(false);
  });
});
