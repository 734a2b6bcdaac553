/** Gives a file that was made in this browser to who uses it. */
export function save(parts: readonly BlobPart[], name: string): void {
  const address = URL.createObjectURL(new Blob([...parts]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
