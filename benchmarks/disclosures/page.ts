import type { Amount } from "./accounts.ts";
import { printed, rate, type Block, type Truth } from "./document.ts";

/** A document being written: paragraphs whose figures are noted as they are set. */
export class Page {
  readonly blocks: Block[] = [];
  readonly narrative: Truth[] = [];

  part(text: string): void {
    this.blocks.push({ kind: "part", text });
  }

  heading(text: string): void {
    this.blocks.push({ kind: "heading", text });
  }

  plain(text: string): void {
    this.blocks.push({ kind: "paragraph", text });
  }

  note(text: string): void {
    this.blocks.push({ kind: "note", text });
  }

  breakPage(): void {
    this.blocks.push({ kind: "page" });
  }

  /** A paragraph whose figures are written `{printed|key}`. */
  say(template: string): void {
    this.plain(
      template.replace(
        /\{([^|}]*)\|((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g,
        (_match: string, value: string, key: string) => {
          this.narrative.push({ printed: value, key });
          return value;
        },
      ),
    );
  }
}

/** 增加A万元，增长B%, or 持平, as figures for {@link Page.say}. */
export function change(subject: string, now: Amount, before: Amount, key: string): string {
  if (now === before) return `${subject}持平`;
  const up = now > before;
  const difference = `{${printed(Math.abs(now - before))}|${withMeasure(key, "change")}}`;
  const growth = `{${rate(now - before, before)}|${withMeasure(key, "growth")}}`;
  return `${subject}${up ? "增加" : "减少"}${difference}万元，${up ? "增长" : "下降"}${growth}%`;
}

const ORDER = [
  "period",
  "stage",
  "fund",
  "source",
  "functional",
  "economic",
  "nature",
  "group",
  "item",
  "measure",
  "of",
];

export function keyOf(concept: string, dimensions: Readonly<Record<string, string | undefined>>): string {
  const parts = ORDER.filter((name) => dimensions[name] !== undefined).map((name) => `${name}=${dimensions[name]}`);
  return parts.length === 0 ? concept : `${concept}{${parts.join(",")}}`;
}

function withMeasure(base: string, measure: string): string {
  return base.endsWith("}") ? `${base.slice(0, -1)},measure=${measure}}` : `${base}{measure=${measure}}`;
}
