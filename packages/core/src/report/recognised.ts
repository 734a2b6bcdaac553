import type { Disclosure } from "../facts/disclosure.ts";
import type { Finding } from "./report.ts";

/** Below this, a figure that optical recognition read may as well be read wrongly as printed wrongly. */
const SURE = 0.95;

/** The oddity that a reader tells of a page that it read by optical recognition. */
export const RECOGNISED_PAGE = "recognised-page";

/**
 * Nothing is accused on the word of optical recognition alone: a fault that rests on a figure it is not sure of, on
 * words of a page that it read, or on something that it may have missed, is a warning that asks to look at the original.
 */
export function softenRecognised(findings: readonly Finding[], { figures, oddities }: Disclosure): readonly Finding[] {
  const pages = new Set(oddities.filter(({ code }) => code === RECOGNISED_PAGE).map(({ page }) => page));
  if (pages.size === 0) return findings;
  const confidences = new Map(figures.map(({ confidence = 1, source }) => [source.start, confidence]));
  return findings.map((finding) => {
    const places = [...finding.sources, ...finding.culprits.map(({ source }) => source)];
    const least = Math.min(1, ...places.flatMap(({ start }) => confidences.get(start) ?? []));
    const isMissed = places.length === 0;
    const restsOnWords = places.some(({ start, page }) => pages.has(page) && !confidences.has(start));
    if (least >= SURE && !isMissed && !restsOnWords) return finding;
    const [zh, en] =
      least < SURE
        ? [
            `其中有数字由光学识别得出，可信度 ${Math.round(100 * least)}%，请先核对原件。`,
            `A figure of it was read by optical recognition, ${Math.round(100 * least)}% sure: look at the original first.`,
          ]
        : [
            "有关文字由光学识别得出，请先核对原件。",
            "The words were read by optical recognition: look at the original first.",
          ];
    return {
      ...finding,
      severity: finding.severity === "error" ? "warning" : finding.severity,
      message: `${finding.message}（${zh}）`,
      messageEn: `${finding.messageEn} (${en})`,
    };
  });
}
