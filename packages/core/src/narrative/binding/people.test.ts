import { expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

it("knows people by the words before their count, with a bracket or 共计 between", () => {
  expect(facts("institutions", "退休人员12人；年末其他人员（聘用、临时人员）8人；年末遗属人员3人。")).toEqual([
    "12 → staff{item=retired}",
    "8 → staff{item=other}",
    "3 → staff{item=other,label=年末遗属人员}",
  ]);
  expect(
    facts(
      "institutions",
      "尚未移交养老保险基金发放养老金的离休人员共计0人，退休人员共计2人。年末由财政拨款开支的遗属14人。",
    ),
  ).toEqual(["0 → staff{item=retired-cadres}", "2 → staff{item=retired}", "14 → staff{item=other,label=遗属}"]);
  expect(facts("institutions", "实有在职人员76人，其中行政21人、参公9人、事业46人。").slice(1)).toEqual([
    "21 → staff{item=administrative}",
    "9 → staff{item=civil-service-managed}",
    "46 → staff{item=institutional}",
  ]);
});

it("knows offices behind 机关行政, and the vehicles there are beside those there may be", () => {
  expect(facts("institutions", "从决算单位构成看，水利局部门包括5个机关行政股（室）及3个下属单位。")).toEqual([
    "5 → units{item=offices}",
    "3 → units{item=subordinate}",
  ]);
  expect(facts("institutions", "车辆编制7辆，在编实有车辆6辆。").at(-1)).toBe("6 → vehicles-held{label=在编}");
  expect(facts("state-assets", "本部门共有车辆26辆。在编实有车辆22辆。")).toEqual([
    "26 → state-vehicles",
    "22 → state-vehicles{label=在编}",
  ]);
});

it("counts receptions behind what they were for, and leaves the point of a list's number out of a label", () => {
  expect(
    facts(
      "three-public.detail",
      "国内公务接待支出5.62万元，主要用于检查调研及考察交流，64个批次，517人次（包括陪同）。",
    ),
  ).toEqual([
    "5.62 → three-public{item=domestic-receptions}",
    "64 → reception-batches{item=domestic}",
    "517 → reception-persons{item=domestic}",
  ]);
  expect(facts("general-expenditure", "项目支出主要用于：1.水利工程建设项目42.93万元。")).toEqual([
    "42.93 → project-amount{label=水利工程建设项目}",
  ]);
});

it("gives a change to both counts that it is told of, and some of the staff to themselves", () => {
  expect(
    facts(
      "three-public.detail",
      "国内公务接待支出0.86万元，接待国内来访团组14个、来宾103人次，比上年减少2个团组、11人次。",
    ).slice(-2),
  ).toEqual([
    "2 → reception-batches{item=domestic,measure=change} decrease",
    "11 → reception-persons{item=domestic,measure=change} decrease",
  ]);
  expect(facts("institutions", "实有人员45人（含编外聘用人员15人），其中在职30人，退休15人。")[2]).toBe(
    "30 → staff{item=serving}",
  );
});

it("gives who is there to the posts told right before, where the sentence tells several kinds", () => {
  expect(
    facts("institutions", "行政编制20人，实有18人；参公编制10人，实有9人；事业编制30人，实有28人。").filter(
      (_, at) => at % 2,
    ),
  ).toEqual([
    "18 → staff{item=administrative}",
    "9 → staff{item=civil-service-managed}",
    "28 → staff{item=institutional}",
  ]);
});

it("gives each of two its own change, one up and one down", () => {
  expect(
    facts(
      "three-public",
      "会议费支出2.30万元、培训费支出1.40万元，较上年分别增加0.30万元、减少0.60万元，分别增长15%、下降30%。",
    ).slice(2),
  ).toEqual([
    "0.30 → three-public{item=meetings,measure=change} increase",
    "0.60 → three-public{item=training,measure=change} decrease",
    "15 → three-public{item=meetings,measure=growth} increase",
    "30 → three-public{item=training,measure=growth} decrease",
  ]);
});

it("knows people by grade, rank and post, where a sentence tells the staff by them", () => {
  expect(
    facts(
      "institutions",
      "人员编制：40人，实有人员：38人，其中财政供养在职人员36人。人员结构：中级12人（其中正科1人，副科2人），助理级20人，高级工3人。",
    ),
  ).toEqual([
    "40 → staff{item=establishment}",
    "38 → staff{item=actual}",
    "36 → staff{item=serving}",
    "12 → staff{item=other,label=中级}",
    "1 → staff{item=other,label=正科}",
    "2 → staff{item=other,label=副科}",
    "20 → staff{item=other,label=助理级}",
    "3 → staff{item=other,label=高级工}",
  ]);
  expect(facts("annex", "培训技能人才50人，其中高级工20人。").at(-1)).not.toContain("staff");
});

it("knows posts behind a heading of posts, and people behind a colon", () => {
  expect(
    facts("institutions", "核定编制：行政30人、事业20人，实有在职人员：行政28人、事业19人，退休人员：15人。"),
  ).toEqual([
    "30 → staff{item=administrative-establishment}",
    "20 → staff{item=institutional-establishment}",
    "28 → staff{item=administrative}",
    "19 → staff{item=institutional}",
    "15 → staff{item=retired}",
  ]);
  expect(
    facts("institutions", "现有在职人员60人，其中：处级干部3人；研究生学历8人，大学本科及以上40人。").slice(1),
  ).toEqual([
    "3 → staff{item=other,label=处级干部}",
    "8 → staff{item=other,label=研究生学历}",
    "40 → staff{item=other,label=大学本科及以上}",
  ]);
});

it("takes who is there for no posts, under a heading of posts too", () => {
  expect(facts("institutions", "人员编制情况：核定编制52人，实有人员50人，行政29人，事业21人。").slice(2)).toEqual([
    "29 → staff{item=administrative}",
    "21 → staff{item=institutional}",
  ]);
});
