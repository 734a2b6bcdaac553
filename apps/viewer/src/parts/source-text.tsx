import { nameOfKey } from "@juesuan/core/names";
import { Fragment, useEffect, useMemo, useRef, type ReactNode } from "react";
import { useSearchParams } from "wouter";
import type { DocumentReport, SourceBlock, SourceDocument } from "../lib/data.ts";
import { placeWords, printed, SEVERITIES, unitOf, type Fact, type Finding } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";

interface Props {
  readonly report: DocumentReport;
  readonly source: SourceDocument;
  readonly byKey: ReadonlyMap<string, readonly Fact[]>;
  readonly only: "all" | "tables";
}

/** A stretch of the text that means something: a bound figure, an unbound one, words that a finding blames. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly fact?: Fact;
  readonly findings: readonly Finding[];
}

/** The source with its figures marked; the one chosen is explained beside it. Its place is part of the address. */
export function SourceText({ report, source, byKey, only }: Props) {
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const at = Number(search.get("at") ?? NaN);
  const marks = useMemo(() => marksOf(report), [report]);
  const chosen = marks.find((mark) => mark.start <= at && at < mark.end) ?? marks.find((mark) => mark.start === at);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Number.isNaN(at)) return;
    pane.current?.querySelector(`[data-at="${chosen?.start ?? at}"]`)?.scrollIntoView({ block: "center" });
  }, [at, chosen]);
  const choose = (start: number): void =>
    setSearch((before) => ({ ...Object.fromEntries(before), at: String(start) }), { replace: true });
  const blocks = source.blocks.filter((block) =>
    only === "tables"
      ? block.kind === "table"
      : block.role !== "header" && block.role !== "footer" && block.role !== "page-number",
  );
  if (blocks.length === 0)
    return <p className="state">{say({ zh: "文件没有印出报表。", en: "The document prints no tables." })}</p>;
  return (
    <div className="reading">
      <div className="source" ref={pane}>
        {blocks.map((block) => (
          <Block
            key={block.start}
            block={block}
            text={source.text}
            marks={marks}
            chosen={chosen}
            choose={choose}
            several={source.pages.length > 1}
          />
        ))}
      </div>
      <aside className="about" aria-live="polite" aria-label={say({ zh: "所选数字", en: "The chosen figure" })}>
        {chosen ? (
          <About mark={chosen} byKey={byKey} choose={choose} />
        ) : (
          <p>
            {say({
              zh: "点一个数字，看它说的是什么、还有哪里说到、对不对得上。",
              en: "Choose a figure to see what it measures, where else it stands, and whether it holds.",
            })}
          </p>
        )}
      </aside>
    </div>
  );
}

function marksOf(report: DocumentReport): readonly Mark[] {
  const blamed = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    if (finding.severity === "rounding") continue;
    for (const { start, end } of [...finding.culprits.map(({ source }) => source), ...finding.sources]) {
      const key = `${start}-${end}`;
      const list = blamed.get(key) ?? [];
      if (!list.includes(finding)) list.push(finding);
      blamed.set(key, list);
    }
  }
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
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly chosen: Mark | undefined;
  readonly choose: (start: number) => void;
  readonly several: boolean;
}

function Block({ block, text, marks, chosen, choose, several }: BlockProps) {
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
    if (block.role === "heading") return <p className="heading">{content}</p>;
    return <p className={block.role === "body" ? undefined : "aside"}>{content}</p>;
  }
  const cells = block.cells ?? [];
  const rows = Array.from({ length: block.rowCount ?? 0 }, (_, row) => cells.filter((cell) => cell.row === row));
  return (
    <figure>
      {page}
      <div
        className="scroll"
        tabIndex={0}
        role="region"
        aria-label={say({ zh: `表格，${rows.length} 行`, en: `Table of ${rows.length} rows` })}
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
}

function marked(
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  chosen: Mark | undefined,
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
        aria-pressed={chosen === mark}
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

function About({
  mark,
  byKey,
  choose,
}: {
  readonly mark: Mark;
  readonly byKey: Props["byKey"];
  readonly choose: (start: number) => void;
}) {
  const { say } = useLanguage();
  const { fact, findings } = mark;
  const others = fact ? (byKey.get(fact.key) ?? []).filter((other) => other.source.start !== fact.source.start) : [];
  return (
    <>
      {fact ? (
        <>
          <h2>{say(nameOfKey(fact.key))}</h2>
          <p>
            <span className="amount">{printed(fact)}</span> {say(unitOf(fact))}
          </p>
          <p className="quiet-words">{say(placeWords(fact.source))}</p>
          <p className="key">
            <code>{fact.key}</code>
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
