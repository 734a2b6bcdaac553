import { Link } from "wouter";
import { SEVERITIES, type Finding } from "../lib/facts.ts";
import { sentenceOf, useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { expectedAt } from "../lib/repair.ts";
import { stopsOf } from "../lib/walk.ts";

interface Props {
  readonly finding: Finding;
  /** The offset that is looked at. */
  readonly at: number | undefined;
  readonly choose: (start: number) => void;
}

/** A finding walked through in the document: its calculation stays in view while one goes from place to place. */
export function Walk({ finding, at, choose }: Props) {
  const { say } = useLanguage();
  const { hrefOf, report, placed } = useReport();
  const stops = stopsOf(finding);
  const here = stops.findIndex(({ start, end }) => at !== undefined && start <= at && at < Math.max(end, start + 1));
  const go = (index: number): void => {
    const stop = stops[index];
    if (stop) choose(stop.start);
  };
  return (
    <section className={`walked-finding ${finding.severity}`} aria-label={say({ zh: "逐处看", en: "Place by place" })}>
      <p className="walk">
        <button
          type="button"
          className="quiet"
          disabled={here <= 0}
          aria-label={say({ zh: "上一处", en: "Previous" })}
          onClick={() => go(here - 1)}
        >
          <span aria-hidden="true">←</span>
        </button>
        <span>
          {say({
            zh: `第 ${here + 1} 处，共 ${stops.length} 处`,
            en: `Place ${here + 1} of ${stops.length}`,
          })}
        </span>
        <button
          type="button"
          className="quiet"
          disabled={here >= stops.length - 1}
          aria-label={say({ zh: "下一处", en: "Next" })}
          onClick={() => go(here + 1)}
        >
          <span aria-hidden="true">→</span>
        </button>
      </p>
      <p>
        <span className={`mark ${finding.severity}`}>{say(SEVERITIES[finding.severity])}</span>{" "}
        <strong>{say({ zh: finding.title, en: finding.titleEn })}</strong>
      </p>
      <p>{say(sentenceOf(finding))}</p>
      <ol>
        {stops.map((stop, index) => {
          const expected = expectedAt(finding, stop, report.facts);
          return (
            <li key={`${stop.start}-${stop.end}`} aria-current={index === here ? "step" : undefined}>
              <button type="button" className="link" onClick={() => go(index)}>
                {stop.text === "" ? "" : `“${stop.text.slice(0, 24)}” `}
                {say(placed(stop))}
              </button>
              {expected === undefined ? null : (
                <strong>
                  {" → "}
                  {say(expected)}
                </strong>
              )}
            </li>
          );
        })}
      </ol>
      <p className="acts">
        <Link href={`${hrefOf("findings")}#${finding.fingerprint}`}>
          {say({ zh: "依据与修改", en: "Basis and repair" })}
        </Link>
        <Link href={hrefOf("document", at === undefined ? {} : { at })}>{say({ zh: "不再逐处看", en: "Stop" })}</Link>
      </p>
    </section>
  );
}
