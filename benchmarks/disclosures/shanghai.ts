import { finalOf, sum, totalOf, type Amount, type FunctionalItem, type RandomAccounts } from "./accounts.ts";
import { printed, rate, type WrittenDisclosure } from "./document.ts";
import { change, keyOf, Page } from "./page.ts";
import { numeral, type Setting } from "./shanghai-items.ts";
import { ShanghaiTables } from "./shanghai-tables.ts";
import { Totals } from "./totals.ts";

/** The disclosure that the Shanghai form asks for: nine tables, then eleven sections. */
export function writeShanghai(accounts: RandomAccounts, setting: Setting): WrittenDisclosure {
  return new Shanghai(accounts, setting).write();
}

class Shanghai {
  private readonly page = new Page();
  private readonly accounts: RandomAccounts;
  private readonly setting: Setting;
  private readonly totals: Totals;

  constructor(accounts: RandomAccounts, setting: Setting) {
    this.accounts = accounts;
    this.setting = setting;
    this.totals = new Totals(accounts);
  }

  write(): WrittenDisclosure {
    const { department, fiscalYear } = this.accounts;
    const written = new ShanghaiTables(this.accounts, this.setting);
    const tables = written.all();
    this.page.blocks.push({ kind: "cover", lines: [`${department}${fiscalYear}年度`, "部门决算"] }, { kind: "page" });
    this.page.blocks.push(
      {
        kind: "contents",
        entries: [
          `第一部分 ${department}概况`,
          "一、主要职能",
          "二、部门决算单位构成",
          `第二部分 ${department}${fiscalYear}年度部门决算表`,
          ...tables.map((table, index) => `${numeral(index + 1)}、${table.title}`),
          `第三部分 ${department}${fiscalYear}年度部门决算情况说明`,
          ...SECTIONS.map((title, index) => `${numeral(index + 1)}、${title}`),
          "第四部分 名词解释",
        ],
      },
      { kind: "page" },
    );
    this.page.part(`第一部分 ${department}概况`);
    this.page.heading("一、主要职能");
    this.page.plain(`${department}主要职能包括：`);
    this.page.plain("（一）贯彻执行国家和本市有关法律法规；");
    this.page.plain("（二）完成区委、区政府交办的其他任务。");
    this.page.heading("二、部门决算单位构成");
    this.page.plain(`从预算单位构成看，${department}部门决算包括：${department}本级决算、下属行政事业单位决算。`);
    this.page.blocks.push({ kind: "page" });
    this.page.part(`第二部分 ${department}${fiscalYear}年度部门决算表`);
    for (const table of tables) {
      this.page.blocks.push(table);
      const empty = table.rows.length === 0;
      this.page.blocks.push({ kind: "note", text: `注：本表反映部门本年度${table.title.replace(/表$/, "")}情况。` });
      if (empty)
        this.page.blocks.push({
          kind: "note",
          text: `说明：${department}本年度没有${table.title.includes("政府性") ? "政府性基金" : "国有资本经营"}预算财政拨款收入和支出，故本表无数据。`,
        });
      this.page.blocks.push({ kind: "page" });
    }
    this.page.part(`第三部分 ${department}${fiscalYear}年度部门决算情况说明`);
    this.sections();
    this.page.part("第四部分 名词解释");
    this.page.plain("一、财政拨款收入：指单位本年度从本级财政部门取得的财政拨款。");
    this.page.plain("二、基本支出：指单位为保障机构正常运转、完成日常工作任务而发生的各项支出。");
    this.page.plain("三、机关运行经费：指行政单位使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出。");
    return { department, fiscalYear, blocks: this.page.blocks, narrative: this.page.narrative, cells: written.cells };
  }

