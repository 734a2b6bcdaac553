import type { SectionId } from "../../facts/disclosure.ts";
import type { SubjectPhrase } from "./phrase.ts";

const ASSETS: readonly SectionId[] = ["state-assets", "other-matters"];

const ESTABLISHED_VEHICLES =
  "在编(?:在用)?(?:实有)?(?:公务)?车辆?(?=\\d)|(?<=车辆编制(?:数)?\\d+[辆台]，)实有车辆(?=\\d)";

/** 国有资产占有使用情况: equipment and vehicles. */
export const STATE_ASSETS: readonly SubjectPhrase[] = [
  {
    pattern: "(?:本年)?资产(?:总额|总计|合计|总值)",
    concept: "state-assets",
    dimensions: { item: "total" },
    only: ASSETS,
  },
  { pattern: "流动资产", concept: "state-assets", dimensions: { item: "current" }, only: ASSETS },
  { pattern: "(?<!其他)固定资产(?:净值)?", concept: "state-assets", dimensions: { item: "fixed" }, only: ASSETS },
  {
    pattern: "对外投资(?:及|和|/)有价证券|长期投资",
    concept: "state-assets",
    dimensions: { item: "investments" },
    only: ASSETS,
  },
  { pattern: "在建工程", concept: "state-assets", dimensions: { item: "construction" }, only: ASSETS },
  { pattern: "无形资产", concept: "state-assets", dimensions: { item: "intangible" }, only: ASSETS },
  { pattern: "其他资产", concept: "state-assets", dimensions: { item: "other" }, only: ASSETS },
  // 固定资产净值1540.87万元（原值2366.91万元，累计折旧826.04万元）
  {
    pattern: "累计折旧|(?<!资产|账面)(?:原值|净值|净额)(?=为?\\d)",
    concept: "state-assets",
    dimensions: { item: "fixed" },
    labelled: true,
    only: ASSETS,
  },
  {
    pattern:
      "(?:处置|报废)(?:固定)?资产(?:账面)?原值(?=为?\\d)|(?:资产|房屋)?(?:处置|出租|租金)(?:净)?收入(?=为?\\d)|账面原值|(?<!单位)价值(?=为?\\d)(?!\\d+万元(?:（含）)?以上)|(?:实现)?资产(?:处置|使用|出租)收入|房屋(?:建筑物)?价值|土地价值",
    concept: "state-assets",
    labelled: true,
    only: ASSETS,
  },
  {
    pattern:
      "(?:处置|出租|出借|租用|报废报损|报废|新增|(?:当年|本年|全年)?购置)(?:房屋(?:建筑物)?|车辆|资产|土地|(?<=处置|报废|报废报损)设备)(?:面积)?|(?:房屋|土地)(?:出租|出借)面积|(?:办公|业务)?(?:用房|房屋)(?:建筑)?(?:总)?面积|房屋(?:建筑物|及构筑物)?(?:总)?(?:建筑)?(?:面积)?(?=为?\\d)|(?:办公|业务|其他)用房(?=\\d)|土地(?:使用权)?(?:面积)?(?=\\d)",
    concept: "state-asset-counts",
    labelled: true,
    only: ASSETS,
  },
  {
    pattern: "(?:单价|单位价值|价值(?=\\d+万元(?:（含）)?以上))(?:人民币)?(?:在)?(?=\\d+(?:\\.\\d+)?万元)",
    concept: "threshold",
  },
  // 2022年当年购置车辆0辆；购置单价100万元以上的设备0台（套）: bought in the year, beside what is held.
  {
    pattern:
      "(?<=(?:购置|新增)单(?:价|位价值)(?:人民币)?(?:在)?\\d[\\d.]*万元)(?:（含）)?以上(?:（含）)?(?:的)?(?:大型|通用|专用)?设备(?:（不含车辆）)?",
    concept: "large-equipment",
    dimensions: { label: "当年购置" },
  },
  { pattern: "(?:以上)?(?:的)?(?:（含）以上)?通用设备", concept: "large-equipment", dimensions: { item: "general" } },
  { pattern: "(?:以上)?(?:的)?(?:（含）以上)?专用设备", concept: "large-equipment", dimensions: { item: "special" } },
  {
    pattern: "（含）以上(?:的)?(?:大型)?设备(?:（不含车辆）)?|以上(?:（含）)?(?:的)?(?:大型)?设备(?:（不含车辆）)?",
    concept: "large-equipment",
  },
  // 国有资产占用情况中固定资产车辆4辆，与公务用车保有量差异原因…: told among the three public expenses.
  { pattern: "国有资产占用(?:情况)?(?:表)?中(?:的)?(?:固定资产)?车辆(?=\\d)", concept: "state-vehicles" },
  // 车辆编制7辆，在编实有车辆7辆: those on the establishment, neither all that are there nor those that appropriations run.
  {
    pattern: ESTABLISHED_VEHICLES,
    concept: "vehicles-held",
    dimensions: { label: "在编" },
    only: ["institutions", "responsibilities", "three-public", "three-public.detail"],
  },
  { pattern: ESTABLISHED_VEHICLES, concept: "state-vehicles", dimensions: { label: "在编" }, only: ASSETS },
  {
    pattern:
      "(?:共有|实有|保有|拥有)(?:公务用车|车辆|公务车辆)|车辆(?:共有|总数|总计|合计|共计|共|保有量)?(?=\\d)|(?<!其中：?)公务用车(?=\\d)",
    concept: "state-vehicles",
    only: ["state-assets", "other-matters"],
  },
];
