import { renderToString } from "react-dom/server";
import { Router } from "wouter";
import { App, preparePage } from "./app.tsx";
import { earlyAddresses, firstAddresses } from "./lib/addresses.ts";
import { renderWith, type DocumentReport } from "./lib/data.ts";
import { languageChosen, type Language } from "./lib/language-choice.ts";
import { TAGS } from "./lib/language.tsx";
import { assumeNarrow } from "./lib/narrow.ts";

// What a server needs to make the first page of an address: built as a module of its own, `render/page.js`, that wants
// nothing of a platform. The API puts it to use (apps/api/src/pages.ts); the build makes the frames of pages with it.

/** An empty page, as index.html has it. */
export const EMPTY = '<div id="root"></div>';
const ROOT = /<div id="root"[^>]*>[^]*<\/div><!--root-->/;
/** As build/shells.ts writes it. */
const PRELOAD = /<link rel="modulepreload"[^>]*href="([^"]+)"[^>]*>/g;

/** What is known of a request for a page. */
export interface PageRequest {
  readonly url: URL;
  readonly headers: Headers;
  /** The page of this kind as the build made it: its frame, and the names of its scripts. */
  readonly frame: string;
  /** What the API answers at an address. */
  readonly get: (address: string) => Promise<Response>;
}

export interface RenderedPage {
  readonly html: string;
  /** The addresses of the data that it asks for first, so that they can be fetched beside its code; none where it is whole. */
  readonly early: readonly string[];
}

/** What the browser needs to take over a page that the server made (src/main.tsx). */
export interface Brought {
  /** Where what the page shows came from. */
  readonly addresses: readonly string[];
  /** What was there, where it is small. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The files of the application that this page takes. */
  readonly scripts: readonly string[];
}

/** Pages that were made, the one used last at the end; each with the versions of what it shows. */
const made = new Map<string, { readonly versions: string; readonly page: RenderedPage }>();
const MOST_MADE = 64;

/** The data of a page are put into it where they are small: larger ones are fetched when the page has been shown. */
const SMALL = 24_000;

/** The page of an address with what it shows first, in the language of who asks. */
export async function renderPage({ url, headers, frame, get }: PageRequest): Promise<RenderedPage> {
  const language = languageChosen({
    search: url.search,
    cookie: headers.get("cookie") ?? "",
    accepted: headers.get("accept-language") ?? "",
  });
  const isPhone = headers.get("sec-ch-ua-mobile") === "?1" || /Mobi/.test(headers.get("user-agent") ?? "");
  const addresses = firstAddresses(url.pathname, url.search);
  const answers = await answersAt(addresses ?? [], get);
  const tags = answers.map((answer) => (answer.ok ? answer.headers.get("etag") : null));
  const versions = tags.join();
  const key = `${language} ${isPhone} ${url.pathname}${url.search}`;
  const known = made.get(key);
  if (known?.versions === versions) {
    made.delete(key);
    made.set(key, known);
    return known.page;
  }
  await preparePage(url.pathname);
  const isComplete = answers.length === addresses?.length && answers.every(({ ok }) => ok);
  // Of what an account shows all is needed; elsewhere what cannot be had is left out: the page asks for it, and says why.
  const isShown = isComplete || (addresses !== undefined && !isOfAccount(addresses));
  const texts = await Promise.all(
    answers.flatMap((answer, index) =>
      isShown && answer.ok ? answer.text().then((text) => [addresses![index]!, text] as const) : [],
    ),
  );
  const values = new Map(texts.map(([address, text]) => [address, JSON.parse(text) as unknown]));
  const isWhole = isShown && !isForBrowser(url, values, isPhone);
  const isSmall = texts.reduce((length, [, text]) => length + text.length, 0) < SMALL;
  const data = isWhole
    ? { addresses: [...values.keys()], ...(isSmall ? { values: Object.fromEntries(values) } : {}) }
    : undefined;
  const page = {
    html: renderInto(frame, { path: url.pathname, search: url.search, language, isPhone, values, data }),
    early: isWhole ? [] : earlyAddresses(url.pathname, url.search),
  };
  if (key.length < 500 && !tags.includes(null)) {
    made.set(key, { versions, page });
    for (const oldest of made.keys()) {
      if (made.size <= MOST_MADE) break;
      made.delete(oldest);
    }
  }
  return page;
}

