import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signInHost } from "../../cli/rules/sign-in.ts";
import { readAssembly } from "../../local/cloudformation/assembly.ts";
import { deploy } from "../../local/cloudformation/deployment.ts";
import { synthesise } from "../../local/synth/synthesise.ts";
import { type ApiOperation, apiOperations } from "../fixtures/authorization/api-operations.ts";
import { argumentsOf } from "../fixtures/authorization/arguments.ts";
import { askersOf, everybody, namesWrongBoard, isExpired } from "../fixtures/authorization/askers.ts";
import { askOperation, type Outcome } from "../fixtures/authorization/ask-operation.ts";
import { forgeries } from "../fixtures/authorization/forgeries.ts";
import { listenAsEverybody } from "../fixtures/authorization/listen-as-everybody.ts";
import { Listeners } from "../fixtures/authorization/listen-operation.ts";
import { rolesOf } from "../fixtures/authorization/roles.ts";
import { setStage, type Stage } from "../fixtures/authorization/stage.ts";
import { clone } from "../fixtures/clone.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { type Answer, declared, endings, identities, type Identity, table } from "./authorization-table.ts";

// Every operation is asked for by everybody, with real tokens and signatures and with arguments that would do: what is
// refused is refused for who asks, and what is allowed really answers.

let stack: TestStack;
let stage: Stage;
let askers: ReturnType<typeof askersOf>;
let operations: ReadonlyMap<string, ApiOperation>;
let roles: readonly string[];
/** What the refused got, by operation. */
const refusals = new Map<string, Map<Identity, Outcome>>();
let before: Stored;
let after: Stored;

beforeAll(async () => {
  const { directory } = await synthesise(clone);
  const assembly = readAssembly(directory);
  const deployment = deploy(assembly, { aws: "http://127.0.0.1:1" });
  operations = new Map(apiOperations(assembly, deployment).map((one) => [one.name, one]));
  roles = [...rolesOf(deployment).keys()];
  stack = await startTestStack();
  stage = await setStage(stack, deployment);
  askers = askersOf(stage);
  before = await stored();
  for (const name of operationNames.filter((one) => !isSubscription(one)))
    refusals.set(name, await askAll(name, (identity, answer) => !isExpired(identity) && isRefusal(answer)));
  after = await stored();
}, 180_000);
afterAll(() => stack.close());

const operationNames = [...table.keys()];
const isSubscription = (name: string): boolean => name.startsWith("Subscription.");
const isRefusal = (answer: Answer): boolean => answer === "." || answer === "4";

type Stored = Readonly<Record<string, unknown>>;
const stored = async (): Promise<Stored> => {
  const models = ["Event", "Guest", "Photo", "Delivery", "Person", "Audit", "Job"];
  return Object.fromEntries(await Promise.all(models.map(async (model) => [model, await stack.rows(model)])));
};

function operationOf(name: string): ApiOperation {
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(`the schema has no ${name}`);
  return operation;
}

/** Asks as everybody of one row who is wanted, at once. */
async function askAll(
  name: string,
  isWanted: (identity: Identity, answer: Answer) => boolean,
): Promise<Map<Identity, Outcome>> {
  const operation = operationOf(name);
  const asked = [...declared(name)]
    .filter(([identity, answer]) => isWanted(identity, answer))
    .map(async ([identity]): Promise<[Identity, Outcome]> => {
      const variables = await argumentsOf(operation, stage, namesWrongBoard(identity));
      return [
        identity,
        await askOperation(stack.endpoints.graphqlUrl, askers[identity], operation, variables),
      ];
    });
  return new Map(await Promise.all(asked));
}

const cells = (outcomes: ReadonlyMap<Identity, Outcome>): Readonly<Record<string, Outcome>> =>
  Object.fromEntries(outcomes);
const declaredCells = (name: string, isWanted: (identity: Identity) => boolean): unknown =>
  cells(new Map([...declared(name)].filter(([identity]) => isWanted(identity))));