  private sections(): void {
    const { accounts } = this;
    const { department, fiscalYear, general, fund, threePublic } = accounts;
    const reason = "主要原因：工作任务调整。";
    const last = fiscalYear - 1;
    this.page.heading(`一、${SECTIONS[0]}`);
    this.page.say(
      `${department}${fiscalYear}年度收入支出总计{${printed(this.totals.receipts)}|total-receipts}万元。与${last}年度相比，${change("收入支出总计", this.totals.receipts, accounts.previousTotal, "total-receipts")}。${reason}`,
    );
    this.page.heading(`二、${SECTIONS[1]}`);
    const other = accounts.otherRevenue;
    this.page.say(
      `本年收入合计{${printed(this.totals.revenue)}|revenue}万元，其中：财政拨款收入{${printed(this.totals.appropriation)}|revenue{fund=appropriation}}万元，占{${rate(this.totals.appropriation, this.totals.revenue)}|revenue{fund=appropriation,measure=share,of=revenue}}%${other > 0 ? `；其他收入{${printed(other)}|revenue{source=other}}万元，占{${rate(other, this.totals.revenue)}|revenue{source=other,measure=share,of=revenue}}%` : ""}。`,
    );
    this.page.heading(`三、${SECTIONS[2]}`);
    const project = this.totals.expenditure - this.totals.basic;
    this.page.say(
      `本年支出合计{${printed(this.totals.expenditure)}|expenditure}万元，其中：基本支出{${printed(this.totals.basic)}|expenditure{nature=basic}}万元，占{${rate(this.totals.basic, this.totals.expenditure)}|expenditure{nature=basic,measure=share,of=expenditure}}%；项目支出{${printed(project)}|expenditure{nature=project}}万元，占{${rate(project, this.totals.expenditure)}|expenditure{nature=project,measure=share,of=expenditure}}%。`,
    );
    this.page.heading(`四、${SECTIONS[3]}`);
    const appropriation = this.totals.appropriation + accounts.openingGeneral;
    this.page.say(
      `${department}${fiscalYear}年度财政拨款收入支出总计{${printed(appropriation)}|total-receipts{fund=appropriation}}万元。与${last}年度相比，${change("财政拨款收入支出总计", appropriation, accounts.previousAppropriation, "total-receipts{fund=appropriation}")}。${reason}`,
    );
    this.page.heading(`五、${SECTIONS[4]}`);
    this.page.heading("（一）一般公共预算财政拨款支出决算总体情况");
    this.page.say(
      `一般公共预算财政拨款支出{${printed(this.totals.generalTotal)}|expenditure{fund=general}}万元，占本年支出合计的{${rate(this.totals.generalTotal, this.totals.expenditure)}|expenditure{fund=general,measure=share,of=expenditure}}%。与${last}年度相比，${change("一般公共预算财政拨款支出", this.totals.generalTotal, accounts.previousGeneral, "expenditure{fund=general}")}。${reason}`,
    );
    this.page.heading("（二）一般公共预算财政拨款支出决算结构情况");
    const classes = [...new Set(general.map(({ code }) => code.slice(0, 3)))];
    this.page.say(
      `一般公共预算财政拨款支出{${printed(this.totals.generalTotal)}|expenditure{fund=general}}万元，主要用于以下方面：${classes
        .map((code) => {
          const members = general.filter((item) => item.code.startsWith(code));
          const amount = sum(members.map(finalOf));
          return `${members[0]!.names[0]}（类）{${printed(amount)}|expenditure{fund=general,functional=${code}}}万元，占{${rate(amount, this.totals.generalTotal)}|expenditure{fund=general,functional=${code},measure=share,of=expenditure{fund=general}}}%`;
        })
        .join("；")}。`,
    );
    this.page.heading("（三）一般公共预算财政拨款支出决算具体情况");
    const budget = sum(general.map((item) => item.budget));
    this.page.say(
      `一般公共预算财政拨款支出年初预算为{${printed(budget)}|expenditure{stage=original-budget,fund=general}}万元，支出决算为{${printed(this.totals.generalTotal)}|expenditure{fund=general}}万元，完成年初预算的{${rate(this.totals.generalTotal, budget)}|expenditure{stage=original-budget,fund=general,measure=completion}}%。${against(this.totals.generalTotal, budget)}其中：`,
    );
    for (const [index, item] of general.entries()) this.item(index + 1, item, "general");
    this.page.heading(`六、${SECTIONS[5]}`);
    const of = (pattern: RegExp): { readonly amount: Amount; readonly names: string } => {
      const items = accounts.economic.filter(({ code, amount }) => pattern.test(code) && amount > 0);
      return { amount: sum(items.map(({ amount }) => amount)), names: items.map(({ name }) => name).join("、") };
    };
    const personnel = of(/^30[13]/);
    const publics = of(/^(?:302|310)/);
    this.page.say(
      `一般公共预算财政拨款基本支出{${printed(this.totals.basic)}|expenditure{fund=general,nature=basic}}万元。其中：人员经费{${printed(personnel.amount)}|expenditure{fund=general,nature=basic,group=personnel}}万元，主要包括：${personnel.names}；公用经费{${printed(publics.amount)}|expenditure{fund=general,nature=basic,group=public}}万元，主要包括：${publics.names}。`,
    );
    this.page.heading(`七、${SECTIONS[6]}`);
    this.threePublicSection(threePublic, department, fiscalYear);
    this.page.heading(`八、${SECTIONS[7]}`);
    if (fund.length === 0) this.page.plain(`${department}${fiscalYear}年度无政府性基金预算财政拨款收入和支出。`);
    else {
      this.page.say(
        `政府性基金预算财政拨款收入{${printed(this.totals.fundTotal)}|revenue{fund=government-fund}}万元，支出{${printed(this.totals.fundTotal)}|expenditure{fund=government-fund}}万元，支出具体情况如下：`,
      );
      for (const [index, item] of fund.entries()) this.item(index + 1, item, "government-fund");
    }
    this.page.heading(`九、${SECTIONS[8]}`);
    this.page.plain(`${department}${fiscalYear}年度无国有资本经营预算财政拨款收入和支出。`);
    this.page.heading(`十、${SECTIONS[9]}`);
    this.page.say(
      `${department}${fiscalYear}年度预算绩效管理工作开展情况如下：编报绩效目标的${fiscalYear}年度项目{4|performance-projects{item=targets}}个，涉及预算金额{598.42|performance-amount{item=targets}}万元；绩效自评的${fiscalYear}年度项目{4|performance-projects{item=self-evaluation}}个，涉及预算金额{598.42|performance-amount{item=self-evaluation}}万元，平均得分{99.43|performance-score{label=项目平均}}分（其中，绩效评级为“优”的项目{4|performance-projects{item=excellent}}个；绩效评级为“良”的项目{0|performance-projects{item=good}}个）。`,
    );
    this.page.heading(`十一、${SECTIONS[10]}`);
    this.page.heading("（一）机关运行经费支出情况");
    this.page.say(
      `机关运行经费支出{${printed(accounts.operatingCosts)}|operating-costs}万元，${accounts.operatingCosts === accounts.previousOperatingCosts ? `与${last}年度持平` : `比${last}年度${change("", accounts.operatingCosts, accounts.previousOperatingCosts, "operating-costs")}。主要原因是业务量变化`}。`,
    );
    this.page.heading("（二）政府采购支出情况");
    const { goods, works, services } = accounts.procurement;
    this.page.say(
      `${department}${fiscalYear}年度政府采购金额（以合同签订为准）为{${printed(goods + works + services)}|procurement}万元，其中：货物采购金额{${printed(goods)}|procurement{item=goods}}万元、工程采购金额{${printed(works)}|procurement{item=works}}万元、服务采购金额{${printed(services)}|procurement{item=services}}万元。`,
    );
    this.page.heading("（三）国有资产占有使用情况说明");
    this.page.say(
      `截至${fiscalYear}年12月31日，${department}共有车辆{3|state-vehicles}辆，其中：部级领导干部用车{0|state-vehicles{item=minister}}辆、执法执勤用车{2|state-vehicles{item=enforcement}}辆、其他用车{1|state-vehicles{item=other}}辆。单价{100|threshold}万元（含）以上设备（不含车辆）{2|large-equipment}台（套）。`,
    );
  }

