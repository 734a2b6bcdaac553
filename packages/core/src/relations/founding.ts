import { firstAtLeast } from "../document/sorted.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import { perContext } from "./per-context.ts";
import { proseOf } from "./prose.ts";
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
    `(?:无|没有)(?:上年|上一年|去年|(?<before>${YEAR})年)度?(?:的)?(?:可比|对比|同期|决算|可对比)*(?:数据|数字|数|基数|情况)(?!的)`,
  ),
  /(?:上年|上一年|去年)度?(?:无|没有)(?:可比|对比|同期|决算|相关|可对比)*(?:数据|基数|可比数)/,
  /与(?:上年|上一年|去年)度?(?:数据)?(?:不|无)(?:具有?)?可比/,
  new RegExp(
    `首次(?:编制|编报|公开)(?:部门|单位)?(?:预)?决算|(?:上年|去年|(?<before>${YEAR})年)度?未(?:单独)?(?:编制|编报)(?:部门|单位)?(?:预算和)?决算`,
  ),
];

/** 下属中心为新成立单位: of a unit below. */
const OF_UNIT_BELOW = /(?:所|下|直)属|二级|其中|新增|划[入转]/;

function saysSo(text: string, pattern: RegExp, fiscalYear: number | undefined): boolean {
  const found = pattern.exec(text);
  if (!found) return false;
  const { founded, before } = found.groups ?? {};
  // 我中心于2012年成立 says nothing of the accounts of 2024, nor 2024年没有部门… of the year before.
  if (fiscalYear !== undefined && founded !== undefined && Number(founded) < fiscalYear) return false;
  if (fiscalYear !== undefined && before !== undefined && Number(before) >= fiscalYear) return false;
  const clause = text
    .slice(0, found.index + found[0].length)
    .split(/[，。；：]/)
    .at(-1)!;
  return !OF_UNIT_BELOW.test(clause);
}

/** Whether the document says of its own department that there is no last year to compare with. */
export const hasNoLastYear = perContext((context): boolean =>
  proseOf(context).some(
    ({ role, section, text }) =>
      (role === "body" || role === "heading") &&
      section?.part !== "glossary" &&
      FOUNDED.some((pattern) => saysSo(text, pattern, context.disclosure.fiscalYear)),
  ),
);

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
  if (hasNoLastYear(context)) return true;
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
