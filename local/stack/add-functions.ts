import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Lambda } from "../aws/lambda/lambda.ts";
import type { Queues } from "../aws/sqs/queues.ts";
import type { Assembly } from "../cloudformation/assembly.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { list, number, object, text } from "./template-values.ts";

export interface FunctionHome {
  /** Outside the clone: a bundle finds nothing there but what Lambda's runtime has. */
  readonly directory: string;
  /** Only these functions of the product; all when left out. */
  readonly only?: ReadonlySet<string>;
}

/**
 * The product's functions, from the very bundles that would be uploaded. Amplify's and the CDK's own providers are
 * left out: they work at deployment only.
 */
export function addFunctions(
  deployment: Deployment,
  assembly: Assembly,
  lambda: Lambda,
  home: FunctionHome,
  addresses: Readonly<Record<string, string>>,
): void {
  const names = new Set(namesOfTheProduct(deployment).filter((name) => home.only?.has(name) ?? true));
  for (const { identity, properties } of deployment.all("AWS::Lambda::Function")) {
    const name = identity.ref;
    if (!names.has(name)) continue;
    const codePath = join(home.directory, name);
    cpSync(assembly.assetPath(text(object(properties, "Code"), "S3Key")), codePath, { recursive: true });
    lambda.createFunction({
      name,
      arn: String(identity.attributes["Arn"]),
      roleArn: text(properties, "Role"),
      codePath,
      handler: text(properties, "Handler"),
      environment: environmentOf(properties, addresses),
      memoryMb: number(properties, "MemorySize"),
      timeoutSeconds: number(properties, "Timeout"),
      ...("ReservedConcurrentExecutions" in properties && {
        reservedConcurrency: number(properties, "ReservedConcurrentExecutions"),
      }),
    });
  }
  for (const { properties } of deployment.all("AWS::Lambda::Url")) {
    lambda.createFunctionUrl(nameOf(text(properties, "TargetFunctionArn")));
  }
}

/** Queues start to call their functions. */
export function addEventSources(
  deployment: Deployment,
  { lambda, queues }: { readonly lambda: Lambda; readonly queues: Queues },
): void {
  for (const { properties } of deployment.all("AWS::Lambda::EventSourceMapping")) {
    const mapping = {
      functionName: nameOf(text(properties, "FunctionName")),
      queue: text(properties, "EventSourceArn"),
      batchSize: number(properties, "BatchSize", 10),
      maximumBatchingWindowSeconds: number(properties, "MaximumBatchingWindowInSeconds", 0),
      maximumConcurrency: number(object(properties, "ScalingConfig"), "MaximumConcurrency"),
      reportBatchItemFailures: list(properties, "FunctionResponseTypes").includes("ReportBatchItemFailures"),
    };
    lambda.createEventSourceMapping(mapping, queues);
  }
}

function namesOfTheProduct(deployment: Deployment): readonly string[] {
  const names: unknown = JSON.parse(text(deployment.outputs(), "definedFunctions"));
  return Array.isArray(names) ? names.map(String) : [];
}

/** The template's variables; addresses of LINE, the CDN and the pages are those of the stand-ins. */
function environmentOf(
  properties: Readonly<Record<string, unknown>>,
  addresses: Readonly<Record<string, string>>,
): Record<string, string> {
  const variables = object(object(properties, "Environment"), "Variables");
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, addresses[name] ?? String(value)]),
  );
}

function nameOf(functionNameOrArn: string): string {
  return functionNameOrArn.split(":").at(-1) ?? functionNameOrArn;
}
