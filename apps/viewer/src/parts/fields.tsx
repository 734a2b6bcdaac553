import {
  useLayoutEffect,
  useRef,
  type ComponentProps,
  type InputHTMLAttributes,
  type ReactNode,
  type RefObject,
  type SelectHTMLAttributes,
} from "react";

// Every field whose content the application follows. The page stands there before its application does, and a browser puts
// back what stood in its fields when a reader returns: what stands in a field when the application takes it over was
// written by somebody, and counts as if it were written now.

/** Tells what stands in a field when it is taken over. */
function useStanding<Element>(tell: (element: Element) => void): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    if (element.current) tell(element.current);
    // What is told later, the field's own events tell.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return element;
}

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "defaultValue" | "onChange" | "checked">;

/** Words or a number to look for at once, while they are written. */
export function Field({
  first = "",
  onWrite,
  ...rest
}: FieldProps & { readonly first?: string; readonly onWrite: (text: string) => void }) {
  const own = useStanding<HTMLInputElement>(({ value }) => {
    if (value !== first) onWrite(value);
  });
  return <input ref={own} defaultValue={first} onChange={({ target }) => onWrite(target.value)} {...rest} />;
}

/** One of several. */
export function Select({
  value,
  onChoose,
  children,
  ...rest
}: Omit<SelectHTMLAttributes<HTMLSelectElement>, "value" | "defaultValue" | "onChange"> & {
  readonly value: string;
  readonly onChoose: (value: string) => void;
}) {
  const own = useStanding<HTMLSelectElement>((select) => {
    if (select.value !== value) onChoose(select.value);
  });
  return (
    <select ref={own} value={value} onChange={({ target }) => onChoose(target.value)} {...rest}>
      {children}
    </select>
  );
}

/** Yes or no. */
export function Tick({ checked, onTick }: { readonly checked: boolean; readonly onTick: (checked: boolean) => void }) {
  const own = useStanding<HTMLInputElement>((box) => {
    if (box.checked !== checked) onTick(box.checked);
  });
  return <input type="checkbox" ref={own} checked={checked} onChange={({ target }) => onTick(target.checked)} />;
}

/** Files of the reader's own. A dialogue that was opened before the application came is this field's too. */
export function Files({ onChoose, ...rest }: FieldProps & { readonly onChoose: (files: readonly File[]) => void }) {
  const tell = ({ files }: HTMLInputElement): void => {
    if (files && files.length > 0) onChoose([...files]);
  };
  return <input type="file" ref={useStanding(tell)} onChange={({ target }) => tell(target)} {...rest} />;
}

/** What unfolds, where that is to be known: what is in it comes when it is opened. */
export function Unfolding({
  onOpen,
  children,
  ...rest
}: Omit<ComponentProps<"details">, "open" | "onToggle" | "ref"> & {
  readonly onOpen: (isOpen: boolean) => void;
  readonly children: ReactNode;
}) {
  const own = useStanding<HTMLDetailsElement>(({ open }) => {
    if (open) onOpen(true);
  });
  return (
    <details ref={own} onToggle={({ currentTarget }) => onOpen(currentTarget.open)} {...rest}>
      {children}
    </details>
  );
}
