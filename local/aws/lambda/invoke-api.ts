import { AwsError, type Caller, type RestRequest, type RestResponse, type RestService } from "../service.ts";
import { DEFAULT_RUNTIME, type FunctionDefinition } from "./function-definition.ts";
import type { Functions } from "./functions.ts";
import { MAX_SYNC_PAYLOAD_BYTES } from "./outcome.ts";

const MAX_ASYNC_PAYLOAD_BYTES = 1024 * 1024;
/** Lambda tries a failed asynchronous event twice more. */
const RETRY_DELAYS_MS = [60_000, 120_000];

export interface InvokeApi extends RestService {
  /** Forgets the retries that are still to come. */
  close(): void;
}

/** Lambda's REST API, as far as it is available locally: Invoke, GetFunction, ListFunctions. */
export function createInvokeApi(functions: Functions): InvokeApi {
  const retries = new Set<NodeJS.Timeout>();

  async function invoke(definition: FunctionDefinition, request: RestRequest): Promise<RestResponse> {
    refuseUnsupported(request);
    const payload = readPayload(request.body);
    const type = request.headers["x-amz-invocation-type"] ?? "RequestResponse";
    if (type === "DryRun") return { status: 204 };
    const limit = type === "Event" ? MAX_ASYNC_PAYLOAD_BYTES : MAX_SYNC_PAYLOAD_BYTES;
    if (request.body.length > limit) {
      const message = `Request must be smaller than ${limit} bytes for the InvokeFunction operation`;
      throw new AwsError("RequestTooLargeException", message, 413, { Type: "User" });
    }
    if (type === "Event") {
      void runLater(definition.name, payload, RETRY_DELAYS_MS);
      return { status: 202 };
    }
    if (type !== "RequestResponse") throw invalid(`Unknown invocation type ${type}`);
    const outcome = await functions.run(definition.name, payload);
    const headers = {
      "Content-Type": "application/json",
      "X-Amz-Executed-Version": "$LATEST",
      ...(outcome.functionError && { "X-Amz-Function-Error": outcome.functionError }),
    };
    return { status: 200, headers, body: outcome.payload };
  }

  async function runLater(name: string, payload: string, delaysMs: readonly number[]): Promise<void> {
    try {
      const outcome = await functions.run(name, payload);
      if (outcome.functionError === undefined) return;
    } catch (error) {
      functions.log(
        name,
        `ERROR asynchronous event: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    const [delayMs, ...later] = delaysMs;
    if (delayMs === undefined) return;
    const timer = setTimeout(() => {
      retries.delete(timer);
      void runLater(name, payload, later);
    }, delayMs).unref();
    retries.add(timer);
  }

  return {
    async handle(request, caller) {
      const { name, action } = route(request);
      if (action === "ListFunctions") {
        caller.authorize("lambda:ListFunctions", "*");
        return json({ Functions: functions.all().map(configuration) });
      }
      const definition = permitted(functions, name, action, caller);
      if (action === "InvokeFunction") return invoke(definition, request);
      return json({ Configuration: configuration(definition), Tags: {} });
    },
    renderError: (error) => ({
      status: error.status,
      headers: { "Content-Type": "application/json", "x-amzn-errortype": error.code },
      body: JSON.stringify({ ...error.members, Message: error.message, message: error.message }),
    }),
    close() {
      for (const timer of retries) clearTimeout(timer);
    },
  };
}

function route({ method, path }: RestRequest): { readonly action: string; readonly name: string } {
  const [, , , name = "", more, ...rest] = path.split("/").map(decodeURIComponent);
  if (path.startsWith("/2015-03-31/functions") && rest.length === 0) {
    if (method === "POST" && name !== "" && more === "invocations") return { action: "InvokeFunction", name };
    if (method === "GET" && name === "") return { action: "ListFunctions", name };
    if (method === "GET" && more === undefined) return { action: "GetFunction", name };
  }
  throw new AwsError(
    "UnknownOperationException",
    `Lambda call ${method} ${path} is not available locally`,
    404,
  );
}

/** Rights come first: whoever may not look learns nothing about which functions exist. */
function permitted(
  functions: Functions,
  nameOrArn: string,
  action: string,
  caller: Caller,
): FunctionDefinition {
  const name = nameOrArn.slice(nameOrArn.lastIndexOf(":") + 1);
  const known = functions.all().find((one) => one.name === name);
  caller.authorize(`lambda:${action}`, known?.arn ?? nameOrArn);
  return functions.find(nameOrArn);
}

function refuseUnsupported(request: RestRequest): void {
  const qualifier = request.query.get("Qualifier");
  if (qualifier !== null && qualifier !== "$LATEST") {
    throw new AwsError(
      "ResourceNotFoundException",
      `Versions and aliases are not available locally: ${qualifier}`,
      404,
    );
  }
  for (const [header, only] of [
    ["x-amz-log-type", "None"],
    ["x-amz-client-context", ""],
  ] as const) {
    const given = request.headers[header];
    if (given !== undefined && given !== only) throw invalid(`${header}: ${given} is not available locally`);
  }
}

function readPayload(body: Buffer): string {
  if (body.length === 0) return "{}";
  const text = body.toString("utf8");
  try {
    JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `Could not parse request body into json: ${reason}`;
    throw new AwsError("InvalidRequestContentException", message, 400, { Type: "User" });
  }
  return text;
}

function configuration(definition: FunctionDefinition) {
  return {
    FunctionName: definition.name,
    FunctionArn: definition.arn,
    Role: definition.roleArn,
    Handler: definition.handler,
    Runtime: definition.runtime ?? DEFAULT_RUNTIME,
    MemorySize: definition.memoryMb,
    Timeout: definition.timeoutSeconds,
    Version: "$LATEST",
    State: "Active",
    LastUpdateStatus: "Successful",
    PackageType: "Zip",
    Environment: { Variables: definition.environment },
  };
}

function json(body: unknown): RestResponse {
  return { status: 200, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterValueException", message, 400, { Type: "User" });
}
