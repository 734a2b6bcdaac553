import { placeOf } from "../place.ts";
import type { Bilingual, CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { inAnnex, inGlossary, inOverview, judgeSlips, notStatutory, type Slip } from "./slips.ts";

/** What the words of a blank to fill in are followed by, or come after. */
const FILLED_NOUN =
  "(?:万元|亿元|元|[%％]|个|辆|台|人次|人|批次|批|次|年|月|日|分|局|厅|委员会|委|部门|单位|中心|研究所|街道|镇|乡|区|县|市|项目|经费|支出|收入|工作|情况|有限公司|公司|制度|机制|[（(](?:类|款|项|单位|部门|本级|制度))";
const BLANK_LEAD = "(?:为|共|计|占|[：:]|增加|减少|增长|下降|支出|收入|用于|包括|采购金额|得分|团组|达)";
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
  // From where the blank begins: tried from each of its strokes, a long line of them would cost the square of it.
  {
    pattern: new RegExp(`(?:(?<!\\*)\\*{3,}|(?<![_＿﹍])[_＿﹍]{2,})(?=${FILLED_NOUN})`, "g"),
    what: BLANK,
    suggestion: FILL,
  },
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
  hint(
    "(?<=[（(])(?:如|若)(?:无|没有|未发生|有(?!疑问|问题|异议|需|变))[^（）()。；]{0,24}?[请应须需可则]?(?:作|按)(?:此|上述|下述|如下|以下)?[^（）()。；]{0,4}(?:表述|说明|填[列写报])(?=[）)])",
  ),
  hint("(?<=[（(])(?:没有|无)数据的[^（）()。；]{0,10}[应须请](?!理解|视)[^（）()。；]{0,24}(?=[）)])"),
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

/** Words that may be meant elsewhere, and are hints in the sections of the form. */
const NARRATIVE_HINTS: readonly Slip[] = [
  { ...hint("[（(]如有[）)]", "warning"), unless: notStatutory },
  { ...hint("请填[写列报入][^，。；]{0,20}"), unless: notStatutory },
  { ...hint("(?:请|可|须|应)自行(?:填写|补充|增减|删减)"), unless: notStatutory },
  {
    ...hint(
      "(?<![一-龥])(?:请|此处|此栏|本处)[^，。；：]{0,12}(?:自行填[写列报]|据实填[写列报]|如实填[写列报]|在此处?填[写入])",
    ),
    unless: notStatutory,
  },
  {
    pattern: /(?<=[：:、，]|用于|包括)(?:…{1,4}|\.{3,6})(?=[。；]|$)/gm,
    what: BLANK,
    suggestion: FILL,
    severity: "warning",
    unless: notStatutory,
  },
];

const CHOICE: Bilingual = { zh: "没有在两种说法中选定一种：", en: "leaves two wordings to choose from:" };
const CHOOSE: Bilingual = { zh: "按数字选定一种说法", en: "Keep the wording that the figures call for" };
const choice = (pattern: string, severity?: Slip["severity"]): Slip => ({
  pattern: new RegExp(pattern, "g"),
  what: CHOICE,
  suggestion: CHOOSE,
  ...(severity === undefined ? {} : { severity }),
});

const EITHER_WAY = "(?:(?:增加|增长|上升)[（(](?:减少|下降|降低)[）)]|(?:减少|下降|降低)[（(](?:增加|增长|上升)[）)])";
const OF_NOTHING = "\\s*0(?:\\.0+)?\\s*(?:万?元|[%％])";

const CHOICES: readonly Slip[] = [
  choice(`${EITHER_WAY}(?!${OF_NOTHING})`),
  // Whichever is chosen, 增加（减少）0万元 says the same.
  choice(`${EITHER_WAY}(?=${OF_NOTHING})`, "info"),
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
  *judge(context) {
    if (context.document === undefined && context.text === undefined) return;
    const found = [...leftovers(context)];
    const violated = found.filter(({ outcome }) => outcome === "violated");
    const { figures, unbound } = context.disclosure;
    if (violated.length >= A_FORM && violated.length > figures.length + unbound.length)
      yield unfilled(context, violated);
    else yield* found;
  },
};

/** So many blanks, and fewer numbers than blanks: nobody has filled it in. */
const A_FORM = 10;

/** The form itself, handed in by mistake, is one mistake. */
function unfilled({ disclosure }: CheckContext, blanks: readonly Judgement[]): Judgement {
  const numbers = disclosure.figures.length + disclosure.unbound.length;
  return {
    outcome: "violated",
    message: {
      zh: `这是没有填写的空白格式：${blanks.length}处留着“XX”或填写提示，全文只印有${numbers}个数字`,
      en: `this is the blank form, not filled in: ${blanks.length} places still hold XX or an instruction, and ${numbers} numbers are printed in all`,
    },
    sources: blanks.flatMap(({ sources }) => sources.slice(0, 1)),
    suggestion: { zh: "填写后再公开、再核对", en: "Fill it in, then publish and check it" },
    key: "blank form",
  };
}

function* leftovers(context: CheckContext): Iterable<Judgement> {
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
}

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

export const EXAMPLES: RelationExamples = () => ({
  [LEFTOVER.id]: [
    {
      text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长11.11%。主要原因：人员增加。",
      holds: true,
    },
    { text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。联系人电话138××××1234。", holds: true },
    // What is said to the reader, not to the clerk.
    {
      text: "一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元（没有数据的单元格应理解为零；如有疑问，请来电）。公开电话（如有疑问，请按以下联系方式说明）。",
      holds: true,
    },
    { text: "一、收入支出决算总体情况说明\n2024年度收入支出总计XXX万元。", holds: false, message: "XXX" },
    {
      text: "一、收入支出决算总体情况说明\n与2023年度相比，收入支出总计增加（减少）10.00万元。主要原因：人员增加。（如持平作持平表述）",
      holds: false,
      message: "增加（减少）",
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n因公出国（境）费支出决算0万元，比年初预算数0万元增加（减少）0万元。",
      holds: false,
      message: "增加（减少）",
    },
    {
      text: "九、国有资本经营预算财政拨款支出决算情况说明\n本部门2024年度无国有资本经营预算财政拨款支出。（如无此项支出，请作此表述）",
      holds: false,
      message: "如无此项支出，请作此表述",
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
});
