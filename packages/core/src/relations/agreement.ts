import type { BoundTable, StatementOf } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { placeOf } from "./place.ts";
import { proseOf, sourceIn, type Prose } from "./prose.ts";
import type { Bilingual, CheckContext, Judgement, Relation } from "./relation.ts";

const ONE_ACCOUNT: Bilingual = {
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
  examples: [
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
  ],
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
    for (const { name, source, how } of namesIn(context)) {
      const verdict = isClearlyAnother(name, own);
      const isUnit = covered.some((unit) => unit.includes(name) || name.includes(unit));
      const before = context.text?.slice(Math.max(0, source.start - 8), source.start).replace(/\s/g, "") ?? "";
      if (verdict === undefined || isUnit || REFERENCE.test(before) || /^(?:根据|按照?|依据|原)/.test(name)) {
        yield { outcome: "holds", sources: [source] };
        continue;
      }
      const place = placeOf(source);
      yield {
        outcome: "violated",
        message: {
          zh: `${place.zh}${how}“${name}”，与本文件的部门“${own}”不是同一个部门`,
          en: `${place.en} names “${name}”, which is not the department of this file, “${own}”`,
        },
        stated: name,
        expected: own,
        sources: [source],
        culprits: [{ source, expected: own }],
        key: name,
      };
    }
  },
};

function namesIn(context: CheckContext): { readonly name: string; readonly source: Source; readonly how: string }[] {
  const statements = context.disclosure.statements.filter(
    (statement): statement is StatementOf<"name"> => statement.type === "name",
  );
  const heads = context.disclosure.tables.flatMap((table) =>
    table.department === undefined || table.department === ""
      ? []
      : [{ name: table.department, source: headOf(context, table), how: "表头写的是" }],
  );
  return [...statements.map(({ name, source }) => ({ name, source, how: "写的是" })), ...heads];
}

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

// One fiscal year throughout.

/** A phrase that says which year is accounted for, or compared with. */
interface YearPhrase {
  readonly pattern: RegExp;
  /** The fiscal year minus the year that the phrase should name. */
  readonly back: 0 | 1;
  readonly what: Bilingual;
}

const YEAR = "((?:19|20)\\d{2})";

const TITLE_PHRASES: readonly YearPhrase[] = [
  {
    pattern: new RegExp(
      `${YEAR}年?度?(?:[^，。；]{0,30}?)(?:部门|单位)?(?:整体)?决算(?:公开)?(?:情况)?(?:说明|报告|表|报表|公开表|公开|信息公开)?$`,
      "g",
    ),
    back: 0,
    what: { zh: "标题写的是", en: "the title says" },
  },
];

const COVER_PHRASES: readonly YearPhrase[] = [
  { pattern: new RegExp(`${YEAR}年度?$`, "g"), back: 0, what: { zh: "封面写的是", en: "the cover says" } },
];

const ACCOUNT =
  "(?:收入支出|收、支|收支|本年收入|本年支出|收入合计|支出合计|财政拨款(?:收入|支出|收、支)|一般公共预算(?:财政拨款)?支出|政府性基金预算|国有资本经营预算|机关运行经费|政府采购(?:支出|金额))";

