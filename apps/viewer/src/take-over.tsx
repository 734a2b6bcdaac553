import { fetchEarly } from "./lib/data.ts";
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
  const data = Promise.all((addresses ?? []).map(fetchEarly));
  const { createRoot, hydrateRoot } = await import("react-dom/client");
  await pause();
  const { App, preparePage } = await import("./app.tsx");
  await pause();
  await preparePage(location.pathname);
  await pause();
  const { StrictMode, startTransition } = await import("react");
  const onTaken = (): void => {
    root.dataset["taken"] = "";
    // What is pressed while React is at work would be answered by nobody.
    queueMicrotask(() => early.replay(root));
  };
  const app = (
    <StrictMode>
      <App language={language} onTaken={onTaken} />
    </StrictMode>
  );
  if (addresses === undefined) {
    createRoot(root).render(app);
    return true;
  }
  const isHere = (await data).every(Boolean);
  await pause();
  if (!isHere) return false;
  takesOver();
  startTransition(() => void hydrateRoot(root, app));
  return true;
}

/**
 * What a reader presses or drops before the page can answer is kept and done once it can. Links and forms need no help: they
 * lead to the server as on any page; nor do fields: what stands in them is read when they are taken over (parts/fields.tsx).
 */
function keepEarly(): { replay(root: HTMLElement): void } {
  const pressed: HTMLElement[] = [];
  const onClick = (event: Event): void => {
    const own = event.target instanceof Element ? event.target.closest("button") : null;
    if (own === null || own.type === "submit") return;
    event.preventDefault();
    event.stopPropagation();
    pressed.push(own);
  };
  /** A browser would leave the page for a file that is dropped on it. The field of the place where it is dropped takes it. */
  const onDrag = (event: DragEvent): void => {
    const place = event.target instanceof Element ? event.target.closest("label") : null;
    const field = place?.querySelector<HTMLInputElement>("input[type=file]");
    if (!field || !event.dataTransfer) return;
    event.preventDefault();
    if (event.type === "drop") field.files = event.dataTransfer.files;
  };
  const listeners = { click: onClick, dragover: onDrag, drop: onDrag } as Readonly<
    Record<string, (event: never) => void>
  >;
  for (const [type, listener] of Object.entries(listeners))
    addEventListener(type, listener as EventListener, { capture: true });
  return {
    replay(root) {
      for (const [type, listener] of Object.entries(listeners))
        removeEventListener(type, listener as EventListener, { capture: true });
      for (const button of pressed.splice(0)) (button.isConnected ? button : likeness(root, button))?.click();
    },
  };
}

/** The button of a page made anew that says what one of its frame said. */
function likeness(root: HTMLElement, button: HTMLElement): HTMLElement | undefined {
  return [...root.querySelectorAll("button")].find((other) => other.textContent === button.textContent);
}

/** Kept from the first moment on. */
const early = keepEarly();
