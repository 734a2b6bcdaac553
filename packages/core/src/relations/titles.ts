import { normaliseLabel } from "../tables/normalise.ts";

/** A heading as it is compared: one form of width, quotes and brackets, no number before it. */
export function plainTitle(title: string): string {
  return normaliseLabel(title.replace(/^第[一二三四五六七八九十]+部分[、：:.]?/, "")).replace(/[（(].{0,4}$/, (end) =>
    /[）)]/.test(end) ? end : "",
  );
}

/** The words that carry a heading's meaning: 其他重要事项说明 and 其他重要事项的情况说明 are one title. */
export function looseTitle(title: string): string {
  return plainTitle(title)
    .replace(/(?:基本|总体|具体)?情况(?=说明|$)|说明|的|总体|公开/g, "")
    .replace(/部门|单位/g, "");
}

/** How alike two titles are, 0 to 1. */
export function similarity(left: string, right: string): number {
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - editDistance(left, right) / longest;
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + cost));
    }
    previous = current;
  }
  return previous[right.length]!;
}
