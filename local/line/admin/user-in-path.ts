import type { User } from "../memory/chat.ts";
import type { LineRequest } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import type { AdminPorts } from "./admin-ports.ts";

/** The user that the path names; throws 404. */
export function userInPath(request: LineRequest, { state }: AdminPorts): User {
  const userId = request.params["userId"] ?? "";
  const user = state.chats.user(userId);
  if (!user) throw new LineError(404, `There is no user ${userId}`);
  return user;
}
