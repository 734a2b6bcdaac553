import { describe, expect, it } from "vitest";
import { divisionOf, identify } from "./index.ts";

describe("who a department is", () => {
  it.each([
    ["攀枝花市仁和区人力资源和社会保障局", "", "510411", "county", "人力资源和社会保障局"],
    ["上海市普陀区财政局", "", "310107", "county", "财政局"],
    ["四川省财政厅", "", "510000", "province", "财政厅"],
    ["攀枝花市教育局", "四川省", "510400", "prefecture", "教育局"],
    ["仙桃市水利局", "湖北省", "429004", "county", "水利局"],
    ["内蒙古自治区审计厅", "", "150000", "province", "审计厅"],
    ["仁和区财政局", "四川攀枝花市", "510411", "county", "财政局"],
    ["人力资源和社会保障局", "四川省攀枝花市仁和区", "510411", "county", "人力资源和社会保障局"],
    ["攀枝花市仁和区平地镇人民政府", "", "510411", "township", "平地镇人民政府"],
  ])("knows %s (%s)", (department, region, division, level, office) => {
    expect(identify(department, region)).toEqual({ division, level, office });
  });

  it("guesses no place where several have the name, and none where none is named", () => {
    expect(identify("朝阳区财政局", "")).toMatchObject({ division: "", level: "", office: "财政局" });
    expect(identify("朝阳区财政局", "北京市")).toMatchObject({ division: "110105" });
    expect(identify("朝阳区财政局", "吉林省长春市")).toMatchObject({ division: "220104" });
    expect(identify("财政部", "")).toEqual({ division: "", level: "", office: "财政部" });
    expect(identify("", "")).toEqual({ division: "", level: "", office: "" });
  });

  it("names a division from the province down", () => {
    expect(divisionOf("510411")).toEqual({ code: "510411", name: "四川省攀枝花市仁和区", level: "county" });
    expect(divisionOf("310107")!.name).toBe("上海市普陀区");
    expect(divisionOf("999999")).toBeUndefined();
  });
});
