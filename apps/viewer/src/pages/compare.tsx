import { nameOfKey } from "@juesuan/core/names";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { tenThousand } from "../lib/amounts.ts";
import { useEach, useJson, type AccountPage, type AccountSummary } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { Failed, Waiting } from "../parts/states.tsx";

interface Compared {
  readonly ids: readonly string[];
  readonly rows: readonly { readonly key: string; readonly fen: readonly (number | null)[] }[];
}

/** The rows that every department has a claim to, in the order in which one asks; classes follow. */
const KEYS = [
  "total-receipts",
  "revenue",
  "expenditure",
  "expenditure{nature=basic}",
  "expenditure{nature=project}",
  "expenditure{fund=general}",
  "expenditure{fund=general,nature=basic,group=personnel}",
  "expenditure{fund=general,nature=basic,group=public}",
  "three-public",
  "operating-costs",
  "procurement",
];

/** Departments and years side by side; which ones is part of the address. */
export default function Compare() {
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const ids = (search.get("ids") ?? "").split(",").filter((id) => id !== "");
  const perHead = search.get("per") === "head";
  const setIds = (next: readonly string[]): void =>
    setSearch((before) => {
      const params = new URLSearchParams(before);
      if (next.length === 0) params.delete("ids");
      else params.set("ids", next.join(","));
      return params;
    });
  return (
    <>
      <title>{say({ zh: "并列比较 · 决算", en: "Compare · juesuan" })}</title>
      <h1>{say({ zh: "并列比较", en: "Side by side" })}</h1>
      <p className="lead">
        {say({
          zh: "把几个部门、几个年度的决算并排放在一起。部门职责、人数不同，金额大小本身不说明好坏。",
          en: "Departments and years beside each other. Their duties and sizes differ; a larger amount is neither better nor worse.",
        })}
      </p>
      <Chooser chosen={ids} add={(id) => setIds([...ids, id])} />
      {ids.length === 0 ? (
        <p className="state">{say({ zh: "先选两份或更多决算。", en: "Choose two accounts or more." })}</p>
      ) : (
        <>
          <p>
            <label>
              <input
                type="checkbox"
                checked={perHead}
                onChange={() =>
                  setSearch((before) => {
                    const params = new URLSearchParams(before);
                    if (perHead) params.delete("per");
                    else params.set("per", "head");
                    return params;
                  })
                }
              />{" "}
              {say({
                zh: "按实有人数平均（文件写明人数的）",
                en: "Per member of staff, where the document states how many",
              })}
            </label>
          </p>
          <SideBySide ids={ids} perHead={perHead} remove={(id) => setIds(ids.filter((other) => other !== id))} />
        </>
      )}
    </>
  );
}

