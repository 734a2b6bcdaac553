// The first page comes rendered by the server and is taken over as it stands; what a reader goes to from there is made here.

let isFirst = typeof document === "undefined";

/** The page as it stands is the server's. */
export function takesOver(): void {
  isFirst = true;
}

/** The reader has gone on. */
export function wentOn(): void {
  isFirst = false;
}

/** Whether what is rendered now is there already. */
export function isThere(): boolean {
  return isFirst;
}
