import { expect, it } from "vitest";
import { refusalToKeep } from "./kept.ts";

const BUDGET = { zh: "这是部门预算，不是部门决算。", en: "This is a departmental budget." };
const PART = {
  code: "one-matter",
  message: "这是单独公开的“三公”经费说明，不是整份部门决算",
  messageEn: "This is a statement of the “three public” expenses alone",
};

it("keeps no other kind of document, with the sentence that refuses it", () => {
  expect(refusalToKeep({ report: { refusal: BUDGET }, disclosure: { oddities: [] } })).toBe(BUDGET);
});

it("keeps no statement of one matter, that would stand for the department's whole year", () => {
  const refusal = refusalToKeep({ report: { refusal: null }, disclosure: { oddities: [PART] } });
  expect(refusal?.zh).toBe(`${PART.message}。收进库会代替这个部门整年的决算，所以没有收。`);
});

it("keeps final accounts", () => {
  expect(refusalToKeep({ report: { refusal: null }, disclosure: { oddities: [] } })).toBeUndefined();
});
