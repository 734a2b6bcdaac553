import { useState } from "react";
import { Link } from "wouter";
import { fareAddress, FACETS, NARROWED_BY } from "../lib/addresses.ts";
import { grouped, shareOf } from "../lib/amounts.ts";
import { useJson, type Loaded } from "../lib/data.ts";
import { lengthsOf, measureOf, MEASURES, ranked, type Facets, type Measure } from "../lib/fare.ts";
import { counted, useLanguage, type Words } from "../lib/language.tsx";
import { provinceName } from "../lib/provinces.ts";
import { Headings } from "./headings.tsx";
import { ProvinceMap, type Choosing } from "./province-map.tsx";
import { Failed } from "./states.tsx";

/** What disclosures are counted by; each is chosen by a parameter of the page. */
const GROUPS = [
  { name: "year", parameter: "year", zh: "各年度", en: "By year", oneZh: "年度", oneEn: "Year" },
  { name: "province", parameter: "division", zh: "各省份", en: "By province", oneZh: "省份", oneEn: "Province" },
  { name: "region", parameter: "region", zh: "各地区", en: "By region", oneZh: "地区", oneEn: "Region" },
] as const;

/** As many are listed; the rest are found by the search. */
const LISTED = 12;

/** As many places as the API counts. */
const COUNTED = 100;

/** How disclosures fare over years and regions, by the measure that is chosen. */
export function Distribution({ chosen }: { readonly chosen: URLSearchParams }) {
  const { say } = useLanguage();
  const measure = measureOf(chosen.get("measure"));
  return (
    <aside id="fare" className="distribution late" aria-label={say({ zh: "公开情况", en: "How disclosures fare" })}>
      <div>
        <h2>{say({ zh: "公开情况", en: "How disclosures fare" })}</h2>
        <All />
        <nav className="measures" aria-label={say({ zh: "比什么", en: "What is compared" })}>
          {MEASURES.map(({ name, ...words }) => (
            <Link
              key={name}
              href={addressWith(chosen, "measure", name === MEASURES[0].name ? "" : name)}
              aria-current={measure.name === name ? "true" : undefined}
            >
              {say(words)}
            </Link>
          ))}
        </nav>
      </div>
      {GROUPS.map((group) => (
        <Group key={group.name} group={group} chosen={chosen} measure={measure} />
      ))}
    </aside>
  );
}

/** What was last there, until what is asked for has come: the page does not jump meanwhile. */
function useHeld<T>(loaded: Loaded<T>): T | undefined {
  const [held, setHeld] = useState<T>();
  const value = loaded.state === "ready" ? loaded.value : held;
  if (value !== held) setHeld(value);
  return value;
}

/** All that there is, in a sentence. */
function All() {
  const { say } = useLanguage();
  const all = useJson<Facets>(FACETS);
  if (all.state === "failed") return <Failed reason={all.reason} />;
  if (all.state !== "ready") return null;
  const { total, errors, errorsFound, figures } = all.value;
  const read = shareOf(String(figures.bound), String(figures.printed));
  const has = {
    zh: `所有年度 ${grouped(String(total))} 份决算，${grouped(String(errors))} 份有错误，共 ${grouped(String(errorsFound))} 处。`,
    en: `All years: ${counted(total, "account")}, ${errors} with errors, ${counted(errorsFound, "error")} in all.`,
  };
  return (
    <p className="quiet-words">
      {say(has)}
      {read === undefined
        ? null
        : say({
            zh: `印出的 ${grouped(String(figures.printed))} 个数字，读懂了 ${read}%。`,
            en: ` Of ${grouped(String(figures.printed))} printed figures ${read}% are understood.`,
          })}
    </p>
  );
}

