import { readFileSync } from "node:fs";
import type { Assembly } from "../cloudformation/assembly.ts";
import { type Declared, deploy } from "../cloudformation/deployment.ts";
import { inertTypes } from "../stack/inert-types.ts";

/** What a new assembly brings, by names. */
export interface Changes {
  /** Fields and functions of the API whose code alone is another one. */
  readonly resolvers: readonly string[];
  /** Functions whose bundle alone is another one. */
  readonly functions: readonly string[];
  /** Everything that cannot be exchanged while it runs: tables, rights, queues, the schema, settings … */
  readonly others: readonly string[];
}

type Kind = keyof Changes;

/** Compares what two assemblies would bring up here; types that mean nothing on one machine do not count. */
export function compareAssemblies(before: Assembly, after: Assembly): Changes {
  const [old, young] = [declaredIn(before), declaredIn(after)];
  const changes: Record<Kind, string[]> = { resolvers: [], functions: [], others: [] };
  for (const key of new Set([...old.keys(), ...young.keys()])) {
    const kind = kindOfChange(old.get(key), young.get(key));
    const named = (young.get(key) ?? old.get(key))?.declared;
    if (kind !== undefined && named !== undefined) changes[kind].push(nameOf(named));
  }
  if (JSON.stringify(outputsOf(before)) !== JSON.stringify(outputsOf(after))) changes.others.push("outputs");
  return changes;
}

interface Compared {
  readonly declared: Declared;
  /** What it does, without its code. */
  readonly frame: string;
  readonly code: string;
}

/** Any address does: only the difference counts. */
const nowhere = { aws: "http://127.0.0.1:1" };

function declaredIn(assembly: Assembly): ReadonlyMap<string, Compared> {
  const deployment = deploy(assembly, nowhere);
  const found = new Map<string, Compared>();
  for (const type of [...deployment.types].filter((one) => !inertTypes.has(one))) {
    for (const declared of deployment.all(type)) {
      // The CDK's own providers have the same logical id in several stacks.
      let key = `${type} ${declared.logicalId}`;
      while (found.has(key)) key += "'";
      found.set(key, { declared, ...parts(declared, assembly) });
    }
  }
  return found;
}

/** Properties that hold code, or its place. */
const codeProperties: Readonly<Record<string, readonly string[]>> = {
  "AWS::AppSync::Resolver": ["Code", "CodeS3Location"],
  "AWS::AppSync::FunctionConfiguration": ["Code", "CodeS3Location"],
  "AWS::Lambda::Function": ["Code"],
};
/** Counted from the moment of the synthesis. */
const timeDependent: Readonly<Record<string, readonly string[]>> = { "AWS::AppSync::ApiKey": ["Expires"] };

function parts({ type, properties }: Declared, assembly: Assembly): { frame: string; code: string } {
  const isCode = (name: string): boolean => codeProperties[type]?.includes(name) === true;
  const isTime = (name: string): boolean => timeDependent[type]?.includes(name) === true;
  const entries = Object.entries(properties);
  return {
    frame: JSON.stringify(entries.filter(([name]) => !isCode(name) && !isTime(name))),
    // A resolver's key does not tell what its file says by now.
    code: JSON.stringify(entries.filter(([name]) => isCode(name))).replace(/[0-9a-f]{64}\.js/g, (key) =>
      readFileSync(assembly.assetPath(key), "utf8"),
    ),
  };
}

function kindOfChange(before: Compared | undefined, after: Compared | undefined): Kind | undefined {
  if (before === undefined || after === undefined || before.frame !== after.frame) return "others";
  if (before.code === after.code) return undefined;
  return after.declared.type === "AWS::Lambda::Function" ? "functions" : "resolvers";
}

function nameOf({ type, identity, properties }: Declared): string {
  if (type === "AWS::Lambda::Function") return identity.ref;
  if (type === "AWS::AppSync::Resolver")
    return `${String(properties["TypeName"])}.${String(properties["FieldName"])}`;
  if (type === "AWS::AppSync::FunctionConfiguration") return String(properties["Name"]);
  return `${type.split("::").slice(1).join(" ")} ${identity.attributes["QueueName"] ?? identity.ref}`;
}

function outputsOf(assembly: Assembly): unknown {
  return deploy(assembly, nowhere).outputs();
}
