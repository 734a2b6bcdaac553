import { Suspense, use, useMemo, useState, useSyncExternalStore } from "react";
import { Link, useSearchParams } from "wouter";
import { grouped, intervalOf, tenThousand } from "../lib/amounts.ts";
import { useJson, usePart, type AccountPage } from "../lib/data.ts";
import { bestOf, lastYearOf, printed, SEVERITIES, unitOf, type Fact } from "../lib/facts.ts";
import { alone, sentenceOf, useLanguage } from "../lib/language.tsx";
import { meaningsOf } from "../lib/meanings.ts";
import { pdfOf } from "../lib/pdf-pages.ts";
import { useReport } from "../lib/report-context.tsx";
import { FigurePeers } from "./figure-peers.tsx";
import { Headings } from "./headings.tsx";
import { Crop, CROP_HEIGHT } from "./page-picture.tsx";
import { PlaceLink } from "./place-link.tsx";
import type { Compared } from "./side-by-side.tsx";

/** All that is known of one quantity: what it is, every place that states it, what it must agree with, other years. */
export default function Figure() {
  const { say } = useLanguage();
  const { report, byKey, nameOf, account, findingsOf } = useReport();
  const [search] = useSearchParams();
  const key = search.get("key") ?? "";
  const facts = byKey.get(key) ?? [];
  const fact = bestOf(facts);
  if (!fact) {
    return (
      <p className="state">
        {say({ zh: "这份文件没有说到这个数字。", en: "The document does not state this quantity." })}
      </p>
    );
  }
  const isDisputed = facts.some((one) => findingsOf(one).some(({ severity }) => severity === "error"));
  const fund = fact.dimensions["fund"];
  const before = lastYearOf(fact, byKey);
  const unit = say(unitOf(fact));
  const [low, high] = intervalOf(fact.value, fact.decimals);
  return (
    <div className="figure-page">
      <h2>{say(alone(nameOf(key)))}</h2>
      <p className="big">
        <span className={isDisputed ? "amount disputed" : "amount held"}>{printed(fact)}</span> {unit}
      </p>
      {meaningsOf(fact.concept, key, typeof fund === "string" ? fund : undefined).map((words) => (
        <p key={words.zh}>{say(words)}</p>
      ))}
      {fact.unit === "count" ? null : (
        <p className="quiet-words">
          {say({
            zh: `印到小数点后 ${fact.decimals} 位，实际在 ${grouped(low)} 与 ${grouped(high)} ${unit}之间。`,
            en: `Printed with ${fact.decimals} decimals, it lies between ${grouped(low)} and ${grouped(high)} ${unit}.`,
          })}
        </p>
      )}
      {before ? (
        <p>
          {say({ zh: "上年：", en: "Last year: " })}
          {grouped(before.value)} {unit}
          {before.stated ? "" : say({ zh: "（由印出的增减额推算）", en: " (from the printed change)" })}
        </p>
      ) : null}
      <Places facts={facts} />
      <Agreements facts={facts} />
      <Cite fact={fact} />
      {/* What is asked for afterwards comes below the rest: nothing moves. */}
      {account !== undefined && report.department !== null ? (
        <OtherYears department={report.department} keyText={key} own={account} />
      ) : null}
      {account === undefined ? null : <FigurePeers account={account} keyText={key} />}
    </div>
  );
}

