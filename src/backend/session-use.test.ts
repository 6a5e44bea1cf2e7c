import { beforeEach, describe, expect, it } from "vitest";
import { createSessionShelf } from "./session-shelf.ts";
import { useSession, type SessionParts } from "./session-use.ts";
import type { GuestSession } from "./session.ts";

const refusal = { data: {}, errors: [{ errorType: "Unauthorized", message: "Not Authorized" }] };
const sessionRefused = { data: {}, errors: [{ errorType: "SessionRefused", message: "token-expired" }] };

let now: number;
let person: string | undefined;
/** What LINE gives for the first and for a fresh wish. */
let idTokens: (string | undefined)[];
/** ID tokens that the API takes. */
let accepted: Set<string>;
/** Session tokens that the API has refused to know any more. */
let revoked: Set<string>;
let calls: string[];
let kept: Map<string, string>;
let parts: SessionParts;

beforeEach(() => {
  now = 1_000;
  person = "person-a";
  idTokens = ["id-1", "id-2"];
  accepted = new Set(["id-1", "id-2"]);
  revoked = new Set();
  calls = [];
  kept = new Map();
  parts = {
    login: {
      person: async () => person,
      idToken: async ({ fresh }) => {
        calls.push(fresh ? "fresh ID token" : "ID token");
        return idTokens[fresh ? 1 : 0];
      },
      confirm: () => calls.push("confirm"),
    },
    shelf: createSessionShelf(
      {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => kept.set(key, value),
        removeItem: (key) => kept.delete(key),
      },
      () => now,
    ),
    start,
  };
});

let started = 0;
async function start(idToken: string, photoId: string | null): Promise<GuestSession> {
  calls.push(`start ${idToken} ${photoId}`);
  if (!accepted.has(idToken)) throw sessionRefused;
  started += 1;
  return { token: `guest:${started}`, expiresAt: now + 10_000, guestId: "g1", eventTitle: "Party" };
}

async function ask(token: string): Promise<string> {
  calls.push("ask");
  if (revoked.has(token)) throw refusal;
  return token;
}

describe("a guest's session", () => {
  it("begins with one exchange and is used again", async () => {
    const first = await useSession(parts, "p1", ask);
    expect(await useSession(parts, "p1", ask)).toEqual(first);
    expect(calls).toEqual(["ID token", "start id-1 p1", "confirm", "ask", "ask"]);
  });

  it("is not used by another person on the same device", async () => {
    const first = await useSession(parts, "p1", ask);
    person = "person-b";
    expect(await useSession(parts, "p1", ask)).not.toEqual(first);
  });

  it("is not used while nobody is known to be there", async () => {
    await useSession(parts, "p1", ask);
    person = undefined;
    idTokens = [undefined];
    expect(await useSession(parts, "p1", ask)).toEqual({ kind: "reopen" });
  });

  it("is begun anew for a photo of what may be another event", async () => {
    await useSession(parts, "p1", ask);
    await useSession(parts, "p2", ask);
    expect(calls.filter((call) => call.startsWith("start"))).toEqual(["start id-1 p1", "start id-1 p2"]);
  });

  it("is begun anew when it has ended", async () => {
    await useSession(parts, "p1", ask);
    now += 10_000;
    await useSession(parts, "p1", ask);
    expect(calls.filter((call) => call.startsWith("start"))).toHaveLength(2);
  });

  it("is begun anew once when the API refuses it, and then forgotten", async () => {
    await useSession(parts, "p1", ask);
    const refuse = async (): Promise<never> => {
      calls.push("refused");
      throw refusal;
    };
    calls.length = 0;
    expect(await useSession(parts, "p1", refuse)).toEqual({ kind: "reopen" });
    expect(calls).toEqual(["refused", "ID token", "start id-1 p1", "confirm", "refused"]);
    expect(kept.size).toBe(0);
  });

  it("survives what somebody else left under its key", async () => {
    kept.set("egao:session:person-a:p1", '{"token":1}');
    expect((await useSession(parts, "p1", ask)).kind).toBe("done");
  });
});

