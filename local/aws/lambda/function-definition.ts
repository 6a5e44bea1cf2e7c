/** A function as the templates describe it. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** A folder outside the clone with the bundle; modules resolve from there as from `/var/task`. */
  readonly codePath: string;
  /** For example `index.handler`: the file without its ending, and the exported name. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly reservedConcurrency?: number | undefined;
  /** `nodejs22.x` when left out; only shown, the code runs on the Node of the host. */
  readonly runtime?: string | undefined;
}

export const DEFAULT_RUNTIME = "nodejs22.x";
