import { firstAtLeast } from "../../document/sorted.ts";
import { placeOf } from "../place.ts";
import { proseOf, sourceIn, type Prose } from "../prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";

/** A sentence of a paragraph: characters `from` to `to` of its text. */
interface Sentence {
  readonly prose: Prose;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Shorter ones, such as 无。, may follow each other. */
const LEAST = 10;
const LEAST_CHINESE = 6;
/** A cell of a table, without any mark of a sentence. */
const LONGEST_CELL = 30;

/** What follows is the same words once more, without anything between: whole sentences, then their clauses. */
function* repetitions(context: CheckContext): Iterable<readonly [Sentence, Sentence]> {
  /** The whole sentences that were told, in each paragraph in their order: their clauses are not told again. */
  const told = new Map<Prose, Sentence[]>();
  for (const [first, second] of paragraphsTwice(context)) {
    told.set(second.prose, [second]);
    yield [first, second];
  }
  for (const isWhole of [true, false]) {
    const pattern = isWhole ? /[^。]+[。]+|[^。]+$/g : /[^。；]+[。；]+|[^。；]+$/g;
    let last: Sentence | undefined;
    for (const prose of proseOf(context)) {
      if (prose.role !== "body") {
        last = undefined;
        continue;
      }
      // Above the first heading a page prints its title once for itself and once for the document.
      // So do the cells of a table that a text lists line by line.
      const isShort = prose.section === undefined || prose.text.length < LONGEST_CELL;
      if (isShort && !/[。；，：]/.test(prose.text)) continue;
      for (const { 0: words, index } of prose.text.matchAll(pattern)) {
        const text = words.replace(/[。；]+$/, "");
        const sentence: Sentence = { prose, from: index, to: index + words.length, text };
        if (
          last &&
          last.text === text &&
          isWordy(text) &&
          !TITLE.test(text) &&
          isNext(context, last, sentence) &&
          !isWithin(told.get(prose) ?? [], sentence)
        ) {
          if (isWhole) {
            const known = told.get(prose);
            if (known) known.push(sentence);
            else told.set(prose, [sentence]);
          }
          yield [last, sentence];
        }
        last = sentence;
      }
    }
  }
}

/** 16．…。… and once more 16．…。…, or the same under the next number: a paragraph of several sentences, copied. */
function* paragraphsTwice(context: CheckContext): Iterable<readonly [Sentence, Sentence]> {
  let last: Sentence | undefined;
  for (const prose of proseOf(context)) {
    const isCopied = prose.role === "body" && prose.section !== undefined && /。./.test(prose.text);
    const text = prose.text
      .replace(/^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]\s*/, "")
      .replace(/。+$/, "");
    const own: Sentence | undefined = isCopied ? { prose, from: 0, to: prose.text.length, text } : undefined;
    if (own && last && last.text === text && isWordy(text) && isNext(context, last, own)) yield [last, own];
    last = own;
  }
}

function isWithin(told: readonly Sentence[], { from, to }: Sentence): boolean {
  const known = told[firstAtLeast(told, from + 1, (sentence) => sentence.from) - 1];
  return known !== undefined && to <= known.to;
}

/** A web page prints its title above the document that begins with it. */
const TITLE = /^[^，。；]{4,60}(?:决算(?:公开)?(?:情况)?(?:的)?(?:说明|报告|公开)?|情况说明)$/;

function isWordy(text: string): boolean {
  return text.length >= LEAST && (text.match(/[一-龥]/g)?.length ?? 0) >= LEAST_CHINESE;
}

/** Under each of two tables the same note may stand: nothing but space and markup is between two that belong together. */
function isNext(context: CheckContext, one: Sentence, other: Sentence): boolean {
  if (one.prose === other.prose) return true;
  const { text } = context;
  if (text === undefined) return false;
  const between = text.slice(one.prose.offsets.at(-1)! + 1, other.prose.offsets[0]!);
  return (
    !context.disclosure.tables.some(
      ({ source }) => one.prose.offsets[0]! <= source.start && source.start <= other.prose.offsets[0]!,
    ) && /^[\s>*#-]*$/.test(between)
  );
}

export const REPEATED: Relation = {
  id: "wording.repeated",
  title: { zh: "同一句话印了两遍", en: "A sentence printed twice" },
  basis: {
    zh: "公开文本应经校对；重复的句子往往是复制时留下的",
    en: "A published text is proof-read; a sentence twice is left by copying",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "发现紧接着又印一遍的句子或段落",
    en: "Finds a sentence or a paragraph that is printed again right behind itself",
  },
  leavesOut: {
    zh: "不相邻的相同语句不算：各节、各表下常有同样的话；很短的句子不算",
    en: "The same words elsewhere are not counted, since sections and tables share them; nor are very short sentences",
  },
  *judge(context) {
    if (context.document === undefined && context.text === undefined) return;
    let clean = true;
    for (const [first, second] of repetitions(context)) {
      clean = false;
      yield violated(context, first, second);
    }
    if (clean) yield { outcome: "holds", sources: [] };
  },
};

const MOST = 40;

function violated(context: CheckContext, first: Sentence, second: Sentence): Judgement {
  const [own, other] = [first, second].map(({ prose, from, to }) => sourceIn(context, prose, from, to)) as [
    ReturnType<typeof sourceIn>,
    ReturnType<typeof sourceIn>,
  ];
  const place = placeOf(other);
  const words = second.text.length > MOST ? `${second.text.slice(0, MOST)}……` : second.text;
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}，同一句话印了两遍：“${words}”`,
      en: `${place.en} prints a sentence twice: “${words}”`,
    },
    stated: words,
    sources: [other, own],
    culprits: [{ source: other }],
    explainsAt: [other],
    spoilsList: true,
    suggestion: { zh: "删去重复的一句", en: "Delete the second" },
    key: second.text.replace(/\d+(?:\.\d+)?/g, "0"),
  };
}

export const EXAMPLES: RelationExamples = () => ({
  [REPEATED.id]: [
    // An item copied whole for the next, with its number brought up and nothing else.
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n1．行政单位医疗（项）。年初预算为30.38万元，支出决算为29.24万元。主要原因：人员变动。\n2．行政单位医疗（项）。年初预算为30.38万元，支出决算为29.24万元。主要原因：人员变动。",
      holds: false,
      message: "印了两遍",
    },
    {
      text: "二、收入决算情况说明\n本年收入合计100.00万元。\n八、政府性基金预算财政拨款支出决算情况说明\n本年度无此项支出，本表无数据。\n九、国有资本经营预算财政拨款支出决算情况说明\n本年度无此项支出，本表无数据。",
      holds: true,
    },
    // A web page and the document in it begin with the same title.
    {
      text: "青禾县水利局2024年度部门决算\n青禾县水利局2024年度部门决算\n二、收入决算情况说明\n本年收入合计100.00万元。",
      holds: true,
    },
    // Cells of a table, one on each line.
    {
      text: "二、部门决算单位构成\n青禾县水利工作站\n财政性资金定额或定项补助\n财政性资金定额或定项补助\n二、收入决算情况说明\n本年收入合计100.00万元。",
      holds: true,
    },
    {
      text: "二、收入决算情况说明\n2024年度本年收入合计100.00万元。2024年度本年收入合计100.00万元。",
      holds: false,
      message: "两遍",
    },
  ],
});
