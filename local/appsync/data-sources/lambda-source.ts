import { AwsError } from "../../aws/service.ts";
import { FieldError, unsupportedLocally } from "../errors.ts";
import type { LambdaDataSource } from "../options.ts";
import { own, type Fields } from "../shape.ts";
import { expectMembers } from "./dynamodb/request-object.ts";
import type { Outcome } from "./outcome.ts";

function unhandled(payload: unknown): Outcome {
  const message = own(payload, "errorMessage");
  return {
    result: null,
    error: { message: typeof message === "string" ? message : "", type: "Lambda:Unhandled" },
  };
}

/** `{operation: "Invoke", payload, invocationType?}`; an error of the function becomes `ctx.error`. */
export async function callLambda(source: LambdaDataSource, request: Fields): Promise<Outcome> {
  expectMembers(request, "", "version", "operation", "payload", "invocationType");
  const { operation, payload = null, invocationType = "RequestResponse" } = request;
  if (operation === "BatchInvoke") throw unsupportedLocally("The Lambda operation BatchInvoke");
  if (operation !== "Invoke")
    throw new FieldError(`Unsupported operation '${String(operation)}'.`, "MappingTemplate");
  if (invocationType !== "RequestResponse" && invocationType !== "Event") {
    throw new FieldError(`Unsupported invocation type '${String(invocationType)}'.`, "MappingTemplate");
  }
  try {
    const answer = await source.invoke(payload, invocationType);
    if (answer.functionError !== undefined) return unhandled(answer.payload);
    return { result: invocationType === "Event" ? null : answer.payload };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { result: null, error: { message: error.message, type: `Lambda:${error.code}` } };
  }
}
