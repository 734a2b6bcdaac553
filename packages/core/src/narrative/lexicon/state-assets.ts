import type { SubjectPhrase } from "./phrase.ts";

/** 国有资产占有使用情况: equipment and vehicles. */
export const STATE_ASSETS: readonly SubjectPhrase[] = [
  { pattern: "单(?:价|位价值)(?:人民币)?(?:在)?(?=\\d+(?:\\.\\d+)?万元)", concept: "threshold" },
  { pattern: "(?:以上)?(?:的)?(?:（含）以上)?通用设备", concept: "large-equipment", dimensions: { item: "general" } },
  { pattern: "(?:以上)?(?:的)?(?:（含）以上)?专用设备", concept: "large-equipment", dimensions: { item: "special" } },
  {
    pattern: "（含）以上(?:的)?(?:大型)?设备(?:（不含车辆）)?|以上(?:（含）)?(?:的)?(?:大型)?设备(?:（不含车辆）)?",
    concept: "large-equipment",
  },
  {
    pattern: "(?:共有|实有|保有|拥有)(?:公务用车|车辆|公务车辆)|车辆(?:共有|总数|合计|保有量)?(?=\\d)|公务用车(?=\\d)",
    concept: "state-vehicles",
    only: ["state-assets", "other-matters"],
  },
];
