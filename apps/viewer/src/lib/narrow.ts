// Where reading and explanation stand one above the other, as in document.css.

let isAssumed = false;

/** For a server, which sees no screen: what the browser says of its device. */
export function assumeNarrow(isPhone: boolean): void {
  isAssumed = isPhone;
}

export function isNarrow(): boolean {
  return typeof matchMedia === "undefined" ? isAssumed : matchMedia("(max-width: 56rem)").matches;
}
