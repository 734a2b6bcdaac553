import type { Block, Paragraph } from "../document/document.ts";
import type { BoundFigure, BoundTable, PartId, Section, SectionId } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import type { ProfileTable } from "../profile/profile.ts";
import { tableOf } from "../tables/catalogue.ts";
import type { TableDeclaration } from "../tables/declaration.ts";
import { chineseNumber } from "../tables/chinese-number.ts";
import { normaliseTitle } from "../tables/normalise.ts";
import { recogniseTitle } from "../tables/recognise-title.ts";
import { isAmount, isZero, printedIn } from "./amounts.ts";
import { proseOf, type Prose } from "./prose.ts";
import type { Bilingual, CheckContext, Judgement, Relation } from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";
import { plainTitle, similarity } from "./titles.ts";

const PROCEDURE: Bilingual = {
  zh: "《地方预决算公开操作规程》（财预〔2016〕143号）：部门决算应当公开收支总体情况表、财政拨款收支情况表等报表及说明；没有数据的表格应当列出空表并说明",
  en: "Procedure for local disclosure of budgets and final accounts (财预〔2016〕143号): the tables and explanations owed; a table without data is printed empty, with a note",
};

const NARRATIVE = `一、收入支出决算总体情况说明

2024年度收入支出总计10.00万元。

二、收入决算情况说明

本年收入合计10.00万元。

三、支出决算情况说明

本年支出合计10.00万元。

四、财政拨款收入支出决算总体情况说明

2024年度财政拨款收入支出总计10.00万元。

五、一般公共预算财政拨款支出决算情况说明

一般公共预算财政拨款支出10.00万元。

六、一般公共预算财政拨款基本支出决算情况说明

一般公共预算财政拨款基本支出10.00万元。

七、财政拨款“三公”经费支出决算情况说明

“三公”经费财政拨款支出决算为0.50万元。`;

const NO_PROFILE: Bilingual = {
  zh: "没有认出公开格式，不知道应有哪些",
  en: "the form was not recognised, so what it owes is not known",
};

function owedTables(context: CheckContext): readonly ProfileTable[] {
  return (context.profile?.tables ?? []).filter(({ owed }) => owed !== false);
}

function boundOf(context: CheckContext, id: string): readonly BoundTable[] {
  return context.disclosure.tables.filter(({ table }) => table === id);
}

const officialTitle = (owed: ProfileTable): string => owed.titles[0] ?? tableOf(owed.table)?.titles[0] ?? owed.table;

/** Pages without text: what stands on them is not known. */
function hasUnreadPages(context: CheckContext): boolean {
  return (
    context.document?.pages.some(({ scanned }) => scanned === true) === true ||
    context.disclosure.oddities.some(({ code }) => /scan|image|ocr|truncat|too-large/.test(code))
  );
}

export const TABLE_MISSING: Relation = {
  id: "structure.table-missing",
  title: { zh: "应公开的表缺失", en: "A table owed is missing" },
  basis: PROCEDURE,
  severity: "error",
  form: "presence",
  purpose: {
    zh: "公开格式规定的每一张表都应公开，没有数据的也要保留空表",
    en: "Every table of the form is published, an empty one included",
  },
  leavesOut: {
    zh: "文件中一张表也没有时不判断（报表可能另附）；有表题、有表格而没有认出的，不当作缺失",
    en: "Nothing is said where the file holds no table at all (they may be attached); a table with its title that was not recognised is not called missing",
  },
  examples: [
    { text: tinyDisclosure(Object.values(TINY)), profile: "shanghai", holds: true },
    {
      text: "上海市普陀区某局2024年度部门决算\n第三部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计10.00万元。",
      profile: "shanghai",
      holds: true,
    },
    {
      text: tinyDisclosure(Object.values(TINY).filter((table) => table !== TINY.expenditure)),
      profile: "shanghai",
      holds: false,
      message: "缺少应公开的《支出决算表》",
    },
    {
      text: tinyDisclosure(
        Object.values(TINY).map((table) => (table === TINY.general ? "一般公共预算财政拨款支出决算表" : table)),
      ),
      profile: "shanghai",
      holds: false,
      message: "只有表题",
    },
  ],
  *judge(context) {
    const owed = owedTables(context);
    if (owed.length === 0) {
      yield { outcome: "not-applicable", reason: NO_PROFILE, sources: [] };
      return;
    }
    const known = owed.filter(({ table }) => boundOf(context, table).length > 0);
    if (known.length === 0) {
      yield {
        outcome: "not-checkable",
        reason: {
          zh: "文件里没有认出任何报表，可能另附文件",
          en: "no table was recognised in this file; they may be attached elsewhere",
        },
        sources: [],
      };
      return;
    }
    for (const table of owed) yield judgeOwed(context, table, known.length * 2 >= owed.length);
  },
};

