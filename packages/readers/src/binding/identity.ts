import { compact, compactText, type Paragraph, type ReadDocument, type Source, type Statement } from "@juesuan/core";

/** What the document calls itself: whose final accounts, of which year. */
export interface Identity {
  /** The beginning of the text, and all of it: what the kind is told by. */
  readonly head: string;
  readonly all: string;
  readonly department?: string;
  readonly fiscalYear?: number;
  readonly names: readonly Extract<Statement, { type: "name" }>[];
}

const YEAR = "((?:19|20)\\d{2})年?(?:度)?";
const KIND =
  "(?:（[本各]级）)?(?:部门|单位)?(?:整体)?(?:收支)?决算(?:公开)?(?:情况)?(?:说明|报告|公开|公示|信息公开|草案)?";

/** A notice of one page: 青禾镇2015年“三公”经费支出说明. */
const THREE_PUBLIC =
  "(?:部门|单位)?(?:一般公共预算)?(?:财政拨款)?(?:安排的?)?三公经费(?:财政拨款)?(?:支出)?(?:决算)?(?:支出)?(?:汇总)?(?:执行)?(?:情况)?(?:的)?(?:说明|公开|公示|表)?";

/** A name ends in the word for a body, so that a sentence's other words do not pass for one. */
const BODY =
  "(?:局|委员会|委|厅|部|院|署|室|办公室|中心|站|会|联合会|总会|商会|团|学校|学院|大学|中学|小学|幼儿园|党校|医院|卫生院|所|处|队|支队|大队|馆|社|政府|人民政府|街道办事处|办事处|街道|镇|乡|园|台|库|场|公司|基金会|法院|检察院|人大|政协|人大常委会|常务委员会|管委会|集团|区|县|市|组|协会|学会|档案馆|图书馆|文化馆|博物馆|服务中心|（本级）|本级|机关)";

