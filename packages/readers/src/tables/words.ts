import {
  ECONOMIC_ITEMS,
  FUNCTIONAL_CLASSES,
  normaliseLabel,
  TABLES,
  type Figure,
  type Stage,
  type TableBlock,
} from "@juesuan/core";

// The words that headings and labels are made of, and how two of them are compared.

/** Every word that heads a column or a group of columns in any declared table. */
const HEADINGS: ReadonlySet<string> = new Set(
  TABLES.flatMap((table) => [...table.blocks, ...(table.variants ?? []).flat()])
    .flatMap((block: TableBlock) => [
      block.heading ?? "",
      ...block.columns.flatMap(({ heading, aliases = [] }) => [...heading, ...aliases]),
      ...(block.rows.kind === "fixed" ? [block.rows.heading] : []),
      ...(block.rows.kind === "classification" ? [block.rows.codeHeading, block.rows.nameHeading] : []),
    ])
    .concat(
      ECONOMIC_ITEMS.flatMap(([, ...names]) => names),
      "类 款 项 栏次 行次 序号 项目 科目 编码 代码 备注 收入 支出 金额 单位名称 项目名称 三公经费 财政拨款三公经费".split(
        " ",
      ),
    )
    .map(normaliseLabel)
    .filter((word) => word !== ""),
);

const HEADING_LIKE =
  /(?:科目编码|科目名称|科目代码|功能分类(?:科目)?|经济分类(?:科目)?|[预决]算(?:数|金额)?|统计数|行次|三公经费(?:支出)?)$|^(?:功能|经济)分类|^类?款项?$|^\d{4}年度?$|^\d{4}年.{0,6}数$|比例|增减|完成.*%|%$/;

/** Whether a text can be a heading. A number before it (一、) makes it the label of a row. */
export function isHeadingWord(text: string): boolean {
  const squeezed = text.normalize("NFKC").replace(/\s/g, "");
  if (/^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d+[、.](?!\d))/.test(squeezed)) return false;
  const word = accountWord(headingWord(text));
  return HEADINGS.has(word) || HEADING_LIKE.test(word);
}

/** Whether a text may be the first line of a heading, which goes on below: 公务用 of 公务用车购置费. */
export function beginsHeading(text: string): boolean {
  const word = headingWord(text);
  return word.length > 1 && [...HEADINGS].some((heading) => heading.startsWith(word));
}

/** A text without white space: the cells of narrow columns, and printed letters set apart, have it anywhere. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s/g, "");
}

/** What heads a column of a stage where its form has no word of its own for it. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  final: "决算数",
  budget: "预算数",
  "original-budget": "年初预算数",
  "adjusted-budget": "全年预算数",
};

/** A heading as it is compared: without a unit in brackets and without 其中. */
export function headingWord(text: string): string {
  return normaliseLabel(partLabel(text)).replace(UNIT_IN_BRACKETS, "");
}

const UNIT_IN_BRACKETS = /\((?:单位:?)?(?:人民币)?(?:亿元|万元|元|%|个|辆|人|次|人次|批|批次|个团组|团组|台\(套\))\)$/;

/** 科目编码（类、款、项） and 科目（项目）名称 are 科目编码 and 科目名称. */
export function accountWord(word: string): string {
  return word.replace(/^(.*科目)(编码|代码)?\((?:类款项|项目)\)/, "$1$2");
}

/** 其中：… names a part; its own words are the label. */
export function partLabel(text: string): string {
  return text.replace(/^\s*(?:其\s*中|含)\s*[:：]\s*/, "");
}

/** A row's label as it is compared. */
export function labelWord(text: string): string {
  return normaliseLabel(partLabel(text.replace(/^\s*[△▲*＊]\s*/, "")));
}

export function isGrandTotal(word: string): boolean {
  return /^(?:本年)?(?:(?:一般公共预算|政府性基金|国有资本经营)?(?:预算)?(?:财政拨款)?(?:收入|支出|基本支出|项目支出))?(?:合计|总计)$/.test(
    word,
  );
}