const BODY_PHRASES: readonly YearPhrase[] = [
  {
    pattern: new RegExp(
      `(?:^|[。；，]|[局委厅部院会所处队校心区镇乡])${YEAR}年(?:度)?(?=(?:部门|单位)?(?:决算)?(?:的)?(?:无|没有)?${ACCOUNT})`,
      "g",
    ),
    back: 0,
    what: { zh: "说的是", en: "speaks of" },
  },
  {
    pattern: new RegExp(`${YEAR}年度?(?=[“"]?三公[”"]?经费(?:财政拨款)?(?:支出)?(?:年初|决算|预算|全年))`, "g"),
    back: 0,
    what: { zh: "说的是", en: "speaks of" },
  },
  {
    pattern: new RegExp(`${YEAR}年度?(?=(?:部门|单位)决算编制范围)`, "g"),
    back: 0,
    what: { zh: "说的是", en: "speaks of" },
  },
  {
    pattern: new RegExp(`(?:截至|截止|截止到|截至到)${YEAR}年(?=12月(?:31日|底|末)|[年]?末|底)`, "g"),
    back: 0,
    what: { zh: "年末写的是", en: "takes the year's end to be in" },
  },
  {
    pattern: new RegExp(
      `(?:与|和|同|较|比|相比|对比)(?:于)?${YEAR}年(?:度)?(?:的)?(?:决算数?|同期)?(?=(?:相比|相较|比较|对比)|，?(?:增加|减少|增长|下降|降低|上升|持平|基本持平|减增加|无增减))`,
      "g",
    ),
    back: 1,
    what: { zh: "比较的上年写的是", en: "compares with" },
  },
];

export const FISCAL_YEAR: Relation = {
  id: "agreement.year",
  title: { zh: "年度前后不一致", en: "Another year" },
  basis: ONE_ACCOUNT,
  severity: "error",
  form: "agreement",
  purpose: {
    zh: "发现沿用上年文件时没有改的年份：标题、说明、年末日期应是同一个年度，“与上年相比”应是前一年",
    en: "Finds years that stayed when last year's file was reused: titles, text and year-end are of one year, comparisons with the one before",
  },
  leavesOut: {
    zh: "原因说明、附件、职责里提到的其他年份不判断；已与上年比较过、又另与更早年份比较的，不算错",
    en: "Years in reasons, annexes and duties are not judged; a further comparison with an earlier year, after one with last year, is not wrong",
  },
  examples: [
    {
      text: "2024年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元。主要原因：2022年度项目结转。",
      holds: true,
    },
    {
      text: "2024年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。与2022年度相比，收入支出总计增加10.00万元。主要原因：人员增加。\n四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收入支出总计100.00万元。",
      holds: false,
      message: "2022",
    },
    {
      text: "2024年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收入支出总计100.00万元。\n八、政府性基金预算财政拨款支出决算情况说明\n2023年度政府性基金预算财政拨款支出0万元。",
      holds: false,
      message: "2023",
    },
    {
      text: "2024年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收入支出总计100.00万元。\n（三）国有资产占有使用情况说明\n截至2023年12月31日，共有车辆0辆。",
      holds: false,
      message: "12月31日",
    },
  ],
  *judge(context) {
    const mentions = yearMentions(context);
    const year = fiscalYearOf(context, mentions);
    if (year === undefined) {
      yield {
        outcome: "not-checkable",
        reason: { zh: "没有认出决算年度", en: "the fiscal year was not recognised" },
        sources: [],
      };
      return;
    }
    for (const mention of mentions) {
      const wanted = year - mention.phrase.back;
      if (mention.year === wanted) yield { outcome: "holds", sources: [mention.source] };
      else if (!isExplained(mention, mentions, year)) yield wrongYear(mention, wanted, year);
    }
  },
};

interface Mention {
  readonly phrase: YearPhrase;
  readonly year: number;
  readonly prose: Prose;
  readonly at: number;
  readonly source: Source;
}

function yearMentions(context: CheckContext): Mention[] {
  const mentions: Mention[] = [];
  const paragraphs = proseOf(context);
  for (const [index, prose] of paragraphs.entries()) {
    const { section, role } = prose;
    if (
      section?.part === "annexes" ||
      section?.id === "annex" ||
      section?.part === "glossary" ||
      section?.id === "responsibilities"
    ) {
      if (role !== "heading" || section.level > 0) continue;
    }
    // A cover breaks its title over lines: 上海市普陀区财政局2024年度 | 部门决算; 2023年度 | 仁和区… | 部门决算.
    const isCover = section === undefined && role !== "contents" && /^[^。，：]{0,40}年度?$/.test(prose.text);
    if (isCover && paragraphs.slice(index + 1, index + 4).some(({ text }) => /^[^。，]{0,40}决算(?:公开)?$/.test(text)))
      collect(context, prose, COVER_PHRASES, mentions);
    const isTitle = role !== "body" || prose.section === undefined;
    if (isTitle && prose.text.length <= 60) collect(context, prose, TITLE_PHRASES, mentions);
    if (role === "body") collect(context, prose, BODY_PHRASES, mentions);
  }
  return mentions;
}

