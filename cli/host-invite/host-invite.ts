import { UsageError } from "../usage.ts";
import { explain } from "./explain.ts";
import { type Invitation, invite } from "./invite.ts";
import { temporaryPassword } from "./local-mail.ts";
import { type OpenedPool, openPool, OutputsError } from "./open-pool.ts";
import { type Options, readOptions, usage } from "./options.ts";

/** Where the command runs. */
export interface Terminal {
  /** The folder that a file's name is relative to. */
  readonly cwd: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Runs the command and gives the number that it ends with; see `usage`. */
export async function hostInvite(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print, complain } = terminal;
  try {
    const options = readOptions(args);
    if (options === "help") {
      print(usage);
      return 0;
    }
    return await run(options, terminal);
  } catch (error) {
    complain(explain(error) ?? (error instanceof Error ? error.message : String(error)));
    if (error instanceof UsageError) complain("npm run host:invite -- --help tells all options.");
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return 2;
  return error instanceof OutputsError ? 3 : 4;
}

async function run({ email, resend, place }: Options, { cwd, print, complain }: Terminal): Promise<number> {
  const pool = await openPool(place, cwd);
  const invitation = await invite(pool, email, resend).finally(() => pool.client.destroy());
  for (const line of inWords(invitation, email)) print(line);
  if (invitation.mail !== "none") for (const line of await wayIn(pool, email)) print(line);
  if (invitation.isDisabled)
    complain(`The account is disabled: ${email} cannot sign in until somebody enables it.`);
  if (!resend || invitation.mail !== "none") return 0;
  complain(
    `${email} has an own password already: there is no invitation to send again. "Forgot your password?" helps.`,
  );
  return 1;
}

function inWords({ mail, wasHost, hasSignedIn }: Invitation, email: string): readonly string[] {
  if (mail === "sent") return [`${email} is invited and is a host.`];
  if (mail === "sent-again") return [`${email} is invited once more; the former temporary password is void.`];
  return [
    wasHost
      ? `${email} is a host already.`
      : `${email} had an account already and is a host from now on (after the next sign-in).`,
    ...(hasSignedIn ? [] : ["The invitation was not used yet; --resend sends it anew."]),
  ];
}

async function wayIn({ hostUrl, stateUrl }: OpenedPool, email: string): Promise<readonly string[]> {
  if (hostUrl === undefined || stateUrl === undefined) {
    return [
      "The temporary password is on its way by mail. Tell them where the host's page is: your address + /host",
    ];
  }
  const password = await temporaryPassword(stateUrl, email);
  return [
    "Nothing leaves this machine; the mail would say:",
    `  page      ${hostUrl}`,
    `  password  ${password ?? `see ${new URL("/local", hostUrl).href}`} (temporary, the first sign-in asks for an own one)`,
  ];
}
