import { useState } from "react";
import { useSearchParams } from "wouter";
import { useJson, type AccountPage } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { SideBySide } from "../parts/side-by-side.tsx";

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
      ) : found.state === "loading" ? (
        // Their room, so that nothing below moves when they come.
        <div className="offers" />
      ) : null}
    </>
  );
}
