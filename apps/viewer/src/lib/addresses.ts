// What the first page of an address shows comes from these addresses of the API; asked for by a server before it renders the
// page, and by the page itself.

const FILTERS = ["q", "year", "region", "division", "severity", "sort", "cursor"] as const;

/** The accounts that the query of a page asks for. */
export function accountsAddress(search: URLSearchParams): string {
  const query = new URLSearchParams();
  for (const name of FILTERS) {
    const value = search.get(name);
    if (value !== null && value !== "") query.set(name, value);
  }
  return `/v1/accounts?${query.toString()}`;
}

export const FACETS = "/v1/facets";
export const WRONG_FACETS = "/v1/facets?severity=error";

const ACCOUNT = /^\/accounts\/([^/]+)(?:\/(\w+))?\/?$/;

/** What a page asks for first, so that its data come beside its code. */
export function earlyAddresses(path: string, search: string): readonly string[] {
  if (path === "/") return [accountsAddress(new URLSearchParams(search)), FACETS, WRONG_FACETS];
  const [, id, view = ""] = ACCOUNT.exec(path) ?? [];
  if (id === undefined) return [];
  const account = `/v1/accounts/${encodeURIComponent(decoded(id))}`;
  return [`${account}/report`, ...(view === "document" || view === "tables" ? [`${account}/${view}`] : [])];
}

/** The views of an account that a server renders. */
const RENDERED: ReadonlySet<string> = new Set(["overview", "findings", "document", "tables", "charts", "figure"]);

/** What a page shows at first, where a server renders that; empty where it renders its frame alone. */
export function firstAddresses(path: string, search: string): readonly string[] {
  const [, id, view = "overview"] = ACCOUNT.exec(path) ?? [];
  // As the document prints them, tables are shown from its source, all of them: that is for the browser.
  const isPrinted = view === "tables" && new URLSearchParams(search).get("layout") === "printed";
  return id !== undefined && (!RENDERED.has(view) || isPrinted) ? [] : earlyAddresses(path, search);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
