import type { BoundTable, StatementOf } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { placeOf } from "./place.ts";
import { proseOf, sourceIn } from "./prose.ts";
import type { Bilingual, CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

export const ONE_ACCOUNT: Bilingual = {
  zh: "一份决算公开只能有一个部门、一个年度；《政府信息公开条例》要求公开的信息准确",
  en: "One disclosure is of one department and one year; disclosed information must be accurate (政府信息公开条例)",
};

/** Provinces, cities, counties and towns before the name of the body itself. */
const PLACE =
  /^(?:中华人民共和国|中国)?(?:[一-龥]{2,8}?(?:省|自治区|特别行政区))?(?:[一-龥]{2,6}?(?:市|自治州|州|盟|地区))?(?:[一-龥]{1,6}?(?:区|县|市|旗))?/;
const KIND =
  /(?:局|委员会|委|厅|部|院|办公室|中心|站|会|所|处|队|馆|社|政府|人民政府|街道办事处|办事处|街道|镇|乡|学校|小学|中学|幼儿园|医院|公司|（本级）|本级|机关)$/;

interface Name {
  readonly place: string;
  readonly core: string;
}

function nameParts(name: string): Name {
  const plain = name.normalize("NFKC").replace(/[\s“”"()（）]|本级|汇总|本部|机关$/g, "");
  const place = PLACE.exec(plain)?.[0] ?? "";
  const rest = place.length < plain.length - 1 ? plain.slice(place.length) : plain;
  return { place: place.length < plain.length - 1 ? place : "", core: rest.replace(KIND, "") };
}

/** Whether the characters of the shorter name occur in the longer one in order: 人社 in 人力资源和社会保障. */
function abbreviates(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at >= short.length;
}

/** Words that half of all departments have in their names. */
const GENERIC = /管理|事务|服务|发展|人民|监督|保障|综合|委员|工作|建设|事业|公共|行政|资源/g;

function shareWords(one: string, other: string): boolean {
  const [left, right] = [one.replace(GENERIC, ""), other.replace(GENERIC, "")];
  if (left.length < 2 || right.length < 2) return true;
  for (let at = 0; at + 2 <= left.length; at++) if (right.includes(left.slice(at, at + 2))) return true;
  return false;
}

/** The last of the places named: 普陀区 of 上海市普陀区. */
function lastPlace(place: string): string | undefined {
  return /([一-龥]{2,6}?[省市区县旗州盟])$/.exec(place)?.[1];
}

/** Another body for certain: other words altogether, or the same office of another district. */
function isClearlyAnother(name: string, own: string): "other-body" | "other-place" | undefined {
  const a = nameParts(name);
  const b = nameParts(own);
  if (a.core.length < 2 || b.core.length < 2) return undefined;
  if (name.includes(own) || own.includes(name)) return undefined;
  const placeA = lastPlace(a.place);
  const placeB = lastPlace(b.place);
  if (placeA !== undefined && placeB !== undefined && !a.place.includes(placeB) && !b.place.includes(placeA))
    return "other-place";
  if (a.core === b.core) return undefined;
  const [short, long] = a.core.length < b.core.length ? [a.core, b.core] : [b.core, a.core];
  if (abbreviates(short, long) || shareWords(short, long)) return undefined;
  return "other-body";
}

const REFERENCE = /(?:根据|按照?|依据|依照|遵照|经|由|向|报|含|原|更名为|划入|划转|并入|关于|《|转发)$/;

export const DEPARTMENT: Relation = {
  id: "agreement.department",
  title: { zh: "部门名称前后不一致", en: "Another department's name" },
  basis: ONE_ACCOUNT,
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "发现套用别的部门文件时没有改掉的名称：封面、表头、说明里应是同一个部门",
    en: "Finds the name that stayed when another department's file was reused: cover, tables and text speak of one department",
  },
  leavesOut: {
    zh: "简称、全称、旧称、“（本级）”和下属单位的名称不算；只有确实是另一个部门、或另一个地方的同名部门，才报告",
    en: "Short, full and former names, “(本级)” and units covered do not count; only a body that is certainly another is reported",
  },
  *judge(context) {
    const own = context.disclosure.department;
    if (own === undefined) {
      yield {
        outcome: "not-checkable",
        reason: { zh: "没有认出部门名称", en: "the department's name was not recognised" },
        sources: [],
      };
      return;
    }
    const covered = coveredUnits(context);
    const slips = new Set<number>();
    for (const { name, source } of mistyped(context, own)) {
      // A unit of nearly the same name may be listed for what it is.
      if (covered.some((unit) => unit === name)) continue;
      slips.add(source.start);
      yield mistypedName(name, own, source);
    }
    for (const { name, source, how } of namesIn(context)) {
      const verdict = isClearlyAnother(name, own);
      const isUnit = covered.some((unit) => unit.includes(name) || name.includes(unit));
      const before = context.text?.slice(Math.max(0, source.start - 8), source.start).replace(/\s/g, "") ?? "";
      if (verdict === undefined || isUnit || REFERENCE.test(before) || /^(?:根据|按照?|依据|原)/.test(name)) {
        yield { outcome: "holds", sources: [source] };
        continue;
      }
      if (!slips.has(source.start)) yield anotherBody(name, own, source, how);
    }
  },
};

function anotherBody(name: string, own: string, source: Source, how: string): Judgement {
  const place = placeOf(source);
  return {
    ...named(name, own, source),
    message: {
      zh: `${place.zh}${how}“${name}”，与本文件的部门“${own}”不是同一个部门`,
      en: `${place.en} names “${name}”, which is not the department of this file, “${own}”`,
    },
  };
}

function mistypedName(name: string, own: string, source: Source): Judgement {
  const place = placeOf(source);
  return {
    ...named(name, own, source),
    message: {
      zh: `${place.zh}把本部门的名称“${own}”写成了“${name}”`,
      en: `${place.en} writes “${name}” for the department's name, “${own}”`,
    },
    suggestion: { zh: `改为“${own}”`, en: `Change it to “${own}”` },
  };
}

function named(name: string, own: string, source: Source): Judgement {
  return {
    outcome: "violated",
    stated: name,
    expected: own,
    sources: [source],
    culprits: [{ source, expected: own }],
    key: name,
  };
}

/** Shorter names differ from each other by a character without any mistake. */
const LEAST_NAME = 5;

/** What departments are called for; of two of them that differ in a character neither is a slip of the pen. */
const OFFICES =
  /^(?:财政|民政|教育|司法|审计|统计|农业|林业|水利|水务|税务|商务|政务|医保|卫健|体育|文化|旅游|公安|交通|信访|档案|粮食|气象|监察|组织|宣传|统战|政法|人事|劳动|住建|城管|环保|科技|经信|工信|发改|国资|市监|应急|扶贫|移民|外事|侨务|台办|党校|团委|妇联|工会)$/;

/**
 * The department's own name with one character mistyped or two exchanged, anywhere in the text. What differs by more may
 * be a short form or another body, which is judged where the text speaks of the department.
 */
function* mistyped(context: CheckContext, own: string): Iterable<{ readonly name: string; readonly source: Source }> {
  const name = own.replace(/\s/g, "");
  if (name.length < LEAST_NAME) return;
  const half = name.length >> 1;
  const halves = [
    { part: name.slice(0, half), at: 0 },
    { part: name.slice(half), at: half },
  ];
  for (const prose of proseOf(context)) {
    const seen = new Set<number>();
    for (const { part, at } of halves) {
      for (let found = prose.text.indexOf(part); found >= 0; found = prose.text.indexOf(part, found + 1)) {
        const from = found - at;
        const other = prose.text.slice(Math.max(0, from), from + name.length);
        if (from < 0 || other.length < name.length || seen.has(from) || !isSlipOf(other, name)) continue;
        seen.add(from);
        yield { name: other, source: sourceIn(context, prose, from, from + name.length) };
      }
    }
  }
}

function isSlipOf(other: string, own: string): boolean {
  const differing = [...own].flatMap((character, index) => (character === other[index] ? [] : [index]));
  const [first, second] = differing;
  if (first === undefined || differing.length > 2 || !/^[一-龥]+$/.test(other)) return false;
  if (second !== undefined) {
    return second === first + 1 && own[first] === other[second] && own[second] === other[first];
  }
  // Numbers, points of the compass and the like tell offices, schools and districts apart.
  if (/[一二三四五六七八九十东南西北中上下前后新老大小]/.test(own[first]! + other[first]!)) return false;
  // 区 for 县, 局 for 处: what kind of place or body it is may differ in earnest.
  if (/[省市区县旗镇乡州盟局委厅部院室站会所处队馆社校]/.test(own[first]! + other[first]!)) return false;
  const { place, core } = nameParts(own);
  if (first < place.length) {
    // 青羊区 and 青白区 are two districts; a long name of a place is not mistaken for another by a character.
    return place.length > LEAST_PLACE;
  }
  return !(OFFICES.test(core) && OFFICES.test(nameParts(other).core));
}

const LEAST_PLACE = 4;

function namesIn(context: CheckContext): { readonly name: string; readonly source: Source; readonly how: string }[] {
  const statements = context.disclosure.statements.filter(
    (statement): statement is StatementOf<"name"> => statement.type === "name",
  );
  const heads = context.disclosure.tables.flatMap((table) =>
    table.department === undefined || table.department === ""
      ? []
      : [{ name: table.department, source: headOf(context, table), how: "表头写的是" }],
  );
  const notes = context.disclosure.tables.flatMap((table) => {
    const name = OWNER_OF_NOTE.exec((table.note ?? "").replace(/\s/g, ""))?.[1];
    return name === undefined || !KIND.test(name)
      ? []
      : [{ name, source: noteOf(context, table, name), how: "表下的说明写的是" }];
  });
  return [
    ...statements.map(({ name, source }) => ({ name, source, how: "写的是" })),
    ...heads,
    ...notes,
    ...ownersIn(context),
  ];
}

/** 截至2024年12月31日，某市自然资源局本级及所属单位共有车辆5辆: whose vehicles, costs or purchases are told. */
const OWNER =
  /(?<=^|[，。；：])(?:截[至止](?:20)?\d{2,4}年(?:12月31日|末|底)[，,]?)([一-龥]{4,30}?(?:局|委员会|厅|法院|检察院|中心|学校|中学|小学|医院|政府|办事处))(?=(?:（?本级）?|机关)?(?:(?:及|和)(?:所属|下属|直属)[一-龥]{0,8})?共?(?:有|占有|占用|拥有)[^，。；]{0,6}(?:车辆|公务用车|房屋|国有资产))/g;

function ownersIn(context: CheckContext): readonly { name: string; source: Source; how: string }[] {
  const owners = proseOf(context).flatMap((prose) => {
    if (prose.role !== "body") return [];
    return [...prose.text.matchAll(OWNER)].map((match) => {
      const name = match[1]!;
      const at = match.index + match[0].length - name.length;
      return { name, source: sourceIn(context, prose, at, at + name.length), how: "写的是" };
    });
  });
  // A department that tells the vehicles of each of its units names them all.
  return new Set(owners.map(({ name }) => name)).size > 1 ? [] : owners;
}

/** 说明：上海市普陀区教育局本年度没有政府性基金预算财政拨款收入和支出 */
const OWNER_OF_NOTE = /^(?:说明|注|备注)：([一-龥（）]{4,30}?)(?:20\d{2}年度?|本年度?)?(?:没有|无|未)/;

/** Where a note under a table names its owner, where the text is at hand. */
function noteOf(context: CheckContext, table: BoundTable, name: string): Source {
  const at = context.text?.slice(table.source.start, table.source.end + NOTE_REACH).indexOf(name) ?? -1;
  const { box: _box, ...where } = {
    ...table.source,
    ...(table.table !== undefined && { table: table.table }),
    text: name,
  };
  const start = table.source.start + Math.max(0, at);
  return at < 0 ? where : { ...where, start, end: start + name.length };
}

const NOTE_REACH = 600;

/** The line 部门：… over a table, where the text is at hand. */
function headOf(context: CheckContext, table: BoundTable): Source {
  const department = table.department!;
  const from = Math.max(0, table.source.start - 400);
  const at = context.text?.slice(from, table.source.end).indexOf(department) ?? -1;
  const where = { ...table.source, ...(table.table === undefined ? {} : { table: table.table }), text: department };
  if (at < 0) return where;
  const { box: _box, ...rest } = where;
  return { ...rest, start: from + at, end: from + at + department.length };
}

/** The units that the account covers may be named anywhere. */
function coveredUnits(context: CheckContext): string[] {
  const listed = context.disclosure.statements.flatMap((statement) =>
    statement.type === "named-item" && statement.list === "covered-units" ? [statement.name] : [],
  );
  const section = context.disclosure.sections.find(({ id }) => id === "institutions");
  const text = section ? (context.text?.slice(section.bodyStart, section.bodyEnd) ?? "") : "";
  const units =
    text
      .replace(/[ 　]/g, "")
      .match(/[一-龥（）()]{4,40}(?:局|委|中心|所|站|院|馆|学校|队|处|会|医院|园|社)(?:（[^）]*）)?/g) ?? [];
  return [...listed, ...units];
}

export const DEPARTMENT_RELATIONS: readonly Relation[] = [DEPARTMENT];

export const EXAMPLES: RelationExamples = () => ({
  [DEPARTMENT.id]: [
    {
      text: "上海市普陀区财政局2024年度部门决算\n一、收入支出决算总体情况说明\n上海市普陀区财政局2024年度收入支出总计100.00万元。\n二、收入决算情况说明\n区财政局2024年度部门决算收入合计100.00万元。",
      holds: true,
    },
    {
      text: "上海市普陀区财政局2024年度部门决算\n一、收入支出决算总体情况说明\n上海市普陀区财政局2024年度收入支出总计100.00万元。\n八、政府性基金预算财政拨款收入支出决算情况说明\n上海市静安区财政局2024年度无政府性基金预算财政拨款收入和支出。",
      holds: false,
      message: "静安区财政局",
    },
    {
      text: "上海市普陀区财政局2024年度部门决算\n一、收入支出决算总体情况说明\n上海市普陀区财政局2024年度收入支出总计100.00万元。\n八、政府性基金预算财政拨款收入支出决算情况说明\n上海市普陀区教育局2024年度无政府性基金预算财政拨款收入和支出。",
      holds: false,
      message: "教育局",
    },
    {
      text: "上海市普陀区财政局2024年度部门决算\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n（三）国有资产占有使用情况\n截至2024年12月31日，上海市普陀区教育局本级及所属各单位共有车辆3辆。",
      holds: false,
      message: "上海市普陀区教育局",
    },
    {
      text: "青禾县水务局2024年度部门决算\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n（三）国有资产占有使用情况\n截至2024年12月31日，青禾县水务局共有车辆3辆。截至2024年12月31日，青禾县防汛指挥中心共有车辆2辆。",
      holds: true,
    },
    {
      text: "攀枝花市仁和区人力资源和社会保障局2023年度部门决算\n十、其他重要事项的情况说明\n（一）机关运行经费支出情况\n2023年，攀枝花市仁和区人力资源和社会保降局机关运行经费支出80.35万元。",
      holds: false,
      message: "社会保降局",
    },
  ],
});
