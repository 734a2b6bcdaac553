import { Fragment, memo, startTransition, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Block as SourceBlock, SourceDocument } from "../lib/data.ts";
import { worstOf } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import type { Mark } from "../lib/marks.ts";

interface PaneProps {
  readonly source: SourceDocument;
  readonly only: "all" | "tables";
  readonly marks: readonly Mark[];
  /** Where the places begin that the finding walked through speaks of. */
  readonly stops: ReadonlySet<number>;
  readonly chosen: Mark | undefined;
  readonly choose: (start: number) => void;
  /** The offset that is looked at: the text stands there up to it from the start. */
  readonly at: number | undefined;
}

/** The text in reading order, block by block, every mark a button; its beginning first. */
export function TextPane({ source, only, marks, stops, chosen, choose, at }: PaneProps) {
  const { say } = useLanguage();
  const [blocks, stretches] = useMemo(() => {
    const shown = source.blocks.filter(
      (block) =>
        block.kind === "table" || (block.role !== "header" && block.role !== "footer" && block.role !== "page-number"),
    );
    const kept = only === "tables" ? withTitles(shown) : shown;
    return [kept, stretchesOf(kept)];
  }, [source, only]);
  const [made, setMade] = useState(FIRST);
  const count = Math.max(made, at === undefined ? 0 : stretches.findLastIndex(([first]) => first!.start <= at) + 1);
  const isWhole = count >= stretches.length;
  useEffect(() => {
    if (!isWhole) startTransition(() => setMade(count + 1));
  }, [isWhole, count]);
  if (blocks.length === 0)
    return <p className="state">{say({ zh: "文件没有印出报表。", en: "The document prints no tables." })}</p>;
  const tables = blocks.filter(({ kind }) => kind === "table");
  const start = chosen?.start ?? -1;
  const begun = new Map(
    source.pages.length > 1
      ? blocks.filter((block, index) => blocks[index - 1]?.page !== block.page).map((block) => [block, block.page])
      : [],
  );
  return (
    <>
      {stretches.slice(0, count).map((stretch) => (
        <div key={stretch[0]!.start} className={`stretch ${heightOf(stretch)}`}>
          {stretch.map((block) => (
            <Block
              key={block.start}
              block={block}
              ordinal={tables.indexOf(block) + 1}
              text={source.text}
              marks={marks}
              stops={stops}
              chosen={block.start <= start && start < block.end ? start : -1}
              choose={choose}
              page={begun.get(block)}
            />
          ))}
        </div>
      ))}
    </>
  );
}

/** Between a table and the one before: its title, the form's number, the department and the unit. */
const TITLE_LINES = 4;
const TITLE_LENGTH = 60;

/** The tables, each with the short lines right above that head it. */
export function withTitles(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const kept = new Set<SourceBlock>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "table") continue;
    kept.add(block);
    for (let above = index - 1; above >= Math.max(0, index - TITLE_LINES); above--) {
      const { kind, start, end } = blocks[above]!;
      if (kind === "table" || end - start > TITLE_LENGTH) break;
      kept.add(blocks[above]!);
    }
  }
  return blocks.filter((block) => kept.has(block));
}

/** So many stretches stand there from the start. */
const FIRST = 2;

/**
 * So many lines are made and laid out together: a phone need not set a whole document to show its first lines, nor stand
 * still while one is made.
 */
const STRETCH = 40;

function stretchesOf(blocks: readonly SourceBlock[]): readonly (readonly SourceBlock[])[] {
  const stretches: SourceBlock[][] = [];
  let lines = STRETCH;
  for (const block of blocks) {
    if (lines >= STRETCH) {
      stretches.push([]);
      lines = 0;
    }
    stretches.at(-1)!.push(block);
    lines += linesOf(block);
  }
  return stretches;
}

/** The room that a stretch takes until it is laid out, in steps: the page's policy takes no style from a server. */
function heightOf(stretch: readonly SourceBlock[]): string {
  const lines = stretch.reduce((sum, block) => sum + linesOf(block), 0);
  return `lines-${HEIGHTS.find((height) => height >= lines) ?? HEIGHTS.at(-1)}`;
}

/** As in document.css. */
const HEIGHTS = [10, 20, 40, 60, 90, 140, 200] as const;

