import { Link } from "wouter";
import { useJson, type DocumentReport, type SourceDocument } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { ReportView, type View } from "../parts/report-view.tsx";
import { Failed, Waiting } from "../parts/states.tsx";

const VIEWS: ReadonlySet<string> = new Set(["overview", "findings", "document", "tables"]);

/** One department's year. */
export default function Account({ id, view }: { readonly id: string; readonly view: string }) {
  const { say } = useLanguage();
  const base = `/accounts/${encodeURIComponent(id)}`;
  const report = useJson<DocumentReport>(`/v1${base}/report`);
  const source = useJson<SourceDocument>(`/v1${base}/document`);
  if (report.state === "loading" || source.state === "loading") return <Waiting />;
  if (report.state === "failed") return <Failed reason={report.reason} />;
  if (source.state === "failed") return <Failed reason={source.reason} />;
  return (
    <>
      <p className="crumbs">
        <Link href="/">{say({ zh: "全部决算", en: "All accounts" })}</Link>
      </p>
      <ReportView
        report={report.value}
        source={source.value}
        view={(VIEWS.has(view) ? view : "overview") as View}
        hrefOf={(target) => (target === "overview" ? base : `${base}/${target}`)}
      />
    </>
  );
}
