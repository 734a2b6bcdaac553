import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Link, useLocation, useSearchParams } from "wouter";
import { pageWords } from "../lib/facts.ts";
import { findingsIn } from "../lib/cell-findings.ts";
import { usePart, type Grid } from "../lib/data.ts";
import {
  arranged,
  columnsOf,
  disputedTables,
  gridAt,
  isArrangeable,
  isLong as isLongGrid,
  type Sorting,
} from "../lib/grids.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import DocumentView from "./document-view.tsx";
import { Field, Select } from "./fields.tsx";
import { Failed, Waiting } from "./states.tsx";
import { Head, Line } from "./table-cells.tsx";
import { Downloads } from "./table-downloads.tsx";

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
  const disputed = disputedTables(grids, report);
  const declared = grids.filter((one) => !isOther(one));
  const others = grids.filter(isOther);
  const printed = new Set(report.reading.tables.map(({ table }) => table));
  return (
    <div className="tables">
      <nav className="table-list" aria-label={say({ zh: "各张报表", en: "Tables" })}>
        <Listed grids={declared} chosen={grid} disputed={disputed} from={1} />
        {others.length > 0 ? (
          <>
            <p className="quiet-words more">{say(OTHERS)}</p>
            <Listed grids={others} chosen={grid} disputed={disputed} from={declared.length + 1} />
          </>
        ) : null}
        <Select
          className="table-choice"
          aria-label={say({ zh: "报表", en: "Table" })}
          value={grid.table}
          onChoose={(table) => navigate(hrefOf("tables", { table }))}
        >
          {declared.map(({ table, title }) => (
            <option key={table} value={table}>
              {title}
            </option>
          ))}
          {others.length > 0 ? (
            <optgroup label={say(OTHERS)}>
              {others.map(({ table, title }) => (
                <option key={table} value={table}>
                  {title}
                </option>
              ))}
            </optgroup>
          ) : null}
        </Select>
        <p>
          <Link href={hrefOf("tables", { layout: "printed" })}>{say({ zh: "看原样", en: "Show as printed" })}</Link>
        </p>
      </nav>
      <Sheet key={grid.table} grid={grid} isPrinted={printed.has(grid.table)} />
    </div>
  );
}

const OTHERS = { zh: "文件另外印出的表", en: "Other tables of the document" };

/** No form that is known declares it. */
function isOther({ printed }: Grid): boolean {
  return printed !== undefined && printed.declared === undefined;
}

function Listed({
  grids,
  chosen,
  disputed,
  from,
}: {
  readonly grids: readonly Grid[];
  readonly chosen: Grid;
  readonly disputed: ReadonlySet<string>;
  readonly from: number;
}) {
  const { say } = useLanguage();
  const { hrefOf } = useReport();
  return (
    <ol start={from}>
      {grids.map(({ table, title, emptiness, printed }) => (
        <li key={table}>
          <Link href={hrefOf("tables", { table })} aria-current={chosen.table === table ? "page" : undefined}>
            {title}
          </Link>
          {disputed.has(table) ? <span className="mark error">{say({ zh: "有不符", en: "contradicts" })}</span> : null}
          {emptiness === undefined ? null : (
            <span className="quiet-words">{say({ zh: "（空表）", en: " (empty)" })}</span>
          )}
          {printed !== undefined && printed.unread > 0 ? (
            <span className="quiet-words">
              {say({ zh: `（${printed.unread} 个数没有读懂）`, en: ` (${printed.unread} not understood)` })}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What a reader must know of a table before the figures: whether it was printed, and how far it was understood. */
function Standing({ grid, isPrinted }: { readonly grid: Grid; readonly isPrinted: boolean }) {
  const { say } = useLanguage();
  const { hrefOf, paging } = useReport();
  const { printed, emptiness } = grid;
  if (printed === undefined) {
    if (isPrinted || emptiness !== undefined) return null;
    return (
      <p className="quiet-words">
        {say({
          zh: "文件没有印出这张表；下面是文字部分说到的数字，放在表中应在的位置。",
          en: "The document does not print this table; these are the figures of its text, where the table would have them.",
        })}
      </p>
    );
  }
  const { figures, unread, at } = printed;
  const number = pageWords(printed.page, paging);
  const where = (
    <Link href={hrefOf("document", { at })}>
      {number === undefined
        ? say({ zh: "在原文中看", en: "See it in the document" })
        : say({ zh: `在原文${number.zh}看`, en: `See it in the document, ${number.en}` })}
    </Link>
  );
  return (
    <p className={unread > 0 ? "standing unsure" : "standing"}>
      {say({ zh: "照文件印出的样子，逐格排出。", en: "Set cell by cell as the document prints it. " })}
      {unread > 0
        ? unread === figures
          ? say({
              zh: `这张表没有读懂：${figures} 个数都没有核对。`,
              en: `This table was not understood: none of its ${figures} figures was checked. `,
            })
          : say({
              zh: `${figures} 个数里有 ${unread} 个没有读懂（灰底虚线），没有核对。`,
              en: `${unread} of its ${figures} figures (dotted) were not understood, nor checked. `,
            })
        : null}
      {where}
    </p>
  );
}

const HEIGHT = 33;

function Sheet({ grid, isPrinted }: { readonly grid: Grid; readonly isPrinted: boolean }) {
  const { say } = useLanguage();
  const { byKey, findingsOf, report } = useReport();
  const [words, setWords] = useState("");
  const [sorting, setSorting] = useState<Sorting>();
  const pane = useRef<HTMLDivElement>(null);
  const findings = useMemo(() => findingsIn(grid, report, byKey, findingsOf), [grid, report, byKey, findingsOf]);
  const canArrange = isArrangeable(grid);
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
      <Standing grid={grid} isPrinted={isPrinted} />
      <p className="form-line">
        <span>
          {say({ zh: "编制单位：", en: "Department: " })}
          {grid.department ?? report.department ?? ""}
        </span>
        <span>{grid.mark ?? ""}</span>
        <span>{grid.unit}</span>
      </p>
      <div className="table-tools">
        {canArrange ? (
          <label>
            {say({ zh: "筛选行", en: "Filter rows" })} <Field type="search" onWrite={setWords} />
          </label>
        ) : null}
        <span className="unit">{grid.unit}</span>
        <span className="downloads">
          <Downloads grid={grid} />
          <button type="button" className="link" onClick={() => print()}>
            {say({ zh: "打印", en: "Print" })}
          </button>
        </span>
      </div>
      <div className="scroll grid-pane" tabIndex={0} role="group" aria-labelledby="sheet-title" ref={pane}>
        <table className={classOf(grid, isLong)} aria-rowcount={rows.length + grid.head.length}>
          <Widths grid={grid} />
          {grid.head.length === 0 ? null : <Head grid={grid} sorting={sorting} sort={canArrange ? sort : undefined} />}
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

/** Columns of a printed table are as wide as what they hold; of a long one the rows come and go, and its widths are set. */
function classOf({ printed }: Grid, isLong: boolean): string {
  return isLong ? "official long" : printed ? "official printed" : "official";
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
