import type { BoundFigure, SectionId } from "../facts/disclosure.ts";
import { firstAtLeast } from "../document/sorted.ts";
import { readingOf } from "../figure/interval.ts";
import { isZero, printed } from "./amounts.ts";
import { sectionAt } from "./numeric/terms.ts";
import { isPartOf } from "./classification.ts";
import { placeOf } from "./place.ts";
import { proseOf, sourceIn, type Prose } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { tabledItems, type TabledItem } from "./tabled-items.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";

/** A name that the narrative gives a code, and where. */
interface Named {
  readonly code: string;
  readonly name: string;
  readonly prose: Prose;
  readonly from: number;
  /** The code stands before the name. */
  readonly isCoded?: true;
  /** The code stands behind the name, before which words of the sentence may stand. */
  readonly isCodedBehind?: true;
}

const PATH =
  /([\u4e00-\u9fff]{2,20})（(?:\d{3})?类）[-—]?([\u4e00-\u9fff“”、（）]{2,40}?)（(?:\d{2,5})?款）[-—]?([\u4e00-\u9fff“”、（）]{2,40}?)（(?:\d{2,7})?项）(?:[（〔［【[]?(2\d{6})(?!\d))?/gu;
/** 2130119防灾救灾（项）: the code before the name, as some forms tell their items. */
const CODED =
  /(?<![\d.])(2\d{6}|2\d{4}|2\d{2})[-—.、]?([\u4e00-\u9fff“”][\u4e00-\u9fff“”、（）]{1,39}?)（([类款项])）/gu;
/** 3.教师进修（2050801）：the code behind the name. */
const CODED_BEHIND = /(?<=^|[\d.．、）。；：，])([\u4e00-\u9fff“”][\u4e00-\u9fff“”、]{1,39}?)（(2\d{6})）/gu;
const DEPTH: Readonly<Record<string, number>> = { 类: 3, 款: 5, 项: 7 };

/** 文化体育与传媒支出（类）86.55万元; “教育支出”16.24万元: what stands right before the amount of a class. */
const CLASS_NAME = /([\u4e00-\u9fff]{4,20})(?:（(?:\d{3})?类）)?[”"』」]?(?:支出|为|：)?$/u;

/** With what follows it. */
const LONGEST_CLASS_NAME = 40;

/** Figures of functional expenditure by paragraph, in the order of print. */
function narrated(context: CheckContext): Map<Prose, BoundFigure[]> {
  const paragraphs = proseOf(context).filter(({ role, section }) => role === "body" && section?.part === "narrative");
  const found = new Map<Prose, BoundFigure[]>();
  const figures = context.disclosure.figures
    .filter(
      ({ concept, dimensions, source }) =>
        concept === "expenditure" &&
        source.table === undefined &&
        dimensions.measure === undefined &&
        dimensions.functional !== undefined,
    )
    .toSorted((one, other) => one.source.start - other.source.start);
  for (const prose of paragraphs) {
    const [start, end] = [prose.offsets[0]!, prose.offsets.at(-1)!];
    const own = figures.slice(firstAtLeast(figures, start, startOf), firstAtLeast(figures, end + 1, startOf));
    if (own.length > 0) found.set(prose, own);
  }
  return found;
}

const startOf = ({ source }: BoundFigure): number => source.start;

function* namesIn(context: CheckContext): Iterable<Named> {
  const year = context.disclosure.fiscalYear!;
  for (const [prose, figures] of narrated(context)) {
    const text = prose.text.replaceAll("(", "（").replaceAll(")", "）");
    const items = figures.filter(({ dimensions }) => /^\d{7}$/.test(dimensions.functional!));
    for (const match of text.matchAll(PATH)) {
      const names = match.slice(1, 4) as [string, string, string];
      // A path that does not hold together is reported as such.
      if (context.classification!.misplaced(names, year)) continue;
      const at = prose.offsets[match.index + match[0].length - 1]!;
      // …（项）2200108: the code that is printed behind the name is the one that it is given.
      const code = match[4] ?? items[firstAtLeast(items, at + 1, startOf)]?.dimensions.functional;
      if (code === undefined) continue;
      let from = match.index;
      for (const [depth, name] of names.entries()) {
        from = text.indexOf(name, from);
        yield { code: code.slice(0, 3 + 2 * depth), name, prose, from };
        from += name.length;
      }
    }
    for (const { index, 0: whole, 1: code, 2: name, 3: level } of text.matchAll(CODED)) {
      if (code!.length !== DEPTH[level!]) continue;
      yield { code: code!, name: name!, prose, from: index + whole.indexOf(name!), isCoded: true };
    }
    for (const { index, 1: name, 2: code } of text.matchAll(CODED_BEHIND))
      yield { code: code!, name: name!, prose, from: index, isCodedBehind: true };
    for (const { source, dimensions } of figures) {
      if (!/^\d{3}$/.test(dimensions.functional!) || dimensions.nature !== undefined) continue;
      const end = firstAtLeast(prose.offsets, source.start, (offset) => offset);
      const begin = Math.max(0, end - LONGEST_CLASS_NAME);
      const match = CLASS_NAME.exec(text.slice(begin, end));
      if (match) yield { code: dimensions.functional!, name: match[1]!, prose, from: begin + match.index };
    }
  }
}

/** The labels that the tables print beside each code. */
function labelsOf(context: CheckContext): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const { table, rows } of context.disclosure.tables) {
    if (table === undefined) continue;
    for (const { code, label } of rows) {
      const key = code?.replace(/\s/g, "");
      if (key !== undefined && label !== "") labels.set(key, (labels.get(key) ?? new Set()).add(bare(label)));
    }
  }
  return labels;
}

