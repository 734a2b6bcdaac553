import { describe, expect, it } from "vitest";
import { headingBlocks } from "./heading.ts";
import type { Piece } from "./pieces.ts";

/** A piece of a heading 10 points high. */
const piece = (text: string, left: number, middle: number): Piece =>
  ({ text, left, right: left + 10 * text.length, top: middle - 5, bottom: middle + 5, middle, size: 10 }) as Piece;

const words = (...pieces: readonly Piece[]) =>
  headingBlocks(pieces).map((block) => block.pieces.map(({ text }) => text).join("/"));

describe("the lines of a heading", () => {
  it("are one where they begin or end at one place and are a known heading together", () => {
    expect(words(piece("附属单位上缴收", 100, 20), piece("入", 100, 33))).toEqual(["附属单位上缴收/入"]);
    expect(words(piece("附属单位上缴收", 100, 20), piece("入", 160, 33))).toEqual(["附属单位上缴收/入"]);
  });

  it("are two where each is a heading, or what follows stands elsewhere", () => {
    expect(words(piece("本年支出", 100, 20), piece("基本支出", 100, 33))).toHaveLength(2);
    expect(words(piece("附属单位上缴收", 100, 20), piece("入", 115, 33))).toHaveLength(2);
  });
});
