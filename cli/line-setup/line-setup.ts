import { UsageError } from "../usage.ts";
import { checkChannel } from "./check-channel.ts";
import { explain } from "./explain.ts";
import type { Finding } from "./finding.ts";
import { installMenus } from "./install-menus.ts";
import { type Channel, openChannel, OutputsError, type Surroundings } from "./open-channel.ts";
import { type Options, readOptions, usage } from "./options.ts";

/** Where the command runs. */
export interface Terminal extends Surroundings {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Runs the command and gives the number that it ends with; see `usage`. */
export async function lineSetup(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print, complain } = terminal;
  try {
    const options = readOptions(args);
    if (options === "help") {
      print(usage);
      return 0;
    }
    return await setUp(await openChannel(options, terminal), options, terminal);
  } catch (error) {
    complain(explain(error));
    if (error instanceof UsageError) complain("npm run line:setup -- --help tells all options.");
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return 2;
  return error instanceof OutputsError ? 3 : 4;
}

/** Sets up and checks an opened channel; 1 when something is to be mended. Throws what LINE refuses. */
export async function setUp(
  channel: Channel,
  { isCheck, language, webhookUrl }: Options,
  { print, complain }: Pick<Terminal, "print" | "complain">,
): Promise<number> {
  print(channel.isLocal ? "The local LINE:" : "LINE:");
  if (!isCheck && webhookUrl !== undefined && channel.webhookUrl !== undefined)
    await channel.api.setWebhookEndpoint({ endpoint: channel.webhookUrl });
  const findings = await checkChannel(channel);
  for (const finding of findings) tell(finding, print, complain);
  if (!isCheck) {
    const done = await installMenus(channel, language);
    for (const line of done) print(`✓ ${line}`);
    if (done.length === 0) print("✓ The menus are as they should be.");
  }
  return findings.some(({ is }) => is === "wrong") ? 1 : 0;
}

const marks: Readonly<Record<Finding["is"], string>> = { well: "✓", noted: "·", wrong: "✗" };

function tell({ is, text }: Finding, print: (line: string) => void, complain: (line: string) => void): void {
  (is === "wrong" ? complain : print)(`${marks[is]} ${text}`);
}
