import { expect, it } from "vitest";
import { readHtml } from "./index.ts";

it("tells the number of a page, which a word processor leaves in a page saved from it, from what is told", () => {
  const document = readHtml(new TextEncoder().encode("<p>收入总计3 万元。</p><p>— 5 —</p><p>支出总计3 万元。</p>"));
  expect(document.blocks.map((block) => (block.kind === "paragraph" ? block.role : block.kind))).toEqual([
    "body",
    "page-number",
    "body",
  ]);
});
