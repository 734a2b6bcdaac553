import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

// How departments of one place or another word what the usual form words otherwise.

describe("entries of accounts headed by code and name", () => {
  it("may be numbered in brackets", () => {
    expect(
      facts(
        "general-expenditure.items",
        "（1）2130101行政运行：年初预算数56.00万元，决算数61.60万元，预决算差异率10.00%。",
      ),
    ).toEqual([
      "56.00 → expenditure{stage=original-budget,fund=general,functional=2130101}",
      "61.60 → expenditure{fund=general,functional=2130101}",
      "10.00 → expenditure{stage=original-budget,fund=general,functional=2130101,measure=growth} increase",
    ]);
  });

  it("may end in a full stop", () => {
    expect(
      facts("general-expenditure.items", "1.2130153农田建设。年初预算18万元，支出决算24.2万元。").map(
        (fact) => fact.split("functional=")[1],
      ),
    ).toEqual(["2130153}", "2130153}"]);
  });
});

it("compares both totals after what they are compared with", () => {
  expect(
    facts(
      "totals",
      "本部门2025年度收入总计110万元，支出总计110万元。与2024年度决算相比收入增加10万元，增长10%，支出增加10万元，增长10%。",
    ).slice(2),
  ).toEqual([
    "10 → total-receipts{measure=change} increase",
    "10 → total-receipts{measure=growth} increase",
    "10 → total-disbursements{measure=change} increase",
    "10 → total-disbursements{measure=growth} increase",
  ]);
});

it("tells a debt and by how much it changed", () => {
  expect(facts("annex", "截至2025年底，银行贷款余额240万元，比上年末减少60万元。")).toEqual([
    "240 → project-amount{label=银行贷款余额}",
    "60 → project-amount{label=银行贷款余额,measure=change} decrease",
  ]);
});

it("tells what was sold and let, and a rate of its own name", () => {
  expect(
    facts(
      "state-assets",
      "资产总额380万元，其中在建工程30万元。资产负债率8.03%。全年处置资产原值8.6万元，处置收入0.3万元；房屋出租面积120平方米，取得出租收入3.6万元。",
    ).slice(2),
  ).toEqual([
    "8.03 → state-assets{label=资产负债率,measure=rate}",
    "8.6 → state-assets{label=处置资产原值}",
    "0.3 → state-assets{label=处置收入}",
    "120 → state-asset-counts{label=房屋出租面积}",
    "3.6 → state-assets{label=出租收入}",
  ]);
});

it("compares what a fund spent with what it spent, behind what came in", () => {
  expect(
    facts(
      "government-fund",
      "2025年度政府性基金预算财政拨款收入208万元，支出206万元，与2024年度相比，收入增加32万元，支出增加27万元，增长15.1%。年初预算为190万元，完成年初预算的108.4%。",
    ).slice(2),
  ).toEqual([
    "32 → revenue{fund=government-fund,measure=change} increase",
    "27 → expenditure{fund=government-fund,measure=change} increase",
    "15.1 → expenditure{fund=government-fund,measure=growth} increase",
    "190 → expenditure{stage=original-budget,fund=government-fund}",
    "108.4 → expenditure{stage=original-budget,fund=government-fund,measure=completion}",
  ]);
});

describe("a report on performance", () => {
  it("scores parts of the whole beside their full marks", () => {
    expect(facts("annex", "自评得分96.5分。其中：投入指标（满分15分）得14分；过程指标（满分35分）得33.5分。")).toEqual([
      "96.5 → performance-score",
      "15 → performance-score{label=满分}",
      "14 → performance-score{label=投入指标}",
      "35 → performance-score{label=满分}",
      "33.5 → performance-score{label=过程指标}",
    ]);
  });

  it("tells a project in a numbered line that opens with it", () => {
    expect(
      facts("annex", "2.就业培训项目。年初预算120.00万元，实际支出118.30万元，预算执行率98.58%。就业率达到43.8%。"),
    ).toEqual([
      "120.00 → project-amount{stage=original-budget,label=就业培训}",
      "118.30 → project-amount{label=就业培训}",
      "98.58 → project-amount{stage=original-budget,label=就业培训,measure=completion}",
      "43.8 → performance-output{label=就业率,measure=rate}",
    ]);
  });

  it("falls behind its schedule by points that are no change of what was spent", () => {
    expect(facts("annex", "部分项目支出进度偏慢，6月底支出进度仅为38.4%，低于时序进度11.6个百分点。").at(-1)).toBe(
      "11.6 → performance-output{label=低于时序进度,measure=rate}",
    );
  });
});

describe("items below a class that is told in the line before", () => {
  const lines = (item: string): string[] =>
    facts(
      "general-expenditure.items",
      `（二）教育支出（类）71.80万元\n1.${item}年初预算18.20万元，支出决算19.02万元。`,
    );

  it("may have their group right before them, with no mark between, and are not all of the fund", () => {
    expect(lines("普通教育小学教育").slice(1)).toEqual([
      "18.20 → expenditure{stage=original-budget,fund=general,functional=教育支出/普通教育小学教育}",
      "19.02 → expenditure{fund=general,functional=教育支出/普通教育小学教育}",
    ]);
  });

  it("may have no group", () => {
    expect(lines("小学教育（项）").slice(1)).toEqual([
      "18.20 → expenditure{stage=original-budget,fund=general,functional=教育支出/小学教育}",
      "19.02 → expenditure{fund=general,functional=教育支出/小学教育}",
    ]);
  });
});

