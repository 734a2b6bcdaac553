import { hierarchy, treemap, treemapSquarify, type HierarchyRectangularNode } from "d3-hierarchy";
import { useRef } from "react";
import { Link } from "wouter";
import { shareOf } from "../lib/amounts.ts";
import { printed, unitOf } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { useWidth } from "../lib/use-width.ts";
import { branchAt, type Branch, type Structure } from "../lib/structure.ts";

const HEIGHT = 336;
/** Smaller ones cannot be hit by a finger: the table beside holds their links. */
const LEAST = 26;

interface Props {
  readonly structure: Structure;
  readonly whole: string | undefined;
  readonly label: string;
  /** The code whose parts are shown; empty for all. */
  readonly at: string;
  readonly goTo: (code: string) => void;
  readonly nameOfBranch: (branch: Branch) => string;
}

/** Spending as areas, opened class by class; the table beside it says the same. */
export default function Treemap({ structure, whole, label, at, goTo, nameOfBranch }: Props) {
  const { say } = useLanguage();
  const { hrefOf } = useReport();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 960;
  const height = width < 480 ? 384 : HEIGHT;
  const trail = branchAt(structure, at);
  const branches = trail.at(-1)?.children ?? structure.branches;
  const tiles = tilesOf(branches, width, height);
  const most = Math.max(...branches.map(({ fact }) => Number(fact.value)), 1e-9);
  const percent = (part: number, of: number): string => `${(100 * part) / of}%`;
  return (
    <>
      <p className="path">
        {trail.length === 0 ? (
          <span className="quiet-words">
            {say({ zh: "面积表示金额；点一块看它的下级。", en: "Areas show amounts; choose one to see its parts." })}
          </span>
        ) : (
          <>
            <button type="button" className="link" onClick={() => goTo("")}>
              {say({ zh: "全部", en: "All" })}
            </button>
            {trail.map((branch, index) => (
              <span key={branch.code}>
                <span aria-hidden="true">› </span>
                {index === trail.length - 1 ? (
                  <strong>{nameOfBranch(branch)}</strong>
                ) : (
                  <button type="button" className="link" onClick={() => goTo(branch.code)}>
                    {nameOfBranch(branch)}
                  </button>
                )}
              </span>
            ))}
            <span>
              {printed(trail.at(-1)!.fact)} {say(unitOf(trail.at(-1)!.fact))}
            </span>
          </>
        )}
      </p>
      <div className="treemap" ref={frame} role="group" aria-label={label}>
        {tiles.map(({ data, x0, x1, y0, y1 }) => {
          const branch = data.branch;
          if (!branch) return null;
          const share = whole === undefined ? undefined : shareOf(branch.fact.value, whole);
          const name = nameOfBranch(branch);
          const words = `${name} ${printed(branch.fact)} ${say(unitOf(branch.fact))}${share === undefined ? "" : ` ${share}%`}`;
          const style = {
            left: percent(x0, width),
            top: percent(y0, height),
            width: percent(x1 - x0, width),
            height: percent(y1 - y0, height),
            "--weight": Number(branch.fact.value) / most,
          } as React.CSSProperties;
          const isNamed = x1 - x0 > 54 && y1 - y0 > 30;
          const isTold = isNamed && y1 - y0 > 52;
          // What a tile has no room to print is said of it all the same.
          const label = isTold ? {} : { "aria-label": words };
          const text = isNamed ? (
            <>
              {name}
              {isTold ? (
                <span className="value">
                  {printed(branch.fact)}
                  {share === undefined ? "" : ` · ${share}%`}
                </span>
              ) : null}
            </>
          ) : null;
          if (x1 - x0 < LEAST || y1 - y0 < LEAST)
            return <span key={branch.code} title={words} style={style} aria-hidden="true" />;
          return branch.children.length > 0 ? (
            <button
              key={branch.code}
              type="button"
              title={words}
              {...label}
              style={style}
              onClick={() => goTo(branch.code)}
            >
              {text}
            </button>
          ) : (
            <Link
              key={branch.code}
              href={hrefOf("figure", { key: branch.fact.key })}
              title={words}
              {...label}
              style={style}
            >
              {text}
            </Link>
          );
        })}
      </div>
    </>
  );
}

interface Node {
  readonly branch?: Branch;
  readonly children?: readonly Node[];
}

function tilesOf(
  branches: readonly Branch[],
  width: number,
  height: number,
): readonly HierarchyRectangularNode<Node>[] {
  const root = hierarchy<Node>({
    children: branches.filter(({ fact }) => Number(fact.value) > 0).map((branch) => ({ branch })),
  }).sum(({ branch }) => Number(branch?.fact.value ?? 0));
  return treemap<Node>().tile(treemapSquarify).size([width, height])(root).leaves();
}
