import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAssembly } from "../cloudformation/assembly.ts";
import { resolversFolder, type SourcedAssembly, withSources } from "../cloudformation/with-sources.ts";
import { compareAssemblies } from "./compare-assemblies.ts";

const home = mkdtempSync(join(tmpdir(), "egao-assemblies-"));
afterAll(() => rmSync(home, { recursive: true }));

interface Backend {
  /** Codes of the functions `board` and `event` of the API. */
  readonly board?: string;
  readonly event?: string;
  readonly bundle?: string;
  readonly memory?: number;
  readonly expires?: number;
  readonly retention?: number;
  readonly cacheSeconds?: number;
  readonly output?: string;
}

let assemblies = 0;

/** A small assembly, as the CDK writes one, of a clone whose resolvers say `sources`. */
function assembly(
  backend: Backend,
  sources: Readonly<Record<string, string>> = {},
): SourcedAssembly & { clone: string } {
  const clone = join(home, String((assemblies += 1)));
  const directory = join(clone, "cdk.out");
  const folder = join(clone, resolversFolder);
  for (const made of [directory, folder]) mkdirSync(made, { recursive: true });
  const files: Record<string, object> = {};
  const asset = (content: string, ending: string): string => {
    const key = createHash("sha256").update(content).digest("hex") + ending;
    const path = `asset.${key}`;
    writeFileSync(join(directory, path), content);
    files[key] = { source: { path }, destinations: { here: { objectKey: key } } };
    return key;
  };
  const apiFunction = (name: string, content: string): object => ({
    Type: "AWS::AppSync::FunctionConfiguration",
    Properties: { Name: name, CodeS3Location: `s3://assets/${asset(content, ".js")}` },
  });
  const { memory = 512, expires = 1, retention = 4, cacheSeconds = 1, output = "a" } = backend;
  const template = {
    Resources: {
      Board: apiFunction("board", backend.board ?? "board 1"),
      Event: apiFunction("event", backend.event ?? "event 1"),
      Worker: {
        Type: "AWS::Lambda::Function",
        Properties: {
          FunctionName: "worker",
          MemorySize: memory,
          Code: { S3Key: asset(backend.bundle ?? "worker 1", ".zip") },
        },
      },
      Key: { Type: "AWS::AppSync::ApiKey", Properties: { Expires: expires } },
      Photos: { Type: "AWS::SQS::Queue", Properties: { MessageRetentionPeriod: retention } },
      CachePolicy: {
        Type: "AWS::CloudFront::CachePolicy",
        Properties: { CachePolicyConfig: { MinTTL: cacheSeconds } },
      },
    },
    Outputs: { said: { Value: output } },
  };
  writeFileSync(join(directory, "root.template.json"), JSON.stringify(template));
  writeFileSync(join(directory, "root.assets.json"), JSON.stringify({ files }));
  for (const [name, content] of Object.entries(sources)) writeFileSync(join(folder, name), content);
  return { ...withSources(readAssembly(directory), clone), clone };
}

const nothing = { resolvers: [], functions: [], others: [] };

describe("what a new assembly brings", () => {
  it.each<[string, Backend, object]>([
    ["nothing", {}, nothing],
    ["a resolver", { board: "board 2" }, { ...nothing, resolvers: ["board"] }],
    ["a bundle", { bundle: "worker 2" }, { ...nothing, functions: ["worker"] }],
    [
      "both",
      { event: "event 2", bundle: "worker 2" },
      { ...nothing, resolvers: ["event"], functions: ["worker"] },
    ],
    ["a function's settings", { memory: 1024 }, { ...nothing, others: ["worker"] }],
    ["a queue's settings", { retention: 5 }, { ...nothing, others: ["SQS Queue Photos"] }],
    ["an output", { output: "b" }, { ...nothing, others: ["outputs"] }],
    ["a later synthesis", { expires: 2 }, nothing],
    ["what means nothing here", { cacheSeconds: 2 }, nothing],
  ])("%s", (_name, backend, expected) => {
    expect(compareAssemblies(assembly({}), assembly(backend))).toEqual(expected);
  });

  it("a resource more or less is another stack", () => {
    const one = assembly({});
    const other = {
      ...one,
      root: { ...one.root, resources: new Map([...one.root.resources].filter(([id]) => id !== "Photos")) },
    };
    const expected = { ...nothing, others: ["SQS Queue Photos"] };
    expect(compareAssemblies(one, other)).toEqual(expected);
    expect(compareAssemblies(other, one)).toEqual(expected);
  });
});

describe("an assembly with its sources", () => {
  it("leads each copy to the file that it was made from", () => {
    const sourced = assembly({}, { "board.js": "board 1", "event.js": "event 1", "other.js": "other" });
    const own = (name: string): string => join(sourced.clone, resolversFolder, name);
    const paths = sourced.assetKeys.map((key) => sourced.assetPath(key));
    expect(paths).toEqual(expect.arrayContaining([own("board.js"), own("event.js")]));
    expect(paths.filter((path) => path.includes("cdk.out"))).toEqual([expect.stringMatching(/\.zip$/)]);
    expect([own("board.js"), own("event.js"), own("other.js")].map((path) => sourced.isSource(path))).toEqual(
      [true, true, false],
    );
  });

  it("sees what a source says now, and so no change when both say the same", () => {
    const before = assembly({}, { "board.js": "board 1" });
    writeFileSync(join(before.clone, resolversFolder, "board.js"), "board 2");
    expect(compareAssemblies(before, assembly({ board: "board 2" }))).toEqual(nothing);
    expect(compareAssemblies(before, assembly({}))).toEqual({ ...nothing, resolvers: ["board"] });
  });

  it("trusts no source that two copies could have come from, nor one that has changed before", () => {
    const twins = assembly({}, { "board.js": "board 1", "twin.js": "board 1", "event.js": "event 2" });
    const own = (name: string): string => join(twins.clone, resolversFolder, name);
    expect(["board.js", "twin.js", "event.js"].map((name) => twins.isSource(own(name)))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
