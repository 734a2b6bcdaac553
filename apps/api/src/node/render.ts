import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RenderPage } from "../pages.ts";

/** What renders the pages of a built viewer, taken when the first page is asked for; undefined where the build has none. */
export function folderRender(folder: string): RenderPage | undefined {
  const file = join(folder, "render", "page.js");
  if (!existsSync(file)) return undefined;
  let module: Promise<{ readonly renderPage: RenderPage }> | undefined;
  return async (request) => {
    module ??= import(/* @vite-ignore */ pathToFileURL(file).href) as Promise<{ readonly renderPage: RenderPage }>;
    return (await module).renderPage(request);
  };
}
