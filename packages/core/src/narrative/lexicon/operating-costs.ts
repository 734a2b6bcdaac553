import type { SubjectPhrase } from "./phrase.ts";

/** 机关运行经费. */
export const OPERATING_COSTS: readonly SubjectPhrase[] = [
  {
    pattern: "(?:机关|机构|单位|本部门|部门)?机?[关构]?运行经费(?:财政拨款)?(?:支出)?(?:决算)?(?:数)?",
    concept: "operating-costs",
  },
  { pattern: "机关运行费(?:用)?(?:支出)?(?=为?\\d)", concept: "operating-costs" },
];
