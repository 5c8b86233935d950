// Finding elements as assistive technology names them. The function runs in the page.

/**
 * All visible elements with a role and an accessible name, by the parts of the naming rules that
 * this program's screens use: `aria-labelledby`, `aria-label`, labels, `alt`, text, `title`.
 * @param {string} role
 * @param {string} name the whole name
 */
export function named(role, name) {
  const native = {
    button: "button, summary, input[type=button], input[type=submit]",
    textbox:
      "input:not([type]), input[type=text], input[type=email], textarea, [contenteditable=true]",
    searchbox: "input[type=search]",
    spinbutton: "input[type=number]",
    checkbox: "input[type=checkbox]",
    radio: "input[type=radio]",
    combobox: "select",
    link: "a[href]",
    heading: "h1, h2, h3, h4, h5, h6",
    dialog: "dialog",
    listitem: "li",
    row: "tr",
    columnheader: "th",
    table: "table",
    region: "section",
    navigation: "nav",
    main: "main",
    img: "img, svg",
    status: "output",
  };
  const own = native[role] ? `:is(${native[role]}):not([role]), ` : "";
  const found = [...document.querySelectorAll(`${own}[role=${role}]`)];
  return found.filter((element) => isVisible(element) && nameOf(element) === name);

  function isVisible(element) {
    // A control may be drawn by its label, and itself be only a point.
    return element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]");
  }

  function nameOf(element) {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
    const isField = element.matches(
      "input, textarea, select, [role=textbox], [contenteditable=true]",
    );
    const names = [
      labelled,
      element.getAttribute("aria-label"),
      labels,
      element.getAttribute("alt"),
      element.matches("input[type=button], input[type=submit]") ? element.value : "",
      isField ? "" : element.textContent,
      element.getAttribute("title"),
      element.getAttribute("placeholder"),
    ];
    return tidy(names.find((text) => tidy(text ?? "")) ?? "");
  }

  function tidy(text) {
    return text.replace(/\s+/g, " ").trim();
  }
}