it("tells what a mission paid for training, which is no 培训费 of the department", () => {
  expect(
    facts(
      "three-public.detail",
      "1.因公出国（境）团组1个，2人次，实际发生支出6.80万元。其中：住宿费2.20万元、培训费0.60万元、杂费0.30万元。",
    ).slice(2),
  ).toEqual([
    "6.80 → three-public{item=overseas}",
    "2.20 → three-public{item=overseas,label=住宿费}",
    "0.60 → three-public{item=overseas,label=培训费}",
    "0.30 → three-public{item=overseas,label=杂费}",
  ]);
});

it("keeps what a hospital's own money paid beside what appropriations paid", () => {
  expect(
    facts(
      "three-public.total",
      "“三公”经费财政拨款支出决算为0.00元。救护车运行费用由医院自有资金列支，2025年支出862,430.15元。",
    ),
  ).toEqual(["0.00 → three-public", "862,430.15 → three-public{label=自有资金}"]);
});

it("counts equipment that was scrapped, and not vehicles", () => {
  expect(facts("state-assets", "共有车辆5辆。本年报废设备21台，账面原值98.20万元。")).toEqual([
    "5 → state-vehicles",
    "21 → state-asset-counts{label=报废设备}",
    "98.20 → state-assets{label=报废设备价值}",
  ]);
});

it("counts offices and units in the words of one place", () => {
  expect(facts("institutions", "内设9个科室，包括1个行政单位、1个参照公务员法管理单位、3个事业单位。")).toEqual([
    "9 → units{item=offices}",
    "1 → units{item=administrative}",
    "1 → units{item=civil-service-managed}",
    "3 → units{item=institutional}",
  ]);
});

describe("money that is told apart from the accounts", () => {
  it("is what came of it, each part under its own words", () => {
    expect(facts("annex", "省级下达专项转移支付150万元，结转下年38.4万元，资金使用率74.40%。")).toEqual([
      "150 → project-amount{label=省级下达专项转移支付}",
      "38.4 → project-amount{label=结转下年}",
      "74.40 → performance-output{label=资金使用率,measure=rate}",
    ]);
  });

  it("grows and falls with no word on what, and is measured by what was set for it", () => {
    expect(
      facts(
        "annex",
        "征收非税收入2.36亿元，完成年度任务2.2亿元的107.27%。收缴罚款621.8万元，全部上缴国库，同比下降3.1%。",
      ),
    ).toEqual([
      "2.36 → project-amount{label=征收非税收入}",
      "2.2 → project-amount{label=完成年度任务}",
      "107.27 → performance-output{label=完成年度任务,measure=rate}",
      "621.8 → project-amount{label=收缴罚款}",
      "3.1 → project-amount{label=收缴罚款,measure=growth} decrease",
    ]);
  });
});

it("tells appropriations of the year as a part of the total, and posts under the civil service law apart", () => {
  expect(facts("totals", "2025年度收入总计546.3万元，其中当年财政拨款498.0万元，占91.16%。")).toEqual([
    "546.3 → total-receipts",
    "498.0 → revenue{fund=appropriation}",
    "91.16 → revenue{fund=appropriation,measure=share,of=total-receipts}",
  ]);
  expect(facts("institutions", "人员编制98名，其中行政编制22名、参公事业编制36名、事业编制40名。").slice(1)).toEqual([
    "22 → staff{item=administrative-establishment}",
    "36 → staff{item=civil-service-establishment}",
    "40 → staff{item=institutional-establishment}",
  ]);
});

it("scores a project right behind its name", () => {
  expect(facts("performance", "“信号灯维护”项目自评98.3分，全年预算120万元，执行118万元，执行率98.33%。")).toEqual([
    "98.3 → performance-score{label=信号灯维护}",
    "120 → project-amount{stage=adjusted-budget,label=信号灯维护}",
    "118 → project-amount{label=信号灯维护}",
    "98.33 → project-amount{stage=adjusted-budget,label=信号灯维护,measure=completion}",
  ]);
});

it("tells vehicles of last year and those that went apart from those that are there", () => {
  expect(facts("three-public.detail", "公务用车保有量由上年的14辆减少到13辆，新购置公务用车0辆，报废1辆。")).toEqual([
    "14 → vehicles-held{period=previous}",
    "13 → vehicles-held",
    "0 → vehicles-bought",
    "1 → vehicles-held{label=报废}",
  ]);
});

it("counts missions of one kind beside all of them", () => {
  expect(
    facts(
      "three-public.detail",
      "全年安排的出国（境）团组28个，累计70人次，其中：参加国际会议团组12个、30人次；开展技术合作团组16个、40人次。",
    ).slice(2),
  ).toEqual([
    "12 → missions{label=参加国际会议}",
    "30 → mission-persons{label=参加国际会议}",
    "16 → missions{label=开展技术合作}",
    "40 → mission-persons{label=开展技术合作}",
  ]);
});

it("scores the project that the heading names, and what the department looked at apart", () => {
  expect(
    facts(
      "performance",
      "得分97.4分；全年预算56万元，实际执行55万元。",
      "七、预算绩效情况 / （二）预警工程项目绩效自评情况",
    ),
  ).toEqual([
    "97.4 → performance-score{label=预警工程}",
    "56 → project-amount{stage=adjusted-budget,label=预警工程}",
    "55 → project-amount{label=预警工程}",
  ]);
  expect(
    facts(
      "performance",
      "（三）以部门为主体开展的重点绩效评价1个，涉及财政拨款24万元，评价得分91.8分。",
      "七、预算绩效情况 / （二）预警工程项目绩效自评情况",
    ),
  ).toEqual([
    "1 → performance-projects{item=department-evaluation}",
    "24 → performance-amount{item=department-evaluation}",
    "91.8 → performance-score{label=部门评价}",
  ]);
});
