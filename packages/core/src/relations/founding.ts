import { firstAtLeast } from "../document/sorted.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import { perContext } from "./per-context.ts";
import { proseOf } from "./prose.ts";
import type { CheckContext } from "./relation.ts";

/**
 * 本单位为2023年新成立单位, 上年无此机构, 无上年数据, 与上年不可比: the department itself had no last year, or none that this year may be
 * compared with. What only a unit below it says is left out: the department has a last year then.
 */
const FOUNDED = [
  /(?:单位|部门|机构|委员会|[局院校办厅委会站所馆]|中心)(?:为|是|系|属于|属)?(?:20\d\d年)?(?:度|\d{1,2}月)?(?:份)?新(?:成立|组建|设立|设|建|增)(?!的?(?:项目|科室|岗位|下属|所属|制度))/,
  /(?:为|是|系|属于|属)(?:20\d\d年)?(?:度|\d{1,2}月)?(?:份)?新(?:成立|组建|设立|设|增)的?(?:预算|独立核算)?(?:单位|部门|机构)/,
  /(?:本|我|该)(?:单位|部门|机构|[局院校办厅委会站所馆]|中心)[^，。；]{0,4}(?:于|在)?20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式)?(?:成立|组建|设立|挂牌|组建成立)/,
  /(?:上年|上一年|去年|20\d\d年)度?(?:尚)?(?:无|没有|未设|未成立|未设立|未组建)(?:此|该|本)?(?:单位|机构|部门)/,
  /(?:无|没有)(?:上年|上一年|去年|20\d\d年)度?(?:的)?(?:可比|对比|同期|决算|可对比)*(?:数据|数字|数|基数|情况)(?!的)/,
  /(?:上年|上一年|去年)度?(?:无|没有)(?:可比|对比|同期|决算|相关|可对比)*(?:数据|基数|可比数)/,
  /与(?:上年|上一年|去年)度?(?:数据)?(?:不|无)(?:具有?)?可比/,
  /首次(?:编制|编报|公开)(?:部门|单位)?(?:预)?决算|(?:上年|去年|20\d\d年)度?未(?:单独)?(?:编制|编报)(?:部门|单位)?(?:预算和)?决算/,
];

/** 下属中心为新成立单位: of a unit below. */
const OF_UNIT_BELOW = /(?:所|下|直)属|二级|其中|新增|划[入转]/;

function saysSo(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  if (!found) return false;
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
      FOUNDED.some((pattern) => saysSo(text, pattern)),
  ),
);

/** 上年无此项支出, 2022年度未发生公务接待, 上年为0: that there was none last year, said of one amount. */
const NONE_LAST_YEAR =
  /(?:上年|上一年|去年|上年度|20\d\d年度?)(?:同期)?(?:[^，。；\d]{0,16}?)(?:无(?!论)|没有|未(?!来|完|能)|不涉及|为(?:0|零)(?!\.0*[1-9])(?:\.0+)?(?:万元|元|。|，|；|$))/;

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
  return NONE_LAST_YEAR.test(before) || NONE_LAST_YEAR.test(after);
}
