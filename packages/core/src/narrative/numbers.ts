import type { Unit } from "../figure/figure.ts";
import { isInName } from "./in-names.ts";

/**
 * A number in a compact text. A `figure` measures something; the other roles are numbers that name or count off:
 * years, dates, enumerators (1、（2）), references (财预〔2016〕143号, 第14条), identifiers (telephone numbers, 5G), parts of a name
 * (2型糖尿病).
 */
export type NumberRole =
  | "figure"
  | "year"
  | "date"
  | "enumerator"
  | "reference"
  | "identifier"
  | "name"
  | "contents-page";

export interface NumberToken {
  readonly role: NumberRole;
  /** Range in the compact text of the number alone. */
  readonly start: number;
  readonly end: number;
  /** End of the number with its unit. */
  readonly unitEnd: number;
  /** Plain decimal, separators removed. */
  readonly value: string;
  readonly decimals: number;
  readonly unit: Unit;
  readonly classifier?: string;
  readonly approximate?: boolean;
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** Units of money and rates, tried in order right after a number. */
const UNITS: readonly { readonly pattern: RegExp; readonly unit: Unit }[] = [
  { pattern: /^(?:个)?百分点/, unit: "percentage-point" },
  { pattern: /^%(左右|上下)?/, unit: "percent" },
  { pattern: /^(余|多|左右)?亿(余|多)?元(左右|上下)?/, unit: "hundred-million-yuan" },
  {
    pattern: /^(余|多|左右)?万(?:元|圆)?(?![一-龥])|^(余|多|左右)?万(余|多)?元(左右|上下)?/,
    unit: "ten-thousand-yuan",
  },
  { pattern: /^(余|多|左右)?元(左右|上下)?/, unit: "yuan" },
  { pattern: /^(?:余)?分(?![公部支局校会行店类期散别院批项享析配布段步级钟])/, unit: "score" },
];

const CLASSIFIER =
  /^(余|多)?(万|亿|千|百)?(余|多)?(人次|人\/次|批次|台（套）|台\/套|台套|个小时|平方米|平方公里|公里|千米|小时|余次|门次|例次|车次|场次|班次|套次|件次|[一-龥㎡])/;

/** Words that go on behind an amount whose unit was left out: 较上年2.08减少0.03万元. */
const NO_CLASSIFIER = /^(?:减少|减至|增加|增长|增至|下降|上升|降低|提高|持平|占(?:比|[本总基\d])|完成|相比)/;

/**
 * Every number of a compact text with its role. Nothing is left out: a caller that binds only figures still sees the rest.
 *
 * @example scanNumbers("增长50.5%") // one figure, unit percent, decimals 1
 */
export function scanNumbers(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    let start = match.index;
    let printed = match[0];
    const lineStart = start === 0 || text[start - 1] === "\n";
    const before = text[start - 1] ?? "";
    // 1.2023年: an enumerator and a year, not a decimal.
    const glued = /^(\d{1,2})\.((?:19|20)\d{2}|2\d{2}(?:\d{2}){0,2})$/.exec(printed);
    // 2.2080202一般行政管理事务: an enumerator and an account's code.
    const isGlued =
      glued !== null &&
      (lineStart || /[：；。]/.test(before)) &&
      /^(?:年|[一-龥](?!\d))/.test(text.slice(start + printed.length)) &&
      !/^[个项元万%]/.test(text.slice(start + printed.length));
    if (isGlued) {
      printed = glued[1]!;
      NUMBER.lastIndex = start + printed.length;
    }
    let end = start + printed.length;
    const after = text.slice(end, end + 12);
    const negative = before === "-" && !/[\dA-Za-z）]/.test(text[start - 2] ?? "");
    const role = isGlued ? "enumerator" : roleOf(text, start, printed, before, after, lineStart);
    if (negative && role === "figure") start -= 1;
    const plain = printed.replaceAll(",", "");
    const point = plain.indexOf(".");
    const unit = role === "figure" ? unitOf(after) : { unit: "count" as const, length: 0 };
    tokens.push({
      role,
      start,
      end,
      unitEnd: end + unit.length,
      value: (negative && role === "figure" ? "-" : "") + plain.replace(/^0+(?=\d)/, ""),
      decimals: point < 0 ? 0 : plain.length - point - 1,
      unit: unit.unit,
      ...(unit.classifier === undefined ? {} : { classifier: unit.classifier }),
      ...(unit.approximate || /(?:[约近逾超]|不足|不到)$/.test(text.slice(Math.max(0, start - 2), start))
        ? { approximate: true }
        : {}),
    });
  }
  return withWritten(text, withListOrdinals(text, tokens));
}

