import { type Language, toLanguage } from "#domain/language";
import { flag, isRecord, number, optional, record, text } from "./parse.ts";

/** What guests may know of an event before they take part. */
export interface PrivacyNotice {
  readonly title: string;
  readonly language: Language;
  /** Who answers questions; empty while no host said so. */
  readonly contact: string;
  /** Milliseconds since the epoch: everything of the event is deleted then. */
  readonly retentionEndsAt: number;
  readonly keepsAgeAndGender: boolean;
  /** Every photo waits for a host. */
  readonly isReviewed: boolean;
  /** AWS's name of the region where photos are read and kept. */
  readonly region: string;
}

const query = `query PrivacyNotice($joinCode: String!) {
  privacyNotice(joinCode: $joinCode) { title language contact retentionEndsAt keepsAgeAndGender policy }
}`;

/**
 * E7: null for a code that is none. Rejects when the backend cannot be reached or refuses. One request with the public
 * key: the page reads a few words and does without Amplify, which weighs more than all the rest of it.
 */
export async function readPrivacyNotice(joinCode: string): Promise<PrivacyNotice | null> {
  const outputs = record(await json(fetch("/amplify_outputs.json", { cache: "no-store" })), "outputs");
  const api = record(outputs["data"], "data");
  const answer = await json(
    fetch(text(api, "url"), {
      method: "POST",
      headers: { "Content-Type": "application/json", "x-api-key": text(api, "api_key") },
      body: JSON.stringify({ query, variables: { joinCode } }),
    }),
  );
  const { errors, data } = record(answer, "answer");
  if (errors !== undefined && errors !== null) throw new Error("the API refused the privacy notice");
  const notice = record(data, "data")["privacyNotice"];
  return isRecord(notice) ? parse(notice, text(api, "aws_region")) : null;
}

function parse(source: Record<string, unknown>, region: string): PrivacyNotice {
  return {
    title: text(source, "title"),
    language: toLanguage(text(source, "language")),
    contact: optional(source, "contact", text) ?? "",
    retentionEndsAt: number(source, "retentionEndsAt"),
    keepsAgeAndGender: flag(source, "keepsAgeAndGender"),
    isReviewed: text(source, "policy") === "review-first",
    region,
  };
}

async function json(asked: Promise<Response>): Promise<unknown> {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}
