import { CONCEPTS, FUNCTIONAL_CLASSES, keyText, type Dimensions, type Disclosure } from "@juesuan/core";
import { gridsOf, type Grid } from "@juesuan/writers";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { figuresOf } from "../check/wording.ts";
import { briefOf } from "../check/entry.ts";
import { columnsOf } from "../screen/columns.ts";
import { gridLines } from "../screen/grid.ts";
import { EXIT, UsageError, write, type Language } from "../streams.ts";
import { hang, pad, truncate, widthOf } from "../text/width.ts";
import { theDocument } from "./document.ts";

/** `juesuan show FILE` */
export async function show(invocation: Invocation): Promise<number> {
  const { streams, lang } = invocation;
  const { disclosure, report } = await theDocument(invocation);
  if (report.refusal) throw new UsageError(report.refusal.zh, report.refusal.en);
  const columns = columnsOf(streams);
  const wanted = textOf(invocation, "table");
  const grids = gridsOf(disclosure).filter(({ title }) => wanted === undefined || title.includes(wanted));
  if (wanted !== undefined && grids.length === 0) {
    throw new UsageError(`没有名称含“${wanted}”的表。`, `There is no table with "${wanted}" in its title.`);
  }
  const head =
    wanted === undefined
      ? [
          `${report.department ?? report.file} ${report.fiscalYear ?? ""}`.trim(),
          ...hang("", figuresOf(briefOf(report), lang), columns),
          "",
          ...headline(disclosure, lang),
          ...structure(disclosure, columns, lang),
        ]
      : [];
  await write(
    streams.stdout,
    `${[...head, ...grids.flatMap((grid) => tableLines(grid, columns))].join("\n").trimEnd()}\n`,
  );
  return EXIT.clean;
}

/** The quantities that everybody asks for first. */
const HEADLINE: readonly (readonly [concept: string, dimensions: Dimensions])[] = [
  ["total-receipts", {}],
  ["revenue", {}],
  ["expenditure", {}],
  ["expenditure", { nature: "basic" }],
  ["expenditure", { nature: "project" }],
  ["expenditure", { fund: "appropriation" }],
  ["expenditure", { fund: "general" }],
  ["closing-carry-over", {}],
  ["three-public", {}],
  ["operating-costs", {}],
  ["procurement", {}],
  ["state-vehicles", {}],
];

const PARTS: Readonly<Record<string, { zh: string; en: string }>> = {
  basic: { zh: "其中：基本支出", en: "of which basic" },
  project: { zh: "其中：项目支出", en: "of which project" },
  appropriation: { zh: "其中：财政拨款", en: "of which appropriation" },
  general: { zh: "其中：一般公共预算", en: "of which general public budget" },
};

function headline(disclosure: Disclosure, lang: Language): string[] {
  const values = valuesOf(disclosure);
  const rows = HEADLINE.flatMap(([concept, dimensions]) => {
    const figure = values.get(keyText(concept, dimensions));
    if (!figure) return [];
    const part = PARTS[dimensions.nature ?? dimensions.fund ?? ""];
    const name = part ? `  ${part[lang]}` : (CONCEPTS.find(({ id }) => id === concept)?.[lang] ?? concept);
    return [[name, figure.text, UNITS[figure.unit]?.[lang] ?? figure.classifier ?? ""] as const];
  });
  const width = Math.max(0, ...rows.map(([name]) => widthOf(name)));
  const figures = Math.max(0, ...rows.map(([, text]) => widthOf(text)));
  return rows.map(([name, text, unit]) => `${pad(name, width)}  ${pad(text, figures, "right")} ${unit}`);
}

const UNITS: Partial<Record<Disclosure["unit"], { zh: string; en: string }>> = {
  yuan: { zh: "元", en: "yuan" },
  "ten-thousand-yuan": { zh: "万元", en: "×10,000 yuan" },
  "hundred-million-yuan": { zh: "亿元", en: "×100 million yuan" },
};

type Figure = Disclosure["figures"][number];

/** Each quantity's figure; one that a table prints before one of the prose. */
function valuesOf(disclosure: Disclosure): Map<string, Figure> {
  const values = new Map<string, Figure>();
  for (const figure of disclosure.figures) {
    const key = keyText(figure.concept, figure.dimensions);
    const known = values.get(key);
    if (!known || (known.source.table === undefined && figure.source.table !== undefined)) values.set(key, figure);
  }
  return values;
}

const BAR = 30;

/** Expenditure by functional class as bars, the largest first. */
function structure(disclosure: Disclosure, columns: number, lang: Language): string[] {
  const values = valuesOf(disclosure);
  const names = new Map(FUNCTIONAL_CLASSES.map(([code, name]) => [code, name]));
  for (const base of [{}, { fund: "general" }] as const) {
    const parts = [...names].flatMap(([code, name]) => {
      const figure = values.get(keyText("expenditure", { ...base, functional: code }));
      return figure && Number(figure.value) > 0 ? [{ name, figure }] : [];
    });
    if (parts.length < 2) continue;
    const largest = Math.max(...parts.map(({ figure }) => Number(figure.value)));
    const label = Math.min(28, Math.max(...parts.map(({ name }) => widthOf(name))));
    const text = Math.max(...parts.map(({ figure }) => widthOf(figure.text)));
    const bar = Math.max(4, Math.min(BAR, columns - label - text - 6));
    return [
      "",
      lang === "zh" ? "支出结构" : "Structure of expenditure",
      ...parts
        .toSorted((left, right) => Number(right.figure.value) - Number(left.figure.value))
        .map(({ name, figure }) => {
          const filled = Math.max(1, Math.round((bar * Number(figure.value)) / largest));
          return `  ${pad(truncate(name, label), label)}  ${pad(figure.text, text, "right")}  ${"█".repeat(filled)}`;
        }),
    ];
  }
  return [];
}

function tableLines(grid: Grid, columns: number): string[] {
  return [
    "",
    `${grid.title}（${grid.unit}）`,
    ...gridLines(grid, columns),
    ...(grid.emptiness ? [grid.emptiness] : []),
  ];
}
