import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Resource {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** One template of the assembly with what its parent gives it. */
export interface Stack {
  /** Empty for the root, otherwise the logical ids on the way to it, joined by `/`. */
  readonly path: string;
  readonly parent: Stack | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly children: ReadonlyMap<string, Stack>;
}

/** A synthesised cloud assembly: its stacks as a tree and the files that an upload would carry to S3. */
export interface Assembly {
  readonly root: Stack;
  /** The file or folder behind an S3 key of the asset bucket; throws for an unknown key. */
  assetPath(key: string): string;
  /** Of everything that `assetPath` knows. */
  readonly assetKeys: readonly string[];
}

interface Template {
  Resources?: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
  Outputs?: Record<string, { Value: unknown }>;
  Parameters?: Record<string, { Default?: unknown }>;
  Conditions?: Record<string, unknown>;
}

/** Reads a `cdk.out` folder. Throws when it holds no or more than one top-level stack. */
export function readAssembly(directory: string): Assembly {
  const names = readdirSync(directory);
  const roots = names.filter(
    (name) => name.endsWith(".template.json") && !name.endsWith(".nested.template.json"),
  );
  const [root] = roots;
  if (root === undefined || roots.length > 1) {
    throw new Error(`${directory}: expected one top-level stack, found ${roots.length}`);
  }
  const assets = readAssets(directory, names);
  const assetPath = (key: string): string => {
    const path = assets.get(key);
    if (path === undefined) throw new Error(`no asset with the key ${key}`);
    return path;
  };
  return {
    root: readStack(assetPath, join(directory, root), "", undefined, {}),
    assetPath,
    assetKeys: [...assets.keys()],
  };
}

function readStack(
  assetPath: Assembly["assetPath"],
  file: string,
  path: string,
  parent: Stack | undefined,
  given: Readonly<Record<string, unknown>>,
): Stack {
  const template = parseJson<Template>(file);
  const resources = new Map<string, Resource>();
  const children = new Map<string, Stack>();
  const defaults = Object.entries(template.Parameters ?? {}).map(([name, { Default }]) => [name, Default]);
  const stack: Stack = {
    path,
    parent,
    // What the parent gives is resolved in the parent's scope, defaults are plain values.
    parameters: { ...Object.fromEntries(defaults), ...given },
    resources,
    outputs: Object.fromEntries(
      Object.entries(template.Outputs ?? {}).map(([name, { Value }]) => [name, Value]),
    ),
    conditions: template.Conditions ?? {},
    children,
  };
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources ?? {})) {
    resources.set(id, { type: Type, properties: Properties });
    if (Type !== "AWS::CloudFormation::Stack") continue;
    const nested = assetPath(templateKey(Properties["TemplateURL"]));
    children.set(id, readStack(assetPath, nested, `${path}/${id}`, stack, record(Properties["Parameters"])));
  }
  return stack;
}

/** The S3 key at the end of a nested stack's `TemplateURL`, however its front is put together. */
function templateKey(templateUrl: unknown): string {
  const key = /[0-9a-f]{64}\.json/.exec(JSON.stringify(templateUrl) ?? "")?.[0];
  if (key === undefined) throw new Error(`a nested stack without a template: ${JSON.stringify(templateUrl)}`);
  return key;
}

function readAssets(directory: string, names: readonly string[]): ReadonlyMap<string, string> {
  const assets = new Map<string, string>();
  for (const name of names.filter((candidate) => candidate.endsWith(".assets.json"))) {
    const { files = {} } = parseJson<{
      files?: Record<
        string,
        { source: { path: string }; destinations: Record<string, { objectKey: string }> }
      >;
    }>(join(directory, name));
    for (const { source, destinations } of Object.values(files)) {
      for (const { objectKey } of Object.values(destinations))
        assets.set(objectKey, join(directory, source.path));
    }
  }
  return assets;
}

function parseJson<T>(path: string): T {
  // The assembly is written by the CDK right before; its shape is the CDK's contract.
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
