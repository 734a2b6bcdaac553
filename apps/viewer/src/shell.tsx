import { renderToString } from "react-dom/server";
import { Router } from "wouter";
import { App } from "./app.tsx";

/** What an address shows before its data and the code of its page have come; for the build. */
export function renderShell(path: string): string {
  return renderToString(
    <Router ssrPath={path} ssrSearch="">
      <App />
    </Router>,
  );
}
