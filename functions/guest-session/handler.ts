import * as z from "zod";
import { createIdTokenVerifier } from "../shared/adapters/line-id-token.ts";
import { connectStore } from "../shared/connect-store.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import { readSessionEnvironment } from "./environment.ts";
import { type SessionAnswer, type SessionPorts, startSession } from "./start-session.ts";

const requestShape = z.object({
  idToken: z.string().max(10_000),
  photoId: z
    .string()
    .nullish()
    .transform((photoId) => photoId ?? undefined),
});

const connected = rememberConnection(readSessionEnvironment, (settings, env): SessionPorts => ({
  store: connectStore(env, settings.graphqlUrlParameter),
  verifier: createIdTokenVerifier({
    apiBaseUrl: settings.lineApiBaseUrl,
    channelId: settings.loginChannelId,
    clock: Date.now,
  }),
  clock: Date.now,
  guestIdKey: settings.guestIdKey,
  sessionKey: settings.sessionKey,
}));

/** The payload is what the resolver of `startSession` sends; a fault becomes the resolver's own words. */
export const handler = async (payload: unknown): Promise<SessionAnswer> => {
  try {
    const request = requestShape.safeParse(payload);
    // The schema lets only texts through: what is left to be wrong is a token that LINE never made.
    if (!request.success) return { refused: "token-invalid" };
    return await startSession(connected(process.env), request.data);
  } catch (error) {
    log.error("session-failed", describeError(error));
    throw error;
  }
};
