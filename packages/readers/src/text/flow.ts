import type { Origin, ParagraphRole } from "@juesuan/core";
import type { Assembly } from "./assembly.ts";
import { withParagraphTables } from "./paragraph-table.ts";
import { joinLines } from "./assembly.ts";
import { placeCells } from "./grid.ts";
import { partition } from "./partition.ts";
import { unmarked } from "./tags.ts";
import { isContentsLine, isContentsTitle, isNumberedHeading } from "./roles.ts";

/** What web pages and Word files are made of: paragraphs, and tables whose cells are made of the same. */
export type FlowNode = FlowParagraph | FlowTable;

export interface FlowParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** Where markup says it; told from the words otherwise. */
  readonly role?: ParagraphRole;
  readonly level?: number;
  /** A number that the file generates: 一、 */
  readonly marker?: string;
  readonly origins?: readonly Origin[];
}

export interface FlowTable {
  readonly kind: "table";
  readonly rows: readonly (readonly FlowTableCell[])[];
  readonly hidden?: boolean;
}

export interface FlowTableCell {
  readonly nodes: readonly FlowNode[];
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly hidden?: boolean;
  readonly origins?: readonly Origin[];
  /** The number of the tag that says what the cell states. */
  readonly tag?: number;
}

/** Writes nodes in their order. Tables that only lay out a page dissolve into what they hold. */
export function writeFlow(nodes: readonly FlowNode[], assembly: Assembly, page: number, aside?: ParagraphRole): void {
  for (const node of withParagraphTables(nodes)) {
    if (node.kind === "paragraph") writeParagraph(node, assembly, page, aside);
    else if (isLayout(node))
      for (const cell of node.rows.flat())
        writeFlow(cell.nodes, assembly, page, aside ?? (cell.hidden ? "outside" : undefined));
    else writeTable(node, assembly, page, aside);
  }
}

function writeParagraph(
  { text, role, level, marker, origins }: FlowParagraph,
  assembly: Assembly,
  page: number,
  aside: ParagraphRole | undefined,
): void {
  const marked = text.replace(/[^\S\n]+/g, " ").trim();
  const words = unmarked(marked).text;
  const whole = (marker ?? "") + words;
  const told =
    role ??
    (isContentsLine(text.trim())
      ? "contents"
      : isContentsTitle(words) || isNumberedHeading(whole)
        ? "heading"
        : "body");
  assembly.paragraph(told === "contents" ? text : marked, aside ?? told, page, {
    ...(level === undefined || told !== "heading" ? {} : { level }),
    ...(marker === undefined ? {} : { marker }),
    ...(origins && { origins }),
  });
}

function writeTable(table: FlowTable, assembly: Assembly, page: number, aside: ParagraphRole | undefined): void {
  const nested: FlowNode[] = [];
  const draft = placeCells(
    table.rows.map((row) =>
      row.map(({ nodes, rowSpan, columnSpan, hidden, origins, tag }) => {
        const lines: string[] = [];
        for (const node of nodes) {
          if (node.kind === "paragraph" && node.text.trim() === "" && node.marker === undefined) continue;
          if (node.kind === "paragraph") lines.push(...`${node.marker ?? ""}${node.text}`.split("\n"));
          else nested.push(node);
        }
        return {
          text: unmarked(joinLines(lines)).text,
          rowSpan,
          columnSpan,
          ...(tag === undefined ? {} : { tag }),
          ...(hidden ? { hidden } : {}),
          ...(origins && { origins }),
        };
      }),
    ),
  );
  const { before, table: inner, after } = partition(draft);
  for (const { text, title, hidden, origins } of before)
    assembly.paragraph(text, aside ?? (hidden ? "outside" : title ? "heading" : "body"), page, origins && { origins });
  if (inner) assembly.table(inner, page, table.hidden || aside !== undefined ? { hidden: true } : {});
  for (const { text, hidden, origins } of after)
    assembly.paragraph(text, aside ?? (hidden ? "outside" : "body"), page, origins && { origins });
  writeFlow(nested, assembly, page, aside);
}

/** A cell that holds tables or running text in several paragraphs is a place on a page, not a cell. */
function isLayout({ rows }: FlowTable): boolean {
  const cells = rows.flat();
  if (cells.some(({ nodes }) => nodes.some((node) => node.kind === "table")))
    return cells.length <= 12 || rows.length <= 4;
  return (
    rows.length <= 3 &&
    cells.some(
      ({ nodes }) => nodes.filter((node) => node.kind === "paragraph" && node.text.trim().length > 30).length > 2,
    )
  );
}
