import { firstAtLeast } from "../document/sorted.ts";
import type { SectionId } from "../facts/disclosure.ts";
import { CUES, type CuePhrase } from "./cues.ts";
import { SUBJECTS, type SubjectPhrase } from "./lexicon/index.ts";
import { Phrases } from "./phrases.ts";
import { scanNumbers, type NumberToken } from "./numbers.ts";

/** One meaningful stretch of a compact text. */
export type Token =
  | { readonly type: "subject"; readonly start: number; readonly end: number; readonly phrase: SubjectPhrase }
  | {
      readonly type: "path";
      readonly start: number;
      readonly end: number;
      readonly names: readonly string[];
      readonly from: number;
    }
  /** What stands between the last mark and an amount, where it may be the name of an account: 2070308群众体育, 卫生健康支出. */
  | {
      readonly type: "name";
      readonly start: number;
      readonly end: number;
      readonly name: string;
      readonly code?: string;
      /** It heads a numbered line and what is told there: 2.死亡抚恤。年初预算为…. */
      readonly heads?: true;
    }
  | { readonly type: "cue"; readonly start: number; readonly end: number; readonly phrase: CuePhrase }
  | { readonly type: "number"; readonly start: number; readonly end: number; readonly number: NumberToken }
  | { readonly type: "mark"; readonly start: number; readonly end: number; readonly mark: string };

/** 社会保障和就业（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）, or its last levels alone. */
const NAME = "[^，。；：、（）\\d\\n.]{2,30}(?:（(?!类）|款）|项）)[^（）\\n]{1,12}）[^，。；：、（）\\d\\n]{0,20})?";
const PATH = new RegExp(
  `(?:\\d{3})?(?<class>${NAME})(?:\\d{3})?（\\d{0,3}类）[，、]?(?:\\d{2,5})?(?:(?<group>${NAME})(?:\\d{2,5})?（\\d{0,5}款）[，、]?(?:\\d{2,7})?(?:(?<item>[^。；：\\n（）]{2,40}(?:（(?!\\d{0,7}项）)[^（）\\n]{1,30}）[^。；：\\n（）]{0,30})?)(?:\\d{2,7})?（\\d{0,7}项）)?)?` +
    `|(?<group2>${NAME})（\\d{0,5}款）[，、]?(?:(?<item2>[^。；：\\n（）]{2,40}(?:（(?!\\d{0,7}项）)[^（）\\n]{1,30}）[^。；：\\n（）]{0,30})?)（\\d{0,7}项）)?` +
    `|(?<item3>[^，。；：、（）\\d\\n]{2,40})（\\d{0,7}项）`,
  "g",
);

/** 一般公共服务支出（201）审计事务（20108）行政运行（2010801）: each level with its code behind it. */
const CODED_LEVELS =
  /(?<class>[^，。；：、（）\d\n.]{2,30})（2\d{2}）[，、]?(?<group>[^，。；：（）\d\n]{2,40}(?:（[^（）\d\n]{1,12}）[^，。；：（）\d\n]{0,20})?)（2\d{4}）(?:[，、]?(?<item>[^，。；：（）\d\n]{2,40}(?:（[^（）\d\n]{1,12}）[^，。；：（）\d\n]{0,20})?)（2\d{6}）)?/g;

const PHRASES_OF_SUBJECTS = new Phrases(SUBJECTS);
const PHRASES_OF_CUES = new Phrases(CUES);
const MARKS = /[，。；：、\n（）！？]/g;

/**
 * The tokens of a compact text in order. Subjects and paths never overlap each other; a cue that lies inside a subject
 * gives way to it, unless it starts before (与2022年相比 …).
 */
