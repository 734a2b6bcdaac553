import { normaliseLabel } from "@juesuan/core";
import type { Random } from "../disclosures/random.ts";
import type { Line, StatedCell, StatedDocument, StatedTable } from "./documents.ts";
import { ANY_TITLE, EXTRA, HEADINGS, LABEL_HEADINGS, LABELS, NONSENSE, TITLES } from "./words.ts";

// One thing of one table is other than its reader was told. Each disturbance says what it makes of a document at one table;
// nothing where the table has no such thing.

export interface Disturbed {
  readonly blocks: readonly (Line | StatedTable)[];
  /** What was done, for people. */
  readonly done: string;
}

type Disturbance = (document: StatedDocument, at: number, random: Random) => Disturbed | undefined;

const tableAt = ({ blocks }: StatedDocument, at: number): StatedTable => blocks[at] as StatedTable;

/** The title of the table at a place: the nearest above it. */
function titleOf({ blocks }: StatedDocument, at: number): number | undefined {
  for (let place = at - 1; place >= 0 && blocks[place]!.kind === "line"; place--)
    if ((blocks[place] as Line).titles) return place;
  return undefined;
}

const FORM_NUMBER = /^\s*(?:公开|财决)\d{2}(?:-\d)?表\s*$/;

function retitled(text: string, { blocks }: StatedDocument, at: number): Disturbed {
  return {
    blocks: blocks.map((block, place) => (place === at ? { kind: "line", text } : block)),
    done: `表题：${text}`,
  };
}

function removed(
  { blocks }: StatedDocument,
  isOut: (block: Line | StatedTable, place: number) => boolean,
  done: string,
): Disturbed {
  return { blocks: blocks.filter((block, place) => !isOut(block, place)), done };
}

function withTable(
  { blocks }: StatedDocument,
  at: number,
  table: StatedTable | undefined,
  done: string,
): Disturbed | undefined {
  return table && { blocks: blocks.map((block, place) => (place === at ? table : block)), done };
}

/** The cell that heads a column: the lowest with the words under which it was read. */
function headOf({ cells, headRows }: StatedTable, index: number, heading: string): StatedCell | undefined {
  const own = normaliseLabel(heading.split("/").at(-1) ?? "");
  return cells.findLast(
    ({ row, column, columnSpan, text }) =>
      row < headRows && column <= index && index < column + columnSpan && own !== "" && normaliseLabel(text) === own,
  );
}

function reworded(table: StatedTable, cell: StatedCell, text: string): StatedTable {
  return { ...table, cells: table.cells.map((one) => (one === cell ? { ...one, text } : one)) };
}

const filled = (words: string, { department, fiscalYear }: StatedDocument): string =>
  words.replace("{department}", department).replace("{year}", String(fiscalYear));

const wordsFor = (words: Readonly<Record<string, readonly string[]>>, text: string): readonly string[] | undefined =>
  Object.entries(words).find(([known]) => normaliseLabel(known) === normaliseLabel(text))?.[1];

function headingBy(choose: (text: string, random: Random) => string | undefined): Disturbance {
  return (document, at, random) => {
    const table = tableAt(document, at);
    const heads = new Set(table.columns.flatMap(({ index, heading }) => headOf(table, index, heading) ?? []));
    const known = [...heads].filter(({ text }) => choose(text, random) !== undefined);
    if (known.length === 0) return undefined;
    const cell = random.pick(known);
    const text = filled(choose(cell.text, random)!, document);
    // A heading that stands over several blocks or stages is reworded in one place.
    return withTable(document, at, reworded(table, cell, text), `${cell.text} → ${text}`);
  };
}

function labelBy(choose: (text: string, random: Random) => string | undefined): Disturbance {
  return (document, at, random) => {
    const table = tableAt(document, at);
    const labels = table.cells.filter(
      ({ row, text, key }) => row >= table.headRows && key === undefined && choose(text, random) !== undefined,
    );
    if (labels.length === 0) return undefined;
    const cell = random.pick(labels);
    const marker = /^\s*[一二三四五六七八九十]+、/.exec(cell.text)?.[0] ?? "";
    const text = marker + choose(cell.text, random)!;
    return withTable(document, at, reworded(table, cell, text), `${cell.text} → ${text}`);
  };
}

/** Whether a column of its own can stand before this one: no cell reaches over the gap, but in the heading. */
function canPart({ cells, headRows }: StatedTable, at: number): boolean {
  return cells.every(({ row, column, columnSpan }) => row < headRows || column >= at || column + columnSpan <= at);
}

