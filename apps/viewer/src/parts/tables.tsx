import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { Link, useLocation, useSearchParams } from "wouter";
import { usePart, type Grid, type GridCell } from "../lib/data.ts";
import { arranged, columnsOf, gridAt, isLong as isLongGrid, placedHead, type Sorting } from "../lib/grids.ts";
import { worstOf, type Finding } from "../lib/facts.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { save } from "../lib/save.ts";
import DocumentView from "./document-view.tsx";
import { Field, Select } from "./fields.tsx";
import { Failed, Waiting } from "./states.tsx";

/** The statutory tables in the layout of the official form, or as the document prints them. */
export default function Tables() {
  const { say } = useLanguage();
  const { tables, report, hrefOf } = useReport();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const loaded = usePart(tables);
  const asPrinted = search.get("layout") === "printed";
  if (asPrinted) {
    return (
      <>
        <p className="other-layout">
          <Link href={hrefOf("tables")}>{say({ zh: "看官方格式", en: "Show in the official form" })}</Link>
        </p>
        <DocumentView only="tables" />
      </>
    );
  }
  if (loaded.state === "loading") return <Waiting />;
  if (loaded.state === "failed") return <Failed reason={loaded.reason} />;
  const grids = loaded.value.tables;
  const grid = gridAt(grids, search);
  if (!grid) {
    return (
      <p className="state">
        {say({
          zh: "文件没有报表，也没有可以填入报表的数字。",
          en: "There are no tables, and no figures to fill them with.",
        })}
      </p>
    );
  }
  const disputed = disputedTables(report);
  const printed = new Set(report.reading.tables.map(({ table }) => table));
  return (
    <div className="tables">
      <nav className="table-list" aria-label={say({ zh: "各张报表", en: "Tables" })}>
        <ol>
          {grids.map(({ table, title, emptiness }) => (
            <li key={table}>
              <Link href={hrefOf("tables", { table })} aria-current={grid.table === table ? "page" : undefined}>
                {title}
              </Link>
              {disputed.has(table) ? (
                <span className="mark error">{say({ zh: "有不符", en: "contradicts" })}</span>
              ) : null}
              {emptiness === undefined ? null : (
                <span className="quiet-words">{say({ zh: "（空表）", en: " (empty)" })}</span>
              )}
            </li>
          ))}
        </ol>
        <Select
          className="table-choice"
          aria-label={say({ zh: "报表", en: "Table" })}
          value={grid.table}
          onChoose={(table) => navigate(hrefOf("tables", { table }))}
        >
          {grids.map(({ table, title }) => (
            <option key={table} value={table}>
              {title}
            </option>
          ))}
        </Select>
        <p>
          <Link href={hrefOf("tables", { layout: "printed" })}>{say({ zh: "看原样", en: "Show as printed" })}</Link>
        </p>
      </nav>
      <Sheet key={grid.table} grid={grid} isPrinted={printed.has(grid.table)} />
    </div>
  );
}

/** Tables with a figure that is to blame for an error. */
function disputedTables({ findings, reading }: ReturnType<typeof useReport>["report"]): ReadonlySet<string> {
  const titles = new Set(
    findings
      .filter(({ severity }) => severity === "error")
      .flatMap(({ culprits }) => culprits.flatMap(({ source }) => source.table ?? [])),
  );
  return new Set(reading.tables.flatMap(({ table, title }) => (table !== null && titles.has(title) ? [table] : [])));
}

const HEIGHT = 33;

function Sheet({ grid, isPrinted }: { readonly grid: Grid; readonly isPrinted: boolean }) {
  const { say } = useLanguage();
  const { byKey, findingsOf, report } = useReport();
  const [words, setWords] = useState("");
  const [sorting, setSorting] = useState<Sorting>();
  const pane = useRef<HTMLDivElement>(null);
  const findings = useMemo(() => findingsByKey(grid, byKey, findingsOf), [grid, byKey, findingsOf]);
  const rows = useMemo(() => arranged(grid, words, sorting), [grid, words, sorting]);
  const isPrinting = usePrinting();
  // On paper every table stands whole.
  const isLong = isLongGrid(grid) && !isPrinting;
  // Its warning is for the React compiler, which this project does not use.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => HEIGHT,
    overscan: 20,
    // What a server makes, and what is made before the pane is measured.
    initialRect: { width: 0, height: 800 },
    enabled: isLong,
  });
  const seen = isLong ? virtual.getVirtualItems() : rows.map((_, index) => ({ index }));
  const above = isLong ? (virtual.getVirtualItems()[0]?.start ?? 0) : 0;
  const below = isLong ? Math.max(0, virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0)) : 0;
  const sort = (column: number): void =>
    setSorting((before) => {
      if (before?.column !== column) return { column, descending: true };
      return before.descending ? { column, descending: false } : undefined;
    });
  return (
    <section className="sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{grid.title}</h2>
      {isPrinted || grid.emptiness !== undefined ? null : (
        <p className="quiet-words">
          {say({
            zh: "文件没有印出这张表；下面是文字部分说到的数字，放在表中应在的位置。",
            en: "The document does not print this table; these are the figures of its text, where the table would have them.",
          })}
        </p>
      )}
      <p className="form-line">
        <span>
          {say({ zh: "编制单位：", en: "Department: " })}
          {grid.department ?? report.department ?? ""}
        </span>
        <span>{grid.mark ?? ""}</span>
        <span>{grid.unit}</span>
      </p>
      <div className="table-tools">
        <label>
          {say({ zh: "筛选行", en: "Filter rows" })} <Field type="search" onWrite={setWords} />
        </label>
        <span className="unit">{grid.unit}</span>
        <span className="downloads">
          <Downloads grid={grid} />
          <button type="button" className="link" onClick={() => print()}>
            {say({ zh: "打印", en: "Print" })}
          </button>
        </span>
      </div>
      <div className="scroll grid-pane" tabIndex={0} role="group" aria-labelledby="sheet-title" ref={pane}>
        <table className={isLong ? "official long" : "official"} aria-rowcount={rows.length + grid.head.length}>
          <Widths grid={grid} />
          <Head grid={grid} sorting={sorting} sort={sort} />
          <tbody>
            {above > 0 ? <Room height={above} /> : null}
            {seen.map(({ index }) => (
              <Line
                key={rows[index]!.at}
                cells={rows[index]!.cells}
                number={index + grid.head.length + 1}
                findings={findings}
              />
            ))}
            {below > 0 ? <Room height={below} /> : null}
          </tbody>
        </table>
      </div>
      {rows.length === 0 ? <p className="state">{say({ zh: "没有这样的行。", en: "No such rows." })}</p> : null}
      {[grid.remark, grid.emptiness].map((note) => (note === undefined ? null : <p key={note}>{note}</p>))}
    </section>
  );
}

