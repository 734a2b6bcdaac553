import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { columnsOf } from "../screen/columns.ts";
import { EXIT, UsageError, write } from "../streams.ts";
import { pad, truncate, widthOf } from "../text/width.ts";
import { readOne } from "./document.ts";
import { headlineOf, unitName } from "./headline.ts";

/** `juesuan compare FILE FILE...`: printed figures as they are; what a document does not state stays blank. */
export async function compare(invocation: Invocation): Promise<number> {
  const { positionals, streams, lang } = invocation;
  if (positionals.length < 2) throw new UsageError("请给出两份以上的文件。", "Name two files or more.");
  const columns: { title: string; figures: Map<string, { text: string; unit: string }> }[] = [];
  const names = new Map<string, string>();
  for (const target of positionals) {
    const { disclosure, report } = await readOne(target, streams);
    if (report.refusal) throw new UsageError(`${target}：${report.refusal.zh}`, `${target}: ${report.refusal.en}`);
    const headline = headlineOf(disclosure, lang);
    for (const { key, name } of headline) if (!names.has(key)) names.set(key, name);
    columns.push({
      title: `${report.fiscalYear ?? ""} ${report.department ?? target}`.trim(),
      figures: new Map(headline.map(({ key, figure }) => [key, { text: figure.text, unit: unitName(figure, lang) }])),
    });
  }
  if (textOf(invocation, "format") === "json") {
    const rows = [...names.keys()].map((key) => ({
      key,
      values: columns.map(({ figures }) => figures.get(key) ?? null),
    }));
    const data = { documents: columns.map(({ title }, index) => ({ file: positionals[index], title })), rows };
    await write(streams.stdout, `${JSON.stringify(data, undefined, 2)}\n`);
    return EXIT.clean;
  }
  const label = Math.max(...[...names.values()].map(widthOf));
  const room = Math.max(10, Math.floor((columnsOf(streams) - label) / columns.length) - 2);
  const cells = (texts: readonly string[]) => texts.map((text) => pad(truncate(text, room), room, "right")).join("  ");
  const lines = [
    `${" ".repeat(label)}  ${cells(columns.map(({ title }) => title))}`,
    ...[...names].map(([key, name]) => {
      const texts = columns.map(({ figures }) => {
        const figure = figures.get(key);
        return figure ? `${figure.text} ${figure.unit}` : "";
      });
      return `${pad(name, label)}  ${cells(texts)}`;
    }),
  ];
  await write(streams.stdout, `${lines.map((line) => line.trimEnd()).join("\n")}\n`);
  return EXIT.clean;
}
