import { createContext, Script } from "node:vm";
import { unsupportedLocally } from "../errors.ts";
import { isRecord, type Fields } from "../shape.ts";
import { CALLBACK_METHODS, HIDDEN_MEMBERS } from "./supported-names.ts";

const MOST_ITERATIONS = 1000;

/** AppSync ends such a loop without a word (aws-appsync-community#371); here nobody shall overlook it. */
function refuseLongLoop(): never {
  throw unsupportedLocally(`A loop over more than ${MOST_ITERATIONS} elements (AppSync just stops there)`);
}

// What code could reach through a computed name is taken from the prototypes; the lists of what it may call hold the rest.
const SETUP = new Script(
  `"use strict"; (({ hidden, callbackMethods, most, refuseLongLoop }) => {
  const { defineProperty, freeze, getOwnPropertyDescriptor, keys } = Object;
  const { isArray } = Array;
  const { parse, stringify } = JSON;
  const { ownKeys } = Reflect;
  const counted = (visit) => {
    let seen = 0;
    return (...given) => {
      seen += 1;
      if (seen > most) refuseLongLoop();
      return visit(...given);
    };
  };
  for (const name of callbackMethods) {
    const original = Array.prototype[name];
    const value = function (visit, ...rest) { return original.call(this, counted(visit), ...rest); };
    defineProperty(Array.prototype, name, { value });
  }
  const inside = (value) => {
    if (typeof value === "function") return freeze((...given) => inside(value(...given)));
    if (typeof value !== "object" || value === null) return value;
    const copy = isArray(value) ? [] : {};
    for (const name of keys(value)) {
      const member = { value: inside(value[name]), writable: true, enumerable: true, configurable: true };
      defineProperty(copy, name, member);
    }
    return copy;
  };
  const frozen = (value) => {
    if (typeof value === "object" && value !== null) for (const name of keys(value)) frozen(value[name]);
    return freeze(value);
  };
  function* elements(list) {
    let seen = 0;
    for (const element of list) {
      seen += 1;
      if (seen > most) refuseLongLoop();
      yield element;
    }
  }
  const generator = Object.getPrototypeOf(elements);
  const types = [Object, Array, String, Number, Boolean, Function, Symbol, Error];
  const prototypes = [...types.map((type) => type.prototype), generator, generator.prototype];
  for (const prototype of prototypes) for (const name of hidden) delete prototype[name];
  for (const thing of [...prototypes, Math, Object, String, Number]) {
    for (const name of ownKeys(thing)) freeze(getOwnPropertyDescriptor(thing, name).value);
    freeze(thing);
  }
  return {
    inside,
    frozen,
    parse,
    $elements: elements,
    $keys: (object) => (keys(object ?? {}).length > most ? refuseLongLoop() : object),
    JSON: freeze({
      parse: (text) => { try { return parse(text); } catch { return ""; } },
      stringify,
    }),
  };
})`,
  { filename: "realm.js" },
);

/** A world of its own for resolver code: whatever it can reach was made inside, and leads nowhere else. */
export interface Realm {
  /** A copy of plain values and functions; what these answer is copied too. */
  inside(value: unknown): unknown;
  frozen(value: unknown): unknown;
  /** What a JSON text says. */
  parse(json: string): unknown;
  /** Helpers that compiled code finds around it. */
  readonly helpers: Fields;
  run(script: Script): unknown;
}

function isCopier(value: unknown): value is (given: unknown) => unknown {
  return typeof value === "function";
}

export function createRealm(): Realm {
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const setup: unknown = SETUP.runInContext(context);
  const made: unknown = isCopier(setup)
    ? setup({
        hidden: [...HIDDEN_MEMBERS],
        callbackMethods: [...CALLBACK_METHODS],
        most: MOST_ITERATIONS,
        refuseLongLoop,
      })
    : undefined;
  if (!isRecord(made) || !isCopier(made["inside"]) || !isCopier(made["frozen"]) || !isCopier(made["parse"])) {
    throw new Error("the realm of resolver code could not be set up");
  }
  const { inside, frozen, parse, ...helpers } = made;
  return { inside, frozen, parse, helpers, run: (script) => script.runInContext(context) as unknown };
}
