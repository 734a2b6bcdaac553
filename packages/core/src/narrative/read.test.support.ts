import type { SectionId } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { readNarrative, type NarrativeReading } from "./read.ts";

const CLASSES =
  /^(?:一般公共服务|社会保障和就业|卫生健康|教育|科学技术|文化旅游体育与传媒|城乡社区|灾害防治及应急管理|住房保障|国有资本经营预算|其他)(?:支出)?$/;

/** Reads a text under one section of the accounts of 2025; "\n" parts paragraphs. */
export function read(section: SectionId, text: string, department?: string, title: string = section): NarrativeReading {
  let at = 0;
  const stretches = text.split("\n").map((paragraph) => {
    const start = at;
    at += paragraph.length + 1;
    return { start, end: start + paragraph.length, hard: true };
  });
  let id = 0;
  return readNarrative([{ section, title, stretches }], {
    text,
    fiscalYear: 2025,
    ...(department === undefined ? {} : { department }),
    pageOf: () => undefined,
    nextId: () => id++,
    resolver: {
      functional: (names) => (CLASSES.test(names[0]!) ? names.join("/") : undefined),
      economic: () => undefined,
    },
  });
}

/** `printed → key`, with the direction that the words give. */
export function facts(section: SectionId, text: string, title?: string): string[] {
  const { figures, unbound } = read(section, text, undefined, title);
  return [
    ...figures.map(
      ({ text: printed, concept, dimensions, direction }) =>
        `${printed} → ${keyText(concept, dimensions)}${direction === undefined ? "" : ` ${direction}`}`,
    ),
    ...unbound.map(({ text: printed }) => `${printed} unbound`),
  ];
}

export function comparisons(section: SectionId, text: string): string[] {
  return read(section, text)
    .statements.filter((statement) => statement.type === "comparison")
    .map(
      ({ against, subject, word, reason }) =>
        `${keyText(subject.concept, subject.dimensions)} ${word} ${against}: ${reason ?? "no reason"}`,
    );
}
