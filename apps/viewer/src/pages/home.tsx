import { Link, useSearchParams } from "wouter";
import { accountsAddress, FACETS } from "../lib/addresses.ts";
import { useJson, type AccountPage, type AccountSummary } from "../lib/data.ts";
import { dayOf } from "../lib/days.ts";
import { counted, useLanguage, type Words } from "../lib/language.tsx";
import type { Facets } from "../lib/fare.ts";
import { Distribution } from "../parts/distribution.tsx";
import { Select } from "../parts/fields.tsx";
import { Failed, Waiting } from "../parts/states.tsx";

const ORDERS: readonly (Words & { readonly sort: string })[] = [
  { sort: "", zh: "年度由近及远", en: "Newest year first" },
  { sort: "recent", zh: "新收录的在前", en: "Recorded last first" },
];

export function Home() {
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("q") ?? "";
  const page = useJson<AccountPage>(accountsAddress(search));
  const set = (name: string, value: string): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete("cursor");
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
      {/* A form like any other: it asks the server where no script has come yet. */}
      <form
        role="search"
        className="search find"
        action="/"
        onSubmit={(event) => {
          event.preventDefault();
          set("q", String(new FormData(event.currentTarget).get("q")).trim());
        }}
      >
        <label>
          {say({ zh: "部门、地区、科目或文字", en: "Department, region, item or words" })}
          <input
            type="search"
            name="q"
            key={asked}
            defaultValue={asked}
            placeholder={say({ zh: "如：人力资源、养老", en: "e.g. 人力资源" })}
          />
        </label>
        <Choice name="year" words={{ zh: "年度", en: "Year" }} search={search} set={set} />
        <Choice name="region" words={{ zh: "地区", en: "Region" }} search={search} set={set} />
        <label>
          {say({ zh: "核对结果", en: "Findings" })}
          <Select
            name="severity"
            value={search.get("severity") ?? ""}
            onChoose={(severity) => set("severity", severity)}
          >
            <option value="">{say({ zh: "全部", en: "All" })}</option>
            <option value="error">{say({ zh: "有错误的", en: "With errors" })}</option>
            <option value="warning">{say({ zh: "有提示的", en: "With warnings" })}</option>
          </Select>
        </label>
        {["division", "measure", "sort"].map((name) => {
          const value = search.get(name);
          return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
        })}
        <button type="submit">{say({ zh: "查找", en: "Search" })}</button>
      </form>
      <Tally />
      <p className="to-fare">
        <a href="#fare">{say({ zh: "各年度、各地区的公开情况", en: "How disclosures fare by year and place" })}</a>
      </p>
      <div className="home">
        {page.state === "loading" ? (
          <Waiting />
        ) : page.state === "failed" ? (
          <Failed reason={page.reason} />
        ) : (
          <List page={page.value} search={search} set={set} />
        )}
        <Distribution chosen={search} />
      </div>
    </>
  );
}

