import { fetchEarly } from "./lib/data.ts";
import { keepEarlyFiles } from "./lib/early-files.ts";
import { takesOver } from "./lib/first-page.ts";
import type { Language } from "./lib/language.tsx";
import { pause } from "./lib/pace.ts";

/**
 * Has the application come, piece by piece, and puts it in charge of the page: of the one that stands there where its
 * data are named, else of an empty one. Whether that could be done.
 */
export async function takeOver(
  root: HTMLElement,
  language: Language,
  addresses: readonly string[] | undefined,
): Promise<boolean> {
  if (addresses === undefined) keepEarlyFiles(root);
  const data = Promise.all((addresses ?? []).map(fetchEarly));
  const { createRoot, hydrateRoot } = await import("react-dom/client");
  await pause();
  const { App, preparePage } = await import("./app.tsx");
  await pause();
  await preparePage(location.pathname);
  await pause();
  const { StrictMode, startTransition } = await import("react");
  const app = (
    <StrictMode>
      <App language={language} />
    </StrictMode>
  );
  if (addresses === undefined) {
    early.end();
    createRoot(root).render(app);
    root.dataset["taken"] = "";
    return true;
  }
  const isHere = (await data).every(Boolean);
  await pause();
  if (!isHere) return false;
  takesOver();
  startTransition(() => void hydrateRoot(root, app));
  early.replay();
  root.dataset["taken"] = "";
  return true;
}

/**
 * What a reader does before the page can answer is done once it can. Links and the search need no help: they lead to the
 * server as on any page.
 */
function keepEarly(): { end(): void; replay(): void } {
  const kept: (() => void)[] = [];
  const onClick = (event: Event): void => {
    const own = event.target instanceof Element ? event.target.closest("button, input[type=checkbox]") : null;
    if (!(own instanceof HTMLElement) || (own instanceof HTMLButtonElement && own.type === "submit")) return;
    event.preventDefault();
    event.stopPropagation();
    kept.push(() => own.click());
  };
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement)
      kept.push(() => target.dispatchEvent(new Event("change", { bubbles: true })));
  };
  addEventListener("click", onClick, { capture: true });
  addEventListener("change", onChange, { capture: true });
  const end = (): void => {
    removeEventListener("click", onClick, { capture: true });
    removeEventListener("change", onChange, { capture: true });
  };
  return {
    end,
    replay() {
      end();
      for (const act of kept) act();
    },
  };
}

/** Kept from the first moment until a try succeeds. */
const early = keepEarly();