describe("a refused ID token", () => {
  it("is replaced by a fresh one, once", async () => {
    accepted.delete("id-1");
    expect((await useSession(parts, "p1", ask)).kind).toBe("done");
    expect(calls).toEqual(["ID token", "start id-1 p1", "fresh ID token", "start id-2 p1", "confirm", "ask"]);
  });

  it("ends in one way back when the fresh one is refused too", async () => {
    accepted.clear();
    expect(await useSession(parts, "p1", ask)).toEqual({ kind: "reopen" });
    expect(calls).toEqual(["ID token", "start id-1 p1", "fresh ID token", "start id-2 p1"]);
  });

  it("ends in one way back when LINE gives no fresh one", async () => {
    accepted.clear();
    idTokens = ["id-1", undefined];
    expect(await useSession(parts, "p1", ask)).toEqual({ kind: "reopen" });
  });
});

it("tells a photo without an event from a refusal", async () => {
  const answer = await useSession({ ...parts, start: async () => null }, "p1", ask);
  expect(answer).toEqual({ kind: "nowhere" });
});

it("passes on what is no question of identity, and keeps the session", async () => {
  await useSession(parts, "p1", ask);
  const failure = new TypeError("Failed to fetch");
  const fail = (): Promise<never> => Promise.reject(failure);
  await expect(useSession(parts, "p1", fail)).rejects.toBe(failure);
  expect(parts.shelf.take("person-a", "p1")).toBeDefined();
});

describe("the session of another photo, or of the history", () => {
  /** Photos that the event of the session begun first does not have. */
  const photos = new Set(["p1", "p2"]);
  const askFor = (photoId: string) => async (token: string) => {
    await ask(token);
    return photos.has(photoId) || token !== "guest:1" ? photoId : null;
  };
  const isElsewhere = (value: string | null): boolean => value === null;
  beforeEach(async () => {
    started = 0;
    await useSession(parts, null, ask);
    calls.length = 0;
  });

  it("is good for a photo of the same event, from then on without a question", async () => {
    expect(await useSession(parts, "p1", askFor("p1"), isElsewhere)).toEqual({ kind: "done", value: "p1" });
    expect(calls).toEqual(["ask"]);
    // What follows on that photo's page.
    await useSession(parts, "p1", ask);
    expect(calls).toEqual(["ask", "ask"]);
  });

  it("is not for a photo of another one: that begins its own", async () => {
    expect(await useSession(parts, "p9", askFor("p9"), isElsewhere)).toEqual({ kind: "done", value: "p9" });
    expect(calls).toEqual(["ask", "ID token", "start id-1 p9", "confirm", "ask"]);
    expect(parts.shelf.take("person-a", null)?.token).toBe("guest:1");
  });

  it("is not tried by who cannot tell by the answer: a deletion of nothing would look like one", async () => {
    await useSession(parts, "p1", askFor("p1"));
    expect(calls[0]).toBe("ID token");
  });

  it("is not tried by another person, nor when it was taken back", async () => {
    person = "person-b";
    await useSession(parts, "p1", askFor("p1"), isElsewhere);
    expect(calls[0]).toBe("ID token");
    person = "person-a";
    calls.length = 0;
    revoked.add("guest:1");
    expect(await useSession(parts, "p2", askFor("p2"), isElsewhere)).toEqual({ kind: "done", value: "p2" });
    expect(calls).toEqual(["ask", "ID token", "start id-1 p2", "confirm", "ask"]);
  });

  it("passes on what is no question of identity, without another try", async () => {
    const failure = new TypeError("Failed to fetch");
    const fail = (): Promise<never> => Promise.reject(failure);
    await expect(useSession(parts, "p1", fail, isElsewhere)).rejects.toBe(failure);
    expect(calls).toEqual([]);
  });
});
