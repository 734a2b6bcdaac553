import { useState } from "react";
import { Link } from "wouter";
import { useJson } from "../lib/data.ts";
import { SEVERITIES } from "../lib/facts.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { Field } from "../parts/fields.tsx";
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

/** What the first word of a relation's id stands for; a family that is new is called by it. */
const FAMILIES: Readonly<Record<string, Words>> = {
  table: { zh: "表内", en: "Within a table" },
  identity: { zh: "恒等关系", en: "Identities" },
  agreement: { zh: "前后一致", en: "Agreement" },
  narrative: { zh: "说明文字的算术", en: "Arithmetic of the narrative" },
  "three-public": { zh: "“三公”经费", en: "“Three public” expenses" },
  procurement: { zh: "政府采购", en: "Procurement" },
  count: { zh: "数量", en: "Counts" },
  list: { zh: "列举", en: "Lists" },
  items: { zh: "支出项目", en: "Items of expenditure" },
  year: { zh: "年度", en: "Years" },
  structure: { zh: "内容与顺序", en: "What is owed, and its order" },
  reasons: { zh: "原因说明", en: "Reasons" },
  nothing: { zh: "空表与“无”", en: "Empty tables" },
  classification: { zh: "科目", en: "Classification" },
  wording: { zh: "文字", en: "Wording" },
  plausibility: { zh: "合理性", en: "Plausibility" },
};

/** The catalogue of relations, and one of them. */
export default function Relations({ id }: { readonly id: string | undefined }) {
  const { say } = useLanguage();
  const all = useJson<{ readonly relations: readonly Relation[] }>("/v1/relations");
  const [words, setWords] = useState("");
  if (all.state === "loading") return <Waiting />;
  if (all.state === "failed") return <Failed reason={all.reason} />;
  const one = all.value.relations.find((relation) => relation.id === id);
  if (one) return <One relation={one} />;
  const wanted = words.trim().toLowerCase();
  const found = all.value.relations.filter(({ id: own, title, purpose }) =>
    [own, title.zh, title.en, purpose.zh, purpose.en].some((text) => text.toLowerCase().includes(wanted)),
  );
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
      <search className="search">
        <label>
          {say({ zh: "规则里的文字", en: "Words of a relation" })}
          <Field type="search" onWrite={setWords} />
        </label>
      </search>
      {found.length === 0 ? <p className="state">{say({ zh: "没有这样的规则。", en: "No such relation." })}</p> : null}
      {[...Map.groupBy(found, (relation) => relation.id.split(".")[0]!)].map(([family, relations]) => (
        <section key={family} aria-labelledby={`family-${family}`}>
          <h2 id={`family-${family}`}>
            {say(FAMILIES[family] ?? { zh: family, en: family })} <span className="count">{relations.length}</span>
          </h2>
          <ul className="catalogue">
            {relations.map((relation) => (
              <li key={relation.id}>
                <Link href={`/relations/${relation.id}`}>{say(relation.title)}</Link>{" "}
                <span className="quiet-words">{say(SEVERITIES[relation.severity])}</span>
                <p>{say(relation.purpose)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
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
        <span className="quiet-words">{say(SEVERITIES[relation.severity])}</span> <code>{relation.id}</code>
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