const bare = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s()（）、，“”"]/g, "")
    .replace(/支出$/, "");

const ITEMS = (name: string): string =>
  tinyDisclosure(
    [TINY.general],
    `五、一般公共预算财政拨款支出决算情况说明\n\n（三）一般公共预算财政拨款支出决算具体情况\n\n1.社会保障和就业支出（类）${name}（项）10.00万元，主要用于：退休人员。年初预算为10.00万元，支出决算为10.00万元。决算数等于预算数。`,
  );

const CODED_ITEM = (name: string): string =>
  tinyDisclosure(
    [TINY.general],
    `五、一般公共预算财政拨款支出决算情况说明\n\n2080501${name}（项）：年初预算10.00万元，支出决算10.00万元。决算数等于预算数。`,
  );

const CODED_BEHIND_ITEM = (name: string): string =>
  tinyDisclosure(
    [TINY.general],
    `五、一般公共预算财政拨款支出决算情况说明\n\n1.${name}（2080501）：年初预算10.00万元，支出决算10.00万元。决算数等于预算数。`,
  );

const CODED_PATH = (name: string): string =>
  ITEMS(`行政事业单位养老支出（款）${name}`).replace("（项）", "（项）2080501。支出");

export const NARRATIVE_NAME: Relation = {
  id: "classification.narrative-name",
  title: { zh: "说明中的科目名称与当年科目不符", en: "A name in the text that the classification does not have" },
  basis: {
    zh: "财政部每年印发的《政府收支分类科目》；说明与报表使用同一名称",
    en: "The classification that the Ministry of Finance issues every year; text and tables use one name",
  },
  severity: "warning",
  form: "catalogue",
  purpose: {
    zh: "发现沿用上年文字的旧科目名称（文化体育与传媒支出）和写错的科目名称",
    en: "Finds names of earlier years that stayed in the text, and names that were miswritten",
  },
  leavesOut: {
    zh: "“支出”二字的有无、标点不算差别；表中也印作同一名称的，由表的关系提示；本文件的表中没有印出正式名称的，只作参考",
    en: "支出 and punctuation make no difference; a name that the tables print too is reported there; only noted where the tables do not print the official one",
  },
  *judge(context) {
    const { classification, disclosure } = context;
    const year = disclosure.fiscalYear;
    if (!classification || year === undefined) return;
    const labels = labelsOf(context);
    const seen = new Set<string>();
    for (const { code, name, prose, from, isCoded, isCodedBehind } of namesIn(context)) {
      const key = `${code} ${bare(name)}`;
      const own = labels.get(code);
      if (seen.has(key) || own?.has(bare(name)) === true || (code.length > 3 && own === undefined)) continue;
      seen.add(key);
      const verdict = classification.verdict(code, name, year);
      const source = sourceIn(context, prose, from, from + name.length);
      const isCut = isCoded === true && isPartOf(name, verdict.name ?? "");
      if (verdict.verdict !== "other-name" || verdict.name === undefined || isCut) {
        yield { outcome: "holds", sources: [source] };
        continue;
      }
      // A class is taken from the words before its amount, which may be more than a name.
      if (code.length === 3 && verdict.former !== true && isCoded !== true) continue;
      // Of what stands before a code in brackets only the name of another code is surely a name.
      if (isCodedBehind === true && verdict.code === undefined) continue;
      const official = verdict.name;
      const inTables = own?.has(bare(official)) === true;
      yield {
        outcome: "violated",
        ...(inTables ? {} : { severity: "info" as const }),
        message: {
          zh: `${placeOf(source).zh}把${code}写作“${name}”，${year}年科目名称是“${official}”${inTables ? "，本文件的表中也是" : ""}${verdict.code === undefined ? "" : `（“${name}”的编码是${verdict.code}）`}`,
          en: `${placeOf(source).en} calls ${code} “${name}”; in ${year} it is “${official}”${inTables ? ", as in the tables here" : ""}${verdict.code === undefined ? "" : ` (“${name}” is ${verdict.code})`}`,
        },
        stated: name,
        expected: official,
        sources: [source],
        culprits: [{ source, expected: official }],
        suggestion: { zh: `改为“${official}”`, en: `Change it to “${official}”` },
        key,
      };
    }
  },
};

