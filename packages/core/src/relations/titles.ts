import { editDistance } from "../tables/edit-distance.ts";
import { normaliseLabel, remembering } from "../tables/normalise.ts";

/** A heading as it is compared: one form of width, quotes and brackets, no number before it. */
export const plainTitle = remembering((title) =>
  normaliseLabel(title.replace(/^第[一二三四五六七八九十]+部分[、：:.]?/, "")).replace(/[（(].{0,4}$/, (end) =>
    /[）)]/.test(end) ? end : "",
  ),
);

/** The words that carry a heading's meaning: 其他重要事项说明 and 其他重要事项的情况说明 are one title. */
export const looseTitle = remembering((title) =>
  plainTitle(title)
    .replace(/(?:基本|总体|具体)?情况(?=说明|$)|说明|的|总体|公开/g, "")
    .replace(/部门|单位/g, ""),
);

/** How alike two titles are, 0 to 1; 0 where it is less than `least`. */
export function similarity(left: string, right: string, least: number): number {
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 1;
  // One step beyond what is asked for: what divisions round away decides nothing.
  const limit = Math.ceil((1 - least) * longest);
  const distance = editDistance(left, right, limit);
  return distance > limit ? 0 : 1 - distance / longest;
}
