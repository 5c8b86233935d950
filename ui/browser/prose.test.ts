// The narrative editor: keyboard, marks, links, footnotes, paste from Word, its own undo.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Block } from "../src/parts";
import { expectAccessible, openGallery, picture } from "./gallery";

const gallery = openGallery();

const editor = (page: Page) => page.getByRole("textbox", { name: "Commentary" });
const stored = async (page: Page): Promise<Block[]> =>
  JSON.parse((await page.getByTestId("prose").textContent()) ?? "[]");
const commits = async (page: Page) =>
  Number(await page.getByTestId("prose").getAttribute("data-commits"));

/** Everything in the editor replaced by nothing, the cursor in it. */
async function emptied(page: Page): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Alt+0");
}

async function left(page: Page): Promise<Block[]> {
  const before = await commits(page);
  await page.getByRole("heading", { name: "Parts" }).click();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await expect.poll(() => commits(page)).toBeGreaterThan(before);
  return stored(page);
}

const text = (words: string, strong = false, emphasis = false) => ({
  kind: "text",
  text: words,
  strong,
  emphasis,
});

test("marks, headings and lists by keyboard; leaving commits once", async () => {
  const page = await gallery.open("editors");
  await emptied(page);
  await page.keyboard.press("Control+Alt+1");
  await page.keyboard.type("Title");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Some ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("bold");
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Shift+8");
  await page.keyboard.type("one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Control+]");
  const before = await commits(page);
  expect(await left(page)).toEqual([
    { kind: "heading", level: 1, inlines: [text("Title")] },
    { kind: "paragraph", inlines: [text("Some "), text("bold", true)] },
    {
      kind: "list",
      ordered: false,
      items: [
        [
          { kind: "paragraph", inlines: [text("one")] },
          {
            kind: "list",
            ordered: false,
            items: [[{ kind: "paragraph", inlines: [text("two")] }]],
          },
        ],
      ],
    },
  ]);
  expect((await commits(page)) - before).toBeLessThanOrEqual(2);
  await page.context().close();
});

test("a pause commits while the cursor stays", async () => {
  const page = await gallery.open("editors");
  await emptied(page);
  await page.keyboard.type("Written and left alone.");
  await expect
    .poll(() => stored(page), { timeout: 5000 })
    .toEqual([{ kind: "paragraph", inlines: [text("Written and left alone.")] }]);
  await page.keyboard.type(" Then more.");
  expect(await left(page)).toEqual([
    { kind: "paragraph", inlines: [text("Written and left alone. Then more.")] },
  ]);
  await page.context().close();
});

test("the toolbar is reached with Alt+F10, walked with arrows, left with Escape", async () => {
  const page = await gallery.open("editors");
  await editor(page).click();
  await page.keyboard.press("Alt+F10");
  const inBar = () => page.evaluate(() => Boolean(document.activeElement?.closest(".prose-bar")));
  await expect.poll(() => inBar()).toBe(true);
  await page.keyboard.press("ArrowRight");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Bold");
  await page.keyboard.press("Escape");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("role")))
    .toBe("textbox");
  await page.keyboard.press("Tab");
  await expect
    .poll(() => editor(page).evaluate((e) => e.contains(document.activeElement)))
    .toBe(false);
  await page.context().close();
});

test("the text's own undo leaves the window's alone", async () => {
  const page = await gallery.open("editors");
  await emptied(page);
  await page.keyboard.type("x");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Control+z");
  await expect.poll(() => editor(page).textContent()).toContain("Homes for older people");
  await page.context().close();

  const actions = await gallery.open("actions");
  await actions.getByRole("button", { name: "Small" }).focus();
  await actions.keyboard.press("Control+z");
  await actions.getByText("1 undone").waitFor();
  await actions.context().close();
});

test("the text keeps undo while it has steps of its own, and begins anew once it was left", async () => {
  const page = await gallery.open("");
  const undone = page.getByTestId("undone");
  await editor(page).click();
  await page.keyboard.press("Control+z");
  await expect.poll(() => undone.textContent()).toBe("1 undone");

  await page.keyboard.press("Control+End");
  await page.keyboard.type("x");
  await page.keyboard.press("Control+z");
  await expect.poll(() => undone.textContent()).toBe("1 undone");
  await page.keyboard.press("Control+z");
  await expect.poll(() => undone.textContent()).toBe("2 undone");

  await page.keyboard.type("y");
  await left(page);
  await editor(page).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => undone.textContent()).toBe("3 undone");
  await expect.poll(() => editor(page).textContent()).toContain("y");
  await page.context().close();
});

