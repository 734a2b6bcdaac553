import { Link } from "wouter";
import { useJson } from "../lib/data.ts";
import { SEVERITIES } from "../lib/facts.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { Failed, Waiting } from "../parts/states.tsx";

interface Relation {
  readonly id: string;
  readonly title: Words;
  readonly basis: Words;
  readonly severity: "error" | "warning" | "info";
  readonly purpose: Words;
  readonly leavesOut: Words;
  readonly examples: readonly { readonly text: string; readonly holds: boolean }[];
}

/** The catalogue of relations, and one of them. */
export default function Relations({ id }: { readonly id: string | undefined }) {
  const { say } = useLanguage();
  const all = useJson<{ readonly relations: readonly Relation[] }>("/v1/relations");
  if (all.state === "loading") return <Waiting />;
  if (all.state === "failed") return <Failed reason={all.reason} />;
  const one = all.value.relations.find((relation) => relation.id === id);
  if (one) return <One relation={one} />;
  return (
    <>
      <title>{say({ zh: "核对规则 · 决算", en: "Relations · juesuan" })}</title>
      <h1>
        {say({ zh: `核对规则（${all.value.relations.length} 条）`, en: `${all.value.relations.length} relations` })}
      </h1>
      <p className="lead">
        {say({
          zh: "决算应满足的关系，各有依据和用意。四舍五入按区间精确处理，不设容差。",
          en: "What accounts must satisfy, each with its basis and purpose. Rounding is exact, by intervals.",
        })}
      </p>
      <ul className="catalogue">
        {all.value.relations.map((relation) => (
          <li key={relation.id}>
            <Link href={`/relations/${relation.id}`}>{say(relation.title)}</Link> <code>{relation.id}</code>
            <p>{say(relation.purpose)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function One({ relation }: { readonly relation: Relation }) {
  const { say } = useLanguage();
  return (
    <article>
      <title>{`${say(relation.title)} · 决算`}</title>
      <p className="crumbs">
        <Link href="/relations">{say({ zh: "全部规则", en: "All relations" })}</Link>
      </p>
      <h1>{say(relation.title)}</h1>
      <p>
        <span className={`mark ${relation.severity}`}>{say(SEVERITIES[relation.severity])}</span>{" "}
        <code>{relation.id}</code>
      </p>
      <h2>{say({ zh: "用意", en: "Purpose" })}</h2>
      <p>{say(relation.purpose)}</p>
      <h2>{say({ zh: "依据", en: "Basis" })}</h2>
      <p>{say(relation.basis)}</p>
      <h2>{say({ zh: "有意不判的", en: "What it leaves out" })}</h2>
      <p>{say(relation.leavesOut)}</p>
      {relation.examples.length > 0 ? <h2>{say({ zh: "例子", en: "Examples" })}</h2> : null}
      {relation.examples.map(({ text, holds }) => (
        <figure key={text} className={holds ? "example holds" : "example fails"}>
          <figcaption>{holds ? say({ zh: "成立", en: "Holds" }) : say({ zh: "不成立", en: "Fails" })}</figcaption>
          <pre tabIndex={0}>{text}</pre>
        </figure>
      ))}
    </article>
  );
}
