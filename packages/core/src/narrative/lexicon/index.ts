import { BARE_FLOWS } from "./bare-flows.ts";
import { EXPENDITURE } from "./expenditure.ts";
import { OPERATING_COSTS } from "./operating-costs.ts";
import { PERFORMANCE_PHRASES } from "./performance.ts";
import type { SubjectPhrase } from "./phrase.ts";
import { PROCUREMENT } from "./procurement.ts";
import { STAFF } from "./staff.ts";
import { STATE_ASSETS } from "./state-assets.ts";
import { THREE_PUBLIC_PHRASES } from "./three-public.ts";
import { TOTALS } from "./totals.ts";
import { VEHICLE_KINDS } from "./vehicles.ts";

/** Every phrase that names a quantity. Order matters: the first that matches at a place wins. */
export const SUBJECTS: readonly SubjectPhrase[] = [
  ...THREE_PUBLIC_PHRASES,
  ...OPERATING_COSTS,
  ...PROCUREMENT,
  ...STATE_ASSETS,
  ...PERFORMANCE_PHRASES,
  ...STAFF,
  ...VEHICLE_KINDS,
  ...TOTALS,
  ...EXPENDITURE,
  ...BARE_FLOWS,
];

export { HEAD, type SubjectPhrase } from "./phrase.ts";
export { SECTION_SUBJECTS } from "./sections.ts";
export { COUNTED_NOUNS, COUNTED_NOUNS_BEFORE } from "./staff.ts";
export { VEHICLE_KINDS } from "./vehicles.ts";
