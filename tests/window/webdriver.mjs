// The W3C WebDriver protocol, as far as the window tests speak it with WebKitWebDriver.

import { Agent, request } from "node:http";

/** The name under which the protocol passes elements. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Names of keys as people say them, with the code points that the protocol gives them. */
const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE006",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
  Meta: "\uE03D",
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`F${at + 1}`, String.fromCharCode(0xe031 + at)]),
  ),
};

/** What the driver answers when a command does not succeed. */
export class WebDriverError extends Error {
  constructor(command, { error, message }) {
    super(`${command}: ${error}${message ? ` (${message})` : ""}`);
    this.error = error;
  }
}

/** One session: one run of the program. */
export class Session {
  #port;
  #path;

  /** Starts the program and attaches to its page. */
  static async begin(port, binary, args) {
    const session = new Session();
    session.#port = port;
    const always = { "webkitgtk:browserOptions": { binary, args } };
    const begun = await session.#send("POST", "/session", {
      capabilities: { alwaysMatch: always },
    });
    session.#path = `/session/${begun.sessionId}`;
    return session;
  }

  /** Ends the session, and with it the program. */
  end() {
    return this.#send("DELETE", this.#path);
  }

  title() {
    return this.#get("/title");
  }

  /** Runs a function in the page with these arguments, and returns what it returns or promises. */
  run(page, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      const args = Array.prototype.slice.call(arguments, 0, -1);
      Promise.resolve().then(() => (${page})(...args)).then(
        (value) => done({ value }), (error) => done({ error: String(error) }));`;
    return this.runScript(script, args);
  }

  /** Runs the text of a script in the page; it calls its last argument with the answer. */
  async runScript(script, args = []) {
    const sent = args.map((argument) =>
      argument instanceof Element ? argument.reference : argument,
    );
    const answer = await this.#post("/execute/async", { script, args: sent });
    if (answer?.error) throw new Error(`In the page: ${answer.error}`);
    return this.#received(answer?.value);
  }

  /** The first element that a CSS selector finds; an error when there is none. */
  async element(selector) {
    return this.#received(await this.#post("/element", { using: "css selector", value: selector }));
  }

  async focused() {
    return this.#received(await this.#get("/element/active"));
  }

  /** Presses keys one after the other, each as `a`, `Enter` or `Control+Shift+z`. */
  async press(...chords) {
    const actions = chords.flatMap((chord) => {
      const keys = chord.split(/(?<=.)\+/).map((key) => KEYS[key] ?? key);
      const down = keys.map((value) => ({ type: "keyDown", value }));
      const up = keys.toReversed().map((value) => ({ type: "keyUp", value }));
      return [...down, ...up];
    });
    await this.#post("/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** A picture of the page as PNG. */
  async screenshot() {
    return Buffer.from(await this.#get("/screenshot"), "base64");
  }

  /** Gives the window a size in pixels. */
  resize(width, height) {
    return this.#post("/window/rect", { x: 0, y: 0, width, height });
  }

  /** @internal For an element's own commands. */
  forElement(reference, method, path, body) {
    return this.#send(method, `${this.#path}/element/${reference[ELEMENT]}${path}`, body);
  }

  #received(value) {
    if (Array.isArray(value)) return value.map((one) => this.#received(one));
    return value?.[ELEMENT] ? new Element(this, value) : value;
  }

  #get(path) {
    return this.#send("GET", this.#path + path);
  }

  #post(path, body) {
    return this.#send("POST", this.#path + path, body);
  }

  async #send(method, path, body = method === "POST" ? {} : undefined) {
    const { value } = await exchange(this.#port, method, path, body);
    if (value?.error) throw new WebDriverError(`${method} ${path}`, value);
    return value;
  }
}

/** An element of the page. */
export class Element {
  #session;

  constructor(session, reference) {
    this.#session = session;
    this.reference = reference;
  }

  click() {
    return this.#send("POST", "/click");
  }

  /** Types text into it, as a person would. */
  type(text) {
    return this.#send("POST", "/value", { text });
  }

  clear() {
    return this.#send("POST", "/clear");
  }

  /** The text that is seen. */
  text() {
    return this.#send("GET", "/text");
  }

  /** A property of the element's object, such as `value` or `checked`. */
  property(name) {
    return this.#send("GET", `/property/${name}`);
  }

  attribute(name) {
    return this.#send("GET", `/attribute/${name}`);
  }

  isEnabled() {
    return this.#send("GET", "/enabled");
  }

  #send(method, path, body) {
    return this.#session.forElement(this.reference, method, path, body);
  }
}

/** A connection for each command: the driver closes idle ones when it likes. */
const agent = new Agent({ keepAlive: false });

function exchange(port, method, path, body) {
  const text = body === undefined ? "" : JSON.stringify(body);
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: "127.0.0.1", port, method, path, headers }, (response) => {
      let answer = "";
      response.setEncoding("utf8");
      response.on("data", (piece) => {
        answer += piece;
      });
      response.on("error", reject);
      response.on("end", () => {
        try {
          resolve(JSON.parse(answer));
        } catch {
          reject(new Error(`${method} ${path}: the driver answered ${answer || "nothing"}`));
        }
      });
    });
    sent.setTimeout(60_000, () => sent.destroy(new Error(`${method} ${path}: no answer in 60 s`)));
    sent.on("error", reject);
    sent.end(text);
  });
}
