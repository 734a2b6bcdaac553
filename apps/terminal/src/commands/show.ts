import { FUNCTIONAL_CLASSES, keyText, type Disclosure } from "@juesuan/core";
import { tablesOf, type Grid } from "@juesuan/writers";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { figuresOf } from "../check/wording.ts";
import { briefOf } from "../check/entry.ts";
import { columnsOf } from "../screen/columns.ts";
import { gridLines } from "../screen/grid.ts";
import { EXIT, UsageError, write, type Language } from "../streams.ts";
import { hang, pad, truncate, widthOf } from "../text/width.ts";
import { theDocument } from "./document.ts";
import { headlineOf, unitName, valuesOf } from "./headline.ts";

/** `juesuan show FILE` */
export async function show(invocation: Invocation): Promise<number> {
  const { streams, lang } = invocation;
  const { disclosure, document, report } = await theDocument(invocation);
  if (report.refusal) throw new UsageError(report.refusal.zh, report.refusal.en);
  const columns = columnsOf(streams);
  const wanted = textOf(invocation, "table");
  const grids = tablesOf(disclosure, document, { axis: "used", codes: "joined" }).filter(
    ({ title }) => wanted === undefined || title.includes(wanted),
  );
  if (wanted !== undefined && grids.length === 0) {
    throw new UsageError(`没有名称含“${wanted}”的表。`, `There is no table with "${wanted}" in its title.`);
  }
  const head =
    wanted === undefined
      ? [
          `${report.department ?? report.file} ${report.fiscalYear ?? ""}`.trim(),
          ...hang("", figuresOf(briefOf(report), lang), columns),
          "",
          ...headlineLines(disclosure, lang),
          ...structure(disclosure, columns, lang),
        ]
      : [];
  await write(
    streams.stdout,
    `${[...head, ...grids.flatMap((grid) => tableLines(grid, columns, lang))].join("\n").trimEnd()}\n`,
  );
  return EXIT.clean;
}

function headlineLines(disclosure: Disclosure, lang: Language): string[] {
  const rows = headlineOf(disclosure, lang);
  const width = Math.max(0, ...rows.map(({ name }) => widthOf(name)));
  const figures = Math.max(0, ...rows.map(({ figure }) => widthOf(figure.text)));
  return rows.map(
    ({ name, figure }) => `${pad(name, width)}  ${pad(figure.text, figures, "right")} ${unitName(figure, lang)}`,
  );
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

function tableLines(grid: Grid, columns: number, lang: Language): string[] {
  const { title, unit, emptiness, remark, printed } = grid;
  const unread = printed?.unread ?? 0;
  return [
    "",
    unit === "" ? title : `${title}（${unit}）`,
    ...(unread > 0
      ? [
          lang === "zh"
            ? `照原样印出：${printed!.figures} 个数里有 ${unread} 个没有读懂，没有核对。`
            : `As printed: ${unread} of its ${printed!.figures} figures were not understood, nor checked.`,
        ]
      : []),
    ...gridLines(grid, columns),
    ...(printed && remark !== undefined ? hang("", remark, columns) : []),
    ...(emptiness === undefined ? [] : hang("", emptiness, columns)),
  ];
}
