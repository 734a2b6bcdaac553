import type { SectionId } from "../../facts/disclosure.ts";
import type { SubjectPhrase } from "./phrase.ts";

const PERFORMANCE: readonly SectionId[] = ["performance", "annex"];

/** 预算绩效管理: projects, amounts, scores, issues found. */
export const PERFORMANCE_PHRASES: readonly SubjectPhrase[] = [
  {
    pattern: "评(?:级|价|定)?(?:结果)?(?:等级|等次|档次)?(?:结果)?(?:均)?(?:为|是)优秀?(?:的)?(?:项目)?",
    concept: "performance-projects",
    dimensions: { item: "excellent" },
    only: PERFORMANCE,
  },
  {
    pattern: "评(?:级|价|定)?(?:结果)?(?:等级|等次|档次)?(?:结果)?(?:均)?(?:为|是)良好?(?:的)?(?:项目)?",
    concept: "performance-projects",
    dimensions: { item: "good" },
    only: PERFORMANCE,
  },
  {
    pattern: "评(?:级|价|定)?(?:结果)?(?:等级|等次|档次)?(?:结果)?(?:均)?(?:为|是)(?:合格|中)(?:的)?(?:项目)?",
    concept: "performance-projects",
    dimensions: { item: "pass" },
    only: PERFORMANCE,
  },
  {
    pattern: "评(?:级|价|定)?(?:结果)?(?:等级|等次|档次)?(?:结果)?(?:均)?(?:为|是)(?:不合格|差)(?:的)?(?:项目)?",
    concept: "performance-projects",
    dimensions: { item: "fail" },
    only: PERFORMANCE,
  },
  // 自评优秀10个、良好2个
  {
    pattern: "(?<=评|结果|等级|等次|[，、；：和中])优(?:秀)?(?:等次)?(?:的)?(?:项目)?(?=(?:为|有|共)?\\d)",
    concept: "performance-projects",
    dimensions: { item: "excellent" },
    only: PERFORMANCE,
  },
  // 评级为“优”的项目7个，“良”的项目1个
  {
    pattern: "(?<=[，、；和])(?:评?为)?良(?:好)?(?:的)?(?:项目)?(?=(?:为|有|共)?\\d)",
    concept: "performance-projects",
    dimensions: { item: "good" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?<=[，、；和])(?:评?为)?(?:合格|中)(?:的)?(?:项目)?(?=(?:为|有|共)?\\d)",
    concept: "performance-projects",
    dimensions: { item: "pass" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?<=[，、；和])(?:评?为)?(?:不合格|差)(?:的)?(?:项目)?(?=(?:为|有|共)?\\d)",
    concept: "performance-projects",
    dimensions: { item: "fail" },
    only: PERFORMANCE,
  },
  {
    pattern: "已(?:经)?完成整改(?:的)?(?:问题)?",
    concept: "performance-issues",
    dimensions: { item: "rectified" },
    only: PERFORMANCE,
  },
  {
    pattern: "正在整改(?:的)?(?:问题)?",
    concept: "performance-issues",
    dimensions: { item: "rectifying" },
    only: PERFORMANCE,
  },
  { pattern: "(?:共)?发现问题", concept: "performance-issues", only: PERFORMANCE },
  {
    pattern: "(?:平均|综合|自评|评价|绩效|最终|自评综合)?(?:自评)?得分",
    concept: "performance-score",
    only: PERFORMANCE,
  },
  // 以部门为主体开展的重点绩效评价1个
  {
    pattern: "(?:以部门为主体)?(?:组织)?开展的?(?:重点|部门)(?:绩效)?评价(?:项目)?(?=\\d+[个项])",
    concept: "performance-projects",
    dimensions: { item: "department-evaluation" },
    only: PERFORMANCE,
  },
  // 绩效后评价项目2个: those looked at afterwards, beside those that were self-evaluated.
  {
    pattern: "绩效后评价(?:的)?项目(?:数)?(?:共|共计)?(?=\\d)",
    concept: "performance-projects",
    labelled: true,
    only: PERFORMANCE,
  },
  {
    pattern: "(?:纳入|实行|开展)?绩效自评(?:价)?(?:的)?项目(?:数)?(?:共|共计)?(?=\\d)",
    concept: "performance-projects",
    dimensions: { item: "self-evaluation" },
    only: PERFORMANCE,
  },
  // 2022年度项目自评5个
  {
    pattern: "(?<=[，。；：\\n]|年度?)项目自评(?=\\d+个)",
    concept: "performance-projects",
    dimensions: { item: "self-evaluation" },
    only: PERFORMANCE,
  },
  // 对政府性基金预算项目1个开展绩效自评
  ...(["一般公共预算", "政府性基金预算", "国有资本经营预算"] as const).map((words, index): SubjectPhrase => ({
    pattern: `对${words}项目(?:支出)?(?=\\d+个(?:开展|进行|实施)了?绩效自评)`,
    concept: "performance-projects",
    dimensions: { item: "self-evaluation", fund: (["general", "government-fund", "state-capital"] as const)[index]! },
    only: PERFORMANCE,
  })),
  // 年初目标编制12个，编制率100%
  {
    pattern: "(?:年初)?(?:绩效)?目标编制(?:项目)?(?:共)?(?=\\d+个)",
    concept: "performance-projects",
    dimensions: { item: "targets" },
    only: PERFORMANCE,
  },
  // 2022年部门预算项目共12个，涉及预算资金316.80万元
  {
    pattern: "(?<=年度?)部门预算项目(?:共计|共有|共|总数)?(?=\\d+个)",
    concept: "performance-projects",
    labelled: true,
    only: PERFORMANCE,
  },
  // 项目支出开展绩效自评，共涉及项目14个。其中，一般公共预算项目11个，政府性基金预算项目3个
  ...(["一般公共预算", "政府性基金(?:预算)?", "国有资本经营(?:预算)?"] as const).map((words, index): SubjectPhrase => ({
    pattern: `(?<=绩效自评[^\\n]{0,160}[，、：；中])${words}项目(?:支出)?(?=\\d+个)`,
    concept: "performance-projects",
    dimensions: { item: "self-evaluation", fund: (["general", "government-fund", "state-capital"] as const)[index]! },
    only: PERFORMANCE,
  })),
  {
    pattern: "(?:纳入|实行|实施)?(?:预算)?绩效(?:目标)?(?:评价|管理|自评)(?:范围)?的?项目(?:支出)?(?:共|共计)?(?=\\d)",
    concept: "performance-projects",
    labelled: true,
    only: PERFORMANCE,
  },
  // 以填报自评表形式开展自评6项，以委托第三方形式开展自评1项: of all 7, under the way it was done.
  {
    pattern: "以[^，。；：\\d]{2,16}形式开展(?:绩效)?自评(?:的)?(?:项目)?(?=\\d)",
    concept: "performance-projects",
    labelled: true,
    only: PERFORMANCE,
  },
  // …全面开展绩效自评。其中，项目56个，共涉及资金26800万元
  {
    pattern: "(?<=绩效自评(?:工作)?[。，；：](?:其中)?[，：]?)(?:共(?:涉及)?)?项目(?:支出)?(?:共|共计)?(?=\\d)",
    concept: "performance-projects",
    dimensions: { item: "self-evaluation" },
    only: PERFORMANCE,
  },
  // 评价项目142个，占部门项目总数的100%；普通程序评价项目3个，简易程序评价项目139个
  {
    pattern: "(?<=[，；。：])(?:(?:普通|简易)程序)?评价项目(?=\\d)",
    concept: "performance-projects",
    labelled: true,
    only: PERFORMANCE,
  },
  {
    pattern: "(?:共有|共实施|(?:全年)?实施|(?:全年|共)执行)项目(?:支出)?(?=\\d)",
    concept: "performance-projects",
    labelled: true,
    only: PERFORMANCE,
  },
  { pattern: "[一二三]级项目", concept: "performance-projects", labelled: true, only: PERFORMANCE },
  { pattern: "常年项目", concept: "performance-projects", dimensions: { item: "recurrent" }, only: PERFORMANCE },
  {
    pattern: "阶段（一次性）项目|阶段性项目|一次性项目",
    concept: "performance-projects",
    dimensions: { item: "one-off" },
    only: PERFORMANCE,
  },
  { pattern: "预算结余率大于(?=\\d)", concept: "threshold", only: PERFORMANCE },
  {
    pattern: "(?<=结余率大于\\d+%)的项目共",
    concept: "performance-projects",
    dimensions: { item: "high-surplus" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?:开展了?)?(?:预算)?事前绩效评估(?:的)?",
    concept: "performance-projects",
    dimensions: { item: "pre-assessment" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?:编报|编制|填报|设定|申报)了?(?:项目)?(?:支出)?绩效目标(?:的)?",
    concept: "performance-projects",
    dimensions: { item: "targets" },
    only: PERFORMANCE,
  },
  {
    pattern: "绩效(?:运行)?(?:监控|跟踪(?:评价|监控)?)(?:的)?",
    concept: "performance-projects",
    dimensions: { item: "monitoring" },
    only: PERFORMANCE,
  },
  {
    pattern:
      "(?:开展|进行)?了?(?:部门)?(?:项目)?绩效自评(?:价)?(?:的)?(?!价?[报综中得])|(?<=全面|项目|支出)(?:开展|进行|实施)了?自评(?=，)",
    concept: "performance-projects",
    dimensions: { item: "self-evaluation" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?:部门|重点)(?:绩效)?评价(?:的)?(?:项目)",
    concept: "performance-projects",
    dimensions: { item: "department-evaluation" },
    only: PERFORMANCE,
  },
];
