import type { Check } from "./check.ts";

const LINK_SCHEMES = ["http:", "https:", "line:", "tel:"];
const IMAGE_URL_MAX = 2000;
const LINK_MAX = 1000;

function parsed(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

/**
 * An address that LINE fetches a picture from: https only. The stand-in's one exception is http on 127.0.0.1,
 * because the local CDN has no certificate.
 */
export const pictureUrl: Check = (value, at) => {
  if (typeof value !== "string" || value === "") return at.fail("May not be empty");
  if (value.length > IMAGE_URL_MAX) return at.fail(`Length must be between 0 and ${IMAGE_URL_MAX}`);
  const url = parsed(value);
  // Anything but ASCII has to be percent-encoded by the sender.
  if (!url || !/^[\x21-\x7e]+$/u.test(value))
    return at.fail(at.inFlex ? "invalid uri" : "Must be a valid URL");
  const isLocal = url.protocol === "http:" && url.hostname === "127.0.0.1";
  if (url.protocol !== "https:" && !isLocal)
    at.fail(at.inFlex ? "invalid uri scheme" : "Must be a valid HTTPS URL");
};

/** An address that a tap opens. */
export const link: Check = (value, at) => {
  if (typeof value !== "string" || value === "") return at.fail("May not be empty");
  if (value.length > LINK_MAX) return at.fail(`Length must be between 0 and ${LINK_MAX}`);
  const url = parsed(value);
  if (!url) return at.fail(at.inFlex ? "invalid uri" : "Must be a valid URL");
  if (!LINK_SCHEMES.includes(url.protocol)) at.fail("invalid uri scheme");
};
