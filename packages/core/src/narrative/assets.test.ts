import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("the assets held", () => {
  it("are told by kind, equipment above a price among them", () => {
    expect(
      facts(
        "state-assets",
        "2025年末固定资产金额3612.44万元，其中房屋2430.16万元，单价50万元以上的通用设备62.80万元。年末车辆共11辆。",
      ),
    ).toEqual([
      "3612.44 → state-assets{item=fixed}",
      "2430.16 → state-assets{item=fixed,label=房屋}",
      "50 → threshold",
      "62.80 → state-assets{item=fixed,label=单价50万元以上的通用设备}",
      "11 → state-vehicles",
    ]);
  });
});

describe("what is held", () => {
  const LIST =
    "固定资产480.00万元，主要为房屋（2,590平方米，413.00万元）、一般公务用车（1辆，16.00万元）及其他固定资产（51.00万元）。";

  it("has how many there are and what they are worth in brackets behind its name", () => {
    expect(facts("state-assets", LIST)).toEqual([
      "480.00 → state-assets{item=fixed}",
      "2,590 → state-asset-counts{label=房屋面积}",
      "413.00 → state-assets{item=fixed,label=房屋}",
      "1 → state-vehicles{item=business}",
      "16.00 → state-assets{item=fixed,label=一般公务用车}",
      "51.00 → state-assets{item=fixed,label=其他固定资产}",
    ]);
    expect(
      facts("state-assets", "专用设备（12台，35.6万元），图书（3000册，9万元）。共有车辆3辆（价值60.20万元）。"),
    ).toEqual([
      "12 → state-asset-counts{label=专用设备}",
      "35.6 → state-assets{label=专用设备价值}",
      "3000 → state-asset-counts{label=图书}",
      "9 → state-assets{label=图书价值}",
      "3 → state-vehicles",
      "60.20 → state-assets{label=车辆价值}",
    ]);
  });
});

describe("equipment", () => {
  it("is none above a price where no price is told", () => {
    expect(facts("state-assets", "固定资产5200万元，其中房屋3800万元、专用设备320台（套）。").at(-1)).toBe(
      "320 → state-asset-counts{label=专用设备}",
    );
    expect(facts("state-assets", "固定资产5200万元，其中专用设备3台（单价100万元以上）。")[1]).toBe(
      "3 → large-equipment{item=special}",
    );
  });
});

describe("fixed assets", () => {
  it("are told by what they cost, what was written off and what is left", () => {
    expect(facts("state-assets", "固定资产净值1540.87万元（原值2366.91万元，累计折旧826.04万元）。")).toEqual([
      "1540.87 → state-assets{item=fixed}",
      "2366.91 → state-assets{item=fixed,label=原值}",
      "826.04 → state-assets{item=fixed,label=累计折旧}",
    ]);
  });
});

describe("what stands in a row of counts", () => {
  it("keeps the verb of the first and what is counted", () => {
    expect(
      facts(
        "institutions",
        "辖21个村、4个社区；内设党政办公室、治理办公室等5个行政内设机构，下设治理中心4个事业机构。",
      ),
    ).toEqual([
      "21 → performance-output{label=辖村}",
      "4 → performance-output{label=辖社区}",
      "5 → units{item=offices}",
      "4 → units{item=institutional}",
    ]);
  });
});

describe("units", () => {
  it("that the accounts cover are all, whatever they are called; those below are counted apart", () => {
    expect(facts("institutions", "纳入某局2025年度部门决算编报范围的二级预算单位共6个。本局下辖3个预算单位。")).toEqual(
      ["6 → units{item=covered}", "3 → units{item=subordinate}"],
    );
  });
});

describe("rooms of several kinds", () => {
  it("are told under their own names", () => {
    expect(
      facts(
        "state-assets",
        "占用房屋面积31846.70平方米，其中教学及辅助用房19205.30平方米、学生宿舍及食堂10377.15平方米。",
      ),
    ).toEqual([
      "31846.70 → state-asset-counts{label=房屋面积}",
      "19205.30 → state-asset-counts{label=教学及辅助用房}",
      "10377.15 → state-asset-counts{label=学生宿舍及食堂}",
    ]);
  });
});

it("tells how many and how large in one bracket", () => {
  expect(
    facts("state-assets", "土地使用权（1宗，320万元）、房屋（2幢，2590平方米，413万元）、家具（120件，12万元）。"),
  ).toEqual([
    "1 → state-asset-counts{label=土地使用权}",
    "320 → state-assets{label=土地使用权价值}",
    "2 → state-asset-counts{label=房屋}",
    "2590 → state-asset-counts{label=房屋面积}",
    "413 → state-assets{label=房屋价值}",
    "120 → state-asset-counts{label=家具}",
    "12 → state-assets{label=家具价值}",
  ]);
});

it("gives no value to what was counted in the sentence before", () => {
  expect(facts("state-assets", "周转房12套。图书若干（共8种，320万元）。")).not.toContain(
    "320 → state-assets{label=周转房价值}",
  );
});

it("takes what brackets hold for parts of fixed assets that grew to what they are", () => {
  expect(
    facts("state-assets", "固定资产由上年的5000万元增加到5200万元，主要为车辆（4辆，80万元）及其他（620万元）。").slice(
      -2,
    ),
  ).toEqual(["80 → state-assets{item=fixed,label=车辆}", "620 → state-assets{item=fixed,label=其他}"]);
});

it("gives each kind of vehicle its own value", () => {
  expect(facts("state-assets", "车辆3辆、价值58万元（机要通信用车1辆18万元、其他用车2辆40万元）。").slice(2)).toEqual([
    "1 → state-vehicles{item=confidential}",
    "18 → state-assets{label=机要通信用车价值}",
    "2 → state-vehicles{item=other}",
    "40 → state-assets{label=其他用车价值}",
  ]);
});
