import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { useJson, type AccountPage } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { Failed, Waiting } from "../parts/states.tsx";

export function Home() {
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get("q") ?? "");
  const query = new URLSearchParams();
  for (const name of ["q", "year", "severity"]) {
    const value = search.get(name);
    if (value !== null && value !== "") query.set(name, value);
  }
  const page = useJson<AccountPage>(`/v1/accounts?${query.toString()}`);
  const set = (name: string, value: string): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === "") next.delete(name);
      else next.set(name, value);
      return next;
    });
  return (
    <>
      <title>
        {say({
          zh: "决算 juesuan：各部门花了多少，数字对不对得上",
          en: "juesuan: what departments spent, and whether it adds up",
        })}
      </title>
      <h1>{say({ zh: "各部门花了多少，数字对不对得上", en: "What departments spent, and whether it adds up" })}</h1>
      <p className="lead">
        {say({
          zh: "把各部门公开的决算逐个数字读出来，互相核对；每一处不符都列出算式和原文位置。",
          en: "Every figure of the published final accounts, read and checked against the others; each contradiction with its calculation and its place.",
        })}
      </p>
      <form
        role="search"
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          set("q", words.trim());
        }}
      >
        <label>
          {say({ zh: "部门、地区、科目或文字", en: "Department, region, item or words" })}
          <input
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder={say({ zh: "如：人力资源、养老", en: "e.g. 人力资源" })}
          />
        </label>
        <label>
          {say({ zh: "年度", en: "Year" })}
          <input
            type="number"
            min="2000"
            max="2100"
            value={search.get("year") ?? ""}
            onChange={(event) => set("year", event.target.value)}
          />
        </label>
        <label>
          {say({ zh: "核对结果", en: "Findings" })}
          <select value={search.get("severity") ?? ""} onChange={(event) => set("severity", event.target.value)}>
            <option value="">{say({ zh: "全部", en: "All" })}</option>
            <option value="error">{say({ zh: "有错误的", en: "With errors" })}</option>
            <option value="warning">{say({ zh: "有提示的", en: "With warnings" })}</option>
          </select>
        </label>
        <button type="submit">{say({ zh: "查找", en: "Search" })}</button>
      </form>
      {page.state === "loading" ? (
        <Waiting />
      ) : page.state === "failed" ? (
        <Failed reason={page.reason} />
      ) : (
        <List page={page.value} />
      )}
    </>
  );
}

function List({ page }: { readonly page: AccountPage }) {
  const { say } = useLanguage();
  if (page.accounts.length === 0) {
    return (
      <div className="state">
        <p>{say({ zh: "没有符合条件的决算。", en: "No accounts match." })}</p>
        <p>
          <Link href="/check">
            {say({ zh: "手上有文件？可以直接在浏览器里核对。", en: "Have a file at hand? Check it right here." })}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <section aria-label={say({ zh: "决算列表", en: "Accounts" })}>
      <p className="count">{say({ zh: `共 ${page.total} 份`, en: `${page.total} in all` })}</p>
      <ul className="accounts">
        {page.accounts.map(({ id, department, fiscalYear, region, figures, findings }) => (
          <li key={id}>
            <Link href={`/accounts/${encodeURIComponent(id)}`}>
              <strong>{department}</strong> <span>{say({ zh: `${fiscalYear} 年度`, en: String(fiscalYear) })}</span>
            </Link>
            <p>
              {region === "" ? "" : `${region} · `}
              {say({ zh: `读出 ${figures.printed} 个数字`, en: `${figures.printed} figures read` })}
              {" · "}
              <span className={findings.errors > 0 ? "mark error" : "mark fine"}>
                {say({ zh: `错误 ${findings.errors}`, en: `${findings.errors} errors` })}
              </span>{" "}
              <span className={findings.warnings > 0 ? "mark warning" : "mark fine"}>
                {say({ zh: `提示 ${findings.warnings}`, en: `${findings.warnings} warnings` })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
