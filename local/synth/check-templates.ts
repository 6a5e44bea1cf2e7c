import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Assembly, record, type Resource, type Stack } from "../cloudformation/assembly.ts";

const DAY_S = 86_400;

/**
 * Statements may name every resource only where the service knows none, or where Amplify's and the CDK's own
 * providers ask for it at deployment. Each entry: the end of the resource's path, and why; with `actions` only these
 * and no wildcard among them.
 */
const allowedWildcards: readonly {
  readonly resource: RegExp;
  readonly actions?: readonly string[];
  readonly why: string;
}[] = [
  {
    resource: /lineworkerlambdaServiceRoleDefaultPolicy/,
    actions: ["DetectFaces", "DetectModerationLabels", "DetectLabels", "DetectText"].map(
      (call) => `rekognition:${call}`,
    ),
    why: "Rekognition's Detect calls know no resource",
  },
  { resource: /LogRetention.*ServiceRoleDefaultPolicy/, why: "the CDK's log retention provider" },
  {
    resource: /TableManager|AmplifyManagedTable/,
    why: "Amplify's table manager creates and updates the tables",
  },
  { resource: /CustomCDKBucketDeployment/, why: "the CDK's bucket deployment provider" },
];

/** Every reason not to deploy this assembly, in words; none when it is fine. */
export function checkTemplates(
  directory: string,
  assembly: Assembly,
  output: string,
  nowS: number,
): string[] {
  const resources = [...resourcesOf(assembly.root)];
  return [
    ...cycleWarnings(directory, output),
    ...resources.flatMap(([path, resource]) => [
      ...velocityTemplates(path, resource),
      ...shortApiKeys(path, resource, nowS),
      ...wildcards(path, resource),
    ]),
  ];
}

function cycleWarnings(directory: string, output: string): string[] {
  const reports = readdirSync(directory)
    .filter((name) => name.endsWith("validation-report.json"))
    .map((name) => readFileSync(join(directory, name), "utf8"));
  const hasCycle = [output, ...reports].some((text) => text.includes("F3004"));
  return hasCycle ? ["F3004: two stacks depend on each other in a circle; the deployment would fail"] : [];
}

function velocityTemplates(path: string, { type, properties }: Resource): string[] {
  if (type !== "AWS::AppSync::Resolver" && type !== "AWS::AppSync::FunctionConfiguration") return [];
  const isJavaScript = record(properties["Runtime"])["Name"] === "APPSYNC_JS";
  return isJavaScript ? [] : [`${path}: a VTL template; every operation needs an APPSYNC_JS handler`];
}

function shortApiKeys(path: string, { type, properties }: Resource, nowS: number): string[] {
  if (type !== "AWS::AppSync::ApiKey") return [];
  const days = (Number(properties["Expires"]) - nowS) / DAY_S;
  // A synthesis takes a moment; AppSync counts in whole hours.
  return days > 364.9 ? [] : [`${path}: the API key ends in ${Math.floor(days)} days; boards need 365`];
}

function wildcards(path: string, { type, properties }: Resource): string[] {
  const allowed = allowedWildcards.find(({ resource }) => resource.test(path));
  return statementsOf(type, properties).flatMap((statement) => {
    if (statement["Effect"] !== "Allow") return [];
    const findings: string[] = [];
    const actions = texts(statement["Action"]);
    const isAllowed =
      allowed !== undefined && actions.every((action) => allowed.actions?.includes(action) ?? true);
    const wildActions = actions.filter((action) => action.includes("*"));
    if (wildActions.length > 0 && !isAllowed && !isForAutoDelete(type, statement)) {
      findings.push(`${path}: wildcard action ${wildActions.join(", ")}`);
    }
    if (texts(statement["Resource"]).includes("*") && !isAllowed) {
      findings.push(`${path}: every resource ("*") for ${actions.join(", ")}`);
    }
    return findings;
  });
}

/** Bucket policies say `s3:GetBucket*`, `s3:List*` for the CDK's auto-delete provider alone. */
function isForAutoDelete(type: string, statement: Readonly<Record<string, unknown>>): boolean {
  const principal = JSON.stringify(statement["Principal"] ?? null);
  return type === "AWS::S3::BucketPolicy" && principal.includes("CustomS3AutoDeleteObjects");
}

function statementsOf(
  type: string,
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>>[] {
  const documents =
    type === "AWS::IAM::Role"
      ? (Array.isArray(properties["Policies"]) ? properties["Policies"] : []).map(
          (policy) => record(policy)["PolicyDocument"],
        )
      : [properties["PolicyDocument"]];
  return documents.flatMap((document) => {
    const statements: unknown = record(document)["Statement"];
    return (Array.isArray(statements) ? statements : []).map(record);
  });
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string");
}

function* resourcesOf(stack: Stack): Generator<[string, Resource]> {
  for (const [id, resource] of stack.resources) yield [`${stack.path}/${id}`, resource];
  for (const child of stack.children.values()) yield* resourcesOf(child);
}
