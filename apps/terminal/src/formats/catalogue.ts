import type { Format, FormatContext } from "./format.ts";

type Create = (context: FormatContext) => Format;

/** The formats of `check`, each loaded when it is asked for. */
export const FORMATS: Readonly<Record<string, { readonly binary?: boolean; load(): Promise<Create> }>> = {
  pretty: { load: async () => (await import("./pretty.ts")).pretty },
  json: { load: async () => (await import("./json.ts")).json },
  ndjson: { load: async () => (await import("./json.ts")).ndjson },
  sarif: { load: async () => (await import("./sarif.ts")).sarif },
  junit: { load: async () => (await import("./junit.ts")).junit },
  markdown: { load: async () => (await import("./markdown.ts")).markdown },
  csv: { load: async () => (await import("./csv.ts")).csv },
  html: { load: async () => (await import("./html.ts")).html },
  xlsx: { binary: true, load: async () => (await import("./xlsx.ts")).xlsx },
};
