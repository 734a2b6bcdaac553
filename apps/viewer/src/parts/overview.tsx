import { lazy, Suspense, useMemo } from "react";
import { grouped } from "../lib/amounts.ts";
import { flowHeight, flowOf, type Flow } from "../lib/flow.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { structureOf } from "../lib/structure.ts";
import { unitOf } from "../lib/facts.ts";
import { Breakdown } from "./breakdown.tsx";
import { FactGroups } from "./fact-groups.tsx";
import { InBrief } from "./in-brief.tsx";
import { Revisions } from "./revisions.tsx";
import { Totals } from "./totals.tsx";

const FlowChart = lazy(() => import("./flow-chart.tsx"));

/** One department's year on one page. */
export function Overview() {
  const { say } = useLanguage();
  const { report, byKey, account } = useReport();
  const [functional, economic, flow] = useMemo(() => {
    const structure = structureOf(byKey, "functional");
    return [structure, structureOf(byKey, "economic"), flowOf(byKey, structure)];
  }, [byKey]);
  return (
    <>
      <InBrief structure={functional} />
      <Totals />
      {functional ? (
        <Breakdown
          id="structure"
          title={{ zh: "钱花在哪里（按功能分类）", en: "What it was spent on (by function)" }}
          structure={functional}
        />
      ) : null}
      {flow ? <Flowing flow={flow} /> : null}
      {economic ? (
        <Breakdown
          id="objects"
          title={{ zh: "花成了什么（按经济分类）", en: "What it was spent as (by economic object)" }}
          structure={economic}
        />
      ) : null}
      <FactGroups />
      {account === undefined ? null : <Revisions account={account} />}
      <section aria-labelledby="reading">
        <h2 id="reading">{say({ zh: "读了多少", en: "What was read" })}</h2>
        <p>
          {say({
            zh: `文件印有 ${report.figures.printed} 个数字：读懂 ${report.figures.bound} 个，没有读懂 ${report.figures.unbound} 个。`,
            en: `${report.figures.printed} figures are printed: ${report.figures.bound} understood, ${report.figures.unbound} not.`,
          })}
        </p>
        {report.reading.oddities.length > 0 ? (
          <ul>
            {report.reading.oddities.map(({ message, messageEn, page }) => (
              <li key={`${message}-${page ?? ""}`}>{say({ zh: message, en: messageEn })}</li>
            ))}
          </ul>
        ) : null}
      </section>
    </>
  );
}

function Flowing({ flow }: { readonly flow: Flow }) {
  const { say } = useLanguage();
  const { report } = useReport();
  return (
    <section aria-labelledby="flow">
      <h2 id="flow">{say({ zh: "钱从哪里来，到哪里去", en: "Where the money came from and went" })}</h2>
      <p className="quiet-words">
        {report.fiscalYear === null ? "" : say({ zh: `${report.fiscalYear} 年度；`, en: `${report.fiscalYear}; ` })}
        {say({
          zh: `总计 ${grouped(flow.nodes[0]!.value)} ${unitOf({ unit: flow.unit }).zh}；带宽表示金额。`,
          en: `${grouped(flow.nodes[0]!.value)} ${unitOf({ unit: flow.unit }).en} in all; the width of a stream is its amount.`,
        })}
      </p>
      <Suspense fallback={<div style={{ height: flowHeight(flow, innerWidth < 640) + 66 }} />}>
        <FlowChart flow={flow} />
      </Suspense>
    </section>
  );
}
