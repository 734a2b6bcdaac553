import { divisions } from "@juesuan/core/divisions";
import { expect, it } from "vitest";
import { PROVINCE_MAP, provinceName } from "./provinces.ts";

const placed = PROVINCE_MAP.flatMap((line, row) =>
  line.flatMap((province, column) => (province ? [{ ...province, row, column }] : [])),
);

it("has every province of GB/T 2260 on the map once, under the beginning of its name", () => {
  const official = divisions().filter(({ level }) => level === "province");
  expect(placed.map(({ code }) => code).toSorted()).toEqual(official.map(({ code }) => code.slice(0, 2)).toSorted());
  for (const { code, name } of official) expect(name.startsWith(provinceName(code.slice(0, 2)).zh)).toBe(true);
});

it("has neighbours beside each other: Shanghai below Jiangsu, Hebei around Beijing and Tianjin", () => {
  const at = (zh: string) => placed.find((one) => one.zh === zh)!;
  const distance = (a: string, b: string): number =>
    Math.max(Math.abs(at(a).row - at(b).row), Math.abs(at(a).column - at(b).column));
  for (const [a, b] of [
    ["上海", "江苏"],
    ["河北", "北京"],
    ["河北", "天津"],
    ["四川", "重庆"],
    ["四川", "西藏"],
    ["陕西", "甘肃"],
    ["广东", "香港"],
    ["广东", "海南"],
    ["吉林", "黑龙江"],
  ] as const)
    expect([a, b, distance(a, b)]).toEqual([a, b, 1]);
});

it("gives each a sign of its own", () => {
  expect(new Set(placed.map(({ sign }) => sign)).size).toBe(34);
});

it("is a rectangle", () => {
  expect(new Set(PROVINCE_MAP.map((row) => row.length))).toEqual(new Set([7]));
});
