import { describe, expect, it } from "vitest";
import { inTheMiddle, type Headed } from "./headed-left.ts";
import type { Piece } from "./pieces.ts";

/** A heading of one line at its place, 10 points high. */
const heading = (words: string, left: number, middle: number): Headed => {
  const right = left + 10 * words.length;
  return { pieces: [{ text: words } as Piece], left, right, centre: (left + right) / 2, middle, size: 10 };
};

const centres = (...blocks: readonly Headed[]) =>
  inTheMiddle(blocks, 500).map(({ pieces, centre }) => `${pieces[0]!.text} ${centre}`);

describe("headings at the left of their columns", () => {
  it("stand over the middle of the column that begins with them, as far as the next", () => {
    expect(centres(heading("项目", 0, 20), heading("合计", 200, 20), heading("其中", 300, 20))).toEqual([
      "项目 100",
      "合计 250",
      "其中 400",
    ]);
  });

  it("stand over all the columns of the texts one level below", () => {
    // 年末结转 stands half way down, beside 本年支出 and not under it.
    const rows = [heading("小计", 100, 40), heading("基本支出", 200, 40), heading("年末结转", 300, 30)];
    expect(centres(heading("本年支出", 100, 20), ...rows)).toEqual([
      "本年支出 200",
      "小计 150",
      "基本支出 250",
      "年末结转 400",
    ]);
  });

  it("stand over columns two levels below as well, and over no number of theirs", () => {
    const texts = [
      heading("预算数", 0, 20),
      heading("合计", 0, 50),
      heading("1", 0, 80),
      heading("公务用车", 100, 40),
      heading("小计", 100, 60),
      heading("购置费", 200, 60),
      heading("决算数", 300, 20),
    ];
    expect(centres(...texts).filter((text) => /预算数|公务用车|^1/.test(text))).toEqual([
      "预算数 150",
      "1 50",
      "公务用车 200",
    ]);
  });
});