function inserted(table: StatedTable, at: number, texts: (row: number) => string, heading: string): StatedTable {
  const over = (cell: StatedCell): boolean => cell.column < at && at < cell.column + cell.columnSpan;
  const cells = table.cells.map((cell) =>
    cell.column >= at
      ? { ...cell, column: cell.column + 1 }
      : over(cell)
        ? { ...cell, columnSpan: cell.columnSpan + 1 }
        : cell,
  );
  const open = Math.max(0, ...table.cells.filter(over).map(({ row, rowSpan }) => row + rowSpan));
  const numbered = table.cells.find(
    ({ row, text }) => row === table.headRows - 1 && /^\s*(?:1|[栏行]次)\s*$/.test(text),
  );
  const end = numbered ? table.headRows - 1 : table.headRows;
  const own: StatedCell[] = [];
  if (open < end) own.push({ row: open, column: at, rowSpan: end - open, columnSpan: 1, text: heading });
  if (numbered) own.push({ row: end, column: at, rowSpan: 1, columnSpan: 1, text: "" });
  for (let row = table.headRows; row < table.rowCount; row++) {
    const text = texts(row);
    own.push({
      row,
      column: at,
      rowSpan: 1,
      columnSpan: 1,
      text,
      ...(/\d/.test(text) ? { added: true as const } : {}),
    });
  }
  return { ...table, columnCount: table.columnCount + 1, cells: [...cells, ...own] };
}

function without(table: StatedTable, at: number): StatedTable {
  const cells = table.cells.flatMap((cell) => {
    if (cell.column > at) return [{ ...cell, column: cell.column - 1 }];
    if (cell.column + cell.columnSpan <= at) return [cell];
    return cell.columnSpan === 1 ? [] : [{ ...cell, columnSpan: cell.columnSpan - 1 }];
  });
  return { ...table, columnCount: table.columnCount - 1, cells: renumbered(cells, table.headRows) };
}

/** 1 | 2 | 4 | 5 is 1 | 2 | 3 | 4: an office counts what it prints. */
function renumbered(cells: readonly StatedCell[], headRows: number): StatedCell[] {
  const numbers = cells.filter(({ row, text }) => row === headRows - 1 && /^\d{1,2}$/.test(text));
  return cells.map((cell) => {
    const place = numbers.indexOf(cell);
    return place < 0 ? cell : { ...cell, text: String(place + 1) };
  });
}

/** The numbers of the columns stay: they count what is printed. */
function swapped(table: StatedTable, left: number): StatedTable {
  const cells = table.cells.map((cell) =>
    cell.columnSpan > 1 || (cell.row < table.headRows && /^\d{1,2}$/.test(cell.text))
      ? cell
      : cell.column === left
        ? { ...cell, column: left + 1 }
        : cell.column === left + 1
          ? { ...cell, column: left }
          : cell,
  );
  return { ...table, cells };
}

/** Whether a column is the one that holds the amounts of the labels at its left: no office leaves that out. */
function isOnly({ columns }: StatedTable, at: number): boolean {
  const places = new Set(columns.map(({ index }) => index));
  return !places.has(at - 1) && !places.has(at + 1);
}

/** Neighbours under the same headings but their own. */
function areSiblings(table: StatedTable, left: number): boolean {
  const places = new Set(table.columns.map(({ index }) => index));
  if (!places.has(left) || !places.has(left + 1) || !canPart(table, left + 1)) return false;
  const over = (at: number): StatedCell[] =>
    table.cells.filter(
      ({ row, column, columnSpan }) => row < table.headRows && column <= at && at < column + columnSpan,
    );
  const groups = (at: number): string =>
    over(at)
      .map(({ row, column, columnSpan, rowSpan }) => `${row} ${columnSpan > 1 ? column : ""} ${rowSpan}`)
      .join();
  const [one, other] = [groups(left), groups(left + 1)];
  return one === other;
}

const amountAt = ({ cells }: StatedTable, row: number, column: number): number | undefined => {
  const text = cells
    .find((cell) => cell.row === row && cell.column === column)
    ?.text.replaceAll(",", "")
    .trim();
  return text !== undefined && /^\d+\.\d\d$/.test(text) ? Math.round(Number(text) * 100) : undefined;
};

const printed = (amount: number): string => (amount / 100).toFixed(2);

