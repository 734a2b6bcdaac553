import { useState } from "react";
import { Link } from "wouter";
import { shareOf } from "../lib/amounts.ts";
import { bestOf, printed, unitOf } from "../lib/facts.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { later } from "../lib/later.tsx";
import { useReport } from "../lib/report-context.tsx";
import type { Branch, Structure } from "../lib/structure.ts";
import { Headings } from "./headings.tsx";
import { Near } from "./near.tsx";
import { FigureLink } from "./place-link.tsx";
import { Term } from "./term.tsx";

const Treemap = later(() => import("./treemap.tsx"));

interface Props {
  readonly id: string;
  readonly title: Words;
  readonly structure: Structure;
}

/** Parts of a whole, opened class by class: the picture and its equal in numbers are one table. */
export function Breakdown({ id, title, structure }: Props) {
  const { say } = useLanguage();
  const { byKey, codeName, nameOf, report } = useReport();
  const [at, setAt] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const whole = bestOf(byKey.get(structure.whole));
  const first = structure.branches[0];
  if (!first) return null;
  const unit = say(unitOf(first.fact));
  const most = Number(first.fact.value);
  const deep = structure.branches.filter(({ children }) => children.length > 0);
  const allOpen = deep.every(({ code }) => open.has(code));
  const toggle = (code: string): void =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  const nameOfBranch = ({ code, fact }: Branch): string =>
    codeName(code) ?? (/^\d+$/.test(code) ? say(nameOf(fact.key)) : (code.split("/").at(-1) ?? code));
  // The picture and the table open together.
  const goTo = (code: string): void => {
    setAt(code);
    if (code !== "") setOpen((before) => new Set(before).add(code.slice(0, 3)));
  };
  const isPicture = structure.branches.length > 1 || deep.length > 0;
  const rows: { readonly branch: Branch; readonly depth: number }[] = [];
  const list = (branches: readonly Branch[], depth: number): void => {
    for (const branch of branches) {
      rows.push({ branch, depth });
      if (depth > 0 || open.has(branch.code)) list(branch.children, depth + 1);
    }
  };
  list(structure.branches, 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      <p className="quiet-words">
        {report.fiscalYear === null ? "" : say({ zh: `${report.fiscalYear} 年度；`, en: `${report.fiscalYear}; ` })}
        {say(nameOf(structure.whole))}
        {whole ? say({ zh: `合计 ${printed(whole)} ${unit}`, en: `: ${printed(whole)} ${unit} in all` }) : ""}
        {say({ zh: "。", en: "." })}{" "}
        {deep.length > 0 ? (
          <button
            type="button"
            className="link"
            onClick={() => setOpen(allOpen ? new Set() : new Set(deep.map(({ code }) => code)))}
          >
            {allOpen ? say({ zh: "全部收起", en: "Close all" }) : say({ zh: "展开到最细一级", en: "Open every item" })}
          </button>
        ) : null}
      </p>
      {isPicture ? (
        <Near
          prepare={Treemap.prepare}
          waiting={
            <>
              <p className="path" />
              <div className="treemap" />
            </>
          }
        >
          <Treemap
            structure={structure}
            whole={whole?.unit === first.fact.unit ? whole.value : undefined}
            label={say(title)}
            at={at}
            goTo={goTo}
            nameOfBranch={nameOfBranch}
          />
        </Near>
      ) : null}
      <table className="parts">
        <Headings
          row={{ zh: "项目", en: "Item" }}
          numbers={[
            { zh: `决算数（${unit}）`, en: `Final (${unit})` },
            { zh: "占比", en: "Share" },
          ]}
          hasBars
        />
        <tbody>
          {rows.map(({ branch, depth }) => (
            <Row
              key={branch.code}
              branch={branch}
              depth={depth}
              most={most}
              whole={whole?.unit === branch.fact.unit ? whole.value : undefined}
              isOpen={open.has(branch.code)}
              toggle={toggle}
              name={nameOfBranch(branch)}
            />
          ))}
        </tbody>
        {whole?.unit === first.fact.unit ? (
          <tfoot>
            <tr className="whole">
              <th scope="row">{say({ zh: "合计", en: "Total" })}</th>
              <td className="number">
                <FigureLink fact={whole}>{printed(whole)}</FigureLink>
              </td>
              <td className="number">100%</td>
              <td className="bar" />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

function Row({
  branch,
  depth,
  most,
  whole,
  isOpen,
  toggle,
  name,
}: {
  readonly branch: Branch;
  readonly depth: number;
  readonly most: number;
  readonly whole: string | undefined;
  readonly isOpen: boolean;
  readonly toggle: (code: string) => void;
  readonly name: string;
}) {
  const { code, fact, children } = branch;
  const share = whole === undefined ? undefined : shareOf(fact.value, whole);
  return (
    <tr className={`depth-${Math.min(depth, 2)}`}>
      <th scope="row">
        {depth === 0 && children.length > 0 ? (
          <button type="button" className="fold" aria-expanded={isOpen} onClick={() => toggle(code)}>
            <svg className="turns" width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
              <path d="M2 0.5 L7.5 4.5 L2 8.5 Z" />
            </svg>{" "}
            {name}
          </button>
        ) : /^\d{5,7}$/.test(code) ? (
          <Term of={fact.key} code={code}>
            {name}
          </Term>
        ) : (
          name
        )}{" "}
        {/^\d+$/.test(code) ? (
          <Link href={`/codes/${code}`} className="code">
            {code}
          </Link>
        ) : null}
      </th>
      <td className="number">
        <FigureLink fact={fact}>{printed(fact)}</FigureLink>
      </td>
      <td className="number">{share === undefined ? "" : `${share}%`}</td>
      <td className="bar">
        <svg width="100%" height="14" aria-hidden="true">
          <rect width={`${Math.max(0, (100 * Number(fact.value)) / most)}%`} height="14" rx="2" />
        </svg>
      </td>
    </tr>
  );
}
