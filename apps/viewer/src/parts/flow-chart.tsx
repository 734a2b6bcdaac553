import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from "d3-sankey";
import { useMemo, useRef } from "react";
import { grouped } from "../lib/amounts.ts";
import { unitOf } from "../lib/facts.ts";
import { FLOW_GAP, flowHeight, type Flow, type FlowNode, type Stream, type Tone } from "../lib/flow.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { useWidth } from "../lib/use-width.ts";

const NODE = 12;
/** Room for the total's label above it. */
const TOP = 26;
/** Room for the labels right of the last column. */
const MARGIN = 190;
const NARROW = 640;

type Placed = SankeyNode<FlowNode, Stream>;
type Ribbon = SankeyLink<FlowNode, Stream>;

const TONES: readonly (Words & { readonly tone: Tone })[] = [
  { tone: "appropriation", zh: "财政拨款", en: "appropriation" },
  { tone: "general", zh: "一般公共预算", en: "general public budget" },
  { tone: "government-fund", zh: "政府性基金", en: "government funds" },
  { tone: "state-capital", zh: "国有资本经营", en: "state capital" },
  { tone: "own", zh: "财政拨款以外的收入", en: "other revenue" },
  { tone: "carried", zh: "结转和结余", en: "carried over" },
];

/** Where the money came from and where it went, in streams as wide as the amounts; the same as a table below. */
export default function FlowChart({ flow }: { readonly flow: Flow }) {
  const { say } = useLanguage();
  const { nameOf, codeName, byKey } = useReport();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 1000;
  const isNarrow = width < NARROW;
  const height = flowHeight(flow, isNarrow);
  const { nodes, links } = useMemo(() => layOut(flow, width, height), [flow, width, height]);
  const words = (node: FlowNode): string => {
    if (node.rest) return say({ zh: "文件没有分列", en: "not itemised in the document" });
    if (node.key === undefined) return "";
    const code =
      byKey.get(node.key)?.[0]?.dimensions["functional"] ?? /economic=(?<code>\d+)/.exec(node.key)?.groups?.["code"];
    return (typeof code === "string" ? codeName(code) : undefined) ?? say(nameOf(node.key));
  };
  const last = Math.max(...nodes.map(({ column }) => column));
  const unit = say(unitOf({ unit: flow.unit }));
  return (
    <>
      <p className="quiet-words">
        {TONES.filter(({ tone }) => flow.nodes.some((node) => node.tone === tone)).map((entry) => (
          <span key={entry.tone} className={`nowrap tone-${entry.tone}`}>
            <span className="fund-mark" aria-hidden="true" />
            {say(entry)}{" "}
          </span>
        ))}
      </p>
      <div className="flow" ref={frame} style={{ "--height": `${height}px` } as React.CSSProperties}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="flow">
          {links.map((link) => {
            const from = link.source as Placed;
            return (
              <path
                key={`${link.from}→${link.to}`}
                d={sankeyLinkHorizontal()(link) ?? ""}
                fill="none"
                strokeWidth={Math.max(1, link.width ?? 1)}
                className={`stream tone-${from.tone === "total" ? (link.target as Placed).tone : from.tone}`}
              />
            );
          })}
          {nodes.map((node) => {
            const { x0 = 0, y0 = 0, y1 = 0, column } = node;
            const middle = (y0 + y1) / 2;
            const isEnd = isNarrow && column === last;
            const x = column === 1 ? x0 + NODE / 2 : isEnd ? x0 - 6 : x0 + NODE + 6;
            const anchor = column === 1 ? "middle" : isEnd ? "end" : "start";
            const isSplit = isNarrow && column !== 1;
            return (
              <g key={node.id}>
                <rect
                  x={x0}
                  y={y0}
                  width={NODE}
                  height={Math.max(1.5, y1 - y0)}
                  className={node.rest ? "node rest" : `node tone-${node.tone}`}
                />
                <text
                  x={x}
                  y={column === 1 ? y0 - 9 : isSplit ? middle - 8 : middle}
                  dominantBaseline={column === 1 ? "auto" : "central"}
                  textAnchor={anchor}
                >
                  {words(node)}{" "}
                  <tspan className="value" {...(isSplit ? { x, dy: "1.25em" } : {})}>
                    {grouped(flow.nodes.find(({ id }) => id === node.id)!.value)}
                  </tspan>
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <details>
        <summary>{say({ zh: "同样的内容，列成表格", en: "The same as a table" })}</summary>
        <table className="parts">
          <thead>
            <tr>
              <th scope="col">{say({ zh: "从", en: "From" })}</th>
              <th scope="col">{say({ zh: "到", en: "To" })}</th>
              <th scope="col" className="number">
                {say({ zh: `金额（${unit}）`, en: `Amount (${unit})` })}
              </th>
            </tr>
          </thead>
          <tbody>
            {flow.streams.map(({ from, to, value }) => (
              <tr key={`${from}→${to}`}>
                <td>{words(flow.nodes.find(({ id }) => id === from)!)}</td>
                <td>{words(flow.nodes.find(({ id }) => id === to)!)}</td>
                <td className="number">{grouped(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/**
 * The picture's own numbers take the place of the printed ones in what is returned: they draw and are not shown.
 * On a narrow screen the last column is left out: its streams are in the table.
 */
function layOut(
  { nodes, streams }: Flow,
  width: number,
  height: number,
): { readonly nodes: readonly Placed[]; readonly links: readonly Ribbon[] } {
  const isNarrow = width < NARROW;
  const shown = nodes.filter(({ column }) => !isNarrow || column < 3);
  const ids = new Set(shown.map(({ id }) => id));
  const chart = sankey<FlowNode, Stream>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    // In the order of the form, not of the picture's convenience.
    .nodeSort(null as never)
    .linkSort(null as never)
    .nodeWidth(NODE)
    .nodePadding(FLOW_GAP[isNarrow ? "narrow" : "wide"])
    .extent([
      [0, TOP],
      [isNarrow ? width : width - MARGIN, height - 6],
    ]);
  return chart({
    nodes: shown.map((node) => ({ ...node, fixedValue: Number(node.value) }) as never),
    links: streams
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .map((stream) => ({ ...stream, source: stream.from, target: stream.to, value: Number(stream.value) }) as never),
  });
}
