import { ACCOUNT_ID, REGION } from "../aws/service.ts";
import type { Assembly, Resource, Stack } from "./assembly.ts";
import { record } from "./assembly.ts";
import { identify, type Identity, type Origins } from "./identities.ts";
import { NO_VALUE, resolve, type Scope } from "./intrinsics.ts";

/** A resource with everything resolved: what the stand-ins are made from. */
export interface Declared {
  readonly logicalId: string;
  readonly type: string;
  readonly identity: Identity;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The assembly as CloudFormation would see it after a deployment. */
export interface Deployment {
  /** All resources of one type, in the order of the templates. */
  all(type: string): readonly Declared[];
  /** Every type that the templates declare. */
  readonly types: ReadonlySet<string>;
  /** Outputs of the top-level stack. */
  outputs(): Readonly<Record<string, unknown>>;
}

export function deploy(assembly: Assembly, origins: Origins): Deployment {
  const identities = new Map<string, Identity>();
  const everything = [...walk(assembly.root)];

  const identityIn = (stack: Stack, logicalId: string): Identity => {
    const path = `${stack.path}/${logicalId}`;
    const known = identities.get(path);
    if (known !== undefined) return known;
    const resource = stack.resources.get(logicalId);
    if (resource === undefined)
      throw new Error(`${stack.path || "the top-level stack"} has no resource ${logicalId}`);
    const properties = identifyingProperties(resource, scopeOf(stack));
    const identity = identify(resource, { logicalId, path, properties, origins });
    identities.set(path, identity);
    return identity;
  };

  const scopeOf = (stack: Stack): Scope => ({
    ref(name) {
      if (name in pseudoParameters) return pseudoParameters[name];
      if (name in stack.parameters) {
        const given = stack.parameters[name];
        return stack.parent === undefined ? given : resolve(given, scopeOf(stack.parent));
      }
      return identityIn(stack, name).ref;
    },
    attribute(logicalId, name) {
      const child = stack.children.get(logicalId);
      if (child !== undefined) return outputOf(child, name.replace(/^Outputs\./, ""));
      const value = identityIn(stack, logicalId).attributes[name];
      if (value === undefined) {
        throw new Error(
          `${stack.resources.get(logicalId)?.type ?? logicalId} has no known attribute ${name}`,
        );
      }
      return value;
    },
    condition(name) {
      if (!(name in stack.conditions)) throw new Error(`${stack.path} has no condition ${name}`);
      return stack.conditions[name];
    },
  });

  const outputOf = (stack: Stack, name: string): unknown => {
    if (!(name in stack.outputs)) throw new Error(`${stack.path} has no output ${name}`);
    return resolve(stack.outputs[name], scopeOf(stack));
  };

  return {
    types: new Set(everything.map(({ resource }) => resource.type)),
    all(type) {
      return everything
        .filter(({ resource }) => resource.type === type)
        .map(({ stack, logicalId, resource }) => ({
          logicalId,
          type,
          identity: identityIn(stack, logicalId),
          properties: record(resolve(resource.properties, scopeOf(stack))),
        }));
    },
    outputs() {
      return record(resolve(assembly.root.outputs, scopeOf(assembly.root)));
    },
  };
}

const pseudoParameters: Readonly<Record<string, unknown>> = {
  "AWS::Region": REGION,
  "AWS::AccountId": ACCOUNT_ID,
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::StackName": "egao-local",
  "AWS::StackId": `arn:aws:cloudformation:${REGION}:${ACCOUNT_ID}:stack/egao-local/0`,
  "AWS::NoValue": NO_VALUE,
};

/** Names and the few references that make up an identity; the rest may refer in circles. */
const identifying: ReadonlySet<string> = new Set([
  "RoleName",
  "FunctionName",
  "QueueName",
  "AlarmName",
  "BucketName",
  "Name",
  "Value",
  "TargetFunctionArn",
  "tableName",
  "DestinationBucketName",
  "Tags",
]);

function identifyingProperties(resource: Resource, scope: Scope): Readonly<Record<string, unknown>> {
  const chosen = Object.entries(resource.properties).filter(([name]) => identifying.has(name));
  return record(resolve(Object.fromEntries(chosen), scope));
}

function* walk(stack: Stack): Generator<{ stack: Stack; logicalId: string; resource: Resource }> {
  for (const [logicalId, resource] of stack.resources) yield { stack, logicalId, resource };
  for (const child of stack.children.values()) yield* walk(child);
}
