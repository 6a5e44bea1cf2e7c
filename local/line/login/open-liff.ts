import { randomUUID } from "node:crypto";
import type { AccessTokens } from "./access-tokens.ts";
import type { IssueIdToken } from "./id-tokens.ts";
import { primaryRedirect, restOfLiffUrl } from "./liff-address.ts";
import { liffContext } from "./liff-context.ts";
import { loginError, type LoginRequest, type LoginResponse } from "./login-request.ts";
import type { LineLoginSettings } from "./login-settings.ts";

export interface LiffOpening {
  readonly settings: LineLoginSettings;
  readonly accessTokens: AccessTokens;
  readonly issueIdToken: IssueIdToken;
  /** The name of a guest's phone in the pages it opens; says nothing about the guest. */
  readonly phoneOf: (userId: string) => string;
}

/**
 * `POST /local/liff/open {userId, url}` → `{frameUrl}`: what happens when a guest taps a LIFF URL inside LINE.
 * LINE hands the credentials over in the fragment; `liff_browser` is ours and tells the page's shim which phone
 * the frame plays (see local/pages).
 */
export async function openLiff(opening: LiffOpening, request: LoginRequest): Promise<LoginResponse> {
  const { settings } = opening;
  const asked = readOpening(request.body);
  if (asked === undefined) return loginError("invalid_request", "the body must be {userId, url}");
  if (settings.users.find(asked.userId) === undefined)
    return loginError("not_found", "no such LINE user", 404);
  const rest = restOfLiffUrl(settings, asked.url);
  if (rest === undefined) return loginError("invalid_request", "url is not a LIFF URL of this app");
  const frame = primaryRedirect(settings, rest);
  frame.hash = await credentials(opening, asked.userId);
  return { status: 200, headers: { "Cache-Control": "no-store" }, body: { frameUrl: frame.href } };
}

async function credentials(opening: LiffOpening, userId: string): Promise<string> {
  const accessToken = opening.accessTokens.issue(userId);
  return new URLSearchParams({
    liff_browser: `${opening.phoneOf(userId)}.${randomUUID()}`,
    access_token: accessToken,
    context_token: liffContext(opening.settings, { type: "utou", userId }, accessToken),
    feature_token: randomUUID(),
    id_token: await opening.issueIdToken({ userId }),
    client_id: opening.settings.loginChannelId,
  }).toString();
}

function readOpening(body: string): { readonly userId: string; readonly url: string } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== "object" || value === null || !("userId" in value) || !("url" in value))
      return undefined;
    const { userId, url } = value;
    return typeof userId === "string" && typeof url === "string" ? { userId, url } : undefined;
  } catch {
    // Not JSON: the caller's mistake, answered like every other unreadable body.
    return undefined;
  }
}
