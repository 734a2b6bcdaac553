import { describe, expect, it } from "vitest";
import { readText } from "../text/index.ts";
import { bindDisclosure } from "./bind.ts";

const kindOf = (text: string): string => {
  const { kind, refusal, oddities } = bindDisclosure(readText(new TextEncoder().encode(text)));
  if (oddities.some(({ code }) => code === "one-matter")) return `${kind}, of one matter`;
  return refusal === undefined ? kind : `${kind}: ${refusal.zh.split(/[，：。]/)[0]!}`;
};

const NARRATIVE =
  "一、收入支出决算总体情况说明\n\n2023年度收、支总计均为1028.60万元。\n\n二、收入决算情况说明\n\n本年收入合计1028.60万元。\n";

describe("the kind of a document", () => {
  it.each([
    ["a department's final accounts", `青禾县水利局2023年度部门决算\n\n${NARRATIVE}`],
    [
      "those of a town, that call themselves the government's",
      `青禾县甘露镇人民政府2023年度决算公开\n\n${NARRATIVE}\n三、支出决算情况说明\n\n本年支出合计1000.00万元。\n\n四、财政拨款收入支出决算总体情况说明\n\n财政拨款收、支总计1028.60万元，其中转移支付决算12.00万元，税收收入0万元。\n`,
    ],
    [
      "those that speak of the budget more than of anything",
      `青禾县水利局2023年度部门决算\n\n${NARRATIVE}\n${"年初预算为12.00万元，完成预算的100%，预算编制与预算执行相符，部门预算已公开。".repeat(12)}\n`,
    ],
    [
      "a narrative whose headings the page left out",
      "青禾县妇幼保健院2020年部门决算\n\n2020年本年收入合计3765.66万元，其中：事业收入2148.69万元，占57.06%。\n\n2020年本年支出合计4021.94万元。决算收支平衡。\n",
    ],
    [
      "those whose evaluation of performance is announced in the contents",
      `青禾县公安局2019年决算公开报告\n\n决算公开目录\n\n一、收入支出决算情况\n\n二、整体支出绩效自评报告\n\n${NARRATIVE}`,
    ],
    [
      "those of an office that had no money",
      "青禾县水利局2023年度部门决算\n\n一、收入支出决算总体情况说明\n\n本单位2023年度没有收入，也没有支出。\n\n二、收入决算情况说明\n\n本单位2023年度无收入。\n",
    ],
    [
      "those whose part of the narrative has no heading of its own",
      `青禾县水利局2023年度部门决算\n\n第一部分 部门概况\n\n一、主要职责\n\n负责水利。\n\n二、机构设置\n\n内设4个科室。\n\n${NARRATIVE}`,
    ],
    [
      "those that print their “three public” expenses first",
      `青禾县水利局2023年度部门决算\n\n${"“三公”经费中因公出国（境）费0万元，公务用车运行维护费2万元，公务接待费1万元。"}\n\n${NARRATIVE}`,
    ],
  ])("is final accounts: %s", (_, text) => {
    expect(kindOf(text)).toBe("final-accounts");
  });

  it.each([
    [
      "a statement of the “three public” expenses alone",
      "青禾县司法局2023年度“三公”经费支出决算情况说明\n\n青禾县司法局2023年度“三公”经费支出决算为7.69万元。\n\n1.因公出国（境）费支出0万元。\n\n2.公务接待费支出5.21万元，国内公务接待30批次，579人次。\n\n3.公务用车购置及运行维护费支出2.48万元。\n",
    ],
    [
      "a statement whose second title has no number",
      "青禾县司法局2019年度“三公”经费决算公开\n“三公”经费财政拨款支出决算情况说明\n2019年度“三公”经费财政拨款支出预算为4.52万元，支出决算为2.62万元。其中公务接待费为2.10万元，公务用车运行维护费为0.52万元。\n",
    ],
    [
      "a statement of procurement alone",
      "青禾职业学院2023年度政府采购决算情况\n\n2023年度政府采购支出总额288.61万元，其中：政府采购货物支出48.95万元、政府采购服务支出239.66万元。授予中小企业合同金额59.16万元，占政府采购支出总额的20.5%。\n",
    ],
    [
      "a notice without a heading on what a town spent",
      "青禾县甘露镇2021年度“三公”经费决算情况\n\n经汇总，2021年度全镇“三公”经费支出决算合计40.14万元。其中：公务用车购置及运维费30.93万元；公务接待费9.21万元。\n",
    ],
    [
      "what a town spent, which it calls summed up",
      "青禾县甘露镇人民政府\n2021年度“三公”经费决算汇总情况\n\n2021年我镇“三公”经费预算为20万元，其中：公务接待费9万元，公务用车运行维护费11万元。2021年“三公”经费支出共计9.07万元。\n",
    ],
    [
      "what an office and its units spent, by rules on all offices",
      "青禾市水利局2023年度“三公”经费决算公开\n\n根据《青禾市市级部门“三公”经费公开办法》，本部门及所属单位汇总“三公”经费支出合计53万元，其中：公务用车运行维护费43万元，公务接待费10万元。\n",
    ],
  ])("is final accounts, of one matter alone: %s", (_, text) => {
    expect(kindOf(text)).toBe("final-accounts, of one matter");
  });

  it.each([
    [
      "a budget",
      "budget: 这是部门预算",
      `上海市普陀区财政局\n2025年部门预算公开\n\n${"部门财务收支预算总表，收入预算，支出预算。".repeat(12)}\n`,
    ],
    [
      "a budget that compares itself with last year's final accounts",
      "budget: 这是部门预算",
      "青禾市教育局2024年部门预算公开\n\n收支总体情况。2024年收入预算12300.50万元，比2023年决算减少20万元。支出预算12300.50万元，“三公”经费预算20万元。\n",
    ],
    [
      "a budget of “three public” expenses alone",
      "budget: 这是部门预算",
      "关于青禾县财政局财政拨款“三公”经费2014年预算情况的说明\n\n财政拨款“三公”经费预算情况如下：\n\n一、公务接待费\n\n2014年预算安排154万元，较2013年预算下降35.15%。\n",
    ],
    [
      "a government's accounts",
      "other: 这是一级政府的财政决算（预算执行报告）",
      "某县2023年财政决算报告\n\n全县一般公共预算收入决算、支出决算、决算草案。\n",
    ],
    [
      "a government's accounts, in short",
      "other: 这是一级政府的财政决算（预算执行报告）",
      "2025年度青禾市财政决算收支情况\n\n一、全市财政决算收支情况\n\n2025年全市一般公共预算收入50.55亿元，加上转移性收入等92.70亿元，收入决算结果143.25亿元。\n",
    ],
    [
      "a government's accounts, under its own name",
      "other: 这是一级政府的财政决算（预算执行报告）",
      "2022年云溪区人民政府决算公开\n\n1、一般公共预算收入决算表\n2、一般公共预算本级支出决算表\n3、税收返还和转移支付决算表\n4、地方政府一般债务限额和余额情况表\n\n关于2022年决算草案的报告\n\n部门决算已经批复。\n",
    ],
    [
      "what auditors found",
      "other: 这是审计机关关于决算的报告或公告",
      "审计结果公告\n\n市教育局2023年度部门决算草案审计结果\n\n部门决算收入12300.50万元。决算编报不准确，少计收入30.00万元。\n",
    ],
    [
      "what auditors report of a government",
      "other: 这是审计机关关于决算的报告或公告",
      "关于青禾省2017年度省级预算执行和其他财政收支的审计工作报告\n\n一、省本级决算草案和财税管理审计情况\n\n全省税收收入12亿元，一般公共预算收入20亿元。\n",
    ],
    [
      "a list of links",
      "other: 这是列出各部门决算的目录页",
      `部门决算公开专栏\n\n${["教育局", "财政局", "民政局", "司法局", "统计局"].map((name) => `市${name}2023年度部门决算 2024-08-20`).join("\n\n")}\n`,
    ],
    [
      "news of final accounts",
      "other: 没有在文件中找到部门决算的表或说明",
      "中央部门公开2023年度部门决算\n\n今年的部门决算公开表包括收入支出决算总表、收入决算表、支出决算表等9张报表。中央本级“三公”经费财政拨款支出合计38.72亿元。\n",
    ],
    [
      "rules for final accounts",
      "other: 没有在文件中找到部门决算的表或说明",
      "关于印发《部门决算管理办法》的通知\n\n第三条 部门决算报表包括收入支出决算总表、收入决算表、支出决算表等。各部门应当公开部门决算。\n",
    ],
    [
      "the expenses of all bodies of a county",
      "other: 这是一级政府汇总的“三公”经费",
      "青禾县2020年“三公”经费决算情况\n\n经县财政局汇总，2020年全县一般公共预算财政拨款“三公”经费支出决算1023万元。其中：公务用车购置及运行维护费785万元，公务接待费238万元。\n",
    ],
    [
      "the expenses of all the central government",
      "other: 这是一级政府汇总的“三公”经费",
      "2015年中央本级“三公”经费决算\n\n2015年中央行政事业单位“三公”经费支出合计55.60亿元，其中，因公出国（境）经费17.30亿元；公务用车购置及运行费31.10亿元；公务接待费7.20亿元。\n",
    ],
    [
      "the “three public” expenses of a whole county",
      "other: 这是一级政府汇总的“三公”经费",
      "2023年度青禾县“三公”经费支出决算情况\n\n经县财政局汇总，县本级部门“三公”经费决算支出数为1165.08万元，其中：因公出国（境）费支出0万元，公务用车运行维护费支出869.38万元，公务接待费支出295.70万元。\n",
    ],
    [
      "a budget of the “three public” expenses",
      "budget: 这是“三公”经费预算",
      "青禾县司法局2023年“三公”经费预算情况\n\n“三公”经费支出预算为79万元，其中：因公出国（境）费支出预算为0万元，公务接待费支出预算为4万元，公务用车购置及运行费支出预算为75万元。\n",
    ],
    [
      "a report on performance",
      "other: 这是绩效评价（自评）报告",
      "青禾县水利局2023年度部门整体支出绩效自评报告\n\n一、基本情况\n\n2023年部门决算收入792.22万元，部门决算支出799.12万元。\n",
    ],
    [
      "what a place took in taxes",
      "other: 这是一级政府的财政决算（预算执行报告）",
      "青禾区2023年财政收支情况\n\n全区一般公共预算收入355000万元。税收收入322551万元，其中增值税100103万元；非税收入55290万元。\n",
    ],
    [
      "a part of a budget",
      "budget: 这是部门预算",
      "基本支出预算2476260.58元，同比减少4966.66元。工资福利支出预算2016908.34元，商品和服务支出预算445372.24元，项目支出预算0元。\n",
    ],
    [
      "a page in traditional characters",
      "other: 这是繁体字的页面（多由网站自动转换而成）",
      "2020年度部門決算説明\n\n二、收入支出決算總體情況説明\n\n2020年度收、支總計2918.96萬元。財政撥款收入決算，財政撥款支出決算，三公經費。\n",
    ],
    [
      "a page whose accounts are in attachments",
      "other: 文件自称是决算公开",
      "青禾县水利局2023年度部门决算\n\n发布时间：2024-08-20\n\n报表详见附件。\n",
    ],
    [
      "what a newspaper says of the central departments",
      "other: 这是新闻报道",
      "中央部门晒2023年“账本” “三公”经费支出29.86亿元\n\n2024-07-08 14:20:36 新闻客户端\n\n今天上午财政部率先公布了2023年度部门决算。“三公”经费财政拨款支出合计29.86亿元，比预算数减少25.31亿元。因公出国（境）费支出2.01亿元，公务用车支出26亿元，公务接待费支出1.85亿元。部门决算陆续公布。\n",
    ],
    [
      "a disclosure that was cut behind its contents, whose entries end as sentences do",
      "other: 文件自称是决算公开",
      "青禾县统计局2022年度部门决算\n\n目 录\n\n第一部分:概况\n\n第二部分:2022年度部门决算情况说明\n\n一、2022 年度收入支出决算总体情况。\n\n二、2022 年度政府性基金支出决算情况。\n\n第一部分:概况\n\n组织指导全县统计工作。\n",
    ],
    [
      "a disclosure that was cut behind a heading of its narrative",
      "other: 文件自称是决算公开",
      "一、部门基本情况\n\n党政办公室负责综合协调。\n\n二、部门决算情况说明\n\n(一)收入支出决算总体情况\n",
    ],
    [
      "a disclosure that sends to its attachments under every heading",
      "other: 文件自称是决算公开",
      "青禾县水利局2023年度部门决算\n\n第三部分 2023年度部门决算情况说明\n\n一、收入支出决算总体情况说明\n\n具体数据详见附件1《收入支出决算总表》。\n\n二、收入决算情况说明\n\n收入决算的具体数据，见附表2。\n",
    ],
    [
      "a disclosure named in its contents alone, with the pages right behind",
      "other: 文件自称是决算公开",
      "目录\n第一部分部门概况1\n第二部分2021年度部门决算情况说明3\n第三部分名词解释19\n第一部分部门概况\n甘露镇人民政府是基层国家行政机关。\n",
    ],
    [
      "a disclosure that speaks of drawing up its accounts",
      "other: 文件自称是决算公开",
      "青禾省高级人民法院2016年部门决算编制说明\n\n一、基本职能及主要工作\n\n受理案件12,212件。\n",
    ],
    [
      "the contents of a budget's own parts",
      "budget: 这是部门预算",
      "目 录\n第二部分 青禾县公安局(部门)2020年度部门预算明细表\n第三部分青禾县公安局(部门)2020年度部门预算数据分析\n纳入2020年部门预算编制范围的单位包括青禾县公安局\n",
    ],
    [
      "a budget named after its office",
      "budget: 这是部门预算",
      "2023年青禾县司法局预算公开说明\n\n一、收支预算总体情况\n\n2023年收入预算12.00万元，支出预算12.00万元。\n",
    ],
    [
      "a government's draft accounts",
      "other: 这是一级政府的财政决算（预算执行报告）",
      "青禾区人民政府\n关于2022年决算(草案)的报告\n——2023年8月31日在区人大常委会上\n\n2022年一般公共预算收入403948万元。\n",
    ],
    [
      "a government's draft accounts of its finances",
      "other: 这是一级政府的财政决算（预算执行报告）",
      "青禾区人民政府关于2022年财政决算(草案)的报告\n\n2022年，全区收入407575万元。\n",
    ],
    [
      "a government's report that tells its totals as departments do",
      "other: 这是一级政府的财政决算（预算执行报告）",
      "青禾县人民政府关于2021年决算情况的报告\n\n一、全县收支决算情况\n\n2021年全县收入238965万元，收入总计929393万元，支出总计929393万元。\n",
    ],
    [
      "a speech on a government's accounts and the budget after them",
      "other: 这是一级政府的财政决算（预算执行报告）",
      "主任、各位委员:受区人民政府的委托,作关于2021年区本级决算和2022年上半年预算执行情况的报告。收入331.1亿元,增长11%。\n",
    ],
    ["a menu", "other: 没有在文件中找到部门决算的表或说明", "食堂本周菜单\n\n周一 红烧肉\n"],
  ])("refuses %s with one sentence", (_, refusal, text) => {
    expect(kindOf(text)).toBe(refusal);
  });
});
