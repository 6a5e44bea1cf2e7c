import { ChannelError, FieldError, RequestError } from "../errors.ts";
import { isRecord, type Fields } from "../shape.ts";

export interface FrameError {
  readonly errorType?: string | null;
  readonly message: string;
  readonly errorCode?: number;
}

/** What the client may send; anything else is an unsupported operation. */
export type ClientFrame =
  | { readonly type: "connection_init" }
  | { readonly type: "start"; readonly id: string; readonly text: string; readonly authorization: Fields }
  | { readonly type: "stop"; readonly id: string }
  | { readonly type: "unsupported"; readonly id: string | undefined };

function parsed(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export function readFrame(text: string): ClientFrame {
  const { type, id: given, payload } = parsed(text);
  const id = typeof given === "string" && given !== "" ? given : undefined;
  if (type === "connection_init") return { type };
  if (type === "stop" && id) return { type, id };
  if (type !== "start" || !id || !isRecord(payload) || typeof payload["data"] !== "string") {
    return { type: "unsupported", id };
  }
  const extensions = isRecord(payload["extensions"]) ? payload["extensions"] : {};
  const authorization = isRecord(extensions["authorization"]) ? extensions["authorization"] : {};
  return { type, id, text: payload["data"], authorization };
}

export const CONNECTION_ACK = JSON.stringify({
  type: "connection_ack",
  payload: { connectionTimeoutMs: 300_000 },
});
export const KEEP_ALIVE = JSON.stringify({ type: "ka" });

export const startAck = (id: string) => JSON.stringify({ id, type: "start_ack" });
export const complete = (id: string) => JSON.stringify({ id, type: "complete" });

/** `body` is JSON already: one event is written once for all who get it. */
export const dataFrame = (id: string, body: string) =>
  `{"id":${JSON.stringify(id)},"type":"data","payload":${body}}`;

export function errorFrame(id: string | undefined, errors: readonly FrameError[]): string {
  return JSON.stringify({ ...(id === undefined ? {} : { id }), type: "error", payload: { errors } });
}

export function connectionError(error: FrameError): string {
  return JSON.stringify({ type: "connection_error", payload: { errors: [error] } });
}

export const UNSUPPORTED: FrameError = {
  errorType: "UnsupportedOperation",
  message: "unknown not supported through the realtime channel",
};

export function frameError(error: unknown): FrameError {
  if (error instanceof RequestError) {
    return { errorType: error.errorType, message: error.message, errorCode: error.status };
  }
  if (error instanceof ChannelError) return { message: error.message, errorCode: 400 };
  if (error instanceof FieldError) return { errorType: error.errorType, message: error.message };
  return { errorType: "InternalFailure", message: "Internal Failure" };
}
