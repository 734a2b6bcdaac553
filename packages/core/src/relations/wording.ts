import type { Bilingual, CheckContext, Judgement, Relation, Severity } from "./relation.ts";
import { placeOf } from "./place.ts";
import { proseOf, sourceIn, type Prose } from "./prose.ts";

/** Words that should not stand in a published account, and what is wrong with them. */
interface Slip {
  readonly pattern: RegExp;
  readonly what: Bilingual;
  readonly severity?: Exclude<Severity, "rounding">;
  /** Where the words are innocent. */
  readonly unless?: (prose: Prose, at: number, matched: string) => boolean;
  readonly suggestion?: Bilingual;
}

interface Hit {
  readonly slip: Slip;
  readonly from: number;
  readonly to: number;
}

/** One finding for every paragraph: a forgotten blank holds a dozen of XX, and is one omission. */
function* judgeSlips(
  context: CheckContext,
  slips: readonly Slip[],
  allowed: (prose: Prose) => boolean,
): Iterable<Judgement> {
  let clean = false;
  for (const prose of proseOf(context)) {
    if (!allowed(prose)) continue;
    const hits = hitsIn(prose, slips);
    if (hits.length === 0) {
      clean = true;
      continue;
    }
    for (const group of groupBy(hits, ({ slip }) => slip.severity)) yield violated(context, prose, group);
  }
  if (clean) yield { outcome: "holds", sources: [] };
}

