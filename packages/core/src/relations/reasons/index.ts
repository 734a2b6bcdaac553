import type { Relation } from "../relation.ts";
import { BUDGET_REASON } from "./budget.ts";
import { CHANGE_REASON } from "./change.ts";
import { CONTRARY_REASON, EMPTY_REASON } from "./told.ts";

export const REASON_RELATIONS: readonly Relation[] = [CHANGE_REASON, BUDGET_REASON, EMPTY_REASON, CONTRARY_REASON];
