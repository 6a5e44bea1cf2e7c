/** What a key asks for. */
export type KeyWish =
  | { readonly kind: "move"; readonly step: number }
  | { readonly kind: "row"; readonly step: number }
  | { readonly kind: "say"; readonly says: "show" | "hide" | "rules" }
  | { readonly kind: "undo" | "select" | "range" | "all" | "newcomers" | "help" | "escape" };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The wish of a key; null: none of ours. Letters count in either case: a locked shift must not turn hiding off. */
export function wishOf({ key, shiftKey }: Pressed): KeyWish | null {
  const wish = plainKeys.get(key) ?? letterKeys.get(key.toLowerCase()) ?? null;
  return wish?.kind === "select" && shiftKey ? { kind: "range" } : wish;
}

/** Whether the key is a character: those can be switched off. */
export function isLetterWish(key: string): boolean {
  return !plainKeys.has(key);
}

const plainKeys: ReadonlyMap<string, KeyWish> = new Map<string, KeyWish>([
  ["ArrowRight", { kind: "move", step: 1 }],
  ["ArrowLeft", { kind: "move", step: -1 }],
  ["ArrowDown", { kind: "row", step: 1 }],
  ["ArrowUp", { kind: "row", step: -1 }],
  ["Escape", { kind: "escape" }],
]);
const letterKeys: ReadonlyMap<string, KeyWish> = new Map<string, KeyWish>([
  ["j", { kind: "move", step: 1 }],
  ["k", { kind: "move", step: -1 }],
  ["a", { kind: "say", says: "show" }],
  ["h", { kind: "say", says: "hide" }],
  ["r", { kind: "say", says: "rules" }],
  ["u", { kind: "undo" }],
  ["x", { kind: "select" }],
  ["e", { kind: "all" }],
  ["n", { kind: "newcomers" }],
  ["?", { kind: "help" }],
]);
