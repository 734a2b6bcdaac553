import { useMemo } from "react";
import { Link } from "wouter";
import { grouped, shareOf } from "../lib/amounts.ts";
import { bestOf, lastYearOf, measured, printed, unitOf, withDimension, type Fact } from "../lib/facts.ts";
import { flowOf } from "../lib/flow.ts";
import { useLanguage } from "../lib/language.tsx";
import { MEANINGS } from "../lib/meanings.ts";
import { useReport } from "../lib/report-context.tsx";
import { structureOf, type Structure } from "../lib/structure.ts";
import { FactGroups } from "./fact-groups.tsx";
import { FlowChart } from "./flow-chart.tsx";
import { FigureLink } from "./place-link.tsx";
import { Revisions } from "./revisions.tsx";
import { Breakdown } from "./breakdown.tsx";

const HEADLINES = [
  "total-receipts",
  "revenue",
  "expenditure",
  "expenditure{nature=basic}",
  "expenditure{nature=project}",
  "three-public",
] as const;

/** What a citizen asks first: how much in all, on what, and whether the disclosure agrees with itself. */
export function Overview() {
  const { say } = useLanguage();
  const { report, byKey, account } = useReport();
  const [functional, economic, flow] = useMemo(() => {
    const structure = structureOf(byKey, "functional");
    return [structure, structureOf(byKey, "economic"), flowOf(byKey, structure)];
  }, [byKey]);
  const headlines = HEADLINES.flatMap((key) => bestOf(byKey.get(key)) ?? []);
  return (
    <>
      <InBrief structure={functional} />
      <section aria-labelledby="headline">
        <h2 id="headline">{say({ zh: "总数", en: "Totals" })}</h2>
        {headlines.length === 0 ? <p>{say({ zh: "文件没有说明。", en: "The document does not say." })}</p> : null}
        <dl className="headlines">
          {headlines.map((fact) => (
            <Headline key={fact.key} fact={fact} />
          ))}
        </dl>
      </section>
      {functional ? (
        <Breakdown
          id="structure"
          title={{ zh: "钱花在哪里（按功能分类）", en: "What it was spent on (by function)" }}
          structure={functional}
        />
      ) : null}
      {flow ? <FlowChart flow={flow} /> : null}
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

/** Two sentences: what most was spent on, and what does not agree. */
function InBrief({ structure }: { readonly structure: Structure | undefined }) {
  const { say } = useLanguage();
  const { report, byKey, nameOf, codeName, hrefOf } = useReport();
  const spent = bestOf(byKey.get("expenditure")) ?? bestOf(byKey.get("expenditure{fund=general}"));
  const most = structure?.branches[0];
  const whole = structure && bestOf(byKey.get(structure.whole));
  const share = most && whole?.unit === most.fact.unit ? shareOf(most.fact.value, whole.value) : undefined;
  const errors = report.findings.filter(({ severity }) => severity === "error");
  const name = most && (codeName(most.code) ?? say(nameOf(most.fact.key)));
  return (
    <section className="brief" aria-label={say({ zh: "一句话", en: "In brief" })}>
      {spent ? (
        <p>
          {say({ zh: "这一年支出 ", en: "Spent in the year: " })}
          <strong>
            {printed(spent)} {say(unitOf(spent))}
          </strong>
          {most
            ? say({
                zh: `，最多用于${name}（${printed(most.fact)} ${unitOf(most.fact).zh}${share === undefined ? "" : `，占 ${share}%`}）。`,
                en: `, most of it on ${name} (${printed(most.fact)} ${unitOf(most.fact).en}${share === undefined ? "" : `, ${share}%`}).`,
              })
            : say({ zh: "。", en: "." })}
        </p>
      ) : null}
      {errors.length === 0 ? (
        <p>
          {say({
            zh: "没有发现互相矛盾的数字。",
            en: "No figures were found to contradict each other.",
          })}
        </p>
      ) : (
        <>
          <p>
            {say({
              zh: `公开的文件里有 ${errors.length} 处前后不符：`,
              en: `In ${errors.length === 1 ? "one place" : `${errors.length} places`} the disclosure contradicts itself:`,
            })}
          </p>
          <ul>
            {errors.slice(0, 3).map(({ fingerprint, message, messageEn }) => (
              <li key={fingerprint}>{say({ zh: message, en: messageEn })}</li>
            ))}
          </ul>
          <p>
            <Link href={hrefOf("findings")}>{say({ zh: "看全部核对结果", en: "All findings" })}</Link>
          </p>
        </>
      )}
    </section>
  );
}

function Headline({ fact }: { readonly fact: Fact }) {
  const { say } = useLanguage();
  const { byKey, nameOf, findingsOf } = useReport();
  const growth = bestOf(byKey.get(measured(fact.key, "growth")));
  const before = lastYearOf(fact, byKey);
  const budget = ["original-budget", "budget", "adjusted-budget"]
    .map((stage) => bestOf(byKey.get(withDimension(fact.key, "stage", stage))))
    .find((found) => found?.unit === fact.unit);
  const meaning = MEANINGS[fact.key];
  const most = Math.max(Number(fact.value), Number(before?.value ?? 0), 1e-9);
  const disputed = findingsOf(fact).some(({ severity }) => severity === "error");
  return (
    <div title={meaning ? say(meaning) : undefined}>
      <dt>{say(nameOf(fact.key))}</dt>
      <dd>
        <FigureLink fact={fact}>
          <span className={disputed ? "amount disputed" : "amount"}>{printed(fact)}</span> {say(unitOf(fact))}
        </FigureLink>
        {before ? (
          <>
            <span className="years" aria-hidden="true">
              <span style={{ width: `${(100 * Number(fact.value)) / most}%` }} />
              <span className="before" style={{ width: `${(100 * Math.max(0, Number(before.value))) / most}%` }} />
            </span>
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
