import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { fetchEarly } from "./lib/data.ts";
import { languageChosen } from "./lib/language.tsx";
import "./styles/index.css";

// On a slow line the data of a shared address come beside the code of its page, not after it.
const account = /^\/accounts\/(?<id>[^/]+)(?:\/(?<view>\w+))?/.exec(location.pathname)?.groups;
if (account) {
  const { id, view } = account;
  fetchEarly(`/v1/accounts/${id}/report`);
  if (view === "document" || view === "tables") fetchEarly(`/v1/accounts/${id}/${view}`);
  void import("./pages/account.tsx");
  if (view === "document") void import("./parts/document-view.tsx");
}

const root = document.getElementById("root")!;
const app = (
  <StrictMode>
    <App />
  </StrictMode>
);
// What the build has put there (build/shells.ts) is taken over on the first page, where somebody may be typing already;
// elsewhere it gives way to the page.
const isFirstPage = location.pathname === "/" && location.search === "" && languageChosen() === "zh";
if (root.dataset["shell"] === "home" && isFirstPage) hydrateRoot(root, app);
else createRoot(root).render(app);

// After the page, not before it. Browsers offer it on secure origins and on this machine only.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register("/service-worker.js").catch(() => {});
  });
}
