import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { fetchEarly } from "./lib/data.ts";
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

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// After the page, not before it. Browsers offer it on secure origins and on this machine only.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register("/service-worker.js").catch(() => {});
  });
}