const WRITTEN =
  /(?<![第一二三四五六七八九十百千万几数\d])([一二两三四五六七八九十]{1,4})(?=批次|人次|辆(?!车)|台（套）|台套|个(?=[，。；、])|家(?=[，。；、]))/g;
const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十六 is 16; undefined for what is no number below a hundred: 三五, 二三十. */
export function writtenValue(words: string): number | undefined {
  const [, tens, ten, ones] = /^([二两三四五六七八九]?)(十?)([一二两三四五六七八九]?)$/.exec(words) ?? [];
  if (words === "" || ten === undefined || (ten === "" && tens !== "" && ones !== "")) return undefined;
  if (ten === "") return DIGITS[tens || ones!];
  return 10 * (tens === "" ? 1 : DIGITS[tens!]!) + (ones === "" ? 0 : DIGITS[ones!]!);
}

/** 国内公务接待两批次、十六人次; 内设机构十二个: counts written in words, where what is counted leaves no doubt. */
function withWritten(text: string, tokens: NumberToken[]): NumberToken[] {
  const found: NumberToken[] = [];
  for (const { 0: words, index: start } of text.matchAll(WRITTEN)) {
    const value = writtenValue(words);
    const end = start + words.length;
    if (value === undefined) continue;
    // 三个方面 counts nothing that is accounted for; 内设机构三个 does.
    if (
      /^[个家]/.test(text[end]!) &&
      !/(?:机构|科室|股室|处室|单位)(?:共|共有|有|为)?$/.test(text.slice(Math.max(0, start - 8), start))
    )
      continue;
    const unit = unitOf(text.slice(end, end + 12));
    found.push({
      role: "figure",
      start,
      end,
      unitEnd: end + unit.length,
      value: String(value),
      decimals: 0,
      unit: unit.unit,
      ...(unit.classifier === undefined ? {} : { classifier: unit.classifier }),
    });
  }
  return found.length === 0 ? tokens : [...tokens, ...found].sort((a, b) => a.start - b.start);
}

/** What is counted or measured right behind a number: with one of these it is no ordinal of a list. */
const MEASURED =
  /^(?:[个家名人项辆台套次批件户座条吨亩册张份期场间头只棵株对组元万亿%年月日天米号级类款]|所(?!属)|处(?!室))/;

/**
 * 序号 单位名称 … 1 某局（本级） 行政单位 … 2 某所: the ordinals of a list set without marks, the numbers one, two, three … that
 * stand before a name each, behind the head of an ordinal column or at the starts of lines.
 */
function withListOrdinals(text: string, tokens: NumberToken[]): NumberToken[] {
  const head = /序号[一-龥（）、\n]{0,40}/.exec(text);
  const isName = ({ end }: NumberToken): boolean =>
    /^\n?[一-龥（]{3}/.test(text.slice(end, end + 4)) && !MEASURED.test(text.slice(end, end + 2));
  const stands = ({ start }: NumberToken): boolean =>
    start === 0 || text[start - 1] === "\n" || (head !== null && start >= head.index);
  const candidates = tokens.filter(
    (token) => token.role === "figure" && /^\d{1,3}$/.test(token.value) && stands(token) && isName(token),
  );
  let run: NumberToken[] = [];
  const ordinals = new Set<NumberToken>();
  const close = (): void => {
    if (run.length > 1 || (run.length === 1 && head !== null)) for (const token of run) ordinals.add(token);
    run = [];
  };
  for (const token of candidates) {
    if (token.value === "1") close();
    // Behind the head of its column the 1 may stand on a line of its own, in the middle of a name that takes two.
    const next = run.length > 0 ? Number(run.at(-1)!.value) + 1 : 1;
    if (Number(token.value) === next || (run.length === 0 && head !== null && token.value === "2")) run.push(token);
  }
  close();
  if (ordinals.size === 0) return tokens;
  return tokens.map((token) =>
    ordinals.has(token)
      ? {
          role: "enumerator",
          start: token.start,
          end: token.end,
          unitEnd: token.end,
          value: token.value,
          decimals: 0,
          unit: "count",
        }
      : token,
  );
}

function unitOf(after: string): { unit: Unit; length: number; classifier?: string; approximate?: boolean } {
  for (const { pattern, unit } of UNITS) {
    const match = pattern.exec(after);
    if (match) return { unit, length: match[0].length, approximate: /[余多]|左右|上下/.test(match[0]) };
  }
  const classifier = NO_CLASSIFIER.test(after) ? null : CLASSIFIER.exec(after);
  if (!classifier) return { unit: "count", length: 0 };
  const [whole, approximate, magnitude, later, noun] = classifier;
  return {
    unit: "count",
    length: whole.length,
    classifier: (magnitude ?? "") + noun!,
    ...(approximate || later ? { approximate: true } : {}),
  };
}

