import { describe, expect, it } from "vitest";
import type { SectionId } from "../facts/disclosure.ts";
import { read } from "./read.test.support.ts";

/** The figures read for certain, and the words that make the others uncertain. */
const uncertain = (section: SectionId, text: string, department?: string): string[] =>
  read(section, text, department).figures.map(
    ({ text: printed, unknownWords }) => `${printed} ${unknownWords ?? "certain"}`,
  );

describe("a figure is read for certain", () => {
  it.each<[SectionId, string]>([
    ["revenue", "2025年度本年收入合计2826.88万元，其中：一般公共预算财政拨款收入2819.38万元，占99.7%。"],
    ["expenditure", "青禾市农业农村局2025年度本年支出合计1430万元，其中：基本支出430万元，占30.07%。"],
    ["three-public.detail", "2.公务接待费。2025年决算数为3.2万元，比上年减少0.7万元，下降17.95%。"],
    ["operating-costs", "2025年度机关运行经费支出170万元（与部门决算中公用经费之和保持一致），较上年减少10万元。"],
    ["state-assets", "截至2025年12月31日，青禾县教育局共有车辆3辆，其中：机要通信用车1辆、其他用车2辆。"],
    ["three-public", "2025年青禾州残联“三公”经费支出8.7万元，比上年减少1.3万元。2025年度全镇“三公”经费支出15.6万元。"],
    ["general-expenditure.items", "1.死亡抚恤（项）年初未安排预算，支出决算60万元。"],
    ["general-expenditure.items", "1.死亡抚恤（项）年初预算中未安排该项支出，支出决算60万元。"],
    ["general-expenditure.total", "一般公共预算财政拨款支出810万元，受疫情影响，比上年减少10万元。"],
  ])("where every word is known: %s %s", (section, text) => {
    for (const line of uncertain(section, text)) expect(line).toMatch(/ certain$/);
  });
});

describe("the reason of a change told before", () => {
  it("says nothing of what the next sentence counts", () => {
    const told =
      "（二）公务接待费支出1.04万元，决算数较全年预算数减少0.46万元的主要原因是：严格执行公务接待管理制度。全年国内公务接待16批，累计接待98人次。";
    expect(uncertain("three-public.detail", told).slice(-2)).toEqual(["16 certain", "98 certain"]);
  });
});

describe("whose accounts they are", () => {
  it("is no other quantity, with all that belongs to it", () => {
    for (const who of ["青禾县教育局部门本级及所属各单位", "青禾县教育局及下属二级预算单位", "青禾县教育局部门"])
      expect(uncertain("state-assets", `截至2025年12月31日，${who}共有车辆3辆。`)).toEqual(["3 certain"]);
  });

  it("is known by its name in the midst of a sentence, and another office is not", () => {
    const bought = (who: string): string => `公务用车购置费18.26万元，${who}更新公务用车1辆。`;
    const named = (who: string): string => uncertain("three-public.detail", bought(who), "青禾县农业农村局").at(-1)!;
    expect(named("青禾县农业农村局")).toBe("1 certain");
    expect(named("青禾县水利局")).toBe("1 青禾县水利局");
    expect(named("青禾县农业农村局本级")).toBe("1 青禾县农业农村局本级");
  });
});

describe("a figure may measure something else", () => {
  it("where words beside its name narrow it", () => {
    expect(uncertain("revenue", "本年收入合计90万元，其中：其他某类收入8万元，占8.89%。")).toEqual([
      "90 certain",
      "8 其他某类",
      "8.89 其他某类",
    ]);
  });

  it("where its name is not known at all, and so is what goes on from it", () => {
    expect(uncertain("three-public.detail", "乘车花销2.1万元，完成预算的87.5%。")).toEqual([
      "2.1 乘车花销",
      "87.5 乘车花销",
    ]);
  });

  it("where the line above names it by words that are no account", () => {
    expect(uncertain("general-expenditure.items", "1.一般公共服务支出某类事务某项运行\n年初预算为90万元")).toEqual([
      "90 一般公共服务支出某类事务某项运行",
    ]);
  });

  it("where what it is compared with is not known", () => {
    expect(uncertain("operating-costs", "机关运行经费支出16万元，与年初某预某算相比，增加0.8万元。")).toEqual([
      "16 certain",
      "0.8 与年初某预某算相比",
    ]);
  });

  it("where the words say that something is compared with it", () => {
    expect(uncertain("three-public", "“三公”经费决算28.6万元，比上年决算数33.1万元一路走低4.5万元。")).toEqual([
      "28.6 certain",
      "33.1 比",
      "4.5 一路走低",
    ]);
  });

  it("where its list is opened by words that are not known", () => {
    expect(uncertain("revenue", "本年收入合计90万元。拨入款项：财政拨款收入80万元。")).toEqual([
      "90 certain",
      "80 拨入款项",
    ]);
  });
});
