import type {
  Bilingual,
  CheckContext,
  Instance,
  Relation,
  RelationForm,
  Severity,
  RelationExample,
  RelationExamples,
} from "../relation.ts";
import { instanceOf } from "./identity.ts";
import { IDENTITIES } from "./identity-sums.ts";
import { ARITHMETIC, TABLE_FORM } from "./terms.ts";
import { withinWhole } from "./told-together.ts";

function identitiesAs(id: string): (context: CheckContext) => Iterable<Instance> {
  return function* (context) {
    for (const identity of IDENTITIES[id]!(context)) {
      const instance = instanceOf(context, id, identity);
      const within = instance ? undefined : withinWhole(context, identity);
      const partial = within && instanceOf(context, id, within);
      if (instance ?? partial) yield (instance ?? partial)!;
    }
  };
}

interface Words {
  readonly title: Bilingual;
  readonly purpose: Bilingual;
  readonly form?: RelationForm;
  readonly severity?: Exclude<Severity, "rounding">;
}

const LEAVES_OUT: Bilingual = {
  zh: "文件没有说明的数不当作零：缺一个数，就不判定；一处写明合计和其中几项的，只在这几项之和大于合计时才说。",
  en: "What a document does not state is not taken for zero: where one amount is missing nothing is judged, save that parts told in one passage with their whole are within it.",
};

/** One object in the three tables that print it: all, basic, project. */
function OBJECTS(project: string): string {
  const wide = (title: string, amount: string): string =>
    `${title}\n\n单位：万元\n\n| 科目编码 | 科目名称 | 合计 | 商品和服务支出 |\n| --- | --- | --- | --- |\n| 合计 |  | ${amount} | ${amount} |\n| 201 | 一般公共服务支出 | ${amount} | ${amount} |`;
  return [
    wide("一般公共预算财政拨款支出决算明细表", "90.00"),
    "一般公共预算财政拨款基本支出决算表\n\n单位：万元\n\n| 科目编码 | 科目名称 | 决算数 |\n| --- | --- | --- |\n| 302 | 商品和服务支出 | 80.35 |\n| 30201 | 办公费 | 80.35 |",
    wide("一般公共预算财政拨款项目支出决算表", project),
  ].join("\n\n");
}

/** Receptions of basic expenditure beside those of the “three public” table. */
function RECEPTIONS(receptions: string): string {
  return `一般公共预算财政拨款基本支出决算表\n\n单位：万元\n\n| 科目编码 | 科目名称 | 决算数 |\n| --- | --- | --- |\n| 302 | 商品和服务支出 | 1.53 |\n| 30217 | 公务接待费 | 1.53 |\n\n财政拨款“三公”经费支出决算表\n\n单位：万元\n\n| 项目 | 预算数 | 决算数 |\n| --- | --- | --- |\n| 合计 | 2.00 | ${receptions} |\n| 公务接待费 | 2.00 | ${receptions} |`;
}

function declare(id: string, words: Words): Relation {
  const form = words.form ?? "linear";
  return {
    id,
    title: words.title,
    basis: id.startsWith("identity.") ? TABLE_FORM : ARITHMETIC,
    severity: words.severity ?? "error",
    form,
    purpose: words.purpose,
    leavesOut: LEAVES_OUT,
    instances: identitiesAs(id),
  };
}

const ASSETS = (construction: string): string =>
  `二、国有资产占用情况\n截至2022年12月31日，资产总额7,420,756.00元，其中，流动资产1,368,130.09元，固定资产1,734,920.90元，对外投资及有价证券0.00元，在建工程${construction}元，无形资产1,497,053.35元，其他资产1,647,034.53元。`;