function Chooser({ chosen, add }: { readonly chosen: readonly string[]; readonly add: (id: string) => void }) {
  const { say } = useLanguage();
  const [words, setWords] = useState("");
  const [query, setQuery] = useState("");
  const found = useJson<AccountPage>(`/v1/accounts?limit=12${query === "" ? "" : `&q=${encodeURIComponent(query)}`}`);
  const offers = found.state === "ready" ? found.value.accounts.filter(({ id }) => !chosen.includes(id)) : [];
  return (
    <>
      <form
        role="search"
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(words.trim());
        }}
      >
        <label>
          {say({ zh: "加入：部门或地区", en: "Add: department or region" })}
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <button type="submit">{say({ zh: "查找", en: "Search" })}</button>
      </form>
      {offers.length > 0 && chosen.length < 20 ? (
        <ul className="offers" aria-label={say({ zh: "可加入的决算", en: "Accounts to add" })}>
          {offers.map(({ id, department, fiscalYear }) => (
            <li key={id}>
              <button type="button" className="quiet" onClick={() => add(id)}>
                + {department} {fiscalYear}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function SideBySide({
  ids,
  perHead,
  remove,
}: {
  readonly ids: readonly string[];
  readonly perHead: boolean;
  readonly remove: (id: string) => void;
}) {
  const { say } = useLanguage();
  const compared = useJson<Compared>(`/v1/compare?ids=${encodeURIComponent(ids.join(","))}`);
  const accounts = useSummaries(ids);
  const heads = useHeads(perHead ? ids : []);
  if (compared.state === "loading" || accounts === undefined) return <Waiting />;
  if (compared.state === "failed") return <Failed reason={compared.reason} />;
  const byKey = new Map(compared.value.rows.map(({ key, fen }) => [key, fen]));
  const classes = [...byKey.keys()].filter((key) => /^expenditure\{functional=\d{3}\}$/.test(key)).sort();
  const keys = [...KEYS, ...classes].filter((key) => byKey.has(key));
  const valueOf = (key: string, column: number): number | undefined => {
    const fen = byKey.get(key)?.[compared.value.ids.indexOf(ids[column]!)];
    if (fen === null || fen === undefined) return undefined;
    if (!perHead) return fen;
    const staff = heads.get(ids[column]!);
    return staff === undefined ? undefined : Math.round(fen / staff);
  };
  return (
    <div
      className="scroll"
      tabIndex={0}
      role="group"
      aria-label={say({ zh: "并列的金额", en: "Amounts side by side" })}
    >
      <table className="parts compare">
        <caption>
          {perHead
            ? say({ zh: "单位：万元／人", en: "Unit: 10,000 yuan per member of staff" })
            : say({ zh: "单位：万元", en: "Unit: 10,000 yuan" })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: "项目", en: "Item" })}</th>
            {ids.map((id) => {
              const account = accounts.get(id);
              return (
                <th scope="col" key={id} className="number">
                  <Link href={`/accounts/${encodeURIComponent(id)}`}>
                    {account ? `${account.department} ${account.fiscalYear}` : id}
                  </Link>
                  {heads.has(id) ? ` （${heads.get(id)}人）` : ""}{" "}
                  <button
                    type="button"
                    className="link"
                    onClick={() => remove(id)}
                    aria-label={say({
                      zh: `移去 ${account?.department ?? id} ${account?.fiscalYear ?? ""}`,
                      en: `Remove ${account?.department ?? id} ${account?.fiscalYear ?? ""}`,
                    })}
                  >
                    ✕
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const values = ids.map((_, column) => valueOf(key, column));
            const most = Math.max(...values.map((value) => value ?? 0), 1);
            return (
              <tr key={key}>
                <th scope="row">{say(nameOfKey(key))}</th>
                {ids.map((id, column) => {
                  const value = values[column];
                  return (
                    <td key={id} className="number">
                      {value === undefined ? (
                        <span className="quiet-words">{say({ zh: "未说明", en: "not stated" })}</span>
                      ) : (
                        <>
                          <Link
                            className="place"
                            href={`/accounts/${encodeURIComponent(id)}/figure?key=${encodeURIComponent(key)}`}
                          >
                            {tenThousand(value)}
                          </Link>
                          <svg width="100%" height="6" aria-hidden="true">
                            <rect width={`${(100 * Math.max(0, value)) / most}%`} height="6" rx="2" />
                          </svg>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Who they are. An id that the store does not know is left to be shown as it is. */
function useSummaries(ids: readonly string[]): ReadonlyMap<string, AccountSummary> | undefined {
  return useEach<AccountSummary>(ids, (id) => `/v1/accounts/${encodeURIComponent(id)}`);
}

/** Staff in post, as the documents state them. */
function useHeads(ids: readonly string[]): ReadonlyMap<string, number> {
  const figures = useEach<{
    readonly figures: readonly { readonly key: string; readonly value: string }[];
  }>(ids, (id) => `/v1/accounts/${encodeURIComponent(id)}/figures?concept=staff`);
  const heads = new Map<string, number>();
  for (const [id, { figures: stated }] of figures ?? []) {
    const count = Number(stated.find(({ key }) => key === "staff{item=actual}")?.value);
    if (count > 0) heads.set(id, count);
  }
  return heads;
}
