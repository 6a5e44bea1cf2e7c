import type { LabelRules } from "#domain/label";
import { type Language, languages } from "#domain/language";
import { parseWords, UsageError } from "../usage.ts";

/** What somebody wants to know, about which pictures, and from whom. */
export interface Options {
  /** Files, folders and patterns as they were typed. */
  readonly places: readonly string[];
  readonly source: SourceChoice;
  /** Pictures that are read at the same time; chosen by the machine when missing. */
  readonly workers?: number;
  readonly labels?: LabelRules;
  readonly moderation: boolean;
  readonly form: "text" | "json" | "csv";
  readonly all: boolean;
  /** A file to write, with the pictures and their boxes. */
  readonly annotate?: string;
  readonly language: Language;
}

export type SourceChoice =
  | { readonly kind: "local" }
  | { readonly kind: "aws"; readonly profile?: string; readonly region?: string };

export const usage = `npm run analyze -- PHOTO… [options]
  reads faces on photos (JPEG, PNG) and tells their score; PHOTO is a file, a folder or a pattern such as "a/**/*.jpg"

  --all                  every attribute of a face; with several photos also what was read on each
  --labels               things on the photo, with boxes
    --min-confidence N     only those that are at least so sure, 0–100 (55)
    --max-labels N         at most so many, the surest (1000)
  --no-moderation        do not ask for unsafe content
  --annotate OUT         write the photo with boxes: OUT.html (one page for all photos), or OUT.jpg, OUT.png
  --json                 one line of JSON for each photo, in Rekognition's own shapes
  --csv                  one row for each photo
  --language L           ja, en or zh-Hant (from LANG, else en)
  --source local         read here, without an account or network (default)
  --source aws           Amazon Rekognition, see docs/aws-account.md
    --profile P            of ~/.aws/config
    --region R             such as ap-northeast-1
  --workers N            photos read at the same time, 1–16 (one per processor, at most 4)

Ends with 0: every photo has a face, 1: one has none, 2: wrong options, 3: a photo cannot be read,
4: the reading itself failed. Of several photos the highest counts. For clean output: npm run -s analyze -- …`;

/** Throws a `UsageError`. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options | "help" {
  const { values, positionals: places } = parse(args);
  if (values.help) return "help";
  if (places.length === 0) throw new UsageError("Which photo? Name a file, a folder or a pattern.");
  if (values.json && values.csv) throw new UsageError("Choose one of --json and --csv.");
  const labels = labelsOf(values);
  const workers = values.workers === undefined ? undefined : wholeNumber("--workers", values.workers, 1, 16);
  return {
    places,
    source: sourceOf(values),
    moderation: !values["no-moderation"],
    form: values.json ? "json" : values.csv ? "csv" : "text",
    all: values.all,
    language: languageOf(values.language, env),
    ...(labels && { labels }),
    ...(workers !== undefined && { workers }),
    ...(values.annotate !== undefined && { annotate: annotationOf(values.annotate) }),
  };
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: "boolean", default: false },
      labels: { type: "boolean", default: false },
      "min-confidence": { type: "string" },
      "max-labels": { type: "string" },
      "no-moderation": { type: "boolean", default: false },
      annotate: { type: "string" },
      json: { type: "boolean", default: false },
      csv: { type: "boolean", default: false },
      language: { type: "string" },
      source: { type: "string", default: "local" },
      profile: { type: "string" },
      region: { type: "string" },
      workers: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
}

type Values = ReturnType<typeof parse>["values"];

function labelsOf(values: Values): LabelRules | undefined {
  const { "min-confidence": least, "max-labels": most } = values;
  if (!values.labels) {
    if (least === undefined && most === undefined) return undefined;
    throw new UsageError("--min-confidence and --max-labels go with --labels.");
  }
  return {
    minConfidence: least === undefined ? 55 : between("--min-confidence", least, 0, 100),
    most: most === undefined ? 1000 : wholeNumber("--max-labels", most, 1, 1000),
  };
}

function sourceOf({ source, profile, region }: Values): SourceChoice {
  if (source === "aws") {
    return {
      kind: "aws",
      ...(profile !== undefined && { profile }),
      ...(region !== undefined && { region }),
    };
  }
  if (source !== "local") throw new UsageError(`--source is local or aws, not ${source}.`);
  if (profile !== undefined || region !== undefined) {
    throw new UsageError("--profile and --region go with --source aws.");
  }
  return { kind: "local" };
}

function annotationOf(path: string): string {
  if (/\.(html?|jpe?g|png)$/i.test(path)) return path;
  throw new UsageError(`--annotate writes .html, .jpg or .png, not ${path}.`);
}

function between(name: string, text: string, least: number, most: number): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new UsageError(`${name} is a number from ${least} to ${most}, not ${text}.`);
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = between(name, text, least, most);
  if (Number.isInteger(value)) return value;
  throw new UsageError(`${name} is a whole number, not ${text}.`);
}

/** Terminals say `ja_JP.UTF-8` or `zh_TW.UTF-8`; what is neither is told in English. */
function languageOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  if (asked !== undefined) {
    const language = languages.find((each) => each.toLowerCase() === asked.toLowerCase());
    if (language === undefined) throw new UsageError(`--language is ${languages.join(", ")}, not ${asked}.`);
    return language;
  }
  // The first that is set counts, as everywhere on such systems.
  const locale = (env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "").toLowerCase();
  if (locale.startsWith("ja")) return "ja";
  return locale.startsWith("zh") ? "zh-Hant" : "en";
}
