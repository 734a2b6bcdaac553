import { describe, expect, it } from "vitest";
import { read, facts } from "./read.test.support.ts";

describe("a number within a name", () => {
  it("measures nothing, and stays in the name of what is measured", () => {
    expect(facts("performance", "购置64排螺旋CT1台，2型糖尿病患者管理740人，65岁以上老年人体检3200人次。")).toEqual([
      "1 → performance-output{label=购置64排螺旋CT}",
      "740 → performance-output{label=2型糖尿病患者管理}",
      "3200 → performance-output{label=65岁以上老年人体检}",
    ]);
    expect(facts("performance", "0—6岁儿童健康管理率95.2%；购置58座以上校车3辆；建成15分钟健身圈2个。")).toEqual([
      "95.2 → performance-output{label=0—6岁儿童健康管理率,measure=rate}",
      "3 → performance-output{label=购置58座以上校车}",
      "2 → performance-output{label=建成15分钟健身圈}",
    ]);
  });

  it("does not hide the name of a project", () => {
    expect(
      facts("performance", "“智慧法院3.0”建设项目全年预算数410万元，执行数369万元，执行率90%，自评得分91分。"),
    ).toEqual([
      "410 → project-amount{stage=adjusted-budget,label=智慧法院3.0建设}",
      "369 → project-amount{label=智慧法院3.0建设}",
      "90 → project-amount{stage=adjusted-budget,label=智慧法院3.0建设,measure=completion}",
      "91 → performance-score{label=智慧法院3.0建设}",
    ]);
  });

  it("is a quantity where it is measured", () => {
    expect(facts("institutions", "退休人员平均年龄72岁。")).toEqual([
      "72 → performance-output{label=退休人员平均年龄}",
    ]);
    expect(
      facts("performance", "应急响应时间15分钟，辖区60岁以上老人1200人。").map((fact) => fact.split(" ")[0]),
    ).toEqual(["15", "1200"]);
  });

  it("is printed as it is in what a reason and the place of a figure say", () => {
    const { figures, statements } = read(
      "general-expenditure.total",
      "一般公共预算财政拨款支出120万元，比上年增加20万元，主要原因是实施3155工程。",
    );
    expect(statements).toContainEqual(expect.objectContaining({ reason: "实施3155工程" }));
    expect(figures[0]!.source.context).toContain("3155工程");
  });
});
