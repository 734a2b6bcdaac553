import type { FigureTag } from "../document/document.ts";
import { nameOfKey } from "../checking/naming.ts";
import { keyText } from "../facts/key.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

const page = (value: string, printed: string): string =>
  `<!doctype html><html lang="zh-CN" data-juesuan="1"><body><h1>某局2023年度部门决算</h1><h2>第二部分 2023年度部门决算情况说明</h2><h3>二、收入决算情况说明</h3><p>本年收入合计<data value="${value}" data-concept="revenue" data-unit="ten-thousand-yuan">${printed}</data>万元。</p></body></html>`;

/** 网页里的数据与印出的数字 */
export const TWIN: Relation = {
  id: "twin.value",
  title: { zh: "网页标注的数据与印出的数字不一致", en: "The page's data differ from what it prints" },
  basis: {
    zh: "同一页面里，给人看的数字和给程序读的数据是同一个数",
    en: "What a page shows to people and what it tells programs is one number",
  },
  severity: "error",
  form: "agreement",
  byForm: true,
  purpose: {
    zh: "防止改了正文而没有改数据（或相反）：人看到的和程序读到的成了两个数",
    en: "Finds a page where the text was changed and the data were not, or the reverse",
  },
  leavesOut: {
    zh: "没有标注的页面不判断；千分位、空格不算差别",
    en: "Pages without data are not judged; separators and spaces are no difference",
  },
  *judge(context) {
    const { document, disclosure } = context;
    for (const tag of document?.tags ?? []) {
      const judgement = judgeTag(tag, document!.text, disclosure.figures);
      if (judgement) yield judgement;
    }
  },
};

function judgeTag(tag: FigureTag, text: string, figures: CheckContext["disclosure"]["figures"]): Judgement | undefined {
  const printed = text.slice(tag.start, tag.end);
  const figure = figures.find(({ source }) => tag.start <= source.start && source.start < tag.end);
  const source = figure?.source ?? { start: tag.start, end: tag.end, text: printed };
  if (plain(printed) === plain(tag.value)) return { outcome: "holds", sources: [source] };
  const name = nameOfKey(keyText(tag.concept, tag.dimensions));
  return {
    outcome: "violated",
    sources: [source],
    ...(figure ? { figures: [figure.id] } : {}),
    stated: printed.trim(),
    message: {
      zh: `${name.zh}在网页的数据中标注为${tag.value}，印作${printed.trim()}，两者应当是同一个数。`,
      en: `${name.en} is ${tag.value} in the page's data and printed ${printed.trim()}: they should be one number.`,
    },
  };
}

/** Without separators, spaces and the zeros at the end that a table may drop. */
function plain(text: string): string {
  const digits = text.normalize("NFKC").replace(/[,\s]/g, "");
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

export const TWIN_RELATIONS: readonly Relation[] = [TWIN];

export const EXAMPLES: RelationExamples = () => ({
  [TWIN.id]: [
    { text: page("2826.88", "2,826.88"), holds: true },
    { text: page("2826.88", "2862.88"), holds: false, message: "标注为2826.88，印作2862.88" },
  ],
});
