import { useMemo } from "react";
import { grouped } from "../lib/amounts.ts";
import { bestOf, printed, unitOf } from "../lib/facts.ts";
import { flowHeight, flowOf, type Flow } from "../lib/flow.ts";
import { useLanguage } from "../lib/language.tsx";
import { later } from "../lib/later.tsx";
import { partsOf } from "../lib/parts-of-whole.ts";
import { useReport } from "../lib/report-context.tsx";
import { structureOf } from "../lib/structure.ts";
import { Breakdown } from "./breakdown.tsx";
import { FactGroups } from "./fact-groups.tsx";
import { InBrief } from "./in-brief.tsx";
import { InTurn } from "./in-turn.tsx";
import { Near } from "./near.tsx";
import { AmongPeers } from "./peers.tsx";
import { Revisions } from "./revisions.tsx";
import { Shares } from "./shares.tsx";
import { Term } from "./term.tsx";
import { Totals } from "./totals.tsx";

const FlowChart = later(() => import("./flow-chart.tsx"));

/** One department's year on one page. */
export function Overview() {
  const { byKey, account } = useReport();
  const [functional, economic, flow] = useMemo(() => {
    const structure = structureOf(byKey, "functional");
    return [structure, structureOf(byKey, "economic"), flowOf(byKey, structure)];
  }, [byKey]);
  return (
    <>
      <InBrief structure={functional} />
      <InTurn>
        <Totals />
        {functional ? (
          <Breakdown
            id="structure"
            title={{ zh: "钱花在哪里（按功能分类）", en: "What it was spent on (by function)" }}
            structure={functional}
          />
        ) : null}
        {flow ? <Flowing flow={flow} /> : null}
        <Basic />
        {economic ? (
          <Breakdown
            id="objects"
            title={{ zh: "花成了什么（按经济分类）", en: "What it was spent as (by economic object)" }}
            structure={economic}
          />
        ) : null}
        <FactGroups />
        {account === undefined ? null : <AmongPeers account={account} />}
        {account === undefined ? null : <Revisions account={account} />}
        <Reading />
      </InTurn>
    </>
  );
}

/** How much of what is printed was understood. */
function Reading() {
  const { say } = useLanguage();
  const { report } = useReport();
  return (
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
  );
}

const KINDS = [
  ["basic", "project", "superior-payment", "operating", "subordinate-subsidy"].map(
    (nature) => `expenditure{nature=${nature}}`,
  ),
  ["personnel", "public"].map((group) => `expenditure{fund=general,nature=basic,group=${group}}`),
] as const;

/** What kept the department running and what went to tasks; pay and daily costs. */
function Basic() {
  const { say } = useLanguage();
  const { byKey, nameOf } = useReport();
  const wholes = [bestOf(byKey.get("expenditure")), bestOf(byKey.get("expenditure{fund=general,nature=basic}"))];
  const divided = wholes.flatMap((whole, index) => {
    const facts = KINDS[index]!.flatMap((key) => bestOf(byKey.get(key)) ?? []);
    return whole && facts.length > 0 && partsOf(facts, whole, 6) ? [{ whole, facts }] : [];
  });
  if (divided.length === 0) return null;
  return (
    <section aria-labelledby="basic">
      <h2 id="basic">{say({ zh: "养人办事与专项任务", en: "Running the department, and its tasks" })}</h2>
      <div className="plates">
        {divided.map(({ whole, facts }) => (
          <div key={whole.key}>
            <p className="quiet-words">
              <Term of={whole.key} /> {printed(whole)} {say(unitOf(whole))}
            </p>
            <Shares
              whole={whole}
              facts={facts}
              nameOfPart={({ key }) => say(nameOf(key))}
              rest={() => ({ zh: "其余", en: "the rest" })}
            />
          </div>
        ))}
      </div>
    </section>
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
      <Near
        prepare={FlowChart.prepare}
        waiting={[true, false].map((isNarrow) => (
          // As high as the picture will be, its legend and its table's line.
          <svg
            key={String(isNarrow)}
            width="1"
            height={flowHeight(flow, isNarrow) + 66}
            className={isNarrow ? "room narrow" : "room wide"}
            aria-hidden="true"
          />
        ))}
      >
        <FlowChart flow={flow} />
      </Near>
    </section>
  );
}
