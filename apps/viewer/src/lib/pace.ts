// How fast the application comes: where the reader has given no sign, only in the time that the browser has to spare; where
// the reader waits for it, without delay, but never for so long at a time that the page stands still.

let isAtRest = true;
let hurry: (() => void) | undefined;

/** Whether nobody waits for what comes next. */
export function atRest(is: boolean): void {
  isAtRest = is;
  if (!is) hurry?.();
}

/** The longest that the browser is left to choose its moment, in milliseconds. */
const LONGEST = 3000;

/** Resolves when the browser has nothing better to do, or when somebody begins to wait. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    hurry = resolve;
    if (!isAtRest) resolve();
    else if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: LONGEST });
    else setTimeout(resolve, 200);
  });
}

/** Between two pieces of work: the page answers, and shows what it answers. */
export async function pause(): Promise<void> {
  if (isAtRest) return whenIdle();
  const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
  await (scheduler?.yield ? scheduler.yield() : new Promise<void>((resolve) => setTimeout(resolve)));
}
