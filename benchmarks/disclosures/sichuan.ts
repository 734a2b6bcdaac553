import { ECONOMIC_ITEMS, TABLES } from "@juesuan/core";
import { tableGrid, type CodeName, type Grid, type GridCell } from "@juesuan/writers";
import { finalOf, sum, totalOf, type Amount, type RandomAccounts } from "./accounts.ts";
import {
  printed,
  rate,
  type CellTruth,
  type WrittenCell,
  type WrittenDisclosure,
  type WrittenTable,
} from "./document.ts";
import { factsOf } from "./facts.ts";
import { change, keyOf, Page } from "./page.ts";

const THIRTEEN = TABLES.slice(0, 13);
const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"];
const ECONOMIC_NAMES = new Map(ECONOMIC_ITEMS.map(([code, name]) => [code, name]));

export interface SichuanSetting {
  readonly codes: "split" | "joined";
  readonly lineNumbers: boolean;
  readonly axis: "all" | "used";
}

/** The disclosure that the Sichuan form asks for: overview, ten sections, glossary, then thirteen tables. */
export function writeSichuan(accounts: RandomAccounts, setting: SichuanSetting): WrittenDisclosure {
  const { fiscalYear: year } = accounts;
  const department = departmentOf(accounts);
  const page = new Page();
  const cells: CellTruth[] = [];
  const grids = sichuanGrids(accounts, setting);
  page.blocks.push({ kind: "cover", lines: [`${year}年度`, `${department}部门决算`] }, { kind: "page" });
  page.blocks.push(
    {
      kind: "contents",
      entries: [
        "第一部分 部门概况",
        "一、部门职责",
        "二、机构设置",
        `第二部分 ${year}年度部门决算情况说明`,
        ...SECTIONS.map((title, index) => `${NUMERALS[index]!}、${title}`),
        "第三部分 名词解释",
        "第四部分 附表",
        ...grids.map(({ title }, index) => `${NUMERALS[index]!}、${title}`),
      ],
    },
    { kind: "page" },
  );
  page.part("第一部分 部门概况");
  page.heading("一、部门职责");
  page.plain("贯彻执行国家、省、市有关法律法规，承担本领域的管理工作。");
  page.heading("二、机构设置");
  page.say(`${department}下设{5|units{item=offices}}个股室，下属{2|units{item=institutional}}个事业单位。`);
  page.part(`第二部分 ${year}年度部门决算情况说明`);
  narrate(page, accounts, department);
  page.part("第三部分 名词解释");
  page.plain("1. 财政拨款收入：指单位从同级财政部门取得的财政预算资金。");
  accounts.general.forEach(({ names }, index) =>
    page.plain(`${index + 2}. ${names[0]}（类）${names[1]}（款）${names[2]}（项）：反映${names[2]}方面的支出。`),
  );
  page.part("第四部分 附表");
  for (const grid of grids) {
    page.blocks.push(tableOf(grid));
    for (const note of [grid.remark, grid.emptiness]) if (note !== undefined) page.note(note);
    page.breakPage();
    for (const cell of grid.rows.flat())
      if (cell.key !== undefined && cell.text !== "")
        cells.push({ table: grid.table, key: cell.key, printed: cell.text });
  }
  return { department, fiscalYear: year, blocks: page.blocks, narrative: page.narrative, cells };
}

function departmentOf({ department }: RandomAccounts): string {
  return department.replace(/^上海市普陀区|^上海市徐汇区|^上海市浦东新区/, "某市某区");
}

/** The thirteen tables alone. */
export function sichuanGrids(accounts: RandomAccounts, setting: SichuanSetting): Grid[] {
  const department = departmentOf(accounts);
  const facts = factsOf(accounts);
  const functional: CodeName[] = [];
  for (const { code, names } of [...accounts.general, ...accounts.fund].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    for (const [index, length] of [3, 5, 7].entries()) {
      const own = code.slice(0, length);
      if (!functional.some((entry) => entry.code === own)) functional.push({ code: own, name: names[index]! });
    }
  }
  return THIRTEEN.map((table) =>
    tableGrid(
      table,
      {
        department,
        functional,
        economicName: (code) => ECONOMIC_NAMES.get(code),
        figure: (key) => {
          const amount = facts.get(key);
          return amount === undefined || amount === 0 ? undefined : printed(amount, true);
        },
      },
      setting,
    ),
  );
}

