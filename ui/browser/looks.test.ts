// Every room of the gallery, light and dark, at the smallest window and at 200%: free of
// accessibility faults, free of complaints, and never wider than the window.
import { describe, expect, test } from "vitest";
import { complaints, expectAccessible, openGallery, picture } from "./gallery";

const ROOMS = ["actions", "fields", "shows", "editors", "values", "frames"];
const gallery = openGallery();

describe.each(ROOMS)("%s", (room) => {
  test.each(["light", "dark"] as const)("in %s", async (theme) => {
    const page = await gallery.open(room, { theme });
    await picture(page, `parts-${room}-${theme}`);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("at 200% zoom", async () => {
    const page = await gallery.open(room, { isZoomed: true });
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await picture(page, `parts-${room}-zoomed`);
    await page.context().close();
  });
});
