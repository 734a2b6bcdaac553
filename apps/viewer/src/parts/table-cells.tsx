import { memo, type ReactNode } from "react";
import { Link } from "wouter";
import { findingsOfCell, isBlamed, type CellFindings } from "../lib/cell-findings.ts";
import type { Grid, GridCell, GridPart } from "../lib/data.ts";
import { worstOf } from "../lib/facts.ts";
import { placedHead, type Sorting } from "../lib/grids.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";

/** The heading; the lowest cell over a column sorts by it. */
export const Head = memo(function Head({
  grid,
  sorting,
  sort,
}: {
  readonly grid: Grid;
  readonly sorting: Sorting | undefined;
  /** Absent where rows cannot be put into another order. */
  readonly sort: ((column: number) => void) | undefined;
}) {
  const { say } = useLanguage();
  const placed = placedHead(grid);
  return (
    <thead>
      {placed.map((cells) => (
        <tr key={cells.map(({ column }) => column).join()}>
          {cells.map(({ cell, column, isLowest }) => {
            const own = sorting?.column === column ? sorting : undefined;
            return (
              <th
                key={column}
                scope={isLowest ? "col" : "colgroup"}
                colSpan={cell.across ?? 1}
                rowSpan={cell.down ?? 1}
                aria-sort={isLowest && own ? (own.descending ? "descending" : "ascending") : undefined}
              >
                {isLowest && sort !== undefined ? (
                  <button
                    type="button"
                    className="sort"
                    onClick={() => sort(column)}
                    title={say({ zh: "按此列排序", en: "Sort by this column" })}
                  >
                    {cell.text}
                    {own ? <span aria-hidden="true">{own.descending ? " ↓" : " ↑"}</span> : null}
                  </button>
                ) : (
                  cell.text
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
});

export const Line = memo(function Line({
  cells,
  number,
  findings,
}: {
  readonly cells: readonly GridCell[];
  readonly number: number;
  readonly findings: CellFindings;
}) {
  return (
    <tr aria-rowindex={number}>
      {cells.map((cell, index) => (
        // Cells of a row have no name of their own; their order is the table's.
        // oxlint-disable-next-line react/no-array-index-key
        <Box key={index} cell={cell} findings={findings} />
      ))}
    </tr>
  );
});

function Box({ cell, findings }: { readonly cell: GridCell; readonly findings: CellFindings }): ReactNode {
  const { say } = useLanguage();
  const { hrefOf, byKey } = useReport();
  const { kind, text, parts, at } = cell;
  const span = { colSpan: cell.across ?? 1, rowSpan: cell.down ?? 1 };
  if (kind === "code" && /^\d{3,7}$/.test(text)) {
    return (
      <td className="code" {...span}>
        <Link href={`/codes/${text}`}>{text}</Link>
      </td>
    );
  }
  const own = findingsOfCell(findings, cell);
  const worst = worstOf(own);
  // What a sum adds up is part of the question, and not what is wrong.
  const disputed = worst ? ` ${isBlamed(own, cell, byKey) ? "disputed" : "involved"} ${worst.severity}` : "";
  const why = worst ? say({ zh: worst.message, en: worst.messageEn }) : undefined;
  if (parts !== undefined) {
    return (
      <td className={`${kind}${disputed}`} title={why} {...span}>
        {parts.map((part, index) =>
          part.figure === undefined ? (
            part.text
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <Stated key={index} part={part} why={undefined} />
          ),
        )}
      </td>
    );
  }
  if (kind === "figure" && text !== "" && (cell.key ?? cell.figure) !== undefined) {
    return (
      <td className={`number${disputed}`} {...span}>
        <Stated part={cell} why={why} />
      </td>
    );
  }
  return (
    <td className={`${kind}${text.length > FEW ? " words" : ""}${disputed}`} title={why} {...span}>
      {worst && at !== undefined ? <Link href={hrefOf("document", { at })}>{text || BLANK}</Link> : text}
    </td>
  );
}

/** More characters than these are not to be set one below the other in a column that is squeezed. */
const FEW = 5;

/** What is pressed where a figure should stand. */
const BLANK = "（空）";

/** A figure: it leads to all that is known of what it states; one that was not understood says so. */
function Stated({ part, why }: { readonly part: GridPart; readonly why: string | undefined }): ReactNode {
  const { say } = useLanguage();
  const { hrefOf } = useReport();
  if (part.key === undefined) {
    return (
      <span
        className="unread"
        title={say({ zh: `没有读懂：${part.unread ?? ""}`, en: "Not understood: not bound to any quantity." })}
      >
        {part.text}
      </span>
    );
  }
  return (
    <Link href={hrefOf("figure", { key: part.key })} title={why}>
      {part.text}
    </Link>
  );
}
