import { Link } from "wouter";
import { FACETS, WRONG_FACETS } from "../lib/addresses.ts";
import { shareOf } from "../lib/amounts.ts";
import { useJson } from "../lib/data.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { PROVINCE_MAP, provinceName } from "../lib/provinces.ts";
import { Headings } from "./headings.tsx";

interface Count {
  readonly value: string;
  readonly count: number;
}

export interface Facets {
  readonly total: number;
  readonly errors: number;
  readonly year: readonly Count[];
  readonly region: readonly Count[];
  /** By the first two digits of GB/T 2260. */
  readonly province: readonly Count[];
}

/** What disclosures are counted by; each is chosen by a parameter of the page. */
const GROUPS = [
  { name: "year", parameter: "year", zh: "各年度", en: "By year", oneZh: "年度", oneEn: "Year" },
  { name: "province", parameter: "division", zh: "各省份", en: "By province", oneZh: "省份", oneEn: "Province" },
  { name: "region", parameter: "region", zh: "各地区", en: "By region", oneZh: "地区", oneEn: "Region" },
] as const;

/** As many are listed; the rest are found by the search. */
const LISTED = 12;

interface Row extends Words {
  readonly value: string;
  readonly count: number;
  readonly errors: number;
}

/** How disclosures fare over years and regions: how many there are, and how many of them contradict themselves. */
export function Distribution({ chosen }: { readonly chosen: URLSearchParams }) {
  const { say } = useLanguage();
  const all = useJson<Facets>(FACETS);
  const wrong = useJson<Facets>(WRONG_FACETS);
  return (
    <aside className="distribution late" aria-label={say({ zh: "公开情况", en: "How disclosures fare" })}>
      {all.state === "ready" && wrong.state === "ready"
        ? GROUPS.map((group) => {
            const { name, parameter } = group;
            const rows = rowsOf(all.value[name], wrong.value[name], name);
            // One province is no distribution.
            if (rows.length === 0 || (name === "province" && rows.length === 1)) return null;
            const toggled = (value: string): string => addressWith(chosen, parameter, value);
            return (
              <section key={name} aria-label={say(group)}>
                <Counts
                  words={group}
                  column={{ zh: group.oneZh, en: group.oneEn }}
                  rows={rows.slice(0, LISTED)}
                  chosen={chosen.get(parameter)}
                  hrefOf={toggled}
                />
                {name === "province" ? (
                  <ProvinceMap rows={rows} chosen={chosen.get(parameter)} hrefOf={toggled} />
                ) : null}
              </section>
            );
          })
        : null}
    </aside>
  );
}

/** Years from the newest; places by the share of what contradicts itself, then by how much there is. */
function rowsOf(all: readonly Count[], wrong: readonly Count[], name: (typeof GROUPS)[number]["name"]): readonly Row[] {
  const errors = new Map(wrong.map(({ value, count }) => [value, count]));
  const rows = all
    .filter(({ value }) => value !== "")
    .map(({ value, count }) => ({
      value,
      count,
      errors: errors.get(value) ?? 0,
      ...(name === "province" ? provinceName(value) : { zh: value, en: value }),
    }));
  return name === "year"
    ? rows.toSorted((a, b) => b.value.localeCompare(a.value))
    : rows.toSorted((a, b) => b.errors / b.count - a.errors / a.count || b.count - a.count);
}

/** The page with one more condition, or without it where it holds already. */
function addressWith(chosen: URLSearchParams, parameter: string, value: string): string {
  const next = new URLSearchParams(chosen);
  next.delete("cursor");
  if (next.get(parameter) === value) next.delete(parameter);
  else next.set(parameter, value);
  return next.size === 0 ? "/" : `/?${next.toString()}`;
}

interface Choosing {
  readonly rows: readonly Row[];
  /** The value that the page is narrowed to. */
  readonly chosen: string | null;
  readonly hrefOf: (value: string) => string;
}

/** Provinces as equal squares, each where its neighbours are: the table above in a picture. */
function ProvinceMap({ rows, chosen, hrefOf }: Choosing) {
  const { say } = useLanguage();
  const known = new Map(rows.map((row) => [row.value, row]));
  return (
    <>
      <div className="province-map" role="group" aria-label={say({ zh: "省份图", en: "Map of provinces" })}>
        {PROVINCE_MAP.flatMap((line, row) =>
          line.map((province, column) => {
            const key = `${row} ${column}`;
            if (!province) return <span key={key} />;
            const own = known.get(province.code);
            // Those without accounts are for the eye, to see where the others lie.
            if (!own)
              return (
                <span key={key} className="tile" aria-hidden="true">
                  {say({ zh: province.zh, en: province.sign })}
                </span>
              );
            const { count, errors, value } = own;
            return (
              <Link
                key={key}
                className="tile known"
                href={hrefOf(value)}
                aria-current={chosen === value ? "true" : undefined}
                aria-label={say({
                  zh: `${province.zh} ${count} 份，有错误的 ${errors} 份`,
                  // What is to be seen comes first: who speaks to a machine says that.
                  en: `${province.sign} ${count}: ${province.en}, accounts ${count}, with errors ${errors}`,
                })}
              >
                {say({ zh: province.zh, en: province.sign })} <b>{count}</b>
                <svg width="100%" height="4" aria-hidden="true">
                  <rect width="100%" height="4" />
                  <rect className="wrong" width={`${(100 * errors) / count}%`} height="4" />
                </svg>
              </Link>
            );
          }),
        )}
      </div>
      <p className="quiet-words">
        {say({
          zh: "一块是一个省份，只示方位，不示大小；数是份数，条中红色一段是有错误的份额。",
          en: "A square is a province, placed beside its neighbours; the number counts its accounts, the red part of the bar those with errors.",
        })}
      </p>
    </>
  );
}

function Counts({ words, column, rows, chosen, hrefOf }: Choosing & { readonly words: Words; readonly column: Words }) {
  const { say } = useLanguage();
  const most = Math.max(...rows.map(({ count }) => count));
  return (
    <table className="parts">
      <caption>{say(words)}</caption>
      <Headings
        row={column}
        numbers={[
          { zh: "份", en: "All" },
          { zh: "有错误", en: "With errors" },
          { zh: "占比", en: "Share" },
        ]}
        hasBars
      />
      <tbody>
        {rows.map(({ value, count, errors, ...name }) => (
          <tr key={value} className={chosen === value ? "whole" : undefined}>
            <th scope="row">
              <Link href={hrefOf(value)} aria-current={chosen === value ? "true" : undefined}>
                {say(name)}
              </Link>
            </th>
            <td className="number">{count}</td>
            <td className="number">{errors}</td>
            <td className="number">{shareOf(String(errors), String(count))}%</td>
            <td className="bar">
              <svg width="100%" height="14" aria-hidden="true">
                <rect width={`${(100 * count) / most}%`} height="14" rx="2" />
                <rect className="wrong" width={`${(100 * errors) / most}%`} height="14" rx="2" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
