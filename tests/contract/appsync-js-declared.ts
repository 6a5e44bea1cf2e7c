import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { clone } from "../fixtures/clone.ts";

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function member(node: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isNode(value) ? value[name] : undefined), node);
}

const library = join(clone, "node_modules/@aws-appsync/utils/lib");

/** Top-level declarations of the package's type definitions, out of their `export`. */
function declarations(): readonly Node[] {
  return readdirSync(library)
    .filter((name) => name.endsWith(".d.ts"))
    .flatMap((name) => {
      const { program, errors } = parseSync(name, readFileSync(join(library, name), "utf8"), { lang: "dts" });
      if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
      return nodes(program.body).map((statement) => {
        const declaration = statement["declaration"];
        return isNode(declaration) ? declaration : statement;
      });
    });
}

/** Paths of all functions below a type: `time.nowISO8601`. */
function pathsOf(type: string, types: ReadonlyMap<string, Node>, prefix: string): readonly string[] {
  const members = nodes(member(types.get(type), "typeAnnotation", "members"));
  const paths = members.flatMap((one) => {
    const path = `${prefix}${String(member(one, "key", "name"))}`;
    const named = member(one, "typeAnnotation", "typeAnnotation", "typeName", "name");
    return typeof named === "string" && types.has(named) ? pathsOf(named, types, `${path}.`) : [path];
  });
  return [...new Set(paths)];
}

/** What `@aws-appsync/utils` declares for resolvers: every function by its path. */
export function declaredFunctions(): {
  readonly util: readonly string[];
  readonly extensions: readonly string[];
  readonly runtime: readonly string[];
  /** Of `@aws-appsync/utils/dynamodb`. */
  readonly dynamodb: readonly string[];
} {
  const all = declarations();
  const types = new Map(
    all
      .filter(({ type }) => type === "TSTypeAliasDeclaration")
      .map((node) => [String(member(node, "id", "name")), node]),
  );
  const helpers = parseSync("helpers.d.ts", readFileSync(join(library, "dynamodb-helpers.d.ts"), "utf8"), {
    lang: "dts",
  });
  const exported = nodes(helpers.program.body)
    .map((statement) => statement["declaration"])
    .filter(isNode)
    .filter(({ type }) => type === "TSDeclareFunction")
    .map((node) => String(member(node, "id", "name")));
  return {
    util: pathsOf("Util", types, "util."),
    extensions: pathsOf("Extensions", types, "extensions."),
    runtime: pathsOf("Runtime", types, "runtime."),
    dynamodb: [
      ...exported.map((name) => `ddb.${name}`),
      ...pathsOf("DynamoDBOperation", types, "ddb.operations."),
    ],
  };
}