/** The unit that a heading names for its column: 金额（万元）, 人数（人）, 占比%. */
export function unitOfHeading(path: readonly string[]): Figure["unit"] | undefined {
  for (const text of path.toReversed()) {
    const plain = text.normalize("NFKC").replace(/\s/g, "");
    const unit =
      /\((?:单位:?)?(?:人民币)?(亿元|万元|元|%)\)/.exec(plain)?.[1] ?? (plain.endsWith("%") ? "%" : undefined);
    if (unit !== undefined) return UNITS[unit];
    if (/\((?:个|辆|人|次|人次|批|批次|台\(套\))\)$/.test(plain)) return "count";
  }
  return undefined;
}

export const UNITS: Readonly<Record<string, Figure["unit"]>> = {
  元: "yuan",
  万元: "ten-thousand-yuan",
  亿元: "hundred-million-yuan",
  "%": "percent",
};

/** 个, 辆, 批次 in brackets at the end of a label. */
export function classifierOf(label: string): string | undefined {
  return /[（(]((?:个|辆|人|人次|批|批次|次|台（套）|台\(套\)))[)）]\s*$/.exec(label)?.[1];
}

/** Characters that stand in many headings and tell none apart. */
const COMMON = /[收入支出费用数额合小总计共全当度及和年本其中的金算]/g;

/** 总额, 共计, 全年支出: words that name the whole of something, and nothing of its parts. */
export function isOfWhole(word: string): boolean {
  return word !== "" && word.replaceAll(COMMON, "") === "";
}

/** Whether a heading shares what tells it with one of the names of a column: 生产经营支出 and 经营支出, 基本经费 and 基本支出. */
export function sharesWord(word: string, names: readonly string[]): boolean {
  if (isOfWhole(word)) return names.some((name) => isOfWhole(name) && isOfOneFlow(word, name));
  const own = new Set(word.replaceAll(COMMON, ""));
  return names.some((name) => {
    const other = new Set(name.replaceAll(COMMON, ""));
    const common = [...own].filter((character) => other.has(character)).length;
    return common > 0 && common * 2 >= Math.min(own.size, other.size);
  });
}

/** 收入总额 is no name for 本年支出合计. */
function isOfOneFlow(word: string, name: string): boolean {
  return !(word.includes("收") && name.includes("支")) && !(word.includes("支") && name.includes("收"));
}

/**
 * How alike two words are, 0 to 1: 1 for the same characters in any order, as wrapped lines come out mixed up.
 *
 * @example likeness("附属单上位缴收入", "附属单位上缴收入") // 0.97
 */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const longest = Math.max(left.length, right.length);
  // The last or the first character is lost where a cell is too narrow.
  if (longest >= 4 && (right.startsWith(left) || right.endsWith(left)) && right.length - left.length === 1) return 0.96;
  if (longest < 4 || Math.abs(left.length - right.length) > Math.max(1, longest / 5)) return 0;
  const rest = new Map<string, number>();
  for (const character of left) rest.set(character, (rest.get(character) ?? 0) + 1);
  let common = 0;
  for (const character of right) {
    const count = rest.get(character) ?? 0;
    if (count === 0) continue;
    rest.set(character, count - 1);
    common++;
  }
  return (0.97 * common) / longest;
}

const NAMES_OF_CLASSES = new Set(FUNCTIONAL_CLASSES.flatMap(([, ...names]) => names.map(squeezed)));

/** 二十四、债务还本支出: a class of expenditure with the number that the tables of totals give it. */
export function namesClass(text: string): boolean {
  const [, name] = /^[一二三四五六七八九十]{1,3}、(.{2,20})$/.exec(squeezed(text)) ?? [];
  return name !== undefined && NAMES_OF_CLASSES.has(name);
}