export function tokenise(
  text: string,
  section: SectionId | undefined,
  numbers: readonly NumberToken[] = scanNumbers(text),
): Token[] {
  const paths = [...pathTokens(text), ...dashedPaths(text)];
  const tokens: Token[] = [...paths];
  const taken = new Uint8Array(text.length);
  for (const path of paths) taken.fill(1, path.start, path.end);
  const free = (start: number, end: number): boolean => {
    for (let index = start; index < end; index++) if (taken[index] === 1) return false;
    return true;
  };
  // A cue that holds a comparison or a budget word is longer than the subject it would collide with.
  const allCues = PHRASES_OF_CUES.allIn(text);
  const cues = allCues.filter(({ start, end }) => free(start, end));
  // The phrases of other sections must not hide those of this one.
  const isIn = ({ only }: SubjectPhrase): boolean =>
    only === undefined || (section !== undefined && only.includes(section));
  const subjects = PHRASES_OF_SUBJECTS.allIn(text, { isIn }).filter(({ start, end }) => free(start, end));
  for (const subject of subjects) {
    // Cues do not overlap: of those that begin before, the last alone may reach in.
    const rival = cues[firstAtLeast(cues, subject.start, ({ start }) => start) - 1];
    if (rival && rival.end >= subject.end) continue;
    tokens.push({ type: "subject", ...subject });
    taken.fill(2, subject.start, subject.end);
  }
  const isFree = (index: number): boolean => taken[index] === 0;
  // Where nothing is taken they are those found before.
  const left = taken.includes(1) || taken.includes(2) ? PHRASES_OF_CUES.allIn(text, { isFree }) : allCues;
  for (const cue of left) tokens.push({ type: "cue", ...cue });
  tokens.push(
    ...nameTokens(text, numbers, taken),
    ...changedNames(text, taken),
    ...codedNames(text),
    ...headingNames(text),
  );
  for (const number of numbers) tokens.push({ type: "number", start: number.start, end: number.unitEnd, number });
  for (const mark of text.matchAll(MARKS)) {
    if (taken[mark.index] !== 0) continue;
    tokens.push({ type: "mark", start: mark.index, end: mark.index + 1, mark: mark[0] });
  }
  return tokens.sort((a, b) => a.start - b.start || rank(a) - rank(b));
}

function rank(token: Token): number {
  return token.type === "number" ? 2 : token.type === "name" ? 0 : 1;
}

const CLAUSE = /[^，。；：、\n]*$/;
/** 2080803在乡复员、退伍军人生活补助: what follows a code is one name, though it holds a mark. */
const CODED_CLAUSE = /(?<=^|[，。；：、\n（])(?:（?\d{1,3}[.、）])?2\d{4}(?:\d{2})?[一-龥]{2,20}[、，][一-龥]{2,20}$/;
/** From a bracket that is still open: 基本支出706万元（其中工资福利支出560万元. */
const IN_BRACKET = /(?<=\d(?:万|亿)?元（)[^，。；：、\n（）]*$/;
const LEAD =
  /^(?:（?[\d一二三四五六七八九十]{1,3}(?:[）、]|\.(?!\d)|\.(?=2\d{2}(?:\d{2}){0,2}[^\d.])))?(?:(?:人员|公用)(?:经费|支出)(?=(?:主要)?(?:包括|用于)))?(?:其中|以及|(?:全部|均)(?:为|是|用于)|(?:具体|[一-龥]{2,4}经费)?用途(?:主要)?(?:包括|有)|主要包括|主要有|含(?=[一-龥]{4})|具体(?:包括|包含|为|是)|包括|分别是|分别为|主要是|主要为|主要(?:来自于?|来源于|体现在|集中在|集中于|投向)|主要用于|用于(?![^，。；：\d]{2,14}的彩票公益金)|(?:全年|本年度?|当年)(?:总)?支出(?:总额|合计)?(?:当)?中，?)?(?:（?\d{1,2}[）、])?(?:[一二三四五六七八九十]{1,2}是)?/;
const TRAIL =
  /(?:(?:（类）|（款）|（项）)?(?:支出)?(?:20\d{2}(?:年度?|(?=年初)))?(?:支出)?(?:年初|全年|调整)?(?:预算|决算)?(?:安排|批复)?(?:数|额|金额)?(?:共计|合计|共|为|是)?)$/;

/** The code before a name: 2130101行政运行, （2080505）机关事业单位基本养老保险缴费支出, 科目2050305. */
const AHEAD =
  /^(?:（(2\d{2}(?:\d{2}){0,2})[类款项]?）|(?:(?:支出)?(?:功能分类)?(?:科目)?(?:编码|代码)?(?=2\d{4}(?:\d{2})?(?!\d)))?(2\d{2}(?:\d{2}){0,2})|3(?:0[1-9]|1[0-3])(?:\d{2})?)?[-—－ ]?(.*)$/;

const NAMED_UNITS: ReadonlySet<string> = new Set(["ten-thousand-yuan", "yuan", "count", "percent"]);

