import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { readText } from "../text/index.ts";
import { bindDisclosure } from "./bind.ts";

const told = (text: string): string[] => {
  const { figures, unbound } = bindDisclosure(readText(new TextEncoder().encode(text)));
  return [
    ...figures.map(({ text: printed, concept, dimensions }) => `${printed} ${keyText(concept, dimensions)}`),
    ...unbound.map(({ text: printed }) => `${printed} unbound`),
  ];
};

describe("a notice of one page", () => {
  it("may begin with what vehicles cost, by any of its names", () => {
    expect(
      told(
        "青禾县水务局2022年“三公”经费决算说明\n1、车辆运行维护费用2.94万元，比去年3.01万元少0.07万元；\n2、公务接待费用4万元。\n",
      ),
    ).toEqual([
      "2.94 three-public{item=vehicle-running}",
      "3.01 three-public{period=previous,item=vehicle-running}",
      "0.07 three-public{item=vehicle-running,measure=change}",
      "4 three-public{item=receptions}",
    ]);
  });

  it("may have a second title without a number right above what it tells", () => {
    expect(
      told(
        "青禾县水务局2022年度部门决算\n“三公经费”财政拨款支出情况\n2022年“三公经费”财政拨款预算20万元，实际支出18万元。\n",
      ),
    ).toEqual(["20 three-public{stage=budget}", "18 three-public"]);
    expect(
      told(
        "青禾县水务局2022年度部门决算\n政府采购支出情况\n2022年政府采购支出总额120万元。\n国有资产占用情况\n共有车辆4辆。\n",
      ),
    ).toEqual(["120 procurement", "4 state-vehicles"]);
  });

  it("may tell what was spent on the basics under a heading of no form", () => {
    expect(
      told(
        "青禾县水务局2022年度部门决算\n第三部分 2022年度部门决算情况说明\n三、基本支出情况\n基本支出12万元，占60%。\n",
      ),
    ).toEqual(["12 expenditure{nature=basic}", "60 expenditure{nature=basic,measure=share,of=expenditure}"]);
  });
});
