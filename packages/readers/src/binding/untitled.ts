import { compactText, type Passage, type ReadDocument, type SectionId, type Stretch } from "@juesuan/core";

// Text under no heading that says what it tells: a notice of one page, a heading that the page left out or worded as no
// other does. There the first sentence that tells a figure says which section it belongs to.

/** What a sentence tells by the words that it speaks of first. Before each: what stands in the way of an earlier, shorter one. */
const TOLD: readonly { readonly id: SectionId; readonly words: RegExp }[] = [
  {
    id: "three-public",
    words:
      /三公(?:两费)?经费|因公出国|公务接待|公务用车(?:购置|运行|保有)|^(?:[一二三四五六七八九十\d]{1,2}[、.．]|（[一二三四五六七八九十\d]{1,2}）)?(?:决算)?(?:(?:公车|车辆|公务车)(?:购置及)?运行(?:维护)?费|出国（境）费)/,
  },
  {
    id: "appropriation-totals",
    words: /财政拨款(?:收入支出|收支|收、支|收入、支出|收入和支出|收入总计|支出总计|总收入|总支出)/,
  },
  { id: "government-fund", words: /政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:本年)?(?:收入|支出|年[初末])/ },
  { id: "state-capital", words: /国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:本年)?(?:收入|支出|年[初末])/ },
  { id: "basic-expenditure", words: /(?:一般公共预算)?财政拨款基本支出/ },
  { id: "general-expenditure", words: /一般公共预算(?:财政拨款)?(?:本年)?支出|财政拨款(?:本年)?支出/ },
  { id: "operating-costs", words: /机关运行经费/ },
  { id: "procurement", words: /政府采购(?:支出)?(?:总额|金额|总金额|支出|计划|预算)/ },
  {
    id: "state-assets",
    words: /(?:共有|实有)(?:公务用车|车辆)|国有资产|固定资产(?:总额|原值|净值|合计|共计)?为?\d|资产总额/,
  },
  {
    id: "totals",
    words:
      /收、支(?:决算)?总计|收入(?:支出)?(?:决算)?总计|收支(?:决算)?总(?:计|额)|支出(?:决算)?总计|总收入|总支出|(?:收入|支出)共计|财政(?:拨款|补助)收入|(?:部门|单位)收入为?[\d.,]+万?元，支出/,
  },
  { id: "revenue", words: /(?:本年|当年)收入|收入(?:决算)?合计/ },
  {
    id: "expenditure",
    words: /(?:本年|当年)支出|支出(?:决算)?合计|^(?:20\d{2}年度?)?(?:本部门|本单位)?(?:基本|项目)支出(?=共|为|\d)/,
  },
];

const FIGURE = /\d(?:[\d.,]*)(?:万元|亿元|元|%|批次|人次|辆)/;
/** The text of several sections that a converter left in one paragraph belongs to none of them alone. */
const MANY_SECTIONS =
  /）(?:收入|支出|财政拨款)[^，。；]{0,16}情况说明[^]*）(?:支出|财政拨款|一般公共预算)[^，。；]{0,24}情况说明/;

/** Pages without end are not searched to their end. */
const SENTENCES = 12;

/** The section that a paragraph belongs to by its first sentence that tells a figure; undefined where its words name none. */
export function sectionOfWords(paragraph: string): SectionId | undefined {
  if (isRow(paragraph) || MANY_SECTIONS.test(paragraph)) return undefined;
  for (const sentence of paragraph.split(/[。；\n]/, SENTENCES)) {
    if (!FIGURE.test(sentence)) continue;
    let first: { readonly id: SectionId; readonly at: number } | undefined;
    for (const { id, words } of TOLD) {
      const at = sentence.search(words);
      if (at >= 0 && (first === undefined || at < first.at)) first = { id, at };
    }
    return first?.id;
  }
  return undefined;
}

/** 公务接待费 | 1679.69 | 1590.94 |: a row of a table that was copied as text, no sentence. */
function isRow(paragraph: string): boolean {
  return /\|.*\||\|$/.test(paragraph);
}

/** 四、2017年末固定资产86.7万元，…: a paragraph numbered as sections are, that tells at once. */
const NUMBERED = /^([一二三四五六七八九十]{1,3})、/;

/**
 * A passage of a known section, up to where a paragraph is numbered as its heading is and tells of another; that paragraph and
 * what follows it as passages of their own.
 */
export function upToSibling(document: ReadDocument, passage: Passage, marker: string | undefined): readonly Passage[] {
  if (marker === undefined || !/^[一二三四五六七八九十]{1,3}$/.test(marker)) return [passage];
  const { stretches, section: _, ...place } = passage;
  const at = stretches.findIndex(({ start, end, hard }, index) => {
    if (index === 0 || !hard) return false;
    const words = compactText(document.text.slice(start, end));
    const number = NUMBERED.exec(words)?.[1];
    if (number === undefined || number === marker) return false;
    const own = sectionOfWords(words);
    return own !== undefined && own !== passage.section;
  });
  if (at < 0) return [passage];
  return [
    { ...passage, stretches: stretches.slice(0, at) },
    ...bySection(document, { ...place, stretches: stretches.slice(at) }),
  ];
}

/** 2023年度政府性基金预算财政拨款年初结转…，收入…，支出…: a paragraph that opens with a fund tells it to its end, also among other matters. */
const OPENS_WITH_FUND = /^(?:20\d{2}年度?)?(?:政府性基金|国有资本经营)预算财政拨款(?:本年)?(?:收入|支出|年[初末])/;

/** 七、专项资金使用情况: 当年支出 is there what became of that money, and not all that was spent. */
const OF_MONEY_APART = /(?:专项|衔接|补助|帮扶|整治|债券|债务|非税)[^/]{0,8}(?:资金|收入|征收|情况)/;
const OF_ACCOUNTS: ReadonlySet<SectionId> = new Set(["totals", "revenue", "expenditure"]);

/** The section of a paragraph under a heading of that section, where the heading has one. */
function sectionOf(words: string, heading: SectionId | undefined, title: string): SectionId | undefined {
  if (heading === undefined) {
    const own = sectionOfWords(words);
    return own !== undefined && OF_ACCOUNTS.has(own) && OF_MONEY_APART.test(title.split(" / ").at(-1)!)
      ? undefined
      : own;
  }
  return OPENS_WITH_FUND.test(words) ? sectionOfWords(words) : heading;
}

/**
 * A passage of no known section, or of other matters, as the passages that its paragraphs belong to; what stands before the
 * first of them stays as it is.
 */
export function bySection(document: ReadDocument, passage: Passage): readonly Passage[] {
  const passages: Passage[] = [];
  let stretches: Stretch[] = [];
  let { section } = passage;
  const close = (): void => {
    if (stretches.length > 0) passages.push({ ...passage, ...(section === undefined ? {} : { section }), stretches });
    stretches = [];
  };
  for (const stretch of passage.stretches) {
    const words = compactText(document.text.slice(stretch.start, stretch.end));
    if (isRow(words)) {
      close();
      ({ section } = passage);
    }
    const own = stretch.hard ? sectionOf(words, passage.section, passage.title) : undefined;
    // …年末共有公务用车8辆 among the “three public” expenses counts the vehicles that they were spent on.
    const goesOn = own === undefined || own === section || (own === "state-assets" && section === "three-public");
    if (!goesOn) {
      close();
      section = own;
    }
    stretches.push(stretch);
  }
  close();
  return passages;
}
