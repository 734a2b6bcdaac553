import type { SectionId } from "../../facts/disclosure.ts";
import { FINAL, type SubjectPhrase } from "./phrase.ts";

const THREE_PUBLIC: readonly SectionId[] = ["three-public", "three-public.total", "three-public.detail"];

const MEETINGS: readonly SectionId[] = [...THREE_PUBLIC, "other-matters", "operating-costs"];

/** 公务用车及运行维护费61.8万元 is of both, short of a word, unless what was paid for vehicles is told before it. */
const NO_PURCHASE_BEFORE = "(?<!购置[^，；。、\\n]{0,8}\\d[\\d.,]*[万亿]?元[^。\\n\\d]{0,12})";

/** “三公”经费 down to vehicles, missions and receptions. */
export const THREE_PUBLIC_PHRASES: readonly SubjectPhrase[] = [
  // 因公出国（境）经费、公务接待费、公车购置费和运行费（“三公”经费）决算总额
  { pattern: `（(?:以下)?(?:简称|即)?三公经费）${FINAL}(?=为?\\d)`, concept: "three-public" },
  {
    pattern: `(?:一般公共预算)?(?:财政拨款)?三公(?:两费)?经费(?:(?:一般)?公共(?:财政)?预算)?(?:财政)?(?:拨款)?${FINAL}`,
    concept: "three-public",
  },
  {
    pattern:
      "参加(?:其他|外)(?:单位|部门)(?:组织)?的?(?:(?:因公)?出国(?:（境）)?(?:团组|团|批次|任务)|团组)|参加(?:的)?国（境）外团组",
    concept: "missions",
    dimensions: { item: "joined" },
  },
  {
    // …安排本单位出国团组0个，参加其他单位组织的出国团组1个，全年…共计1个
    pattern:
      "(?:本部门|本单位|安排)[^，。；\\d]{0,20}出国(?:（境）)?(?:团组|团|批次|任务)(?:共计|共|为)?(?=\\d+[个批次团]+[，、](?:累计\\d+人次[，、])?参加)",
    concept: "missions",
    dimensions: { item: "own" },
  },
  { pattern: "因公出国（境）(?:费用|费|经费)?(?:财政拨款)?(?:支出)?(?:团组|批次|团)", concept: "missions" },
  { pattern: "(?:全年)?(?:安排)?(?:因公)?出国(?:（境）)?(?:团组|团|批次|任务)", concept: "missions" },
  {
    pattern: "(?:参加)?(?:其他单位组织的|本单位组织的)?(?:因公)?出国（境）(?:团组)?(?:人次|人数|累计|人员)?(?=\\d)",
    concept: "mission-persons",
    only: THREE_PUBLIC,
  },
  {
    pattern: `因公出国（境）(?:费用|费|经费)?(?:财政拨款)?${FINAL}|因公出国(?:境)?(?:费|经费)${FINAL}|因公出国(?=支出|决算)${FINAL}|出国（境）(?:费|经费)${FINAL}`,
    concept: "three-public",
    dimensions: { item: "overseas" },
  },
  {
    pattern:
      "(?:按规定)?(?:更新)?(?:购置|新购(?:入|置)?|购买|购入)(?:（?更新）?)?(?:公务)?(?:用车|车辆|公车)(?!购置|运行|费|支出|及|经费|数量?为?0?万)(?:数量|数)?",
    concept: "vehicles-bought",
    only: THREE_PUBLIC,
  },
  // 更新渔业执法用车2辆, 更新购置森林防火指挥车1辆
  {
    pattern:
      "(?:更新购置|更新|购置|新购)(?:了)?(?!(?:一般)?(?:执法执勤|应急|机要|特种|公务))[^，。；：、\\d费]{2,10}(?:用车|指挥车|巡逻车|救护车)(?=\\d+[辆台])",
    concept: "vehicles-bought",
    only: ["three-public", "three-public.total", "three-public.detail"],
  },
  {
    pattern:
      "(?:公务用车|公务车)购置(?:数量?|量)|(?:本年|全年|当年)?(?:更新)?购置数(?:量)?|更新(?:购置)?(?:公务)?用车(?=\\d|为|共)|(?:公务用车|公务车)：?购置(?=\\d+辆)",
    concept: "vehicles-bought",
    only: THREE_PUBLIC,
  },
  {
    pattern: `(?:公务用车|公务车|公车|车辆)(?:的)?(?:购置费?及运行维护|购置及运行|购置和运行维护|购置和运行|购置与运行维护|购置、运行维护|购置、运行|购置及运维|购置和运维)(?:维护)?(?:费用|费|经费)?${FINAL}|(?:公务用车|公务车|公车)${NO_PURCHASE_BEFORE}(?:及|和)运行(?:维护)?(?:费用|费|经费)${FINAL}|(?:公务用车|公车)费${FINAL}|(?<=[辆，；。：\\n]，?)购置[及和]运行维护费${FINAL}`,
    concept: "three-public",
    dimensions: { item: "vehicles" },
  },
  {
    pattern: `(?:公务用车|公务车)(?:更新)?购置(?:更新)?(?:费用|费|经费)?${FINAL}|购置(?:公务用车)?(?:费|支出)${FINAL}|购车(?:经费|费)`,
    concept: "three-public",
    dimensions: { item: "vehicle-purchase" },
  },
  // 公车运维费3.8万元，接待费0.8万元
  {
    pattern: "(?<=[，、；：中（]|（[一二三]）|\\d[.、])接待费(?:用)?(?:支出)?(?=为?\\d)",
    concept: "three-public",
    dimensions: { item: "receptions" },
    only: THREE_PUBLIC,
  },
  // 其中运行费4万元，车辆购置0元
  {
    pattern: "(?<=[，：；中])车辆购置(?:支出)?(?=\\d[\\d.]*万?元)",
    concept: "three-public",
    dimensions: { item: "vehicle-purchase" },
    only: THREE_PUBLIC,
  },
  {
    pattern: "(?<=其中：?)运行(?:维护)?费(?=\\d)",
    concept: "three-public",
    dimensions: { item: "vehicle-running" },
    only: THREE_PUBLIC,
  },
  {
    pattern: `(?:公务用车|公务车|公车|车辆)(?:的)?(?:运行|运维)(?:维护)?(?:及维护)?(?:和维护)?(?:费用|费|经费)?${FINAL}|运行维护(?:费)${FINAL}|(?<=购置费?[和及、与]|购置费\\d[\\d.,]*万?元[、，])运行(?:费|经费)${FINAL}|(?<=车均|辆均)(?:运行|维护|运维)(?:维护)?费(?:用)?`,
    concept: "three-public",
    dimensions: { item: "vehicle-running" },
  },
  // 其中：购置费16.77万元，更新2辆；运行费22.87万元
  {
    pattern: "(?<=[，；：。、（]|其中)运行(?:维护)?费(?:支出)?(?=为?\\d|(?:年初)?预算|决算|中[，：]?[一-龥]{2,12}\\d)",
    concept: "three-public",
    dimensions: { item: "vehicle-running" },
    only: THREE_PUBLIC,
  },
  // 运行费中基本支出列支186.29万元: what of it was paid from there.
  {
    pattern: "(?:基本|项目)支出(?:中)?(?:列支|开支|负担|安排)(?=\\d)",
    concept: "three-public",
    labelled: true,
    only: THREE_PUBLIC,
  },
  // 车改前保有量56辆, 账面数为56辆，实际保有量为12辆: beside what is held there is what was, and what the books say.
  {
    pattern: "(?:(?:车改|改革)前)(?:公务用车|公务车|公车|车辆)?(?:的)?保有量|(?:(?:公务用车|车辆)?保有量)?账面数量?",
    concept: "vehicles-held",
    labelled: true,
    only: THREE_PUBLIC,
  },
  {
    pattern:
      "(?:本部门|本单位)?(?:所属各?预算单位)?(?:开支)?(?:一般公共预算)?(?:财政拨款)?(?:开支)?(?:的)?(?:公务用车|公务车|公车)(?:的)?(?:保有量|保有|实有数|实有)|(?:共有|现有|保有)(?:公务用车|公车|车辆)|(?<!报废|处置|减少|新增|增加|更新|购置)公务用车(?=\\d)|(?:期末|年末)?(?:公务用车|公务车)?保有量|车辆保有量|(?<=[，、；])(?:现|实际|年末)?保有(?=\\d)|运行维护(?:公务用车|公务车辆|车辆|执法执勤(?:用车|车辆))(?=\\d)",
    concept: "vehicles-held",
    only: THREE_PUBLIC,
  },
  // 保有量15辆，平均每辆1.85万元; 接待18批126人，人均119.05元
  {
    pattern: "(?:平均)?每辆(?:车)?(?=为?\\d)|[车辆]均(?=为?\\d)",
    concept: "three-public",
    dimensions: { item: "vehicle-running" },
    labelled: true,
    only: THREE_PUBLIC,
  },
  {
    // Not 接待批次、人次均为0, which tells of both.
    pattern:
      "(?:平均)?每(?:批次?|次|人)(?=为?\\d)|(?:人|(?<!人)次|批次?)均(?:花费|消费|餐费)?(?=为?\\d)(?!(?<=次均)为0(?![\\d.]))",
    concept: "three-public",
    dimensions: { item: "receptions" },
    labelled: true,
    only: THREE_PUBLIC,
  },
  {
    pattern: "(?:处置|报废|减少|上缴|划转|调出|拍卖)(?:公务用车|公务车|公车|车辆)(?=\\d)",
    concept: "vehicles-held",
    labelled: true,
    only: THREE_PUBLIC,
  },
  {
    pattern: `(?:国内|境内)(?:公务)?接待(?:费用|费|经费)?${FINAL}`,
    concept: "three-public",
    dimensions: { item: "domestic-receptions" },
  },
  {
    pattern: `(?:外事|国（境）外|国外|外宾|境外)(?:公务)?接待(?:费用|费|经费)?${FINAL}|接待(?:外宾|国（境）外)|(?<=其中：?)(?:外宾|外事)(?=\\d)`,
    concept: "three-public",
    dimensions: { item: "foreign-receptions" },
  },
  // 外宾接待费0万元。共接待国内来访团组58个，462人次
  {
    pattern: "国内来访(?:团组|人员|批次)",
    concept: "three-public",
    dimensions: { item: "domestic-receptions" },
    only: THREE_PUBLIC,
  },
  {
    pattern: `公务接待(?:费用|费|经费)?${FINAL}|接待来[客宾](?=\\d)|(?<=人均|批次?均|次均)接待费(?:用)?`,
    concept: "three-public",
    dimensions: { item: "receptions" },
  },
  {
    pattern: `会议费${FINAL}`,
    concept: "three-public",
    dimensions: { item: "meetings" },
    only: MEETINGS,
  },
  {
    pattern: `培训费${FINAL}`,
    concept: "three-public",
    dimensions: { item: "training" },
    only: MEETINGS,
  },
  // Told beside meetings and training in some forms, and in no table of theirs.
  {
    pattern: `差旅费(?:支出)?(?=\\d)`,
    concept: "expenditure",
    dimensions: { economic: "30211" },
    only: ["other-matters"],
  },
  { pattern: "(?:召开|举办|举行)(?:各类|各项)?会议(?:共|共计)?", concept: "meetings", only: MEETINGS },
  {
    pattern: "参加会议(?:人员|人次|人数)?|(?<=会议[^。；]{0,30})参会(?:人员|人次|人数)?",
    concept: "meeting-persons",
    only: MEETINGS,
  },
  { pattern: "(?:组织|举办|开展|参加)(?:各类|各项)?培训(?:班)?(?:共|共计)?", concept: "trainings", only: MEETINGS },
  { pattern: "(?:参加)?培训(?:人员|人次|人数)|参训(?:人员|人次|人数)?", concept: "training-persons", only: MEETINGS },
];
