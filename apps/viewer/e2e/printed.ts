import type { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { printedPage } from "./disclosures.ts";

/** A generated disclosure, set and printed as a PDF of many pages by the browser itself. */
export async function printed(
  page: Page,
): Promise<{ readonly name: string; readonly mimeType: string; readonly buffer: Buffer }> {
  await page.setContent(printedPage());
  const buffer = await page.pdf({ preferCSSPageSize: true });
  return { name: "printed.pdf", mimeType: "application/pdf", buffer };
}

/** The share of a picture that is not white. Runs in the page. */
export function inkOf(element: Element): number {
  const canvas = element as HTMLCanvasElement;
  const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let index = 0; index < data.length; index += 4) if (data[index + 3]! > 0 && data[index]! < 128) dark++;
  return (4 * dark) / data.length;
}
