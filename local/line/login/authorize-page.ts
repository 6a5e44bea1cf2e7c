import type { LoginDemand } from "./authorize.ts";
import type { LoginResponse } from "./login-request.ts";
import type { LineUser } from "./line-users.ts";

const style = `
  :root { color-scheme: light }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f5f7;
    font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; color: #111 }
  main { width: min(22rem, 100vw - 2rem); padding: 2rem 1.5rem; box-sizing: border-box; background: #fff;
    border-radius: 1rem; box-shadow: 0 1px 12px #0001 }
  h1 { margin: 0 0 .25rem; font-size: 1.25rem } p { margin: 0 0 1.25rem; color: #555 }
  button { width: 100%; min-height: 3rem; margin: 0 0 .5rem; border: 0; border-radius: .5rem; font: inherit;
    font-weight: 600; color: #fff; background: #05813f; cursor: pointer }
  button.quiet { color: #555; background: none; font-weight: 400 }`;

/** A stand-in for LINE's login: instead of a password it asks which of this machine's guests somebody is. */
export function authorizePage(demand: LoginDemand, address: URL, users: readonly LineUser[]): LoginResponse {
  const action = escapeHtml(`${address.pathname}${address.search}`);
  const guests = users.map(
    (user) =>
      `<button name="user_id" value="${escapeHtml(user.userId)}">${escapeHtml(user.displayName)}</button>`,
  );
  const hint =
    users.length === 0
      ? "Nobody uses LINE on this machine yet: make a guest in the chat first."
      : `Who opens ${escapeHtml(new URL(demand.redirectUri).host)}?`;
  return page(
    200,
    `<h1>LINE Login (local)</h1><p>${hint}</p>
    <form method="post" action="${action}">${guests.join("\n")}<button class="quiet">Cancel</button></form>`,
  );
}

/** LINE's error screen: the guest cannot do anything about it, the developer can. */
export function refusedPage(reason: string): LoginResponse {
  return page(400, `<h1>400 Bad Request</h1><p>${escapeHtml(reason)}</p>`);
}

function page(status: number, body: string): LoginResponse {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>LINE Login (local)</title><style>${style}</style><main>${body}</main></html>`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
