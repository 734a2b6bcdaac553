import { Link, useSearchParams } from "wouter";
import { offersAddress } from "../lib/addresses.ts";
import { useJson, type AccountPage } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { Tick } from "../parts/fields.tsx";
import { SideBySide } from "../parts/side-by-side.tsx";

/** As many as stand side by side. */
const MOST = 20;

/** The address of a comparison that differs in one thing; without it where nothing is left of it. */
function withParameter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === "") next.delete(name);
  else next.set(name, value);
  return next;
}

/** Departments and years side by side; which ones, and what is looked for, is part of the address. */
export default function Compare() {
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const ids = (search.get("ids") ?? "").split(",").filter((id) => id !== "");
  const perHead = search.get("per") === "head";
  const hrefOf = (chosen: readonly string[]): string =>
    `/compare?${withParameter(search, "ids", chosen.join(",")).toString()}`;
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
      <Chooser chosen={ids} hrefWith={(id) => hrefOf([...ids, id])} />
      {ids.length === 0 ? (
        <p className="state">{say({ zh: "先选两份或更多决算。", en: "Choose two accounts or more." })}</p>
      ) : (
        <>
          <p className="per-head">
            <label>
              <Tick
                checked={perHead}
                onTick={(isAsked) => setSearch((before) => withParameter(before, "per", isAsked ? "head" : ""))}
              />{" "}
              {say({
                zh: "按实有人数平均（文件写明人数的）",
                en: "Per member of staff, where the document states how many",
              })}
            </label>
          </p>
          <SideBySide ids={ids} perHead={perHead} hrefWithout={(id) => hrefOf(ids.filter((other) => other !== id))} />
        </>
      )}
    </>
  );
}

function Chooser({
  chosen,
  hrefWith,
}: {
  readonly chosen: readonly string[];
  readonly hrefWith: (id: string) => string;
}) {
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("q") ?? "";
  const found = useJson<AccountPage>(offersAddress(search));
  const offers = found.state === "ready" ? found.value.accounts.filter(({ id }) => !chosen.includes(id)) : [];
  return (
    <>
      {/* A form like any other: it asks the server where no script has come yet. */}
      <form
        role="search"
        className="search"
        action="/compare"
        onSubmit={(event) => {
          event.preventDefault();
          const words = String(new FormData(event.currentTarget).get("q")).trim();
          setSearch((before) => withParameter(before, "q", words));
        }}
      >
        <label>
          {say({ zh: "加入：部门或地区", en: "Add: department or region" })}
          <input type="search" name="q" key={asked} defaultValue={asked} />
        </label>
        {["ids", "per"].map((name) =>
          search.has(name) ? <input key={name} type="hidden" name={name} value={search.get(name) ?? ""} /> : null,
        )}
        <button type="submit">{say({ zh: "查找", en: "Search" })}</button>
      </form>
      {offers.length > 0 && chosen.length < MOST ? (
        <ul className="offers" aria-label={say({ zh: "可加入的决算", en: "Accounts to add" })}>
          {offers.map(({ id, department, fiscalYear }) => (
            <li key={id}>
              <Link href={hrefWith(id)} className="button quiet">
                + {department} {fiscalYear}
              </Link>
            </li>
          ))}
        </ul>
      ) : found.state === "loading" ? (
        // Their room, so that nothing below moves when they come.
        <div className="offers" />
      ) : asked !== "" && chosen.length < MOST ? (
        <p className="state">{say({ zh: "没有可加入的决算。", en: "No accounts to add." })}</p>
      ) : null}
    </>
  );
}
