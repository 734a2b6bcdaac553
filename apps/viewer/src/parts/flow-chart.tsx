import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from "d3-sankey";
import { Fragment, useMemo, useRef } from "react";
import { grouped } from "../lib/amounts.ts";
import { unitOf } from "../lib/facts.ts";
import { FLOW_GAP, pictureHeight, picturesOf, type Flow, type FlowNode, type Stream, type Tone } from "../lib/flow.ts";
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
  const pictures = picturesOf(flow, isNarrow);
  const words = (node: FlowNode): string => {
    if (node.rest) return say({ zh: "文件没有分列", en: "not itemised in the document" });
    if (node.key === undefined) return "";
    const code =
      byKey.get(node.key)?.[0]?.dimensions["functional"] ?? /economic=(?<code>\d+)/.exec(node.key)?.groups?.["code"];
    return (typeof code === "string" ? codeName(code) : undefined) ?? say(nameOf(node.key));
  };
  const unit = say(unitOf({ unit: flow.unit }));
  return (
    <>
      <p className="quiet-words">
        {TONES.filter(({ tone }) => flow.nodes.some((node) => node.tone === tone)).map((entry) => (
          <Fragment key={entry.tone}>
            <span className={`nowrap tone-${entry.tone}`}>
              <span className="fund-mark" aria-hidden="true" />
              {say(entry)}
            </span>{" "}
          </Fragment>
        ))}
      </p>
      <div className="flow" ref={frame}>
        {pictures.map((columns, index) => (
          <Fragment key={columns.join()}>
            {index > 0 ? (
              <p className="quiet-words">
                {say({ zh: "这些用途又花成了什么：", en: "And what these were spent as:" })}
              </p>
            ) : null}
            <Picture flow={flow} columns={columns} width={width} isNarrow={isNarrow} words={words} />
          </Fragment>
        ))}
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

/** Some of the columns, in one picture. */
function Picture({
  flow,
  columns,
  width,
  isNarrow,
  words,
}: {
  readonly flow: Flow;
  readonly columns: readonly [first: number, last: number];
  readonly width: number;
  readonly isNarrow: boolean;
  readonly words: (node: FlowNode) => string;
}) {
  const [first, last] = columns;
  const height = pictureHeight(flow, columns, isNarrow);
  const { nodes, links } = useMemo(
    () => layOut(flow, [first, last], width, height, isNarrow),
    [flow, first, last, width, height, isNarrow],
  );
  return (
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
        const isTotal = column === 1;
        const isEnd = isNarrow && column === last;
        const x = isTotal ? x0 + NODE / 2 : isEnd ? x0 - 6 : x0 + NODE + 6;
        const isSplit = isNarrow && !isTotal;
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
              y={isTotal ? y0 - 9 : isSplit ? middle - 8 : middle}
              dominantBaseline={isTotal ? "auto" : "central"}
              textAnchor={isTotal ? "middle" : isEnd ? "end" : "start"}
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
  );
}

/** The picture's own numbers take the place of the printed ones in what is returned: they draw and are not shown. */
function layOut(
  { nodes, streams }: Flow,
  [first, last]: readonly [number, number],
  width: number,
  height: number,
  isNarrow: boolean,
): { readonly nodes: readonly Placed[]; readonly links: readonly Ribbon[] } {
  const drawn = streams.filter(({ from, to }) =>
    [from, to].every((end) => nodes.some(({ id, column }) => id === end && first <= column && column <= last)),
  );
  // What leads nowhere within a picture is no part of it.
  const ids = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const chart = sankey<FlowNode, Stream>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column - first)
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
    nodes: nodes.filter(({ id }) => ids.has(id)).map((node) => ({ ...node, fixedValue: Number(node.value) }) as never),
    links: drawn.map(
      (stream) => ({ ...stream, source: stream.from, target: stream.to, value: Number(stream.value) }) as never,
    ),
  });
}