/** About as many lines as a block takes: its room is kept until it is laid out. */
function linesOf(block: SourceBlock): number {
  return block.kind === "table" ? block.rowCount + 2 : Math.ceil((block.end - block.start) / CHARACTERS);
}

/** In a line of the document, between a phone's and a desktop's. */
const CHARACTERS = 28;

interface BlockProps {
  readonly block: SourceBlock;
  /** Of a table: its place among the tables. */
  readonly ordinal: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly stops: ReadonlySet<number>;
  /** The start of the mark that is chosen in this block; -1 where it stands elsewhere. */
  readonly chosen: number;
  readonly choose: (start: number) => void;
  /** The page that begins with it, in a document of several. */
  readonly page: number | undefined;
}

/** Blocks without the chosen figure are not set anew when another is chosen. */
const Block = memo(function Block({ block, ordinal, text, marks, stops, chosen, choose, page: begun }: BlockProps) {
  const { say } = useLanguage();
  const page =
    begun === undefined ? null : <span className="page">{say({ zh: `第 ${begun} 页`, en: `Page ${begun}` })}</span>;
  if (block.kind === "paragraph") {
    const content = (
      <>
        {page}
        {block.marker ?? ""}
        {marked(text, block.start, block.end, marks, stops, chosen, choose)}
      </>
    );
    const role = block.role === "heading" ? "heading" : block.role === "body" ? undefined : "aside";
    return (
      <p className={role} data-block={block.start}>
        {content}
      </p>
    );
  }
  const cells = block.cells;
  const byRow = Map.groupBy(cells, ({ row }) => row);
  const rows = Array.from({ length: block.rowCount }, (_, row) => byRow.get(row) ?? []);
  return (
    <figure data-block={block.start}>
      {page}
      <div
        className="scroll"
        tabIndex={0}
        role="group"
        aria-label={say({
          zh: `第 ${ordinal} 张表格，${rows.length} 行`,
          en: `Table ${ordinal}, ${rows.length} rows`,
        })}
      >
        <table className="printed">
          <tbody>
            {rows.map((row, index) => (
              // Rows have no name of their own; their order never changes.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index}>
                {row.map((cell) => (
                  <td
                    key={cell.column}
                    rowSpan={cell.rowSpan}
                    colSpan={cell.columnSpan}
                    className={/^[-\d,.%\s]+$/.test(cell.text) && cell.text !== "" ? "number" : undefined}
                  >
                    {marked(text, cell.start, cell.end, marks, stops, chosen, choose)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
});

/** What never begins a line: a browser does not know that it belongs to a button before it. */
const CLOSING = /^[%％‰，。；：、）”》！？]+/;

function marked(
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  stops: ReadonlySet<number>,
  chosen: number,
  choose: (start: number) => void,
): ReactNode {
  const pieces: ReactNode[] = [];
  let at = start;
  for (let index = firstAfter(marks, start); index < marks.length && marks[index]!.start < end; index++) {
    const mark = marks[index]!;
    if (mark.start < at) continue;
    pieces.push(<Fragment key={`t${at}`}>{text.slice(at, mark.start)}</Fragment>);
    const worst = worstOf(mark.findings)?.severity;
    const button = (
      <button
        key={mark.start}
        type="button"
        data-at={mark.start}
        className={`figure ${mark.fact ? "" : mark.findings.length > 0 ? "words" : "unbound"} ${worst ?? ""}${stops.has(mark.start) ? " walked" : ""}`}
        aria-pressed={chosen === mark.start}
        onClick={() => choose(mark.start)}
      >
        {text.slice(mark.start, mark.end)}
      </button>
    );
    const closing = mark.fact ? (CLOSING.exec(text.slice(mark.end, Math.min(end, mark.end + 2)))?.[0] ?? "") : "";
    pieces.push(
      closing === "" ? (
        button
      ) : (
        <span key={mark.start} className="nowrap">
          {button}
          {closing}
        </span>
      ),
    );
    at = mark.end + closing.length;
  }
  pieces.push(<Fragment key="end">{text.slice(at, end)}</Fragment>);
  return pieces;
}

function firstAfter(marks: readonly Mark[], start: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
