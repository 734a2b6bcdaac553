import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { examine } from "../index.ts";

/** The amounts of a narrative, with the names of accounts as the classification has them. */
async function told(narrative: string): Promise<string[]> {
  const written = `某县人民法院2023年度部门决算\n第三部分 2023年度部门决算情况说明\n${narrative}`;
  const { disclosure } = await examine(new TextEncoder().encode(written));
  return disclosure.figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`);
}

const GENERAL = "expenditure{fund=general";

describe("a list of objects", () => {
  it("that ends in 等 is compared as a whole", async () => {
    expect(
      await told(
        "六、一般公共预算财政拨款基本支出决算情况说明\n人员经费60.00万元，主要包括基本工资40.00万元、住房公积金20.00万元等，较上年增加5.00万元，增长9.09%，主要原因是晋级。",
      ),
    ).toEqual([
      `60.00 ${GENERAL},nature=basic,group=personnel}`,
      `40.00 ${GENERAL},economic=30101,nature=basic}`,
      `20.00 ${GENERAL},economic=30113,nature=basic}`,
      `5.00 ${GENERAL},nature=basic,group=personnel,measure=change}`,
      `9.09 ${GENERAL},nature=basic,group=personnel,measure=growth}`,
    ]);
  });

  it("may follow 用途主要包括", async () => {
    expect(
      await told(
        "六、一般公共预算财政拨款基本支出决算情况说明\n人员经费60.00万元。人员经费用途主要包括工资福利支出50.00万元，对个人和家庭的补助10.00万元。",
      ),
    ).toEqual([
      `60.00 ${GENERAL},nature=basic,group=personnel}`,
      `50.00 ${GENERAL},economic=301,nature=basic}`,
      `10.00 ${GENERAL},economic=303,nature=basic}`,
    ]);
  });
});

describe("headings", () => {
  it("of 公共财政预算 are of the general public budget, as it was called before", async () => {
    expect(
      await told(
        "四、公共财政预算财政拨款支出情况\n科学技术支出50.00万元，占100%。\n行政运行（2060101项）：年初预算60.00万元，决算50.00万元。",
      ),
    ).toEqual([
      `50.00 ${GENERAL},functional=206}`,
      `100 ${GENERAL},functional=206,measure=share,of=expenditure{fund=general}}`,
      `60.00 expenditure{stage=original-budget,fund=general,functional=2060101}`,
      `50.00 ${GENERAL},functional=2060101}`,
    ]);
  });

  it("of the general public budget may leave out 财政, and be about several funds", async () => {
    expect(
      await told(
        "二、一般公共预算拨款支出决算情况说明\n2023年一般公共预算拨款支出50.00万元，比上年决算数增加2.00万元。",
      ),
    ).toEqual([`50.00 ${GENERAL}}`, `2.00 ${GENERAL},measure=change}`]);
    expect(
      await told(
        "八、关于项目支出、政府性基金及国有资本经营预算支出情况说明\n1.2023年度项目支出73.00万元，共9个项目，其中财政拨款71.00万元。",
      ),
    ).toContain("71.00 expenditure{fund=appropriation,nature=project}");
  });
});

describe("headings that say little", () => {
  it("open the assets where they stand in one word before them", async () => {
    expect(
      await told(
        "八、其他事项\n（一）政府采购。政府采购总额12.30万元。\n（二）资产。年末资产总额120.80万元，车辆2辆。",
      ),
    ).toEqual(["12.30 procurement", "120.80 state-assets{item=total}", "2 state-vehicles"]);
  });

  it("tell what became of some money, which is no part of the accounts told before", async () => {
    expect(
      await told(
        "三、支出决算情况说明\n2023年度支出合计485.00万元。\n七、专项资金使用情况\n土地整治资金150.00万元，当年支出141.20万元，结转下年8.80万元。",
      ),
    ).toEqual([
      "485.00 expenditure",
      "150.00 project-amount{label=土地整治资金}",
      "141.20 project-amount{label=当年支出}",
      "8.80 project-amount{label=结转下年}",
    ]);
  });
});

describe("items", () => {
  it("are of their own class below one that is called like a fund", async () => {
    expect(
      (
        await told(
          "四、财政拨款支出决算情况说明\n（二）具体情况\n1.住房保障支出90.00万元，具体包括：（1）住房改革支出（款）住房公积金（项）90.00万元。\n2.国有资本经营预算支出10.00万元，具体包括：（1）解决历史遗留问题及改革成本支出（款）国有企业退休人员社会化管理补助支出（项）10.00万元。",
        )
      ).at(-1),
    ).toBe("10.00 expenditure{fund=appropriation,functional=2230105}");
  });
});

describe("headings of the other matters", () => {
  it("may name several of them at once", async () => {
    expect(
      await told("七、机关运行及采购、资产情况\n机关运行费75.60万元。全年实施政府采购120.00万元。年末车辆1台。"),
    ).toEqual(["75.60 operating-costs", "120.00 procurement", "1 state-vehicles"]);
  });

  it("may run on into what they tell", async () => {
    expect(
      await told(
        "十、其他重要事项的情况说明\n（一）政府采购。政府采购支出合计300.00万元。\n（二）国有资产占用。车辆2辆。",
      ),
    ).toEqual(["300.00 procurement", "2 state-vehicles"]);
  });
});
