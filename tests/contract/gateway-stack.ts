import { AwsClient } from "aws4fetch";
import type { GatewayJsonService } from "../../local/aws/gateway/gateway-service.ts";
import { AwsError } from "../../local/aws/service.ts";
import { openGateway } from "./open-gateway.ts";

/** Answers with what arrived, or in one of the ways that a service can fail. */
export const echoJson: GatewayJsonService = {
  targetPrefix: "AmazonSQS",
  protocol: "json-1.0",
  signingName: "sqs",
  unsignedOperations: new Set(["Public"]),
  async call(operation, input, caller) {
    if (operation === "Guarded") caller.authorize("sqs:Guarded", "arn:x");
    if (operation === "Refuse") throw new AwsError("Refused", "no", 400, { Item: 1 });
    if (operation === "Break") throw new Error("internal detail");
    return { QueueUrls: [caller.arn], operation, input };
  },
};

export async function openEcho() {
  const lines: string[] = [];
  const opened = await openGateway({ jsonServices: [echoJson], log: (line) => lines.push(line) });
  const call = (operation: string, init: RequestInit = {}) =>
    fetch(opened.origin, {
      method: "POST",
      body: "{}",
      ...init,
      headers: { "x-amz-target": `AmazonSQS.${operation}`, ...init.headers },
    });
  return { ...opened, lines, call };
}

type Opened = Awaited<ReturnType<typeof openEcho>>;

/** Signs as the administrator does, unless told otherwise. */
export function signer(
  { asAdministrator }: Opened,
  change: Partial<ConstructorParameters<typeof AwsClient>[0]> = {},
) {
  return new AwsClient({
    ...asAdministrator.credentials,
    region: "ap-northeast-1",
    service: "sqs",
    ...change,
  });
}
