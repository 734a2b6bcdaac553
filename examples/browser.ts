// In a browser: choose accounts, and the findings appear. Nothing leaves the page.
import { check, lines } from "./check.ts";

const input = document.querySelector("input")!;
const list = document.querySelector("ul")!;

input.addEventListener("change", async () => {
  const [file] = input.files ?? [];
  if (!file) return;
  const items = lines(check(JSON.parse(await file.text()))).map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  });
  list.replaceChildren(...items);
});
