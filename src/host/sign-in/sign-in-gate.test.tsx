// @vitest-environment happy-dom
import { useEffect } from "react";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hostSignInWords } from "#domain/words/host-sign-in";
import type { AuthRefusal } from "../../backend/auth-outcome.ts";
import { useSignedIn } from "../shell/host-identity.ts";
import { LanguageProvider } from "../shell/language.tsx";
import { fakeAuth, hanako } from "./fake-auth.ts";
import { SignInGate } from "./sign-in-gate.tsx";

const words = hostSignInWords.ja;
let door: ReturnType<typeof fakeAuth>;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.setItem("egao:host:language", "ja");
  door = fakeAuth();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  localStorage.clear();
});

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

let leave: () => void;
function Inside() {
  const { signOut } = useSignedIn();
  useEffect(() => {
    leave = () => act(signOut);
  }, [signOut]);
  return <p>inside</p>;
}

async function open(): Promise<void> {
  render(
    <LanguageProvider>
      <SignInGate auth={door.auth}>
        <Inside />
      </SignInGate>
    </LanguageProvider>,
  );
  await settle();
}

const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const isInside = (): boolean => screen.queryByText("inside") !== null;

async function press(name: string): Promise<void> {
  const button = screen.getByRole("button", { name });
  const form = button.closest("form");
  if (form !== null && button.getAttribute("type") === "submit") fireEvent.submit(form);
  else fireEvent.click(button);
  await settle();
}

async function signIn(): Promise<void> {
  type(words.email, " hanako@example.org ");
  type(words.password, "Secret-1!");
  await press(words.signIn);
}

const complaint = (): string | undefined =>
  screen.queryAllByRole("alert").find(({ textContent }) => textContent !== "")?.textContent;

describe("who may come in", () => {
  it("a host who is there already, without a question", async () => {
    door.answers.there = hanako;
    await open();
    expect(isInside()).toBe(true);
  });

  it("nobody else; somebody without the group hears why and can leave", async () => {
    door.answers.there = { ...hanako, isHost: false };
    await open();
    expect(isInside()).toBe(false);
    expect(screen.getByText(words.strangerLead(hanako.email))).toBeDefined();
    await press(words.signOut);
    expect(door.asked).toEqual([["signOut"]]);
    expect(screen.getByRole("heading", { name: words.title })).toBeDefined();
    expect(screen.queryByText(words.sessionEnded)).toBeNull();
  });

  it("shows neither page nor door before the answer, and asks until there is one", async () => {
    door.answers.there = new Error("no network");
    await open();
    expect(screen.queryByRole("heading")).toBeNull();
    door.answers.there = hanako;
    await settle(1_000);
    expect(isInside()).toBe(true);
  });
});