/** The names of accounts may stand right before an amount, with or without their codes. */
function nameTokens(
  text: string,
  numbers: readonly NumberToken[],
  taken: Uint8Array,
): Extract<Token, { type: "name" }>[] {
  const found: Extract<Token, { type: "name" }>[] = [];
  for (const { role, unit, start: at } of numbers) {
    if (role !== "figure" || !NAMED_UNITS.has(unit)) continue;
    // 公共安全支出占82.6%: a share with no amount of its own.
    const share = unit === "percent" ? /(?<=[一-龥]支出)占比?$/.exec(text.slice(Math.max(0, at - 8), at))?.[0] : "";
    if (share === undefined) continue;
    const start = at - share.length;
    const from = Math.max(0, start - 60);
    const near = text.slice(from, start);
    // 抚恤金21.65万元和奖励金1.82万元
    const clause = (CODED_CLAUSE.exec(near) ?? IN_BRACKET.exec(near) ?? CLAUSE.exec(near)!)[0].replace(
      /^.*\d[万亿]?元[和及与](?=[一-龥])/,
      "",
    );
    const lead = LEAD.exec(clause)![0].length;
    const [, inBrackets, plain, words] = AHEAD.exec(clause.slice(lead))!;
    const ahead = inBrackets ?? plain;
    // 社会保障和就业（208）支出
    const [, before, inside] = /^([^（]+)（(?:(2\d{2}(?:\d{2}){0,2})|3\d{2}(?:\d{2})?)[类款项]?）/.exec(words!) ?? [];
    const code = ahead ?? inside;
    const printed = before ?? words!.replace(TRAIL, "");
    // 2050201支出20万元: a code with no name.
    const isBare = printed === "" && ahead !== undefined && ahead.length > 3;
    const name = isBare ? ahead : printed;
    if (!isBare && (name.length < 2 || /\d/.test(name))) continue;
    const begins = start - clause.length + lead;
    const end = start - (words!.length - printed.length - (before === undefined ? 0 : (inside?.length ?? 3) + 2));
    if (taken.subarray(begins, end).includes(1)) continue;
    found.push({ type: "name", start: begins, end, name, ...(code === undefined ? {} : { code }) });
  }
  return found;
}

/** 与上年相比，学前教育支出增加20万元，小学教育支出减少30万元: accounts whose changes are told, and not their amounts. */
const CHANGED_NAME =
  /(?<=^|[，。；：、\n])(?:其中)?([一-龥]{2,24}支出)(?=(?:(?:比|较)(?:上年|去年)|同比)?(?:增加|减少|增长|下降)了?\d)/g;

function changedNames(text: string, taken: Uint8Array): Extract<Token, { type: "name" }>[] {
  return [...text.matchAll(CHANGED_NAME)].flatMap(({ 0: all, 1: name, index }) => {
    const end = index + all.length;
    const start = end - name!.length;
    return taken.subarray(start, end).includes(1) ? [] : { type: "name" as const, start, end, name: name! };
  });
}

/** （1）2130101行政运行：, 1.2050203初中教育。年初预算… */
const CODED =
  /(?<=^|[\n。；：])(?:（?\d{1,2}[.、）])?(2\d{4}(?:\d{2})?)([一-龥（）、]{2,40}?)(?=：|。(?:20\d{2}年度?)?(?:年初|全年|支出)?(?:预算|决算))/g;

/** （1）201（类）03（款）01（项）行政运行，年初预算数…: the code level by level. */
const LEVELLED =
  /(?<!\d)(2\d{2})(?:（类）|类)[、，-]?(\d{2})(?:（款）|款)(?:[、，-]?(\d{2})(?:（项）|项))?[-—－]?([一-龥、]{2,40}(?:（[一-龥]{1,12}）[一-龥]{0,20})?)(?=[，。：\d])/g;

/** 3）行政单位医疗（2101101）。 */
const CODE_BEHIND =
  /(?<=(?:^|[\n。；：])(?:（?\d{1,2}[）.、])?)([一-龥、]{2,40})（(2\d{4}(?:\d{2})?)[款项]?）(?=[。：，])/g;

/** 1.2050203初中教育：支出决算643.07万元: an account with its code that heads what is told of it. */
function codedNames(text: string): Extract<Token, { type: "name" }>[] {
  const ahead = [...text.matchAll(CODED)].map(({ 0: all, 1: code, 2: name, index }) => ({
    type: "name" as const,
    start: index + all.length - name!.length - code!.length,
    end: index + all.length,
    name: name!,
    code: code!,
  }));
  const behind = [...text.matchAll(CODE_BEHIND)].map(({ 0: all, 1: name, 2: code, index }) => ({
    type: "name" as const,
    start: index,
    end: index + all.length,
    name: name!,
    code: code!,
  }));
  const levelled = [...text.matchAll(LEVELLED)].map(({ 0: all, 1: first, 2: group, 3: item = "", 4: name, index }) => ({
    type: "name" as const,
    start: index,
    end: index + all.length,
    name: name!,
    code: first! + group! + item,
  }));
  return [...ahead, ...behind, ...levelled];
}

