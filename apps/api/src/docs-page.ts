import { html, raw } from "hono/html";
import { PROBLEMS } from "./problem.ts";
import { TRIED } from "./routes/try.ts";

// A page for people, made from the same OpenAPI document that programs read. No script, nothing from elsewhere: what can be
// read is tried by a form of HTML.

interface OpenApi {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: object;
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: object }>>;
  readonly requestBody?: { readonly content?: object };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema?: {
    readonly type?: unknown;
    readonly enum?: readonly unknown[];
    readonly example?: unknown;
    readonly description?: string;
  };
}

/** The page's own style; the policy of the page names its hash. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #5b6470; --line: #d9dee5; --ground: #fff; --mark: #1f5f99; --code: #f3f5f8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaee; --soft: #9aa4b0; --line: #363c44; --ground: #16191d; --mark: #7db4e6; --code: #22262c } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--ink); background: var(--ground) }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { margin: 0 } h2 { margin: 2.5rem 0 .5rem; font-size: 1.2rem } p { margin: .3rem 0 } .soft { color: var(--soft) }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: .8rem 0 }
h3 { margin: 0; font-size: 1rem; font-weight: 600; overflow-wrap: anywhere }
code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; background: var(--code); border-radius: .25rem; padding: .1em .35em }
.method { color: var(--mark); font-weight: 700; margin-right: .5rem }
details { margin-top: .5rem } summary { cursor: pointer; color: var(--mark) } form { display: grid; gap: .5rem; padding: .6rem 0 .2rem }
label { display: grid; grid-template-columns: minmax(6rem, 10rem) 1fr; gap: .75rem; align-items: center } label span { color: var(--soft); overflow-wrap: anywhere }
input, select, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .3rem; padding: .35rem .6rem; min-width: 0; min-height: 2.75rem }
button { justify-self: start; border-color: var(--mark); color: var(--mark); cursor: pointer } :focus-visible { outline: 2px solid var(--mark); outline-offset: 2px }
a { color: var(--mark) } table { border-collapse: collapse; width: 100%; margin-top: .5rem; font-size: .92rem }
th { text-align: left; font-weight: 600; color: var(--soft) } th, td { padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere }
`;

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** The browsable reference of the API. */
export function docsPage(document: OpenApi) {
  const groups = new Map<string, { method: string; path: string; operation: Operation }[]>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = (item as Partial<Record<string, Operation>>)[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? "";
      const group = groups.get(tag) ?? [];
      group.push({ method, path, operation });
      groups.set(tag, group);
    }
  }
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title} API</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main>
          <h1>${document.info.title} API</h1>
          <p>${document.info.description ?? ""}</p>
          <p class="soft">机器可读的说明 For programs: <a href="/openapi.json">/openapi.json</a>（OpenAPI 3.1）</p>
          ${[...groups].map(
            ([tag, operations]) =>
              html`<h2>${tag}</h2>
                ${operations.map(operationCard)}`,
          )}
          <h2>错误 Problems</h2>
          <p class="soft">RFC 9457，<code>application/problem+json</code></p>
          <table>
            <tr>
              <th>code</th>
              <th>HTTP</th>
              <th>含义 Meaning</th>
            </tr>
            ${Object.entries(PROBLEMS).map(
              ([code, { status, zh, en }]) =>
                html`<tr id="problem-${code}">
                  <td><code>${code}</code></td>
                  <td>${status}</td>
                  <td>${zh}<br /><span class="soft">${en}</span></td>
                </tr>`,
            )}
          </table>
        </main>
      </body>
    </html>`;
}

function operationCard({ method, path, operation }: { method: string; path: string; operation: Operation }) {
  const parameters = operation.parameters ?? [];
  const bodies = Object.keys(operation.requestBody?.content ?? {});
  return html`<article>
    <h3><span class="method">${method.toUpperCase()}</span><code>${path}</code></h3>
    <p>${operation.summary ?? ""}</p>
    ${operation.description ? html`<p class="soft">${operation.description}</p>` : ""}
    ${bodies.length > 0 ? html`<p class="soft">请求体 Body: ${bodies.map((type) => html`<code>${type}</code> `)}</p>` : ""}
    ${
      parameters.length > 0
        ? html`<table>
            <tr>
              <th>参数 Parameter</th>
              <th>类型 Type</th>
              <th>说明 Meaning</th>
            </tr>
            ${parameters.map(parameterRow)}
          </table>`
        : ""
    }
    <p class="soft">
      ${Object.entries(operation.responses ?? {}).map(([status, { description }]) => html`<code>${status}</code> ${description ?? ""} &nbsp; `)}
    </p>
    ${method === "get" ? tryForm(path, parameters) : ""}
  </article>`;
}

function parameterRow({ name, in: place, required, description, schema }: Parameter) {
  const type = schema?.enum ? schema.enum.join(" | ") : String(schema?.type ?? "");
  return html`<tr>
    <td><code>${name}</code>${required ? " *" : ""} <span class="soft">${place}</span></td>
    <td>${type}</td>
    <td>${description ?? schema?.description ?? ""}</td>
  </tr>`;
}

/** A form that asks for the address. What must be given stands in it already, as far as an example is known. */
function tryForm(path: string, parameters: readonly Parameter[]) {
  if (parameters.length === 0) return html`<p>试一试 Try: <a href="${path}">${path}</a></p>`;
  return html`<details>
    <summary>试一试 Try</summary>
    <form action="/docs/try" method="get">
      <input type="hidden" name="${TRIED}" value="${path}" />
      ${parameters.filter(({ in: place }) => place === "path" || place === "query").map(tryField)}
      <button>发送 Send</button>
    </form>
  </details>`;
}

function tryField({ name, required, example = undefined, schema }: Parameter) {
  const shown = example ?? schema?.example;
  const given = required && shown !== undefined ? String(shown) : "";
  const label = html`<span>${name}${required ? " *" : ""}</span>`;
  if (schema?.enum)
    return html`<label>
      ${label}
      <select name="${name}">
        ${required ? "" : html`<option value=""></option>`}
        ${schema.enum.map((value) => html`<option>${value}</option>`)}
      </select>
    </label>`;
  return html`<label>
    ${label}
    <input
      name="${name}"
      value="${given}"
      placeholder="${shown === undefined ? "" : String(shown)}"
      ${required ? "required" : ""}
    />
  </label>`;
}