/** Whether a page asks for one account: for its report first. */
function isOfAccount([first = ""]: readonly string[]): boolean {
  return /^\/v1\/accounts\/[^/?]+\/report$/.test(first);
}

/** Of an account with more figures, document and tables take longer than a reader should wait for the page around them. */
const MANY_FIGURES = 4000;

/** What is at the addresses; of an account that is too large, its report alone. */
async function answersAt(addresses: readonly string[], get: PageRequest["get"]): Promise<readonly Response[]> {
  const [first, ...others] = addresses;
  if (first === undefined || !isOfAccount(addresses) || others.length === 0) return Promise.all(addresses.map(get));
  const answer = await get(first);
  if (!answer.ok) return [answer];
  const { figures } = (await answer.clone().json()) as Partial<DocumentReport>;
  return (figures?.printed ?? 0) > MANY_FIGURES ? [answer] : [answer, ...(await Promise.all(others.map(get)))];
}

/**
 * What the browser alone can show: the pages of a PDF and pieces of them are drawn, and there the text is not shown in
 * passing.
 */
function isForBrowser(
  { pathname, searchParams }: URL,
  values: ReadonlyMap<string, unknown>,
  isPhone: boolean,
): boolean {
  const view = /^\/accounts\/[^/]+\/(\w+)\/?$/.exec(pathname)?.[1];
  const parts = [...values.values()] as readonly Partial<DocumentReport>[];
  if (!parts.some(({ format }) => format === "pdf")) return false;
  const layout = searchParams.get("layout") ?? (isPhone ? "text" : "pages");
  return view === "figure" || (view === "document" && layout !== "text");
}

interface Content {
  readonly path: string;
  readonly search: string;
  readonly language: Language;
  readonly isPhone: boolean;
  readonly values: ReadonlyMap<string, unknown>;
  /** What the browser needs to take the page over: the addresses of its data, and the data where they are small. */
  readonly data: Omit<Brought, "scripts"> | undefined;
}

function renderInto(frame: string, { path, search, language, isPhone, values, data }: Content): string {
  const isFrame = data === undefined && values.size === 0;
  const { title, content } = render(path, search, language, isPhone, values, isFrame);
  const kind = path.split("/")[1] || "home";
  // No “<” within: nothing in it can end it.
  // Its scripts do not stand in the way of what can be seen without them: they are named beside the data.
  const scripts = [...frame.matchAll(PRELOAD)].map(([, script]) => script!);
  const json = data && JSON.stringify({ ...data, scripts } satisfies Brought).replaceAll("<", "\\u003c");
  return frame
    .replaceAll(PRELOAD, (own) => (data ? "" : own))
    .replace(/<html lang="[^"]*"/, () => `<html lang="${TAGS[language]}"`)
    .replace(/<title>[^<]*<\/title>/, (own) => title ?? own)
    .replace(
      frame.includes(EMPTY) ? EMPTY : ROOT,
      () =>
        `<div id="root" data-frame="${/^[a-z]+$/.test(kind) ? kind : "none"}">${content}</div><!--root-->${
          json === undefined ? "" : `<script type="application/json" id="data">${json}</script>`
        }`,
    );
}

/**
 * The frame of a kind of page, in Chinese, before anything is known: for the build. The application makes the page anew, so
 * that there is nothing in it to write or to choose.
 */
export function renderFrame(page: string, path: string): string {
  const values = new Map<string, unknown>();
  return renderInto(page, { path, search: "", language: "zh", isPhone: true, values, data: undefined });
}

/** Nothing waits in between: what is assumed of one reader holds until the page is made. */
function render(
  path: string,
  search: string,
  language: Language,
  isPhone: boolean,
  values: ReadonlyMap<string, unknown>,
  isFrame: boolean,
): { readonly title: string | undefined; readonly content: string } {
  const html = renderWith(values, () => {
    assumeNarrow(isPhone);
    return renderToString(
      <Router ssrPath={path} ssrSearch={search}>
        <App language={language} isFrame={isFrame} />
      </Router>,
    );
  });
  const title = /<title>[^<]*<\/title>/.exec(html)?.[0];
  const content = title === undefined ? html : html.replace(title, "");
  // The page's policy forbids both: the browser would leave them out, and complain.
  if (/<script|<[^>]*\sstyle=/.test(content))
    throw new Error(`What ${path} shows first has a script or a style within.`);
  return { title, content };
}
