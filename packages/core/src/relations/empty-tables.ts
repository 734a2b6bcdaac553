import type { BoundFigure, BoundTable } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { tableOf } from "../tables/catalogue.ts";
import type { TableDeclaration } from "../tables/declaration.ts";
import { isAmount, isZero, printedIn } from "./amounts.ts";
import { isTableTitle, PROCEDURE } from "./owed.ts";
import { proseOf, sectionAt } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";

const STANDING_NOTE = /(?:注[：:]|说明[：:])?(?:本表|该表|此表)(?:主要)?(?:反映|为(?![空无零])|以)[^。；\n]*[。；]?/g;
const NOTHING_NOTE =
  /(?:无|没有|未发生|未安排|未使用|不涉及|不存在|均为0|为零)[^。；\n]{0,50}|空表|(?:本表|此表|该表)(?:为空|无数据|无内容)/;

/** The words around a table: its note, its own text, and the paragraphs up to the next one. */
function wordsAt(context: CheckContext, table: BoundTable): string {
  const next = context.disclosure.tables.find(({ source }) => source.start >= table.source.end);
  const after = proseOf(context).filter(
    ({ offsets }) =>
      offsets[0]! >= table.source.end && offsets[0]! < Math.min(next?.source.start ?? Infinity, table.source.end + 600),
  );
  const { sections } = context.disclosure;
  const own = sectionAt(sections, table.source.start);
  // What the sections after it tell is no note of the table, though their headings look like any other line.
  const until = after.findIndex(
    (prose) =>
      prose.role === "heading" || isTableTitle(prose) || (prose.section !== own && prose.section !== undefined),
  );
  const notes = (until < 0 ? after : after.slice(0, until)).slice(0, 6).map(({ text }) => text);
  const inside = context.text?.slice(table.source.start, table.source.end).replace(/\s+/g, "") ?? "";
  return [table.note ?? "", ...notes, inside].join("\n").replace(/\s(?!\n)/g, "");
}

/** Whether the title of another table stands before the note: that table lost its grid, and the note is its own. */
function isOfAnother(context: CheckContext, table: BoundTable): boolean {
  const note = (table.note ?? "").replace(/\s/g, "").slice(0, NOTE_HEAD);
  if (note === "") return false;
  for (const prose of proseOf(context)) {
    if (prose.offsets[0]! < table.source.end) continue;
    if (prose.text.includes(note)) return false;
    if (isTableTitle(prose)) return true;
  }
  return false;
}

const NOTE_HEAD = 12;

/** What only one kind of table is about. */
const SUBJECTS = ["政府性基金", "国有资本经营", "三公"];

/** Whether a note names what another table is about: that table was taken out, and its note was left behind. */
function isAboutAnother(note: string, { titles, nothing }: TableDeclaration): boolean {
  const own = [...titles, nothing].join();
  const named = SUBJECTS.filter((subject) => note.includes(subject));
  return named.length > 0 && !named.some((subject) => own.includes(subject));
}

/** 注：…无政府性基金预算财政拨款支出，故本表无数据。 */
function nothingNote(context: CheckContext, table: BoundTable): string | undefined {
  return NOTHING_NOTE.exec(wordsAt(context, table).replace(STANDING_NOTE, ""))?.[0];
}

/** What the note of a table speaks of, where that is what another table of the document is about. */
function borrowedNote(context: CheckContext, table: BoundTable, declared: TableDeclaration): string | undefined {
  const note = (table.note ?? "").replace(/\s/g, "").replace(STANDING_NOTE, "");
  if (!NOTHING_NOTE.test(note) || !isAboutAnother(note, declared) || isOfAnother(context, table)) return undefined;
  return SUBJECTS.find(
    (subject) =>
      note.includes(subject) &&
      context.disclosure.tables.some((other) => other !== table && other.title?.includes(subject)),
  );
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
    if (prose.role === "heading" || isTableTitle(prose) || /[。；]/.test(prose.text)) return false;
    if (/\d\.\d/.test(prose.text)) return true;
    if (prose.offsets[0]! > table.source.end + 400) return false;
  }
  return false;
}