  private item(number: number, item: FunctionalItem, fund: "general" | "government-fund"): void {
    const final = finalOf(item);
    const base = `fund=${fund},functional=${item.code}`;
    this.page.say(
      `${number}、${item.names[0]}（类）${item.names[1]}（款）${item.names[2]}（项）。主要用于：日常工作开展。年初预算为{${printed(item.budget)}|expenditure{stage=original-budget,${base}}}万元，支出决算为{${printed(final)}|expenditure{${base}}}万元。${against(final, item.budget)}`,
    );
  }

  private threePublicSection(all: RandomAccounts["threePublic"], department: string, year: number): void {
    const { final, budget, previous } = all;
    const total = totalOf(final);
    const planned = totalOf(budget);
    this.page.heading("（一）“三公”经费财政拨款支出决算总体情况说明。");
    const parts = [
      ["因公出国（境）费决算", "overseas", final.overseas, budget.overseas, previous.overseas],
      [
        "公务用车购置及运行维护费支出决算",
        "vehicles",
        final.purchase + final.running,
        budget.purchase + budget.running,
        previous.purchase + previous.running,
      ],
      ["公务接待费支出决算", "receptions", final.receptions, budget.receptions, previous.receptions],
    ] as const;
    const completion = (amount: Amount, plan: Amount, item?: string): string =>
      plan === 0
        ? ""
        : `，完成预算的{${rate(amount, plan)}|${keyOf("three-public", { stage: "original-budget", item, measure: "completion" })}}%`;
    this.page.say(
      `“三公”经费财政拨款支出年初预算为{${printed(planned)}|three-public{stage=original-budget}}万元，支出决算为{${printed(total)}|three-public}万元${completion(total, planned)}，其中：${parts
        .map(
          ([name, item, amount, plan]) =>
            `${name}为{${printed(amount)}|three-public{item=${item}}}万元${completion(amount, plan, item)}`,
        )
        .join("；")}。${against(total, planned, `${year}年度“三公”经费支出`)}`,
    );
    const before = totalOf(previous);
    const compare = ([name, item, amount, , last]: (typeof parts)[number]): string =>
      amount === last
        ? `${name.replace("决算", "")}支出决算持平`.replace("支出支出", "支出")
        : last === 0
          ? `${name}增加{${printed(amount)}|three-public{item=${item},measure=change}}万元`
          : change(name, amount, last, `three-public{item=${item}}`);
    const overall =
      total === before
        ? `与${year - 1}年度持平`
        : before === 0
          ? `比${year - 1}年度增加{${printed(total)}|three-public{measure=change}}万元`
          : `比${year - 1}年度${change("", total, before, "three-public")}`;
    this.page.say(
      `${year}年度“三公”经费财政拨款支出决算数${overall}。其中：${parts.map(compare).join("；")}。${total === before ? "" : "变动的主要原因是业务量变化。"}`,
    );
    this.page.heading("（二）“三公”经费财政拨款支出决算具体情况说明。");
    if (total === 0) {
      this.page.plain(`${department}${year}年度无“三公”经费财政拨款支出。`);
      return;
    }
    const share = (amount: Amount, item: string): string =>
      `{${printed(amount)}|three-public{item=${item}}}万元，占{${rate(amount, total)}|three-public{item=${item},measure=share,of=three-public}}%`;
    this.page.say(
      `“三公”经费财政拨款支出决算中，因公出国（境）费支出决算${share(final.overseas, "overseas")}；公务用车购置及运行维护费支出决算${share(final.purchase + final.running, "vehicles")}；公务接待费支出决算${share(final.receptions, "receptions")}。具体情况如下：`,
    );
    const missions = final.overseas > 0 ? 1 : 0;
    this.page.say(
      `1、因公出国（境）费支出{${printed(final.overseas)}|three-public{item=overseas}}万元。全年安排因公出国（境）团组{${missions}|missions}个、累计{${missions * 3}|mission-persons}人次。`,
    );
    this.page.say(
      `2、公务用车购置及运行维护费支出{${printed(final.purchase + final.running)}|three-public{item=vehicles}}万元。其中：公务用车购置支出为{${printed(final.purchase)}|three-public{item=vehicle-purchase}}万元${final.purchase > 0 ? "，购置公务用车{1|vehicles-bought}辆" : ""}。公务用车运行维护支出{${printed(final.running)}|three-public{item=vehicle-running}}万元。主要用于车辆燃料、维修、保险等。${year}年，${department}所属各预算单位开支财政拨款的公务用车保有量为{3|vehicles-held}辆。`,
    );
    const batches = final.receptions > 0 ? 5 : 0;
    this.page.say(
      `3、公务接待费支出{${printed(final.receptions)}|three-public{item=receptions}}万元。其中：国内公务接待支出{${printed(final.receptions)}|three-public{item=domestic-receptions}}万元（含外宾接待支出{0|three-public{item=foreign-receptions}}万元）。主要用于工作交流，公务接待{${batches}|reception-batches}批次、{${batches * 7}|reception-persons}人次，其中：接待外宾{0|reception-batches{item=foreign}}批次、{0|reception-persons{item=foreign}}人次。`,
    );
  }
}

const SECTIONS = [
  "收入支出决算总体情况说明",
  "收入决算情况说明",
  "支出决算情况说明",
  "财政拨款收入支出决算总体情况说明",
  "一般公共预算财政拨款支出决算情况说明",
  "一般公共预算财政拨款基本支出决算情况说明",
  "财政拨款“三公”经费支出决算情况说明",
  "政府性基金预算财政拨款收入支出决算情况说明",
  "国有资本经营预算财政拨款收入支出决算情况说明",
  "预算绩效管理情况",
  "其他重要事项的情况说明",
];

function against(final: Amount, budget: Amount, subject = ""): string {
  if (final === budget) return `${subject}决算数与预算数持平。`;
  return `${subject}决算数${final > budget ? "大于" : "小于"}预算数的主要原因：年中调整。`;
}
