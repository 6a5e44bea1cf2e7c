import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import { clientOf, invalid } from "./context.ts";
import type { Operation } from "./context.ts";
import { allowsFlow, checkPlainPassword, startSrp } from "./prove-password.ts";
import { refresh } from "./refresh-tokens.ts";

const schema = z.object({
  AuthFlow: z.string(),
  ClientId: z.string(),
  AuthParameters: z.record(z.string(), z.string()).default({}),
});

export const initiateAuth: Operation = (context, input) => {
  const request = parseInput(schema, input, "InvalidParameterException");
  const { pool, client } = clientOf(context, request.ClientId);
  const parameter = (name: string): string => {
    const value = request.AuthParameters[name];
    if (!value) throw invalid(`Missing required parameter ${name}`);
    return value;
  };
  switch (request.AuthFlow) {
    case "USER_SRP_AUTH":
      if (!allowsFlow(client, "USER_SRP_AUTH")) throw invalid("USER_SRP_AUTH is not enabled for the client.");
      return startSrp(context, pool, client, parameter("USERNAME"), parameter("SRP_A"));
    case "USER_PASSWORD_AUTH":
      if (!allowsFlow(client, "USER_PASSWORD_AUTH")) {
        throw invalid("USER_PASSWORD_AUTH flow not enabled for this client");
      }
      return checkPlainPassword(context, pool, client, parameter("USERNAME"), parameter("PASSWORD"));
    case "REFRESH_TOKEN_AUTH":
    case "REFRESH_TOKEN":
      return refresh(context, pool, client, parameter("REFRESH_TOKEN"));
    default:
      throw new AwsError(
        "AuthFlowNotAvailableLocallyException",
        `The auth flow ${request.AuthFlow} is not available locally`,
      );
  }
};
