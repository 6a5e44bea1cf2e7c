import { expect, it } from "vitest";
import { needsLiff } from "./needs-liff.ts";
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
  ["/liffey", false],
  ["/", false],
])("needs LIFF at %s: %s", (address, isNeeded) => {
  expect(needsLiff(new URL(address, "https://egao.example"))).toBe(isNeeded);
});

it("takes what a login left out of the address, and nothing else", () => {
  const back = "https://egao.example/me/photos/1?a=1&code=c&state=s&liffClientId=1&liffRedirectUri=x#top";
  expect(withoutLoginTraces(new URL(back)).href).toBe("https://egao.example/me/photos/1?a=1#top");
  const own = "https://egao.example/me/photos/1?code=mine&state=s";
  expect(withoutLoginTraces(new URL(own)).href).toBe(own);
});