function Places({ facts }: { readonly facts: readonly Fact[] }) {
  const { say } = useLanguage();
  const { pdf } = useReport();
  return (
    <section aria-labelledby="places">
      <h3 id="places">{say({ zh: `写在哪里（${facts.length} 处）`, en: `Where it stands (${facts.length})` })}</h3>
      <ul className="places">
        {facts.map((fact) => (
          <li key={fact.id}>
            <PlaceLink place={fact.source} />
            {say({ zh: "：", en: ": " })}
            <strong>{printed(fact)}</strong> {say(unitOf(fact))}
            {fact.source.context === undefined ? null : <q>{fact.source.context}</q>}
            {pdf && fact.source.box ? (
              <Suspense fallback={<div className="crop" style={{ height: CROP_HEIGHT }} />}>
                <PrintedHere pdf={pdf} fact={fact} />
              </Suspense>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The place as the page prints it. */
function PrintedHere({ pdf, fact }: { readonly pdf: string | Blob; readonly fact: Fact }) {
  const { say } = useLanguage();
  const { source } = useReport();
  const document = usePart(source);
  const file = use(pdfOf(pdf));
  const page = document.state === "ready" ? document.value.pages[(fact.source.page ?? 0) - 1] : undefined;
  if (!file || page?.width === undefined || page.height === undefined) return null;
  const { number, width, height } = page;
  return (
    <Crop
      file={file}
      place={fact.source}
      page={{ number, width, height }}
      label={say({ zh: `第${number}页，${fact.source.text}`, en: `Page ${number}, ${fact.source.text}` })}
    />
  );
}

/** The relations that tie it, and what they found. */
function Agreements({ facts }: { readonly facts: readonly Fact[] }) {
  const { say } = useLanguage();
  const { report, findingsOf, hrefOf } = useReport();
  const [titles, findings] = useMemo(() => {
    const ids = new Set(facts.flatMap(({ id }) => report.ledger.ties[String(id)] ?? []));
    return [
      report.ledger.relations.filter(({ relation }) => ids.has(relation)),
      [...new Set(facts.flatMap((fact) => findingsOf(fact)))],
    ];
  }, [facts, report, findingsOf]);
  return (
    <section aria-labelledby="agreements">
      <h3 id="agreements">{say({ zh: "与什么相互核对", en: "What it is checked against" })}</h3>
      {titles.length === 0 ? (
        <p>{say({ zh: "没有可以核对它的关系。", en: "No relation ties it to another figure." })}</p>
      ) : (
        <ul className="inline">
          {titles.map(({ relation, title, titleEn }) => (
            <li key={relation}>
              <Link href={`/relations/${relation}`}>{say({ zh: title, en: titleEn })}</Link>
            </li>
          ))}
        </ul>
      )}
      {titles.length > 0 && findings.length === 0 ? (
        <p>{say({ zh: "没有发现不符。", en: "Nothing contradicts it." })}</p>
      ) : null}
      {findings.map((finding) => (
        <p key={finding.fingerprint} className={`note ${finding.severity}`}>
          <span className={`mark ${finding.severity}`}>{say(SEVERITIES[finding.severity])}</span>{" "}
          {say(sentenceOf(finding))}{" "}
          <Link href={`${hrefOf("findings")}#${finding.fingerprint}`}>{say({ zh: "详情", en: "More" })}</Link>
        </p>
      ))}
    </section>
  );
}

/** The same quantity in the department's other years, where the store has them. */
function OtherYears({
  department,
  keyText,
  own,
}: {
  readonly department: string;
  readonly keyText: string;
  readonly own: string;
}) {
  const { say } = useLanguage();
  const list = useJson<AccountPage>(`/v1/accounts?department=${encodeURIComponent(department)}`);
  const accounts =
    list.state === "ready"
      ? list.value.accounts
          .filter((account) => account.department === department)
          .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
          .slice(-20)
      : [];
  const ids = accounts.map(({ id }) => id).join(",");
  const compared = useJson<Compared>(
    accounts.length < 2 ? undefined : `/v1/compare?ids=${encodeURIComponent(ids)}&keys=${encodeURIComponent(keyText)}`,
  );
  if (compared.state !== "ready") return null;
  const row = compared.value.rows.find(({ key }) => key === keyText);
  if (!row) return null;
  const points = accounts.flatMap((account) => {
    const fen = row.fen[compared.value.ids.indexOf(account.id)];
    return fen === null || fen === undefined ? [] : [{ account, fen }];
  });
  if (points.length < 2) return null;
  const most = Math.max(...points.map(({ fen }) => fen), 1);
  return (
    <section aria-labelledby="years">
      <h3 id="years">{say({ zh: "各年（万元）", en: "Over the years (×10,000 yuan)" })}</h3>
      <table className="parts">
        <Headings row={{ zh: "年度", en: "Year" }} numbers={[{ zh: "金额", en: "Amount" }]} hasBars />
        <tbody>
          {points.map(({ account, fen }) => (
            <tr key={account.id} className={account.id === own ? "whole" : undefined}>
              <th scope="row">
                <Link href={`/accounts/${encodeURIComponent(account.id)}/figure?key=${encodeURIComponent(keyText)}`}>
                  {account.fiscalYear}
                </Link>
              </th>
              <td className="number">{tenThousand(fen)}</td>
              <td className="bar">
                <svg width="100%" height="14" aria-hidden="true">
                  <rect width={`${(100 * Math.max(0, fen)) / most}%`} height="14" rx="2" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Link href={`/compare?ids=${encodeURIComponent(ids)}`}>
          {say({ zh: "并列各年的全部总数", en: "All totals of these years side by side" })}
        </Link>
      </p>
    </section>
  );
}

/** The address of a page changes with what it shows alone, which is made anew then. */
const unchanging = (): (() => void) => () => {};

function Cite({ fact }: { readonly fact: Fact }) {
  const { say } = useLanguage();
  const { report, nameOf, placed } = useReport();
  const [copied, setCopied] = useState(false);
  // A server behind others does not know by what name it was asked.
  const here = useSyncExternalStore(
    unchanging,
    () => location.href,
    () => "",
  );
  const year = report.fiscalYear;
  const [who, where, what, unit] = [
    report.department ?? report.file,
    placed(fact.source),
    nameOf(fact.key),
    unitOf(fact),
  ];
  const text = say({
    zh: `${who}${year === null ? "" : `${year}年度`}部门决算，${where.zh.trim()}：${what.zh}${printed(fact)}${unit.zh}。${here}`,
    en: `${who}, final accounts${year === null ? "" : ` ${year}`}, ${where.en}: ${what.en} ${printed(fact)} ${unit.en}. ${here}`,
  });
  return (
    <section aria-labelledby="cite">
      <h3 id="cite">{say({ zh: "引用", en: "Cite" })}</h3>
      <p className="cite">{text}</p>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => {},
          );
        }}
      >
        {copied ? say({ zh: "已复制", en: "Copied" }) : say({ zh: "复制", en: "Copy" })}
      </button>
    </section>
  );
}