/** A code of seven digits, or the three names of an item that no list has. */
function isItem(functional: string): boolean {
  return /^\d{7}$/.test(functional) || functional.split("/").length === 3;
}

const hasItemsHeading = ({ disclosure }: CheckContext): boolean =>
  disclosure.sections.some(({ id }) => id === "general-expenditure.items");

/** Many forms set the items under no heading of their own. */
const itemsSection = (context: CheckContext): SectionId =>
  hasItemsHeading(context) ? "general-expenditure.items" : "general-expenditure";

/** The items told in 五（三）, once each, with what is printed of them. */
function toldItems(context: CheckContext): Map<string, BoundFigure> {
  const told = new Map<string, BoundFigure>();
  for (const figure of context.disclosure.figures) {
    const { functional, measure, stage, fund, nature } = figure.dimensions;
    if (figure.concept !== "expenditure" || fund !== "general" || measure !== undefined || nature !== undefined)
      continue;
    if (stage !== undefined || functional === undefined || figure.source.table !== undefined) continue;
    if (!isItem(functional) || sectionAt(context, figure.source.start) !== itemsSection(context)) continue;
    if (!told.has(functional)) told.set(functional, figure);
  }
  return told;
}

/** The groups that are told where items are: of one that holds a single item, 其他社会保障和就业支出, the group is the item. */
function toldGroups(context: CheckContext): Map<string, BoundFigure[]> {
  const told = new Map<string, BoundFigure[]>();
  for (const figure of context.disclosure.figures) {
    const { functional, measure, stage, fund, nature } = figure.dimensions;
    if (figure.concept !== "expenditure" || fund !== "general" || (measure ?? stage ?? nature) !== undefined) continue;
    if (!/^\d{5}$/.test(functional ?? "") || figure.source.table !== undefined) continue;
    const same = told.get(functional!);
    if (same) same.push(figure);
    else told.set(functional!, [figure]);
  }
  return told;
}

