import type { Classification, ClassificationEntry } from "@juesuan/core";
import { use, useState } from "react";
import { Link } from "wouter";
import { useLanguage, type Words } from "../lib/language.tsx";
import { Field } from "../parts/fields.tsx";

/** The classification, searched in the browser: its data come with this page alone. */
const loading = import("@juesuan/core/classification").then(({ loadClassification }) => loadClassification());

export default function Codes({ code }: { readonly code: string | undefined }) {
  const { say } = useLanguage();
  const classification = use(loading);
  const [words, setWords] = useState("");
  const [year, setYear] = useState(2024);
  const found =
    words.trim() === ""
      ? code === undefined
        ? classification.classes("functional", year)
        : classification.children(code, year)
      : classification.search(words, year);
  const own = code === undefined ? undefined : classification.entry(code, year);
  return (
    <>
      <title>{say({ zh: "政府收支分类科目 · 决算", en: "Classification · juesuan" })}</title>
      {own ? (
        <p className="crumbs">
          <Link href="/codes">{say({ zh: "全部科目", en: "All codes" })}</Link>
          {classification.ancestors(own.code, year).map((entry) => (
            <span key={entry.code}>
              <span aria-hidden="true">› </span>
              <Link href={`/codes/${entry.code}`}>{entry.name}</Link>
            </span>
          ))}
        </p>
      ) : null}
      <h1>
        {own
          ? `${own.code} ${own.name}`
          : say({ zh: "政府收支分类科目", en: "Classification of government revenue and expenditure" })}
      </h1>
      <search className="search">
        <label>
          {say({ zh: "编码、名称或拼音首字母", en: "Code, name or initials" })}
          <Field type="search" onWrite={setWords} placeholder="2080505 / 养老 / ylbx" />
        </label>
        <label>
          {say({ zh: "年度", en: "Year" })}
          <Field type="number" min={2019} max={2026} first="2024" onWrite={(text) => setYear(Number(text))} />
        </label>
      </search>
      {found.length === 0 ? (
        <p className="state">{say({ zh: "没有下级科目，或没有找到。", en: "Nothing below, or nothing found." })}</p>
      ) : (
        <Entries entries={found} classification={classification} />
      )}
    </>
  );
}

function Entries({
  entries,
  classification,
}: {
  readonly entries: readonly ClassificationEntry[];
  readonly classification: Classification;
}) {
  const { say } = useLanguage();
  const EVIDENCE = {
    attested: { zh: "见于公开文件", en: "attested" },
    catalogue: { zh: "目录所载", en: "catalogue" },
    uncertain: { zh: "待核实", en: "uncertain" },
  } as const;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say({ zh: "科目", en: "Codes" })}>
      <table className="parts codes">
        <thead>
          <tr>
            <th scope="col">{say({ zh: "编码", en: "Code" })}</th>
            <th scope="col">{say({ zh: "名称", en: "Name" })}</th>
            <th scope="col">{say({ zh: "年度", en: "Years" })}</th>
            <th scope="col">{say({ zh: "如何得知", en: "Known by" })}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.code}>
              <td>
                <Link href={`/codes/${entry.code}`}>{entry.code}</Link>
              </td>
              <th scope="row">{entry.name}</th>
              <td>
                {entry.from === undefined && entry.to === undefined ? "" : `${entry.from ?? ""}–${entry.to ?? ""}`}
                {classification.history(entry.code).length > 1
                  ? say(
                      bracketed(
                        classification
                          .history(entry.code)
                          .map(({ name }) => name)
                          .join(" → "),
                      ),
                    )
                  : ""}
              </td>
              <td className="nowrap">{say(EVIDENCE[entry.evidence])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In brackets as either language has them. */
const bracketed = (text: string): Words => ({ zh: `（${text}）`, en: ` (${text})` });
