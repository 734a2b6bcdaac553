import { expect, it } from "vitest";
import { settled, useBrowser } from "./browser.ts";

const browser = useBrowser();
const RENHE = "/accounts/renhe-hrss-2023";

it("sets every sign in the faces of the text: a browser asks for each other one while the page stands still", async (test) => {
  const page = await browser.open();
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("DOM.enable");
  await protocol.send("CSS.enable");
  for (const path of [
    "/",
    RENHE,
    `${RENHE}/findings`,
    `${RENHE}/tables`,
    "/check",
    "/compare?ids=bureau-2024",
    "/codes",
  ]) {
    await page.goto(path);
    await settled(page);
    const { root } = await protocol.send("DOM.getDocument", { depth: -1 });
    const { nodeIds } = await protocol.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "#root *" });
    const others = new Set<string>();
    for (const nodeId of nodeIds) {
      const { fonts } = await protocol.send("CSS.getPlatformFontsForNode", { nodeId });
      for (const { familyName } of fonts) if (!/^Noto (?:Sans|Serif) CJK/.test(familyName)) others.add(familyName);
    }
    if (path === "/" && others.size > 0 && !(await hasNoto(page))) return test.skip("This machine has no Noto faces.");
    expect([path, ...others]).toEqual([path]);
  }
});

function hasNoto(page: Awaited<ReturnType<typeof browser.open>>): Promise<boolean> {
  return page.evaluate(() =>
    new FontFace("Here", 'local("Noto Sans CJK SC")').load().then(
      () => true,
      () => false,
    ),
  );
}
