import { earlyAddresses } from "./lib/addresses.ts";
import { fetchEarly, keep } from "./lib/data.ts";
import { languageChosen } from "./lib/language-choice.ts";
import { atRest, whenIdle } from "./lib/pace.ts";
import type { Brought } from "./page.tsx";
import { takeOver } from "./take-over.tsx";
import "./styles/index.css";

// The first page comes from the server as it is to be seen, and answers to what a page without scripts answers to. Its
// application comes at the first sign that the reader wants more; where there is none, a good while after the page, in
// pieces that nobody notices.

/** The reader is about to want something; a screen reader may press a button with nothing before it. */
const SIGNS = [
  "pointermove",
  "pointerdown",
  "touchstart",
  "keydown",
  "focusin",
  "wheel",
  "scroll",
  "click",
  "dragenter",
] as const;

/** In milliseconds. */
const RETRY = 4000;
/** How long the page stands there by itself, where the reader gives no sign. */
const QUIET = 1000;

const root = document.getElementById("root")!;
const data = document.getElementById("data")?.textContent;
const brought = data ? (JSON.parse(data) as Brought) : undefined;
const language =
  root.dataset["frame"] === undefined
    ? languageChosen({ search: location.search, cookie: document.cookie, accepted: navigator.languages.join() })
    : document.documentElement.lang === "en"
      ? "en"
      : "zh";

if (brought) {
  keep(brought.values ?? {});
  const { addresses, scripts } = brought;
  let isUnderWay = false;
  const start = (): void => {
    if (isUnderWay) return;
    isUnderWay = true;
    // What could not be fetched is tried again, a while later or at the next sign; until then the page can be read.
    const again = (): void => {
      isUnderWay = false;
      setTimeout(start, RETRY);
    };
    void takeOver(root, language, addresses).then((isDone) => {
      if (!isDone) again();
      else for (const sign of SIGNS) removeEventListener(sign, onSign, { capture: true });
    }, again);
  };
  const onSign = (): void => {
    atRest(false);
    start();
  };
  for (const sign of SIGNS) addEventListener(sign, onSign, { capture: true, passive: true });
  const shown = document.readyState === "complete" ? whenIdle() : afterLoad().then(whenIdle);
  void shown.then(async () => {
    // At hand when the first sign comes; one after the other, since each takes the page's time when it has come.
    for (const script of scripts) {
      await preload(script);
      await whenIdle();
    }
    setTimeout(() => void whenIdle().then(start), QUIET);
  });
} else {
  // Nothing can be read yet.
  atRest(false);
  // On a slow line the data come beside the code, not after it.
  for (const address of earlyAddresses(location.pathname, location.search)) void fetchEarly(address);
  void takeOver(root, language, undefined);
}

function afterLoad(): Promise<void> {
  return new Promise((resolve) => addEventListener("load", () => resolve(), { once: true }));
}

/** Has a script come and be read, but not yet run; one that does not come is asked for again when it is wanted. */
function preload(script: string): Promise<void> {
  return new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), {
      rel: "modulepreload",
      href: script,
      onload: () => resolve(),
      onerror: () => resolve(),
    });
    link.crossOrigin = "";
    link.fetchPriority = "low";
    document.head.append(link);
  });
}

// After the page, not before it. Browsers offer it on secure origins and on this machine only.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register("/service-worker.js").catch(() => {});
  });
}
