import { describe, expect, it } from "vitest";
import { signSession, verifySession } from "./guest-session-token.ts";

const session = { eventId: "event-1", guestId: "a".repeat(32), issuedAt: 1_000, expiresAt: 9_000 };
const token = signSession(session, "key");

describe("a guest's session token", () => {
  it("gives back whom it was signed for, until it expires", () => {
    expect(token).toMatch(/^guest:[\w-]+\.[\w-]+$/);
    expect(verifySession(token, "key", 8_999)).toEqual(session);
    expect(verifySession(token, "key", 9_000)).toBeUndefined();
  });

  it("is worth nothing under another key", () => {
    expect(verifySession(token, "other", 2_000)).toBeUndefined();
  });

  it("does not survive the change of any character", () => {
    for (let index = 0; index < token.length; index += 1) {
      const changed = `${token.slice(0, index)}${token[index] === "A" ? "B" : "A"}${token.slice(index + 1)}`;
      expect(verifySession(changed, "key", 2_000), `position ${index}`).toBeUndefined();
    }
  });

  it.each([
    "",
    "guest:",
    "guest:.",
    "guest:a.b.c",
    token.slice("guest:".length),
    `Bearer ${token}`,
    `${token}.`,
    `${token}=`,
    `${token.split(".")[0]}.`,
    `${token}\n`,
  ])("refuses %j", (other) => {
    expect(verifySession(other, "key", 2_000)).toBeUndefined();
  });

  it("takes no other payload under somebody else's signature", () => {
    const forged = Buffer.from(JSON.stringify({ e: "event-2", g: "b", i: 1, x: 1e15 })).toString("base64url");
    expect(verifySession(`guest:${forged}.${token.split(".")[1]}`, "key", 2_000)).toBeUndefined();
  });
});