function Group({
  group,
  chosen,
  measure,
}: {
  readonly group: (typeof GROUPS)[number];
  readonly chosen: URLSearchParams;
  readonly measure: Measure;
}) {
  const { say } = useLanguage();
  const { name, parameter } = group;
  const facets = useHeld(useJson<Facets>(fareAddress(chosen, NARROWED_BY[name])));
  if (!facets) return null;
  const known = facets[name].filter(({ value }) => value !== "");
  const named = known.map((facet) =>
    Object.assign({}, facet, name === "province" ? provinceName(facet.value) : { zh: facet.value, en: facet.value }),
  );
  const rows = name === "year" ? named.toSorted((a, b) => b.value.localeCompare(a.value)) : ranked(named, measure);
  // One province is no distribution.
  if (rows.length === 0 || (name === "province" && rows.length === 1)) return null;
  const choosing = {
    rows,
    measure,
    chosen: chosen.get(parameter),
    hrefOf: (value: string) => addressWith(chosen, parameter, value),
  };
  const year = chosen.get("year");
  const province = chosen.get("division");
  const within = [
    ...(name === "year" || !year ? [] : [{ zh: `${year} 年度`, en: year }]),
    ...(name === "province" || !province ? [] : [provinceName(province.slice(0, 2))]),
    ...(name === "year" && chosen.get("region") ? [{ zh: chosen.get("region")!, en: chosen.get("region")! }] : []),
    ...(facets.exact ? [] : [{ zh: "最近的 1,000 份", en: "the newest 1,000" }]),
    ...(name === "region" && known.length >= COUNTED
      ? [{ zh: `份数最多的 ${COUNTED} 个地区`, en: `the ${COUNTED} regions with most accounts` }]
      : []),
    ...(name === "year" ? [] : [measure.first]),
  ];
  return (
    <section aria-label={say(group)}>
      <Counts
        {...choosing}
        words={group}
        within={within}
        column={{ zh: group.oneZh, en: group.oneEn }}
        rows={rows.slice(0, LISTED)}
      />
      {name === "province" ? <ProvinceMap {...choosing} /> : null}
    </section>
  );
}

/** The page with one more condition, or without it where it holds already. */
function addressWith(chosen: URLSearchParams, parameter: string, value: string): string {
  const next = new URLSearchParams(chosen);
  next.delete("cursor");
  if (value === "" || (parameter !== "measure" && next.get(parameter) === value)) next.delete(parameter);
  else next.set(parameter, value);
  return next.size === 0 ? "/" : `/?${next.toString()}`;
}

function Counts({
  words,
  within,
  column,
  rows,
  measure,
  chosen,
  hrefOf,
}: Choosing & { readonly words: Words; readonly within: readonly Words[]; readonly column: Words }) {
  const { say } = useLanguage();
  const { columns, heading, written, isPart, isWrong } = measure;
  const lengthOf = lengthsOf(rows, measure);
  return (
    <table className="parts">
      <caption>
        {say(words)}
        {within.length === 0 ? null : (
          <span className="within">{within.map(say).join(say({ zh: " · ", en: " · " }))}</span>
        )}
      </caption>
      <Headings row={column} numbers={[...columns, ...(heading ? [heading] : [])]} hasBars />
      <tbody>
        {rows.map((row) => (
          <tr key={row.value} className={chosen === row.value ? "whole" : undefined}>
            <th scope="row">
              <Link href={hrefOf(row.value)} aria-current={chosen === row.value ? "true" : undefined}>
                {say(row)}
              </Link>
            </th>
            {columns.map(({ en, of }) => (
              <td key={en} className="number">
                {grouped(String(of(row)))}
              </td>
            ))}
            {heading ? <td className="number">{written(row) ?? say({ zh: "—", en: "—" })}</td> : null}
            <td className="bar">
              <svg width="100%" height="14" aria-hidden="true">
                {isPart ? <rect className="track" width="100%" height="14" rx="2" /> : null}
                <rect className={isWrong ? "wrong" : undefined} width={`${lengthOf(row)}%`} height="14" rx="2" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