test("going to a narrative waits for its text, and never stops at its tools", async () => {
  const page = await gallery.open("editors");
  const text = await editor(page).elementHandle();
  const frame = await text?.evaluateHandle((e) => e.parentElement);
  await text?.evaluate((e) => e.remove());
  const button = page.getByRole("button", { name: "Go to the commentary" });
  await button.click();
  await expect.poll(() => button.evaluate((e) => e === document.activeElement)).toBe(true);
  await frame?.evaluate((parent, child) => child && parent?.append(child), text);
  await expect.poll(() => editor(page).evaluate((e) => e === document.activeElement)).toBe(true);
  await page.context().close();
});

test("Ctrl+K asks for the address, which may be written as people write it", async () => {
  const page = await gallery.open("editors");
  await emptied(page);
  await page.keyboard.type("the report");
  await page.keyboard.press("Control+k");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Address" }).fill("the web");
  await page.keyboard.press("Enter");
  await page.getByText("This is neither a web page nor an e-mail address").waitFor();
  await expect.poll(() => page.getByText("remove the link").count()).toBe(0);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Address" }).fill("www.gov.uk/report");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await left(page)).toEqual([
    {
      kind: "paragraph",
      inlines: [{ kind: "link", url: "https://www.gov.uk/report", inlines: [text("the report")] }],
    },
  ]);
  await page.context().close();
});

test("a link is refused in words until its address is one a paper may have", async () => {
  const page = await gallery.open("editors");
  await emptied(page);
  await page.keyboard.type("the report");
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Link", exact: true }).first().click();
  await page.getByRole("textbox", { name: "Address" }).fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await page.getByText("This is neither a web page nor an e-mail address").waitFor();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Address" }).fill("https://www.gov.uk/report");
  await page.getByRole("button", { name: "Save link" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await left(page)).toEqual([
    {
      kind: "paragraph",
      inlines: [{ kind: "link", url: "https://www.gov.uk/report", inlines: [text("the report")] }],
    },
  ]);
  const address = page.url();
  await editor(page)
    .getByText("the report")
    .click({ modifiers: ["Control"] });
  expect(page.url()).toBe(address);
  expect(page.context().pages()).toHaveLength(1);
  await page.context().close();
});

test("a footnote is written, changed and removed", async () => {
  const page = await gallery.open("editors");
  await emptied(page);
  await page.keyboard.type("Figures");
  await page.getByRole("button", { name: "Footnote", exact: true }).first().click();
  const words = page.getByRole("textbox", { name: "Words of the footnote" });
  await words.waitFor();
  await words.pressSequentially("Provisional.");
  await picture(page, "parts-prose-footnote");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save footnote" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await left(page)).toEqual([
    {
      kind: "paragraph",
      inlines: [text("Figures"), { kind: "footnote", inlines: [text("Provisional.")] }],
    },
  ]);
  await page.getByRole("button", { name: "Edit footnote 1" }).click();
  await page.getByRole("button", { name: "Remove footnote" }).click();
  expect(await left(page)).toEqual([{ kind: "paragraph", inlines: [text("Figures")] }]);
  await page.context().close();
});

test("a paste from Word keeps its lists, notes and marks and nothing else", async () => {
  const page = await gallery.open("editors");
  await emptied(page);
  await editor(page).evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "plain");
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, WORD);
  expect(await left(page)).toEqual([
    { kind: "heading", level: 1, inlines: [text("Progress")] },
    {
      kind: "paragraph",
      inlines: [
        text("Waiting fell to "),
        text("nine", true),
        text(" days"),
        { kind: "footnote", inlines: [text("Working days.")] },
        text(", "),
        text("a first", false, true),
        text(". A web page."),
      ],
    },
    {
      kind: "list",
      ordered: false,
      items: [
        [{ kind: "paragraph", inlines: [text("homes")] }],
        [
          { kind: "paragraph", inlines: [text("schools")] },
          {
            kind: "list",
            ordered: true,
            items: [[{ kind: "paragraph", inlines: [text("primary")] }]],
          },
        ],
      ],
    },
    { kind: "paragraph", inlines: [text("The end")] },
    { kind: "paragraph", inlines: [text("cell one")] },
    { kind: "paragraph", inlines: [text("cell two")] },
  ]);
  await page.context().close();
});

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head>
<body><!--StartFragment--><h1 style='color:#2E74B5'>Progress<o:p></o:p></h1><p class=MsoNormal style='mso-margin-top-alt:auto'>Waiting fell to <b><span style='font-size:14.0pt'>nine</span></b> days<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>, <i><u>a first</u></i>. <a href="javascript:alert(1)">A web page</a>.<img src="x.png" onerror="alert(1)"></p><p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>homes</p><p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>schools</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>primary</p><p class=MsoNormal>The end</p><table><tr><td>cell one</td><td>cell two</td></tr></table><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Working days.</p></div></div><!--EndFragment--></body></html>`;
