import type { DraftChart } from "../draft/document.ts";
import { escapeMarkup as escape } from "../markup.ts";

/** Colours that stay apart in grey print and for eyes that do not tell red from green. */
export const CHART_COLOURS = [
  "1f4e79",
  "c55a11",
  "7f7f7f",
  "bf9000",
  "2e75b6",
  "548235",
  "7030a0",
  "833c0b",
  "3a3a3a",
  "00796b",
];

const WIDTH = 560;
const HEIGHT = 300;

/** A chart as a picture of its own, drawn without a browser (SVG). Its ground shows readers of a print where it ends. */
export function chartToSvg(chart: DraftChart): string {
  const label = `${chart.title}：${chart.points.map(({ label: name, text }) => `${name}${text}万元`).join("，")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(label)}" font-family="SimSun, 'Songti SC', 'Noto Serif CJK SC', serif" font-size="13"><rect width="${WIDTH}" height="${HEIGHT}" fill="#f6f6f6"/>${chart.kind === "columns" ? columns(chart) : pie(chart)}</svg>`;
}

/** Geometry may be approximate; amounts are printed from their text. */
function columns({ points }: DraftChart): string {
  const most = Math.max(...points.map(({ ticks }) => ticks), 1);
  const base = HEIGHT - 40;
  const slot = WIDTH / points.length;
  const bars = points.map(({ label, text, ticks }, index) => {
    const height = Math.round((Math.max(ticks, 0) / most) * (base - 50));
    const middle = Math.round(slot * (index + 0.5));
    return [
      `<rect x="${middle - 45}" y="${base - height}" width="90" height="${height}" fill="#${CHART_COLOURS[index % CHART_COLOURS.length]}"/>`,
      `<text x="${middle}" y="${base - height - 8}" text-anchor="middle">${escape(text)}</text>`,
      `<text x="${middle}" y="${base + 22}" text-anchor="middle">${escape(label)}</text>`,
    ].join("");
  });
  return `${bars.join("")}<line x1="30" y1="${base}" x2="${WIDTH - 30}" y2="${base}" stroke="#000"/>`;
}

function pie({ points }: DraftChart): string {
  const whole = points.reduce((sum, { ticks }) => sum + ticks, 0);
  const [x, y, radius] = [150, HEIGHT / 2, 115];
  let turned = 0;
  const at = (share: number): string =>
    `${(x + radius * Math.sin(2 * Math.PI * share)).toFixed(1)} ${(y - radius * Math.cos(2 * Math.PI * share)).toFixed(1)}`;
  const slices = points.map(({ ticks }, index) => {
    const share = ticks / whole;
    const from = turned;
    turned += share;
    const fill = `fill="#${CHART_COLOURS[index % CHART_COLOURS.length]}" stroke="#fff"`;
    return share > 0.9999
      ? `<circle cx="${x}" cy="${y}" r="${radius}" ${fill}/>`
      : `<path d="M${x} ${y}L${at(from)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${at(turned)}Z" ${fill}/>`;
  });
  const step = Math.min(26, (HEIGHT - 20) / points.length);
  const legend = points.map(({ label, text }, index) => {
    const top = HEIGHT / 2 + (index - (points.length - 1) / 2) * step;
    return `<rect x="290" y="${(top - 6).toFixed(1)}" width="12" height="12" fill="#${CHART_COLOURS[index % CHART_COLOURS.length]}"/><text x="308" y="${(top + 5).toFixed(1)}" font-size="${step < 18 ? 10 : 13}">${escape(label)}</text><text x="${WIDTH - 8}" y="${(top + 5).toFixed(1)}" text-anchor="end" font-size="${step < 18 ? 10 : 13}">${escape(text)}</text>`;
  });
  return slices.join("") + legend.join("");
}
