import { lazy, useState, type ComponentType } from "react";

/**
 * A component whose code comes by itself, as by `lazy`; code that has come already is used at once, so that what is
 * printed need not wait for it.
 */
export function later<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> & { readonly prepare: () => void } {
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
  return Object.assign(Later, { prepare: () => void loaded() });
}