export const ITEMS_OF_TABLE: Relation = {
  id: "items.functional",
  title: { zh: "说明所列的项与支出决算表不符", en: "Items of the text and items of the table" },
  basis: {
    zh: "公开格式：具体情况按一般公共预算财政拨款支出决算表的项级科目逐项说明",
    en: "The form tells the items of the table of general budget expenditure one by one",
  },
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "发现说明里写的项级科目表中没有、表中同一款的另一项说明又没有提到的情况：名称写错了；逐项说明了其余各项、独缺一两项的，是漏写",
    en: "Finds an item that the table does not have, beside one of the same group that the text does not tell: the name is wrong; and one or two items that a list of all others leaves out",
  },
  leavesOut: {
    zh: "逐项说明自成一节的，漏列的科目由各项之和的关系判断；漏列较多的，清单本不求全，不判断；没有读到该表的不判断",
    en: "Where the items have a heading of their own, one that is left out shows in the sums; a list that lacks more of them was never meant to be whole; not judged where the table was not read",
  },
  *judge(context) {
    const tabled = tabledItems(context);
    const told = toldItems(context);
    if (!tabled || tabled.size === 0 || told.size === 0) return;
    const groups = toldGroups(context);
    const untold = [...tabled.values()].filter(
      ({ code, figure }) =>
        !told.has(code) &&
        !isZero(figure) &&
        !(groups.get(code.slice(0, 5))?.some((group) => isNearly(group, figure)) ?? false),
    );
    const spoken = [...namesOf(context)];
    for (const [code, figure] of told) {
      if (tabled.has(code)) {
        yield { outcome: "holds", sources: [figure.source], figures: [figure.id] };
        continue;
      }
      // A name that no list has may stand for any one item that is not told.
      const near = untold.filter((entry) => !/^\d+$/.test(code) || entry.code.startsWith(code.slice(0, 5)));
      const [meant] = near;
      if (isZero(figure) || near.length !== 1 || !isNearly(figure, meant!.figure)) continue;
      yield wrongItem(figure, spoken.find((entry) => entry.figure === figure)?.name, meant!);
    }
    // Under a heading of their own they are added up, and the sum says what lacks.
    if (
      !hasItemsHeading(context) &&
      isAllBut(untold.length, told.size) &&
      [...told.keys()].every((code) => tabled.has(code))
    )
      yield leftOut(untold, [...told.values()]);
  },
};

/** So many items told, and so few not, are a list that was meant to have them all. */
const isAllBut = (untold: number, told: number): boolean => untold > 0 && untold <= 2 && told >= 5 * untold;

