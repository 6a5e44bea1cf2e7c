import { AwsError } from "../service.ts";
import { limits, validations, type Validation } from "./dynalite.ts";
import { toAwsError } from "./fault.ts";

/** A typed copy of the input without what the operation does not know; throws SerializationException or ValidationException. */
export function validateInput(input: unknown, validation: Validation): Record<string, unknown> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new AwsError("SerializationException", "Start of structure or map expected");
  }
  try {
    const typed = validations.checkTypes({ ...input }, validation.types);
    validations.checkValidations(typed, validation.types, validation.custom, { options: limits });
    return typed;
  } catch (error) {
    throw toAwsError(error);
  }
}
