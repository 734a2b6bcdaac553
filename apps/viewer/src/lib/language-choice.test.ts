import { expect, it } from "vitest";
import { languageChosen } from "./language-choice.ts";

const chosen = (hints: Partial<Parameters<typeof languageChosen>[0]>) =>
  languageChosen({ search: "", cookie: "", accepted: "", ...hints });

it("is Chinese where nothing is said", () => {
  expect(chosen({})).toBe("zh");
  expect(chosen({ accepted: "*" })).toBe("zh");
  expect(chosen({ accepted: "fr, de;q=0.8" })).toBe("zh");
});

it("is what the browser prefers of the two", () => {
  expect(chosen({ accepted: "en-US,en;q=0.9" })).toBe("en");
  expect(chosen({ accepted: "zh-CN,zh;q=0.9,en;q=0.8" })).toBe("zh");
  expect(chosen({ accepted: "fr, zh-Hant;q=0.4, en;q=0.6" })).toBe("en");
  expect(chosen({ accepted: "en;q=0, zh" })).toBe("zh");
});

it("is what was chosen before whatever the browser prefers, and what the address asks for before all", () => {
  expect(chosen({ cookie: "a=1; juesuan-language=zh", accepted: "en" })).toBe("zh");
  expect(chosen({ cookie: "juesuan-language=en; b=2" })).toBe("en");
  expect(chosen({ search: "?q=x&lang=zh", cookie: "juesuan-language=en" })).toBe("zh");
  expect(chosen({ search: "?lang=fr", accepted: "en" })).toBe("en");
});
