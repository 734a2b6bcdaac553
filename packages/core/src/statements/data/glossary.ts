import type { GlossaryTerm } from "../statement.ts";

const revenue = (source: string) => [{ some: `revenue{source=${source}}` }];

/** What the terms of a disclosure mean, in the order in which they are printed. */
export const GLOSSARY: readonly GlossaryTerm[] = [
  { term: "财政拨款收入", meaning: "指单位本年度从本级财政部门取得的财政拨款。" },
  {
    term: "上级补助收入",
    meaning: "指单位从主管部门和上级单位取得的非财政补助收入。",
    when: revenue("superior-subsidy"),
  },
  {
    term: "事业收入",
    meaning: "指事业单位开展专业业务活动及其辅助活动取得的收入。",
    when: revenue("institutional"),
  },
  {
    term: "经营收入",
    meaning: "指事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动取得的收入。",
    when: revenue("operating"),
  },
  {
    term: "附属单位上缴收入",
    meaning: "指单位附属的独立核算单位按照有关规定上缴的收入。",
    when: revenue("subordinate"),
  },
  { term: "其他收入", meaning: "指单位取得的除上述收入以外的各项收入。", when: revenue("other") },
  {
    term: "使用非财政拨款结余（含专用结余）",
    meaning: "指单位使用以前年度积累的非财政拨款结余弥补当年收支差额的金额，以及使用专用结余安排的支出。",
    when: [{ some: "use-of-surplus" }],
  },
  {
    term: "年初结转和结余",
    meaning: "指以前年度尚未完成、结转到本年按有关规定继续使用的资金。",
    when: [{ some: "opening-carry-over" }],
  },
  {
    term: "结余分配",
    meaning: "指单位按照会计制度规定缴纳的所得税、提取的专用结余以及转入非财政拨款结余的金额等。",
    when: [{ some: "surplus-distribution" }],
  },
  {
    term: "年末结转和结余",
    meaning: "指单位按有关规定结转到下年或以后年度继续使用的资金。",
    when: [{ some: "closing-carry-over" }],
  },
  { term: "基本支出", meaning: "指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。" },
  { term: "项目支出", meaning: "指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。" },
  {
    term: "经营支出",
    meaning: "指事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动发生的支出。",
    when: [{ some: "expenditure{nature=operating}" }],
  },
  {
    term: "“三公”经费",
    meaning:
      "指单位用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。其中，因公出国（境）费反映单位公务出国（境）的国际旅费、国外城市间交通费、住宿费、伙食费、培训费、公杂费等支出；公务用车购置及运行维护费反映单位公务用车购置支出（含车辆购置税）及租用费、燃料费、维修费、过路过桥费、保险费等支出；公务接待费反映单位按规定开支的各类公务接待（含外宾接待）支出。",
  },
  {
    term: "机关运行经费",
    meaning:
      "指为保障行政单位（含参照公务员法管理的事业单位）运行用于购买货物和服务的各项资金，包括办公及印刷费、邮电费、差旅费、会议费、福利费、日常维修费、专用材料及一般设备购置费、办公用房水电费、办公用房取暖费、办公用房物业管理费、公务用车运行维护费以及其他费用。",
    when: [{ some: "operating-costs" }],
  },
];
