import type { ReadDocument } from "@juesuan/core";
import { namesProject, WHOLE_DEPARTMENT } from "./declaration.ts";

/** So many blocks above a table may still speak of it. */
const NEAR = 4;

/**
 * The project of a table that does not name it inside: from its title, a line or a small table above it (项目名称：…), or the only
 * project that the paragraph above speaks of (“水利工程运行维护”项目…自评总分96.7分).
 */
export function nameAround(document: ReadDocument, start: number, title: string | undefined): string | undefined {
  if (title !== undefined && title.includes("整体支出")) return WHOLE_DEPARTMENT;
  const inTitle = /^(?:20\d{2}年度?)?(.{3,40}?)(?:项目)(?:支出)?(?:绩效)?(?:目标)?(?:自评|评价)(?:表|情况表)/.exec(
    title ?? "",
  )?.[1];
  if (inTitle !== undefined && !/^(?:部门|单位|重点|[一二]级|财政|预算|本级)/.test(inTitle)) return unquoted(inTitle);
  const at = document.blocks.findIndex((block) => block.start >= start);
  const above = document.blocks.slice(Math.max(0, (at < 0 ? document.blocks.length : at) - NEAR), Math.max(0, at));
  let isSpoken = true;
  for (const block of above.toReversed()) {
    if (block.kind === "table") {
      if (block.cells.filter(({ text }) => text !== "").length > 4) return undefined;
      const named = block.cells.flatMap(({ text }, index) => nameIn(text, block.cells[index + 1]?.text) ?? []);
      return named.length === 1 ? named[0] : undefined;
    }
    if (block.kind !== "paragraph") continue;
    const words = document.text.slice(block.start, block.end).trim();
    const line = nameIn(words);
    if (line !== undefined) return line;
    if (words.length < 30 || !isSpoken) continue;
    isSpoken = false;
    const spoken = new Set([...words.matchAll(/[“"『「]([^”"』」]{2,40})[”"』」]项目/g)].map(([, name]) => name!));
    if (spoken.size === 1) return [...spoken][0];
  }
  return undefined;
}

/** 项目名称：X, or 项目名称 and X in the next cell. */
export function nameIn(text: string, next?: string): string | undefined {
  const [, head, name] = /^([^:：]{2,20})[:：]([\s\S]+)$/.exec(text.trim()) ?? [];
  if (head !== undefined && namesProject(head)) return bareName(name!);
  return namesProject(text) && next !== undefined && next !== "" ? bareName(next) : undefined;
}

/** Without white space and the marks around it: “ 河道 管护 ”. */
function bareName(text: string): string {
  return unquoted(text.replace(/\s+/g, ""));
}

function unquoted(text: string): string {
  return text.replace(/^[“"『「《]([^”"』」》]+)[”"』」》]$/, "$1");
}