function hitsIn(prose: Prose, slips: readonly Slip[]): Hit[] {
  const hits: Hit[] = [];
  for (const slip of slips) {
    for (const match of prose.text.matchAll(slip.pattern)) {
      if (slip.unless?.(prose, match.index, match[0])) continue;
      const hit = { slip, from: match.index, to: match.index + match[0].length };
      if (hits.some(({ from, to }) => from < hit.to && hit.from < to)) continue;
      hits.push(hit);
    }
  }
  return hits.sort((left, right) => left.from - right.from);
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): T[][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

function violated(context: CheckContext, prose: Prose, hits: readonly Hit[]): Judgement {
  const sources = hits.map(({ from, to }) => sourceIn(context, prose, from, to));
  const first = sources[0]!;
  const { slip } = hits[0]!;
  const place = placeOf(first);
  const words = [...new Set(sources.map(({ text }) => `“${text}”`))].slice(0, 4).join("、");
  const sentence = first.context === undefined || first.context === first.text ? "" : `：${first.context}`;
  const times = hits.length > 1 ? `（共${hits.length}处）` : "";
  const timesEn = hits.length > 1 ? ` (${hits.length} times)` : "";
  return {
    outcome: "violated",
    ...(slip.severity === undefined ? {} : { severity: slip.severity }),
    message: {
      zh: `${place.zh}，${slip.what.zh}${words}${times}${sentence}`,
      en: `${place.en} ${slip.what.en} ${words}${timesEn}${sentence}`,
    },
    stated: first.text,
    sources,
    culprits: [{ source: first }],
    ...(slip.suggestion === undefined ? {} : { suggestion: slip.suggestion }),
    key: `${first.text} ${first.context?.replace(/\d+(?:\.\d+)?/g, "0") ?? ""}`,
  };
}

/** What the words of a blank to fill in are followed by, or come after. */
const FILLED_NOUN =
  "(?:万元|亿元|元|[%％]|个|辆|台|人次|人|批次|批|次|年|月|日|分|局|厅|委员会|委|部门|单位|中心|研究所|街道|镇|乡|区|县|市|项目|经费|支出|收入|工作|情况|有限公司|公司|制度|机制|[（(](?:类|款|项|单位|部门|本级|制度))";
const BLANK_LEAD = "(?:为|共|计|占|[：:]|增加|减少|增长|下降|支出|收入|用于|包括|采购金额|得分|团组|达)";

const inAnnex = ({ section }: Prose): boolean => section?.part === "annexes" || section?.id === "annex";
const inGlossary = ({ section }: Prose): boolean => section?.part === "glossary" || section?.id === "glossary";
const inOverview = ({ section }: Prose): boolean => section?.part === "overview";

const BLANK: Bilingual = { zh: "有空没有填写：", en: "leaves a blank of the form to be filled in:" };
const FILL: Bilingual = { zh: "填写实际内容，没有的删去", en: "Fill it in, or delete it where there is nothing" };

const PLACEHOLDERS: readonly Slip[] = [
  {
    // 3XXX元 and 138××××1234 are masks of real numbers; XL and XXth are words.
    pattern: /(?<![A-Za-zＡ-Ｚ\d])(?:[XＸ×✕╳☓]{3,}|[xX×]{6,})(?![A-Za-z\d])/g,
    what: BLANK,
    suggestion: FILL,
    unless: (prose) => inAnnex(prose) && !/[XＸ×]{3,}(?:万元|元|[%％])/.test(prose.text),
  },
  {
    pattern: new RegExp(`(?<![A-Za-zＡ-Ｚ\\d])[XＸ×]{2}(?=${FILLED_NOUN})`, "g"),
    what: BLANK,
    suggestion: FILL,
    unless: inAnnex,
  },
  {
    pattern: new RegExp(`(?<=${BLANK_LEAD})[XＸ×]{2}(?![A-Za-z\\d])`, "g"),
    what: BLANK,
    suggestion: FILL,
    unless: inAnnex,
  },
  { pattern: /(?<!\d)20[XＸ×*]{2}(?=年)/g, what: BLANK, suggestion: FILL },
  { pattern: new RegExp(`(?:\\*{3,}|[_＿﹍]{2,})(?=${FILLED_NOUN})`, "g"), what: BLANK, suggestion: FILL },
  {
    pattern: new RegExp(`(?<=${BLANK_LEAD})(?:\\*{3,}|[_＿﹍]{3,})`, "g"),
    what: BLANK,
    suggestion: FILL,
    unless: inAnnex,
  },
];

const HINT: Bilingual = { zh: "留有空白格式的填写提示：", en: "leaves an instruction of the blank form:" };
const DELETE_HINT: Bilingual = { zh: "删去填写提示", en: "Delete the instruction" };

const hint = (pattern: string, severity?: Slip["severity"]): Slip => ({
  pattern: new RegExp(pattern, "g"),
  what: HINT,
  suggestion: DELETE_HINT,
  ...(severity === undefined ? {} : { severity }),
});

const OPEN = "[（(〔\\[【]?";
const CLOSE = "[）)〕\\]】]?";

const HINTS: readonly Slip[] = [
  hint(`${OPEN}如[与和]?[^，。（）()]{0,8}持平[^，。（）()]{0,6}作持平表述${CLOSE}`),
  hint(`${OPEN}(?:不涉及|没有|无)的(?:不列|不填|可?不写|请?删[除去])[^，。；（）()]{0,6}${CLOSE}`),
  hint("按上述格式依次说明[^。]{0,40}"),
  hint("预决算持平的不用说明变动原因"),
  hint("(?:无|没有)[^，。；]{2,40}的(?:部门|单位)(?:（单位）)?，?[应请]?作(?:下述|如下)说明[：:]?"),
  hint("列明(?:公务用车购置数量|公务接待批次[^。]{0,8})"),
  hint("由?[^，。]{0,10}根据“?三定”?方案[^，。]{0,20}填写"),
  hint(`${OPEN}仅有一个单位的部门，本部分内容为[^）)]{2,14}${CLOSE}?`),
  hint("(?:仍保留该表格式|并在本表下方作下述说明)[^。]{0,20}"),
  hint(`[（(]制度名称[）)]`),
  hint(
    "(?<=[（(【])(?:请|此处|在此)[^）)】。]{0,20}(?:填[写列报入]|补充|列[示明出]|说明|删除)[^）)】。]{0,20}(?=[）)】])",
  ),
  hint("(?<=[（(【][^）)】]{0,20})(?:根据|按照?)[^）)】]{0,8}实际情况[^）)】]{0,12}(?:填[写列报]|增减|删减|修改)"),
  hint(`(?<=[（(])(?:或与(?:年初|全年|调整)?预算数?持平|或持平)(?=[）)])`),
  hint("(?:注：)?数据来源于?财决\\d+表[^。）)]{0,60}仅罗列[^。）)]{0,30}", "warning"),
  hint("(?<=[（(])(?:以下同|下同，?不涉及[^）)]{0,8})(?=[）)])", "info"),
];

const NOT_STATUTORY: Slip["unless"] = (prose) => prose.section?.part !== "narrative";

/** Words that may be meant elsewhere, and are hints in the sections of the form. */
const NARRATIVE_HINTS: readonly Slip[] = [
  { ...hint("[（(]如有[）)]", "warning"), unless: NOT_STATUTORY },
  { ...hint("请填[写列报入][^，。；]{0,20}"), unless: NOT_STATUTORY },
  { ...hint("(?:请|可|须|应)自行(?:填写|补充|增减|删减)"), unless: NOT_STATUTORY },
  {
    ...hint(
      "(?<![一-龥])(?:请|此处|此栏|本处)[^，。；：]{0,12}(?:自行填[写列报]|据实填[写列报]|如实填[写列报]|在此处?填[写入])",
    ),
    unless: NOT_STATUTORY,
  },
  {
    pattern: /(?<=[：:、，]|用于|包括)(?:…{1,4}|\.{3,6})(?=[。；]|$)/g,
    what: BLANK,
    suggestion: FILL,
    severity: "warning",
    unless: NOT_STATUTORY,
  },
];

const CHOICE: Bilingual = { zh: "没有在两种说法中选定一种：", en: "leaves two wordings to choose from:" };
const CHOOSE: Bilingual = { zh: "按数字选定一种说法", en: "Keep the wording that the figures call for" };
const choice = (pattern: string, unless?: Slip["unless"]): Slip => ({
  pattern: new RegExp(pattern, "g"),
  what: CHOICE,
  suggestion: CHOOSE,
  ...(unless === undefined ? {} : { unless }),
});

const CHOICES: readonly Slip[] = [
  choice("(?:增加|增长|上升)[（(](?:减少|下降|降低)[）)]|(?:减少|下降|降低)[（(](?:增加|增长|上升)[）)]"),
  choice(
    "(?:大于|高于|多于)[（(](?:小于|低于|少于|等于)[^）)]{0,6}[）)]|(?:小于|低于|少于)[（(](?:大于|高于|多于|等于)[^）)]{0,6}[）)]",
  ),
  choice(
    "(?:增加|增长)[/／](?:减少|下降|降低)|(?:减少|下降|降低)[/／](?:增加|增长)|(?:大于|高于)[/／](?:小于|低于|等于)|(?:小于|低于)[/／](?:大于|高于|等于)",
  ),
  choice(
    "(?<![核调增税缩])减增加(?=[\\d为了 （(])|(?<![净新])增减少(?=[\\d为了 （(])|(?:增加减少|减少增加|增长下降|下降增长)(?=[\\d为了（(])",
  ),
  choice("(?<=[数额])(?:大小于|小大于|大于小于|小于大于)|(?:大小于|小大于)(?=(?:年初|全年|调整)?预算)"),
];

/** The blank form's words for whoever fills it in. */
export const LEFTOVER: Relation = {
  id: "wording.leftover",
  title: { zh: "空白格式的遗留字样", en: "Leftovers of the blank form" },
  basis: {
    zh: "公开格式（模板）中的占位符和填写提示应在填写时替换或删去；《地方预决算公开操作规程》（财预〔2016〕143号）要求公开内容真实、完整",
    en: "The form's placeholders and instructions are to be replaced or deleted; local disclosure must be true and complete (财预〔2016〕143号)",
  },
  severity: "error",
  form: "wording",
  purpose: {
    zh: "发现没有填写的“XX”、没有删去的“如持平作持平表述”、没有选定的“增加（减少）”，它们说明这一处没有按实际填写",
    en: "Finds XX that nobody filled in, instructions that nobody deleted, and “increase (decrease)” that nobody decided",
  },
  leavesOut: {
    zh: "被遮盖的号码（138××××1234）、附件中代替人名的××、正常使用的省略号不算遗留；职责和名词解释中的括号备选词不判断",
    en: "Masked numbers, ×× for a person's name in an annex, and ordinary ellipses are no leftovers; alternatives in duties and glossary are left alone",
  },
  examples: [
    {
      text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长11.11%。主要原因：人员增加。",
      holds: true,
    },
    { text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。联系人电话138××××1234。", holds: true },
    { text: "一、收入支出决算总体情况说明\n2024年度收入支出总计XXX万元。", holds: false, message: "XXX" },
    {
      text: "一、收入支出决算总体情况说明\n与2023年度相比，收入支出总计增加（减少）10.00万元。主要原因：人员增加。（如持平作持平表述）",
      holds: false,
      message: "增加（减少）",
    },
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n决算数大小于预算数的主要原因：人员增加。",
      holds: false,
      message: "大小于",
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n“三公”经费支出决算数比2023年度减增加21.90万元，增长10%。",
      holds: false,
      message: "减增加",
    },
  ],
  *judge(context) {
    if (context.document === undefined && context.text === undefined) return;
    yield* judgeSlips(
      context,
      [
        ...PLACEHOLDERS,
        ...HINTS,
        ...NARRATIVE_HINTS,
        ...CHOICES.map((slip): Slip => ({
          ...slip,
          unless: (prose) => inGlossary(prose) || inOverview(prose) || inAnnex(prose),
        })),
      ],
      () => true,
    );
    yield* leftoverRows(context);
  },
};

/** … and 。。。 in a cell: the blank's way to say that rows go on. */
function* leftoverRows(context: CheckContext): Iterable<Judgement> {
  const { document } = context;
  if (!document) return;
  for (const table of document.blocks) {
    if (table.kind !== "table" || table.hidden) continue;
    const cells = table.cells.filter(({ text }) =>
      /^(?:[.．。…]{2,}|…|[XＸ×]{2,}.{0,12})$/.test(text.replace(/\s/g, "")),
    );
    const first = cells[0];
    if (!first) continue;
    const bound = context.disclosure.tables.find(({ source }) => source.start < table.end && table.start < source.end);
    const sources = cells.map((cell) => ({
      ...(bound?.table === undefined ? {} : { table: bound.table }),
      page: cell.page,
      start: cell.start,
      end: cell.end,
      text: cell.text,
    }));
    const place = placeOf(sources[0]!);
    yield {
      outcome: "violated",
      message: {
        zh: `${place.zh}的表格中留有空白格式的“${first.text}”（共${cells.length}格）`,
        en: `${place.en}: cells still hold “${first.text}” of the blank form (${cells.length})`,
      },
      stated: first.text,
      sources,
      suggestion: DELETE_HINT,
    };
  }
}

const DOUBLED: readonly Slip[] = [
  {
    pattern: /，{2,}|(?<![。.])。{2}(?![。.])|、{2,}|；{2,}|：{2,}|,{2,}|;{2,}/g,
    what: { zh: "标点重复：", en: "doubles a punctuation mark:" },
  },
  {
    pattern: /，[。；、]|。[，；、：]|、[，。；：]|；[，。、]|：[，。；、]/g,
    what: { zh: "标点连用：", en: "sets two punctuation marks in a row:" },
    severity: "info",
    // 主要原因：。 is judged by the relation on reasons.
    unless: (prose, at) => /原因(?:是|为)?$/.test(prose.text.slice(0, at)),
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
    zh: "重复的标点往往是删去一段话后留下的痕迹，不成对的括号往往说明后半句丢失",
    en: "A doubled mark is often the scar of deleted words, an unpaired bracket of a lost half sentence",
  },
  leavesOut: {
    zh: "省略号、编号后的半括号“1）”、跨段的引用和全半角混用不算错误",
    en: "Ellipses, the half bracket of a number “1)”, quotations over several paragraphs and mixed widths are not counted",
  },
  examples: [
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
  ],
  *judge(context) {
    yield* judgeSlips(context, DOUBLED, ({ role }) => role !== "contents");
    yield* unpaired(context);
  },
};

const PAIRS: Readonly<Record<string, string>> = { "（": "）", "(": "）", "《": "》", "【": "】" };

/** Brackets that open or close alone in a paragraph, where its neighbours do not complete them. */
function* unpaired(context: CheckContext): Iterable<Judgement> {
  const paragraphs = proseOf(context).filter(({ role }) => role === "body");
  for (const prose of paragraphs) {
    const loose = looseBracket(prose.text);
    if (!loose || !/[。；！？]$/.test(prose.text)) continue;
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
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const close = PAIRS[character];
    if (close !== undefined) {
      open.push({ close, at });
      continue;
    }
    const closing = character === ")" ? "）" : character;
    if (closing !== "）" && closing !== "》" && closing !== "】") continue;
    // 1） and （一）: the half bracket of a number closes nothing.
    if (closing === "）" && /(?:^|[。；：，、])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$/.test(text.slice(0, at)))
      continue;
    const last = open.at(-1);
    if (last?.close === closing) open.pop();
    else return { at };
  }
  return open[0];
}

const GARBLED: readonly Slip[] = [
  {
    pattern: /(?<=[一-龥])(?:to|and|of|the|for|with|from|in|on|or|by|as|is|are|this|that)(?=[一-龥])/g,
    what: { zh: "中文句子里夹着英文词：", en: "has an English word in the middle of a Chinese sentence:" },
    suggestion: { zh: "改成中文", en: "Put it in Chinese" },
  },
  {
    pattern: /�+/g,
    what: { zh: "有无法显示的字符：", en: "has characters that cannot be shown:" },
    severity: "info",
  },
  {
    pattern:
      /(?<![目标有])的的(?![确士])|(?<!不)了了(?![解之])|为为(?=\d)|万元万元|万万元|(?<=[\d万])元元(?!素)|[%％]{2,}|占占|增加增加(?!值)|减少减少|下降下降|增长增长(?![率点极])/g,
    what: { zh: "字词重复：", en: "says a word twice:" },
    suggestion: { zh: "删去重复的字词", en: "Delete the second" },
  },
  {
    pattern: /(?:增加|减少)为[\d.,]+万?元，(?:与|比|较)(?:上年|去年|\d{4}年度?)(?:决算)?(?:数)?(?:相比)?(?:基本)?持平/g,
    what: { zh: "“增加（减少）”与“持平”矛盾：", en: "says both that it changed and that it did not:" },
    severity: "warning",
    suggestion: { zh: "持平的删去“增加（减少）”", en: "Say only that it is unchanged" },
  },
  {
    pattern: /(?:财政拨款)?支出收入(?=\d)/g,
    what: { zh: "说法不通：", en: "cannot be meant:" },
    severity: "info",
    suggestion: { zh: "改为“支出”", en: "Say 支出 (expenditure)" },
  },
];

export const GARBLED_SENTENCE: Relation = {
  id: "wording.garbled",
  title: { zh: "语句混乱", en: "Garbled sentences" },
  basis: {
    zh: "公开文本应经校对；识别、复制造成的错字应改正",
    en: "A published text is proof-read; what recognition or copying spoiled is corrected",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "发现识别或复制造成的错乱，例如“结转 to 本年”“的的”“万元万元”",
    en: "Finds what recognition or copying spoiled, such as “结转 to 本年” or a word printed twice",
  },
  leavesOut: {
    zh: "缩写（APP、OA）、外文名称和计量单位不算；不判断语法和文风",
    en: "Abbreviations (APP, OA), foreign names and units are left alone; grammar and style are not judged",
  },
  examples: [
    {
      text: "第三部分 名词解释\n一、年初结转和结余：指以前年度尚未完成、结转到本年按有关规定继续使用的资金。",
      holds: true,
    },
    { text: "第三部分 名词解释\n一、项目支出：指为完成特定行政任务和事业发展目的的支出，包括APP运维。", holds: true },
    {
      text: "第三部分 名词解释\n一、年初结转和结余：指以前年度尚未完成、结转 to 本年按有关规定继续使用的资金。",
      holds: false,
      message: "to",
    },
    { text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元万元。", holds: false, message: "万元万元" },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出决算增加为0.80万元，与2023年度持平。",
      holds: false,
      message: "矛盾",
    },
  ],
  *judge(context) {
    yield* judgeSlips(context, GARBLED, ({ role }) => role !== "contents");
  },
};

const NO_NUMBER: Bilingual = { zh: "缺少数字：", en: "lacks its number:" };

const EMPTY_SLOTS: readonly Slip[] = [
  {
    pattern:
      /(?:(?:支出|收入|决算数?|预算数?|总计|合计|经费|接待费|运行费|维护费|购置费|金额|结余)(?:为|共|共计)?|增加|减少)万元(?=[，。；、（]|$)/g,
    what: NO_NUMBER,
    unless: (prose, at) => /(?:单位|计量)$/.test(prose.text.slice(Math.max(0, at - 4), at)),
  },
  { pattern: /(?:占|增长|下降|降低|完成(?:年初|全年|调整)?预算的?)[%％](?=[，。；、）]|$)/g, what: NO_NUMBER },
  {
    pattern: /(?:保有量为|共有车辆|团组|累计|设备（不含车辆）)(?:辆|个|台（套）|人次)(?=[，。；、]|$)/g,
    what: NO_NUMBER,
  },
  {
    pattern: /(?<=[一-龥])占(?=[；。]|，其中)/g,
    what: NO_NUMBER,
    unless: (prose, at) => /[侵抢霸独]$/.test(prose.text.slice(0, at)),
  },
];

export const EMPTY_SLOT: Relation = {
  id: "wording.empty-slot",
  title: { zh: "该有数字处没有数字", en: "A number is missing where one belongs" },
  basis: {
    zh: "公开格式中的金额、比例、数量应如实填写，没有的填0",
    en: "Amounts, rates and counts of the form are to be stated, 0 where there is none",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "发现“支出万元”“占%”一类漏填的句子",
    en: "Finds sentences whose number was left out, such as “支出万元” or “占%”",
  },
  leavesOut: {
    zh: "“单位：万元”等表头和泛指的“万元”不算；文件中有读不出的数字时不判断，以免把没有读到当成没有填",
    en: "“Unit: 10,000 yuan” and the like are no slots; nothing is said where the file has unread numbers, lest unread be taken for unwritten",
  },
  examples: [
    { text: "七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出3.03万元，占100%。单位：万元", holds: true },
    { text: "七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出万元，占100%。", holds: false, message: "支出万元" },
    { text: "三、支出决算情况说明\n项目支出1902.23万元，占%。", holds: false, message: "占%" },
  ],
  *judge(context) {
    if (context.disclosure.oddities.some(({ code }) => /scan|image|ocr/.test(code))) {
      yield {
        outcome: "not-checkable",
        reason: {
          zh: "有扫描页，读不出的数字与漏填的数字无法区分",
          en: "scanned pages: a number that was not read cannot be told from one not written",
        },
        sources: [],
      };
      return;
    }
    yield* judgeSlips(context, EMPTY_SLOTS, ({ role }) => role === "body");
  },
};

const UNITLESS_END = "(?=[，。；;、]|,(?!\\d)|$)";

const UNITLESS: readonly Slip[] = [
  {
    pattern: new RegExp(`(?<=占(?:比|比为|比重为|总支出的?)?)\\d+(?:\\.\\d+)?${UNITLESS_END}`, "g"),
    what: { zh: "漏写百分号：", en: "leaves out the percent sign:" },
    suggestion: { zh: "补上“%”", en: "Add the percent sign" },
    unless: NOT_STATUTORY,
  },
  {
    pattern: new RegExp(`(?<=(?:决算|预算|支出|收入)数?为)\\d[\\d,]*\\.\\d+${UNITLESS_END}`, "g"),
    what: { zh: "金额漏写单位：", en: "leaves out the unit of an amount:" },
    suggestion: { zh: "补上“万元”", en: "Add the unit" },
    unless: NOT_STATUTORY,
  },
  {
    // 年初预算为0，: nothing is nothing in every unit.
    pattern: new RegExp(`(?<=(?:决算|预算|支出|收入)数?为)[1-9]\\d*${UNITLESS_END}`, "g"),
    what: { zh: "金额漏写单位：", en: "leaves out the unit of an amount:" },
    suggestion: { zh: "补上“万元”", en: "Add the unit" },
    unless: NOT_STATUTORY,
  },
];

export const UNIT_LEFT_OUT: Relation = {
  id: "wording.unit-left-out",
  title: { zh: "数字漏写单位或百分号", en: "A number without its unit or percent sign" },
  basis: {
    zh: "公开格式中每个金额带单位、每个比例带百分号",
    en: "In the form every amount has its unit and every rate its percent sign",
  },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "“占76.2；”“支出决算为4.1。”漏了“%”“万元”，读者要猜",
    en: "A share without % or an amount without 万元 leaves readers guessing",
  },
  leavesOut: {
    zh: "“为0”不需要单位；只看说明各节，不看附件和名词解释",
    en: "Nothing needs no unit; only the sections of the narrative are read",
  },
  examples: [
    {
      text: "第三部分 2024年度部门决算情况说明\n三、支出决算情况说明\n本年支出合计80.00万元，其中：基本支出50.00万元，占62.50%；项目支出30.00万元，占37.50%。年初预算为0，支出决算为30.00万元。",
      holds: true,
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n三、支出决算情况说明\n本年支出合计80.00万元，其中：基本支出50.00万元，占62.50;项目支出30.00万元，占37.50%。",
      holds: false,
      message: "62.50",
    },
    {
      text: "第三部分 2024年度部门决算情况说明\n三、支出决算情况说明\n项目支出年初预算为30.00万元，支出决算为29.40。",
      holds: false,
      message: "29.40",
    },
  ],
  *judge(context) {
    if (context.document === undefined && context.text === undefined) return;
    yield* judgeSlips(context, UNITLESS, ({ role }) => role !== "contents");
  },
};

export const WORDING_RELATIONS: readonly Relation[] = [
  LEFTOVER,
  EMPTY_SLOT,
  GARBLED_SENTENCE,
  PUNCTUATION,
  UNIT_LEFT_OUT,
];
