import { expect, it } from "vitest";
import { needsLiff } from "./needs-liff.ts";
import { openPage } from "./open-page.ts";
import { withoutLoginTraces } from "./without-login-traces.ts";

it.each([
  ["/me", true],
  ["/me/photos/1", true],
  ["/liff?message_id=1", true],
  ["/?liff.state=%2Fme%2Fphotos%2F1", true],
  ["/me/photos/1?code=c&state=s&liffClientId=1&liffRedirectUri=x", true],
  ["/?error=access_denied&liffOAuth2Error=true", true],
  ["/board/b1", false],
  ["/menu", false],
  ["/privacy/H7KC4M", false],
  ["/liffey", false],
  ["/", false],
])("needs LIFF at %s: %s", (address, isNeeded) => {
  expect(needsLiff(new URL(address, "https://egao.example"))).toBe(isNeeded);
});

it.each([
  ["/?liff.state=%2Fprivacy%2FH7KC4M", "/privacy/H7KC4M"],
  ["/?liff.state=%2Fprivacy%2FH7KC4M%3Flang%3Dzh-Hant#access_token=x", "/privacy/H7KC4M?lang=zh-Hant"],
  ["/?liff.state=%2Fme%2Fphotos%2F1", null],
  ["/?liff.state=%2Fprivacy", null],
  ["/?liff.state=%2F%2Fevil.example%2Fprivacy%2FH7KC4M", null],
  ["/?liff.state=%2Fprivacy%2F..%2Fme", null],
  ["/privacy/H7KC4M", null],
])("opens the page behind %s without LINE: %s", (address, page) => {
  expect(openPage(new URL(address, "https://egao.example"))).toBe(page);
});

it("takes what a login left out of the address, and nothing else", () => {
  const back = "https://egao.example/me/photos/1?a=1&code=c&state=s&liffClientId=1&liffRedirectUri=x#top";
  expect(withoutLoginTraces(new URL(back)).href).toBe("https://egao.example/me/photos/1?a=1#top");
  const own = "https://egao.example/me/photos/1?code=mine&state=s";
  expect(withoutLoginTraces(new URL(own)).href).toBe(own);
});