describe("the table", () => {
  test("has a row for every operation of the schema, and no other", () => {
    expect(operationNames.toSorted()).toEqual([...operations.keys()].toSorted());
  });

  test("has a column for every role that a caller may have, and no other", () => {
    expect([...identities[3], ...identities[4]].toSorted()).toEqual(roles.toSorted());
  });
});

test("whoever is refused has changed nothing", () => {
  expect(Object.values(before).flat().length).toBeGreaterThan(10);
  expect(after).toEqual(before);
});

describe("everybody gets the declared answer to", () => {
  const isAnswered = async (name: string): Promise<void> => {
    const rest = await askAll(name, (identity, answer) => !isExpired(identity) && !isRefusal(answer));
    const outcomes = new Map([...(refusals.get(name) ?? []), ...rest]);
    expect(cells(outcomes)).toEqual(declaredCells(name, (identity) => !isExpired(identity)));
  };
  const isEnding = (name: string): boolean => endings.includes(name);
  const asked = operationNames.filter((name) => !isSubscription(name));

  test.each(asked.filter((name) => !isEnding(name)))("%s", isAnswered);

  test.each(operationNames.filter(isSubscription))("%s", async (name) => {
    const outcomes = await listenAsEverybody(operationOf(name), { stage, askers, operations });
    expect(cells(outcomes)).toEqual(declaredCells(name, (identity) => !isExpired(identity)));
  });

  test.each(asked.filter(isEnding))("%s", isAnswered);
});

test("who gets 401 does not even get a socket", async () => {
  for (const [identity, answer] of declared("Subscription.onStanding")) {
    if (isExpired(identity)) continue;
    const listeners = await Listeners.open(stack.endpoints, askers[identity]);
    const outcome = listeners instanceof Listeners ? "connected" : listeners;
    if (listeners instanceof Listeners) listeners.close();
    const nothing = identity === "nobody" ? "connection_error 400: Required headers are missing." : "4";
    expect(outcome, identity).toBe(answer === "4" ? nothing : "connected");
  }
});

test("nobody gets in with what is nearly right", async () => {
  const { graphqlUrl } = stack.endpoints;
  for (const [name, { operation, proof }] of Object.entries(await forgeries(stage))) {
    const asked = operationOf(operation);
    const outcome = await askOperation(graphqlUrl, proof, asked, await argumentsOf(asked, stage));
    const isSigned = name.startsWith("a signature");
    expect(outcome, name).toMatch(
      isSigned ? /^40[03] (InvalidSignature|UnrecognizedClient)Exception:/ : /^4$/,
    );
  }
});

test("no session begins for a banned guest, nor with an ID token that LINE did not sign", async () => {
  const begin = operationOf("Mutation.startSession");
  const { bannedGuest, guest } = stage;
  const forged = await stack.login.issueIdToken({ userId: guest.lineUserId, unknownKey: true });
  const refused = { banned: bannedGuest.idToken, "token-invalid": forged };
  for (const [why, idToken] of Object.entries(refused)) {
    const outcome = await askOperation(stack.endpoints.graphqlUrl, askers["API key"], begin, { idToken });
    expect(outcome).toBe(`200 SessionRefused: ${why}`);
  }
});

describe("a year later", () => {
  beforeAll(async () => {
    stack.faults.set({ ...stack.faults.plan, clockOffsetMs: 366 * 86_400_000 });
    // Who signs in anew is let in: what follows is refused for its age alone.
    stage = { ...stage, host: await signInHost(stack.endpoints) };
  });

  test.each(operationNames.filter((name) => !isSubscription(name)))("%s", async (name) => {
    expect(cells(await askAll(name, isExpired))).toEqual(declaredCells(name, isExpired));
  });

  test("nobody gets a socket with what was good once", async () => {
    for (const identity of everybody.filter(isExpired))
      expect(await Listeners.open(stack.endpoints, askers[identity]), identity).toBe("4");
  });
});
