import {
  compact,
  type BoundFigure,
  type NameResolver,
  type Passage,
  type ReadDocument,
  type Source,
  type Statement,
} from "@juesuan/core";

/** Statements that carry no figure: items named in a list, entries of the glossary, 「无…支出」, itemised lists. */
export function readItems(
  document: ReadDocument,
  passages: readonly Passage[],
  figures: readonly BoundFigure[],
  resolver: NameResolver,
): Statement[] {
  const statements: Statement[] = [];
  for (const passage of passages) {
    const view = compact(document.text, passage.stretches);
    const place = (from: number, to: number): Source => {
      const start = view.offsets[from] ?? 0;
      const end = (view.offsets[to - 1] ?? start) + 1;
      return {
        ...(passage.part === undefined ? {} : { part: passage.part }),
        section: passage.title,
        start,
        end,
        text: document.text.slice(start, end),
      };
    };
    if (passage.section === "basic-expenditure") statements.push(...economicItems(view.text, place, resolver));
    if (passage.section === "glossary") statements.push(...glossary(view.text, place, resolver));
    statements.push(...nothings(view.text, place, passage));
  }
  statements.push(...receptionLists(figures));
  return statements;
}

type Place = (from: number, to: number) => Source;

const LISTS: readonly { readonly list: "personnel" | "public"; readonly pattern: RegExp }[] = [
  {
    list: "personnel",
    pattern:
      /人员(?:经费|支出)[^；。\n]{0,40}?(?:(?<=元)。)?(?:用途)?(?:主要包括|包括|主要用于|主要是|其中)：?([^；。\n]+)/g,
  },
  {
    list: "public",
    pattern:
      /公用(?:经费|支出)[^；。\n]{0,40}?(?:(?<=元)。)?(?:用途)?(?:主要包括|包括|主要用于|主要是|其中)：?([^；。\n]+)/g,
  },
];

/** 人员经费…主要包括：基本工资、津贴补贴 …。 Names with an amount of their own are figures' names, and stay. */
function* economicItems(text: string, place: Place, resolver: NameResolver): Generator<Statement> {
  for (const { list, pattern } of LISTS) {
    for (const match of text.matchAll(pattern)) {
      const body = match[1]!;
      let at = match.index + match[0].length - body.length;
      for (const piece of piecesOf(body, resolver)) {
        const name = piece
          .replace(/\d[\d.,]*(?:万元|元).*$/, "")
          .replace(/(?:支出)?等(?:支出|费用|方面)?.*$/, "")
          .replace(/^(?:以及|和|及)/, "")
          // 公务用车运行维护费及购置费 names the item of its first half.
          .replace(/(?<=运行维护费)(?:及|和)(?:公务用车)?购置费$/, "");
        for (const { from, own } of partsOf(name, resolver)) {
          if (own.length < 2 || (own.length > 24 && !own.includes("（")) || /\d/.test(own)) continue;
          const code = resolver.economic(own);
          const start = at + Math.max(0, piece.indexOf(own, from));
          yield {
            type: "named-item",
            list,
            name: own,
            ...(code === undefined ? {} : { code }),
            source: own === name ? place(at, at + piece.length) : place(start, start + own.length),
          };
        }
        at += piece.length + 1;
      }
    }
  }
}

/** Between the names of a list: 基本工资、津贴补贴，奖金. */
const SEPARATORS = /[、，]/;

/** 社会保障类缴费（养老、年金、医疗及其他）合计182.72万元 is one name: what its brackets hold are words, and not all names of items. */
function piecesOf(body: string, resolver: NameResolver): readonly string[] {
  const held = body.replace(/（([^（）\d]{2,60})）(?=合计|共计|\d)/g, (all, inside: string) =>
    inside.split(/[、，和及]/).every((name) => resolver.economic(name) !== undefined)
      ? all
      : all.replace(/[、，]/g, HELD),
  );
  return held.split(SEPARATORS).map((piece) => piece.replaceAll(HELD, "、"));
}

const HELD = "\u0000";

/** The last two names of a list are joined by 和: 办公设备购置和专用设备购置. A name of the classification may hold 和 itself. */
function partsOf(name: string, resolver: NameResolver): readonly { readonly from: number; readonly own: string }[] {
  if (resolver.economic(name) === undefined) {
    for (const { index } of name.matchAll(/[和及]/g)) {
      const own = [name.slice(0, index), name.slice(index + 1)] as const;
      if (own.every((half) => resolver.economic(half) !== undefined))
        return [
          { from: 0, own: own[0] },
          { from: index + 1, own: own[1] },
        ];
    }
  }
  return [{ from: 0, own: name }];
}

