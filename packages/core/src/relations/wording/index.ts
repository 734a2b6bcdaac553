import type { Relation } from "../relation.ts";
import { DOUBLE_NEGATIVE_CHANGE } from "./double-negative.ts";
import { GARBLED_SENTENCE } from "./garbled.ts";
import { LEFTOVER } from "./leftover.ts";
import { NUMBER_WITH_LEADING_ZERO } from "./leading-zero.ts";
import { BUDGET_HEADING } from "./budget-headings.ts";
import { EMPTY_SLOT, UNIT_LEFT_OUT } from "./numbers.ts";
import { PUNCTUATION } from "./punctuation.ts";
import { REPEATED } from "./repeated.ts";

export const WORDING_RELATIONS: readonly Relation[] = [
  LEFTOVER,
  EMPTY_SLOT,
  GARBLED_SENTENCE,
  PUNCTUATION,
  REPEATED,
  BUDGET_HEADING,
  UNIT_LEFT_OUT,
  NUMBER_WITH_LEADING_ZERO,
  DOUBLE_NEGATIVE_CHANGE,
];
