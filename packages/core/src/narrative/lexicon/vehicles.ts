import type { SubjectPhrase } from "./phrase.ts";

const VEHICLE_WORDS: readonly (readonly [pattern: string, item: string])[] = [
  ["轿车", "sedan"],
  ["越野车", "off-road"],
  ["小型载客汽车", "small-coach"],
  ["大中型载客汽车", "large-coach"],
  ["载客汽车", "coach"],
  ["副部（省）级(?:及)?以上领导(?:干部)?用车|副省级(?:及)?以上领导(?:干部)?用车", "deputy-minister"],
  ["部（?省?）?级(?:及以上)?领导干部用车", "minister"],
  ["(?<![要]|干部)(?<=[，、：中])领导(?:干部)?用车", "leading-officials"],
  ["主要(?:领导|负责人)(?:干部)?用车", "leaders"],
  ["机要(?:通信)?(?:应急)?(?:保障)?用车", "confidential"],
  ["应急保障用车", "emergency"],
  ["(?:一般)?执法执勤用车", "enforcement"],
  ["特种专业(?:技术)?用车", "special"],
  ["(?:离退休|老)干部(?:服务)?用车", "retired"],
  ["一般公务用车", "business"],
  ["其他(?:按照规定配备的)?(?:公务)?用车|其它(?:公务)?用车|其他车型|其他车辆", "other"],
];

/** Kinds of vehicles refine whatever count of vehicles is spoken of. */
export const VEHICLE_KINDS: readonly SubjectPhrase[] = [
  ...VEHICLE_WORDS.map(([pattern, item]) => ({ pattern, concept: "state-vehicles", dimensions: { item } })),
  // 共有车辆38台，其中公务用车12台、养护作业车26台
  { pattern: "(?<=其中：?)公务用车(?=\\d)", concept: "state-vehicles", labelled: true, only: ["state-assets"] },
  // 防汛抢险车2辆, 特种作业车（洒水车、垃圾车）2辆: a kind that no form lists keeps its own words.
  {
    pattern:
      "(?<=[，、：中])(?![一-龥]{0,6}(?:公务|车辆|公车|购置|更新))(?!现有|共有|其中|包括|处置|报废|减少|新增|增加|划转|调出|上缴|拍卖)[一-龥]{1,8}车(?:（[^（）\\d]{2,20}）)?(?=\\d+[辆台])",
    concept: "state-vehicles",
    labelled: true,
    only: ["state-assets", "other-matters", "three-public", "three-public.total", "three-public.detail"],
  },
];
