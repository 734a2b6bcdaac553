import type { Source } from "../figure/figure.ts";
import { ONE_ACCOUNT } from "./department.ts";
import { placeOf } from "./place.ts";
import { proseOf, sourceIn, type Prose } from "./prose.ts";
import type { Bilingual, CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

/** A phrase that says which year is accounted for, or compared with. */
interface YearPhrase {
  readonly pattern: RegExp;
  /** The fiscal year minus the year that the phrase should name. */
  readonly back: 0 | 1;
  readonly what: Bilingual;
}

const YEAR = "(?<!\\d)((?:19|20)\\d{2})(?!\\d)";

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

/** 202年度部门决算情况说明: a digit of the year was lost, or doubled. */
const MAIMED_YEAR = /(?<!\d)(20\d|2\d{2}|20\d{3})年度(?=[^，。；]{0,12}决算)/g;

const COVER_PHRASES: readonly YearPhrase[] = [
  { pattern: new RegExp(`${YEAR}年度?$`, "g"), back: 0, what: { zh: "封面写的是", en: "the cover says" } },
];

const ACCOUNT =
  "(?:收入支出|收、支|收支|本年收入|本年支出|收入合计|支出合计|财政拨款(?:收入|支出|收、支)|一般公共预算(?:财政拨款)?(?:基本)?支出|政府性基金预算|国有资本经营预算|机关运行经费|政府采购(?:支出|金额))";

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
    // 2023年，攀枝花市仁和区人力资源和社会保障局政府采购支出总额…
    pattern: new RegExp(`(?:^|[。；])${YEAR}年(?:度)?，(?=[^。；，\\d]{2,40}?${ACCOUNT})`, "g"),
    back: 0,
    what: { zh: "说的是", en: "speaks of" },
  },
  {
    pattern: new RegExp(`${YEAR}年度?(?=[“"]?三公[”"]?经费(?:财政拨款)?(?:支出)?(?:年初|决算|预算|全年))`, "g"),
    back: 0,
    what: { zh: "说的是", en: "speaks of" },
  },
  {
    // 2024年，某局所属各预算单位开支财政拨款的公务用车保有量为9辆。 with no other year in the sentence
    pattern: new RegExp(
      `(?:^|[。；])${YEAR}年(?:度|末|底)?，?(?![^。；]*(?:19|20)\\d{2}年)(?=[^。；，\\d]{0,40}公务用车保有量)`,
      "g",
    ),
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
    zh: "原因说明、附件、职责里提到的其他年份不判断；已与上年比较过、又另与更早年份比较的、只说下一年度预算的，不算错",
    en: "Years in reasons, annexes and duties are not judged; a further comparison with an earlier year, after one with last year, is not wrong, nor the budget of the year to come",
  },
  *judge(context) {
    const all = yearMentions(context);
    const mentions = all.filter(({ inReason }) => !inReason);
    const year = fiscalYearOf(context, mentions);
    if (year === undefined) {
      yield {
        outcome: "not-checkable",
        reason: { zh: "没有认出决算年度", en: "the fiscal year was not recognised" },
        sources: [],
      };
      return;
    }
    const planned = plannedYears(context, year + 1);
    const beside = rightMentions(all, year);
    for (const mention of mentions) {
      const wanted = year - mention.phrase.back;
      if (mention.year === wanted) yield { outcome: "holds", sources: [mention.source] };
      else if (!isExplained(mention, beside, year) && !planned.has(mention.source.start))
        yield wrongYear(mention, wanted, year);
    }
    yield* maimedYears(context, year);
  },
};

/** Years in titles, of the contents too, that are no years any more. */
function* maimedYears(context: CheckContext, fiscal: number): Iterable<Judgement> {
  for (const prose of proseOf(context)) {
    if (prose.text.length > 60 || /[。，；]/.test(prose.text)) continue;
    for (const { index, 1: printed } of prose.text.matchAll(MAIMED_YEAR)) {
      const source = sourceIn(context, prose, index, index + printed!.length);
      yield {
        outcome: "violated",
        message: {
          zh: `${isListed(context, prose) ? "目录" : "标题"}中年度印作“${printed!}年度”，本文件是${fiscal}年度决算，应为${fiscal}年度：${prose.text}`,
          en: `the year in ${isListed(context, prose) ? "the contents" : "a title"} is printed as “${printed!}”; these are the accounts of ${fiscal}`,
        },
        stated: printed!,
        expected: String(fiscal),
        sources: [source],
        culprits: [{ source, expected: String(fiscal) }],
        suggestion: { zh: `改为${fiscal}`, en: `Change it to ${fiscal}` },
        key: `maimed ${prose.text.replace(/\d+/g, "")}`,
      };
    }
  }
}