/** （1）死亡抚恤：21.50万元; 2.死亡抚恤。年初预算为21.50万元; 3.死亡抚恤，2023年支出21.50万元. */
const HEADED =
  /(?<=^|\n)(?:（?[\d一二三四五六七八九十]{1,3}[）.、]{1,2})([一-龥（）、]{2,40}?)(?=：(?:支出(?:决算)?为?)?\d|[。：](?:20\d{2}年度?)?(?:年初|全年|调整|支出)?(?:预算|决算)|，(?:20\d{2}年度?)?(?:支出(?:决算)?|(?:年初|全年|调整)?[预决]算)数?为?\d)/g;

function headingNames(text: string): Extract<Token, { type: "name" }>[] {
  return [...text.matchAll(HEADED)].map(({ 0: all, 1: name, index }) => ({
    type: "name" as const,
    start: index + all.length - name!.length,
    end: index + all.length,
    name: name!,
    heads: true,
  }));
}

/** 1.一般公共服务支出—纪检监察事务—行政运行：年初预算…: a path of names between dashes that heads what is told of its item. */
const DASHED =
  /(?<=^|\n)(?:（?[\d一二三四五六七八九十]{1,3}[）.、]{1,2})?([一-龥]{2,18}支出)[—－/-]{1,2}([一-龥、（）]{2,30})[—－/-]{1,2}([一-龥、（）]{2,40}?)(?=[：。，]|(?:20\d{2}年度?)?(?:的)?(?:年初|全年|支出)?(?:预算|决算)(?:数|安排)?(?:为|是)?\d|支出?为?\d|\d)/g;

function dashedPaths(text: string): Extract<Token, { type: "path" }>[] {
  return [...text.matchAll(DASHED)].map(({ 0: all, 1: first, 2: group, 3: item, index }) => ({
    type: "path" as const,
    start: index + all.indexOf(first!),
    end: index + all.length,
    names: [first!, group!, item!],
    from: 0,
  }));
}

function pathTokens(text: string): Extract<Token, { type: "path" }>[] {
  const found: Extract<Token, { type: "path" }>[] = [];
  for (const match of pathsIn(text)) {
    const groups = match.groups!;
    const names: (string | undefined)[] =
      groups["class"] !== undefined
        ? [groups["class"], groups["group"], groups["item"]]
        : groups["group2"] !== undefined
          ? [groups["group2"], groups["item2"]]
          : [groups["item3"]];
    const from = groups["class"] !== undefined ? 0 : groups["group2"] !== undefined ? 1 : 2;
    const clean = names
      .filter((name): name is string => name !== undefined)
      .map((name, index) =>
        index === 0 && from < 2
          ? stripLead(name)
          : name.replace(/^(?:[.、]|全部[为是]|其中|以及|[和与]|及(?!其))+/, ""),
      );
    found.push({ type: "path", start: match.index, end: match.index + match[0].length, names: clean, from });
  }
  return found;
}

/** No path is without one of these, nor goes over a line. */
const LEVEL = /[类款项]）/;
const CODES = /（2\d{2}）[^\n]*（2\d{4}）/;

function* pathsIn(text: string): Generator<RegExpExecArray> {
  for (let start = 0; start < text.length;) {
    const ends = text.indexOf("\n", start);
    const end = ends < 0 ? text.length : ends;
    const line = text.slice(start, end);
    if (CODES.test(line))
      for (const match of line.matchAll(CODED_LEVELS)) {
        match.index += start;
        yield match;
      }
    else if (LEVEL.test(line))
      for (const match of line.matchAll(PATH)) {
        match.index += start;
        yield match;
      }
    start = end + 1;
  }
}

/** Words of the sentence that a greedy name may swallow: 主要用于教育支出 → 教育支出. */
function stripLead(name: string): string {
  return name.replace(
    /^(?:其中|(?:支出)?(?:全部|均|都)(?:在|列在|列入|列支于|反映在)|全部为|全部是|均为|主要用于|用于|包括|分别为|分别是|具体为|以及|其次是|一是|二是|三是|四是|和|与|及(?!其))+/,
    "",
  );
}
