import { earlyAddresses } from "./lib/addresses.ts";
import { fetchEarly, keep } from "./lib/data.ts";
import { languageChosen } from "./lib/language-choice.ts";
import { takeOver } from "./take-over.tsx";
import { showInTurn } from "./turns.ts";
import "./styles/index.css";

// The first page comes from the server as it is to be seen. Its application comes after it: when the browser has nothing
// better to do, or as soon as the reader does something.

/** What the server put beside a page that it rendered whole (src/page.tsx). */
interface Brought {
  readonly addresses: readonly string[];
  readonly values?: Readonly<Record<string, unknown>>;
  /** The files of the application that this page takes. */
  readonly scripts: readonly string[];
}

/** The reader is about to want something. */
const SIGNS = ["pointerdown", "pointermove", "touchstart", "keydown", "focusin", "scroll"] as const;

/** In milliseconds. */
const RETRY = 4000;

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
      else for (const sign of SIGNS) removeEventListener(sign, start, { capture: true });
    }, again);
  };
  for (const sign of SIGNS) addEventListener(sign, start, { capture: true, passive: true });
  void showInTurn().then(() => {
    for (const script of scripts) {
      const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href: script });
      link.crossOrigin = "";
      document.head.append(link);
    }
    if ("requestIdleCallback" in globalThis) requestIdleCallback(start, { timeout: 3000 });
    else setTimeout(start, 300);
  });
} else {
  // On a slow line the data come beside the code, not after it.
  for (const address of earlyAddresses(location.pathname, location.search)) void fetchEarly(address);
  void takeOver(root, language, undefined);
}

// After the page, not before it. Browsers offer it on secure origins and on this machine only.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register("/service-worker.js").catch(() => {});
  });
}