/** Where a form's own table is replaced by one of nearly the same name: 支出决算表 for 收入支出决算表. */
function substituteOf(context: CheckContext, owed: ProfileTable): BoundTable | undefined {
  const ids = new Set(owedTables(context).map(({ table }) => table));
  const wanted = owed.titles.map(normaliseTitle);
  return context.disclosure.tables.find(({ table, title }) => {
    if (table === undefined || ids.has(table)) return false;
    const printed = normaliseTitle(title ?? tableOf(table)?.titles[0] ?? "");
    return wanted.some((name) => similarity(name, printed) >= 0.7);
  });
}

function judgeOwed(context: CheckContext, owed: ProfileTable, mostAreThere: boolean): Judgement {
  const title = officialTitle(owed);
  const bound = boundOf(context, owed.table);
  if (bound.length > 0) return { outcome: "holds", sources: [bound[0]!.source] };
  const substitute = substituteOf(context, owed);
  if (substitute) {
    const source: Source = { ...substitute.source, table: substitute.table!, text: substitute.title ?? "" };
    return {
      outcome: "violated",
      severity: "info",
      message: {
        zh: `规定公开《${title}》（表${owed.number}），印的是《${substitute.title ?? ""}》`,
        en: `the form asks for “${title}” (table ${owed.number}); “${substitute.title ?? ""}” is printed instead`,
      },
      stated: substitute.title ?? "",
      expected: title,
      sources: [source],
      key: owed.table,
    };
  }
  const found = findTitle(context, owed.table);
  if (found.state === "unread" || hasUnreadPages(context)) {
    return {
      outcome: "not-checkable",
      reason: {
        zh: found.state === "unread" ? `有《${title}》的表题，表格没有认出` : `没有找到《${title}》，但有的页没有读出`,
        en:
          found.state === "unread"
            ? `the title of “${title}” is there, its grid was not recognised`
            : `“${title}” was not found, but some pages could not be read`,
      },
      sources: found.sources,
    };
  }
  const listed = context.disclosure.contents.find((entry) => recogniseTitle(entry.title)?.table.id === owed.table);
  const places = [...found.sources, ...(listed ? [listed.source] : [])];
  const sources = places.length > 0 ? places : headingOf(context, "tables", "appended-tables");
  // A form of no one place is what most departments use; a county's own may leave a table out.
  const isCertain =
    mostAreThere && (context.profile?.division !== undefined || listed !== undefined || found.state === "title-only");
  const hint = listed ? "，目录中列有此表" : "";
  const hintEn = listed ? ", though the contents list it" : "";
  return {
    outcome: "violated",
    ...(isCertain ? {} : { severity: "warning" as const }),
    message:
      found.state === "title-only"
        ? {
            zh: `《${title}》（表${owed.number}）只有表题，没有表格${hint}`,
            en: `“${title}” (table ${owed.number}) has its title but no table${hintEn}`,
          }
        : {
            zh: `缺少应公开的《${title}》（表${owed.number}）${hint}`,
            en: `“${title}” (table ${owed.number}) is owed and missing${hintEn}`,
          },
    expected: title,
    sources,
    suggestion: {
      zh: `补上《${title}》；没有数据的，公开空表并注明`,
      en: `Add “${title}”; where there are no data, an empty table with a note`,
    },
    key: owed.table,
  };
}

/** Where something should have stood: the heading of its part. */
function headingOf(context: CheckContext, ...parts: readonly PartId[]): readonly Source[] {
  const { sections, tables } = context.disclosure;
  const part = sections.find((section) => section.part !== undefined && parts.includes(section.part));
  if (part) return [part.heading];
  const [first] = tables;
  return first ? [first.source] : [];
}

type TitleState = { readonly state: "absent" | "title-only" | "unread"; readonly sources: readonly Source[] };

/** Whether a table's title stands in the body, and whether something that may be the table follows it. */
function findTitle(context: CheckContext, id: string): TitleState {
  const { document } = context;
  if (!document) return { state: "absent", sources: [] };
  const { blocks } = document;
  let titleOnly: Source | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "paragraph" || titleIn(document.text, block) !== id) continue;
    if (mayBeTable(context, blocks, index)) return { state: "unread", sources: [] };
    const listed = isTitle(document.text, blocks[index - 1]) && isTitle(document.text, blocks[index + 1]);
    if (!listed)
      titleOnly = {
        start: block.start,
        end: block.end,
        page: block.page,
        text: document.text.slice(block.start, block.end),
      };
  }
  return titleOnly ? { state: "title-only", sources: [titleOnly] } : { state: "absent", sources: [] };
}

