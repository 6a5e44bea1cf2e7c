import { describe, expect, it } from "vitest";
import { signSession } from "../shared/guest-session-token.ts";
import { checkSession } from "./check-session.ts";

const session = { eventId: "event-1", guestId: "f".repeat(32), issuedAt: 1_000, expiresAt: 500_000 };
const token = signSession(session, "key");

describe("the guests' authorizer", () => {
  it("tells the resolvers who it is, in strings, and is remembered for a minute", () => {
    expect(checkSession(token, "key", 2_000)).toEqual({
      isAuthorized: true,
      resolverContext: { eventId: "event-1", guestId: "f".repeat(32), issuedAt: "1000" },
      ttlOverride: 60,
    });
  });

  it("is never remembered beyond the session's end", () => {
    expect(checkSession(token, "key", 490_500)).toMatchObject({ ttlOverride: 9 });
  });

  it.each([undefined, null, 5, "", "guest:", "eyJhbGciOiJub25lIn0.e30.", `Bearer ${token}`])(
    "refuses %j",
    (other) => {
      expect(checkSession(other, "key", 2_000)).toEqual({ isAuthorized: false });
    },
  );

  it("refuses what expired or was signed by somebody else", () => {
    expect(checkSession(token, "key", 500_000)).toEqual({ isAuthorized: false });
    expect(checkSession(token, "other", 2_000)).toEqual({ isAuthorized: false });
  });
});
