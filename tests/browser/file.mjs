// The open file, as a test finds its way about in it.

/** Asks the program what the screens ask it. */
export function ask(page, request) {
  return page.inside.evaluate(async (body) => {
    const answer = await fetch("/api/call", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await answer.json()).with;
  }, request);
}

/** Opens a sample from the start screen, and waits until its first section is there. */
export async function openSample(page, title) {
  await page.inside.getByRole("button", { name: title }).click();
  await page.inside.locator("article").first().waitFor();
}

/** The report's outline, as the program gives it. */
export async function outline(page) {
  const { reports } = await ask(page, { do: "workspace" });
  return (await ask(page, { do: "report", report: reports[0].id })).outline;
}

/** Opens the first section of a kind, and waits until it is the one being edited. */
export async function openSection(page, kind) {
  const item = (await outline(page)).find((each) => each.kind === kind);
  if (!item) throw new Error(`The report has no section of the kind ${kind}.`);
  await openRow(page, `section/${item.id}`);
  return item;
}

/** Opens a section or a card by its name in the outline. */
export async function openRow(page, key) {
  await showPane(page, "Outline");
  await page.inside.locator(`[data-key=${JSON.stringify(key)}]`).click();
  const [entity] = key.split("/");
  const place = entity === "entry" ? `${key}#commentary` : `${key}#heading`;
  await page.inside.locator(`[data-place=${JSON.stringify(place)}]`).waitFor({ state: "attached" });
  await showPane(page, "Editor");
}

/** Brings a pane to the front where there is room for one only. */
export async function showPane(page, name) {
  const tab = page.inside.getByRole("tab", { name, exact: true });
  if (await tab.isVisible()) await tab.click();
}

/** Waits until every page that is shown is the newest. */
export async function pagesAreSet(page) {
  await page.inside.waitForFunction(
    () =>
      document.querySelectorAll(".sheet img").length > 0 &&
      [...document.querySelectorAll(".sheet img")].every((picture) => picture.complete) &&
      document.querySelector(".preview-working")?.textContent === "",
  );
}

/** Answers the question for a path. */
export async function answer(page, path) {
  await page.get("textbox", "Path").fill(path);
  await page.press("Enter");
}