/** As high as the rows that are not made. A server sends no style. */
function Room({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true">
      <td className="unmade">
        <svg width="1" height={height} />
      </td>
    </tr>
  );
}

/** Whether the page is on its way to paper: then every row must be there. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}

/**
 * Widths follow from what a table holds, not from the rows that happen to be set: neither scrolling through a long one nor
 * the arrival of one row after another moves what stands there.
 */
function Widths({ grid }: { readonly grid: Grid }) {
  return (
    <colgroup>
      {columnsOf(grid).map((width, column) => (
        // oxlint-disable-next-line react/no-array-index-key
        <col key={column} className={width} />
      ))}
    </colgroup>
  );
}

/** The heading; the lowest cell over a column sorts by it. */
const Head = memo(function Head({
  grid,
  sorting,
  sort,
}: {
  readonly grid: Grid;
  readonly sorting: Sorting | undefined;
  readonly sort: (column: number) => void;
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
                {isLowest ? (
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

const Line = memo(function Line({
  cells,
  number,
  findings,
}: {
  readonly cells: readonly GridCell[];
  readonly number: number;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}) {
  return (
    <tr aria-rowindex={number}>
      {cells.map((cell, index) => (
        // Cells of a row have no name of their own; their order is the table's.
        // oxlint-disable-next-line react/no-array-index-key
        <Box key={index} cell={cell} findings={cell.key === undefined ? undefined : findings.get(cell.key)} />
      ))}
    </tr>
  );
});

function Box({
  cell,
  findings,
}: {
  readonly cell: GridCell;
  readonly findings: readonly Finding[] | undefined;
}): ReactNode {
  const { say } = useLanguage();
  const { hrefOf } = useReport();
  const worst = worstOf(findings ?? []);
  if (cell.kind === "code" && /^\d{3,7}$/.test(cell.text)) {
    return (
      <td className="code">
        <Link href={`/codes/${cell.text}`}>{cell.text}</Link>
      </td>
    );
  }
  if (cell.kind !== "figure" || cell.text === "" || cell.key === undefined) {
    return (
      <td className={cell.kind} colSpan={cell.across ?? 1} rowSpan={cell.down ?? 1}>
        {cell.text}
      </td>
    );
  }
  return (
    <td className={worst ? `number disputed ${worst.severity}` : "number"}>
      <Link
        href={hrefOf("figure", { key: cell.key })}
        title={worst ? say({ zh: worst.message, en: worst.messageEn }) : undefined}
      >
        {cell.text}
      </Link>
    </td>
  );
}

function Downloads({ grid }: { readonly grid: Grid }) {
  const { say } = useLanguage();
  const { account } = useReport();
  const labels: Readonly<Record<"csv" | "xlsx", Words>> = {
    csv: { zh: "下载 CSV", en: "CSV" },
    xlsx: { zh: "下载 XLSX", en: "XLSX" },
  };
  if (account !== undefined) {
    return (
      <>
        {(["csv", "xlsx"] as const).map((format) => (
          <a
            key={format}
            href={`/v1/accounts/${encodeURIComponent(account)}/tables/${grid.table}.${format}`}
            download={`${grid.title}.${format}`}
          >
            {say(labels[format])}
          </a>
        ))}
      </>
    );
  }
  return (
    <>
      {(["csv", "xlsx"] as const).map((format) => (
        <button key={format} type="button" className="link" onClick={() => void saveGrid(grid, format)}>
          {say(labels[format])}
        </button>
      ))}
    </>
  );
}

/** Written in the browser: the file of a page that sends nothing away. */
async function saveGrid(grid: Grid, format: "csv" | "xlsx"): Promise<void> {
  const { gridToCsv, gridsToXlsx } = await import("@juesuan/writers");
  save(
    format === "csv" ? [`\ufeff${gridToCsv(grid)}`] : [new Uint8Array(gridsToXlsx([grid]))],
    `${grid.title}.${format}`,
  );
}

/** A cell is disputed where a finding speaks of what this table prints, or, where it prints nothing, of what the text says. */
function findingsByKey(
  { table, rows }: Grid,
  byKey: ReturnType<typeof useReport>["byKey"],
  findingsOf: ReturnType<typeof useReport>["findingsOf"],
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, readonly Finding[]>();
  for (const { key } of rows.flat()) {
    if (key === undefined || found.has(key)) continue;
    const facts = byKey.get(key) ?? [];
    const here = facts.filter(({ source }) => source.table === table);
    const own = here.length > 0 ? here : facts.filter(({ source }) => source.table === undefined);
    const findings = [...new Set(own.flatMap((fact) => findingsOf(fact)))];
    if (findings.length > 0) found.set(key, findings);
  }
  return found;
}
