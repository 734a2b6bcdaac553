import { placeOf } from "../place.ts";
import { proseOf, sourceIn } from "../prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { judgeSlips, type Slip } from "./slips.ts";

const DOUBLED: readonly Slip[] = [
  {
    pattern: /，{2,}|(?<![。.])。{2}(?![。.])|、{2,}|；{2,}|：{2,}|,{2,}|;{2,}/g,
    what: { zh: "标点重复：", en: "doubles a punctuation mark:" },
    // 其 ， ， 中: marks that a converter gathered from elsewhere stand apart.
    unless: ({ offsets }, at, matched) => offsets[at + matched.length - 1]! - offsets[at]! >= matched.length,
  },
  {
    pattern: /，[。；、]|。[，；、：]|、[，。；：]|；[，。、]|：[，。；、]/g,
    what: { zh: "标点连用：", en: "sets two punctuation marks in a row:" },
    severity: "info",
    // 主要原因：。 is judged by the relation on reasons.
    unless: (prose, at) => /原因(?:是|为)?$/.test(prose.text.slice(0, at)),
  },
];

/** 4944。55万元: it is read as the number that is meant. */
const STOPS_FOR_POINTS: readonly Slip[] = [
  {
    pattern: /(?<=[^\d.,])\d[\d,]*。\d{1,2}(?=[万亿]?元|[%％])/g,
    what: { zh: "小数点写成了句号：", en: "sets a full stop for a decimal point:" },
    suggestion: { zh: "改为小数点“.”", en: "Set a decimal point" },
  },
];

export const PUNCTUATION: Relation = {
  id: "wording.punctuation",
  title: { zh: "标点重复或不成对", en: "Doubled or unpaired punctuation" },
  basis: {
    zh: "《标点符号用法》（GB/T 15834）；公开文本应经校对",
    en: "General rules for punctuation (GB/T 15834); a published text is proof-read",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "重复的标点往往是删去一段话后留下的痕迹，不成对的括号往往说明后半句丢失；写成句号的小数点把一个数断成两截",
    en: "A doubled mark is often the scar of deleted words, an unpaired bracket of a lost half sentence; a stop typed for a decimal point cuts a number in two",
  },
  leavesOut: {
    zh: "省略号、编号后的半括号“1）”、跨段的引用和全半角混用不算错误",
    en: "Ellipses, the half bracket of a number “1)”, quotations over several paragraphs and mixed widths are not counted",
  },
  *judge(context) {
    yield* judgeSlips(context, [...DOUBLED, ...STOPS_FOR_POINTS], ({ role }) => role !== "contents");
    yield* unpaired(context);
  },
};

const PAIRS: Readonly<Record<string, string>> = { "（": "）", "(": "）", "《": "》", "【": "】" };
const BRACKETS = /[（(《【）)》】]/g;

/** Brackets that open or close alone in a paragraph, where its neighbours do not complete them. */
function* unpaired(context: CheckContext): Iterable<Judgement> {
  const paragraphs = proseOf(context).filter(({ role }) => role === "body");
  for (const prose of paragraphs) {
    const loose = /[。；！？]$/.test(prose.text) ? looseBracket(prose.text) : undefined;
    if (!loose) continue;
    // A paragraph that a page breaks in two has its other half elsewhere in the section.
    const whole = paragraphs.filter(({ section }) => section === prose.section).map(({ text }) => text);
    if (isBalanced(whole.join(""))) continue;
    const source = sourceIn(context, prose, loose.at, loose.at + 1);
    const place = placeOf(source);
    yield {
      outcome: "violated",
      severity: "info",
      message: {
        zh: `${place.zh}的括号“${prose.text[loose.at]!}”不成对：${source.context ?? ""}`,
        en: `${place.en}: the bracket “${prose.text[loose.at]!}” has no partner: ${source.context ?? ""}`,
      },
      stated: source.text,
      sources: [source],
      key: source.context ?? source.text,
    };
  }
}

function isBalanced(text: string): boolean {
  return (
    text.split(/[（(]/).length === text.split(/[）)]/).length && text.split("《").length === text.split("》").length
  );
}

function looseBracket(text: string): { readonly at: number } | undefined {
  const open: { readonly close: string; readonly at: number }[] = [];
  for (const { 0: character, index: at } of text.matchAll(BRACKETS)) {
    const close = PAIRS[character];
    if (close !== undefined) {
      open.push({ close, at });
      continue;
    }
    const closing = character === ")" ? "）" : character;
    // 1） and （一）: the half bracket of a number closes nothing.
    if (closing === "）" && /(?:^|[。；：，、])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$/.test(text.slice(0, at)))
      continue;
    const last = open.at(-1);
    if (last?.close === closing) open.pop();
    else return { at };
  }
  return open[0];
}

export const EXAMPLES: RelationExamples = () => ({
  [PUNCTUATION.id]: [
    { text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。主要原因：人员增加……", holds: true },
    { text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。。", holds: false, message: "。。" },
    {
      text: "一、收入支出决算总体情况说明\n本年收入合计100.00万元，，其中：财政拨款收入100.00万元。",
      holds: false,
      message: "，，",
    },
    {
      text: "一、收入支出决算总体情况说明\n本年收入合计100.00万元（其中财政拨款收入100.00万元。",
      holds: false,
      message: "括号",
    },
    {
      text: "一、收入支出决算总体情况说明\n2024年度收入支出总计312。50万元。主要原因：人员增加。",
      holds: false,
      message: "小数点写成了句号：“312。50”",
    },
  ],
});
