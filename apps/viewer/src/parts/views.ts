import { later } from "../lib/later.tsx";

// The views of a report whose code comes by itself.

export const DocumentView = later(() => import("./document-view.tsx"));
export const Tables = later(() => import("./tables.tsx"));
export const Charts = later(() => import("./charts.tsx"));
export const Figure = later(() => import("./figure.tsx"));
export const Downloads = later(() => import("./downloads.tsx"));

const VIEWS = { document: DocumentView, tables: Tables, charts: Charts, figure: Figure } as const;

/** Has the code of a view come, where it has its own. */
export async function prepareView(view: string): Promise<void> {
  if (Object.hasOwn(VIEWS, view)) await VIEWS[view as keyof typeof VIEWS].prepare();
}
