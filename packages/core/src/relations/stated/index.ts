import type { Relation } from "../relation.ts";
import { AVERAGE } from "./average.ts";
import { STATED_PARTS } from "./parts.ts";
import { STATED_SHARE } from "./share.ts";

/** Relations over the numbers of one passage, by the form of its words: 其中, 用于, 合计, 占, 平均每. */
export const STATED_RELATIONS: readonly Relation[] = [STATED_PARTS, STATED_SHARE, AVERAGE];
