import { keyText } from "../../facts/key.ts";
import { listsReasons } from "../../narrative/reasons.ts";
import { placeOf } from "../place.ts";
import { proseOf, sectionAt, sourceIn, type Prose } from "../prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { CHANGE_OWED, comparisons, nameOf, OWED, type Comparison } from "./owed.ts";

export const EMPTY_REASON: Relation = {
  id: "reasons.empty",
  title: { zh: "“主要原因”后面没有内容", en: "“Main reason:” followed by nothing" },
  basis: OWED,
  severity: "warning",
  form: "presence",
  purpose: { zh: "发现写了“主要原因：”却没有填写的地方", en: "Finds “main reason:” that nobody filled in" },
  leavesOut: { zh: "原因另起一段写的，不算没有", en: "A reason in a paragraph of its own counts" },
  *judge(context) {
    const paragraphs = proseOf(context).filter(({ role }) => role === "body" || role === "heading");
    for (const [index, prose] of paragraphs.entries()) {
      if (prose.role !== "body") continue;
      for (const match of prose.text.matchAll(
        /(?:主要)?(?:变动|增减|差异)?原因(?:主要|大致)?(?:是由于|是因为|是|为|系|在于|[：:])+/g,
      )) {
        const end = match.index + match[0].length;
        const rest = prose.text.slice(end);
        const isEmpty = /^[。；，、]/.test(rest) || (rest === "" && opensAnew(paragraphs[index + 1]));
        const source = sourceIn(context, prose, match.index, end);
        if (!isEmpty) {
          yield { outcome: "holds", sources: [source] };
          continue;
        }
        const place = placeOf(source);
        yield {
          outcome: "violated",
          message: {
            zh: `${place.zh}“${match[0]}”后面没有内容：${source.context ?? ""}`,
            en: `${place.en}: “${match[0]}” is followed by nothing: ${source.context ?? ""}`,
          },
          stated: match[0],
          sources: [source],
          suggestion: { zh: "补充原因", en: "State the reason" },
          key: source.context?.replace(/\d+(?:\.\d+)?/g, "0") ?? match[0],
        };
      }
    }
  },
};

/** A paragraph that begins something new, and so is no reason. */
function opensAnew(next: Prose | undefined): boolean {
  if (!next || next.role === "heading") return true;
  if (listsReasons(next.text)) return false;
  return /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+部分|其中|注[：:])/.test(
    next.text,
  );
}

const UP = /增加|增长|上升|提高|扩大|新增|追加|增支|上涨|增大|增多/;
const DOWN = /减少|下降|降低|压缩|压减|缩减|节约|调减|核减|减支|取消|未(?:发生|实施|支付|使用)/;
const MONEY_NOUN = "(?:支出|经费|费用|费|收入|资金|拨款|开支|支付|项目款?|预算)";
const SPENDING = "(?:支付|支出|开支|经费|费用)";

/** 支出减少, 减少人员经费开支 at the end of a reason say which way the money went. */
const ENDS_UP = new RegExp(
  `(?:${MONEY_NOUN}(?:有所|相应|略有|也|都|均|随之|大幅)*(?:增加|增长|上升|提高)(?:了)?(?:支出|支付|开支)?|增加(?:了)?[^，；增减]{0,8}${SPENDING})$`,
);
const ENDS_DOWN = new RegExp(
  `(?:${MONEY_NOUN}(?:有所|相应|略有|也|都|均|随之|大幅)*(?:减少|下降|降低)(?:了)?(?:支出|支付|开支)?|减少(?:了)?[^，；增减]{0,8}${SPENDING})$`,
);
/** 来访批次减少，严控接待: each clause by itself says which way it went. */
const GOES_DOWN = /(?:减少|下降|降低|减)$|^(?:从严|严格|严|大力)?(?:控制|控|压减|压缩|厉行节约)/;
const GOES_UP = /(?:增加|增长|上升|增多)$/;

function everyClause(reason: string, way: RegExp): boolean {
  return reason.split(/[，；、]/).every((clause) => way.test(clause.trim()));
}

/** 上年支出较多 turns the meaning of a word around. */
const OF_LAST_YEAR = /上年|上一年|去年|往年|上期|以前年度|(?:19|20)\d{2}年/;
/** A reason for a change where none is said to be. */
const OF_CHANGE = /变动|变化|调整|增减/;

