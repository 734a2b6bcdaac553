import { Link } from "wouter";
import { useMemo } from "react";
import type { DocumentReport, SourceDocument } from "../lib/data.ts";
import { factsByKey } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { Findings } from "./findings.tsx";
import { Overview } from "./overview.tsx";
import { SourceText } from "./source-text.tsx";

export type View = "overview" | "findings" | "document" | "tables";

interface Props {
  readonly report: DocumentReport;
  readonly source: SourceDocument;
  readonly view: View;
  readonly hrefOf: (view: View) => string;
}

/** A report and its source, in four views with addresses of their own. */
export function ReportView({ report, source, view, hrefOf }: Props) {
  const { say } = useLanguage();
  const byKey = useMemo(() => factsByKey(report.facts), [report]);
  const errors = report.findings.filter(({ severity }) => severity === "error").length;
  const warnings = report.findings.filter(({ severity }) => severity === "warning").length;
  const title = report.department ?? report.file;
  const views: readonly { readonly id: View; readonly zh: string; readonly en: string }[] = [
    { id: "overview", zh: "概览", en: "Overview" },
    { id: "findings", zh: `核对结果（${errors + warnings}）`, en: `Findings (${errors + warnings})` },
    { id: "document", zh: "原文", en: "Document" },
    { id: "tables", zh: "报表", en: "Tables" },
  ];
  return (
    <article>
      <title>{`${title}${report.fiscalYear === null ? "" : ` ${report.fiscalYear}`} · 决算`}</title>
      <h1>
        {title}{" "}
        {report.fiscalYear === null ? null : (
          <span className="year">
            {say({ zh: `${report.fiscalYear} 年度部门决算`, en: `Final accounts ${report.fiscalYear}` })}
          </span>
        )}
      </h1>
      {report.refusal ? <p className="refusal">{say(report.refusal)}</p> : null}
      <p className="verdict">
        <span className={errors > 0 ? "mark error" : "mark fine"}>
          {say({ zh: `错误 ${errors}`, en: `${errors} errors` })}
        </span>{" "}
        <span className={warnings > 0 ? "mark warning" : "mark fine"}>
          {say({ zh: `提示 ${warnings}`, en: `${warnings} warnings` })}
        </span>{" "}
        <span>{say(report.ledger.headline)}</span>
      </p>
      <nav className="tabs" aria-label={say({ zh: "视图", en: "Views" })}>
        {views.map(({ id, ...words }) => (
          <Link key={id} href={hrefOf(id)} aria-current={view === id ? "page" : undefined}>
            {say(words)}
          </Link>
        ))}
      </nav>
      {view === "overview" ? <Overview report={report} byKey={byKey} documentHref={hrefOf("document")} /> : null}
      {view === "findings" ? <Findings report={report} documentHref={hrefOf("document")} /> : null}
      {view === "document" ? <SourceText report={report} source={source} byKey={byKey} only="all" /> : null}
      {view === "tables" ? <SourceText report={report} source={source} byKey={byKey} only="tables" /> : null}
    </article>
  );
}
