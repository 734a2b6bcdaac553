import { Suspense, useState } from "react";
import { Link } from "wouter";
import { counted, useLanguage } from "../lib/language.tsx";
import { ReportProvider, type ReportContent, type View } from "../lib/report-context.tsx";
import { Unfolding } from "./fields.tsx";
import { Findings } from "./findings.tsx";
import { Overview } from "./overview.tsx";
import { Waiting } from "./states.tsx";
import { Charts, DocumentView, Downloads, Figure, Tables } from "./views.ts";

export const VIEWS: ReadonlySet<string> = new Set<View>([
  "overview",
  "findings",
  "document",
  "tables",
  "charts",
  "figure",
]);

/** A report and its source, in views with addresses of their own. */
export function ReportView({ view, ...content }: ReportContent & { readonly view: View }) {
  const { say } = useLanguage();
  const { report, hrefOf } = content;
  const errors = report.findings.filter(({ severity }) => severity === "error").length;
  const warnings = report.findings.filter(({ severity }) => severity === "warning").length;
  const title = report.department ?? report.file;
  // What is no final accounts is not checked: to count no errors in it would say too much.
  if (report.refusal) {
    return (
      <article>
        <h1>{title}</h1>
        <p className="refusal">{say(report.refusal)}</p>
      </article>
    );
  }
  const views: readonly { readonly id: View; readonly zh: string; readonly en: string }[] = [
    { id: "overview", zh: "概览", en: "Overview" },
    { id: "findings", zh: `核对结果（${errors + warnings}）`, en: `Findings (${errors + warnings})` },
    { id: "document", zh: "原文", en: "Document" },
    { id: "tables", zh: "报表", en: "Tables" },
    { id: "charts", zh: "附图", en: "Charts" },
  ];
  return (
    <ReportProvider {...content}>
      <article>
        <title>{`${title}${report.fiscalYear === null ? "" : ` ${report.fiscalYear}`} · 决算`}</title>
        <div className="masthead">
          <h1>
            {title}{" "}
            {report.fiscalYear === null ? null : (
              <span className="year">
                {say({ zh: `${report.fiscalYear} 年度部门决算`, en: `Final accounts ${report.fiscalYear}` })}
              </span>
            )}
          </h1>
          <p className="verdict">
            <span className={errors > 0 ? "mark error" : "mark fine"}>
              {say({ zh: `错误 ${errors}`, en: counted(errors, "error") })}
            </span>{" "}
            <span className={warnings > 0 ? "mark warning" : "mark fine"}>
              {say({ zh: `提示 ${warnings}`, en: counted(warnings, "warning") })}
            </span>
          </p>
          <TakeAway />
        </div>
        <nav className="tabs" aria-label={say({ zh: "视图", en: "Views" })}>
          {views.map(({ id, ...words }) => (
            <Link key={id} href={hrefOf(id)} aria-current={view === id ? "page" : undefined}>
              {say(words)}
            </Link>
          ))}
        </nav>
        <Suspense fallback={<Waiting />}>
          {view === "overview" ? <Overview /> : null}
          {view === "findings" ? <Findings /> : null}
          {view === "document" ? <DocumentView only="all" /> : null}
          {view === "tables" ? <Tables /> : null}
          {view === "charts" ? <Charts /> : null}
          {view === "figure" ? <Figure /> : null}
        </Suspense>
      </article>
    </ReportProvider>
  );
}

/** What can be taken away, once somebody asks. */
function TakeAway() {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <Unfolding className="take-away" onOpen={setOpen}>
      <summary>{say({ zh: "下载", en: "Download" })}</summary>
      {isOpen ? (
        <Suspense fallback={<Waiting />}>
          <Downloads />
        </Suspense>
      ) : null}
    </Unfolding>
  );
}