describe("signing in", () => {
  it("asks for address and password, without the spaces of phones", async () => {
    await open();
    await signIn();
    expect(door.asked).toEqual([["signIn", "hanako@example.org", "Secret-1!"]]);
    expect(isInside()).toBe(true);
  });

  it.each(Object.entries(words.refusals))("says kindly: %s", async (reason, sentence) => {
    door.answers.signIn = { kind: "refused", reason: reason as AuthRefusal }; // the table's keys are the reasons
    await open();
    await signIn();
    expect(complaint()).toBe(sentence);
    expect(isInside()).toBe(false);
  });

  it("helps password managers: which field is what", async () => {
    await open();
    const hint = (label: string): string | null => screen.getByLabelText(label).getAttribute("autocomplete");
    expect([hint(words.email), hint(words.password)]).toEqual(["username", "current-password"]);
    door.answers.signIn = { kind: "new-password-needed" };
    await signIn();
    expect(hint(words.newPassword)).toBe("new-password");
    const form = screen.getByLabelText(words.newPassword).closest("form");
    expect(form?.querySelector<HTMLInputElement>("[autocomplete=username]")?.value).toBe(
      "hanako@example.org",
    );
  });

  it("shows the password on wish", async () => {
    await open();
    const kind = (): string | null => screen.getByLabelText(words.password).getAttribute("type");
    expect(kind()).toBe("password");
    await press(words.showPassword);
    expect(kind()).toBe("text");
  });

  it("is sent once, however often it is pressed", async () => {
    await open();
    type(words.email, "a@b.jp");
    type(words.password, "x");
    const form = screen.getByRole("button", { name: words.signIn }).closest("form");
    if (form === null) throw new Error("no form");
    const asked = vi.spyOn(door.auth, "signIn").mockReturnValue(new Promise(() => {}));
    fireEvent.submit(form);
    await settle();
    fireEvent.submit(form);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe("a first password", () => {
  beforeEach(async () => {
    door.answers.signIn = { kind: "new-password-needed" };
    await open();
    await signIn();
  });

  it("has to keep the rules, which are ticked off one by one", async () => {
    const open = (): number => within(screen.getByRole("list")).getAllByText(words.ruleOpen).length;
    expect(open()).toBe(5);
    type(words.newPassword, "Abc");
    expect(open()).toBe(3);
    await press(words.saveAndGo);
    expect(complaint()).toBe(words.refusals["weak-password"]);
    expect(door.asked).toHaveLength(1);
    type(words.newPassword, "Abcdef-1");
    await press(words.saveAndGo);
    expect(door.asked.at(-1)).toEqual(["setNewPassword", "Abcdef-1"]);
    expect(isInside()).toBe(true);
  });

  it("that comes too late begins anew", async () => {
    door.answers.newPassword = { kind: "refused", reason: "too-slow" };
    type(words.newPassword, "Abcdef-1");
    await press(words.saveAndGo);
    expect(complaint()).toBe(words.refusals["too-slow"]);
    await press(words.back);
    expect(screen.getByRole("heading", { name: words.title })).toBeDefined();
  });
});

describe("a forgotten password", () => {
  async function askForCode(): Promise<void> {
    await open();
    await press(words.forgotten);
    type(words.email, "hanako@example.org");
    await press(words.sendCode);
  }

  it("is replaced with a code, whatever digits a keyboard writes", async () => {
    await askForCode();
    type(words.code, "１２３ 456");
    type(words.newPassword, "Abcdef-1");
    await press(words.resetAndGo);
    expect(door.asked).toEqual([
      ["sendCode", "hanako@example.org"],
      ["resetPassword", "hanako@example.org", "123456", "Abcdef-1"],
      ["signIn", "hanako@example.org", "Abcdef-1"],
    ]);
    expect(isInside()).toBe(true);
  });

  it.each(["wrong-code", "expired-code", "weak-password", "too-many-attempts"] as const)(
    "says kindly: %s",
    async (reason) => {
      await askForCode();
      door.answers.reset = { kind: "refused", reason };
      type(words.code, "123456");
      type(words.newPassword, "Abcdef-1");
      await press(words.resetAndGo);
      expect(complaint()).toBe(words.refusals[reason]);
    },
  );

  it("gets another code on wish", async () => {
    await askForCode();
    await press(words.sendAgain);
    expect(screen.getByText(words.sentAgain)).toBeDefined();
    expect(door.asked).toHaveLength(2);
  });

  it("that somebody else has reset leads here by itself", async () => {
    door.answers.signIn = { kind: "reset-needed" };
    await open();
    await signIn();
    expect(screen.getByText(words.resetNeeded)).toBeDefined();
  });
});

describe("a session that ends", () => {
  beforeEach(async () => {
    door.answers.there = hanako;
    await open();
  });

  it("leads to the door with a word about it, and in again", async () => {
    door.answers.there = null;
    door.change();
    await settle();
    expect(screen.getByText(words.sessionEnded)).toBeDefined();
    door.answers.there = hanako;
    await signIn();
    expect(isInside()).toBe(true);
  });

  it("stays over when an older question is answered late", async () => {
    let answer: (host: typeof hanako) => void = () => {};
    vi.spyOn(door.auth, "whoIsThere").mockReturnValue(new Promise((resolve) => (answer = resolve)));
    door.change();
    leave();
    answer(hanako);
    await settle();
    expect(screen.getByRole("heading", { name: words.title })).toBeDefined();
  });

  it("is not one while the network is away", async () => {
    door.answers.there = new Error("no network");
    door.change();
    await settle(60_000);
    expect(isInside()).toBe(true);
  });

  it("is noticed where somebody else signed in on another tab", async () => {
    door.answers.there = { email: "taro@example.org", isHost: false };
    door.change();
    await settle();
    expect(screen.getByText(words.strangerLead("taro@example.org"))).toBeDefined();
  });
});

it("listens no longer when it is gone", async () => {
  await open();
  expect(door.listeners.size).toBe(1);
  cleanup();
  expect(door.listeners.size).toBe(0);
});
