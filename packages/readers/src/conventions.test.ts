import { describe, expect, it } from "vitest";
import { examine } from "./index.ts";

/*
 * How departments print what is true: each text is odd and in order, and gives no error and no warning.
 */

async function objections(heading: string, text: string): Promise<string[]> {
  const document = `某县某局2023年度部门决算\n第二部分 2023年度部门决算情况说明\n${heading}\n${text}`;
  const { report } = await examine(new TextEncoder().encode(document), { name: "文稿.txt" });
  return report.findings
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ message }) => message);
}

const TOTALS = "一、收入支出决算总体情况说明";
const THREE_PUBLIC = "七、“三公”经费支出决算情况说明";
const GENERAL = "五、一般公共预算财政拨款支出决算情况说明";

describe("a department without a last year", () => {
  const grown = "2023年度收、支总计均为312.45万元。与2022年度相比，收、支总计各增加312.45万元，增长100%";
  it.each([
    ["newly founded", `${grown}。主要原因是本单位为新成立单位。`],
    ["without such a body last year", `${grown}，主要原因是上年无此机构。`],
    ["without figures of last year", `${grown}。本部门于2023年3月成立，无上年数据。`],
    ["without accounts of its own", `${grown}，主要原因是2022年度未单独编制决算。`],
  ])("may print 100%%: %s", async (_, text) => {
    expect(await objections(TOTALS, text)).toEqual([]);
  });

  it("owes the words where nobody says so", async () => {
    const [objection] = await objections(TOTALS, `${grown}，主要原因是项目增加。`);
    expect(objection).toContain("没有意义");
  });

  it("is the department, and not a unit below it", async () => {
    const [objection] = await objections(TOTALS, `${grown}，主要原因是下属中心为新成立单位，经费增加。`);
    expect(objection).toContain("没有意义");
  });
});

describe("a reason for a change", () => {
  const grown = "2023年度收、支总计均为312.45万元。与2022年度相比，收、支总计各增加12.45万元，增长4.15%。";
  it.each([
    ["buildings are new", "学校新建教学楼已完工。"],
    ["a branch is new", "我局新成立党支部。"],
    ["the department was founded long ago", "我中心于2012年成立。"],
    ["the year itself had none of something", "2023年未发生因公出国（境）费。"],
  ])("is owed though %s", async (_, text) => {
    const [objection, ...others] = await objections(TOTALS, `${grown}${text}`);
    expect(objection).toContain("没有说明原因");
    expect(others).toEqual([]);
  });

  it("is told where the department was founded in the year", async () => {
    expect(await objections(TOTALS, `${grown}我中心于2023年3月成立。`)).toEqual([]);
  });
});

it("may print 100% of what there was none of last year, where it says so beside it", async () => {
  expect(
    await objections(
      "八、政府性基金预算财政拨款支出决算情况说明",
      "2023年度政府性基金预算财政拨款支出50.00万元，比上年增加50.00万元，增长100%，原因是上年无此项支出。",
    ),
  ).toEqual([]);
});

it("may say that last year had none of what this year has", async () => {
  expect(
    await objections(
      THREE_PUBLIC,
      "2023年度“三公”经费财政拨款支出决算为0.30万元，比2022年度增加0.30万元，2022年度无“三公”经费支出，原因是开展业务交流。",
    ),
  ).toEqual([]);
});

it("counts vehicles on the establishment beside those of its assets and those that appropriations run", async () => {
  expect(
    await objections(
      "十、国有资产占用情况说明",
      "本部门共有车辆26辆，其中：执法执勤用车20辆、其他用车6辆。在编实有车辆22辆。年末公务用车保有量20辆。",
    ),
  ).toEqual([]);
});

it("tells by how many guests changed, and by how many batches, and gives no reason", async () => {
  expect(
    await objections(
      THREE_PUBLIC,
      "公务接待费支出0.86万元，其中：国内公务接待支出0.86万元。2023年共接待国内来访团组14个、来宾103人次，比上年减少2个团组、11人次。",
    ),
  ).toEqual([]);
});

it("adds those outside the establishment in a parenthesis before it tells who is there", async () => {
  expect(
    await objections(
      "十、其他重要事项的情况说明",
      "年末编制人数60人，实有人数72人（含编外聘用人员15人），其中：在职人员57人，离退休人员31人。",
    ),
  ).toEqual([]);
});

it("tells what each unit spent, of which the bureau itself is one", async () => {
  expect(
    await objections(
      "三、支出决算情况说明",
      "2023年度支出合计900.00万元，其中：基本支出600.00万元，占66.67%；项目支出300.00万元，占33.33%。\n教育局本级支出300.00万元，占33.33%；第一小学支出600.00万元，占66.67%。",
    ),
  ).toEqual([]);
});

it("gives where the money came from for a reason, without the word", async () => {
  expect(
    await objections(
      `${GENERAL}\n（三）一般公共预算财政拨款支出决算具体情况`,
      "1.社会保障和就业支出（类）抚恤（款）死亡抚恤（项）。年初预算为0万元，支出决算为21.30万元，年初未安排预算，为年中追加的抚恤金。",
    ),
  ).toEqual([]);
});

it("names two funds in one heading, and nothing is missing", async () => {
  const { report } = await examine(
    new TextEncoder().encode(
      [
        "赤峰市某局2023年度部门决算",
        "第二部分 2023年度部门决算情况说明",
        TOTALS,
        "2023年度收、支总计均为10.00万元。",
        "二、收入决算情况说明",
        "本年收入合计10.00万元。",
        "三、支出决算情况说明",
        "本年支出合计10.00万元。",
        "四、财政拨款收入支出决算总体情况说明",
        "财政拨款收、支总计均为10.00万元。",
        "五、关于一般公共预算财政拨款支出决算具体情况说明",
        "一般公共预算财政拨款支出10.00万元。",
        "六、一般公共预算财政拨款基本支出决算情况说明",
        "一般公共预算财政拨款基本支出10.00万元。",
        "七、“三公”经费支出情况说明",
        "“三公”经费支出决算0万元。",
        "八、关于项目支出、政府性基金及国有资本经营预算支出情况说明",
        "本部门无政府性基金预算财政拨款收入和支出，无国有资本经营预算财政拨款收入和支出。",
      ].join("\n"),
    ),
    { name: "文稿.txt" },
  );
  const missing = report.findings.filter(({ relation }) => relation === "structure.section-missing");
  expect(missing.filter(({ message }) => /一般公共预算|政府性基金|国有资本/.test(message))).toEqual([]);
});

describe("a share among words of what it was used for", () => {
  const told = (share: string): string =>
    `2023年度支出合计987.65万元，其中：基本支出900.00万元，占91.13%；项目支出87.65万元，占8.87%。\n（一）基本支出情况\n用于保障机构正常运转的日常支出900.00万元。其中：基本工资、津贴补贴等人员经费支出810.00万元，占基本支出的${share}%；办公费、印刷费等公用经费支出90.00万元，占基本支出的10.00%。`;

  it("is known by objects that it sums up, and a wrong one is told once", async () => {
    expect(await objections("三、支出决算情况说明", told("90.00"))).toEqual([]);
    const [message, ...others] = await objections("三、支出决算情况说明", told("34.61"));
    expect(others).toEqual([]);
    expect(message).toContain("应为90.00%");
  });
});

it("tells what a unit needs to run, which is not all that was spent", async () => {
  expect(
    await objections(
      "三、支出决算情况说明",
      "2023年度支出合计1100.00万元，其中：第一小学正常运转的支出300.00万元，其余支出800.00万元。",
    ),
  ).toEqual([]);
});
