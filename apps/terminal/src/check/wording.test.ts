import { expect, it } from "vitest";
import { odditiesOf } from "./wording.ts";

const scanned = (page: number) => ({
  code: "scanned-page",
  message: `第${page}页是扫描图像`,
  messageEn: `page ${page} is a scanned image`,
  page,
});

it("tells what was odd in reading once each, and how many more there are", () => {
  const reading = (pages: readonly number[]) => ({
    reading: { sections: [], tables: [], oddities: pages.map(scanned) },
  });
  expect(odditiesOf(reading([7, 7]), "zh")).toEqual(["第7页是扫描图像"]);
  expect(odditiesOf(reading([1, 2, 3, 4, 5, 6, 7]), "en").slice(4)).toEqual([
    "page 5 is a scanned image",
    "… and 2 more",
  ]);
});
