import type { TableDeclaration } from "./declaration.ts";
import { OPERATING_COSTS, PROCUREMENT } from "./declarations/agency.ts";
import { APPROPRIATION } from "./declarations/appropriation.ts";
import { APPROPRIATION_DETAIL } from "./declarations/appropriation-detail.ts";
import { APPROPRIATION_BASIC, APPROPRIATION_EXPENDITURE } from "./declarations/appropriation-expenditure.ts";
import { BASIC_EXPENDITURE } from "./declarations/basic-expenditure.ts";
import { EXPENDITURE } from "./declarations/expenditure.ts";
import { EXPENDITURE_DETAILS } from "./declarations/expenditure-detail.ts";
import { GENERAL_EXPENDITURE } from "./declarations/general-expenditure.ts";
import { GENERAL_EXPENDITURE_DETAIL } from "./declarations/general-expenditure-detail.ts";
import { GENERAL_FLOW } from "./declarations/general-flow.ts";
import { GOVERNMENT_FUND } from "./declarations/government-fund.ts";
import { ITEM_FLOW, PROJECT_FLOW } from "./declarations/item-flow.ts";
import { APPROPRIATED_PROJECTS, PROJECTS } from "./declarations/projects.ts";
import { PROJECT_EXPENDITURE } from "./declarations/project-expenditure.ts";
import { REVENUE } from "./declarations/revenue.ts";
import { REVENUE_AND_EXPENDITURE } from "./declarations/revenue-and-expenditure.ts";
import { STATE_ASSETS } from "./declarations/state-assets.ts";
import { STATE_CAPITAL } from "./declarations/state-capital.ts";
import { STATE_CAPITAL_EXPENDITURE } from "./declarations/state-capital-expenditure.ts";
import { GENERAL_THREE_PUBLIC, THREE_PUBLIC_INFORMATION } from "./declarations/three-public-information.ts";
import { THREE_PUBLIC } from "./declarations/three-public.ts";
import { UNITS } from "./declarations/units.ts";

/** Every table that a profile may owe: Sichuan's thirteen in their order, then those of other forms. */
export const TABLES: readonly TableDeclaration[] = [
  REVENUE_AND_EXPENDITURE,
  REVENUE,
  EXPENDITURE,
  APPROPRIATION,
  APPROPRIATION_DETAIL,
  GENERAL_EXPENDITURE,
  GENERAL_EXPENDITURE_DETAIL,
  BASIC_EXPENDITURE,
  PROJECT_EXPENDITURE,
  GOVERNMENT_FUND,
  STATE_CAPITAL,
  STATE_CAPITAL_EXPENDITURE,
  THREE_PUBLIC,
  GENERAL_FLOW,
  THREE_PUBLIC_INFORMATION,
  GENERAL_THREE_PUBLIC,
  STATE_ASSETS,
  ITEM_FLOW,
  PROJECT_FLOW,
  PROJECTS,
  APPROPRIATED_PROJECTS,
  APPROPRIATION_EXPENDITURE,
  APPROPRIATION_BASIC,
  OPERATING_COSTS,
  PROCUREMENT,
  UNITS,
  ...EXPENDITURE_DETAILS,
];

const BY_ID = new Map(TABLES.map((table) => [table.id, table]));

/** The declaration of a table; undefined for an unknown id. */
export function tableOf(id: string): TableDeclaration | undefined {
  return BY_ID.get(id);
}
