// Whether the page is being printed. Listeners are called in the order in which they came, and those not at all that come
// while others are called: what makes anything for paper imports this first, so that it is known by then.

let isPrinting = false;

// A server renders with this module, too.
if (typeof document !== "undefined") {
  addEventListener("beforeprint", () => {
    isPrinting = true;
  });
  addEventListener("afterprint", () => {
    isPrinting = false;
  });
}

export const isPrinted = (): boolean => isPrinting;
