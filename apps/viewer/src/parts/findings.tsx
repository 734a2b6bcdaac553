import { useEffect, useState } from "react";
import { Link, useSearchParams } from "wouter";
import { SEVERITIES, type Finding, type Place } from "../lib/facts.ts";
import { sentenceOf, useLanguage, type Words } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { repairOf } from "../lib/repair.ts";
import { Select, Tick } from "./fields.tsx";
import { Headings } from "./headings.tsx";
import { PlaceLink } from "./place-link.tsx";

const ORDER = ["error", "warning", "info", "rounding"] as const;
const SHOWN = ["error", "warning", "info"];
/** As many as may stand on the first screen and half of the next: laid out at once, so that nothing in view moves. */
const LAID_OUT_AT_ONCE = 8;

type Grouping = "severity" | "place" | "relation";

const GROUPINGS: Readonly<Record<Grouping, Words>> = {
  severity: { zh: "轻重", en: "Severity" },
  place: { zh: "位置", en: "Place" },
  relation: { zh: "规则", en: "Relation" },
};

interface Group {
  readonly id: string;
  readonly title: Words;
  readonly findings: readonly Finding[];
}

/** Worst first; places in the order of the document. */
function groupsOf(findings: readonly Finding[], by: Grouping): readonly Group[] {
  const ranked = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  if (by === "severity") {
    return [...Map.groupBy(ranked, ({ severity }) => severity)].map(([id, own]) => ({
      id,
      title: SEVERITIES[id],
      findings: own,
    }));
  }
  if (by === "relation") {
    return [...Map.groupBy(ranked, (finding) => finding.relation)].map(([id, own]) => ({
      id: id.replaceAll(".", "-"),
      title: { zh: own[0]!.title, en: own[0]!.titleEn },
      findings: own,
    }));
  }
  const placeOf = ({ culprits, sources }: Finding): Place | undefined => culprits[0]?.source ?? sources[0];
  const inOrder = findings.toSorted((a, b) => (placeOf(a)?.start ?? 0) - (placeOf(b)?.start ?? 0));
  const nameOf = (finding: Finding): string => {
    const { table, section, part } = placeOf(finding) ?? {};
    return table === undefined ? (section ?? part ?? "") : `《${table}》`;
  };
  return [...Map.groupBy(inOrder, nameOf)].map(([name, own], index) => ({
    id: `place-${index}`,
    title: name === "" ? { zh: "全文", en: "The whole document" } : { zh: name, en: name },
    findings: own,
  }));
}

/** What a printed report says above its findings. */
function ReportHead() {
  const { say } = useLanguage();
  const { report } = useReport();
  return (
    <div className="report-head">
      <p>
        <strong>{say({ zh: "决算核对报告", en: "Report on final accounts" })}</strong>
      </p>
      <p>
        {say({ zh: "文件：", en: "File: " })}
        {report.file}（sha256 {report.sha256.slice(0, 16)}…）
      </p>
      <p>{say(report.ledger.headline)}</p>
    </div>
  );
}

/** The severities that an address asks for. */
function shownBy(search: URLSearchParams): Set<string> {
  return new Set(search.get("show")?.split(",") ?? SHOWN);
}

