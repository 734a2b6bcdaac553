import { Fragment, memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from "react";
import { Link, useSearchParams } from "wouter";
import { usePart, type Block as SourceBlock, type DocumentReport, type SourceDocument } from "../lib/data.ts";
import { placeWords, printed, SEVERITIES, unitOf, type Fact, type Finding } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { findingsByPlace, useReport } from "../lib/report-context.tsx";
import { Failed, Waiting } from "./states.tsx";

/** A stretch of the text that means something: a bound figure, an unbound one, words that a finding blames. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly fact?: Fact;
  readonly findings: readonly Finding[];
}

/** The source with its figures marked; the one chosen is explained beside it. Its place is part of the address. */
export default function SourceText({ only }: { readonly only: "all" | "tables" }) {
  const { source } = useReport();
  const loaded = usePart(source);
  if (loaded.state === "loading") return <Waiting />;
  if (loaded.state === "failed") return <Failed reason={loaded.reason} />;
  return <Text source={loaded.value} only={only} />;
}

function Text({ source, only }: { readonly source: SourceDocument; readonly only: "all" | "tables" }) {
  const { say } = useLanguage();
  const { report } = useReport();
  const [search, setSearch] = useSearchParams();
  const at = search.has("at") ? Number(search.get("at")) : undefined;
  const marks = useMemo(() => marksOf(report), [report]);
  const chosen = at === undefined ? undefined : marks.find((mark) => mark.start <= at && at < mark.end);
  const disputed = useMemo(() => marks.filter(({ findings }) => findings.length > 0), [marks]);
  const pane = useRef<HTMLDivElement>(null);
  const chosenStart = chosen?.start;
  useEffect(() => {
    if (at === undefined) return;
    const own = pane.current?.querySelector(`[data-at="${chosenStart ?? at}"]`) ?? blockAt(pane.current, at);
    own?.scrollIntoView({ block: "center" });
  }, [at, chosenStart]);
  const choose = useCallback(
    (start: number): void => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          next.set("at", String(start));
          return next;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  const blocks = source.blocks.filter((block) =>
    only === "tables" || block.kind === "table"
      ? block.kind === "table"
      : block.role !== "header" && block.role !== "footer" && block.role !== "page-number",
  );
  if (blocks.length === 0)
    return <p className="state">{say({ zh: "文件没有印出报表。", en: "The document prints no tables." })}</p>;
  const later = disputed.find(({ start }) => start > (chosenStart ?? -1));
  const earlier = disputed.findLast(({ start }) => start < (chosenStart ?? Infinity));
  const number = chosen ? disputed.indexOf(chosen) + 1 : 0;
  const tables = blocks.filter(({ kind }) => kind === "table");
  return (
    <div className="reading">
      <div className="source" ref={pane}>
        {blocks.map((block) => (
          <Block
            key={block.start}
            block={block}
            ordinal={tables.indexOf(block) + 1}
            text={source.text}
            marks={marks}
            chosen={
              chosenStart !== undefined && block.start <= chosenStart && chosenStart < block.end ? chosenStart : -1
            }
            choose={choose}
            several={source.pages.length > 1}
          />
        ))}
      </div>
      <aside className="about" aria-label={say({ zh: "所选数字", en: "The chosen figure" })}>
        {disputed.length > 0 ? (
          <p className="walk">
            <button
              type="button"
              className="quiet"
              disabled={!earlier}
              aria-label={say({ zh: "上一处", en: "Previous" })}
              onClick={() => earlier && choose(earlier.start)}
            >
              <span aria-hidden="true">←</span>
            </button>
            <span>
              {say({
                zh: `${number > 0 ? `第 ${number} 处，` : ""}共 ${disputed.length} 处有核对结果`,
                en: `${number > 0 ? `${number} of ` : ""}${disputed.length} with findings`,
              })}
            </span>
            <button
              type="button"
              className="quiet"
              disabled={!later}
              aria-label={say({ zh: "下一处", en: "Next" })}
              onClick={() => later && choose(later.start)}
            >
              <span aria-hidden="true">→</span>
            </button>
          </p>
        ) : null}
        <div aria-live="polite">
          {chosen ? (
            <About mark={chosen} choose={choose} />
          ) : (
            <p>
              {say({
                zh: "点一个数字，看它说的是什么、还有哪里说到、对不对得上。",
                en: "Choose a figure to see what it measures, where else it stands, and whether it holds.",
              })}
            </p>
          )}
        </div>
      </aside>
    </div>
  );
}

function blockAt(pane: HTMLElement | null, at: number): Element | undefined {
  const blocks = [...(pane?.querySelectorAll("[data-block]") ?? [])];
  return blocks.findLast((block) => Number(block.getAttribute("data-block")) <= at);
}

function marksOf(report: DocumentReport): readonly Mark[] {
  const blamed = findingsByPlace(report);
  const marks: Mark[] = report.facts.map((fact) => ({
    start: fact.source.start,
    end: fact.source.end,
    fact,
    findings: blamed.get(`${fact.source.start}-${fact.source.end}`) ?? [],
  }));
  const known = new Set(marks.map(({ start, end }) => `${start}-${end}`));
  for (const { source } of report.unbound) marks.push({ start: source.start, end: source.end, findings: [] });
  for (const [key, findings] of blamed) {
    const [start = 0, end = 0] = key.split("-").map(Number);
    if (!known.has(key) && end - start > 0 && end - start < 40) marks.push({ start, end, findings });
  }
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  const apart: Mark[] = [];
  for (const mark of marks) if (mark.start >= (apart.at(-1)?.end ?? 0) && mark.end > mark.start) apart.push(mark);
  return apart;
}

interface BlockProps {
  readonly block: SourceBlock;
  /** Of a table: its place among the tables. */
  readonly ordinal: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The start of the mark that is chosen in this block; -1 where it stands elsewhere. */
  readonly chosen: number;
  readonly choose: (start: number) => void;
  readonly several: boolean;
}

/** Blocks without the chosen figure are not set anew when another is chosen. */
const Block = memo(function Block({ block, ordinal, text, marks, chosen, choose, several }: BlockProps) {
  const { say } = useLanguage();
  const page = several ? (
    <span className="page">{say({ zh: `第${block.page}页`, en: `p. ${block.page}` })}</span>
  ) : null;
  if (block.kind === "paragraph") {
    const content = (
      <>
        {page}
        {block.marker ?? ""}
        {marked(text, block.start, block.end, marks, chosen, choose)}
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
  const rows = Array.from({ length: block.rowCount }, (_, row) => cells.filter((cell) => cell.row === row));
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
                    {marked(text, cell.start, cell.end, marks, chosen, choose)}
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

function marked(
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  chosen: number,
  choose: (start: number) => void,
): ReactNode {
  const pieces: ReactNode[] = [];
  let at = start;
  for (let index = firstAfter(marks, start); index < marks.length && marks[index]!.start < end; index++) {
    const mark = marks[index]!;
    if (mark.start < at) continue;
    pieces.push(<Fragment key={`t${at}`}>{text.slice(at, mark.start)}</Fragment>);
    const worst = mark.findings.map(({ severity }) => severity).toSorted((a, b) => RANK[a] - RANK[b])[0];
    pieces.push(
      <button
        key={mark.start}
        type="button"
        data-at={mark.start}
        className={`figure ${mark.fact ? "" : mark.findings.length > 0 ? "words" : "unbound"} ${worst ?? ""}`}
        aria-pressed={chosen === mark.start}
        onClick={() => choose(mark.start)}
      >
        {text.slice(mark.start, mark.end)}
      </button>,
    );
    at = mark.end;
  }
  pieces.push(<Fragment key="end">{text.slice(at, end)}</Fragment>);
  return pieces;
}

const RANK: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, info: 2, rounding: 3 };

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

function About({ mark, choose }: { readonly mark: Mark; readonly choose: (start: number) => void }) {
  const { say } = useLanguage();
  const { byKey, nameOf, hrefOf } = useReport();
  const { fact, findings } = mark;
  const others = fact ? (byKey.get(fact.key) ?? []).filter((other) => other.source.start !== fact.source.start) : [];
  return (
    <>
      {fact ? (
        <>
          <h2>{say(nameOf(fact.key))}</h2>
          <p>
            <span className="amount">{printed(fact)}</span> {say(unitOf(fact))}
          </p>
          <p className="quiet-words">{say(placeWords(fact.source))}</p>
          <p>
            <Link href={hrefOf("figure", { key: fact.key })}>
              {say({ zh: "关于这个数字的全部", en: "All about this figure" })}
            </Link>
          </p>
        </>
      ) : findings.length === 0 ? (
        <p>{say({ zh: "没有读懂这个数字说的是什么。", en: "What this figure measures was not understood." })}</p>
      ) : null}
      {others.length > 0 ? (
        <>
          <h3>{say({ zh: "别处也说到它", en: "Also stated here" })}</h3>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" className="link" onClick={() => choose(other.source.start)}>
                  {printed(other)} {say(unitOf(other))}
                </button>{" "}
                <span className="quiet-words">{say(placeWords(other.source))}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {findings.map((finding) => (
        <div key={finding.fingerprint} className={`note ${finding.severity}`}>
          <p>
            <span className={`mark ${finding.severity}`}>{say(SEVERITIES[finding.severity])}</span>{" "}
            {say({ zh: finding.message, en: finding.messageEn })}
          </p>
          <ul>
            {finding.sources.map((place) => (
              <li key={`${place.start}-${place.end}`}>
                <button type="button" className="link" onClick={() => choose(place.start)}>
                  {place.text === "" ? "" : `“${place.text.slice(0, 24)}” `}
                  {say(placeWords(place))}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