function leftOut(untold: readonly TabledItem[], told: readonly BoundFigure[]): Judgement {
  const place = placeOf(told[0]!.source);
  const names = untold.map(({ name, figure }) => `“${name}”（${printed(figure)}）`).join("、");
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}逐项说明了${told.length}个项级科目，没有说明《一般公共预算财政拨款支出决算表》中的${names}`,
      en: `${place.en} tells ${told.length} items one by one, and not ${untold.map(({ name }) => `“${name}”`).join(" and ")} of the table of general budget expenditure`,
    },
    figures: untold.map(({ figure }) => figure.id),
    sources: [told.at(-1)!.source, ...untold.map(({ figure }) => figure.source)],
    suggestion: { zh: `补上${untold.map(({ name }) => `“${name}”`).join("、")}的说明`, en: "Tell these items as well" },
    key: `left out ${untold.map(({ code }) => code).join(" ")}`,
  };
}

/** The name that each item's first amount goes by in the text. */
function* namesOf(context: CheckContext): Iterable<{ readonly name: string; readonly figure: BoundFigure }> {
  for (const [prose, figures] of narrated(context)) {
    const text = prose.text.replaceAll("(", "（").replaceAll(")", "）");
    for (const match of text.matchAll(PATH)) {
      const at = prose.offsets[match.index + match[0].length - 1]!;
      const figure = figures[firstAtLeast(figures, at + 1, startOf)];
      if (figure) yield { name: match[3]!, figure };
    }
  }
}

/** Equal but for the last digit: the amount is the item's, whatever it is called. */
function isNearly(one: BoundFigure, other: BoundFigure): boolean {
  const [first, second] = [readingOf(one), readingOf(other)];
  if (one.unit !== other.unit || !first || !second) return false;
  return Math.abs(first.middle - second.middle) <= Math.max(first.step, second.step);
}

function wrongItem(figure: BoundFigure, name: string | undefined, meant: TabledItem): Judgement {
  const place = placeOf(figure.source);
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}${name === undefined ? "有一项" : `“${name}”（项）`}${printed(figure)}，《一般公共预算财政拨款支出决算表》没有这一项，表中有“${meant.name}”（${printed(meant.figure)}）而说明没有提到`,
      en: `${place.en} tells ${name === undefined ? "an item" : `“${name}”`} of ${printed(figure)}, which the table does not have; the table has “${meant.name}” (${printed(meant.figure)}), which the text does not tell`,
    },
    ...(name === undefined ? {} : { stated: name }),
    expected: meant.name,
    figures: [figure.id, meant.figure.id],
    sources: [figure.source, meant.figure.source],
    suggestion: { zh: `科目名称改为“${meant.name}”，或核对表中的行`, en: `Call it “${meant.name}”, or check the row` },
    key: meant.code,
  };
}

export const NARRATIVE_NAME_RELATIONS: readonly Relation[] = [NARRATIVE_NAME, ITEMS_OF_TABLE];

export const EXAMPLES: RelationExamples = () => ({
  [NARRATIVE_NAME.id]: [
    { text: ITEMS("行政事业单位养老支出（款）行政单位离退休"), fiscalYear: 2024, holds: true },
    {
      text: ITEMS("行政事业单位养老金支出（款）行政单位离退休"),
      fiscalYear: 2024,
      holds: false,
      message: "行政事业单位养老支出",
    },
    { text: CODED_ITEM("行政单位离退休"), fiscalYear: 2024, holds: true },
    {
      text: CODED_ITEM("事业单位离退休"),
      fiscalYear: 2024,
      holds: false,
      message:
        "把2080501写作“事业单位离退休”，2024年科目名称是“行政单位离退休”，本文件的表中也是（“事业单位离退休”的编码是2080502）",
    },
    { text: CODED_BEHIND_ITEM("行政单位离退休"), fiscalYear: 2024, holds: true },
    { text: CODED_BEHIND_ITEM("用于行政单位离退休"), fiscalYear: 2024, holds: true },
    {
      text: CODED_BEHIND_ITEM("事业单位离退休"),
      fiscalYear: 2024,
      holds: false,
      message: "把2080501写作“事业单位离退休”",
    },
    { text: CODED_PATH("行政单位离退休"), fiscalYear: 2024, holds: true },
    {
      text: CODED_PATH("事业单位离退休"),
      fiscalYear: 2024,
      holds: false,
      message: "把2080501写作“事业单位离退休”",
    },
    {
      text: CODED_PATH("事业单位离退休").replace("2080501。", "[2080501]。"),
      fiscalYear: 2024,
      holds: false,
      message: "把2080501写作“事业单位离退休”",
    },
  ],
  [ITEMS_OF_TABLE.id]: [
    { text: ITEMS("行政事业单位养老支出（款）行政单位离退休"), fiscalYear: 2024, holds: true },
    {
      text: ITEMS("行政事业单位养老支出（款）退休人员生活补贴"),
      fiscalYear: 2024,
      holds: false,
      message: "“行政单位离退休”（10.00万元）而说明没有提到",
    },
  ],
});
