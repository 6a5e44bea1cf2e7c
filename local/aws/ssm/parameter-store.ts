import { createHash } from "node:crypto";
import { ACCOUNT_ID, AwsError, type Clock, REGION } from "../service.ts";

export const parameterTypes = ["String", "StringList", "SecureString"] as const;
export type ParameterType = (typeof parameterTypes)[number];

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly value: string;
  readonly version: number;
  readonly modifiedAtMs: number;
}

/** The parameters themselves, in memory: they are made anew from the templates at every start. */
export interface ParameterStore {
  find(name: string): Parameter | undefined;
  /** Throws `ParameterAlreadyExists` unless it may overwrite. */
  put(parameter: Pick<Parameter, "name" | "type" | "value">, overwrite: boolean): Parameter;
  /** True when there was one to delete. */
  delete(name: string): boolean;
  /** In the order of their names. */
  all(): readonly Parameter[];
}

/** What the service takes at most for a standard parameter. */
const MAX_VALUE_BYTES = 4096;

export function createParameterStore(clock: Clock): ParameterStore {
  const parameters = new Map<string, Parameter>();
  return {
    find: (name) => parameters.get(name),
    put({ name, type, value }, overwrite) {
      const before = parameters.get(name);
      if (before !== undefined && !overwrite) {
        const message =
          "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.";
        throw new AwsError("ParameterAlreadyExists", message);
      }
      if (value === "" || Buffer.byteLength(value) > MAX_VALUE_BYTES) {
        throw new AwsError("ValidationException", `Value of ${name} must have 1 to ${MAX_VALUE_BYTES} bytes`);
      }
      const parameter = { name, type, value, version: (before?.version ?? 0) + 1, modifiedAtMs: clock() };
      parameters.set(name, parameter);
      return parameter;
    },
    delete: (name) => parameters.delete(name),
    all: () => [...parameters.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

export function parameterArn(name: string): string {
  return `arn:aws:ssm:${REGION}:${ACCOUNT_ID}:parameter/${name.replace(/^\//, "")}`;
}

/** A parameter as the API shows it; a secret only decrypted when the caller asked for that. */
export function shown(parameter: Parameter, withDecryption: boolean): Readonly<Record<string, unknown>> {
  const { name, type, version } = parameter;
  const hidden = type === "SecureString" && !withDecryption;
  return {
    Name: name,
    Type: type,
    Value: hidden ? opaque(parameter) : parameter.value,
    Version: version,
    LastModifiedDate: parameter.modifiedAtMs / 1000,
    ARN: parameterArn(name),
    DataType: "text",
  };
}

/** Stands for the cipher text: tells nothing and cannot be turned back. */
function opaque({ name, version }: Parameter): string {
  return createHash("sha512").update(`${name} ${version}`).digest("base64");
}