function roleOf(
  text: string,
  start: number,
  printed: string,
  before: string,
  after: string,
  lineStart: boolean,
): NumberRole {
  if (/^(?:19|20)\d{2}$/.test(printed)) {
    if (after.startsWith("年")) return "year";
    if (/^[-—至~～](?:19|20)\d{2}年/.test(after) || /^[-—](?:19|20)\d{2}(?!\d)/.test(after)) return "year";
    if (/^[〕）]\d+号?/.test(after) && /[〔（]/.test(before)) return "reference";
    if (/^[〕）]/.test(after) && before === "〔") return "reference";
    if (/^(?:部门|单位|预算|决算|\.\d{1,2}\.)/.test(after)) return "year";
    // 2018度部门决算报表: 年 was left out.
    if (/^度(?:部门|单位|预算|决算|收入|支出|收支|财政|一般)/.test(after)) return "year";
    if (/^、(?:19|20)\d{2}年/.test(after)) return "year";
  }
  if (/^(?:19|20)\d{2}\.\d{1,2}$/.test(printed) && /^[.年]\d/.test(after)) return "date";
  // 发布日期：2018-08-20
  if (/^(?:19|20)\d{2}$/.test(printed) && /^[-/]\d{1,2}[-/]\d{1,2}(?!\d)/.test(after)) return "date";
  if (/^\d{1,2}$/.test(printed) && /[-/]$/.test(before) && isOfDate(text, start, start + printed.length)) return "date";
  // 100、一般公共服务支出（类）商贸事务（款）外资管理（项）: a department with that many items counts on.
  if (lineStart && /^(?:\d{3}|1\d{3})$/.test(printed) && /^[、.．][一-龥]{2}/.test(after)) return "enumerator";
  // 16：08：34
  if (
    /^\d{1,2}$/.test(printed) &&
    (/^：\d{2}(?!\d)/.test(after) || /\d：$/.test(text.slice(Math.max(0, start - 2), start)))
  )
    return "date";
  if (/^\d{1,2}$/.test(printed)) {
    if (after.startsWith("月") || (after.startsWith("日") && text.slice(Math.max(0, start - 1), start).endsWith("月")))
      return "date";
    if (/^-\d{1,2}月/.test(after)) return "date";
    if (after.startsWith("年") && /[’'至-]/.test(before)) return "year";
    if ((lineStart || /[。；]/.test(before)) && after.startsWith("）")) return "enumerator";
    if (lineStart && /^[、.．](?!\d)/.test(after)) return "enumerator";
    if (lineStart && /^[、.．](?:(?:19|20)\d{2}年|2\d{2}(?:\d{2}){0,2}[一-龥])/.test(after)) return "enumerator";
    if (
      before === "（" &&
      after.startsWith("）") &&
      /(?:^|[\n。；：，、转变])$/.test(text.slice(Math.max(0, start - 2), start - 1))
    )
      return "enumerator";
    if (/[。；：\n]/.test(before) && /^[、.．](?!\d)/.test(after)) return "enumerator";
    // （二）1.因公出国（境）费
    if (
      /(?:^|\n)（[一二三四五六七八九十]{1,3}）$/.test(text.slice(Math.max(0, start - 6), start)) &&
      /^[、.．](?!\d)/.test(after)
    )
      return "enumerator";
  }
  if (/^(?:19|20)\d{2}$/.test(printed) && after.startsWith("年")) return "year";
  if (
    /(?:附件|附表|附|图|表)$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\d{1,2}$/.test(printed) &&
    !/^[个张项]/.test(after)
  )
    return "reference";
  if (/^表(?![明示])/.test(after) && /^\d{1,2}$/.test(printed)) return "reference";
  // 社会保障和就业（208）: the code of the account named before it.
  if (
    before === "（" &&
    after.startsWith("）") &&
    /^2\d{2}(?:\d{2}){0,2}$/.test(printed) &&
    /[一-龥]（$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return "reference";
  if (/^2\d{2}(?:\d{2}){1,2}$/.test(printed) && /^[一-龥]{2}/.test(after) && (lineStart || /[.、）：]/.test(before)))
    return "reference";
  // （20805）行政事业单位养老支出220万元; 208社会保障和就业支出220万元，210卫生健康支出41万元: the code before a name.
  if (
    (before === "（" && /^）[一-龥]{2}/.test(after) && /^2\d{4}$/.test(printed)) ||
    (CLASS_CODE.test(printed) &&
      (lineStart || /[，。；：、（]/.test(before)) &&
      (!MEASURED.test(after) || after.startsWith("对个人")) &&
      /^[一-龥]{2,16}(?:支出|补助)\d/.test(text.slice(start + 3, start + 24))) ||
    // 包括30101基本工资100万元、30102津贴补贴80万元
    (ITEM_CODE.test(printed) &&
      !MEASURED.test(after) &&
      /^[一-龥]{2,16}\d[\d.,]*[万亿]?元/.test(text.slice(start + 5, start + 36)))
  )
    return "reference";
  if (after.startsWith("号") || (/^[类款项]）/.test(after) && before === "（")) return "reference";
  // 201（类）03（款）01（项）行政运行, with or without a number of its own before it: 1.201（类）.
  if (/^(?:（类）|类[、，-]?\d{2}款)/.test(after) && /^(?:\d{1,2}\.)?2\d{2}$/.test(printed)) return "reference";
  if (
    /^(?:（[款项]）|[款项])/.test(after) &&
    /^\d{2}$/.test(printed) &&
    /[类款]）?[、，-]?$/.test(text.slice(Math.max(0, start - 3), start))
  )
    return "reference";
  if (/^(?:弄|室)/.test(after)) return "identifier";
  // 青禾路8号3幢201室 is where an office is; 改造小区12个、楼栋126幢 counts houses.
  if (
    /^[幢栋]/.test(after) &&
    (/[号弄路街道]/.test(before) || /^[幢栋](?:\d|[一二三四五六七八九十]层|单元|[A-Z])/.test(after))
  )
    return "identifier";
  // 预算代码：619307, but not 购置电话120部, 电话1200元.
  if (
    /^\d{3,}$/.test(printed) &&
    !/^(?:[百千万亿]*元|[台个套门条件次人]|部(?!门))/.test(after) &&
    /(?:代码|编码|邮编|电话|传真)(?:为|是)?[：:]?$/.test(text.slice(Math.max(0, start - 5), start))
  )
    return "identifier";
  // 12345政务服务热线
  if (/^1\d{2,4}$/.test(printed) && /^(?:[一-龥]{0,6}热线|平台|报警|急救)/.test(after)) return "identifier";
  if (text.slice(Math.max(0, start - 3), start).endsWith("基数为")) return "reference";
  // 差异率：指（决算数-年初预算数）/年初预算数×100%: a formula.
  if (before === "×" && printed === "100" && after.startsWith("%")) return "reference";
  if (text.slice(Math.max(0, start - 1), start).endsWith("第") && /^[条款项号批届次期部分章页]/.test(after))
    return "reference";
  // 64排CT1台, DR2台: how many, behind what is called by letters.
  if (/[A-Z]$/.test(before) && /^\d{1,3}$/.test(printed) && /^(?:台|套|辆|部(?!门)|架|艘)/.test(after)) return "figure";
  if (/[A-Za-z]/.test(before) || (/^[A-Za-z]/.test(after) && !isLongNumber(printed, after))) return "name";
  if (/[_@/]/.test(before) || /^[_@]/.test(after) || isLongNumber(printed, after)) return "identifier";
  if (/^\d{3,4}$/.test(printed) && /^-\d{7,8}/.test(after)) return "identifier";
  return isInName(text, start, start + printed.length, printed) ? "name" : "figure";
}

/** 30101 to 31399: an economic item. */
const ITEM_CODE = /^3(?:0[1-9]|1[0-3])\d{2}$/;
/** 201 to 234 of the functions, 301 to 313 of the objects. */
const CLASS_CODE = /^(?:2(?:[01][1-9]|10|2[0-4]|29|3[0-4])|3(?:0[1-9]|1[0-3]))$/;

/** A telephone number, a code; whole 元 have as many digits and their unit behind them. */
function isLongNumber(printed: string, after: string): boolean {
  return /^\d{7,}$/.test(printed) && !/^(?:余|多)?[万亿]?元/.test(after);
}

/** The month or the day of 2018-08-20. */
function isOfDate(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return (
    /(?<!\d)(?:19|20)\d{2}([-/])\d{1,2}\1$/.test(before) ||
    (/(?<!\d)(?:19|20)\d{2}[-/]$/.test(before) && /^[-/]\d{1,2}(?!\d)/.test(text.slice(end, end + 4)))
  );
}
