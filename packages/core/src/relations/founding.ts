import { firstAtLeast } from "../document/sorted.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import { perContext } from "./per-context.ts";
import { proseOf, type Prose } from "./prose.ts";
import type { CheckContext } from "./relation.ts";

/**
 * 本单位为2023年新成立单位, 上年无此机构, 无上年数据, 与上年不可比: the department itself had no last year, or none that this year may be
 * compared with. What only a unit below it says is left out: the department has a last year then.
 */
const YEAR = "20\\d\\d";
const BODY = "(?:单位|部门|机构|委员会|[局院校办厅委会站所馆]|中心)";
const WHEN = `(?:为|是|系|属于|属)?(?:(?<founded>${YEAR})年)?(?:度|\\d{1,2}月)?(?:份)?`;
/** 新成立单位, 新组建， but not 新建教学楼, 新成立党支部. */
const NEW =
  "新(?:成立|组建|设立|设|建)(?=(?:的|预算|独立核算|事业|行政)*(?:单位|部门|机构)(?!改革)|(?:以来|后|不久)?[，。；、（）]|$)";

const FOUNDED = [
  new RegExp(`${BODY}${WHEN}${NEW}`),
  new RegExp(`(?:为|是|系|属于|属)(?:(?<founded>${YEAR})年)?(?:度|\\d{1,2}月)?(?:份)?${NEW}`),
  new RegExp(
    `(?:本|我|该)${BODY}[^，。；]{0,4}(?:于|在)?(?<founded>${YEAR})年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:正式)?(?:成立|组建|设立|挂牌|组建成立)`,
  ),
  new RegExp(
    `(?:上年|上一年|去年|(?<before>${YEAR})年)度?(?:尚)?(?:无|没有|未设|未成立|未设立|未组建)(?:此|该|本)?(?:单位|机构|部门)`,
  ),
  new RegExp(
    `首次(?:编制|编报|公开)(?:部门|单位)?(?:预)?决算|(?:上年|去年|(?<before>${YEAR})年)度?未(?:单独)?(?:编制|编报)(?:部门|单位)?(?:预算和)?决算`,
  ),
];

/** What may be said of the department as of one amount. */
const INCOMPARABLE = [
  new RegExp(
    `(?:无|没有)(?:上年|上一年|去年|(?<before>${YEAR})年)度?(?:的)?(?:可比|对比|同期|决算|可对比)*(?:数据|数字|数|基数|情况)(?!的)`,
  ),
  /(?:上年|上一年|去年)度?(?:无|没有)(?:可比|对比|同期|决算|相关|可对比)*(?:数据|基数|可比数)/,
  /与(?:上年|上一年|去年)度?(?:数据)?(?:不|无)(?:具有?)?可比/,
];

/** 下属中心为新成立单位: of a unit below. */
const OF_UNIT_BELOW = /(?:所|下|直)属|二级|其中|新增|划[入转]/;

