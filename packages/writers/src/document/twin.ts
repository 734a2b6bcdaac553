import { parseKey, type Unit } from "@juesuan/core";
import { escapeMarkup as escape } from "../markup.ts";

/**
 * The attributes that say what a printed figure states: its plain value, the concept, each dimension by its name, and the
 * unit, in the manner of Inline XBRL. The canonical key follows from them.
 */
export function dataAttributes(key: string, text: string, unit: Unit, direction?: string): string {
  const { concept, dimensions } = parseKey(key);
  const attributes: [string, string][] = [
    ["value", text.replaceAll(",", "")],
    ["data-concept", concept],
    ...Object.entries(dimensions).map(([name, value]): [string, string] => [`data-${name}`, String(value)]),
    ["data-unit", unit],
    ...(direction === undefined ? [] : [["data-direction", direction] as [string, string]]),
  ];
  return attributes.map(([name, value]) => `${name}="${escape(value)}"`).join(" ");
}
