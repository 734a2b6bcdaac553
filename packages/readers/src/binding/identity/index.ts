import {
  compact,
  compactText,
  type BoundTable,
  type Paragraph,
  type ReadDocument,
  type Source,
  type Statement,
} from "@juesuan/core";
import { BODY, isNoName, NAME_ENDS_IN_BODY } from "./names.ts";
import { titleLines, titleOf } from "./titles.ts";
import { toldIdentity } from "./told.ts";

/** What the document calls itself: whose final accounts, of which year. */
export interface Identity {
  /** The beginning of the text, and all of it: what the kind is told by. */
  readonly head: string;
  readonly all: string;
  readonly department?: string;
  readonly fiscalYear?: number;
  readonly names: readonly Extract<Statement, { type: "name" }>[];
}

export function identify(document: ReadDocument, cover: readonly Paragraph[]): Identity {
  const head = compact(
    document.text,
    document.blocks
      .slice(0, 60)
      .map((block) => ({ start: block.start, end: Math.min(block.end, block.start + 400), hard: true })),
  );
  const all = compactText(document.text.slice(0, 400_000));
  const titled = titleLines(head.text);
  const { department, fiscalYear } = titleOf(titled) ?? toldIdentity(all, titled) ?? {};
  return {
    head: titled,
    all,
    ...(department === undefined ? {} : { department }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    names: department === undefined ? [] : namesOf(document, cover, department),
  };
}

/** 部门：青禾市水务局 over each table of a document that has no title of its own: whose they are, where all of them say the same. */
export function namedOverTables(
  identity: Identity,
  document: ReadDocument,
  cover: readonly Paragraph[],
  tables: readonly Pick<BoundTable, "department">[],
): Identity {
  if (identity.department !== undefined) return identity;
  const printed = new Set(
    tables.flatMap(({ department }) => (department === undefined ? [] : compactText(department))),
  );
  const [name] = printed;
  if (name === undefined || printed.size > 1 || !NAME_ENDS_IN_BODY.test(name) || isNoName(name)) return identity;
  return { ...identity, department: name, names: namesOf(document, cover, name) };
}

/** Every place where the department's year is announced by name: X2024年度收入支出总计, so that a foreign name is seen. */
function namesOf(
  document: ReadDocument,
  cover: readonly Paragraph[],
  department: string,
): Extract<Statement, { type: "name" }>[] {
  const found: Extract<Statement, { type: "name" }>[] = [];
  const coverEnd = cover.at(-1)?.end ?? 0;
  const pattern = new RegExp(
    `(?:^|[\\n。，；：、>＞»›|]|[部][分])([^\\n。，；：、\\d（）>＞»›|]{3,36}?${BODY})(?=(?:19|20)\\d{2}年(?:度)?(?:部门决算|单位决算|收入支出|财政拨款|三公|无|政府性|国有|政府采购|预算绩效|一般公共|度部门))`,
    "g",
  );
  const view = compact(
    document.text,
    document.blocks
      .filter(
        (block) =>
          block.kind === "paragraph" && (block.role === "body" || block.role === "heading" || block.role === "header"),
      )
      .map((block) => ({ start: block.start, end: block.end, hard: true })),
  );
  for (const match of view.text.matchAll(pattern)) {
    const name = match[1]!.replace(/^(?:以及|纳入|现将|第[一二三四五]部分|从预算单位构成看)/, "");
    const at = match.index + match[0].length - name.length;
    const start = view.offsets[at]!;
    const end = view.offsets[at + name.length - 1]! + 1;
    const source: Source = { start, end, text: document.text.slice(start, end) };
    found.push({ type: "name", name, role: start < coverEnd ? "cover" : "narrative", source });
  }
  if (found.length === 0 || !found.some((entry) => entry.name === department)) {
    const at = document.text.indexOf(department);
    if (at >= 0)
      found.unshift({
        type: "name",
        name: department,
        role: "cover",
        source: { start: at, end: at + department.length, text: department },
      });
  }
  return found;
}
