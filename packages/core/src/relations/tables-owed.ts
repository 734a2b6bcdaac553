import type { Block, Paragraph } from "../document/document.ts";
import type { BoundTable } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import type { Profile, ProfileTable } from "../profile/profile.ts";
import { tableOf } from "../tables/catalogue.ts";
import { normaliseLabel, normaliseTitle } from "../tables/normalise.ts";
import { recogniseTitle } from "../tables/recognise-title.ts";
import { hasUnreadPages, headingOf, NO_PROFILE, officialTitle, owedTables, PROCEDURE } from "./owed.ts";
import { isOutsideOwnList } from "./own-list.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";
import { plainTitle, similarity } from "./titles.ts";
import { ofAccounts } from "./wording/budget-headings.ts";

function boundOf(context: CheckContext, id: string): readonly BoundTable[] {
  return context.disclosure.tables.filter(({ table }) => table === id);
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
    zh: "文件中一张表也没有时不判断（报表可能另附）；有表题、有表格而没有认出的，以及没有表题而栏目相同的，不当作缺失；同样像的另一种公开格式不要求的，和文件自己连续编号的各表中没有、财政部又不要求的，只作参考",
    en: "Nothing is said where the file holds no table at all (they may be attached); a table with its title that was not recognised, or with its columns and no title, is not called missing; what another form that the document may follow as well does not owe, or what the Ministry does not ask for and is none of the tables that the document numbers without a gap, is only noted",
  },
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
  return context.disclosure.tables.find(({ table, title }) => {
    if (table === undefined || ids.has(table)) return false;
    const printed = normaliseTitle(title ?? tableOf(table)?.titles[0] ?? "");
    const likeness = likenessOf(owed, printed);
    // It stands for one table, the one whose name it has most of.
    return (
      likeness >= ALIKE &&
      !owedTables(context).some(
        (other) =>
          other !== owed && boundOf(context, other.table).length === 0 && likenessOf(other, printed) > likeness,
      )
    );
  });
}

const ALIKE = 0.7;

function likenessOf({ titles }: ProfileTable, printed: string): number {
  return Math.max(0, ...titles.map((title) => similarity(normaliseTitle(title), printed, ALIKE)));
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
  const budgets = titledAsBudget(context, owed);
  if (budgets) {
    return {
      outcome: "violated",
      message: {
        zh: `表题印作“${budgets.text}”，应为“${title}”（疑把“决算”写成“预算”）`,
        en: `the title reads “${budgets.text}”; in the final accounts it is “${title}”`,
      },
      stated: budgets.text,
      expected: title,
      sources: [budgets],
      culprits: [{ source: budgets, expected: title }],
      suggestion: { zh: `改为“${title}”`, en: `Call it “${title}”` },
      key: owed.table,
    };
  }
  const untitled = untitledLike(context, owed.table);
  if (untitled)
    return {
      outcome: "not-checkable",
      reason: {
        zh: `没有《${title}》的表题，但有一张没有表题的表印着它的栏目`,
        en: `no table is titled “${title}”, but one without a title prints its columns`,
      },
      sources: [untitled.source],
    };
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
  const isOwedByAll =
    listed !== undefined ||
    found.state === "title-only" ||
    (context.rivals.every(owes(owed.table)) && !isOutsideOwnList(context, owed.table));
  // What the department itself calls it, where that is another name.
  const own = listed && plainTitle(listed.title) !== plainTitle(title) ? listed.title.trim() : undefined;
  const hint = !listed ? "" : own === undefined ? "，目录中列有此表" : `，目录中列为“${own}”`;
  // Where the department numbers its tables itself, the form's number would be another table's.
  const number = listed ? "" : `（表${owed.number}）`;
  const hintEn = !listed ? "" : `, though the contents list it${own === undefined ? "" : ` as “${own}”`}`;
  return {
    outcome: "violated",
    ...(isCertain && isOwedByAll ? {} : { severity: isOwedByAll ? ("warning" as const) : ("info" as const) }),
    message:
      found.state === "title-only"
        ? {
            zh: `《${title}》${number}只有表题，没有表格${hint}`,
            en: `“${title}” (table ${owed.number}) has its title but no table${hintEn}`,
          }
        : {
            zh: `缺少应公开的《${title}》${number}${hint}`,
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

/** 支出预算表 over the table that is owed as 支出决算表: taken over from the budget, with one word of its title. */
function titledAsBudget({ document }: CheckContext, { table, titles }: ProfileTable): Source | undefined {
  const meant = new Set([...titles, ...(tableOf(table)?.titles ?? [])].map(normaliseTitle));
  for (const block of document?.blocks ?? []) {
    if (block.kind !== "paragraph" || block.role === "contents" || block.end - block.start > LONGEST_TITLE) continue;
    const text = document!.text.slice(block.start, block.end).trim();
    const own = text.endsWith("表") ? ofAccounts(text) : undefined;
    if (own !== undefined && meant.has(normaliseTitle(own)))
      return { start: block.start, end: block.end, page: block.page, text };
  }
  return undefined;
}

const LONGEST_TITLE = 60;

/** Whether a form owes a table. */
const owes =
  (table: string) =>
  ({ tables }: Profile): boolean =>
    tables.some((entry) => entry.table === table && entry.owed !== false);

/** A table without a title, and without figures to tell which it is, that has columns of the one sought. */
function untitledLike(context: CheckContext, id: string): BoundTable | undefined {
  const words = new Set(
    (tableOf(id)?.blocks ?? []).flatMap(({ columns }) =>
      columns.map(({ heading }) => normaliseLabel(heading.at(-1) ?? "")),
    ),
  );
  return context.disclosure.tables.find(
    ({ table, title, columns }) =>
      table === undefined &&
      title === undefined &&
      columns.filter(({ heading }) => words.has(normaliseLabel(heading.split("/").at(-1)!))).length >= COLUMNS_ALIKE,
  );
}

const COLUMNS_ALIKE = 2;

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

export const EXAMPLES: RelationExamples = () => ({
  [TABLE_MISSING.id]: [
    { text: tinyDisclosure(Object.values(TINY)), profile: "shanghai", holds: true },
    {
      text: "上海市普陀区某局2024年度部门决算\n第三部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计10.00万元。",
      profile: "shanghai",
      holds: true,
    },
    {
      text: tinyDisclosure(
        Object.values(TINY).map((table) =>
          table === TINY.fund ? table.replace(/^.*\n/, "").replace(/\n\n注[^]*/, "") : table,
        ),
      ),
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
    {
      text: tinyDisclosure(
        Object.values(TINY).map((table) => (table === TINY.expenditure ? table.replace("决算表", "预算表") : table)),
      ),
      profile: "shanghai",
      holds: false,
      message: "表题印作“支出预算表”，应为“支出决算表”",
    },
  ],
});