/** Tables wider than a page are set over the paper's long side, as the published ones are. */
function tableOf(grid: Grid): WrittenTable {
  const cell = ({ text, across, down }: GridCell): WrittenCell =>
    across === undefined && down === undefined ? text : { text, ...(across && { across }), ...(down && { down }) };
  return {
    kind: "table",
    title: grid.title,
    unit: grid.unit,
    head: grid.head.map((row) => row.map(cell)),
    rows: grid.rows.map((row) => row.map(cell)),
    widths: Array.from({ length: grid.columnCount }, () => 1),
    landscape: grid.columnCount > 8,
  };
}

const SECTIONS = [
  "收入支出决算总体情况说明",
  "收入决算情况说明",
  "支出决算情况说明",
  "财政拨款收入支出决算总体情况说明",
  "一般公共预算财政拨款支出决算情况说明",
  "一般公共预算财政拨款基本支出决算情况说明",
  "财政拨款“三公”经费支出决算情况说明",
  "政府性基金预算支出决算情况说明",
  "国有资本经营预算支出决算情况说明",
  "其他重要事项的情况说明",
];

function narrate(page: Page, accounts: RandomAccounts, department: string): void {
  const { general, fund, otherRevenue, opening, openingGeneral, fiscalYear: year, threePublic } = accounts;
  const last = year - 1;
  const generalTotal = sum(general.map(finalOf));
  const fundTotal = sum(fund.map(finalOf));
  const basic = sum(general.map((item) => item.basic));
  const revenue = generalTotal + fundTotal + otherRevenue;
  const expenditure = generalTotal + fundTotal + sum(general.map(({ other }) => other));
  const receipts = revenue + opening;
  const appropriation = generalTotal + fundTotal + openingGeneral;
  const reason = "主要变动原因是项目经费变化。";
  const heading = (index: number): void => page.heading(`${NUMERALS[index]!}、${SECTIONS[index]!}`);
  const share = (amount: Amount, whole: Amount, key: string): string => `占{${rate(amount, whole)}|${key}}%`;
  heading(0);
  page.say(
    `${year}年度收、支总计均为{${printed(receipts)}|total-receipts}万元。与${last}年相比，${change("收、支总计各", receipts, accounts.previousTotal, "total-receipts")}。${reason}`,
  );
  heading(1);
  page.say(
    `${year}年本年收入合计{${printed(revenue)}|revenue}万元，其中：一般公共预算财政拨款收入{${printed(generalTotal)}|revenue{fund=general}}万元，${share(generalTotal, revenue, "revenue{fund=general,measure=share,of=revenue}")}；政府性基金预算财政拨款收入{${printed(fundTotal)}|revenue{fund=government-fund}}万元，${share(fundTotal, revenue, "revenue{fund=government-fund,measure=share,of=revenue}")}；其他收入{${printed(otherRevenue)}|revenue{source=other}}万元，${share(otherRevenue, revenue, "revenue{source=other,measure=share,of=revenue}")}。`,
  );
  heading(2);
  page.say(
    `${year}年本年支出合计{${printed(expenditure)}|expenditure}万元，其中：基本支出{${printed(basic)}|expenditure{nature=basic}}万元，${share(basic, expenditure, "expenditure{nature=basic,measure=share,of=expenditure}")}；项目支出{${printed(expenditure - basic)}|expenditure{nature=project}}万元，${share(expenditure - basic, expenditure, "expenditure{nature=project,measure=share,of=expenditure}")}。`,
  );
  heading(3);
  page.say(
    `${year}年财政拨款收、支总计均为{${printed(appropriation)}|total-receipts{fund=appropriation}}万元。与${last}年相比，${change("财政拨款收、支总计各", appropriation, accounts.previousAppropriation, "total-receipts{fund=appropriation}")}。${reason}`,
  );
  heading(4);
  page.heading("（一）一般公共预算财政拨款支出决算总体情况");
  page.say(
    `${year}年一般公共预算财政拨款支出{${printed(generalTotal)}|expenditure{fund=general}}万元，占本年支出合计的{${rate(generalTotal, expenditure)}|expenditure{fund=general,measure=share,of=expenditure}}%。与${last}年相比，${change("一般公共预算财政拨款支出", generalTotal, accounts.previousGeneral, "expenditure{fund=general}")}。${reason}`,
  );
  page.heading("（二）一般公共预算财政拨款支出决算结构情况");
  const classes = [...new Set(general.map(({ code }) => code.slice(0, 3)))];
  page.say(
    `${year}年一般公共预算财政拨款支出{${printed(generalTotal)}|expenditure{fund=general}}万元，主要用于以下方面：${classes
      .map((code) => {
        const members = general.filter((item) => item.code.startsWith(code));
        const amount = sum(members.map(finalOf));
        return `${members[0]!.names[0]}{${printed(amount)}|expenditure{fund=general,functional=${code}}}万元，占{${rate(amount, generalTotal)}|expenditure{fund=general,functional=${code},measure=share,of=expenditure{fund=general}}}%`;
      })
      .join("；")}。`,
  );
  page.heading("（三）一般公共预算财政拨款支出决算具体情况");
  page.say(
    `${year}年一般公共预算支出决算数为{${printed(generalTotal)}|expenditure{fund=general}}万元，完成预算{100|expenditure{stage=budget,fund=general,measure=completion}}%。其中：`,
  );
  general.forEach((item, index) =>
    page.say(
      `${index + 1}. ${item.names[0].replace(/支出$/, "")}（类）${item.names[1]}（款）${item.names[2]}（项）：支出决算为{${printed(finalOf(item))}|expenditure{fund=general,functional=${item.code}}}万元，完成预算{100|expenditure{stage=budget,fund=general,functional=${item.code},measure=completion}}%。`,
    ),
  );
  heading(5);
  const group = (pattern: RegExp): readonly [amount: Amount, names: string] => {
    const items = accounts.economic.filter(({ code, amount }) => pattern.test(code) && amount > 0);
    return [sum(items.map(({ amount }) => amount)), items.map(({ name }) => name).join("、")];
  };
  const [personnel, personnelNames] = group(/^30[13]/);
  const [publics, publicNames] = group(/^(?:302|310)/);
  page.say(
    `${year}年一般公共预算财政拨款基本支出{${printed(basic)}|expenditure{fund=general,nature=basic}}万元，其中：`,
  );
  page.say(
    `人员经费{${printed(personnel)}|expenditure{fund=general,nature=basic,group=personnel}}万元，主要包括：${personnelNames}等。`,
  );
  page.say(
    `公用经费{${printed(publics)}|expenditure{fund=general,nature=basic,group=public}}万元，主要包括：${publicNames}等。`,
  );
  heading(6);
  const { final, budget, previous } = threePublic;
  const total = totalOf(final);
  const completion = (amount: Amount, plan: Amount, item?: string): string =>
    plan === 0
      ? ""
      : `，完成预算{${rate(amount, plan)}|${keyOf("three-public", { stage: "budget", item, measure: "completion" })}}%`;
  const compared = (amount: Amount, before: Amount, key: string): string =>
    amount === before
      ? "与上年持平"
      : before === 0
        ? `较上年增加{${printed(amount)}|${key.includes("{") ? `${key.slice(0, -1)},measure=change}` : `${key}{measure=change}`}}万元`
        : `较上年${change("", amount, before, key)}`;
  page.heading("（一）“三公”经费财政拨款支出决算总体情况说明");
  page.say(
    `${year}年度“三公”经费财政拨款支出决算为{${printed(total)}|three-public}万元${completion(total, totalOf(budget))}；${compared(total, totalOf(previous), "three-public")}。主要原因是业务量变化。`,
  );
  page.heading("（二）“三公”经费财政拨款支出决算具体情况说明");
  const parts = [
    ["因公出国（境）费支出决算", "overseas", final.overseas],
    ["公务用车购置及运行维护费支出决算", "vehicles", final.purchase + final.running],
    ["公务接待费支出决算", "receptions", final.receptions],
  ] as const;
  if (total > 0) {
    page.say(
      `${year}年度“三公”经费财政拨款支出决算中，${parts.map(([name, item, amount]) => `${name}{${printed(amount)}|three-public{item=${item}}}万元，${share(amount, total, `three-public{item=${item},measure=share,of=three-public}`)}`).join("；")}。具体情况如下：`,
    );
  }
  const missions = final.overseas > 0 ? 2 : 0;
  page.say(
    `1. 因公出国（境）经费支出{${printed(final.overseas)}|three-public{item=overseas}}万元${completion(final.overseas, budget.overseas, "overseas")}。全年安排因公出国（境）团组{${missions}|missions}个，出国（境）{${missions * 2}|mission-persons}人。`,
  );
  page.say(
    `2. 公务用车购置及运行维护费支出{${printed(final.purchase + final.running)}|three-public{item=vehicles}}万元${completion(final.purchase + final.running, budget.purchase + budget.running, "vehicles")}。`,
  );
  page.say(`其中：公务用车购置费支出{${printed(final.purchase)}|three-public{item=vehicle-purchase}}万元。`);
  page.say(
    `公务用车运行维护费支出{${printed(final.running)}|three-public{item=vehicle-running}}万元。主要用于日常公务出行。截至${year}年12月底，本部门共有公务用车{3|vehicles-held}辆，其中：轿车{1|vehicles-held{item=sedan}}辆、越野车{2|vehicles-held{item=off-road}}辆。`,
  );
  const batches = final.receptions > 0 ? 16 : 0;
  page.say(
    `3. 公务接待费支出{${printed(final.receptions)}|three-public{item=receptions}}万元${completion(final.receptions, budget.receptions, "receptions")}。其中：`,
  );
  page.say(
    `国内公务接待支出{${printed(final.receptions)}|three-public{item=domestic-receptions}}万元。国内公务接待{${batches}|reception-batches{item=domestic}}批次，{${batches * 9}|reception-persons{item=domestic}}人次，共计支出{${printed(final.receptions)}|three-public{item=domestic-receptions}}万元。`,
  );
  page.say(
    "外事接待支出{0|three-public{item=foreign-receptions}}万元。外事接待{0|reception-batches{item=foreign}}批次，{0|reception-persons{item=foreign}}人，共计支出{0|three-public{item=foreign-receptions}}万元。",
  );
  heading(7);
  page.say(`${year}年政府性基金预算拨款支出{${printed(fundTotal)}|expenditure{fund=government-fund}}万元。`);
  heading(8);
  page.say(`${year}年国有资本经营预算拨款支出{0|expenditure{fund=state-capital}}万元。`);
  heading(9);
  page.heading("（一）机关运行经费支出情况");
  const same = accounts.operatingCosts === accounts.previousOperatingCosts;
  page.say(
    `${year}年，${department}机关运行经费支出{${printed(accounts.operatingCosts)}|operating-costs}万元，${same ? `与${last}年持平` : `比${last}年${change("", accounts.operatingCosts, accounts.previousOperatingCosts, "operating-costs")}。主要原因是业务量变化`}。`,
  );
  page.heading("（二）政府采购支出情况");
  const { goods, works, services } = accounts.procurement;
  const procured = goods + works + services;
  page.say(
    `${year}年，${department}政府采购支出总额{${printed(procured)}|procurement}万元，其中：政府采购货物支出{${printed(goods)}|procurement{item=goods}}万元、政府采购工程支出{${printed(works)}|procurement{item=works}}万元、政府采购服务支出{${printed(services)}|procurement{item=services}}万元。授予中小企业合同金额{${printed(services)}|procurement{item=sme}}万元，占政府采购支出总额的{${rate(services, procured)}|procurement{item=sme,measure=share,of=procurement}}%，其中：授予小微企业合同金额{0|procurement{item=micro}}万元，占政府采购支出总额的{0|procurement{item=micro,measure=share,of=procurement}}%。`,
  );
  page.heading("（三）国有资产占有使用情况");
  page.say(
    `截至${year}年12月31日，${department}共有车辆{3|state-vehicles}辆，其中：主要领导干部用车{0|state-vehicles{item=leaders}}辆、机要通信用车{1|state-vehicles{item=confidential}}辆、应急保障用车{0|state-vehicles{item=emergency}}辆、其他用车{2|state-vehicles{item=other}}辆。单价{100|threshold}万元（含）以上设备{2|large-equipment}台（套）。`,
  );
  page.heading("（四）预算绩效管理情况");
  page.plain("根据预算绩效管理要求，本部门组织开展了绩效自评，完成年度绩效目标。");
}
