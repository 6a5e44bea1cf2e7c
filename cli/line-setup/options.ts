import { type Language, languages } from "#domain/language";
import { parseWords, readPort, UsageError } from "../usage.ts";

export interface Options {
  /** Whose menu everybody sees who did not choose. */
  readonly language: Language;
  /** Only look, change nothing. */
  readonly isCheck: boolean;
  /** `either`: the local Egao if one runs, else LINE. */
  readonly place: "local" | "line" | "either";
  readonly port?: number;
  /** What `ampx` wrote; `amplify_outputs.json` when missing. */
  readonly outputs?: string;
  readonly liffId?: string;
  readonly webhookUrl?: string;
}

export const usage = `npm run line:setup -- [options]
  makes the menu below the chat in Japanese, English and Traditional Chinese, and looks whether the channel is set up
  rightly. Running it again changes only what is different.

  --language L    menu of everybody who chose none: ja (default), en or zh-Hant
  --check         only look, change nothing
  --local         at the running local Egao (the default when one runs)
    --port N        its port (npm start prints it)
  --line          at LINE; the channel access token is read from LINE_CHANNEL_ACCESS_TOKEN and told to nobody else
    --outputs FILE  where "ampx" wrote what it deployed (amplify_outputs.json)
    --liff ID       the LIFF app of My page, such as 1234567890-AbcdEfgh, if the outputs do not tell it
    --webhook URL   tell LINE this address of the bot; "outputs" takes the one of the outputs

Ends with 0: all is well, 1: something is to be mended (it says what), 2: wrong options, 3: the outputs cannot be read,
4: neither Egao nor LINE answers, or the token is not good.`;

/** Throws a `UsageError`. */
export function readOptions(args: readonly string[]): Options | "help" {
  const values = parse(args);
  if (values.help) return "help";
  const { port, outputs, liff, webhook } = values;
  const place = placeOf(values);
  if (place !== "line" && [outputs, liff, webhook].some((value) => value !== undefined))
    throw new UsageError("--outputs, --liff and --webhook go with --line.");
  return {
    language: languageOf(values.language),
    isCheck: values.check,
    place,
    ...(port !== undefined && { port: readPort(port) }),
    ...(outputs !== undefined && { outputs }),
    ...(liff !== undefined && { liffId: liffIdOf(liff) }),
    ...(webhook !== undefined && { webhookUrl: webhookOf(webhook) }),
  };
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    options: {
      language: { type: "string", default: "ja" },
      check: { type: "boolean", default: false },
      local: { type: "boolean", default: false },
      port: { type: "string" },
      line: { type: "boolean", default: false },
      outputs: { type: "string" },
      liff: { type: "string" },
      webhook: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  }).values;
}

function placeOf({ local, line, port }: ReturnType<typeof parse>): Options["place"] {
  if (line && (local || port !== undefined))
    throw new UsageError("--line is for LINE, --local and --port are for the local Egao: not both.");
  if (line) return "line";
  return local || port !== undefined ? "local" : "either";
}

function languageOf(written: string): Language {
  const language = languages.find((one) => one.toLowerCase() === written.toLowerCase());
  if (language !== undefined) return language;
  throw new UsageError(`--language takes ${languages.join(", ")}, not "${written}".`);
}

const LIFF_ID = /^\d+-[0-9A-Za-z]+$/u;

function liffIdOf(written: string): string {
  if (LIFF_ID.test(written)) return written;
  throw new UsageError(`--liff takes an id such as 1234567890-AbcdEfgh, not "${written}".`);
}

function webhookOf(written: string): string {
  if (written === "outputs") return written;
  if (URL.canParse(written) && new URL(written).protocol === "https:") return written;
  throw new UsageError(`--webhook takes an address that begins with https://, not "${written}".`);
}
