import type { Faults } from "../../faults/faults.ts";
import { Mishap } from "../../faults/mishap.ts";
import { AwsError, type Caller, type RestResponse } from "../service.ts";
import { anonymousCaller } from "./anonymous-caller.ts";
import { isSigned, type Authenticate } from "./authenticator.ts";
import type { GatewayJsonService } from "./gateway-service.ts";
import type { WireRequest } from "./wire-request.ts";

/** The door of the services that speak AWS JSON, told apart by `X-Amz-Target: PREFIX.Operation`. */
export interface JsonDoor {
  answer(target: string, request: WireRequest, signal: AbortSignal): Promise<RestResponse>;
  renderError(target: string, error: AwsError): RestResponse;
}

export function createJsonDoor(
  services: readonly GatewayJsonService[],
  authenticate: Authenticate,
  faults: Faults,
  onThrottled?: (action: string) => void,
): JsonDoor {
  const byPrefix = new Map(services.map((service) => [service.targetPrefix, service]));

  return {
    async answer(target, request, signal) {
      const { prefix, operation } = splitTarget(target);
      const service = byPrefix.get(prefix);
      if (service === undefined || request.method !== "POST") {
        const message = `No local stand-in answers ${request.method} with X-Amz-Target ${target}`;
        throw new AwsError("UnknownOperationException", message);
      }
      const caller = callerOf(service, operation, request, authenticate);
      const input = parse(request.body);
      const action = `${service.signingName ?? prefix}:${operation}`;
      const call = { action, principal: caller.arn };
      const output = await faults
        .around(call, () => service.call(operation, input, caller, signal))
        .catch((error: unknown) => {
          if (isThrottle(error)) onThrottled?.(action);
          throw error;
        });
      return {
        status: 200,
        headers: typeOf(service),
        body: output === undefined ? "" : JSON.stringify(output),
      };
    },

    renderError(target, error) {
      const service = byPrefix.get(splitTarget(target).prefix);
      return {
        status: error.status,
        headers: { ...typeOf(service), "x-amzn-errortype": error.code, ...service?.errorHeaders?.(error) },
        body: JSON.stringify({ __type: error.code, message: error.message, ...error.members }),
      };
    },
  };
}

function isThrottle(error: unknown): boolean {
  if (error instanceof Mishap) return error.kind === "throttled";
  return error instanceof AwsError && /Throttl|ThroughputExceeded|TooManyRequests/.test(error.code);
}

function splitTarget(target: string): { readonly prefix: string; readonly operation: string } {
  const dot = target.lastIndexOf(".");
  return { prefix: target.slice(0, Math.max(dot, 0)), operation: target.slice(dot + 1) };
}

function callerOf(
  service: GatewayJsonService,
  operation: string,
  request: WireRequest,
  authenticate: Authenticate,
): Caller {
  if (service.unsignedOperations?.has(operation) && !isSigned(request)) return anonymousCaller;
  const { signingName } = service;
  return authenticate(request, {
    dialect: "json",
    ...(signingName !== undefined && { service: signingName }),
  });
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AwsError("SerializationException", `The request's body is not JSON: ${reason}`);
  }
}

function typeOf(service: GatewayJsonService | undefined): Record<string, string> {
  return { "Content-Type": `application/x-amz-${service?.protocol ?? "json-1.1"}` };
}