/** 年末结转和结余增加，原因是项目支出减少: what is left is the more, the less was spent of it. */
const WHAT_IS_LEFT = /carry-over$|surplus-distribution/;
const OF_RECEIPTS = /(?:收入|拨款|结转|结余)[^，；支用]*$/;

/** Whether the reason goes the other way than the words. */
function isContrary(
  { direction, word, subject }: Comparison,
  reason: string,
  { year, shared }: { readonly year: number | undefined; readonly shared: boolean },
): boolean {
  if (WHAT_IS_LEFT.test(subject.concept) && !OF_RECEIPTS.test(reason)) return false;
  // What came in the less, the more of the surplus is used, and the other way round.
  if (subject.concept === "use-of-surplus") return false;
  const [up, down] = [UP.test(reason), DOWN.test(reason)];
  // 主要原因是2023年度项目经费减少 in the accounts of 2023 speaks of this year.
  if (OF_LAST_YEAR.test(year === undefined ? reason : reason.replaceAll(`${year}年`, ""))) return false;
  switch (direction) {
    case "increase":
      return !up && (ENDS_DOWN.test(reason) || everyClause(reason, GOES_DOWN));
    case "decrease":
      return !down && (ENDS_UP.test(reason) || everyClause(reason, GOES_UP));
    default:
      if (word.includes("基本") || /抵|持平|不变|一致|没有|无|未/.test(reason)) return false;
      if (up !== down && (ENDS_UP.test(reason) || ENDS_DOWN.test(reason))) return true;
      // One reason may be told for several amounts, of which one did not change.
      return !shared && !up && !down && OF_CHANGE.test(reason);
  }
}

/** Every comparison of the form's sections that gives a reason: with last year, and item by item with the budget. */
function* explained(context: CheckContext): Iterable<{ readonly statement: Comparison; readonly words: string }> {
  for (const against of ["previous-year", "budget"] as const) {
    for (const statement of comparisons(context, against)) {
      const { reason, source, direction } = statement;
      const id = sectionAt(context.disclosure.sections, source.start)?.id;
      if (reason === undefined || reason === "" || id === undefined) continue;
      const isJudged =
        against === "previous-year"
          ? CHANGE_OWED.has(id)
          : id === "general-expenditure.items" && direction !== "unchanged";
      if (isJudged) yield { statement, words: reason.replace(/[。；，\s]+$/, "") };
    }
  }
}

/** How far behind the words of a change its reason may be announced. */
const OPENING_NEAR = 90;
const ANNOUNCES = /(增加|增长|上升|减少|下降|降低)的(?:主要)?原因/;
const SAYS_UP = /^(?:增加|增长|上升)/;
const CHANGED = { up: /(?:增加|增长|上升)(?!率|额|的)/, down: /(?:减少|下降|降低)(?!率|额|的)/ };

/** 与上年相比减少18.26万元，增加的主要原因是…: what its own sentence announces the reason of, where that is the other way. */
function toldAs(context: CheckContext, { direction, against, source }: Comparison): string | undefined {
  const { text } = context;
  if (text === undefined || against !== "previous-year" || direction === "unchanged") return undefined;
  const sentence = /^[^。；\n]*/.exec(
    text.slice(source.end, source.end + OPENING_NEAR).replace(/[ \t\u3000]/g, ""),
  )![0];
  const found = ANNOUNCES.exec(sentence);
  if (!found || SAYS_UP.test(found[1]!) === (direction === "increase")) return undefined;
  // …总计增加10万元，其中基本支出减少2万元，增加的主要原因是…: of another change of the sentence.
  const before = /[^。；\n]*$/.exec(text.slice(Math.max(0, source.start - OPENING_NEAR), source.start))![0];
  const other = direction === "increase" ? CHANGED.down : CHANGED.up;
  return other.test(sentence.slice(0, found.index)) || other.test(before) ? undefined : found[1]!;
}