function titleIn(text: string, block: Paragraph): string | undefined {
  if (block.role !== "body" && block.role !== "heading" && block.role !== "header") return undefined;
  const words = text.slice(block.start, block.end).trim();
  return words.length > 60 || !words.includes("表") || /[。；]/.test(words)
    ? undefined
    : recogniseTitle(words)?.table.id;
}

function isTitle(text: string, block: Block | undefined): boolean {
  return block?.kind === "paragraph" && titleIn(text, block) !== undefined;
}

/** What stands around a table without being part of it: 单位：万元, 公开03表, 部门：…, 注：…. */
const BESIDE = /^(?:[（(]?(?:金额)?单位|部门|编制单位|公开|财决|注|说明|备注|第\d+页)|^[-—\d\s]*$/;

/** A grid that is no other table, or lines that look like the cells of one that was not recognised. */
function mayBeTable(context: CheckContext, blocks: readonly Block[], at: number): boolean {
  const text = context.document?.text ?? "";
  let cells = 0;
  for (const block of blocks.slice(at + 1, at + 9)) {
    if (block.kind === "table") {
      const bound = context.disclosure.tables.find(
        ({ source }) => source.start < block.end && block.start < source.end,
      );
      return bound?.table === undefined;
    }
    if (isTitle(text, block) || block.role === "heading") break;
    const words = text.slice(block.start, block.end).trim();
    if (!BESIDE.test(words) || /\d\.\d/.test(words)) cells++;
  }
  return cells >= 2;
}

export const TABLE_TITLE: Relation = {
  id: "structure.table-title",
  title: { zh: "表名与规定不一致", en: "A table's title is not the form's" },
  basis: { zh: "公开格式规定的表名", en: "The titles that the form prescribes" },
  severity: "warning",
  form: "presence",
  purpose: {
    zh: "表名写错会使读者对不上口径，例如把“一般公共预算”漏掉",
    en: "A wrong title tells readers the wrong scope, such as a missing “general public budget”",
  },
  leavesOut: {
    zh: "各地、各年通行的别名（例如“基本支出决算明细表”）不算错；表题没有读出的表不判断",
    en: "Titles in use elsewhere or in other years are not wrong; a table whose title was not read is not judged",
  },
  examples: [
    { text: tinyDisclosure([TINY.expenditure]), holds: true },
    { text: tinyDisclosure([TINY.basic.replace("基本支出决算表", "基本支出决算明细表")]), holds: true },
    {
      text: tinyDisclosure([TINY.basic.replace("一般公共预算财政拨款基本", "一般公共预算财政拔款基本")]),
      holds: false,
      message: "财政拔款",
    },
  ],
  *judge(context) {
    for (const table of context.disclosure.tables) {
      const declared = table.table === undefined ? undefined : tableOf(table.table);
      if (!declared || table.title === undefined || table.title === "") continue;
      const owed = context.profile?.tables.find((entry) => entry.table === declared.id);
      const known = [...(owed?.titles ?? []), ...declared.titles].map(normaliseTitle);
      const printed = normaliseTitle(table.title);
      if (known.some((title) => printed.endsWith(title) || title.endsWith(printed))) {
        yield { outcome: "holds", sources: [table.source] };
        continue;
      }
      const expected = owed ? officialTitle(owed) : declared.titles[0];
      const source: Source = { ...table.source, table: declared.id, text: table.title };
      yield {
        outcome: "violated",
        message: {
          zh: `表名印作“${table.title}”，应为“${expected}”`,
          en: `the title reads “${table.title}”, the form says “${expected}”`,
        },
        stated: table.title,
        expected,
        sources: [source],
        key: declared.id,
      };
    }
  },
};

export const TABLE_ORDER: Relation = {
  id: "structure.table-order",
  title: { zh: "表的顺序与规定不一致", en: "Tables out of the form's order" },
  basis: { zh: "公开格式规定的表号", en: "The numbers that the form gives its tables" },
  severity: "info",
  form: "presence",
  purpose: { zh: "按规定的顺序公开，读者和系统才能对号入座", en: "Readers and systems find tables by their number" },
  leavesOut: {
    zh: "没有认出格式时不判断；重复出现的表只看第一次",
    en: "Not judged for an unknown form; of a repeated table only the first counts",
  },
  examples: [
    {
      text: tinyDisclosure([TINY.all, TINY.revenue, TINY.expenditure, TINY.appropriation]),
      profile: "shanghai",
      holds: true,
    },
    {
      text: tinyDisclosure([TINY.all, TINY.expenditure, TINY.appropriation, TINY.general, TINY.revenue]),
      profile: "shanghai",
      holds: false,
      message: "《收入决算表》应为第2张表",
    },
  ],
  *judge(context) {
    const numbers = new Map(owedTables(context).map(({ table, number }) => [table, number]));
    const first = new Map<string, BoundTable>();
    for (const table of context.disclosure.tables)
      if (table.table !== undefined && numbers.has(table.table) && !first.has(table.table))
        first.set(table.table, table);
    const order = [...first].map(([id, table]) => ({ id, table, number: numbers.get(id)! }));
    if (order.length < 3) return;
    const kept = new Set(longestIncreasing(order.map(({ number }) => number)));
    for (const [index, { id, table, number }] of order.entries()) {
      if (kept.has(index)) {
        yield { outcome: "holds", sources: [table.source] };
        continue;
      }
      const before = order[index - 1];
      yield {
        outcome: "violated",
        message: {
          zh: `《${tableOf(id)?.titles[0] ?? id}》应为第${number}张表，${before ? `现排在《${tableOf(before.id)?.titles[0] ?? before.id}》（第${before.number}张）之后` : "现排在最前"}`,
          en: `“${tableOf(id)?.en ?? id}” is number ${number} of the form but stands ${before ? `after number ${before.number}` : "first"}`,
        },
        sources: [{ ...table.source, table: id }],
        key: id,
      };
    }
  },
};

/** The indices of a longest increasing subsequence. */
function longestIncreasing(values: readonly number[]): number[] {
  const best: number[][] = [];
  for (const [index, value] of values.entries()) {
    let chain: number[] = [];
    for (let before = 0; before < index; before++)
      if (values[before]! < value && best[before]!.length > chain.length) chain = best[before]!;
    best.push([...chain, index]);
  }
  return best.reduce<number[]>((longest, chain) => (chain.length > longest.length ? chain : longest), []);
}

export const TABLE_REPEATED: Relation = {
  id: "structure.table-repeated",
  title: { zh: "同一张表出现多次", en: "One table printed more than once" },
  basis: { zh: "公开格式中每张表出现一次", en: "Each table of the form stands once" },
  severity: "info",
  form: "presence",
  purpose: {
    zh: "同一张表印两次、数字又不同时，读者不知道以哪张为准",
    en: "Where a table is printed twice with different figures, nobody knows which one counts",
  },
  leavesOut: {
    zh: "跨页续表不算；整套报表重复的（汇总与本级、各单位各一套）不算",
    en: "Continued tables do not count, nor do whole sets of tables (one for each unit)",
  },
  examples: [
    { text: tinyDisclosure([TINY.revenue, TINY.expenditure]), holds: true },
    {
      text: tinyDisclosure([TINY.revenue, TINY.expenditure, TINY.general, TINY.expenditure]),
      holds: false,
      message: "《支出决算表》出现了2次",
    },
  ],
  *judge(context) {
    const groups = new Map<string, BoundTable[]>();
    for (const table of context.disclosure.tables) {
      if (table.table === undefined || table.empty || !hasOwnTitle(context, table)) continue;
      groups.set(table.table, [...(groups.get(table.table) ?? []), table]);
    }
    const repeated = [...groups].filter(([, tables]) => tables.length > 1);
    if (repeated.length > 2) return;
    for (const [id, tables] of groups) {
      if (tables.length === 1) {
        yield { outcome: "holds", sources: [] };
        continue;
      }
      yield {
        outcome: "violated",
        message: {
          zh: `《${tableOf(id)?.titles[0] ?? id}》出现了${tables.length}次（${tables
            .map(({ page }) => (page === undefined ? "" : `第${page}页`))
            .filter(Boolean)
            .join("、")}）`,
          en: `“${tableOf(id)?.en ?? id}” is printed ${tables.length} times`,
        },
        sources: tables.map((table) => ({ ...table.source, table: id })),
        key: id,
      };
    }
  },
};

const STANDING_NOTE = /(?:注[：:]|说明[：:])?(?:本表|该表|此表)(?:主要)?(?:反映|为|以)[^。；\n]*[。；]?/g;
const NOTHING_NOTE =
  /(?:无|没有|未发生|未安排|未使用|不涉及|不存在|均为0|为零)[^。；\n]{0,50}|空表|(?:本表|此表|该表)(?:为空|无数据|无内容)/;

/** The words around a table: its note, its own text, and the paragraphs up to the next one. */
function wordsAt(context: CheckContext, table: BoundTable): string {
  const next = context.disclosure.tables.find(({ source }) => source.start >= table.source.end);
  const after = proseOf(context).filter(
    ({ offsets }) =>
      offsets[0]! >= table.source.end && offsets[0]! < Math.min(next?.source.start ?? Infinity, table.source.end + 600),
  );
  const until = after.findIndex((prose) => prose.role === "heading" || titleOfProse(prose));
  const notes = (until < 0 ? after : after.slice(0, until)).slice(0, 6).map(({ text }) => text);
  const inside = context.text?.slice(table.source.start, table.source.end).replace(/\s+/g, "") ?? "";
  return [table.note ?? "", ...notes, inside].join("\n").replace(/\s(?!\n)/g, "");
}

function titleOfProse({ text }: Prose): boolean {
  return text.length <= 60 && text.includes("表") && !/[。；]/.test(text) && recogniseTitle(text) !== undefined;
}

/** 注：…无政府性基金预算财政拨款支出，故本表无数据。 */
function nothingNote(context: CheckContext, table: BoundTable): string | undefined {
  return NOTHING_NOTE.exec(wordsAt(context, table).replace(STANDING_NOTE, ""))?.[0];
}

/** A table whose figures could not be read is not empty. */
function isTrulyEmpty(context: CheckContext, table: BoundTable): boolean {
  if (!table.empty) return false;
  const { start, end } = table.source;
  if (context.disclosure.unbound.some(({ source }) => start <= source.start && source.start < end)) return false;
  return !spills(context, table);
}

/** Lines of amounts right under a table are its own, though they were not read as its cells. */
function spills(context: CheckContext, table: BoundTable): boolean {
  for (const prose of proseOf(context)) {
    if (prose.offsets[0]! < table.source.end) continue;
    if (prose.role === "heading" || titleOfProse(prose) || /[。；]/.test(prose.text)) return false;
    if (/\d\.\d/.test(prose.text)) return true;
    if (prose.offsets[0]! > table.source.end + 400) return false;
  }
  return false;
}

/** A table whose title stands over it; one that goes on from the page before has none of its own. */
function hasOwnTitle(context: CheckContext, { title, source }: BoundTable): boolean {
  if (title === undefined || title === "") return false;
  const before = context.text?.slice(Math.max(0, source.start - 240), source.end);
  return before === undefined || plainTitle(before).includes(plainTitle(title));
}

export const EMPTY_TABLE: Relation = {
  id: "structure.empty-table",
  title: { zh: "空表没有说明", en: "An empty table without a note" },
  basis: PROCEDURE,
  severity: "warning",
  form: "presence",
  purpose: {
    zh: "空表不加说明，读者分不清是没有数据还是漏填",
    en: "Without a note nobody can tell “nothing” from “forgotten”",
  },
  leavesOut: {
    zh: "填了0的表不算空表；“本表反映……”这类固定表注不算说明",
    en: "A table filled with zeros is not empty; the standing remark “this table shows …” is no note",
  },
  examples: [
    { text: tinyDisclosure([TINY.fund]), holds: true },
    {
      text: tinyDisclosure([
        TINY.fund.replace(/注：.*/, "注：本表反映部门本年度政府性基金预算财政拨款收入支出及结转和结余情况。"),
      ]),
      holds: false,
      message: "没有说明为什么没有",
    },
  ],
  *judge(context) {
    for (const table of context.disclosure.tables) {
      if (table.table === undefined || !isTrulyEmpty(context, table)) continue;
      const declared = tableOf(table.table)!;
      // An emptied table is another relation's finding.
      if (amountElsewhere(context, declared)) continue;
      const source: Source = { ...table.source, table: table.table, text: table.title ?? declared.titles[0] };
      if (nothingNote(context, table) !== undefined) {
        yield { outcome: "holds", sources: [source] };
        continue;
      }
      if (context.text === undefined) {
        yield {
          outcome: "not-checkable",
          reason: { zh: "没有原文，看不到表下的说明", en: "the notes under the table are not at hand" },
          sources: [source],
        };
        continue;
      }
      yield {
        outcome: "violated",
        ...(declared.concept === "three-public" &&
        isSaidElsewhere(context, declared.concept, { ...declared.dimensions })
          ? { severity: "info" as const }
          : {}),
        message: {
          zh: `《${table.title ?? declared.titles[0]}》没有数字，也没有说明为什么没有`,
          en: `“${declared.en}” holds no figure, and no note says why`,
        },
        sources: [source],
        suggestion: {
          zh: `在表下注明“本部门本年度没有${declared.nothing}，故本表无数据”；确有数据的，补上数据`,
          en: "State under the table that there is none; or fill it in",
        },
        key: table.table,
      };
    }
  },
};

/** Where the narrative says that there is none, or prints the zero. The form asks no note of a table of “三公”. */
function isSaidElsewhere(
  context: CheckContext,
  concept: string,
  dimensions: Readonly<Record<string, unknown>>,
): boolean {
  const { statements, figures } = context.disclosure;
  return (
    statements.some(
      (statement) =>
        statement.type === "none" &&
        statement.subject.concept === concept &&
        Object.entries(dimensions).every(
          ([name, value]) => ({ ...statement.subject.dimensions })[name as "fund"] === value,
        ),
    ) || figures.some((figure) => isAmount(figure) && isZero(figure) && isOf(figure, concept, dimensions))
  );
}

export const EMPTY_CONTRADICTED: Relation = {
  id: "structure.empty-contradicted",
  title: { zh: "表说没有，别处有", en: "A table says nothing where the account has something" },
  basis: { zh: "算术：同一项目在各处应一致", en: "Arithmetic: one quantity is the same everywhere" },
  severity: "error",
  form: "agreement",
  purpose: {
    zh: "发现整张清空的表：说明里有金额，对应的表却是空的；或者表注说无数据，表里却有数",
    en: "Finds emptied tables: amounts in the text, none in their table; or a note of “no data” under figures",
  },
  leavesOut: {
    zh: "预算数、上年数和附件里的数字不作为证据；表中全为0的不算空表",
    en: "Budgets, last year's figures and figures of annexes are no evidence; zeros are not emptiness",
  },
  examples: [
    { text: tinyDisclosure([TINY.fund, TINY.expenditure]), holds: true },
    {
      text: tinyDisclosure(
        [TINY.fund],
        "八、政府性基金预算财政拨款支出决算情况说明\n\n2024年政府性基金预算财政拨款支出5.00万元。",
      ),
      holds: false,
      message: "5.00万元",
    },
    {
      text: tinyDisclosure([TINY.fund.replace("| 合计 |  |  |  |", "| 合计 |  |  | 5.00 |")]),
      holds: false,
      message: "本表无数据",
    },
  ],
  *judge(context) {
    for (const table of context.disclosure.tables) {
      if (table.table === undefined) continue;
      if (table.empty) yield* judgeEmptied(context, table);
      else yield* judgeNoted(context, table);
    }
  },
};

function amountElsewhere(context: CheckContext, { concept, dimensions }: TableDeclaration): BoundFigure | undefined {
  return context.disclosure.figures.find(
    (figure) => isAmount(figure) && !isZero(figure) && isOf(figure, concept, { ...dimensions }),
  );
}

function* judgeEmptied(context: CheckContext, table: BoundTable): Iterable<Judgement> {
  const declared = tableOf(table.table!)!;
  if (!isTrulyEmpty(context, table)) return;
  const elsewhere = amountElsewhere(context, declared);
  const source: Source = { ...table.source, table: table.table!, text: table.title ?? declared.titles[0] };
  if (!elsewhere) {
    yield { outcome: "holds", sources: [source] };
    return;
  }
  const where = printedIn(elsewhere);
  yield {
    outcome: "violated",
    message: {
      zh: `《${table.title ?? declared.titles[0]}》没有数字，而${where.zh}`,
      en: `“${declared.en}” holds no figure, while ${where.en}`,
    },
    figures: [elsewhere.id],
    sources: [source, elsewhere.source],
    culprits: [{ source }],
    key: table.table!,
  };
}

function isOf(figure: BoundFigure, concept: string, dimensions: Readonly<Record<string, unknown>>): boolean {
  if (figure.concept !== concept || figure.source.part?.includes("附件")) return false;
  const own: Readonly<Record<string, unknown>> = { ...figure.dimensions };
  return own["label"] === undefined && Object.entries(dimensions).every(([name, value]) => own[name] === value);
}

const SAYS_NO_DATA = /(?<!如|若|如果|如本表|的)(?:本表|此表|该表)(?:无数据|为空|没有数据|无内容)/;

function* judgeNoted(context: CheckContext, table: BoundTable): Iterable<Judgement> {
  const note = table.note ?? wordsAt(context, table).split("\n").slice(1, -1).join("");
  const words = SAYS_NO_DATA.exec(note.replace(STANDING_NOTE, ""))?.[0];
  if (words === undefined || /[如若][^。，]{0,20}(?:本表|此表)/.test(note)) return;
  const declared = tableOf(table.table!)!;
  const figures = table.cells.flatMap((cell) => {
    const figure = cell.figure === undefined ? undefined : context.figures.get(cell.figure);
    return figure && !isZero(figure) ? [figure] : [];
  });
  const first = figures[0];
  if (!first) {
    yield { outcome: "holds", sources: [table.source] };
    return;
  }
  yield {
    outcome: "violated",
    message: {
      zh: `《${table.title ?? declared.titles[0]}》下注“${words}”，表中却印有${first.text}等${figures.length}个不为零的数`,
      en: `the note under “${declared.en}” says there are no data, but it prints ${figures.length} figures, ${first.text} first`,
    },
    figures: figures.map(({ id }) => id),
    stated: words,
    sources: [{ ...table.source, table: table.table!, text: words }, first.source],
    key: table.table!,
  };
}

/** Minor sections are told by their words too, where their heading is missing or was not recognised. */
const TOLD_BY: Readonly<Partial<Record<SectionId, RegExp>>> = {
  "general-expenditure.total": /一般公共预算财政拨款支出/,
  "general-expenditure.structure": /主要用于以下方面/,
  "general-expenditure.items": /（项）/,
  "three-public.total": /三公/,
  "three-public.detail": /三公/,
  "operating-costs": /运行经费/,
  procurement: /政府采购/,
  "state-assets": /国有资产|共有车辆/,
  performance: /绩效/,
  "other-matters": /运行经费|政府采购|国有资产/,
};

export const SECTION_MISSING: Relation = {
  id: "structure.section-missing",
  title: { zh: "应有的说明缺失", en: "A section owed is missing" },
  basis: PROCEDURE,
  severity: "warning",
  form: "presence",
  purpose: {
    zh: "公开格式规定的每一节说明都应有，没有发生的也要写明“无”",
    en: "Every section of the form is there; where nothing happened it says so",
  },
  leavesOut: {
    zh: "说明只有一半以上的节能认出时才判断；标题写法不同但内容在的，不当作缺失",
    en: "Judged only where more than half of the sections were recognised; a section under other words is not missing",
  },
  examples: [
    { text: tinyDisclosure([], NARRATIVE), profile: "national", holds: true },
    {
      text: tinyDisclosure([], NARRATIVE.replace(/三、[^\n]*\n\n[^\n]*\n\n/, "")),
      profile: "national",
      holds: false,
      message: "支出决算",
    },
  ],
  *judge(context) {
    const owed = (context.profile?.sections ?? []).filter(
      (entry) => entry.owed !== false && entry.part === "narrative",
    );
    if (owed.length === 0) {
      yield { outcome: "not-applicable", reason: NO_PROFILE, sources: [] };
      return;
    }
    const ids = new Set(context.disclosure.sections.map(({ id }) => id));
    const found = owed.filter(({ id }) => ids.has(id));
    if (found.length * 2 <= owed.length) {
      yield {
        outcome: "not-checkable",
        reason: {
          zh: `${owed.length}节说明只认出${found.length}节，无法判断缺哪一节`,
          en: `only ${found.length} of ${owed.length} sections were recognised`,
        },
        sources: [],
      };
      return;
    }
    const narrative = proseOf(context).filter(
      ({ role, section }) => role !== "contents" && section?.part === "narrative",
    );
    const titles = proseOf(context)
      .filter(({ role, text }) => role !== "contents" && text.length < 400)
      .map(({ text }) => plainTitle(text));
    for (const { id, titles: known } of owed) {
      const official = known[0] ?? id;
      const isTold =
        ids.has(id) ||
        known.some((title) => titles.some((text) => text.startsWith(plainTitle(title)))) ||
        (TOLD_BY[id] !== undefined && narrative.some(({ text }) => TOLD_BY[id]!.test(text)));
      if (isTold) {
        yield { outcome: "holds", sources: [] };
        continue;
      }
      if (hasUnreadPages(context)) {
        yield {
          outcome: "not-checkable",
          reason: {
            zh: `没有找到“${official}”，但有的页没有读出`,
            en: `“${official}” was not found, but some pages could not be read`,
          },
          sources: [],
        };
        continue;
      }
      yield {
        outcome: "violated",
        message: { zh: `说明中缺少“${official}”一节`, en: `the narrative has no section “${official}”` },
        expected: official,
        sources: headingOf(context, "narrative"),
        suggestion: { zh: `补上“${official}”；没有发生的，写明没有`, en: "Add it; where there was nothing, say so" },
        key: id,
      };
    }
  },
};

export const NUMBERING: Relation = {
  id: "structure.numbering",
  title: { zh: "标题编号重复或跳号", en: "Headings numbered twice or with a gap" },
  basis: { zh: "公开格式的章节编号", en: "The numbering of the form's sections" },
  severity: "info",
  form: "presence",
  purpose: {
    zh: "跳号往往说明漏了一节，重号往往说明复制后没有改",
    en: "A gap often means a lost section, a repeated number a copied heading",
  },
  leavesOut: {
    zh: "只看情况说明部分；职责、附件中的编号不判断",
    en: "Only the narrative is judged, not the duties and annexes",
  },
  examples: [
    { text: tinyDisclosure([], NARRATIVE), holds: true },
    { text: tinyDisclosure([], NARRATIVE.replace("六、", "五、")), holds: false, message: "同为“五”" },
    { text: tinyDisclosure([], NARRATIVE.replace(/三、[^\n]*\n\n[^\n]*\n\n/, "")), holds: false, message: "缺号" },
  ],
  *judge(context) {
    const sections = context.disclosure.sections.filter(
      ({ part, marker }) => part === "narrative" && marker !== undefined,
    );
    for (const level of [1, 2]) {
      for (const siblings of familiesOf(sections, level)) yield* judgeNumbers(context, siblings);
    }
  },
};

/** Headings of one level under one heading of the level above. */
function familiesOf(sections: readonly Section[], level: number): Section[][] {
  const families: Section[][] = [];
  let open = false;
  for (const section of sections) {
    if (section.level < level) open = false;
    else if (section.level === level) {
      if (!open) families.push([]);
      families.at(-1)!.push(section);
      open = true;
    }
  }
  return families;
}

const NUMBERS = new Map(Array.from({ length: 60 }, (_, index) => [chineseNumber(index + 1), index + 1]));

function* judgeNumbers(context: CheckContext, siblings: readonly Section[]): Iterable<Judgement> {
  const numbers = siblings.map(({ marker }) => NUMBERS.get((marker ?? "").replace(/[（()）]/g, "")) ?? 0);
  for (const [index, section] of siblings.entries()) {
    const number = numbers[index]!;
    const before = index === 0 ? 0 : numbers[index - 1]!;
    if (number === 0 || (index > 0 && before === 0)) continue;
    if (number === before + 1) {
      yield { outcome: "holds", sources: [section.heading] };
      continue;
    }
    const previous = siblings[index - 1];
    if (number === before) {
      yield {
        outcome: "violated",
        message: {
          zh: `两个标题同为“${section.marker!}”：“${previous?.title ?? ""}”和“${section.title}”`,
          en: `two headings are both numbered “${section.marker!}”: “${previous?.title ?? ""}” and “${section.title}”`,
        },
        stated: section.marker!,
        sources: [section.heading, ...(previous ? [previous.heading] : [])],
        key: section.title,
      };
      continue;
    }
    if (number < before + 1 || index === 0 || isThere(context, previous!, section, before + 1)) continue;
    yield {
      outcome: "violated",
      message: {
        zh: `“${previous!.marker!}、${previous!.title}”之后直接是“${section.marker!}、${section.title}”，中间缺号`,
        en: `“${section.marker!} ${section.title}” follows “${previous!.marker!} ${previous!.title}”: a number is missing`,
      },
      stated: section.marker!,
      sources: [section.heading, previous!.heading],
      key: section.title,
    };
  }
}

/** The missing number may open a paragraph that was not taken for a heading. */
function isThere(context: CheckContext, from: Section, to: Section, number: number): boolean {
  return proseOf(context).some(({ text, offsets }) => {
    if (offsets[0]! <= from.heading.start || offsets[0]! >= to.heading.start) return false;
    const marker = /^[（(]?([一二三四五六七八九十]+)[）)、.．]/.exec(text)?.[1];
    return marker !== undefined && NUMBERS.get(marker) === number;
  });
}

export const STRUCTURE_RELATIONS: readonly Relation[] = [
  TABLE_MISSING,
  EMPTY_CONTRADICTED,
  EMPTY_TABLE,
  TABLE_TITLE,
  TABLE_ORDER,
  TABLE_REPEATED,
  SECTION_MISSING,
  NUMBERING,
];