/** Years or regions to choose from, as there are. */
function Choice({
  name,
  words,
  search,
  set,
}: {
  readonly name: "year" | "region";
  readonly words: Words;
  readonly search: URLSearchParams;
  readonly set: (name: string, value: string) => void;
}) {
  const { say } = useLanguage();
  const all = useJson<Facets>(FACETS);
  const chosen = search.get(name) ?? "";
  const values = all.state === "ready" ? all.value[name].map(({ value }) => value).filter((value) => value !== "") : [];
  // What the address asks for can be chosen though the store has none of it.
  const options = [...new Set([...values, chosen])].filter((value) => value !== "").sort();
  return (
    <label>
      {say(words)}
      <Select name={name} value={chosen} onChoose={(value) => set(name, value)}>
        <option value="">{say({ zh: "全部", en: "All" })}</option>
        {(name === "year" ? options.toReversed() : options).map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </Select>
    </label>
  );
}

function List({
  page,
  search,
  set,
}: {
  readonly page: AccountPage;
  readonly search: URLSearchParams;
  readonly set: (name: string, value: string) => void;
}) {
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
  const next = new URLSearchParams(search);
  if (page.next !== null) next.set("cursor", page.next);
  return (
    <section aria-label={say({ zh: "决算列表", en: "Accounts" })}>
      <p className="count">
        {page.exact
          ? say({ zh: `共 ${page.total} 份`, en: `${page.total} in all` })
          : say({ zh: `至少 ${page.total} 份`, en: `At least ${page.total}` })}
        <span className="orders" role="group" aria-label={say({ zh: "次序", en: "Order" })}>
          {ORDERS.map(({ sort, ...words }) => (
            <button
              key={sort}
              type="button"
              className="link"
              aria-pressed={(search.get("sort") ?? "") === sort}
              onClick={() => set("sort", sort)}
            >
              {say(words)}
            </button>
          ))}
        </span>
      </p>
      <ul className="accounts">
        {page.accounts.map((account) => (
          <Entry key={account.id} account={account} />
        ))}
      </ul>
      {page.next === null ? null : (
        <p>
          <Link href={`/?${next.toString()}`}>{say({ zh: "下一页", en: "Next page" })}</Link>
        </p>
      )}
    </section>
  );
}

function Entry({ account }: { readonly account: AccountSummary }) {
  const { say, language } = useLanguage();
  const { id, department, fiscalYear, region, revision, recordedAt, figures, findings } = account;
  const day = dayOf(recordedAt, language);
  return (
    <li className="late">
      <Link href={`/accounts/${encodeURIComponent(id)}`}>
        <strong>{department}</strong> <span>{say({ zh: `${fiscalYear} 年度`, en: String(fiscalYear) })}</span>
      </Link>{" "}
      <span className="marks">
        {findings.errors + findings.warnings === 0 ? (
          <span className="mark fine">{say({ zh: "没有发现不符", en: "nothing contradicts" })}</span>
        ) : null}{" "}
        {findings.errors > 0 ? (
          <span className="mark error">
            {say({ zh: `错误 ${findings.errors}`, en: counted(findings.errors, "error") })}
          </span>
        ) : null}{" "}
        {findings.warnings > 0 ? (
          <span className="mark warning">
            {say({ zh: `提示 ${findings.warnings}`, en: counted(findings.warnings, "warning") })}
          </span>
        ) : null}
      </span>
      <p>
        {region === "" ? "" : `${region} · `}
        <span className="nowrap">
          {say({ zh: `${day}收录`, en: `recorded ${day}` })}
          {revision > 1 ? say({ zh: `，第 ${revision} 版`, en: `, version ${revision}` }) : ""}
        </span>
        {" · "}
        <span className="nowrap">
          {figures.unbound > 0
            ? say({
                zh: `${figures.printed} 个数字，${figures.unbound} 个没有读懂`,
                en: `${figures.printed} figures, ${figures.unbound} not understood`,
              })
            : say({ zh: `${figures.printed} 个数字都已读懂`, en: `all ${figures.printed} figures understood` })}
        </span>
      </p>
    </li>
  );
}

/** How much there is, in four numbers. */
function Tally() {
  const { say } = useLanguage();
  const all = useJson<Facets>(FACETS);
  const facets = all.state === "ready" ? all.value : undefined;
  const numbers = [
    { zh: "份决算", en: "accounts", value: facets?.total },
    { zh: "个年度", en: "years", value: facets?.year.length },
    { zh: "个地区", en: "regions", value: facets?.region.filter(({ value }) => value !== "").length },
    { zh: "份有前后不符", en: "with contradictions", value: facets?.errors },
  ];
  return (
    <dl className="tally">
      {numbers.map(({ value, ...words }) => (
        <div key={words.en}>
          <dt>{say(words)}</dt>
          <dd>{value ?? "…"}</dd>
        </div>
      ))}
    </dl>
  );
}
