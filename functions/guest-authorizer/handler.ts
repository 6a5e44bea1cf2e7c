import type { AppSyncAuthorizerEvent } from "aws-lambda";
import { requireVariable } from "../shared/env.ts";
import { type AuthorizerAnswer, checkSession } from "./check-session.ts";

export const handler = async (event: AppSyncAuthorizerEvent): Promise<AuthorizerAnswer> =>
  checkSession(event.authorizationToken, requireVariable(process.env, "SESSION_KEY"), Date.now());
