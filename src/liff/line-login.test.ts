import { beforeEach, describe, expect, it } from "vitest";
import { createLineLogin, type LineLogin } from "./line-login.ts";

const subject = `U${"a".repeat(32)}`;
const hourMs = 3_600_000;

interface World {
  now: number;
  isStarted: boolean;
  isInClient: boolean;
  token: { readonly raw: string; readonly exp: number } | null;
  readonly logins: string[];
  readonly kept: Map<string, string>;
}

let world: World;
let login: LineLogin;

beforeEach(() => {
  world = {
    now: 10 * hourMs,
    isStarted: true,
    isInClient: false,
    token: null,
    logins: [],
    kept: new Map(),
  };
  login = open();
});

/** A page as it stands after loading: the storage outlives it, nothing else does. */
function open(): LineLogin {
  return createLineLogin({
    liff: {
      isInClient: () => world.isInClient,
      isLoggedIn: () => world.token !== null,
      login: ({ redirectUri }) => world.logins.push(redirectUri),
      logout: () => {
        world.token = null;
      },
      getIDToken: () => world.token?.raw ?? null,
      getDecodedIDToken: () => (world.token === null ? null : { sub: subject, exp: world.token.exp }),
    },
    isStarted: () => world.isStarted,
    storage: {
      getItem: (key) => world.kept.get(key) ?? null,
      setItem: (key, value) => world.kept.set(key, value),
      removeItem: (key) => world.kept.delete(key),
    },
    clock: () => world.now,
    address: () => "https://egao.example/me/photos/1",
  });
}

function logIn(lifeMs: number): void {
  world.token = { raw: "raw.id.token", exp: (world.now + lifeMs) / 1000 };
}

/** Whether the promise is still open after everything else had its turn. */
async function leaves(promise: Promise<unknown>): Promise<boolean> {
  const rest = new Promise((resolve) => setTimeout(() => resolve("left"), 0));
  return (await Promise.race([promise, rest])) === "left";
}

describe("the ID token", () => {
  it("is the one at hand while it lasts", async () => {
    logIn(hourMs);
    expect(await login.idToken({ fresh: false })).toBe("raw.id.token");
    expect(world.logins).toEqual([]);
  });

  it("is asked of LINE in a browser where nobody is logged in, with the way back", async () => {
    expect(await leaves(login.idToken({ fresh: false }))).toBe(true);
    expect(world.logins).toEqual(["https://egao.example/me/photos/1"]);
  });

  it("is renewed by a new login when it has expired, or will within a minute", async () => {
    logIn(59_000);
    expect(await leaves(login.idToken({ fresh: false }))).toBe(true);
    expect(world.token).toBeNull();
    expect(world.logins).toHaveLength(1);
  });

  it("is not given again when a fresh one is wanted", async () => {
    logIn(hourMs);
    expect(await leaves(login.idToken({ fresh: true }))).toBe(true);
    expect(world.logins).toHaveLength(1);
  });

  it("is asked for once: a login that leads back without a token ends there", async () => {
    expect(await leaves(login.idToken({ fresh: false }))).toBe(true);
    world.now += 5_000;
    expect(await open().idToken({ fresh: false })).toBeUndefined();
    expect(await open().idToken({ fresh: true })).toBeUndefined();
    expect(world.logins).toHaveLength(1);
  });

  it("is asked for once: a login whose token is refused ends there", async () => {
    expect(await leaves(login.idToken({ fresh: false }))).toBe(true);
    logIn(hourMs);
    expect(await open().idToken({ fresh: false })).toBe("raw.id.token");
    expect(await open().idToken({ fresh: true })).toBeUndefined();
    expect(world.logins).toHaveLength(1);
  });

  it("keeps everybody waiting who asks while the page leaves", async () => {
    const both = [login.idToken({ fresh: false }), login.idToken({ fresh: false })];
    expect(await Promise.all(both.map(leaves))).toEqual([true, true]);
    expect(world.logins).toHaveLength(1);
  });

  it("may be asked for again after a login that was good, and a minute after one that was not", async () => {
    expect(await leaves(login.idToken({ fresh: false }))).toBe(true);
    login.confirm();
    expect(await leaves(open().idToken({ fresh: false }))).toBe(true);
    expect(await open().idToken({ fresh: false })).toBeUndefined();
    world.now += 60_000;
    expect(await leaves(open().idToken({ fresh: false }))).toBe(true);
    expect(world.logins).toHaveLength(3);
  });

  it("never comes by a login inside LINE", async () => {
    world.isInClient = true;
    expect(await login.idToken({ fresh: false })).toBeUndefined();
    logIn(hourMs);
    expect(await login.idToken({ fresh: true })).toBeUndefined();
    expect(world.logins).toEqual([]);
  });

  it("never comes by a login while LIFF is out of reach", async () => {
    world.isStarted = false;
    expect(await login.idToken({ fresh: false })).toBeUndefined();
    expect(world.logins).toEqual([]);
  });
});

describe("the person", () => {
  it("has a name that does not hold the LINE user id and stays the same", async () => {
    logIn(hourMs);
    const name = await login.person();
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(await open().person()).toBe(name);
  });

  it("is nobody without a login", async () => {
    expect(await login.person()).toBeUndefined();
  });
});
