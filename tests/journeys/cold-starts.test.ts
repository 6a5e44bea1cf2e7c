import { GetFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cardText } from "../../cli/card-text.ts";
import { REGION } from "../../local/aws/service.ts";
import { readAssembly } from "../../local/cloudformation/assembly.ts";
import { deploy } from "../../local/cloudformation/deployment.ts";
import { object } from "../../local/stack/template-values.ts";
import { synthesise } from "../../local/synth/synthesise.ts";
import { clone } from "../fixtures/clone.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ coldStarts: "always" });
}, 120_000);
afterAll(() => stack.close());

const workers = () => stack.services.lambda.workers;

test("a photo finds its way to card and board when every function begins cold each time", async () => {
  for (const name of ["Hanako", "Taro"]) {
    const userId = await stack.phones.userNamed(name);
    const [card = {}] = await stack.phones.sendPicture(userId, await freshPicture("bride"), 50_000);
    expect(cardText(card)).toMatch(/\d+\.\dpt/);
    // Nothing stays warm: the next event finds no module state of this one.
    await expect.poll(workers, { timeout: 10_000 }).toBe(0);
  }
  const board = await stack.graphql<{ standings: { displayName: string; score: number }[] }>(
    "query ($id: ID!) { board(boardId: $id) { standings { displayName score } } }",
    { id: stack.endpoints.boardId },
  );
  expect(board.standings.map(({ displayName }) => displayName).toSorted()).toEqual(["Hanako", "Taro"]);
  expect((await stack.rows("Photo")).map((photo) => photo["state"]?.S)).toEqual(["shown", "shown"]);
}, 180_000);

test("functions have the memory, the time and exactly the variables of the template", async () => {
  const { directory } = await synthesise(clone);
  const deployment = deploy(readAssembly(directory), { aws: stack.origins.aws });
  const { accessKeyId, secretAccessKey } = stack.services.identities.administrator;
  const client = new LambdaClient({
    endpoint: stack.origins.aws,
    region: REGION,
    credentials: { accessKeyId, secretAccessKey },
  });
  for (const name of ["line-webhook", "line-worker", "guest-session", "guest-authorizer"]) {
    const declared = deployment.all("AWS::Lambda::Function").find(({ identity }) => identity.ref === name);
    const { Configuration } = await client.send(new GetFunctionCommand({ FunctionName: name }));
    const { MemorySize, Timeout } = declared?.properties ?? {};
    expect(Configuration, name).toMatchObject({ MemorySize, Timeout });
    const variables = object(object(declared?.properties ?? {}, "Environment"), "Variables");
    expect(Object.keys(Configuration?.Environment?.Variables ?? {}).toSorted(), name).toEqual(
      Object.keys(variables).toSorted(),
    );
  }
});
