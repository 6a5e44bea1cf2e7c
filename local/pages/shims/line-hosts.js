// @ts-check
// The LIFF SDK has LINE's hosts built in. Here its calls, scripts and redirects are turned to the LINE stand-in;
// the SDK itself stays as it is.

/** @type {Readonly<Record<string, string>>} */
const localPrefixes = {
  "https://api.line.me": "",
  "https://access.line.me": "",
  "https://liff.line.me": "/liff",
  "https://static.line-scdn.net": "/static.line-scdn.net",
  "https://liffsdk.line-scdn.net": "/liffsdk.line-scdn.net",
};

/**
 * @param {string | URL} address
 * @returns {string | undefined} the stand-in's address, or undefined for an address that is not LINE's
 */
const atStandIn = (address) => {
  if (!URL.canParse(String(address), location.href)) return undefined;
  const url = new URL(String(address), location.href);
  const prefix = localPrefixes[url.origin];
  return prefix === undefined
    ? undefined
    : `${pageSettings.lineOrigin}${prefix}${url.pathname}${url.search}${url.hash}`;
};

const nativeFetch = window.fetch.bind(window);
window.fetch = (input, init) => {
  if (!(input instanceof Request)) return nativeFetch(atStandIn(input) ?? input, init);
  const local = atStandIn(input.url);
  return nativeFetch(local === undefined ? input : new Request(local, input), init);
};

const NativeXMLHttpRequest = window.XMLHttpRequest;
window.XMLHttpRequest = class extends NativeXMLHttpRequest {
  /**
   * @param {string} method
   * @param {string | URL} url
   * @param {boolean} [isAsync]
   * @param {string | null} [user]
   * @param {string | null} [password]
   */
  open(method, url, isAsync = true, user, password) {
    super.open(method, atStandIn(url) ?? url, isAsync, user, password);
  }
};

const scriptSource = Object.getOwnPropertyDescriptor(window.HTMLScriptElement.prototype, "src");
if (scriptSource !== undefined) {
  Object.defineProperty(window.HTMLScriptElement.prototype, "src", {
    ...scriptSource,
    set(/** @type {string} */ url) {
      scriptSource.set?.call(this, atStandIn(url) ?? url);
    },
  });
}

const nativeWindowOpen = window.open.bind(window);
window.open = (url, target, features) =>
  nativeWindowOpen(url === undefined ? url : (atStandIn(url) ?? url), target, features);

// `location.href = …` cannot be replaced, but the Navigation API hears of it before anything leaves the page.
if ("navigation" in window) {
  window.navigation.addEventListener("navigate", (event) => {
    const local = atStandIn(event.destination.url);
    if (local === undefined) return;
    event.preventDefault();
    const go = event.navigationType === "replace" ? "replace" : "assign";
    setTimeout(() => location[go](local));
  });
} else {
  console.warn(
    "This browser has no Navigation API: logging in would leave for the real LINE. Use a newer browser.",
  );
}
