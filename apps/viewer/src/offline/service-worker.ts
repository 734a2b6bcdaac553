// Keeps the pages at hand without a network. The shell comes with the first visit; what checking a file takes is fetched
// when someone opens that page, because it is large; accounts that were looked at stay readable.

const worker = self as unknown as ServiceWorkerGlobalScope;

/** Filled in by the build: the files of this version. */
const FILES: readonly string[] = JSON.parse("__FILES__");
/** Of these, what every page takes. */
const SHELL: readonly string[] = JSON.parse("__SHELL__");
const VERSION = "__VERSION__";
const PAGES = `pages-${VERSION}`;
/** A page that fills itself, whatever its address: those of the server hold what one address shows. */
const PAGE = "/index.html";
const DATA = "data";
/** Answers of the API that are kept, newest last. */
const MOST_KEPT = 60;

worker.addEventListener("install", (event) => {
  event.waitUntil(keep([PAGE, ...SHELL]).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== PAGES && name !== DATA).map((name) => caches.delete(name))),
      )
      .then(() => worker.clients.claim()),
  );
});

// The page that checks files asks for all there is, and is told when it is here.
worker.addEventListener("message", (event) => {
  const [port] = event.ports;
  event.waitUntil(
    keep(FILES).then(
      () => port?.postMessage(true),
      () => port?.postMessage(false),
    ),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(fromCache(request));
  else if (url.pathname.startsWith("/v1/")) event.respondWith(fromNetwork(request));
  else if (request.mode === "navigate" && url.pathname !== "/docs") event.respondWith(page(request));
});

async function keep(files: readonly string[]): Promise<void> {
  const cache = await caches.open(PAGES);
  const missing = await Promise.all(files.map(async (file) => ((await cache.match(file)) ? undefined : file)));
  await cache.addAll(missing.filter((file) => file !== undefined));
}

/** Names under assets/ change with their contents. */
async function fromCache(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(PAGES)).put(request, response.clone());
  return response;
}

/** The page that comes from the network names the newest files; without one, the page of the files that are kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(PAGES)).match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

/** The newest there is; without a network, what was there last. */
async function fromNetwork(request: Request): Promise<Response> {
  const cache = await caches.open(DATA);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(request, response.clone());
      await forget(cache);
    }
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}

async function forget(cache: Cache): Promise<void> {
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST_KEPT).map((request) => cache.delete(request)));
}
