import { useMemo } from "react";
import { grouped } from "../lib/amounts.ts";
import { unitOf } from "../lib/facts.ts";
import type { Flow, FlowNode } from "../lib/flow.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";

const WIDTH = 960;
const NODE = 14;
const GAP = 10;
const LABEL = 190;

interface Placed extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Where the money came from and where it went, in streams as wide as the amounts; the same as a table below. */
export function FlowChart({ flow }: { readonly flow: Flow }) {
  const { say } = useLanguage();
  const { nameOf, codeName, report, byKey } = useReport();
  const { placed, height, ribbons } = useMemo(() => layOut(flow), [flow]);
  const unit = say(unitOf({ unit: flow.unit }));
  const words = (node: FlowNode): string => {
    if (node.rest) return say({ zh: "文件没有分列", en: "not itemised in the document" });
    if (node.key === undefined) return "";
    const code = byKey.get(node.key)?.[0]?.dimensions["functional"];
    return (typeof code === "string" ? codeName(code) : undefined) ?? say(nameOf(node.key));
  };
  const total = flow.nodes[0]!;
  return (
    <section aria-labelledby="flow">
      <h2 id="flow">{say({ zh: "钱从哪里来，到哪里去", en: "Where the money came from and went" })}</h2>
      <p className="quiet-words">
        {report.fiscalYear === null ? "" : say({ zh: `${report.fiscalYear} 年度；`, en: `${report.fiscalYear}; ` })}
        {say({
          zh: `总计 ${grouped(total.value)} ${unit}；带宽表示金额。`,
          en: `${grouped(total.value)} ${unit} in all; the width of a stream is its amount.`,
        })}
      </p>
      <div className="scroll chart" tabIndex={0} role="group" aria-labelledby="flow">
        <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img" aria-labelledby="flow">
          {ribbons.map(({ id, path, column }) => (
            <path key={id} d={path} className={`stream from-${column}`} />
          ))}
          {placed.map((node) => {
            const right = node.column >= 2;
            return (
              <g key={node.id}>
                <rect
                  x={node.x}
                  y={node.y}
                  width={NODE}
                  height={Math.max(1.5, node.height)}
                  className={node.rest ? "node rest" : `node column-${node.column}`}
                />
                <text
                  x={right ? node.x + NODE + 6 : node.column === 1 ? node.x + NODE / 2 : node.x + NODE + 6}
                  y={node.column === 1 ? node.y - 8 : node.y + node.height / 2}
                  dominantBaseline={node.column === 1 ? "auto" : "middle"}
                  textAnchor={node.column === 1 ? "middle" : "start"}
                >
                  {words(node)} <tspan className="value">{grouped(node.value)}</tspan>
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
    </section>
  );
}

/** Columns of nodes as high as their amounts, never closer than a line of text. */
function layOut(flow: Flow): {
  readonly placed: readonly Placed[];
  readonly height: number;
  readonly ribbons: readonly { readonly id: string; readonly path: string; readonly column: number }[];
} {
  const columns = [0, 1, 2, 3].map((column) => flow.nodes.filter((node) => node.column === column));
  const busiest = Math.max(...columns.map(({ length }) => length));
  const height = Math.max(220, busiest * 30 + 60);
  const used = columns.filter(({ length }) => length > 0).length;
  const step = (WIDTH - NODE - LABEL) / (used - 1);
  const whole = Number(flow.nodes[0]!.value);
  const room = height - 40 - (busiest - 1) * GAP;
  const scale = Math.min(
    ...columns.map((nodes) => (room - Math.max(0, nodes.length * 18 - room * 0.5)) / whole),
    room / whole,
  );
  const placed = columns.flatMap((nodes, column) => {
    const heights = nodes.map(({ value }) => Number(value) * scale);
    // A thin stream still needs the height of its label.
    const slots = heights.map((own) => Math.max(own, column === 1 ? 0 : 20));
    const free = height - 30 - slots.reduce((sum, slot) => sum + slot, 0);
    const gap = nodes.length > 1 ? Math.min(GAP, free / (nodes.length - 1)) : 0;
    let y = 26 + (free - gap * (nodes.length - 1)) / 2;
    return nodes.map((node, index) => {
      const slot = slots[index]!;
      const own = heights[index]!;
      const at = { ...node, x: column * step, y: y + (slot - own) / 2, height: own };
      y += slot + gap;
      return at;
    });
  });
  const byId = new Map(placed.map((node) => [node.id, node]));
  const left = new Map<string, number>();
  const arrived = new Map<string, number>();
  const ribbons = flow.streams.map(({ from, to, value }) => {
    const a = byId.get(from)!;
    const b = byId.get(to)!;
    const thick = Math.max(1, Number(value) * scale);
    const y0 = a.y + (left.get(from) ?? 0);
    const y1 = b.y + (arrived.get(to) ?? 0);
    left.set(from, (left.get(from) ?? 0) + thick);
    arrived.set(to, (arrived.get(to) ?? 0) + thick);
    const x0 = a.x + NODE;
    const middle = (x0 + b.x) / 2;
    const path = `M${x0},${y0} C${middle},${y0} ${middle},${y1} ${b.x},${y1} V${y1 + thick} C${middle},${y1 + thick} ${middle},${y0 + thick} ${x0},${y0 + thick} Z`;
    return { id: `${from}→${to}`, path, column: a.column };
  });
  return { placed, height, ribbons };
}