/** Whether a line stands in the table of contents. */
function isListed({ disclosure }: CheckContext, { offsets }: Prose): boolean {
  return disclosure.contents.some(({ source }) => source.start <= offsets[0]! && offsets[0]! < source.end);
}

interface Mention {
  readonly phrase: YearPhrase;
  readonly year: number;
  readonly prose: Prose;
  readonly at: number;
  readonly source: Source;
  /** Reasons speak of any year; the year of the accounts is told there all the same. */
  readonly inReason: boolean;
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

const ANY_YEAR = /(?:19|20)\d{2}/;

function collect(context: CheckContext, prose: Prose, phrases: readonly YearPhrase[], mentions: Mention[]): void {
  // Every phrase holds a year, and most paragraphs hold none.
  if (!ANY_YEAR.test(prose.text)) return;
  for (const phrase of phrases) {
    for (const match of prose.text.matchAll(phrase.pattern)) {
      const year = match[1]!;
      const at = match.index + match[0].indexOf(year);
      const source = sourceIn(context, prose, at, at + 4);
      mentions.push({ phrase, year: Number(year), prose, at, source, inReason: isInReason(prose.text, match.index) });
    }
  }
}

/** How far back a sentence is looked at: hostile paragraphs have no end. */
const REACH = 400;

/** Reasons speak of any year: 主要原因是2022年度项目在本年支付. */
function isInReason(text: string, at: number): boolean {
  const sentence =
    text
      .slice(Math.max(0, at - REACH), at)
      .split(/[。；]/)
      .at(-1) ?? "";
  return /原因|由于|因为|主要是/.test(sentence);
}

/** The year that most of the phrases mean; where they are evenly divided, the title's. */
function fiscalYearOf(context: CheckContext, mentions: readonly Mention[]): number | undefined {
  const votes = new Map<number, number>();
  const own = context.disclosure.fiscalYear;
  const planned = own === undefined ? new Set<number>() : plannedYears(context, own + 1);
  for (const { phrase, year, prose, at, source } of mentions) {
    // 2024年“三公”经费预算9万元，较2023年预算减少1万元 in the accounts of 2023 says nothing of their year.
    if (planned.has(source.start)) continue;
    // The year itself is what it is compared with.
    if (phrase.back === 1 && year === own && isOfYearToCome(prose.text.slice(Math.max(0, at - REACH), at), year + 1))
      continue;
    const meant = year + phrase.back;
    votes.set(meant, (votes.get(meant) ?? 0) + 1);
  }
  if (own !== undefined) votes.set(own, (votes.get(own) ?? 0) + 0.5);
  return [...votes].sort((left, right) => right[1] - left[1])[0]?.[0];
}

/** 2024年“三公”经费预算14万元 in the accounts of 2023: where the reading found the year to open what is told of its own budget. */
function plannedYears({ disclosure }: CheckContext, next: number): ReadonlySet<number> {
  return new Set(
    disclosure.statements.flatMap((statement) =>
      statement.type === "year" && statement.year === next && statement.role === "other"
        ? [statement.source.start]
        : [],
    ),
  );
}

/** The phrases of each paragraph that mean the year of the accounts. */
function rightMentions(mentions: readonly Mention[], fiscal: number): ReadonlyMap<Prose, ReadonlySet<YearPhrase>> {
  const right = mentions.filter(({ phrase, year }) => year === fiscal - phrase.back);
  return new Map(
    [...Map.groupBy(right, ({ prose }) => prose)].map(([prose, own]) => [
      prose,
      new Set(own.map(({ phrase }) => phrase)),
    ]),
  );
}

function isExplained(
  { phrase, year, prose, at }: Mention,
  beside: ReadonlyMap<Prose, ReadonlySet<YearPhrase>>,
  fiscal: number,
): boolean {
  if (phrase.back === 1) {
    if (year === fiscal && isOfYearToCome(prose.text.slice(Math.max(0, at - REACH), at), fiscal + 1)) return true;
    // 比上年增加…；比2019年（疫情前）减少…: last year was compared with as well.
    const also = [...(beside.get(prose) ?? [])].some(({ back }) => back === 1);
    return (
      year < fiscal - 1 &&
      (also || /上年|去年|上一年/.test(prose.text) || /^年(?:度)?[（(]/.test(prose.text.slice(at + 4)))
    );
  }
  // Last year's account told beside this year's: 2023年度收入…，2024年度收入….
  const both = beside.get(prose)?.has(phrase) === true;
  const sentence = prose.text.slice(at, at + REACH).split(/[。；]/)[0]!;
  // 2017年“三公”经费决算为10.5万元，2018年比2017年减少0.7万元
  const compared = year === fiscal - 1 && new RegExp(`${fiscal}年度?[比较]${year}年`).test(sentence);
  return prose.role === "body" && year < fiscal && (both || compared || /结转|结余/.test(sentence));
}

/** 2024年“三公”经费预算比2023年增加2万元 in the accounts of 2023: what is planned for the year to come is compared with the year accounted for. */
function isOfYearToCome(before: string, next: number): boolean {
  // 2024年预算9万元，较2023年预算减少1万元；较2023年决算增加1万元: the comparison goes on.
  const sentence = before
    .replace(/；(?=[较比与]?$)/, "，")
    .split(/[。；\n]/)
    .at(-1)!;
  const [, told] = new RegExp(`(?:^|[，：、])${next}年度?(?!\\d{1,2}月)(.*)$`).exec(sentence) ?? [];
  return told !== undefined && /预算|安排|计划|预计|拟/.test(told) && !/决算|实际|完成|执行/.test(told);
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

export const FISCAL_YEAR_RELATIONS: readonly Relation[] = [FISCAL_YEAR];

export const EXAMPLES: RelationExamples = () => ({
  [FISCAL_YEAR.id]: [
    // Both years are told, the first of them behind a reason.
    {
      text: "青禾县水务局2024年度部门决算\n四、财政拨款收入支出决算总体情况说明\n2024年度收入支出总计600.00万元，主要原因是项目增加。2024年度财政拨款收入500.00万元，2023年度财政拨款收入480.00万元。",
      holds: true,
    },
    // A short text in which the year to come is told more often than the year accounted for.
    {
      text: "某某县水务局2023年度部门决算公开说明\n七、“三公”经费支出决算情况说明\n“三公”经费支出8.00万元，完成预算10.00万元的80%。2024年“三公”经费预算9.00万元，较2023年预算减少1.00万元，下降10%；较2023年决算增加1.00万元。",
      holds: true,
    },
    {
      text: "2023年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2023年度收入支出总计100.00万元。\n七、财政拨款“三公”经费支出决算情况说明\n2023年“三公”经费预算16.00万元，支出决算15.00万元。2024年“三公”经费预算14.00万元，比2023年预算减少2.00万元。",
      holds: true,
    },
    {
      text: "2023年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2023年度收入支出总计100.00万元。\n七、财政拨款“三公”经费支出决算情况说明\n“三公”经费支出10.00万元。2024年安排“三公”经费12.00万元，比2023年增加2.00万元。",
      holds: true,
    },
    {
      text: "2023年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2023年度收入支出总计100.00万元。\n七、财政拨款“三公”经费支出决算情况说明\n2024年“三公”经费预算16.00万元。支出决算15.00万元。",
      holds: false,
      message: "2024",
    },
    {
      text: "2024年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n七、财政拨款“三公”经费支出决算情况说明\n2023年，所属各预算单位开支财政拨款的公务用车保有量为9辆。",
      holds: false,
      message: "2023",
    },
    {
      text: "2024年度上海市普陀区财政局部门决算\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n七、财政拨款“三公”经费支出决算情况说明\n2023年末公务用车保有量为9辆，2024年末公务用车保有量为8辆。",
      holds: true,
    },
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
    {
      text: "2025年度上海市普陀区生态环境局部门决算\n目录\n第三部分 202年度部门决算情况说明\n第三部分 2025年度部门决算情况说明\n一、收入支出决算总体情况说明\n2025年度收入支出总计4733.14万元。",
      holds: false,
      message: "应为2025年度",
    },
  ],
});