function collect(context: CheckContext, prose: Prose, phrases: readonly YearPhrase[], mentions: Mention[]): void {
  for (const phrase of phrases) {
    for (const match of prose.text.matchAll(phrase.pattern)) {
      if (isInReason(prose.text, match.index)) continue;
      const year = match[1]!;
      const at = match.index + match[0].indexOf(year);
      mentions.push({ phrase, year: Number(year), prose, at, source: sourceIn(context, prose, at, at + 4) });
    }
  }
}

/** Reasons speak of any year: 主要原因是2022年度项目在本年支付. */
function isInReason(text: string, at: number): boolean {
  const sentence =
    text
      .slice(0, at)
      .split(/[。；]/)
      .at(-1) ?? "";
  return /原因|由于|因为|主要是/.test(sentence);
}

/** The year that most of the phrases mean; where they are evenly divided, the title's. */
function fiscalYearOf(context: CheckContext, mentions: readonly Mention[]): number | undefined {
  const votes = new Map<number, number>();
  for (const { phrase, year } of mentions) {
    const meant = year + phrase.back;
    votes.set(meant, (votes.get(meant) ?? 0) + 1);
  }
  const own = context.disclosure.fiscalYear;
  if (own !== undefined) votes.set(own, (votes.get(own) ?? 0) + 0.5);
  return [...votes].sort((left, right) => right[1] - left[1])[0]?.[0];
}

function isExplained({ phrase, year, prose, at }: Mention, mentions: readonly Mention[], fiscal: number): boolean {
  if (phrase.back === 1) {
    // 比上年增加…；比2019年（疫情前）减少…: last year was compared with as well.
    const also = mentions.some(
      (other) => other.prose === prose && other.phrase.back === 1 && other.year === fiscal - 1,
    );
    return (
      year < fiscal - 1 &&
      (also || /上年|去年|上一年/.test(prose.text) || /^年(?:度)?[（(]/.test(prose.text.slice(at + 4)))
    );
  }
  // Last year's account told beside this year's: 2023年度收入…，2024年度收入….
  const both = mentions.some((other) => other.prose === prose && other.phrase === phrase && other.year === fiscal);
  const sentence = prose.text.slice(at).split(/[。；]/)[0]!;
  return prose.role === "body" && year < fiscal && (both || /结转|结余/.test(sentence));
}

function wrongYear({ phrase, year, source, prose, at }: Mention, wanted: number, fiscal: number): Judgement {
  const place = placeOf(source);
  const words = `${year}${/^年(?:度|\d{1,2}月(?:\d{1,2}日|底)?|末|底)?/.exec(prose.text.slice(at + 4))?.[0] ?? ""}`;
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}${phrase.what.zh}${words}，本文件是${fiscal}年度决算，应为${wanted}年${source.context === undefined ? "" : `：${source.context}`}`,
      en: `${place.en}: ${phrase.what.en} ${year}; these are the accounts of ${fiscal}, so it should be ${wanted}`,
    },
    stated: String(year),
    expected: String(wanted),
    sources: [source],
    culprits: [{ source, expected: String(wanted) }],
    suggestion: { zh: `改为${wanted}`, en: `Change it to ${wanted}` },
    key: `${phrase.what.zh} ${source.context?.replace(/\d+(?:\.\d+)?/g, "") ?? ""}`,
  };
}

export const AGREEMENT_RELATIONS: readonly Relation[] = [FISCAL_YEAR, DEPARTMENT];
