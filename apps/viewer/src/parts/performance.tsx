import { bestOf, printed, unitOf, type Fact } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { FigureLink, PlaceLink } from "./place-link.tsx";

const CONCEPTS = new Set(["performance-output", "project-amount", "performance-score", "performance-projects"]);

/** The performance reports that the disclosure carries, each with its score and what it says was done. */
export function PerformanceReports() {
  const { say } = useLanguage();
  const { report, byKey, nameOf } = useReport();
  const reports = Map.groupBy(
    report.facts.filter(({ concept, source }) => CONCEPTS.has(concept) && titleOf(source) !== undefined),
    ({ source }) => titleOf(source)!,
  );
  if (reports.size === 0) return null;
  const nameOfFact = (fact: Fact): string => {
    const label = fact.dimensions["label"];
    return typeof label === "string" ? label : say(nameOf(fact.key));
  };
  return (
    <section aria-labelledby="performance-reports">
      <h2 id="performance-reports">{say({ zh: "绩效评价报告", en: "Performance reports" })}</h2>
      {[...reports].map(([title, facts]) => {
        const score = bestOf(facts.filter(({ concept }) => concept === "performance-score"));
        const shown = facts.filter(
          ({ concept, key }, index) =>
            concept !== "performance-score" && facts.findIndex((other) => other.key === key) === index,
        );
        return (
          <details key={title} className="performance">
            <summary>
              {title}
              {score ? (
                <strong className="nowrap">
                  {" "}
                  {printed(score)} {say(unitOf(score))}
                </strong>
              ) : null}{" "}
              <span className="quiet-words nowrap">
                {say({ zh: `${shown.length} 个数字`, en: `${shown.length} figures` })}
              </span>
            </summary>
            <p className="quiet-words">
              <PlaceLink place={facts[0]!.source}>{say({ zh: "看原文", en: "In the document" })}</PlaceLink>
            </p>
            <dl className="facts">
              {shown.map((fact) => (
                <div key={fact.key}>
                  <dt>{nameOfFact(fact)}</dt>
                  <dd>
                    <FigureLink fact={bestOf(byKey.get(fact.key)) ?? fact}>
                      {printed(fact)} {say(unitOf(fact))}
                    </FigureLink>
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        );
      })}
    </section>
  );
}

/** Reports stand in the annexes; the first heading above a figure there is its report's. */
function titleOf({ section }: Fact["source"]): string | undefined {
  const [first] = section?.split(" / ") ?? [];
  return first !== undefined && first.includes("报告") ? first : undefined;
}
