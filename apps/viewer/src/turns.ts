// A page that the server rendered whole is laid out from its top down, some of it in every frame, so that its first screen
// is there at once and the page never stands still, however slow the phone. base.css hides what waits for its turn, and
// only where scripts run.

/** Elements that are laid out in one frame. */
const IN_A_FRAME = 90;

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Resolves when all is shown. */
export async function showInTurn(): Promise<void> {
  let left = 0;
  for (const part of document.querySelectorAll<HTMLElement>("[data-turn]")) {
    const size = part.getElementsByTagName("*").length;
    if (size > left) {
      await frame();
      left = IN_A_FRAME;
    }
    left -= size;
    part.dataset["shown"] = "";
  }
  // What is made from now on waits for nothing.
  document.documentElement.dataset["shown"] = "";
}
