import { Link } from "wouter";
import { useJson, type DocumentReport } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import type { View } from "../lib/report-context.tsx";
import { ReportView, VIEWS } from "../parts/report-view.tsx";
import { Failed, Waiting } from "../parts/states.tsx";

/** One department's year. */
export default function Account({ id, view }: { readonly id: string; readonly view: string }) {
  const { say } = useLanguage();
  const base = `/accounts/${encodeURIComponent(id)}`;
  const report = useJson<DocumentReport>(`/v1${base}/report`);
  if (report.state === "loading") return <Waiting />;
  if (report.state === "failed") return <Failed reason={report.reason} />;
  return (
    <>
      <p className="crumbs">
        <Link href="/">{say({ zh: "全部决算", en: "All accounts" })}</Link>{" "}
        <Link href={`/compare?ids=${encodeURIComponent(id)}`}>{say({ zh: "与别的决算并列", en: "Compare" })}</Link>
      </p>
      <ReportView
        report={report.value}
        source={`/v1${base}/document`}
        tables={`/v1${base}/tables`}
        account={id}
        {...(report.value.format === "pdf" ? { pdf: `/v1${base}/source` } : {})}
        view={(VIEWS.has(view) ? view : "overview") as View}
        hrefOf={(target, details) => {
          const query = new URLSearchParams(
            Object.entries(details ?? {}).map(([name, value]) => [name, String(value)]),
          ).toString();
          return `${base}${target === "overview" ? "" : `/${target}`}${query === "" ? "" : `?${query}`}`;
        }}
      />
    </>
  );
}
