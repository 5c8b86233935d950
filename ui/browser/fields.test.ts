// Fields, by keyboard: what is typed is committed after a pause and on leaving, and is kept when
// it is refused.
import { expect, test } from "vitest";
import { openGallery } from "./gallery";

const gallery = openGallery();

test("a pause in typing commits", async () => {
  const page = await gallery.open("fields");
  await page.getByLabel("Name").fill("Children looked after");
  await page.locator(".field", { hasText: "Name" }).getByText("Saved").waitFor();
  await expect.poll(() => page.getByLabel("Name").inputValue()).toBe("Children looked after");
  await page.context().close();
});

test("leaving commits, and a refusal keeps what was typed and says why beside the field", async () => {
  const page = await gallery.open("fields");
  const target = page.getByLabel("Target");
  await target.fill("about 66");
  await page.keyboard.press("Tab");
  const error = page.getByText("is not a figure");
  await error.waitFor();
  await expect.poll(() => target.inputValue()).toBe("about 66");
  await expect.poll(() => target.getAttribute("aria-invalid")).toBe("true");
  const described = (await target.getAttribute("aria-describedby"))?.split(" ") ?? [];
  const spoken = await Promise.all(
    described.map((id) => page.locator(`[id="${id}"]`).textContent()),
  );
  expect(spoken.join(" ")).toContain("“about 66” is not a figure");

  await target.fill("66.9");
  await page.keyboard.press("Tab");
  await error.waitFor({ state: "detached" });
  await expect.poll(() => target.inputValue()).toBe("66.9");
  await page.context().close();
});

test("Escape goes back to what is stored", async () => {
  const page = await gallery.open("fields");
  const name = page.getByLabel("Name");
  await name.fill("Something else");
  await page.keyboard.press("Escape");
  await expect.poll(() => name.inputValue()).toBe("Children in care per 10,000");
  await page.context().close();
});

test("an error summary takes focus and leads to the field", async () => {
  const page = await gallery.open("fields");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "alert");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.getByLabel("Target").evaluate((e) => e === document.activeElement))
    .toBe(true);
  await page.getByRole("button", { name: "Say which way is better." }).click();
  const place = await page.evaluate(() =>
    document.activeElement?.closest("[data-place]")?.getAttribute("data-place"),
  );
  expect(place).toBe("measure/1/polarity");
  await page.context().close();
});

test("a list, a choice and a switch by keyboard", async () => {
  const page = await gallery.open("fields");
  const polarity = page.getByRole("button", { name: /Polarity/ });
  await polarity.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Within a range/ }).waitFor();

  await page.getByRole("radio", { name: "Higher is better" }).focus();
  await page.keyboard.press("Space");
  await page.getByText("Choose how the status is worked out.").waitFor({ state: "detached" });
  await page.keyboard.press("ArrowDown");
  await expect
    .poll(() => page.getByRole("radio", { name: "Lower is better" }).isChecked())
    .toBe(true);

  const exempt = page.getByRole("switch", { name: "Exempt" });
  await exempt.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => exempt.isChecked()).toBe(true);
  await page.context().close();
});

test("a field keeps undo only once something was typed in it since it got focus", async () => {
  const page = await gallery.open("");
  const undone = page.getByTestId("undone");
  const name = page.getByLabel("Name", { exact: true });
  await name.focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => undone.textContent()).toBe("1 undone");
  await page.keyboard.type("x");
  await page.keyboard.press("Control+z");
  await expect.poll(() => undone.textContent()).toBe("1 undone");
  await page.keyboard.press("Tab");
  await name.focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => undone.textContent()).toBe("2 undone");
  await page.context().close();
});

test("a choice that is not kept in the file says nothing of saving", async () => {
  const page = await gallery.open("fields");
  await page.getByRole("radio", { name: "Higher is better" }).focus();
  await page.keyboard.press("Space");
  await page.getByText("Choose how the status is worked out.").waitFor({ state: "detached" });
  const field = page.getByRole("radiogroup", { name: "Status rule" });
  await expect.poll(() => field.getByText("Saved").count()).toBe(0);
  await page.context().close();
});

test("fields side by side stand in line, with a hint or without, and refused or not", async () => {
  const page = await gallery.open("fields");
  const top = async (label: string) => (await page.getByLabel(label).boundingBox())?.y ?? 0;
  const before = await top("Target");
  await expect.poll(() => top("Name")).toBeCloseTo(before);
  await page.getByLabel("Target").fill("about 66");
  await page.keyboard.press("Tab");
  await page.getByText("is not a figure").waitFor();
  await expect.poll(() => top("Target")).toBeCloseTo(before);
  await expect.poll(() => top("Name")).toBeCloseTo(before);
  await page.context().close();
});
