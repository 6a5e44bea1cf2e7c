// @ts-check
// A frame of the chat plays the LIFF browser of one phone. Phones stand side by side in one tab and would share
// their storage, so each gets its own: localStorage per phone, sessionStorage per opening, as on real phones.
// The frame's name keeps saying which phone it is while the page moves on to other addresses. Cookies stay shared:
// inside LINE the SDK only writes the one it has.

const openingKey = "liff_browser=";
const credentials = location.hash.slice(1).split("&");
const opening = credentials.find((part) => part.startsWith(openingKey));
if (opening !== undefined) {
  window.name = `liff-browser:${opening.slice(openingKey.length)}`;
  const kept = credentials.filter((part) => part !== opening).join("&");
  history.replaceState(history.state, "", `${location.pathname}${location.search}#${kept}`);
}

/** A part of a real storage whose keys begin with `prefix`. Keys are reached by the methods, not as properties. */
class StorageView {
  /**
   * @param {Storage} storage
   * @param {string} prefix
   */
  constructor(storage, prefix) {
    this.storage = storage;
    this.prefix = prefix;
  }
  keys() {
    const all = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? "");
    return all.filter((key) => key.startsWith(this.prefix)).map((key) => key.slice(this.prefix.length));
  }
  get length() {
    return this.keys().length;
  }
  /** @param {number} index */
  key(index) {
    return this.keys()[index] ?? null;
  }
  /** @param {string} key */
  getItem(key) {
    return this.storage.getItem(this.prefix + key);
  }
  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    this.storage.setItem(this.prefix + key, value);
  }
  /** @param {string} key */
  removeItem(key) {
    this.storage.removeItem(this.prefix + key);
  }
  clear() {
    for (const key of this.keys()) this.removeItem(key);
  }
}

const [, phone, visit] = /^liff-browser:([\w-]+)\.([\w-]+)$/.exec(window.name) ?? [];
if (phone !== undefined && visit !== undefined) {
  const { localStorage, sessionStorage } = window;
  // LINE forgets a LIFF browser's session when it closes; here it ends when the phone opens the next page.
  const session = `phone ${phone} visit `;
  const ended = new StorageView(sessionStorage, session).keys().filter((key) => !key.startsWith(visit));
  for (const key of ended) sessionStorage.removeItem(session + key);
  const views = {
    localStorage: new StorageView(localStorage, `phone ${phone} `),
    sessionStorage: new StorageView(sessionStorage, `${session}${visit} `),
  };
  for (const [name, view] of Object.entries(views)) {
    Object.defineProperty(window, name, { configurable: true, get: () => view });
  }
  Object.defineProperty(navigator, "userAgent", {
    configurable: true,
    get: () =>
      "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 " +
      "Chrome/140.0.0.0 Mobile Safari/537.36 Line/15.14.0 LIFF",
  });
  Object.defineProperty(window, "_liff", {
    value: {
      features: [],
      postMessage(/** @type {string} */ type) {
        throw new Error(`The local LIFF browser does not support "${type}".`);
      },
    },
  });
}
