import { Link } from "wouter";
import { placeWords, printed, SEVERITIES, unitOf } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import type { Mark } from "../lib/marks.ts";
import { useReport } from "../lib/report-context.tsx";

/** What a mark means: the quantity, the other places that state it, the findings that speak of it. */
export function About({ mark, choose }: { readonly mark: Mark; readonly choose: (start: number) => void }) {
  const { say } = useLanguage();
  const { byKey, nameOf, hrefOf } = useReport();
  const { fact, findings } = mark;
  const others = fact ? (byKey.get(fact.key) ?? []).filter((other) => other.source.start !== fact.source.start) : [];
  return (
    <>
      {fact ? (
        <>
          <h2>{say(nameOf(fact.key))}</h2>
          <p>
            <span className="amount">{printed(fact)}</span> {say(unitOf(fact))}
          </p>
          <p className="quiet-words">{say(placeWords(fact.source))}</p>
          <p>
            <Link href={hrefOf("figure", { key: fact.key })}>
              {say({ zh: "关于这个数字的全部", en: "All about this figure" })}
            </Link>
          </p>
        </>
      ) : findings.length === 0 ? (
        <p>{say({ zh: "没有读懂这个数字说的是什么。", en: "What this figure measures was not understood." })}</p>
      ) : null}
      {others.length > 0 ? (
        <>
          <h3>{say({ zh: "别处也说到它", en: "Also stated here" })}</h3>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" className="link" onClick={() => choose(other.source.start)}>
                  {printed(other)} {say(unitOf(other))}
                </button>{" "}
                <span className="quiet-words">{say(placeWords(other.source))}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {findings.map((finding) => (
        <div key={finding.fingerprint} className={`note ${finding.severity}`}>
          <p>
            <span className={`mark ${finding.severity}`}>{say(SEVERITIES[finding.severity])}</span>{" "}
            {say({ zh: finding.message, en: finding.messageEn })}
          </p>
          <ul>
            {finding.sources.map((place) => (
              <li key={`${place.start}-${place.end}`}>
                <button type="button" className="link" onClick={() => choose(place.start)}>
                  {place.text === "" ? "" : `“${place.text.slice(0, 24)}” `}
                  {say(placeWords(place))}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
