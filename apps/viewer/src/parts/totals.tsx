import { grouped } from "../lib/amounts.ts";
import { withDimension } from "@juesuan/core/names";
import { bestOf, lastYearOf, measured, printed, unitOf, type Fact } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { FigureLink } from "./place-link.tsx";
import { Term } from "./term.tsx";

const HEADLINES = [
  "total-receipts",
  "revenue",
  "expenditure",
  "expenditure{nature=basic}",
  "expenditure{nature=project}",
  "three-public",
] as const;

/** The totals with last year's and the budget's. */
export function Totals() {
  const { say } = useLanguage();
  const { byKey } = useReport();
  const headlines = HEADLINES.flatMap((key) => bestOf(byKey.get(key)) ?? []);
  return (
    <section aria-labelledby="headline">
      <h2 id="headline">{say({ zh: "总数", en: "Totals" })}</h2>
      {headlines.length === 0 ? <p>{say({ zh: "文件没有说明。", en: "The document does not say." })}</p> : null}
      <dl className="headlines">
        {headlines.map((fact) => (
          <Headline key={fact.key} fact={fact} />
        ))}
      </dl>
    </section>
  );
}

function Headline({ fact }: { readonly fact: Fact }) {
  const { say } = useLanguage();
  const { byKey, findingsOf } = useReport();
  const growth = bestOf(byKey.get(measured(fact.key, "growth")));
  const before = lastYearOf(fact, byKey);
  const budget = ["original-budget", "budget", "adjusted-budget"]
    .map((stage) => bestOf(byKey.get(withDimension(fact.key, "stage", stage))))
    .find((found) => found?.unit === fact.unit);
  const most = Math.max(Number(fact.value), Number(before?.value ?? 0), 1e-9);
  const disputed = findingsOf(fact).some(({ severity }) => severity === "error");
  return (
    <div>
      <dt>
        <Term of={fact.key} />
      </dt>
      <dd>
        <FigureLink fact={fact}>
          <span className={disputed ? "amount disputed" : "amount"}>{printed(fact)}</span> {say(unitOf(fact))}
        </FigureLink>
        {before ? (
          <>
            <svg className="years" width="100%" height="12" aria-hidden="true">
              <rect width={widthOf(fact.value, most)} height="5" />
              <rect className="before" y="7" width={widthOf(before.value, most)} height="5" />
            </svg>
            <span className="change">
              {say({ zh: "上年 ", en: "last year " })}
              {grouped(before.value)}
              {before.stated ? "" : say({ zh: "（由增减额推算）", en: " (from the printed change)" })}
            </span>
          </>
        ) : null}
        {growth?.direction ? (
          <span className="change">
            {growth.direction === "decrease"
              ? say({ zh: `减少 ${printed(growth)}%`, en: `down ${printed(growth)}%` })
              : growth.direction === "increase"
                ? say({ zh: `增加 ${printed(growth)}%`, en: `up ${printed(growth)}%` })
                : say({ zh: "与上年持平", en: "unchanged" })}
          </span>
        ) : null}
        {budget ? (
          <span className="change">{say({ zh: `预算 ${printed(budget)}`, en: `budget ${printed(budget)}` })}</span>
        ) : null}
      </dd>
    </div>
  );
}

function widthOf(value: string, most: number): string {
  return `${Math.round((1000 * Math.max(0, Number(value))) / most) / 10}%`;
}
