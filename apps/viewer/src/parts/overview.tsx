import { nameOfKey } from "@juesuan/core/names";
import type { DocumentReport } from "../lib/data.ts";
import { bestOf, printed, unitOf, type Fact } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { PlaceLink } from "./place-link.tsx";

interface Props {
  readonly report: DocumentReport;
  readonly byKey: ReadonlyMap<string, readonly Fact[]>;
  readonly documentHref: string;
}

const HEADLINES = [
  "total-receipts",
  "revenue",
  "expenditure",
  "expenditure{nature=basic}",
  "expenditure{nature=project}",
  "three-public",
] as const;
const THREE_PUBLIC = ["overseas", "vehicle-purchase", "vehicle-running", "receptions"] as const;

/** The figures a citizen asks for first: how much in all, on what, and the “three public” expenses. */
export function Overview({ report, byKey, documentHref }: Props) {
  const { say } = useLanguage();
  const headlines = HEADLINES.flatMap((key) => bestOf(byKey.get(key)) ?? []);
  return (
    <>
      <section aria-labelledby="headline">
        <h2 id="headline">{say({ zh: "总数", en: "Totals" })}</h2>
        {headlines.length === 0 ? <p>{say({ zh: "文件没有说明。", en: "The document does not say." })}</p> : null}
        <dl className="headlines">
          {headlines.map((fact) => (
            <Headline key={fact.key} fact={fact} byKey={byKey} documentHref={documentHref} />
          ))}
        </dl>
      </section>
      <Structure byKey={byKey} report={report} documentHref={documentHref} />
      <Parts
        id="three-public"
        title={{ zh: "“三公”经费", en: "“Three public” expenses" }}
        facts={THREE_PUBLIC.flatMap((item) => bestOf(byKey.get(`three-public{item=${item}}`)) ?? [])}
        documentHref={documentHref}
      />
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
            {report.reading.oddities.map(({ message, messageEn }) => (
              <li key={message}>{say({ zh: message, en: messageEn })}</li>
            ))}
          </ul>
        ) : null}
      </section>
    </>
  );
}

function Headline({
  fact,
  byKey,
  documentHref,
}: {
  readonly fact: Fact;
  readonly byKey: Props["byKey"];
  readonly documentHref: string;
}) {
  const { say } = useLanguage();
  const growth = bestOf(byKey.get(measured(fact.key, "growth")));
  const change = bestOf(byKey.get(measured(fact.key, "change")));
  const arrow = (change ?? growth)?.direction;
  const word =
    arrow === "decrease"
      ? { zh: "减少", en: "down" }
      : arrow === "increase"
        ? { zh: "增加", en: "up" }
        : { zh: "持平", en: "unchanged" };
  return (
    <div>
      <dt>{say(nameOfKey(fact.key))}</dt>
      <dd>
        <PlaceLink place={fact.source} href={documentHref}>
          <span className="amount">{printed(fact)}</span> {say(unitOf(fact))}
        </PlaceLink>
        {change || growth ? (
          <span className="change">
            {say({ zh: "比上年", en: "on last year: " })}
            {say(word)}
            {change ? ` ${printed(change)} ${say(unitOf(change))}` : ""}
            {growth ? `（${printed(growth)}%）` : ""}
          </span>
        ) : null}
      </dd>
    </div>
  );
}

/** Spending by functional class, the general public budget first, else all of it. */
function Structure({
  byKey,
  report,
  documentHref,
}: {
  readonly byKey: Props["byKey"];
  readonly report: DocumentReport;
  readonly documentHref: string;
}) {
  const classesOf = (fund: string): Fact[] =>
    [...byKey.keys()]
      .filter((key) => new RegExp(`^expenditure\\{${fund}functional=(?:2\\d{2}|[^\\d,}/]+)\\}$`).test(key))
      .flatMap((key) => bestOf(byKey.get(key)) ?? [])
      .filter((fact) => Number(fact.value) !== 0);
  const all = classesOf("");
  const facts = all.length > 0 ? all : classesOf("fund=general,");
  const names = new Map(report.facts.map((fact) => [fact.key, fact.source.row]));
  return (
    <Parts
      id="structure"
      title={{ zh: "钱花在哪里（按功能分类）", en: "What it was spent on (by function)" }}
      facts={facts.toSorted((a, b) => Number(b.value) - Number(a.value))}
      names={names}
      documentHref={documentHref}
    />
  );
}

interface PartsProps {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly facts: readonly Fact[];
  readonly names?: ReadonlyMap<string, string | undefined>;
  readonly documentHref: string;
}

/** Parts of a whole as a table with a bar in each row: the picture and its equal in numbers are one. */
function Parts({ id, title, facts, names, documentHref }: PartsProps) {
  const { say } = useLanguage();
  if (facts.length === 0) return null;
  const total = facts.reduce((sum, fact) => sum + Number(fact.value), 0);
  const most = Math.max(...facts.map((fact) => Number(fact.value)), 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-labelledby={id}>
        <table className="parts">
          <thead>
            <tr>
              <th scope="col">{say({ zh: "项目", en: "Item" })}</th>
              <th scope="col" className="number">
                {say({ zh: "决算数", en: "Final" })}（{say(unitOf(facts[0]!))}）
              </th>
              <th scope="col" className="number">
                {say({ zh: "所列之中的比重", en: "Of those listed" })}
              </th>
              <th scope="col" aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.key}>
                <th scope="row">{clean(names?.get(fact.key)) ?? say(nameOfKey(fact.key))}</th>
                <td className="number">
                  <PlaceLink place={fact.source} href={documentHref}>
                    {printed(fact)}
                  </PlaceLink>
                </td>
                <td className="number">{total === 0 ? "–" : `${((100 * Number(fact.value)) / total).toFixed(1)}%`}</td>
                <td aria-hidden="true" className="bar">
                  <span style={{ width: most === 0 ? 0 : `${(100 * Number(fact.value)) / most}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function clean(label: string | undefined): string | undefined {
  const words = label?.replace(/^[一二三四五六七八九十]+、/, "");
  return words === "" ? undefined : words;
}

function measured(key: string, measure: string): string {
  return key.endsWith("}") ? `${key.slice(0, -1)},measure=${measure}}` : `${key}{measure=${measure}}`;
}
