interface Described {
  readonly paths?: object;
}

/**
 * Gives every operation of an OpenAPI document a name, from its method and path, which clients in other languages are
 * made from: GET /v1/accounts/{id}/findings is getAccountFindings.
 */
export function named<T extends Described>(document: T): T {
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods as Record<string, { operationId?: string }>)) {
      operation.operationId ??= `${method}${nameOf(path)}`;
    }
  }
  return document;
}

function nameOf(path: string): string {
  const words = path.split("/").filter((word) => word !== "" && word !== "v1");
  return words
    .map((word, index) => {
      if (word.startsWith("{")) return index === words.length - 1 ? `By${capital(word.slice(1, -1))}` : "";
      // accounts/{id}: one of them.
      const one = words[index + 1]?.startsWith("{") && word.endsWith("s") ? word.slice(0, -1) : word;
      return one
        .split(/[^A-Za-z0-9]+/)
        .map(capital)
        .join("");
    })
    .join("");
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