const extra: Disturbance = (document, at, random) => {
  const table = tableAt(document, at);
  const first = table.columns.map(({ index }) => index).toSorted((a, b) => a - b)[0];
  if (first === undefined || table.id === "three-public" || table.columnCount > 30) return undefined;
  const { heading, at: side, holds } = random.pick(EXTRA);
  const place = side === "front" ? 0 : side === "end" ? table.columnCount : first;
  if (!canPart(table, place)) return undefined;
  const whole = Math.max(
    ...table.cells.flatMap(({ row, column }) => (column === first ? (amountAt(table, row, first) ?? 0) : [])),
  );
  const texts = (row: number): string => {
    const amount = amountAt(table, row, first);
    if (holds === "count") return String(row - table.headRows + 1);
    if (holds === "nothing" || amount === undefined) return "";
    if (holds === "share") return whole === 0 ? "" : ((100 * amount) / whole).toFixed(2);
    const before = Math.round(amount * (0.7 + 0.02 * ((row * 7) % 20)));
    return printed(holds === "change" ? amount - before : before);
  };
  return withTable(document, at, inserted(table, place, texts, heading), `加一列：${heading}`);
};

/** One after another; as many as apply, and two at least. */
const together =
  (...all: readonly Disturbance[]): Disturbance =>
  (document, at, random) => {
    let [own, place, count] = [document, at, 0];
    const done: string[] = [];
    for (const disturb of all) {
      const next = disturb(own, place, random);
      if (!next) continue;
      place -= own.blocks.length - next.blocks.length;
      own = { ...own, blocks: next.blocks };
      done.push(next.done);
      count++;
    }
    return count > 1 ? { blocks: own.blocks, done: done.join("；") } : undefined;
  };

const otherHeading = headingBy((text, random) => {
  const words = wordsFor(HEADINGS, text);
  return words && random.pick(words);
});

const otherTitle: Disturbance = (document, at, random) => {
  const title = titleOf(document, at);
  const words = TITLES[tableAt(document, at).id ?? ""] ?? ANY_TITLE;
  return title === undefined ? undefined : retitled(filled(random.pick(words), document), document, title);
};

export const DISTURBANCES: Readonly<Record<string, Disturbance>> = {
  "no title": (document, at) => {
    const title = titleOf(document, at);
    return title === undefined ? undefined : removed(document, (_, place) => place === title, "没有表题");
  },
  "no title, no number of the form": (document, at) => {
    const title = titleOf(document, at);
    if (title === undefined) return undefined;
    return removed(
      document,
      (block, place) =>
        place === title || (block.kind === "line" && Math.abs(place - title) < 3 && FORM_NUMBER.test(block.text)),
      "没有表题和表号",
    );
  },
  "other title": otherTitle,
  "title that says nothing": (document, at, random) => {
    const title = titleOf(document, at);
    return title === undefined
      ? undefined
      : retitled(filled(random.pick([NONSENSE.title, ...ANY_TITLE]), document), document, title);
  },
  "other column heading": otherHeading,
  "two other column headings": together(otherHeading, otherHeading),
  "four other column headings": together(otherHeading, otherHeading, otherHeading, otherHeading),
  "other title and column headings": together(otherTitle, otherHeading, otherHeading),
  "column heading that says nothing": headingBy(() => NONSENSE.heading),
  "other heading of labels": (document, at, random) => {
    const table = tableAt(document, at);
    const heads = table.cells.filter(({ row, text }) => row < table.headRows && wordsFor(LABEL_HEADINGS, text));
    if (heads.length === 0) return undefined;
    const cell = random.pick(heads);
    const text = random.pick(wordsFor(LABEL_HEADINGS, cell.text)!);
    return withTable(document, at, reworded(table, cell, text), `${cell.text} → ${text}`);
  },
  "other row label": labelBy((text, random) => {
    const words = wordsFor(LABELS, text);
    return words && random.pick(words);
  }),
  "row label that says nothing": labelBy((text) => (wordsFor(LABELS, text) ? NONSENSE.label : undefined)),
  "column added": extra,
  "column left out": (document, at, random) => {
    const table = tableAt(document, at);
    const places = table.columns
      .map(({ index }) => index)
      .filter((index) => canPart(table, index + 1) && canPart(table, index) && !isOnly(table, index));
    if (places.length < 3) return undefined;
    const place = random.pick(places);
    return withTable(document, at, without(table, place), `少一列：${place}`);
  },
  "columns in another order": (document, at, random) => {
    const table = tableAt(document, at);
    const places = table.columns.map(({ index }) => index).filter((index) => areSiblings(table, index));
    if (places.length === 0) return undefined;
    const place = random.pick(places);
    return withTable(document, at, swapped(table, place), `对调两列：${place}`);
  },
};