const HELD = (held: number): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n公务用车运行维护费支出3.00万元。期末公务用车保有量为${held}辆。\n十、其他重要事项的情况说明\n（三）国有资产占有使用情况\n截至2024年12月31日，共有车辆4辆。`;

const TOTALS = (opening: string): string =>
  `收入支出决算总表\n单位：万元\n| 收入 | | 支出 | |\n| 项目 | 决算数 | 项目 | 决算数 |\n| --- | --- | --- | --- |\n| 本年收入合计 | 2826.88 | 本年支出合计 | 3037.90 |\n| 使用非财政拨款结余 | | 结余分配 | |\n| 年初结转和结余 | ${opening} | 年末结转和结余 | |\n| 总计 | 3037.90 | 总计 | 3037.90 |`;

export const IDENTITY_RELATIONS: readonly Relation[] = [
  declare("identity.funds", {
    title: { zh: "财政拨款＝三项资金之和", en: "Appropriation = its three funds" },
    purpose: {
      zh: "财政拨款的收入、支出、结转分别等于一般公共预算、政府性基金预算、国有资本经营预算之和。",
      en: "Appropriation revenue, expenditure and carry-over are those of the general budget, government funds and state capital together.",
    },
  }),
  declare("identity.revenue-sources", {
    title: { zh: "本年收入＝各来源之和", en: "Revenue = its sources" },
    purpose: {
      zh: "本年收入合计等于财政拨款收入与各项其他来源之和。",
      en: "Revenue of the year is appropriation plus every other source.",
    },
  }),
  declare("identity.expenditure-natures", {
    title: { zh: "支出＝基本支出＋项目支出＋其他", en: "Expenditure = its natures" },
    purpose: {
      zh: "本年支出等于基本支出、项目支出及其他各类支出之和；财政拨款支出只分基本支出和项目支出。",
      en: "Expenditure is basic, project and the other natures together; appropriations are spent as basic or project expenditure only.",
    },
  }),
  declare("identity.personnel-and-public", {
    title: { zh: "基本支出＝人员经费＋公用经费", en: "Basic = personnel + public" },
    purpose: {
      zh: "基本支出等于人员经费与公用经费之和。",
      en: "Basic expenditure is personnel and public funds together.",
    },
  }),
  declare("identity.totals", {
    title: { zh: "总计＝本年数＋结转结余", en: "Totals = the year's flow + carry-over" },
    purpose: {
      zh: "收入总计＝本年收入＋使用非财政拨款结余＋年初结转；支出总计＝本年支出＋结余分配＋年末结转；两者相等。",
      en: "Total receipts are revenue, use of surplus and opening carry-over; total disbursements are expenditure, distribution and closing carry-over; the two are equal.",
    },
  }),
  declare("identity.objects-by-nature", {
    title: { zh: "经济分类＝基本支出＋项目支出", en: "Object = basic + project" },
    purpose: {
      zh: "一般公共预算财政拨款每一经济分类科目的支出，等于其中的基本支出与项目支出之和。",
      en: "What the general budget spends on an object is its basic and its project expenditure on it.",
    },
  }),
  declare("identity.appropriation-within-all", {
    form: "order",
    title: { zh: "财政拨款不大于全部收支", en: "Appropriation within the whole" },
    purpose: {
      zh: "财政拨款收入、支出不大于本年收入合计、本年支出合计。",
      en: "Appropriation revenue and expenditure never exceed those of all sources.",
    },
  }),
  declare("three-public.sum", {
    title: { zh: "“三公”经费＝三项之和", en: "“Three public” = its three parts" },
    purpose: {
      zh: "“三公”经费等于因公出国（境）费、公务用车购置及运行维护费、公务接待费之和；公务用车费等于购置费与运行维护费之和；只写明运行维护费而没有写购置费的，写明的各项之和不大于“三公”经费；并列写明的国内接待、外事接待之和等于公务接待费。",
      en: "“Three public” expenses are overseas travel, official vehicles and receptions together; vehicles are purchase and running; where only running is told, and no purchase, the parts told are within the whole; receptions at home and of foreign guests told side by side are all receptions.",
    },
  }),
  declare("three-public.within", {
    form: "order",
    title: { zh: "国内、外事接待费不大于公务接待费", en: "Receptions within receptions" },
    purpose: {
      zh: "国内公务接待费、外事接待费各不大于公务接待费。",
      en: "Domestic and foreign receptions never exceed receptions.",
    },
  }),
  declare("three-public.of-basic", {
    form: "order",
    title: { zh: "基本支出中的“三公”科目不大于“三公”经费", en: "“Three public” objects within basic expenditure" },
    purpose: {
      zh: "基本支出的因公出国（境）费用、公务接待费、公务用车运行维护费、公务用车购置，不大于“三公”经费支出表中的相应决算数。",
      en: "The objects overseas travel, receptions, vehicle running and vehicle purchase of basic expenditure never exceed the “three public” table's amounts.",
    },
  }),
  declare("procurement.sum", {
    title: { zh: "政府采购＝货物＋工程＋服务", en: "Procurement = goods + works + services" },
    purpose: {
      zh: "政府采购支出总额等于货物、工程、服务三项之和。",
      en: "Government procurement is goods, works and services together.",
    },
  }),
  declare("procurement.within", {
    form: "order",
    title: { zh: "授予中小企业合同不大于采购总额", en: "Contracts to small firms within procurement" },
    purpose: {
      zh: "授予中小企业、小微企业的合同金额不大于采购总额，小微企业的不大于中小企业的。",
      en: "Contracts to small and medium firms never exceed procurement, nor those to small and micro firms theirs.",
    },
  }),
  declare("identity.state-assets", {
    title: { zh: "资产总额＝各类资产之和", en: "Assets = their kinds" },
    purpose: {
      zh: "资产总额等于流动资产、固定资产、对外投资及有价证券、在建工程、无形资产、其他资产之和。",
      en: "Assets in total are current and fixed assets, investments and securities, construction in progress, intangible and other assets together.",
    },
  }),
  declare("count.vehicles", {
    form: "count",
    title: { zh: "车辆数＝各类车辆之和", en: "Vehicles = their kinds" },
    purpose: { zh: "车辆总数等于按用途或车型列出的各类车辆数之和。", en: "Vehicles are their kinds together." },
  }),
  declare("count.vehicles-held", {
    form: "order",
    severity: "info",
    title: { zh: "公务用车保有量不大于车辆总数", en: "Official vehicles held within all vehicles" },
    purpose: {
      zh: "开支财政拨款的公务用车保有量不大于国有资产中的车辆总数；两处相同的，互相印证。车辆可能由机关事务部门所有，多出的只作提示。",
      en: "Vehicles run on appropriations are among the vehicles owned; where the two are the same number they bear each other out. Vehicles may be owned by another office, so that an excess is only noted.",
    },
  }),
  declare("count.performance", {
    form: "count",
    severity: "warning",
    title: { zh: "绩效评级、整改各项之和", en: "Grades and issues of performance add up" },
    purpose: {
      zh: "优、良、合格、不合格的项目数之和等于绩效自评项目数；已整改与正在整改之和等于发现问题数。",
      en: "Projects graded excellent, good, pass and fail are those evaluated; issues rectified and being rectified are those found.",
    },
  }),
  declare("count.staff", {
    form: "count",
    severity: "warning",
    title: { zh: "实有人数＝各类人员之和", en: "Staff = its kinds" },
    purpose: {
      zh: "实有人数等于行政人员、参照公务员法管理人员与事业人员之和。",
      en: "Staff in post are administrative, civil-service-managed and institutional staff together.",
    },
  }),
];

const pair = (holds: string, fails: string, message: string): readonly RelationExample[] => [
  { text: holds, holds: true, fiscalYear: 2024 },
  { text: fails, holds: false, message, fiscalYear: 2024 },
];

export const EXAMPLES: RelationExamples = () => ({
  "identity.funds": pair(
    "二、收入决算情况说明\n财政拨款收入2826.88万元，其中：一般公共预算财政拨款收入2819.38万元；政府性基金预算财政拨款收入0万元；国有资本经营预算财政拨款收入7.5万元。",
    "二、收入决算情况说明\n财政拨款收入2862.88万元，其中：一般公共预算财政拨款收入2819.38万元；政府性基金预算财政拨款收入0万元；国有资本经营预算财政拨款收入7.5万元。",
    "2826.88",
  ),
  "identity.revenue-sources": pair(
    "收入决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n| | 合计 | 2946.25 | 2940.05 | | | | | 6.20 |",
    "收入决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n| | 合计 | 2946.25 | 2904.05 | | | | | 6.20 |",
    "2904.05",
  ),
  "identity.expenditure-natures": pair(
    "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n| | 合计 | 2940.05 | 2336.91 | 603.14 | | | |",
    "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n| | 合计 | 2940.05 | 2336.91 | 630.14 | | | |",
    "630.14",
  ),
  "identity.personnel-and-public": pair(
    "六、一般公共预算财政拨款基本支出决算情况说明\n一般公共预算财政拨款基本支出1135.68万元，其中：人员经费1055.33万元；公用经费80.35万元。",
    "六、一般公共预算财政拨款基本支出决算情况说明\n一般公共预算财政拨款基本支出1135.68万元，其中：人员经费1055.33万元；公用经费83.05万元。",
    "83.05",
  ),
  "identity.totals": pair(TOTALS("211.02"), TOTALS("221.02"), "221.02"),
  "identity.objects-by-nature": pair(OBJECTS("9.65"), OBJECTS("19.65"), "80.35"),
  "identity.appropriation-within-all": pair(
    "三、支出决算情况说明\n本年支出合计2940.05万元。\n四、财政拨款收入支出决算总体情况说明\n财政拨款支出2940.05万元。",
    "三、支出决算情况说明\n本年支出合计2940.05万元。\n四、财政拨款收入支出决算总体情况说明\n财政拨款支出3940.05万元。",
    "3940.05",
  ),
  "three-public.sum": pair(
    "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0%；公务用车购置及运行维护费支出决算2.5万元，占45.2%；公务接待费支出决算3.03万元，占54.8%。\n（一）总体情况\n“三公”经费财政拨款支出决算为5.53万元。",
    "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元；公务用车购置及运行维护费支出决算2.5万元；公务接待费支出决算3.03万元。\n（一）总体情况\n“三公”经费财政拨款支出决算为5.35万元。",
    "5.53",
  ),
  "three-public.within": pair(
    "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n3.公务接待费支出3.03万元。其中：国内公务接待支出3.03万元。",
    "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n3.公务接待费支出3.03万元。其中：国内公务接待支出30.3万元。",
    "30.3",
  ),
  "three-public.of-basic": pair(RECEPTIONS("1.53"), RECEPTIONS("1.30"), "1.53"),
  "procurement.sum": pair(
    "十、其他重要事项的情况说明\n（二）政府采购支出情况\n政府采购支出总额251.25万元，其中：政府采购货物支出4.79万元、政府采购工程支出0万元、政府采购服务支出246.47万元。",
    "十、其他重要事项的情况说明\n（二）政府采购支出情况\n政府采购支出总额251.25万元，其中：政府采购货物支出4.79万元、政府采购工程支出0万元、政府采购服务支出264.47万元。",
    "264.47",
  ),
  "procurement.within": pair(
    "十、其他重要事项的情况说明\n（二）政府采购支出情况\n政府采购支出总额100万元。授予中小企业合同金额80万元，占政府采购支出总额的80%。",
    "十、其他重要事项的情况说明\n（二）政府采购支出情况\n政府采购支出总额100万元。授予中小企业合同金额800万元，占政府采购支出总额的80%。",
    "800",
  ),
  "identity.state-assets": pair(ASSETS("1,173,617.13"), ASSETS("1,137,617.13"), "1,137,617.13"),
  "count.vehicles": pair(
    "十、其他重要事项的情况说明\n（三）国有资产占有使用情况\n共有车辆3辆，其中：主要领导干部用车0辆、机要通信用车1辆、应急保障用车0辆、其他用车2辆。",
    "十、其他重要事项的情况说明\n（三）国有资产占有使用情况\n共有车辆5辆，其中：主要领导干部用车0辆、机要通信用车1辆、应急保障用车0辆、其他用车2辆。",
    "5",
  ),
  "count.vehicles-held": pair(HELD(3), HELD(13), "13"),
  "count.performance": pair(
    "十、预算绩效管理情况\n绩效自评的2024年度项目4个（其中，绩效评级为“优”的项目4个；绩效评级为“良”的项目0个；绩效评级为“合格”的项目0个；绩效评级为“不合格”的项目0个）。",
    "十、预算绩效管理情况\n绩效自评的2024年度项目4个（其中，绩效评级为“优”的项目3个；绩效评级为“良”的项目0个；绩效评级为“合格”的项目0个；绩效评级为“不合格”的项目0个）。",
    "4",
  ),
  "count.staff": pair(
    "第四部分 附件\n一、部门概况\n编制56人，实有人数54人（其中：行政人员14人，参照公务员管理事业人员22人，非参公事业人员18人）。",
    "第四部分 附件\n一、部门概况\n编制56人，实有人数45人（其中：行政人员14人，参照公务员管理事业人员22人，非参公事业人员18人）。",
    "54",
  ),
});
