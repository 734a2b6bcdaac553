import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { Asset, Assets } from "./app.ts";

// The viewer's own addresses. Whoever asks for one without saying what for (a link preview, curl, a crawler) gets the page;
// who asks for JSON gets none, since the data have addresses of their own.

/** The routes of the viewer, as apps/viewer/src/app.tsx has them; a test compares the two. */
export const PAGES = ["/", "/accounts/:id/:view?", "/check", "/compare", "/relations/:id?", "/codes/:code?"] as const;

const PAGE = new RegExp(
  `^(?:${PAGES.map((route) => route.replace(/\/:\w+\?/g, "(?:/[^/]+)?").replace(/\/:\w+/g, "/[^/]+")).join("|")})/?$`,
);
const ACCOUNT = /^\/accounts\/([^/]+)(?:\/(\w+))?/;

/** The data that the page of an account asks for first, so that a browser fetches them beside the page's code. */
function firstData(path: string): readonly string[] {
  const [, id, view] = ACCOUNT.exec(path) ?? [];
  if (id === undefined) return [];
  const account = `/v1/accounts/${id}`;
  return [`${account}/report`, ...(view === "document" || view === "tables" ? [`${account}/${view}`] : [])];
}

/**
 * The page for an address: the viewer's build makes one for each kind, which names the scripts that this kind wants
 * (apps/viewer/build/shells.ts); any other address has the common one.
 */
async function pageOf(path: string, assets: Assets): Promise<Asset | undefined> {
  const [, kind = "", , view = ""] = path.split("/");
  for (const name of kind === "accounts" ? [`accounts.${view}`, kind] : [kind || "home"]) {
    const page = /^[a-z.]+[a-z]$/.test(name) ? await assets(`/shells/${name}.html`) : undefined;
    if (page) return page;
  }
  return assets("/index.html");
}

/** Answers with a file of the viewer, or with its page; undefined where the viewer has nothing to say. */
export async function viewerAnswer(c: Context, assets: Assets): Promise<Response | undefined> {
  // As it was sent: what stands in a header has no characters beyond ASCII.
  const path = new URL(c.req.url).pathname;
  const file = path === "/" ? undefined : await assets(c.req.path);
  if (file) {
    const keep = file.immutable ? "public, max-age=31536000, immutable" : "no-cache";
    const headers = { "content-type": file.type, "cache-control": keep, vary: "accept-encoding" };
    return file.brotli && /\bbr\b/.test(c.req.header("accept-encoding") ?? "")
      ? c.body(file.brotli, 200, { ...headers, "content-encoding": "br" })
      : c.body(file.body, 200, headers);
  }
  const known = PAGE.test(path);
  const supports = ["text/html", "application/json"];
  const wanted = accepts(c, { header: "Accept", supports, default: known ? "text/html" : "" });
  if (wanted !== "text/html") return undefined;
  const page = await pageOf(path, assets);
  if (!page) return undefined;
  // With the mode and the credentials of a plain fetch(): a browser uses no other one, and would ask twice.
  const early = firstData(path).map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`);
  if (early.length > 0) c.header("link", early.join(", "));
  // A page that the viewer does not have says so in words; programs go by the number.
  return c.body(page.body, known ? 200 : 404, {
    "content-type": page.type,
    "cache-control": "no-cache",
    vary: "accept",
  });
}
