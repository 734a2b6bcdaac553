import { useEffect } from "react";
import { Link, useSearchParams } from "wouter";
import { SEVERITIES, type Finding } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { PlaceLink } from "./place-link.tsx";

const ORDER = ["error", "warning", "info", "rounding"] as const;
const SHOWN = ["error", "warning", "info"];

/** Findings by severity: the sentence with its calculation, what to blame, where it stands, by what rule. */
export function Findings() {
  const { say } = useLanguage();
  const { report } = useReport();
  const [search, setSearch] = useSearchParams();
  useEffect(() => {
    const named = location.hash.slice(1);
    if (named !== "") document.getElementById(named)?.scrollIntoView({ block: "center" });
  }, []);
  const shown = new Set(search.get("show")?.split(",") ?? SHOWN);
  const relation = search.get("relation") ?? "";
  const set = (name: string, value: string | undefined): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  if (report.findings.length === 0) {
    return (
      <p className="state">
        {say({ zh: "没有发现数字彼此不符的地方。", en: "No figures were found to contradict each other." })}{" "}
        {say(report.ledger.headline)}
      </p>
    );
  }
  const titles = new Map(report.findings.map((finding) => [finding.relation, finding]));
  const ofRelation = report.findings.filter((finding) => relation === "" || finding.relation === relation);
  return (
    <>
      <fieldset className="filters">
        <legend>{say({ zh: "显示", en: "Show" })}</legend>
        {ORDER.map((severity) => {
          const count = ofRelation.filter((finding) => finding.severity === severity).length;
          if (count === 0) return null;
          return (
            <label key={severity}>
              <input
                type="checkbox"
                checked={shown.has(severity)}
                onChange={() => {
                  const next = new Set(shown);
                  if (!next.delete(severity)) next.add(severity);
                  set("show", ORDER.filter((one) => next.has(one)).join(","));
                }}
              />
              {say(SEVERITIES[severity])}（{count}）
            </label>
          );
        })}
        {titles.size > 1 ? (
          <label>
            {say({ zh: "规则", en: "Relation" })}{" "}
            <select value={relation} onChange={(event) => set("relation", event.target.value || undefined)}>
              <option value="">{say({ zh: "全部", en: "All" })}</option>
              {[...titles].map(([id, { title, titleEn }]) => (
                <option key={id} value={id}>
                  {say({ zh: title, en: titleEn })}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <button type="button" className="quiet" onClick={() => print()}>
          {say({ zh: "打印核对报告", en: "Print the report" })}
        </button>
      </fieldset>
      {ORDER.filter((severity) => shown.has(severity)).map((severity) => {
        const findings = ofRelation.filter((finding) => finding.severity === severity);
        if (findings.length === 0) return null;
        return (
          <section key={severity} aria-labelledby={`of-${severity}`}>
            <h2 id={`of-${severity}`}>
              <span className={`mark ${severity}`}>{say(SEVERITIES[severity])}</span> {findings.length}
            </h2>
            <ol className="findings">
              {findings.map((finding) => (
                <One key={finding.fingerprint} finding={finding} />
              ))}
            </ol>
          </section>
        );
      })}
      <Coverage />
    </>
  );
}

function One({ finding }: { readonly finding: Finding }) {
  const { say } = useLanguage();
  const { hrefOf } = useReport();
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
              <PlaceLink place={culprit.source}>
                {culprit.text === "" ? say({ zh: "（空）", en: "(empty)" }) : culprit.text}
              </PlaceLink>
              {culprit.expected === undefined || culprit.expected === culprit.text ? null : (
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
            <li key={`${source.start}-${source.end}-${source.text}`}>
              <PlaceLink place={source} />
              {source.text === "" ? null : <q>{source.text.slice(0, 60)}</q>}
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
        <p>
          <Link href={`${hrefOf("findings")}#${finding.fingerprint}`} className="quiet-words">
            {say({ zh: "这一条的地址", en: "Address of this finding" })}
          </Link>
        </p>
      </details>
    </li>
  );
}

/** What was checked and held, what does not apply, what could not be checked: silence is not a pass. */
function Coverage() {
  const { say } = useLanguage();
  const { report } = useReport();
  const { relations } = report.ledger;
  return (
    <details className="coverage">
      <summary>{say({ zh: "核对了什么", en: "What was checked" })}</summary>
      <p>{say(report.ledger.headline)}</p>
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">{say({ zh: "规则", en: "Relation" })}</th>
            <th scope="col" className="number">
              {say({ zh: "成立", en: "Holds" })}
            </th>
            <th scope="col" className="number">
              {say({ zh: "舍入可解释", en: "By rounding" })}
            </th>
            <th scope="col" className="number">
              {say({ zh: "不成立", en: "Fails" })}
            </th>
            <th scope="col" className="number">
              {say({ zh: "缺数", en: "Unchecked" })}
            </th>
          </tr>
        </thead>
        <tbody>
          {relations.map(({ relation, title, titleEn, holds, rounding, violated, notApplicable, notCheckable }) => (
            <tr key={relation}>
              <th scope="row">
                <Link href={`/relations/${relation}`}>{say({ zh: title, en: titleEn })}</Link>
                {notApplicable ? <div className="quiet-words">{say(notApplicable)}</div> : null}
              </th>
              <td className="number">{holds}</td>
              <td className="number">{rounding}</td>
              <td className="number">{violated}</td>
              <td className="number">{notCheckable.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
