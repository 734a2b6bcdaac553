import { describe, expect, it } from "vitest";
import { CUES } from "./cues.ts";
import { SUBJECTS } from "./lexicon/index.ts";
import { openings } from "./openings.ts";
import { Phrases } from "./phrases.ts";

describe("openings", () => {
  it.each([
    ["(?:支出)?决算(?:数)?", ["支出决", "决算数", "决算"]],
    ["占比(?:为|达)?|占", ["占比为", "占比达", "占比", "占"]],
    ["(?<=[，、；和])良(?:好)?(?=为?\\d)", ["良好", "良"]],
    ["[一二]级项目", ["一级项", "二级项"]],
    ["20[12]\\d年", ["201", "202"]],
    ["(?:与|较)上年", ["与上年", "较上年"]],
    ["[一-龥]{2,8}车", [""]],
    ["(?:本?年)+收入", ["本年", "年"]],
    ["（含）以上", ["（含）"]],
  ])("of %s", (pattern, expected) => {
    expect(openings(pattern)).toEqual(expected);
  });
});

describe("phrases", () => {
  it("are found where one expression of all of them finds them", () => {
    // Every two words of every pattern, run together: more beginnings and near misses than any document has.
    const text = [...SUBJECTS, ...CUES]
      .map(({ pattern }) => pattern.replace(/\(\?<?[=!:]?|[()?*+^$|\\{}[\]]/g, "").replaceAll("\\d", "12"))
      .join("，");
    for (const phrases of [SUBJECTS, CUES]) {
      const all = new RegExp(phrases.map(({ pattern }) => `(${pattern})`).join("|"), "y");
      const found = new Phrases<{ pattern: string }>(phrases);
      let matched = 0;
      for (let index = 0; index < text.length; index++) {
        all.lastIndex = index;
        const match = all.exec(text);
        const expected = match ? phrases[match.findIndex((group, at) => at > 0 && group !== undefined) - 1] : undefined;
        expect(found.at(text, index)?.phrase).toBe(expected);
        if (match) expect(found.at(text, index)?.end).toBe(index + match[0].length);
        if (match) matched++;
      }
      expect(matched).toBeGreaterThan(20);
    }
  });

  it("are looked for behind what stands before them alone, one after the other", () => {
    const phrases = new Phrases([{ pattern: "(?<=[，\\n])支出" }, { pattern: "收入(?:合计)?" }]);
    const found = (text: string): string[] =>
      phrases.allIn(text).map(({ start, end, phrase }) => `${start}–${end} ${phrase.pattern}`);
    expect(found("本年支出，支出\n支出")).toEqual(["5–7 (?<=[，\\n])支出", "8–10 (?<=[，\\n])支出"]);
    expect(found("收入合计收入")).toEqual(["0–4 收入(?:合计)?", "4–6 收入(?:合计)?"]);
    expect(phrases.allIn("收入合计收入", { isFree: (index) => index !== 0 })).toHaveLength(1);
  });

  it("leave out those that are not looked for", () => {
    const phrases = new Phrases([{ pattern: "政府采购支出" }, { pattern: "政府采购" }]);
    expect(phrases.at("政府采购支出12万元", 0)).toEqual({ end: 6, phrase: { pattern: "政府采购支出" } });
    expect(phrases.at("政府采购支出12万元", 0, ({ pattern }) => pattern === "政府采购")?.end).toBe(4);
  });
});
