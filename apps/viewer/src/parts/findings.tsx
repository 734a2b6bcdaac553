import { useState } from "react";
import { Link } from "wouter";
import type { DocumentReport } from "../lib/data.ts";
import { SEVERITIES, type Finding } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { PlaceLink } from "./place-link.tsx";

const ORDER = ["error", "warning", "info", "rounding"] as const;

/** Findings by severity: the sentence with its calculation, what to blame, where it stands, by what rule. */
export function Findings({ report, documentHref }: { readonly report: DocumentReport; readonly documentHref: string }) {
  const { say } = useLanguage();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(["rounding"]));
  if (report.findings.length === 0) {
    return (
      <p className="state">
        {say({ zh: "没有发现数字彼此不符的地方。", en: "No figures were found to contradict each other." })}{" "}
        {say(report.ledger.headline)}
      </p>
    );
  }
  return (
    <>
      <fieldset className="filters">
        <legend>{say({ zh: "显示", en: "Show" })}</legend>
        {ORDER.map((severity) => {
          const count = report.findings.filter((finding) => finding.severity === severity).length;
          if (count === 0) return null;
          return (
            <label key={severity}>
              <input
                type="checkbox"
                checked={!hidden.has(severity)}
                onChange={() =>
                  setHidden((before) => {
                    const next = new Set(before);
                    if (!next.delete(severity)) next.add(severity);
                    return next;
                  })
                }
              />
              {say(SEVERITIES[severity])}（{count}）
            </label>
          );
        })}
        <button type="button" className="quiet" onClick={() => print()}>
          {say({ zh: "打印", en: "Print" })}
        </button>
      </fieldset>
      {ORDER.filter((severity) => !hidden.has(severity)).map((severity) => {
        const findings = report.findings.filter((finding) => finding.severity === severity);
        if (findings.length === 0) return null;
        return (
          <section key={severity} aria-labelledby={`of-${severity}`}>
            <h2 id={`of-${severity}`}>
              <span className={`mark ${severity}`}>{say(SEVERITIES[severity])}</span> {findings.length}
            </h2>
            <ol className="findings">
              {findings.map((finding) => (
                <One key={finding.fingerprint} finding={finding} documentHref={documentHref} />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

function One({ finding, documentHref }: { readonly finding: Finding; readonly documentHref: string }) {
  const { say } = useLanguage();
  const culprits = finding.culprits.filter(({ expected, text }) => expected !== undefined || text !== "");
  return (
    <li id={finding.fingerprint} className={finding.severity}>
      <h3>
        <Link href={`/relations/${finding.relation}`}>{say({ zh: finding.title, en: finding.titleEn })}</Link>
      </h3>
      <p className="message">{say({ zh: finding.message, en: finding.messageEn })}</p>
      {culprits.length > 0 ? (
        <ul className="culprits">
          {culprits.map((culprit) => (
            <li key={`${culprit.source.start}-${culprit.text}`}>
              <PlaceLink place={culprit.source} href={documentHref}>
                {culprit.text === "" ? say({ zh: "（空）", en: "(empty)" }) : culprit.text}
              </PlaceLink>
              {culprit.expected === undefined ? null : (
                <>
                  {" → "}
                  <strong>{culprit.expected}</strong>
                </>
              )}
              {culprit.slip ? <span className="slip">{say(culprit.slip)}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <details>
        <summary>{say({ zh: "位置与依据", en: "Places and basis" })}</summary>
        <ul>
          {finding.sources.map((source) => (
            <li key={`${source.start}-${source.end}`}>
              <PlaceLink place={source} href={documentHref} />
            </li>
          ))}
        </ul>
        <p>{say(finding.basis)}</p>
        {finding.suggestion === null ? null : (
          <p>{say({ zh: finding.suggestion, en: finding.suggestionEn ?? finding.suggestion })}</p>
        )}
        {finding.symptoms.length > 0 ? (
          <>
            <p>{say({ zh: "同一原因还使下列关系不成立：", en: "The same cause breaks these relations too:" })}</p>
            <ul>
              {finding.symptoms.map((symptom) => (
                <li key={symptom.message}>{say({ zh: symptom.message, en: symptom.messageEn })}</li>
              ))}
            </ul>
          </>
        ) : null}
      </details>
    </li>
  );
}
