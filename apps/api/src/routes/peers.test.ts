import { expect, it } from "vitest";
import { sentencesOf } from "./peers.ts";

type Standing = Parameters<typeof sentencesOf>[0];

const standing = {
  key: "procurement",
  per: "million",
  value: 1_987_841,
  peers: {
    count: 9,
    minimum: 50_000,
    lower: 1_845_376,
    median: 3_536_269,
    upper: 5_037_579,
    maximum: 9_000_000,
  },
  fences: { low: -2_942_929, high: 9_825_884 },
  outlier: null,
} as unknown as Standing;

it("says between what a ratio may lie, but names no bound below nothing", () => {
  expect(sentencesOf(standing).sentence).toBe(
    "每百万元支出19,878.41元，不超过98,258.84元；同类 9 个，四分位数 18,453.76、35,362.69、50,375.79。",
  );
  expect(sentencesOf({ ...standing, fences: { low: 100_000, high: 9_825_884 } }).sentence).toContain(
    "在1,000.00～98,258.84元之间",
  );
});

it("says what stands out, in either language", () => {
  const high = sentencesOf({ ...standing, value: 10_000_000, outlier: "high" });
  expect(high.sentence).toContain("每百万元支出100,000.00元，高于98,258.84元，突出");
  expect(high.sentenceEn).toContain("above 98,258.84: stands out");
});