/** Where a sentence begins to say so of this year and of no unit below. */
function* saying(text: string, patterns: readonly RegExp[], fiscalYear: number | undefined): Generator<number> {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { founded, before } = found.groups ?? {};
    // 我中心于2012年成立 says nothing of the accounts of 2024, nor 2024年没有部门… of the year before.
    if (fiscalYear !== undefined && founded !== undefined && Number(founded) < fiscalYear) continue;
    if (fiscalYear !== undefined && before !== undefined && Number(before) >= fiscalYear) continue;
    const clause = text
      .slice(0, found.index + found[0].length)
      .split(/[，；：]/)
      .at(-1)!;
    if (!OF_UNIT_BELOW.test(clause)) yield found.index;
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a document says that there is no last year to compare with: of its own department, or of what stands in some places. */
interface NoLastYear {
  readonly ofAll: boolean;
  /** By their offsets, none within another. */
  readonly places: readonly Range[];
}

const noLastYear = perContext((context): NoLastYear => {
  const { fiscalYear } = context.disclosure;
  const places: Range[] = [];
  for (const prose of proseOf(context)) {
    if ((prose.role !== "body" && prose.role !== "heading") || prose.section?.part === "glossary") continue;
    for (const sentence of sentencesOf(prose)) {
      for (const _ of saying(sentence.text, FOUNDED, fiscalYear)) return { ofAll: true, places: [] };
      for (const at of saying(sentence.text, INCOMPARABLE, fiscalYear)) {
        const place = spokenOf(prose, sentence, at);
        if (!place) return { ofAll: true, places: [] };
        places.push(place);
      }
    }
  }
  return { ofAll: false, places: apart(places) };
});

/** An amount or a rate: what a sentence tells. */
const AMOUNT = /\d(?:万|亿)?元|\d[%％]|个百分点/;

interface Sentence {
  readonly text: string;
  /** Where it begins in its paragraph. */
  readonly start: number;
  /** Itself, or else the sentence before it that tells amounts. */
  readonly telling: string | undefined;
  /** Whether any sentence of the paragraph does. */
  readonly isBesideAmounts: boolean;
}

function* sentencesOf({ text }: Prose): Generator<Sentence> {
  const isBesideAmounts = AMOUNT.test(text);
  let telling: string | undefined;
  let start = 0;
  for (const own of text.split("。")) {
    if (isBesideAmounts && AMOUNT.test(own)) telling = own;
    if (own !== "") yield { text: own, start, telling, isBesideAmounts };
    start += own.length + 1;
  }
}

/** 本单位2024年起独立核算，无上年数据, but not 本单位公务接待费与上年不可比. */
const DEPARTMENT = new RegExp(`(?:本|我|该)${BODY}`, "g");
const OF_AMOUNTS = /费|支出|收入|拨款|采购|资产|车|项目|资金|经营|业务|结转|结余/;
/** Sections whose totals are those of the whole department. */
const TOTALS = /^(?:totals|revenue|expenditure)$/;

/**
 * What is said to have no last year: what the sentence tells, or its paragraph, where it tells nothing itself, or its section,
 * where the paragraph does not; undefined for the whole department, which its totals stand for.
 */
function spokenOf({ text, offsets, section }: Prose, sentence: Sentence, at: number): Range | undefined {
  const before = sentence.text.slice(0, at);
  const named = [...before.matchAll(DEPARTMENT)].at(-1);
  if (section === undefined || (named && !OF_AMOUNTS.test(before.slice(named.index)))) return undefined;
  const isTelling = sentence.telling === sentence.text;
  if (section.id !== undefined && TOTALS.test(section.id)) {
    // 收入总计12万元，其中其他收入1万元，与上年不可比 says it of the part.
    const subject = (isTelling ? before : (sentence.telling ?? "")).split(/其中|；/).at(-1)!;
    if (/[总合]计/.test(subject) || !sentence.isBesideAmounts) return undefined;
  }
  if (isTelling) return { from: offsets[sentence.start]!, to: offsets[sentence.start + sentence.text.length - 1]! };
  if (sentence.isBesideAmounts) return { from: offsets[0]!, to: offsets[text.length - 1]! };
  // What no section of amounts says is said of the document.
  return section.part === "narrative" ? { from: section.heading.start, to: section.bodyEnd } : undefined;
}

function apart(places: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const place of places.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last && place.from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, place.to) };
    else found.push(place);
  }
  return found;
}

/**
 * 上年无此项支出, 2022年度未发生公务接待, 上年为0: that there was none last year, said of one amount. What the year itself had none of, or
 * the next, explains nothing.
 */
const noneLastYear = perContext(({ disclosure: { fiscalYear } }): RegExp => {
  const others = fiscalYear === undefined ? "" : `(?!${fiscalYear}|${fiscalYear + 1})`;
  return new RegExp(
    `(?:上年|上一年|去年|上年度|${others}${YEAR}年度?)(?:同期)?(?:[^，。；\\d]{0,16}?)(?:无(?!论)|没有|未(?!来|完|能)|不涉及|为(?:0|零)(?!\\.0*[1-9])(?:\\.0+)?(?:万元|元|。|，|；|$))`,
  );
});

/** As far as the sentences beside a figure may tell why it has no last year. */
const NEAR = 160;

/** The paragraphs by their places. */
const paragraphsOf = perContext((context) =>
  proseOf(context).toSorted((one, other) => one.offsets[0]! - other.offsets[0]!),
);

/** Whether the document explains beside a figure, or of itself, that there was nothing last year. */
export function isSaidToBeNew(context: CheckContext, { source }: BoundFigure): boolean {
  const { ofAll, places } = noLastYear(context);
  if (ofAll) return true;
  const place = places[firstAtLeast(places, source.start, ({ to }) => to)];
  if (place && place.from <= source.start) return true;
  const paragraphs = paragraphsOf(context);
  const paragraph = paragraphs[firstAtLeast(paragraphs, source.start, ({ offsets }) => offsets.at(-1)!)];
  if (!paragraph || paragraph.offsets[0]! > source.start) return false;
  const at = firstAtLeast(paragraph.offsets, source.start, (offset) => offset);
  const before = paragraph.text
    .slice(Math.max(0, at - NEAR), at)
    .split("。")
    .at(-1)!;
  // The reason may be a sentence of its own behind the figures.
  const after = paragraph.text
    .slice(at, at + NEAR)
    .split("。")
    .slice(0, 2)
    .join("。");
  const says = noneLastYear(context);
  return says.test(before) || says.test(after);
}
