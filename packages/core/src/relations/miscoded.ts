import { factsOf } from "../checking/observe.ts";
import type { BoundFigure, BoundRow, BoundTable } from "../facts/disclosure.ts";
import { tableOf } from "../tables/catalogue.ts";
import type { CheckContext, ClassificationJudge, Miscoded, Relation, RelationExamples } from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";

/** So many of them are no slips: the table was misread, or belongs to another year. */
const MOST = 2;

const codeOf = ({ code }: BoundRow): string => code?.replace(/\s/g, "") ?? "";
const isFunctional = (row: BoundRow): boolean => /^2\d{2}(?:\d{2}){0,2}$/.test(codeOf(row)) && row.label !== "";

/**
 * Rows whose code is that of another account than their name, where the document says which was meant: its other tables have the
 * name under a code that the rows around it belong to.
 */
export function miscodedRows({ disclosure, classification }: CheckContext): readonly Miscoded[] {
  const { fiscalYear: year, tables } = disclosure;
  if (!classification || year === undefined) return [];
  const found: Miscoded[] = [];
  const namedSo = codesByName(tables, classification, year);
  for (const table of tables) {
    if (table.table === undefined || table.empty) continue;
    const rows = table.rows.filter(isFunctional);
    const own = new Set(rows.map(codeOf));
    const groups = groupsBefore(rows);
    for (const [index, row] of rows.entries()) {
      const printed = codeOf(row);
      const verdict = classification.verdict(printed, row.label, year);
      if (verdict.former || (verdict.verdict !== "other-name" && verdict.verdict !== "no-such-code")) continue;
      // A code that its own table prints is not the one that was meant, so only those of other tables are left.
      const [meant, ...others] = namedSo(row.label).filter(
        (code) =>
          code.length === printed.length &&
          !own.has(code) &&
          belongs(code, { group: groups[index], next: rows[index + 1] }),
      );
      if (meant === undefined || others.length > 0) continue;
      found.push({ table, row, printed, meant });
      if (found.length > MOST) return [];
    }
  }
  return found;
}

/** The codes under which the tables of the document have a name, as far as they are its codes. */
function codesByName(
  tables: readonly BoundTable[],
  classification: ClassificationJudge,
  year: number,
): (name: string) => readonly string[] {
  const printed = new Map<string, Set<string>>();
  for (const { table, rows } of tables) {
    if (table === undefined) continue;
    for (const row of rows) {
      if (!isFunctional(row)) continue;
      const codes = printed.get(row.label);
      if (codes) codes.add(codeOf(row));
      else printed.set(row.label, new Set([codeOf(row)]));
    }
  }
  const known = new Map<string, readonly string[]>();
  return (name) => {
    let codes = known.get(name);
    if (!codes) {
      codes = [...(printed.get(name) ?? [])].filter(
        (code) => classification.verdict(code, name, year).verdict === "agrees",
      );
      known.set(name, codes);
    }
    return codes;
  };
}

/** For each row the group (款) that stands last before it. */
function groupsBefore(rows: readonly BoundRow[]): readonly (string | undefined)[] {
  let last: string | undefined;
  return rows.map((row) => {
    const before = last;
    if (codeOf(row).length === 5) last = codeOf(row);
    return before;
  });
}

/** Whether a code belongs where the row stands: what follows a class or group is below it, and an item below a group before it. */
function belongs(
  code: string,
  { group, next }: { readonly group: string | undefined; readonly next: BoundRow | undefined },
): boolean {
  if (code.length < 7) return next !== undefined && codeOf(next).startsWith(code);
  return group !== undefined && code.startsWith(group);
}

/** The document as it would be with the codes that were meant, so that one wrong digit is one finding. */
export function withCodesMeant(context: CheckContext, miscoded: readonly Miscoded[]): CheckContext {
  // That there are none is known as well: nobody looks for them again.
  if (miscoded.length === 0) return { ...context, miscoded };
  const { disclosure } = context;
  const meant = new Map<number, Miscoded>();
  const tables = disclosure.tables.map((table) => {
    const own = miscoded.filter((entry) => entry.table === table);
    return own.reduce((result, entry) => recoded(result, entry, meant), table);
  });
  const figures = disclosure.figures.map((figure): BoundFigure => {
    const entry = meant.get(figure.id) ?? miscoded.find((other) => isNamedSo(figure, other, context.text));
    return entry && figure.dimensions.functional === entry.printed
      ? { ...figure, dimensions: { ...figure.dimensions, functional: entry.meant } }
      : figure;
  });
  return {
    ...context,
    disclosure: { ...disclosure, tables, figures },
    facts: factsOf({ figures }),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    miscoded,
  };
}

