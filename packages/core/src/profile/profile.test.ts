import { describe, expect, it } from "vitest";
import type { PartId } from "../facts/disclosure.ts";
import { tableOf } from "../tables/catalogue.ts";
import { normaliseTitle } from "../tables/normalise.ts";
import { recogniseTitle } from "../tables/recognise-title.ts";
import {
  placeOfDepartment,
  PROFILES,
  profileOf,
  profileSchema,
  rankProfiles,
  recogniseProfile,
  type ProfileEvidence,
} from "./index.ts";

describe.each(PROFILES.map((profile) => [profile.id, profile] as const))("%s", (_, profile) => {
  it("is what its schema says, and comes back from JSON unchanged", () => {
    expect(profileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  });

  it("names declared tables, each once, in order, under titles that are recognised as theirs", () => {
    expect(profile.tables.map(({ number }) => number)).toEqual(profile.tables.map((_entry, index) => index + 1));
    expect(new Set(profile.tables.map(({ table }) => table)).size).toBe(profile.tables.length);
    for (const { table, titles } of profile.tables) {
      expect(tableOf(table)?.id).toBe(table);
      for (const title of titles) expect(`${title} ${recogniseTitle(title)?.table.id}`).toBe(`${title} ${table}`);
    }
  });

  it("names each section once, in a part that it has", () => {
    const parts = new Set<string>(profile.parts.map(({ id }) => id));
    expect(new Set(profile.sections.map(({ id }) => id)).size).toBe(profile.sections.length);
    for (const { part, titles } of profile.sections) {
      expect(parts).toContain(part);
      expect(new Set(titles.map(normaliseTitle)).size).toBe(titles.length);
    }
  });
});

const source = { start: 0, end: 0, text: "" };

/** What the headings of a real disclosure show, in their order; its tables are recognised by their titles. */
function evidence(department: string, parts: readonly PartId[], titles: string, fiscalYear = 2023): ProfileEvidence {
  return {
    department,
    fiscalYear,
    contents: [],
    sections: parts.map((part) => ({ part, title: "", level: 0, heading: source, bodyStart: 0, bodyEnd: 0 })),
    tables: titles
      .split(" ")
      .filter((title) => title !== "")
      .map((title) => ({
        title,
        ...(recogniseTitle(title) && { table: recogniseTitle(title)!.table.id }),
        source,
        columns: [],
        rows: [],
        cells: [],
        empty: false,
      })),
  };
}

const TABLES_FIRST: readonly PartId[] = ["overview", "tables", "narrative", "glossary"];
const TABLES_LAST: readonly PartId[] = ["overview", "narrative", "glossary", "annexes", "appended-tables"];

const SICHUAN_TABLES =
  "收入支出决算总表 收入决算表 支出决算表 财政拨款收入支出决算总表 财政拨款支出决算明细表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款支出决算明细表 一般公共预算财政拨款基本支出决算明细表 一般公共预算财政拨款项目支出决算表 政府性基金预算财政拨款收入支出决算表 国有资本经营预算财政拨款收入支出决算表 国有资本经营预算财政拨款支出决算表 财政拨款“三公”经费支出决算表";
const SHANGHAI_TABLES =
  "收入支出决算总表 收入决算表 支出决算表 财政拨款收入支出决算总表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款基本支出决算表 财政拨款“三公”经费支出决算表 政府性基金预算财政拨款收入支出决算表 国有资本经营预算财政拨款收入支出决算表";
const NATIONAL_TABLES =
  "收入支出决算总表 收入决算表 支出决算表 财政拨款收入支出决算总表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款基本支出决算明细表 政府性基金预算财政拨款收入支出决算表 国有资本经营预算财政拨款支出决算表 财政拨款“三公”经费支出决算表";
const YUNNAN_TABLES =
  "收入支出决算表 收入决算表 支出决算表 财政拨款收入支出决算总表 一般公共预算财政拨款收入支出决算表 一般公共预算财政拨款基本支出决算表 一般公共预算财政拨款项目支出决算表 政府性基金预算财政拨款收入支出决算表 国有资本经营预算财政拨款收入支出决算表 财政拨款“三公”经费、行政参公单位机关运行经费情况表 一般公共预算财政拨款“三公”经费情况表";
const SHAANXI_TABLES =
  "收入支出决算总表 收入决算总表 支出决算总表 财政拨款收入支出决算总表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款基本支出决算表 一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表 政府性基金预算财政拨款收入支出决算表 国有资本经营预算财政拨款支出决算表";

const EIGHT_TABLES =
  "收入支出决算总表 收入决算表 支出决算表 财政拨款收入支出决算总表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款基本支出决算表 一般公共预算财政拨款“三公”经费支出决算表 政府性基金预算财政拨款收入支出决算表";
const THREE_PUBLIC_SEVENTH = SHANGHAI_TABLES.replace("经营预算财政拨款收入支出", "经营预算财政拨款支出").replace(
  "财政拨款“三公”",
  "一般公共预算财政拨款“三公”",
);
const JIANGSU_TABLES =
  "收入支出决算总表 收入决算表 支出决算表 财政拨款收入支出决算总表 财政拨款支出决算表（功能科目） 财政拨款基本支出决算表（经济科目） 一般公共预算支出决算表（功能科目） 一般公共预算基本支出决算表（经济科目） 财政拨款“三公”经费、会议费和培训费支出决算表 政府性基金预算支出决算表 国有资本经营预算支出决算表 财政拨款机关运行经费支出决算表 政府采购支出表";

describe("the place of a department", () => {
  it.each([
    ["桃江县审计局", "湖南省益阳市桃江县"],
    ["乌审旗财政局", "内蒙古自治区鄂尔多斯市乌审旗"],
    ["北京市朝阳区庆丰公园", "北京市朝阳区"],
    // Several cities have a district of this name.
    ["朝阳区庆丰公园", undefined],
    ["国家某某局", undefined],
    ["民和县总工会", "青海省海东市民和回族土族自治县"],
    ["红河州数据发展中心", "云南省红河哈尼族彝族自治州"],
  ])("%s: %s", async (department, place) => {
    expect(await placeOfDepartment(department)).toBe(place);
  });
});

describe("the form of a department whose place no list knows", () => {
  const county = evidence(
    "青禾县审计局",
    ["overview", "narrative", "glossary", "appended-tables"],
    NATIONAL_TABLES.replace("明细表 ", "明细表 一般公共预算财政拨款项目支出决算明细表 "),
    2022,
  );
  it("is that of the province whose tables it prints, with the forms that come near it", () => {
    const { profile, rivals } = recogniseProfile(county, { isLocated: false });
    expect(profile.id).toBe("inner-mongolia");
    expect(rivals.map(({ id }) => id)).toContain("national");
  });
  it("has no rivals where a place of its own is named", () => {
    expect(recogniseProfile({ ...county, department: "内蒙古自治区巴彦淖尔市审计局" }).rivals).toEqual([]);
  });
});

it("takes no form from a province whose name another place begins with, or a road is called after", () => {
  const at = (place: string): string =>
    rankProfiles(evidence("审计局", ["overview", "narrative"], NATIONAL_TABLES, 2022), { places: [place] })[0]!.profile
      .id;
  expect(at("海南省审计局")).toBe("hainan");
  expect(at("海南州审计局")).not.toBe("hainan");
  expect(at("乌海市海南区审计局")).toBe("inner-mongolia");
  expect(at("某市河南路街道办事处")).not.toBe("henan");
  expect(at("广西壮族自治区审计局")).toBe("guangxi");
  expect(at("宁夏回族自治区审计局")).toBe("ningxia");
});

describe("the form of a document", () => {
  it.each([
    ["四川攀枝花", "sichuan", evidence("攀枝花市仁和区人力资源和社会保障局", TABLES_LAST, SICHUAN_TABLES)],
    ["四川的县，名称里没有省市", "sichuan", evidence("大英县住房和城乡建设局", TABLES_LAST, SICHUAN_TABLES)],
    ["上海普陀 2024", "shanghai", evidence("上海市普陀区财政局", TABLES_FIRST, SHANGHAI_TABLES, 2024)],
    [
      "上海普陀 2025",
      "shanghai",
      evidence("上海市普陀区人民政府石泉路街道办事处", TABLES_FIRST, SHANGHAI_TABLES, 2025),
    ],
    [
      "县，没有省名，“三公”第七",
      "national-2021",
      evidence(
        "某县地方志办公室",
        TABLES_FIRST,
        SHANGHAI_TABLES.replace("经营预算财政拨款收入支出", "经营预算财政拨款支出"),
        2021,
      ),
    ],
    ["湖南岳阳", "hunan", evidence("岳阳市国资委", [...TABLES_FIRST, "annexes"], NATIONAL_TABLES, 2022)],
    ["中央部门", "national", evidence("中华人民共和国财政部", TABLES_FIRST, NATIONAL_TABLES)],
    ["云南迪庆", "yunnan", evidence("迪庆州财政局", TABLES_FIRST, YUNNAN_TABLES)],
    [
      "云南 2021",
      "yunnan-2021",
      evidence(
        "楚雄彝族自治州农村经济经营管理站",
        TABLES_FIRST,
        YUNNAN_TABLES.replace("一般公共预算财政拨款项目支出决算表 ", "").replace(
          " 一般公共预算财政拨款“三公”经费情况表",
          "",
        ),
        2021,
      ),
    ],
    ["of a year that no form is known of", "unknown", evidence("西宁市东方小学", TABLES_FIRST, NATIONAL_TABLES, 2012)],
    [
      "2020年度以前，八张表",
      "national-2019",
      evidence(
        "某省信访局",
        TABLES_FIRST,
        THREE_PUBLIC_SEVENTH.replace(" 国有资本经营预算财政拨款支出决算表", ""),
        2017,
      ),
    ],
    ["湖南 2021", "hunan-2021", evidence("衡阳市第四中学", TABLES_FIRST, THREE_PUBLIC_SEVENTH, 2021)],
    [
      "内蒙古 2020，没有“三公”经费表",
      "inner-mongolia-2020",
      evidence(
        "鄂尔多斯市乌审旗财政局",
        ["overview", "narrative", "glossary", "appended-tables"],
        NATIONAL_TABLES.replace(" 财政拨款“三公”经费支出决算表", "").replace("拨款支出决算表 ", "拨款收入支出决算表 "),
        2020,
      ),
    ],
    [
      "天津 2021，“三公”在政府性基金之前",
      "tianjin-2021",
      evidence(
        "天津市退役军人事务局",
        TABLES_FIRST,
        "收入支出决算总表 收入决算表（按功能分类列示） 收入决算表（按单位列示） 支出决算表 财政拨款收入支出决算总表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款基本支出决算表 一般公共预算财政拨款“三公”经费支出决算表 政府性基金预算财政拨款收入支出决算表 国有资本经营预算财政拨款收入支出决算表 项目支出决算表",
        2021,
      ),
    ],
    ["广东 2021", "guangdong-2021", evidence("湛江市行政服务中心", TABLES_FIRST, THREE_PUBLIC_SEVENTH, 2021)],
    ["广东 2022", "guangdong", evidence("阳江市公共卫生医院", TABLES_FIRST, NATIONAL_TABLES, 2022)],
    [
      "江西 2020",
      "jiangxi-2021",
      evidence("赣州市南康区某乡人民政府", TABLES_FIRST, `${THREE_PUBLIC_SEVENTH} 国有资产占用情况表`, 2020),
    ],
    [
      "上海 2018",
      "shanghai-2019",
      evidence(
        "上海市青浦区绿化管理所",
        TABLES_FIRST,
        EIGHT_TABLES.replace("“三公”经费支出", "“三公”经费及机关运行经费支出").replace("收入支出决算表", "支出决算表"),
        2018,
      ),
    ],
    [
      "江苏 2017，十二张表",
      "jiangsu-2019",
      evidence(
        "常州市公安局武进分局",
        TABLES_FIRST,
        "收入支出决算总表 收入决算表 支出决算表 财政拨款收入支出决算总表 财政拨款支出决算表 财政拨款基本支出决算表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款基本支出决算表 一般公共预算财政拨款“三公”经费、会议费、培训费支出决算表 政府性基金预算财政拨款收入支出决算表 机关运行经费支出决算表 政府采购支出决算表",
        2017,
      ),
    ],
    [
      "福建厦门 2018",
      "fujian-2019",
      evidence(
        "厦门市人大常委会办公厅",
        TABLES_FIRST,
        "收入支出决算总表 收入决算表 支出决算表 财政拨款收入支出决算总表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款支出决算明细表 一般公共预算财政拨款基本支出决算表 政府性基金预算财政拨款收入支出决算表 部门决算相关信息统计表 政府采购情况表",
        2018,
      ),
    ],
    [
      "青海的县，2019",
      "qinghai-2020",
      evidence(
        "青海省民和回族土族自治县总工会",
        TABLES_FIRST,
        "收入支出决算总表 收入决算表 支出决算表 财政拨款收入支出决算总表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款基本支出决算表 一般公共预算“三公”经费及会议费、培训费支出决算表 政府性基金预算财政拨款收入支出决算表 财政拨款支出情况表 机关运行经费支出情况表 政府采购支出情况表",
        2019,
      ),
    ],
    ["云南，只有表", "yunnan", evidence("某县财政局", [], YUNNAN_TABLES)],
    ["陕西柞水", "shaanxi", evidence("柞水县审计局", TABLES_FIRST, SHAANXI_TABLES, 2020)],
    ["江西的镇", "jiangxi", evidence("共青城市甘露镇人民政府", TABLES_FIRST, `${NATIONAL_TABLES} 国有资产占用情况表`)],
    [
      "广西的县",
      "guangxi",
      evidence(
        "广西融安县大良镇人民政府",
        TABLES_FIRST,
        SHANGHAI_TABLES.replace("财政拨款“三公”", "一般公共预算财政拨款安排的“三公”").replace(
          "经营预算财政拨款收入支出",
          "经营预算财政拨款支出",
        ),
      ),
    ],
    [
      "安徽铜陵，“三公”经费另行公开",
      "anhui",
      evidence("铜陵市郊区民政局", TABLES_FIRST, NATIONAL_TABLES.replace(" 财政拨款“三公”经费支出决算表", ""), 2022),
    ],
    [
      "内蒙古巴彦淖尔",
      "inner-mongolia",
      evidence(
        "内蒙古自治区巴彦淖尔市审计局",
        ["overview", "narrative", "glossary", "appended-tables"],
        NATIONAL_TABLES.replace("明细表 ", "明细表 一般公共预算财政拨款项目支出决算明细表 "),
        2022,
      ),
    ],
    [
      "天津滨海新区",
      "tianjin",
      evidence(
        "天津市滨海新区海洋局",
        TABLES_FIRST,
        "收入支出决算总表 收入决算表（按功能分类列示） 收入决算表（按单位列示） 支出决算表 财政拨款收入支出决算总表 一般公共预算财政拨款支出决算表 一般公共预算财政拨款基本支出决算表 政府性基金预算财政拨款收入支出决算表 国有资本经营预算财政拨款收入支出决算表 财政拨款“三公”经费支出决算表 项目支出决算表",
        2023,
      ),
    ],
    [
      "宁夏海原的卫生院",
      "ningxia",
      evidence(
        "海原县高崖乡卫生院",
        TABLES_FIRST,
        SHANGHAI_TABLES.replace("经营预算财政拨款收入支出", "经营预算财政拨款支出"),
        2023,
      ),
    ],
    ["江苏水务局", "jiangsu", evidence("江苏省青禾市水务局", TABLES_FIRST, JIANGSU_TABLES, 2022)],
    ["河北保定的中学", "hebei", evidence("保定市第三中学", TABLES_FIRST, NATIONAL_TABLES, 2022)],
    [
      "重庆铜梁",
      "chongqing",
      evidence(
        "重庆市铜梁区财政局",
        ["overview", "narrative", "glossary", "appended-tables"],
        NATIONAL_TABLES.replace("财政拨款“三公”经费支出决算表", "机构运行信息表"),
      ),
    ],
    ["福建尤溪的图书馆", "fujian", evidence("尤溪县图书馆", TABLES_FIRST, THREE_PUBLIC_SEVENTH)],
    [
      "山西离石的街道，没有基本支出表",
      "shanxi",
      evidence(
        "山西省吕梁市离石区交口街道办事处",
        TABLES_FIRST,
        THREE_PUBLIC_SEVENTH.replace("一般公共预算财政拨款基本支出决算表 ", ""),
        2021,
      ),
    ],
    [
      "新疆乌鲁木齐",
      "xinjiang",
      evidence("乌鲁木齐市政务服务中心", ["overview", "narrative", "glossary", "appended-tables"], SHANGHAI_TABLES),
    ],
    [
      "海南三亚",
      "hainan",
      evidence(
        "三亚市综合行政执法局",
        TABLES_FIRST,
        "收入支出决算公开表 收入决算公开表 支出决算公开表 财政拨款收入支出决算公开表 一般公共预算财政拨款收入支出决算公开表 一般公共预算财政拨款基本支出决算公开表 政府性基金预算财政拨款收入支出决算公开表 国有资本经营预算财政拨款收入支出决算公开表 一般公共预算财政拨款“三公”经费支出决算公开表",
        2022,
      ),
    ],
    ["甘肃嘉峪关", "gansu", evidence("嘉峪关市农业农村局", TABLES_FIRST, NATIONAL_TABLES, 2022)],
    ["黑龙江双鸭山的乡", "heilongjiang", evidence("双鸭山市某乡人民政府", TABLES_FIRST, THREE_PUBLIC_SEVENTH, 2021)],
    ["西藏", "tibet", evidence("西藏自治区人民政府驻上海办事处", TABLES_FIRST, NATIONAL_TABLES, 2024)],
    // No form of their own is known of these: they follow the national one.
    ["吉林", "national", evidence("吉林省某局", TABLES_FIRST, NATIONAL_TABLES)],
    ["青海", "national", evidence("青海省某局", TABLES_FIRST, NATIONAL_TABLES)],
    [
      "四川，只有目录中的前几张表",
      "sichuan",
      evidence("泸州市中医医院", TABLES_LAST, SICHUAN_TABLES.split(" ").slice(0, 8).join(" ")),
    ],
  ])("%s: %s", (_, id, given) => {
    expect(recogniseProfile(given).profile.id).toBe(id);
  });

  it("is unknown, and owes nothing, where nothing speaks for a form", () => {
    expect(recogniseProfile(evidence("某公司", [], "")).profile.id).toBe("unknown");
    const { profile } = recogniseProfile(evidence("某局", [], "收入支出决算总表"));
    expect(profile.id).toBe("unknown");
    expect(profile.tables.some(({ owed }) => owed !== false)).toBe(false);
  });

  it("is still known when a table is missing", () => {
    const tables = SHANGHAI_TABLES.replace("财政拨款“三公”经费支出决算表 ", "");
    expect(recogniseProfile(evidence("上海市徐汇区教育局", TABLES_FIRST, tables)).profile.id).toBe("shanghai");
  });

  it("may be one that a user adds", () => {
    const own = profileSchema.parse({ ...profileOf("national")!, id: "hunan", zh: "湖南", places: ["岳阳"] });
    const given = evidence("岳阳市国资委", TABLES_FIRST, NATIONAL_TABLES);
    expect(recogniseProfile(given, { profiles: [...PROFILES, own] }).profile.id).toBe("hunan");
  });

  it("is read from the contents where no table is printed, and the place from the cover", () => {
    const contents = SICHUAN_TABLES.split(" ").map((title) => ({ title, level: 1, source }));
    const given = { ...evidence("某局", [], ""), contents };
    expect(recogniseProfile(given).profile.id).toBe("sichuan");
    const [without] = rankProfiles(given);
    const [withPlace] = rankProfiles(given, { places: ["四川省某县"] });
    expect(withPlace!.score).toBeGreaterThan(without!.score);
  });
});
