// Files that a reader chooses in the field of a page as the server sent it. The application puts a field of its own in its
// place; but a reader who opened the dialogue of the first one chooses in it, however late.

const kept: File[] = [];
let receive: ((files: readonly File[]) => void) | undefined;

/** Listens to the fields for files that stand in the page and will be replaced. */
export function keepEarlyFiles(root: HTMLElement): void {
  for (const field of root.querySelectorAll<HTMLInputElement>("input[type=file]"))
    field.addEventListener("change", () => {
      const files = [...(field.files ?? [])];
      if (receive) receive(files);
      else kept.push(...files);
    });
}

/** Gives what was chosen in those fields, and what still will be. */
export function receiveEarlyFiles(take: (files: readonly File[]) => void): () => void {
  receive = take;
  take(kept.splice(0));
  return () => {
    receive = undefined;
  };
}
