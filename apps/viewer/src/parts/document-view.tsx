import { use, useCallback, useEffect, useMemo, useRef } from "react";
import { Link, useSearchParams } from "wouter";
import { usePart, type SourceDocument } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { marksOf } from "../lib/marks.ts";
import { isNarrow } from "../lib/narrow.ts";
import { pdfOf } from "../lib/pdf-pages.ts";
import { useReport } from "../lib/report-context.tsx";
import { stopsOf } from "../lib/walk.ts";
import { About } from "./about.tsx";
import { PagesPane } from "./pages-pane.tsx";
import { Seek } from "./seek.tsx";
import { Failed, Waiting } from "./states.tsx";
import { TextPane } from "./text-pane.tsx";
import { Walk } from "./walk.tsx";

/** The source with its figures marked; the one chosen is explained beside it. Its place is part of the address. */
export default function DocumentView({ only }: { readonly only: "all" | "tables" }) {
  const { source } = useReport();
  const [search] = useSearchParams();
  const loaded = usePart(source);
  if (loaded.state === "loading") return <Waiting />;
  if (loaded.state === "failed") return <Failed reason={loaded.reason} />;
  // In another layout the chosen figure stands elsewhere: it is looked for anew.
  // A page set for paper is read with glasses on a phone: its text comes first there.
  const layout = search.get("layout") ?? (isNarrow() ? "text" : "pages");
  return <Reading key={layout} source={loaded.value} only={only} layout={layout} />;
}

function Reading({
  source,
  only,
  layout,
}: {
  readonly source: SourceDocument;
  readonly only: "all" | "tables";
  readonly layout: string;
}) {
  const { say } = useLanguage();
  const { report, pdf, hrefOf } = useReport();
  const [search, setSearch] = useSearchParams();
  const walked = report.findings.find(({ fingerprint }) => fingerprint === search.get("finding"));
  const stops = useMemo(() => new Set((walked ? stopsOf(walked) : []).map(({ start }) => start)), [walked]);
  const at = search.has("at") ? Number(search.get("at")) : walked && stopsOf(walked)[0]?.start;
  const pages = only === "all" && layout !== "text" ? pdf : undefined;
  // Suspends until the file is here; one that was not kept is shown as text.
  const file = pages === undefined ? undefined : use(pdfOf(pages));
  const marks = useMemo(() => marksOf(report), [report]);
  const chosen = at === undefined ? undefined : marks.find((mark) => mark.start <= at && at < mark.end);
  const disputed = useMemo(() => marks.filter(({ findings }) => findings.length > 0), [marks]);
  const pane = useRef<HTMLDivElement>(null);
  const chosenStart = chosen?.start;
  const seek = useRef<HTMLDetailsElement>(null);
  // A server may have taken a small window for a desktop.
  useEffect(() => {
    if (seek.current && isNarrow()) seek.current.open = false;
  }, []);
  useEffect(() => {
    if (at === undefined) return;
    const page = source.blocks.findLast(({ start }) => start <= at)?.page;
    const own =
      pane.current?.querySelector(`[data-at="${chosenStart ?? at}"]`) ??
      blockAt(pane.current, at) ??
      pane.current?.querySelector(`[data-page="${page}"]`);
    return own ? bringIntoView(own) : undefined;
  }, [at, chosenStart, source]);
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
  const later = disputed.find(({ start }) => start > (chosenStart ?? -1));
  const earlier = disputed.findLast(({ start }) => start < (chosenStart ?? Infinity));
  const number = chosen ? disputed.indexOf(chosen) + 1 : 0;
  const place: Readonly<Record<string, string | number>> = {
    ...(at === undefined ? {} : { at }),
    ...(walked ? { finding: walked.fingerprint } : {}),
  };
  return (
    <>
      {file || (pdf !== undefined && only === "all" && layout === "text") ? (
        <p>
          {layout === "text" ? (
            <Link href={hrefOf("document", { ...place, layout: "pages" })}>
              {say({ zh: "看页面原样", en: "Show the pages" })}
            </Link>
          ) : (
            <Link href={hrefOf("document", { ...place, layout: "text" })}>
              {say({ zh: "看读出的文字", en: "Show the text as read" })}
            </Link>
          )}
        </p>
      ) : null}
      <div className="reading">
        <div className={file ? "source pages" : "source"} ref={pane}>
          {file ? (
            <PagesPane file={file} source={source} marks={marks} stops={stops} chosen={chosen} choose={choose} />
          ) : (
            <TextPane source={source} only={only} marks={marks} stops={stops} at={at} chosen={chosen} choose={choose} />
          )}
        </div>
        <aside className="about" aria-label={say({ zh: "所选数字", en: "The chosen figure" })}>
          {walked ? (
            <Walk finding={walked} at={at} choose={choose} />
          ) : disputed.length > 0 ? (
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
          {walked ? null : (
            // On a phone the document has the screen until somebody seeks.
            <details ref={seek} open={!isNarrow()}>
              <summary>{say({ zh: "找数字或名称", en: "Find a figure or a name" })}</summary>
              <Seek marks={marks} choose={choose} />
            </details>
          )}
          <div aria-live="polite">
            {chosen ? (
              <About mark={chosen} choose={choose} walked={walked} />
            ) : walked ? null : (
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
    </>
  );
}

/**
 * What is on the screen already glides to its middle. What is far away is jumped to: the text between is laid out only
 * as it comes near, so that its place is known when the screen has settled there.
 */
function bringIntoView(element: Element): (() => void) | undefined {
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) {
    element.scrollIntoView({ block: "center" });
    return undefined;
  }
  let frame = 0;
  const settle = (times: number): void => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    if (times > 1) frame = requestAnimationFrame(() => settle(times - 1));
  };
  settle(SETTLING);
  return () => cancelAnimationFrame(frame);
}

/** Frames in which what has come near is laid out. */
const SETTLING = 4;

function blockAt(pane: HTMLElement | null, at: number): Element | undefined {
  const blocks = [...(pane?.querySelectorAll("[data-block]") ?? [])];
  return blocks.findLast((block) => Number(block.getAttribute("data-block")) <= at);
}
