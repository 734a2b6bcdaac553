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

/** Renders the first page of an address: the viewer builds it (apps/viewer/src/page.tsx). */
export type RenderPage = (request: {
  readonly url: URL;
  readonly headers: Headers;
  /** The page of this kind as the build made it. */
  readonly frame: string;
  /** What the API answers at an address. */
  readonly get: (address: string) => Promise<Response>;
}) => Promise<{
  readonly html: string;
  /** The addresses of the data that it asks for first, and does not bring. */
  readonly early: readonly string[];
}>;

/** The viewer: its files, and what renders its pages; without that they come as frames, and fill themselves. */
export interface Viewer {
  readonly assets: Assets;
  readonly render: RenderPage | undefined;
  /** What the API answers to this caller. */
  readonly answer: (c: Context, address: string) => Promise<Response>;
  readonly onError: ((error: unknown, requestId: string) => void) | undefined;
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
export async function viewerAnswer(c: Context, viewer: Viewer): Promise<Response | undefined> {
  const { assets } = viewer;
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
  const rendered = known ? await renderedPage(c, viewer, page) : undefined;
  // With the mode and the credentials of a plain fetch(): a browser uses no other one, and would ask twice.
  const early = rendered?.early.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`) ?? [];
  if (early.length > 0) c.header("link", early.join(", "));
  // A page that the viewer does not have says so in words; programs go by the number.
  return c.body(rendered?.html ?? page.body, known ? 200 : 404, {
    "content-type": page.type,
    "cache-control": "no-cache",
    vary: rendered ? "accept, accept-language, cookie, sec-ch-ua-mobile, user-agent" : "accept",
  });
}

/** The page with what it shows first; what cannot be rendered comes as its frame, which fills itself. */
async function renderedPage(
  c: Context,
  { render, answer, onError }: Viewer,
  page: Asset,
): Promise<Awaited<ReturnType<RenderPage>> | undefined> {
  if (!render) return undefined;
  try {
    return await render({
      url: new URL(c.req.url),
      headers: c.req.raw.headers,
      frame: new TextDecoder().decode(page.body),
      get: (address) => answer(c, address),
    });
  } catch (error) {
    onError?.(error, c.get("requestId") as string);
    return undefined;
  }
}