export function identify(document: ReadDocument, cover: readonly Paragraph[]): Identity {
  const head = compact(
    document.text,
    document.blocks
      .slice(0, 60)
      .map((block) => ({ start: block.start, end: Math.min(block.end, block.start + 400), hard: true })),
  );
  const all = compactText(document.text.slice(0, 400_000));
  const titled = withDigits(head.text);
  const { department, fiscalYear } = titleOf(titled) ?? fromBody(all, titled) ?? {};
  return {
    head: titled,
    all,
    ...(department === undefined ? {} : { department }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    names: department === undefined ? [] : namesOf(document, cover, department),
  };
}

/** 二〇一八年决算情况: a year written in words, in as many digits. */
function withDigits(text: string): string {
  return text.replace(/二[〇○零]([一二])([〇○零一二三四五六七八九])(?=年)/g, (_, tens: string, ones: string) =>
    [2, 0, tens === "一" ? 1 : 2, Math.max(0, "〇一二三四五六七八九".indexOf(ones))].join(""),
  );
}

const NAME_ENDS_IN_BODY = new RegExp(`${BODY}(?:（[^（）]{1,24}）)?$`);

interface Titled {
  readonly department: string;
  readonly fiscalYear: number;
}

/** What a title ends before: the date of the cover may follow it without a break. */
const ENDS = "(?=\\n|$|目录|（|公开|20\\d{2}年\\d{1,2}月)";

/** 2023年度X部门决算; X2024年度部门决算; either broken over lines. */
function titleOf(text: string): Titled | undefined {
  // 首页 > 财政 > X2024年度部门决算: what the page stands under is no part of the name.
  const joined = text.slice(0, 3000).replace(/[>＞»›]+/g, "\n");
  const patterns = [
    new RegExp(`^(?:#*)${YEAR}\\n?((?![年度])[^\\n。，；：\\d]{2,40}?)\\n?${KIND}${ENDS}`, "gm"),
    new RegExp(`^([^\\n。，；：\\d]{2,40}?)\\n?(?:关于)?${YEAR}\\n?(?:度)?${KIND}${ENDS}`, "gm"),
    new RegExp(`^${YEAR}\\n?${KIND}\\n(?:（?(?:部门|单位)(?:名称)?：?)?([^\\n。，；：\\d]{3,40}?)）?(?=\\n|$)`, "gm"),
    new RegExp(`^([^\\n。，；：\\d]{3,40}?)\\n?${YEAR}${THREE_PUBLIC}(?=\\n|$)`, "gm"),
    new RegExp(`([^\\n。，；：\\d]{3,40}?)${YEAR}(?:部门|单位)决算`, "g"),
    new RegExp(`${YEAR}([^\\n。，；：\\d]{3,40}?)(?:部门|单位)决算`, "g"),
    new RegExp(`^${YEAR}([^\\n。，；：\\d]{3,40}?)${THREE_PUBLIC}(?=\\n|$)`, "gm"),
  ];
  const titles: Titled[] = [];
  for (const [index, pattern] of patterns.entries()) {
    for (const match of joined.matchAll(pattern)) {
      const yearFirst = index === 0 || index === 2 || index >= 5;
      const name = cleanName(yearFirst ? match[2]! : match[1]!);
      if (name === "" || NO_BODY.test(name)) continue;
      titles.push({ department: name, fiscalYear: Number(yearFirst ? match[1] : match[2]) });
    }
  }
  const title =
    titles.find(({ department }) => NAME_ENDS_IN_BODY.test(department) && !A_PLACE_ALONE.test(department)) ?? titles[0];
  if (title === undefined) return undefined;
  // A page calls its office 公路养护中心 above, and the cover gives the name in full.
  const isInFull = ({ department, fiscalYear }: Titled): boolean =>
    fiscalYear === title.fiscalYear && department.endsWith(title.department) && NAMES_A_PLACE.test(department);
  return NAMES_A_PLACE.test(title.department) ? title : (titles.find(isInFull) ?? title);
}

/** 北京市朝阳区2020年度部门决算公开专栏 is where the page stands. */
const A_PLACE_ALONE = /^[一-龥]{2,12}[省市县区州旗盟]$/;
const NAMES_A_PLACE = /^[一-龥]{1,8}(?:省|市|县|自治区|区|州|旗|盟)|^(?:中国|中华|国家|中共)/;

/** What stands where a name would and is none: 黑龙江省2021年度部门决算公开说明 over every page of a province's form. */
const NO_BODY = /^(?:目录|附件|关于)$|[|｜]|^[一-龥]{2,4}(?:省|自治区)$|^年?(?:我|本|该)|三公/;

function cleanName(name: string): string {
  return name
    .replace(/\n/g, "")
    .replace(/^(?:关于|附件\d*：?|第[一二三]部分|（?公开）?|纳入)/, "")
    .replace(/(?:的|部门|单位)$/, "")
    .replace(/^度/, "");
}

function fromBody(text: string, head: string): { department?: string; fiscalYear?: number } | undefined {
  const name =
    new RegExp(`第一部分：?([^\\n。，；：\\d]{2,30}?${BODY})(?:单位|部门)?概况`).exec(head)?.[1] ??
    new RegExp(
      `(?:从预算单位构成看，|纳入|^|\\n|。)([^\\n。，；：\\d]{3,36}?${BODY})(?=${YEAR}(?:部门)?(?:决算|收入支出))`,
    ).exec(text)?.[1] ??
    introduced(head);
  const year = yearOf(text);
  if (year === undefined && name === undefined) return undefined;
  return {
    ...(name === undefined ? {} : { department: cleanName(name) }),
    ...(year === undefined ? {} : { fiscalYear: year }),
  };
}

/** 北京市财政局是负责本市财政收支的市政府组成部门: a page without a title, whose first section says whose it is. */
function introduced(head: string): string | undefined {
  const sentence = new RegExp(
    `(?:\\n|职责。)(?![本我该各全])([一-龥（）]{2,30}?${BODY})(?:是|为|系|隶属于|成立于|属于|内设|共设|承担|行政编制|事业编制)`,
    "g",
  );
  for (const [, name] of head.matchAll(sentence)) if (NAMES_A_PLACE.test(name!)) return name!;
  return undefined;
}

/** The year that the accounts are of, by what is told of it; the year that it is compared with comes less often. */
function yearOf(text: string): number | undefined {
  const told = new RegExp(`(?<![较比与和同])${YEAR}(?:部门|单位)?(?:收入支出|收、支|收支)?(?:决算)?(?:总计|决算)`).exec(
    text,
  );
  if (told) return Number(told[1]);
  const times = new Map<string, number>();
  for (const [, year] of text.matchAll(
    new RegExp(`(?<![较比与和同])${YEAR}(?=本年|一般公共|财政拨款|总?收入|总?支出)`, "g"),
  ))
    times.set(year!, (times.get(year!) ?? 0) + 1);
  const [most] = [...times].toSorted(([, a], [, b]) => b - a);
  return most && Number(most[0]);
}

/** Every place where the department's year is announced by name: X2024年度收入支出总计, so that a foreign name is seen. */
function namesOf(
  document: ReadDocument,
  cover: readonly Paragraph[],
  department: string,
): Extract<Statement, { type: "name" }>[] {
  const found: Extract<Statement, { type: "name" }>[] = [];
  const coverEnd = cover.at(-1)?.end ?? 0;
  const pattern = new RegExp(
    `(?:^|[\\n。，；：、>＞»›|]|[部][分])([^\\n。，；：、\\d（）>＞»›|]{3,36}?${BODY})(?=(?:19|20)\\d{2}年(?:度)?(?:部门决算|单位决算|收入支出|财政拨款|三公|无|政府性|国有|政府采购|预算绩效|一般公共|度部门))`,
    "g",
  );
  const view = compact(
    document.text,
    document.blocks
      .filter(
        (block) =>
          block.kind === "paragraph" && (block.role === "body" || block.role === "heading" || block.role === "header"),
      )
      .map((block) => ({ start: block.start, end: block.end, hard: true })),
  );
  for (const match of view.text.matchAll(pattern)) {
    const name = match[1]!.replace(/^(?:以及|纳入|现将|第[一二三四五]部分|从预算单位构成看)/, "");
    const at = match.index + match[0].length - name.length;
    const start = view.offsets[at]!;
    const end = view.offsets[at + name.length - 1]! + 1;
    const source: Source = { start, end, text: document.text.slice(start, end) };
    found.push({ type: "name", name, role: start < coverEnd ? "cover" : "narrative", source });
  }
  if (found.length === 0 || !found.some((entry) => entry.name === department)) {
    const at = document.text.indexOf(department);
    if (at >= 0)
      found.unshift({
        type: "name",
        name: department,
        role: "cover",
        source: { start: at, end: at + department.length, text: department },
      });
  }
  return found;
}