function contraryOpening(context: CheckContext, statement: Comparison, told: string): Judgement {
  const { source } = statement;
  const place = placeOf(source);
  const name = nameOf(context, statement.subject);
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}说${name.zh}“${statement.word}”，接着却说“${told}的主要原因”`,
      en: `${place.en}: ${name.en} is said to be “${statement.word}”, and then the reason is announced as one of “${told}”`,
    },
    stated: statement.word,
    sources: [source],
    testifies: { figures: [], places: [source], directions: statement.figures },
    key: keyText(statement.subject.concept, statement.subject.dimensions),
  };
}

export const CONTRARY_REASON: Relation = {
  id: "reasons.contrary",
  title: { zh: "原因与增减方向不符", en: "A reason that says the opposite" },
  basis: { zh: "说明应与数字一致", en: "An explanation agrees with its figures" },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "发现方向词写反或原因没有随数字更新的地方：说“持平”，原因却说减少；说“增加”，原因却说支出减少",
    en: "Finds direction words that were reversed, and reasons that were not updated: “unchanged” explained by a decrease",
  },
  leavesOut: {
    zh: "只看原因的最后落脚（“……支出减少”“减少……开支”）；原因中同时有增有减，或说到上年的，不判断；“持平”只有原因讲的是变动、调整时才算矛盾，“持平，原因是严格控制支出”不算",
    en: "Only where a reason ends in plain words of money going the other way; reasons that speak of both or of last year are not judged; “unchanged” is contradicted by a reason for a change, not by “spending was kept in check”",
  },
  *judge(context) {
    for (const { statement, words } of explained(context)) {
      const told = toldAs(context, statement);
      if (told !== undefined) {
        yield contraryOpening(context, statement, told);
        continue;
      }
      const { source } = statement;
      const shared = sectionAt(context.disclosure.sections, source.start)?.id?.startsWith("three-public") ?? true;
      if (!isContrary(statement, words, { year: context.disclosure.fiscalYear, shared })) {
        yield { outcome: "holds", sources: [source] };
        continue;
      }
      const place = placeOf(source);
      const name = nameOf(context, statement.subject);
      yield {
        outcome: "violated",
        message: {
          zh: `${place.zh}说${name.zh}“${statement.word}”，原因却是“${words.length > 40 ? `…${words.slice(-38)}` : words}”`,
          en: `${place.en}: ${name.en} is said to be “${statement.word}”, the reason says the other way: “${words.slice(-40)}”`,
        },
        stated: statement.word,
        sources: [source],
        testifies: { figures: [], places: [source], directions: statement.figures },
        key: keyText(statement.subject.concept, statement.subject.dimensions),
      };
    }
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [EMPTY_REASON.id]: [
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n与2023年度相比，收入支出总计减少56.95万元，下降1.87%。主要原因：人员减少。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n与2023年度相比，收入支出总计减少56.95万元，下降1.87%。主要原因：。\n二、收入决算情况说明\n本年收入合计100.00万元。",
      holds: false,
      message: "没有内容",
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n与2023年度相比，收入支出总计减少56.95万元，下降1.87%，原因主要是。\n二、收入决算情况说明\n本年收入合计100.00万元。",
      holds: false,
      message: "“原因主要是”后面没有内容",
    },
  ],
  [CONTRARY_REASON.id]: [
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元，比2022年减少2.23万元，下降2.7%。主要原因是厉行节约，机关运行经费支出减少。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元，比2022年增加2.23万元，增长2.7%。主要原因是上年度支出减少。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元，比2022年增加2.23万元，增长2.7%。主要原因是厉行节约，机关运行经费支出减少。",
      holds: false,
      message: "增加",
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收入支出总计100.00万元。与2023年度相比，财政拨款收入支出总计持平。主要原因：人员退休，减少支付。",
      holds: false,
      message: "持平",
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元，比2022年减少2.23万元，下降2.7%，增加的主要原因是办公用房维修。",
      holds: false,
      message: "增加的主要原因",
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出1.57万元，比上年增加0.46万元，增长41.4%。主要原因是来访批次减少，严控接待。",
      holds: false,
      message: "来访批次减少，严控接待",
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。主要变动原因是2023年度项目经费减少。",
      holds: false,
      message: "减少",
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收入支出总计100.00万元。与2023年度相比，财政拨款收入支出总计持平。主要原因：厉行节约，控制支出。",
      holds: true,
    },
    // The less was spent, the more is left.
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度年末结转和结余3.20万元，较上年决算数增加0.40万元，增长14.3%，主要原因是公用经费支出减少。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度年末结转和结余3.20万元，较上年决算数增加0.40万元，增长14.3%，主要原因是财政拨款收入减少。",
      holds: false,
      message: "增加",
    },
  ],
});
