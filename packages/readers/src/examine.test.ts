import { expect, it } from "vitest";
import { examine } from "./examine.ts";

const TEXT = new TextEncoder().encode(
  "攀枝花市仁和区人力资源和社会保障局2023年度部门决算\n\n第二部分 2023年度部门决算情况说明\n\n三、支出决算情况说明\n\n2023年本年支出合计3037.9万元，其中：基本支出1135.67万元，占73.4%；项目支出1902.23万元，占62.6%。\n",
);

it("accepts a finding until the day that the policy names, and no longer", async () => {
  const { report } = await examine(TEXT);
  const [finding] = report.findings.filter(({ severity }) => severity === "error");
  expect(finding?.message).toContain("73.4%");
  const policy = { acknowledged: [{ fingerprint: finding!.fingerprint, reason: "已核", until: "2024-12-31" }] };
  const accepted = async (now?: string): Promise<boolean> => {
    const again = await examine(TEXT, { policy, ...(now === undefined ? {} : { now }) });
    return again.report.findings.some(({ acknowledged }) => acknowledged !== undefined);
  };
  expect(await accepted("2024-12-31")).toBe(true);
  expect(await accepted("2025-01-01")).toBe(false);
  // Without a day, today counts.
  expect(await accepted()).toBe(false);
});

it("says once that a form was not filled in", async () => {
  const sections = [
    "一、收入支出决算总体情况说明",
    "二、收入决算情况说明",
    "三、支出决算情况说明",
    "四、财政拨款收入支出决算总体情况说明",
    "五、一般公共预算财政拨款支出决算情况说明",
    "六、一般公共预算财政拨款基本支出决算情况说明",
    "七、财政拨款“三公”经费支出决算情况说明",
    "八、政府性基金预算财政拨款收入支出决算情况说明",
    "九、国有资本经营预算财政拨款收入支出决算情况说明",
    "十、预算绩效管理情况",
    "十一、其他重要事项的情况说明",
  ];
  const form = sections.map((title) => `${title}\n\n上海市XX局2024年度支出为XX万元。\n\n`).join("");
  const { report } = await examine(
    new TextEncoder().encode(`上海市XX局2024年度部门决算\n\n第三部分 上海市XX局2024年度部门决算情况说明\n\n${form}`),
  );
  expect(report.kind).toBe("final-accounts");
  const blanks = report.findings.filter(({ relation }) => relation === "wording.leftover");
  expect(blanks.map(({ message }) => message.slice(0, 12))).toEqual(["这是没有填写的空白格式："]);
});
