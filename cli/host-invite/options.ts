import { parseWords, readPort, UsageError } from "../usage.ts";

/** Who shall be invited, and where to. */
export interface Options {
  readonly email: string;
  readonly resend: boolean;
  readonly place: Place;
}

export type Place =
  | { readonly kind: "local"; readonly port?: number }
  | {
      readonly kind: "aws";
      readonly profile?: string;
      /** That of the pool when missing: a pool's id begins with its region. */
      readonly region?: string;
      readonly poolId?: string;
      /** `amplify_outputs.json` when missing. */
      readonly outputs?: string;
    };

export const usage = `npm run host:invite -- MAIL [options]
  makes MAIL a host: an account with a temporary password that comes by mail, in the group "hosts".
  Somebody who has an account already is only made a host.

  --resend        send the invitation once more, with a new temporary password
  --port N        of the running local Egao (npm start prints it)
  --aws           in the user pool of a deployment
    --outputs FILE  where "ampx" wrote what it deployed (amplify_outputs.json)
    --pool ID       the user pool itself, such as ap-northeast-1_AbCdEf123
    --profile P     of ~/.aws/config
    --region R      if it is not the one that the pool's id begins with

Ends with 0: done, 1: refused, 2: wrong options, 3: the outputs cannot be read, 4: no Egao or no AWS answers.`;

/** Throws a `UsageError`. */
export function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const [email, ...others] = positionals;
  if (email === undefined) throw new UsageError("Whom? Name a mail address.");
  if (others.length > 0) throw new UsageError(`One at a time: "${others[0]}" is too much.`);
  return { email: addressOf(email), resend: values.resend, place: placeOf(values) };
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: {
      resend: { type: "boolean", default: false },
      port: { type: "string" },
      aws: { type: "boolean", default: false },
      outputs: { type: "string" },
      pool: { type: "string" },
      profile: { type: "string" },
      region: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
}

type Values = ReturnType<typeof parse>["values"];

/** Cognito takes nearly anything and would send the password there: what is plainly no address stops here. */
function addressOf(typed: string): string {
  const email = typed.trim();
  if (/^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+$/.test(email) && email.length <= 254) return email;
  throw new UsageError(`"${typed}" is no mail address; one looks like hanako@example.org.`);
}

function placeOf({ aws, port, outputs, pool, profile, region }: Values): Place {
  if (aws) {
    if (port !== undefined) throw new UsageError("--port is for the local Egao, not for --aws.");
    return {
      kind: "aws",
      ...(outputs !== undefined && { outputs }),
      ...(pool !== undefined && { poolId: poolOf(pool) }),
      ...(profile !== undefined && { profile }),
      ...(region !== undefined && { region }),
    };
  }
  if ([outputs, pool, profile, region].some((value) => value !== undefined)) {
    throw new UsageError("--outputs, --pool, --profile and --region go with --aws.");
  }
  return { kind: "local", ...(port !== undefined && { port: readPort(port) }) };
}

function poolOf(written: string): string {
  if (/^[a-z]{2}(-[a-z]+)+-\d_[0-9A-Za-z]+$/.test(written)) return written;
  throw new UsageError(`--pool takes an id such as ap-northeast-1_AbCdEf123, not "${written}".`);
}
