import type { Words } from "../lib/language.tsx";
import { withDimension } from "@juesuan/core/names";
import { bestOf, lastYearOf, printed, unitOf, type Fact } from "../lib/facts.ts";
import { grouped } from "../lib/amounts.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { Headings } from "./headings.tsx";
import { PerformanceReports } from "./performance.tsx";
import { FigureLink } from "./place-link.tsx";
import { Term } from "./term.tsx";

const THREE_PUBLIC = ["overseas", "vehicles", "vehicle-purchase", "vehicle-running", "receptions"] as const;

/** What the form asks to be told beside the totals, group by group; a group that the document is silent on is not shown. */
const GROUPS: readonly (Words & {
  readonly id: string;
  readonly concepts: readonly string[];
})[] = [
  {
    id: "vehicles",
    zh: "车辆、团组与接待",
    en: "Vehicles, missions and receptions",
    concepts: [
      "missions",
      "mission-persons",
      "vehicles-bought",
      "vehicle-purchase-amount",
      "vehicles-held",
      "reception-batches",
      "reception-persons",
    ],
  },
  {
    id: "running",
    zh: "机关运行与政府采购",
    en: "Operating costs and procurement",
    concepts: ["operating-costs", "procurement"],
  },
  { id: "assets", zh: "国有资产", en: "State assets", concepts: ["state-vehicles", "large-equipment", "state-assets"] },
  { id: "people", zh: "机构与人员", en: "Units and staff", concepts: ["units", "staff"] },
  {
    id: "performance",
    zh: "绩效",
    en: "Performance",
    concepts: ["performance-score", "performance-projects", "performance-amount", "performance-issues"],
  },
];

export function FactGroups() {
  const { byKey } = useReport();
  const byConcept = new Map<string, Fact[]>();
  for (const facts of byKey.values()) {
    const fact = bestOf(facts);
    if (!fact || !isAmount(fact)) continue;
    byConcept.set(fact.concept, [...(byConcept.get(fact.concept) ?? []), fact]);
  }
  return (
    <>
      <ThreePublic />
      {GROUPS.map((group) => (
        <Group key={group.id} group={group} facts={group.concepts.flatMap((concept) => byConcept.get(concept) ?? [])} />
      ))}
      <PerformanceReports />
    </>
  );
}

/** Not a change, a share or a budget of something that is shown itself. */
function isAmount({ dimensions }: Fact): boolean {
  const { measure, stage, period } = dimensions;
  return (
    (measure === undefined || measure === "rate") &&
    stage === undefined &&
    period === undefined &&
    // Of a performance report alone: told there.
    dimensions["label"] === undefined
  );
}

function Group({ group, facts }: { readonly group: (typeof GROUPS)[number]; readonly facts: readonly Fact[] }) {
  const { say } = useLanguage();
  // Of the kinds of a total, those that are nothing are left to the document.
  const shown = facts.filter(({ value, dimensions }) => Number(value) !== 0 || dimensions["item"] === undefined);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={group.id}>
      <h2 id={group.id}>{say(group)}</h2>
      <dl className="facts">
        {shown.map((fact) => (
          <div key={fact.key} className={fact.dimensions["item"] === undefined ? undefined : "sub"}>
            <dt>
              <Term of={fact.key} />
            </dt>
            <dd>
              <FigureLink fact={fact}>
                {printed(fact)} {say(unitOf(fact))}
              </FigureLink>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function ThreePublic() {
  const { say } = useLanguage();
  const { byKey, report } = useReport();
  const rows = ["three-public", ...THREE_PUBLIC.map((item) => `three-public{item=${item}}`)].flatMap(
    (key) => bestOf(byKey.get(key)) ?? [],
  );
  const [first] = rows;
  if (!first) return null;
  const unit = say(unitOf(first));
  const most = Math.max(...rows.map(({ value }) => Number(value)));
  return (
    <section aria-labelledby="three-public">
      <h2 id="three-public">{say({ zh: "“三公”经费", en: "“Three public” expenses" })}</h2>
      <p className="quiet-words">
        {report.fiscalYear === null ? "" : say({ zh: `${report.fiscalYear} 年度；`, en: `${report.fiscalYear}; ` })}
        {say({ zh: `单位：${unit}；条长表示决算数。`, en: `Unit: ${unit}; bars show final amounts.` })}
      </p>
      <table className="parts">
        <Headings
          row={{ zh: "项目", en: "Item" }}
          numbers={[
            { zh: "决算", en: "Final" },
            { zh: "预算", en: "Budget" },
            { zh: "上年", en: "Last year" },
          ]}
          hasBars
        />
        <tbody>
          {rows.map((fact, index) => {
            const budget = ["budget", "original-budget", "adjusted-budget"]
              .map((stage) => bestOf(byKey.get(withDimension(fact.key, "stage", stage))))
              .find((found) => found !== undefined);
            const before = lastYearOf(fact, byKey);
            return (
              <tr key={fact.key} className={index === 0 ? "whole" : "depth-1"}>
                <th scope="row">
                  <Term of={fact.key} />
                </th>
                <td className="number">
                  <FigureLink fact={fact}>{printed(fact)}</FigureLink>
                </td>
                <td className="number">{budget ? <FigureLink fact={budget}>{printed(budget)}</FigureLink> : ""}</td>
                <td className="number">{before ? grouped(before.value) : ""}</td>
                <td className="bar">
                  <svg width="100%" height="14" aria-hidden="true">
                    <rect width={most === 0 ? 0 : `${(100 * Number(fact.value)) / most}%`} height="14" rx="2" />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Receptions />
    </section>
  );
}

/** The receptions that the text lists one by one, as it says them. */
function Receptions() {
  const { say } = useLanguage();
  const { report } = useReport();
  const entries = report.facts.filter(({ dimensions }) => dimensions["item"] === "reception-entry");
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>
        {say({
          zh: `逐项列出的公务接待（${entries.length} 项）`,
          en: `Receptions listed one by one (${entries.length})`,
        })}
      </summary>
      <ol>
        {entries.map((fact) => (
          <li key={fact.id}>
            <Entry fact={fact} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Its own words, the amount in them leading to its page; after them where the words do not hold it. */
function Entry({ fact }: { readonly fact: Fact }) {
  const { say } = useLanguage();
  const { context = "", text } = fact.source;
  const at = context.lastIndexOf(text);
  const amount = at < 0 ? `${printed(fact)} ${say(unitOf(fact))}` : text;
  return (
    <>
      {at < 0 ? `${context} ` : context.slice(0, at)}
      <FigureLink fact={fact}>
        <strong>{amount}</strong>
      </FigureLink>
      {at < 0 ? "" : context.slice(at + text.length)}
    </>
  );
}