/** How far before an amount its account is named. */
const NEAR = 120;

/** An amount of the text that was bound by the name of such a row, to the code that stands there. */
function isNamedSo({ source, dimensions }: BoundFigure, { row, printed }: Miscoded, text: string | undefined): boolean {
  if (source.table !== undefined || dimensions.functional !== printed) return false;
  const before = text?.slice(Math.max(0, source.start - NEAR), source.start) ?? source.context ?? "";
  return before.replace(/\s/g, "").includes(row.label.replace(/支出$/, ""));
}

function recoded(table: BoundTable, entry: Miscoded, meant: Map<number, Miscoded>): BoundTable {
  const { row, printed } = entry;
  return {
    ...table,
    rows: table.rows.map((own) => (own === row ? { ...own, code: entry.meant } : own)),
    cells: table.cells.map((cell) => {
      if (cell.row !== row.index || (cell.block ?? 0) !== (row.block ?? 0)) return cell;
      if (cell.figure !== undefined) meant.set(cell.figure, entry);
      return cell.key?.dimensions.functional === printed
        ? { ...cell, key: { ...cell.key, dimensions: { ...cell.key.dimensions, functional: entry.meant } } }
        : cell;
    }),
  };
}

const titleOf = (table: BoundTable): string => table.title ?? tableOf(table.table!)?.titles[0] ?? table.table!;

export const MISCODED: Relation = {
  id: "classification.miscoded",
  title: { zh: "科目编码写错", en: "A code miswritten" },
  basis: {
    zh: "各表中同一科目用同一编码；财政部每年印发的《政府收支分类科目》",
    en: "One account has one code in all tables; the classification that the Ministry of Finance issues every year",
  },
  severity: "warning",
  form: "catalogue",
  purpose: {
    zh: "名称对、编码错的行：其他表中同一名称是另一编码，上下各行也属于那个编码。该行的金额按应有的编码核对",
    en: "A row with the right name under a wrong code: other tables have the name under another, to which the rows around it belong. Its amounts are checked as those of the code that was meant",
  },
  leavesOut: {
    zh: "其他表中没有这个名称、或上下各行与之不属的，按“编码与名称不符”提示；三行以上编码与名称对不上的，不判断",
    en: "Where no other table has the name, or the rows around do not belong to its code, the name is said not to fit; not judged where three rows or more do not fit",
  },
  *judge(context) {
    for (const { table, row, printed, meant } of context.miscoded ?? miscodedRows(context)) {
      const source = { ...row.source, table: table.table!, row: row.label };
      yield {
        outcome: "violated",
        message: {
          zh: `《${titleOf(table)}》“${row.label}”行的科目编码印作${printed}，应为${meant}：本文件的其他表中“${row.label}”都是${meant}`,
          en: `in “${titleOf(table)}” the row “${row.label}” has the code ${printed} and should have ${meant}, as in the other tables of this document`,
        },
        stated: printed,
        expected: meant,
        sources: [source],
        culprits: [{ source, expected: meant }],
        suggestion: { zh: `编码改为${meant}`, en: `Change the code to ${meant}` },
        key: `${table.table ?? ""} ${printed} ${row.label}`,
      };
    }
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [MISCODED.id]: [
    { text: tinyDisclosure([TINY.expenditure, TINY.general]), holds: true },
    {
      text: tinyDisclosure([TINY.expenditure, TINY.general.replace("| 208 |", "| 210 |")]),
      holds: false,
      message: "“社会保障和就业支出”行的科目编码印作210，应为208",
    },
    {
      text: tinyDisclosure([TINY.expenditure, TINY.general.replace("2080501", "2080581")]),
      holds: false,
      message: "印作2080581，应为2080501",
    },
  ],
});
