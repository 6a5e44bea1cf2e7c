import { beforeAll, describe, expect, test } from "vitest";
import { type ProductRight, productRights } from "../../cli/rights/product-rights.ts";
import { type Finding, isUnneeded, tableOf, withTable } from "../../cli/rights/report.ts";
import { type Ground, tryWithout } from "../../cli/rights/try-without.ts";
import { readAssembly } from "../../local/cloudformation/assembly.ts";
import { deploy } from "../../local/cloudformation/deployment.ts";
import { synthesise } from "../../local/synth/synthesise.ts";
import { clone } from "../fixtures/clone.ts";

let rights: readonly ProductRight[];
let ground: Ground;
beforeAll(async () => {
  const { directory } = await synthesise(clone);
  const deployment = deploy(readAssembly(directory), { aws: "http://127.0.0.1:1" });
  rights = productRights(deployment);
  const queues = deployment
    .all("AWS::SQS::Queue")
    .map(({ identity }) => identity.attributes["QueueName"] ?? "");
  ground = { clone, assemblyDirectory: directory, queues: queues.filter((name) => !/Dead/.test(name)) };
}, 120_000);

const right = (owner: string, action: string, resource = ""): ProductRight => {
  const found = rights.find(
    (one) => one.owner === owner && one.action === action && one.resource.includes(resource),
  );
  if (found === undefined) throw new Error(`${owner} has no right ${action} ${resource}`);
  return found;
};

describe("the product's rights", () => {
  test("are those of its functions and of the API's data sources, and none of the providers'", () => {
    expect([...new Set(rights.map(({ owner }) => owner))].toSorted()).toEqual([
      "AuditTable",
      "DeliveryTable",
      "EventTable",
      "GuestTable",
      "JobTable",
      "PersonTable",
      "PhotoTable",
      "event-archiver",
      "event-keeper",
      "guest-actions",
      "guest-authorizer",
      "guest-session",
      "guestActions",
      "guestSession",
      "host-actions",
      "host-watch",
      "hostActions",
      "hostWatch",
      "line-webhook",
      "line-worker",
      "rehearsal-crowd",
    ]);
    expect(rights.length).toBeGreaterThan(50);
  });

  test("are on every resource in one case alone", () => {
    const wild = rights.filter(({ resource }) => resource === "*");
    expect(wild.map(({ owner, action }) => `${owner} ${action}`)).toEqual([
      "line-worker rekognition:DetectFaces",
      "line-worker rekognition:DetectModerationLabels",
      "line-worker rekognition:DetectLabels",
      "line-worker rekognition:DetectText",
    ]);
    expect(rights.filter(({ action }) => action.includes("*"))).toEqual([]);
  });
});

describe("without a right", () => {
  test("that starting needs the backend does not start", async () => {
    expect(await tryWithout(right("EventTable", "dynamodb:UpdateItem"), ground)).toMatchObject({
      kind: "failed",
      step: "start the backend",
    });
  }, 60_000);

  test("that the second queue's reader needs the backend does not start, and the first reader ends too", async () => {
    const outcome = await tryWithout(right("line-worker", "sqs:ReceiveMessage", "Chat"), ground);
    expect(outcome).toMatchObject({
      kind: "failed",
      words: expect.stringContaining("does not have permissions to call ReceiveMessage on SQS") as string,
    });
  }, 60_000);

  test("the step that needs it is named with the refused call", async () => {
    expect(await tryWithout(right("line-webhook", "sqs:SendMessage", "Chat"), ground)).toMatchObject({
      kind: "refused",
      step: "follow the bot",
      words: expect.stringMatching(/^sqs:SendMessage on arn:aws:sqs:.*ChatQueue/) as string,
    });
  }, 60_000);

  test("that is asked for and whose refusal is swallowed, it is missed all the same", async () => {
    expect(
      await tryWithout(right("line-worker", "rekognition:DetectModerationLabels"), ground),
    ).toMatchObject({ kind: "refused", step: "send a photo, get the card" });
  }, 60_000);
});

describe("the report", () => {
  const of = (action: string, resource: string): ProductRight => ({
    owner: "o",
    role: "r",
    action,
    resource,
  });
  const notMissed = { kind: "not missed" } as const;
  const findings: readonly Finding[] = [
    {
      right: of("s3:GetObject", "arn:aws:s3:::b/*"),
      outcome: { kind: "refused", step: "a step", words: "" },
    },
    { right: of("s3:PutObject", "arn:aws:s3:::b/*"), outcome: notMissed },
    {
      right: of("ssm:GetParameters", "arn:aws:ssm:ap-northeast-1:1:parameter/amplify/shared/egao/KEY"),
      outcome: notMissed,
    },
  ];

  test("says who needs it, that nothing does, or why it stays", () => {
    expect(findings.map(isUnneeded)).toEqual([false, true, false]);
    const [, , ...rows] = tableOf(findings).split("\n");
    expect(rows[0]).toBe(String.raw`| o | ${"`s3:GetObject`"} | b/\* | a step |`);
    expect(rows[1]).toContain("| **nothing** |");
    expect(rows[2]).toContain("| kept: Amplify's");
  });

  test("stands in its place in the document, however often it is written", () => {
    const document = "before\n<!-- found -->\nold\n<!-- /found -->\nafter\n";
    const once = withTable(document, "$1 new");
    expect(once).toBe("before\n<!-- found -->\n$1 new\n<!-- /found -->\nafter\n");
    expect(withTable(once, "newer")).toContain("\nnewer\n");
    expect(() => withTable("nothing", "x")).toThrow("<!-- found -->");
  });
});
