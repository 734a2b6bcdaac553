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

/** How many accounts there are by year and place, and how they fare. */
export const FACETS = "/v1/facets";

/**
 * How the accounts fare that a page is narrowed to by some of its conditions: of a year beside each other the places, of a
 * place the years.
 */
export function fareAddress(search: URLSearchParams, names: readonly ("year" | "division" | "region")[]): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = search.get(name);
    if (value !== null && value !== "") query.set(name, value);
  }
  return query.size === 0 ? FACETS : `${FACETS}?${query.toString()}`;
}

/** What of the conditions of a page each of its groups is counted under. */
export const NARROWED_BY = {
  year: ["division", "region"],
  province: ["year"],
  region: ["year", "division"],
} as const;

/** What can be put beside the accounts that the address of a comparison names. */
export function offersAddress(search: URLSearchParams): string {
  const words = search.get("q") ?? "";
  return `/v1/accounts?limit=12${words === "" ? "" : `&q=${encodeURIComponent(words)}`}`;
}

export function comparedAddress(ids: readonly string[]): string {
  return `/v1/compare?ids=${encodeURIComponent(ids.join(","))}`;
}

export function summaryAddress(id: string): string {
  return `/v1/accounts/${encodeURIComponent(id)}`;
}

/** How many work there, where the document states it. */
export function staffAddress(id: string): string {
  return `${summaryAddress(id)}/figures?concept=staff`;
}

const ACCOUNT = /^\/accounts\/([^/]+)(?:\/(\w+))?\/?$/;

/** What a page asks for first, so that its data come beside its code. */
export function earlyAddresses(path: string, search: string): readonly string[] {
  const query = new URLSearchParams(search);
  if (path === "/") {
    const groups = Object.values(NARROWED_BY).map((names) => fareAddress(query, names));
    return [...new Set([accountsAddress(query), FACETS, ...groups])];
  }
  if (path === "/compare") {
    const ids = (query.get("ids") ?? "").split(",").filter((id) => id !== "");
    // As many as the API compares.
    const isCompared = ids.length > 0 && ids.length <= 20;
    return [
      offersAddress(query),
      ...(isCompared ? [comparedAddress(ids), ...ids.map(summaryAddress)] : []),
      ...(isCompared && query.get("per") === "head" ? ids.map(staffAddress) : []),
    ];
  }
  if (/^\/relations(?:\/|$)/.test(path)) return ["/v1/relations"];
  const [, id, view = ""] = ACCOUNT.exec(path) ?? [];
  if (id === undefined) return [];
  const account = `/v1/accounts/${encodeURIComponent(decoded(id))}`;
  return [`${account}/report`, ...(view === "document" || view === "tables" ? [`${account}/${view}`] : [])];
}

/** The views of an account that a server renders. */
const RENDERED: ReadonlySet<string> = new Set(["overview", "findings", "document", "tables", "charts", "figure"]);

/** What a page shows at first; undefined where a server renders its frame alone. */
export function firstAddresses(path: string, search: string): readonly string[] | undefined {
  const [, id, view = "overview"] = ACCOUNT.exec(path) ?? [];
  // As the document prints them, tables are shown from its source, all of them: that is for the browser.
  const isPrinted = view === "tables" && new URLSearchParams(search).get("layout") === "printed";
  if (id !== undefined && (!RENDERED.has(view) || isPrinted)) return undefined;
  // The classification is searched where it is: it comes with the page's code.
  return path.startsWith("/codes") ? undefined : earlyAddresses(path, search);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
