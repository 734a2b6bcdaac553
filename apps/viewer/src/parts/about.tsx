import { Link } from "wouter";
import { printed, SEVERITIES, unitOf, type Fact, type Finding } from "../lib/facts.ts";
import { alone, sentenceOf, useLanguage } from "../lib/language.tsx";
import type { Mark } from "../lib/marks.ts";
import { useReport } from "../lib/report-context.tsx";

/** What a mark means: the quantity, the other places that state it, the findings that speak of it. */
export function About({
  mark,
  choose,
  walked,
}: {
  readonly mark: Mark;
  readonly choose: (start: number) => void;
  /** The finding that is told beside it already. */
  readonly walked: Finding | undefined;
}) {
  const { say } = useLanguage();
  const { byKey, nameOf, hrefOf, placed } = useReport();
  const { fact } = mark;
  const findings = mark.findings.filter((finding) => finding !== walked);
  const others = fact ? (byKey.get(fact.key) ?? []).filter((other) => other.source.start !== fact.source.start) : [];
  return (
    <>
      {fact ? (
        <>
          <h2>{say(alone(nameOf(fact.key)))}</h2>
          <p>
            <span className="amount">{printed(fact)}</span> {say(unitOf(fact))}
          </p>
          <p className="quiet-words">{say(placed(fact.source))}</p>
          <p>
            <Link href={hrefOf("figure", { key: fact.key })}>
              {say({ zh: "关于这个数字的全部", en: "All about this figure" })}
            </Link>
          </p>
        </>
      ) : findings.length === 0 && !walked ? (
        <p>{say({ zh: "没有读懂这个数字说的是什么。", en: "What this figure measures was not understood." })}</p>
      ) : null}
      {fact ? <Ties of={fact} /> : null}
      {others.length > 0 ? (
        <>
          <h3>{say({ zh: "别处也说到它", en: "Also stated here" })}</h3>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" className="link" onClick={() => choose(other.source.start)}>
                  {printed(other)} {say(unitOf(other))}
                </button>{" "}
                <span className="quiet-words">{say(placed(other.source))}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {findings.map((finding) => (
        <div key={finding.fingerprint} className={`note ${finding.severity}`}>
          <p>
            <span className={`mark ${finding.severity}`}>{say(SEVERITIES[finding.severity])}</span>{" "}
            {say(sentenceOf(finding))}
          </p>
          <p className="acts">
            <Link href={hrefOf("document", { at: mark.start, finding: finding.fingerprint })}>
              {say({ zh: "逐处看这一条", en: "Walk through its places" })}
            </Link>
          </p>
        </div>
      ))}
    </>
  );
}

/** The relations that the figure enters, and whether it holds in them. */
function Ties({ of: fact }: { readonly of: Fact }) {
  const { say } = useLanguage();
  const { report, findingsOf } = useReport();
  const ids = new Set(report.ledger.ties[String(fact.id)] ?? []);
  const broken = new Set(findingsOf(fact).map(({ relation }) => relation));
  const relations = report.ledger.relations.filter(({ relation }) => ids.has(relation) || broken.has(relation));
  if (relations.length === 0)
    return (
      <p className="quiet-words">
        {say({ zh: "没有可以核对它的关系。", en: "No relation ties it to another figure." })}
      </p>
    );
  return (
    <ul className="ties">
      {relations.map(({ relation, title, titleEn }) => (
        <li key={relation} className={broken.has(relation) ? "broken" : "held"}>
          <Link href={`/relations/${relation}`}>{say({ zh: title, en: titleEn })}</Link>
          {broken.has(relation) ? say({ zh: "：不成立", en: ": fails" }) : say({ zh: "：成立", en: ": holds" })}
        </li>
      ))}
    </ul>
  );
}
