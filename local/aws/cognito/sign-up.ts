import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import { clientOf, notAuthorized } from "./context.ts";
import type { Operation } from "./context.ts";

const schema = z.object({ ClientId: z.string(), Username: z.string(), Password: z.string() });

/** Refused as Cognito does where only administrators create users; the rest is not here. */
export const signUp: Operation = (context, input) => {
  const request = parseInput(schema, input, "InvalidParameterException");
  const { pool } = clientOf(context, request.ClientId);
  if (pool.options.allowAdminCreateUserOnly)
    throw notAuthorized("SignUp is not permitted for this user pool");
  throw new AwsError("SignUpNotAvailableLocallyException", "Self sign-up is not available locally");
};