/** Findings by severity: the sentence with its calculation, what to blame, where it stands, by what rule. */
export function Findings() {
  const { say } = useLanguage();
  const { report } = useReport();
  const [search, setSearch] = useSearchParams();
  useEffect(() => {
    const named = location.hash.slice(1);
    if (named !== "") document.getElementById(named)?.scrollIntoView({ block: "center" });
  }, []);
  const shown = shownBy(search);
  const relation = search.get("relation") ?? "";
  const asked = search.get("by") ?? "";
  const by: Grouping = asked === "place" || asked === "relation" ? asked : "severity";
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
  // By the address as it is by then: several may have been ticked at once, before the page could answer.
  const show = (severity: string, isShown: boolean): void =>
    setSearch(
      (before) => {
        const wanted = shownBy(before);
        if (isShown) wanted.add(severity);
        else wanted.delete(severity);
        const next = new URLSearchParams(before);
        next.set("show", ORDER.filter((one) => wanted.has(one)).join(","));
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
  const groups = groupsOf(
    ofRelation.filter(({ severity }) => shown.has(severity)),
    by,
  );
  const atOnce = new Set(groups.flatMap(({ findings }) => findings).slice(0, LAID_OUT_AT_ONCE));
  return (
    <>
      <fieldset className="filters">
        <legend>{say({ zh: "显示", en: "Show" })}</legend>
        {ORDER.map((severity) => {
          const count = ofRelation.filter((finding) => finding.severity === severity).length;
          if (count === 0) return null;
          return (
            <label key={severity}>
              <Tick checked={shown.has(severity)} onTick={(isShown) => show(severity, isShown)} />
              {say({ zh: `${SEVERITIES[severity].zh}（${count}）`, en: `${SEVERITIES[severity].en} (${count})` })}
            </label>
          );
        })}
        {titles.size > 1 ? (
          <label>
            {say({ zh: "规则", en: "Relation" })}{" "}
            <Select value={relation} onChoose={(id) => set("relation", id || undefined)}>
              <option value="">{say({ zh: "全部", en: "All" })}</option>
              {[...titles].map(([id, { title, titleEn }]) => (
                <option key={id} value={id}>
                  {say({ zh: title, en: titleEn })}
                </option>
              ))}
            </Select>
          </label>
        ) : null}
        <label>
          {say({ zh: "分组", en: "Group" })}{" "}
          <Select value={by} onChoose={(id) => set("by", id === "severity" ? undefined : id)}>
            {Object.entries(GROUPINGS).map(([id, words]) => (
              <option key={id} value={id}>
                {say(words)}
              </option>
            ))}
          </Select>
        </label>
        <span className="end">
          <button type="button" className="quiet" onClick={() => print()}>
            {say({ zh: "打印核对报告", en: "Print the report" })}
          </button>
        </span>
      </fieldset>
      <ReportHead />
      {groups.map(({ id, title, findings }) => (
        <section key={id} aria-labelledby={`of-${id}`}>
          <h2 id={`of-${id}`}>
            {by === "severity" ? <span className={`mark ${id}`}>{say(title)}</span> : say(title)}{" "}
            <span className="count">{findings.length}</span>
          </h2>
          <ol className="findings">
            {findings.map((finding) => (
              <One
                key={finding.fingerprint}
                finding={finding}
                isMarked={by !== "severity"}
                isLate={!atOnce.has(finding)}
              />
            ))}
          </ol>
        </section>
      ))}
      <Coverage />
    </>
  );
}

function One({
  finding,
  isMarked,
  isLate,
}: {
  readonly finding: Finding;
  readonly isMarked: boolean;
  readonly isLate: boolean;
}) {
  const { say } = useLanguage();
  const { hrefOf } = useReport();
  const culprits = finding.culprits.filter(
    ({ expected, expectedUnit, text }) => expected !== undefined || expectedUnit !== undefined || text !== "",
  );
  const [copied, setCopied] = useState(false);
  const address = `${hrefOf("findings")}#${finding.fingerprint}`;
  return (
    <li id={finding.fingerprint} className={`${isLate ? "late " : ""}${finding.severity}`}>
      <h3>
        {isMarked ? <span className={`mark ${finding.severity}`}>{say(SEVERITIES[finding.severity])}</span> : null}{" "}
        {say({ zh: finding.title, en: finding.titleEn })}
      </h3>
      <p className="message">{say(sentenceOf(finding))}</p>
      {culprits.length > 0 ? (
        <ul className="repair" aria-label={say({ zh: "涉及的数字", en: "The figures concerned" })}>
          {culprits.map((culprit) => (
            <li key={`${culprit.source.start}-${culprit.text}`}>
              <Printed culprit={culprit} finding={finding} />
              {culprit.slip ? <span className="slip">{say(culprit.slip)}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="acts">
        <Link href={hrefOf("document", { finding: finding.fingerprint })}>
          {say({ zh: "在原文中逐处看", en: "Walk through it in the document" })}
        </Link>
        <Link href={`/relations/${finding.relation}`}>{say({ zh: "这条规则", en: "The relation" })}</Link>
        <button
          type="button"
          className="link"
          onClick={() => {
            navigator.clipboard.writeText(new URL(address, location.href).href).then(
              () => setCopied(true),
              () => {},
            );
          }}
        >
          {copied ? say({ zh: "已复制地址", en: "Address copied" }) : say({ zh: "复制地址", en: "Copy its address" })}
        </button>
      </p>
      <details>
        <summary>{say({ zh: "位置与依据", en: "Places and basis" })}</summary>
        <ul>
          {finding.sources.map((source) => (
            <li key={`${source.start}-${source.end}-${source.text}`}>
              <PlaceLink place={source} finding={finding} />
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
                <li key={symptom.message}>{say(sentenceOf(symptom))}</li>
              ))}
            </ul>
          </>
        ) : null}
      </details>
    </li>
  );
}

/** What is printed and what the rest of the document implies: 98.9 → 99.8. */
function Printed({ culprit, finding }: { readonly culprit: Finding["culprits"][number]; readonly finding: Finding }) {
  const { say } = useLanguage();
  const { report } = useReport();
  const { text, source } = culprit;
  const repair = repairOf(culprit, report.facts);
  const words = text === "" ? say({ zh: "（空）", en: "(empty)" }) : repair ? say(repair.printed) : text;
  return (
    <span className={text.length > 16 ? undefined : "from-to"}>
      <PlaceLink place={source} finding={finding}>
        {repair ? <s>{words}</s> : words}
      </PlaceLink>
      {repair ? (
        <>
          {" → "}
          <strong>{say(repair.expected)}</strong>
        </>
      ) : null}
    </span>
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
        <Headings
          row={{ zh: "规则", en: "Relation" }}
          numbers={[
            { zh: "成立", en: "Holds" },
            { zh: "舍入可解释", en: "By rounding" },
            { zh: "不成立", en: "Fails" },
            { zh: "缺数", en: "Unchecked" },
          ]}
        />
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
