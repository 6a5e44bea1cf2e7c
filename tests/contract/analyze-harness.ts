import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { analyze } from "../../cli/analyze/analyze.ts";
import type { RekognitionSource } from "../../cli/analyze/rekognition-source.ts";
import type { ClientSettings } from "./open-gateway.ts";

/** A folder of its own with these files; gone when the test is over. */
export function folderOf(files: Readonly<Record<string, Uint8Array | string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "egao-analyze-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Runs the command in a folder and gives what it printed, what it complained, and the number it ends with. */
export const run = (cwd: string, ...args: readonly string[]) => runWith(undefined, cwd, ...args);

/** The same with a source that is open already, so that its nets are loaded once. */
export async function runWith(
  source: RekognitionSource | undefined,
  cwd: string,
  ...args: readonly string[]
) {
  const printed: string[] = [];
  const complained: string[] = [];
  const terminal = {
    env: {},
    cwd,
    print: (line: string) => void printed.push(line),
    complain: (line: string) => void complained.push(line),
  };
  const open = source && (async () => ({ ...source, close: async () => {} }));
  const code = await analyze(args, terminal, open);
  return { code, out: printed.join("\n"), err: complained.join("\n") };
}

/** The machine of somebody without any AWS settings: what the vendor's client looks at is empty. */
export function freshMachine(files: Readonly<Record<string, string>> = {}): void {
  const home = folderOf(files);
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) vi.stubEnv(name, undefined);
  vi.stubEnv("HOME", home);
  vi.stubEnv("AWS_CONFIG_FILE", join(home, "config"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(home, "credentials"));
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  onTestFinished(() => void vi.unstubAllEnvs());
}

/** Lets the vendor's client find these credentials and this address in place of AWS, as its own variables allow. */
export function pointAt({ endpoint, region, credentials }: ClientSettings): void {
  vi.stubEnv("AWS_ENDPOINT_URL_REKOGNITION", endpoint);
  vi.stubEnv("AWS_REGION", region);
  vi.stubEnv("AWS_ACCESS_KEY_ID", credentials.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey);
  if (credentials.sessionToken !== undefined) vi.stubEnv("AWS_SESSION_TOKEN", credentials.sessionToken);
}
