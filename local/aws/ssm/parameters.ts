import * as z from "zod";
import type { GatewayJsonService } from "../gateway/gateway-service.ts";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError, type Caller, type Clock } from "../service.ts";
import {
  createParameterStore,
  parameterArn,
  type ParameterStore,
  type ParameterType,
  parameterTypes,
  shown,
} from "./parameter-store.ts";

export interface Parameters extends GatewayJsonService {
  /** Sets a parameter without asking for rights, as the start of the stack does. */
  put(name: string, value: string, type: ParameterType): void;
}

type Operation = (input: unknown, caller: Caller, store: ParameterStore) => unknown;

/** The stand-in of SSM's Parameter Store. */
export function createParameters(options: { readonly clock: Clock }): Parameters {
  const store = createParameterStore(options.clock);
  return {
    targetPrefix: "AmazonSSM",
    protocol: "json-1.1",
    signingName: "ssm",
    operations: Object.keys(operations),
    put: (name, value, type) => void store.put({ name, value, type }, true),
    async call(operation, input, caller) {
      const run = operations[operation];
      if (run === undefined) {
        throw new AwsError(
          "UnknownOperationException",
          `SSM operation ${operation} is not available locally`,
        );
      }
      return run(input, caller, store);
    },
  };
}

const decryption = z.boolean().default(false);

const operations: Readonly<Record<string, Operation>> = {
  GetParameter(input, caller, store) {
    const { Name, WithDecryption } = parseInput(
      z.object({ Name: z.string(), WithDecryption: decryption }),
      input,
    );
    caller.authorize("ssm:GetParameter", parameterArn(Name));
    const parameter = store.find(Name);
    if (parameter === undefined) throw notFound(Name);
    return { Parameter: shown(parameter, WithDecryption) };
  },

  GetParameters(input, caller, store) {
    const schema = z.object({ Names: z.array(z.string()).min(1).max(10), WithDecryption: decryption });
    const { Names, WithDecryption } = parseInput(schema, input);
    for (const name of Names) caller.authorize("ssm:GetParameters", parameterArn(name));
    const found = Names.flatMap((name) => store.find(name) ?? []);
    return {
      Parameters: found.map((parameter) => shown(parameter, WithDecryption)),
      InvalidParameters: Names.filter((name) => store.find(name) === undefined),
    };
  },

  GetParametersByPath(input, caller, store) {
    const request = parseInput(byPathSchema, input);
    if (request.ParameterFilters !== undefined) {
      throw new AwsError("InvalidFilterOption", "ParameterFilters are not available locally");
    }
    caller.authorize("ssm:GetParametersByPath", parameterArn(request.Path));
    const found = store.all().filter(({ name }) => isBelow(name, request.Path, request.Recursive));
    const start = readToken(request.NextToken);
    const end = start + request.MaxResults;
    return {
      Parameters: found.slice(start, end).map((parameter) => shown(parameter, request.WithDecryption)),
      ...(end < found.length && { NextToken: String(end) }),
    };
  },

  PutParameter(input, caller, store) {
    const request = parseInput(putSchema, input);
    caller.authorize("ssm:PutParameter", parameterArn(request.Name));
    const type = request.Type ?? store.find(request.Name)?.type;
    if (type === undefined)
      throw new AwsError("ValidationException", "A parameter type is required when you create a parameter.");
    const put = store.put({ name: request.Name, type, value: request.Value }, request.Overwrite);
    return { Version: put.version, Tier: "Standard" };
  },

  DeleteParameter(input, caller, store) {
    const { Name } = parseInput(z.object({ Name: z.string() }), input);
    caller.authorize("ssm:DeleteParameter", parameterArn(Name));
    if (!store.delete(Name)) throw notFound(Name);
    return {};
  },
};

const byPathSchema = z.object({
  Path: z.string().startsWith("/"),
  Recursive: z.boolean().default(false),
  WithDecryption: decryption,
  MaxResults: z.int().min(1).max(10).default(10),
  NextToken: z.string().optional(),
  ParameterFilters: z.unknown().optional(),
});

const putSchema = z.object({
  Name: z
    .string()
    .regex(/^[\w./-]+$/)
    .max(1011),
  Value: z.string(),
  Type: z.enum(parameterTypes).optional(),
  Overwrite: z.boolean().default(false),
});

function isBelow(name: string, path: string, recursive: boolean): boolean {
  const folder = path.endsWith("/") ? path : `${path}/`;
  return name.startsWith(folder) && (recursive || !name.slice(folder.length).includes("/"));
}

function readToken(token: string | undefined): number {
  if (token === undefined) return 0;
  if (!/^\d+$/.test(token)) throw new AwsError("InvalidNextToken", "The specified token isn't valid.");
  return Number(token);
}

function notFound(name: string): AwsError {
  return new AwsError("ParameterNotFound", `Parameter ${name} not found.`);
}