export const EMPTY_TABLE: Relation = {
  id: "structure.empty-table",
  title: { zh: "空表没有说明", en: "An empty table without a note" },
  basis: PROCEDURE,
  severity: "warning",
  form: "presence",
  purpose: {
    zh: "空表不加说明，读者分不清是没有数据还是漏填；套用别的表的说明，等于没有说明",
    en: "Without a note nobody can tell “nothing” from “forgotten”; the note of another table says as little",
  },
  leavesOut: {
    zh: "填了0或短横的表不算空表；“本表反映……”这类固定表注不算说明",
    en: "A table filled with zeros or dashes is not empty; the standing remark “this table shows …” is no note",
  },
  *judge(context) {
    for (const table of context.disclosure.tables) {
      if (table.table === undefined || !isTrulyEmpty(context, table)) continue;
      const declared = tableOf(table.table)!;
      // A dash in a cell says that there is nothing, as a zero does.
      if (table.cells.some(({ blank }) => blank === "dash")) continue;
      // An emptied table is another relation's finding.
      if (amountElsewhere(context, declared)) continue;
      const source: Source = { ...table.source, table: table.table, text: table.title ?? declared.titles[0] };
      const borrowed = borrowedNote(context, table, declared);
      if (borrowed) {
        yield {
          outcome: "violated",
          message: {
            zh: `《${table.title ?? declared.titles[0]}》没有数字，表下的说明说的却是“${borrowed}”，像是别的表的说明`,
            en: `“${declared.en}” holds no figure, and the note under it speaks of ${borrowed}, which is what another table is about`,
          },
          stated: borrowed,
          expected: declared.nothing,
          sources: [source],
          suggestion: {
            zh: `改为“本部门本年度没有${declared.nothing}，故本表无数据”`,
            en: "Let the note say that there is none of what this table is about",
          },
          key: `note ${table.table}`,
        };
        continue;
      }
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

const NOTE_LEFT_BEHIND = "注：本部门本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。";

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
  if (words === undefined || isOfAnother(context, table) || /[如若][^。，]{0,20}(?:本表|此表)/.test(note)) return;
  const declared = tableOf(table.table!)!;
  // The table's own standing remark (本表反映…政府性基金…) may stand before the note that a table which is gone left behind.
  const saying = note.split(/[。\n]/).find((sentence) => SAYS_NO_DATA.test(sentence)) ?? note;
  if (isAboutAnother(saying, declared)) return;
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

export const EMPTY_TABLE_RELATIONS: readonly Relation[] = [EMPTY_CONTRADICTED, EMPTY_TABLE];

export const EXAMPLES: RelationExamples = () => ({
  [EMPTY_TABLE.id]: [
    { text: tinyDisclosure([TINY.fund]), holds: true },
    {
      text: tinyDisclosure([
        TINY.fund.replace(/注：.*/, "注：本表反映部门本年度政府性基金预算财政拨款收入支出及结转和结余情况。"),
      ]),
      holds: false,
      message: "没有说明为什么没有",
    },
    // 本表为空 says it is empty; it is no standing note (本表为…情况).
    {
      text: tinyDisclosure([TINY.fund.replace(/注：.*/, "注：本部门不在统计范围之内，故本表为空。")]),
      holds: true,
    },
    // A dash says that there is nothing.
    {
      text: tinyDisclosure([TINY.fund.replace(/注：.*/, "").replace("| 合计 |  |  |  |", "| 合计 |  |  | — |")]),
      holds: true,
    },
    // What the section after the tables tells is no note of the last of them.
    {
      text: tinyDisclosure([TINY.fund.replace(/注：.*/, "")]).concat(
        "\n\n八、政府性基金预算财政拨款支出决算情况说明\n\n本年度没有使用政府性基金预算财政拨款安排的支出。",
      ),
      holds: false,
      message: "没有说明为什么没有",
    },
    {
      text: tinyDisclosure([TINY.fund, TINY.fund.replace("政府性基金预算", "国有资本经营预算")]),
      holds: false,
      message: "表下的说明说的却是“政府性基金”",
    },
  ],
  [EMPTY_CONTRADICTED.id]: [
    { text: tinyDisclosure([TINY.fund, TINY.expenditure]), holds: true },
    // The note of a table that is missing: the table before it is not what it speaks of.
    { text: tinyDisclosure([`${TINY.expenditure}\n\n${NOTE_LEFT_BEHIND}`]), holds: true },
    {
      text: tinyDisclosure([
        TINY.fund
          .replace("| 合计 |  |  |  |", "| 合计 |  |  | 5.00 |")
          .replace(
            /注：.*/,
            "注：本表反映部门本年度政府性基金预算财政拨款收入支出及结转和结余情况。\n注：本部门本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。",
          ),
      ]),
      holds: true,
    },
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
});
