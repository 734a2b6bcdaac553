import type { CheckContext } from "./relation.ts";

/** What is worked out from a context once, however many relations and findings ask for it. */
export function perContext<Made>(make: (context: CheckContext) => Made): (context: CheckContext) => Made {
  const known = new WeakMap<CheckContext, { readonly made: Made }>();
  return (context) => {
    let entry = known.get(context);
    if (!entry) known.set(context, (entry = { made: make(context) }));
    return entry.made;
  };
}
