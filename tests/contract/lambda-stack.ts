import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { onTestFinished } from "vitest";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import type { PolicyDocument } from "../../local/aws/iam/policy.ts";
import type { FunctionDefinition } from "../../local/aws/lambda/function-definition.ts";
import { createLambda, type LambdaOptions } from "../../local/aws/lambda/lambda.ts";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { openGateway } from "./open-gateway.ts";

export interface DeployOptions extends Partial<FunctionDefinition> {
  readonly policies?: readonly PolicyDocument[];
}

/** Lambda, SQS and the gateway together; everything ends with the test. Code is put into `home`. */
export async function openLambda(options: Partial<LambdaOptions> = {}, home = tmpdir()) {
  const lines: string[] = [];
  const identities = createIdentities();
  const lambda = createLambda({
    clock: Date.now,
    identities,
    serviceEnvironment: () => ({ AWS_ENDPOINT_URL: "http://endpoint" }),
    log: (name, line) => lines.push(`${name}: ${line}`),
    ...options,
  });
  const queues = createQueues({ clock: Date.now });
  onTestFinished(async () => {
    await lambda.close();
    queues.close();
  });
  const opened = await openGateway({
    identities,
    lambda,
    jsonServices: [queues],
    routes: [lambda.functionUrlRoute],
  });
  const folder = mkdtempSync(join(home, "egao-lambda-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  /** Writes the code (`index.mjs`, or files by name) to a new folder and declares the function. */
  function deploy(name: string, code: string | Record<string, string>, options: DeployOptions = {}): void {
    const { policies = [], ...more } = options;
    const codePath = mkdtempSync(join(folder, `${name}-`));
    for (const [file, text] of Object.entries(typeof code === "string" ? { "index.mjs": code } : code)) {
      mkdirSync(dirname(join(codePath, file)), { recursive: true });
      writeFileSync(join(codePath, file), text);
    }
    const roleArn = `arn:aws:iam::123456789012:role/${name}-role`;
    identities.addRole({ roleArn, policies });
    lambda.createFunction({
      name,
      arn: `arn:aws:lambda:ap-northeast-1:123456789012:function:${name}`,
      roleArn,
      codePath,
      handler: "index.handler",
      environment: {},
      memoryMb: 128,
      timeoutSeconds: 3,
      ...more,
    });
  }
  return { ...opened, lambda, queues, lines, deploy, client: new LambdaClient(opened.asAdministrator) };
}

/** The same with a shorthand for calling functions through the vendor's client. */
export async function openInvoker(...options: Parameters<typeof openLambda>) {
  const opened = await openLambda(...options);
  const invoke = async (FunctionName: string, event: unknown = {}, client = opened.client) => {
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
    const payload: unknown = JSON.parse(answer.Payload?.transformToString() || "null");
    return { payload, error: answer.FunctionError };
  };
  return { ...opened, invoke };
}
