import { lazy, useState, type ComponentType } from "react";

export type Later<Props> = ComponentType<Props> & { readonly prepare: () => Promise<void> };

const all: (() => Promise<void>)[] = [];

/**
 * A component whose code comes by itself, as by `lazy`; code that has come already is used at once, so that what is
 * printed, or rendered by a server, need not wait for it.
 */
export function later<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): Later<Props> {
  let come: ComponentType<Props> | undefined;
  const loaded = async (): Promise<{ readonly default: ComponentType<Props> }> => {
    const module = await load();
    come = module.default;
    return module;
  };
  const Lazy = lazy(loaded) as unknown as ComponentType<Props>;
  const Later = (props: Props) => {
    const [Shown] = useState(() => come ?? Lazy);
    return <Shown {...props} />;
  };
  const prepare = async (): Promise<void> => void (await loaded());
  all.push(prepare);
  return Object.assign(Later, { prepare });
}

/** Has all such code come, and what that code names in its turn. */
export async function prepareAll(): Promise<void> {
  for (let at = 0; at < all.length; at++) await all[at]!();
}