function* glossary(text: string, place: Place, resolver: NameResolver): Generator<Statement> {
  for (const match of text.matchAll(
    /(?:^|\n)(?:[（]?[一二三四五六七八九十\d]+[）]?[、.．]?)?([^\n：。；]{2,80}?)(?:：|是指|，?指(?!导|标|挥|出))/g,
  )) {
    const name = match[1]!.replace(/^[、.．]/, "");
    if (/[，]/.test(name) && !/（项）|（款）/.test(name)) continue;
    const path = /^(.+?)（类）(?:(.+?)（款）)?(?:(.+?)（项）)?/.exec(name);
    const code = path
      ? resolver.functional([path[1], path[2], path[3]].filter((part): part is string => part !== undefined))
      : undefined;
    const at = match.index + match[0].indexOf(name);
    yield {
      type: "named-item",
      list: "glossary",
      name,
      ...(code === undefined ? {} : { code }),
      source: place(at, at + name.length),
    };
  }
}

const NOTHINGS: readonly {
  readonly pattern: RegExp;
  readonly concept: string;
  readonly dimensions: Extract<Statement, { type: "none" }>["subject"]["dimensions"];
  readonly also?: RegExp;
}[] = [
  {
    pattern: /(?:无|没有)(?:使用)?政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入)?(?:和|、|及|安排的)?支出/g,
    concept: "expenditure",
    dimensions: { fund: "government-fund" },
  },
  {
    pattern: /(?:无|没有)(?:使用)?国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入)?(?:和|、|及|安排的)?支出/g,
    concept: "expenditure",
    dimensions: { fund: "state-capital" },
  },
  {
    pattern: /(?:无|没有)(?:一般公共预算)?(?:财政拨款)?三公经费(?:财政拨款)?(?:支出|预算)?/g,
    concept: "three-public",
    dimensions: {},
  },
  {
    pattern: /(?:无|没有|未发生|不涉及)因公出国（境）(?:费|费用)?(?:支出)?/g,
    concept: "three-public",
    dimensions: { item: "overseas" },
  },
  {
    pattern: /(?:无|没有|未发生|不涉及)公务接待(?:费)?(?:支出)?/g,
    concept: "three-public",
    dimensions: { item: "receptions" },
  },
  {
    pattern: /(?:无|没有|未发生|不涉及)公务用车购置(?:费)?(?:支出)?(?!及|和)/g,
    concept: "three-public",
    dimensions: { item: "vehicle-purchase" },
  },
  // Whoever bought no vehicle spent nothing on buying one; 未安排公务用车购置预算 tells of the budget alone.
  {
    pattern:
      /(?:未|没有)(?:(?:更新|新增)?购置|购买|安排购置)(?:公务用车|公车|车辆)(?!的|预算|计划)|未安排(?:公务用车|车辆)购置(?:费|支出|经费)*(?!及|和|的|预算|计划)/g,
    concept: "three-public",
    dimensions: { item: "vehicle-purchase" },
  },
  {
    pattern: /(?:无|没有|未发生|不涉及)公务用车购置(?:及|和)运行(?:维护)?(?:费)?(?:支出)?/g,
    concept: "three-public",
    dimensions: { item: "vehicles" },
  },
  { pattern: /(?:无|没有)(?:机关)?运行经费(?:支出)?/g, concept: "operating-costs", dimensions: {} },
  {
    pattern: /(?:无|没有|未发生|未)(?:开展|实施|进行)?政府采购(?:支出|项目|活动)?/g,
    concept: "procurement",
    dimensions: {},
  },
];

/** Sentences of reasons and of the blank's instructions say 无 of other things: 当年度无“三公”经费支出 in a reason still counts. */
function* nothings(text: string, place: Place, passage: Passage): Generator<Statement> {
  const section = passage.section;
  if (section === undefined || section === "annex" || section === "glossary" || section === "responsibilities") return;
  for (const { pattern, concept, dimensions } of NOTHINGS) {
    for (const match of text.matchAll(pattern)) {
      yield {
        type: "none",
        subject: { concept, dimensions },
        source: place(match.index, match.index + match[0].length),
      };
    }
  }
}

/** The list of receptions belongs to the batches that were counted. */
function receptionLists(figures: readonly BoundFigure[]): Statement[] {
  const entries = figures.filter((figure) => figure.dimensions.item === "reception-entry");
  if (entries.length === 0) return [];
  const batches = figures.find(
    (figure) => figure.concept === "reception-batches" && figure.dimensions.item !== "foreign",
  );
  const first = entries[0]!.source;
  return [
    {
      type: "list",
      of: batches
        ? { concept: batches.concept, dimensions: batches.dimensions }
        : { concept: "reception-batches", dimensions: { item: "domestic" } },
      figures: entries.map((entry) => entry.id),
      source: { ...first, end: entries.at(-1)!.source.end },
    },
  ];
}
