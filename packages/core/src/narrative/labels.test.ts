import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("a label", () => {
  it("is no ordinal and no year, and says what was paid for", () => {
    expect(facts("performance", "一是新建幼儿园6所；二是培训教师320人次；举办群众文化活动，开支65万元。")).toEqual([
      "6 → performance-output{label=新建幼儿园}",
      "320 → performance-output{label=培训教师}",
      "65 → project-amount{label=举办群众文化活动开支}",
    ]);
    expect(facts("performance", "举办节庆、晚会等活动，开支65万元。")).toEqual([
      "65 → project-amount{label=举办节庆、晚会等活动开支}",
    ]);
  });
});
