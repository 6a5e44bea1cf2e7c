type Detail = string | number | boolean | undefined;
type Told = Readonly<Record<string, Detail>> & { readonly code: string };

/** What the functions tell, by their codes; a code without words of its own is shown as it is. */
const sentences: Readonly<Record<string, (told: Told) => string>> = {
  "photo-received": () => "received",
  "photo-stored": ({ faces, score, state, reason }) =>
    `read: ${facesInWords(faces)}, ${points(score)} → ${String(state)}${because(reason)}`,
  "photo-published": () => "on the boards",
  "photo-withdrawn": () => "taken back by its guest",
  "photo-gone": () => "LINE has it no more",
  "photo-not-admitted": ({ reason }) => `not let in: ${String(reason)}`,
  "guest-told": ({ answer, afterMs, by }) =>
    `${tellings[String(answer)] ?? `told: ${String(answer)}`}${by === "push" ? " as a push" : ""}, ${seconds(afterMs)} after LINE got it`,
  "reply-expired": ({ answer }) => `${thing(answer)} came too late: the reply token was used or is over`,
  "reply-refused": ({ answer, status }) => `LINE refused ${thing(answer)} with ${String(status)}`,
  "reply-unknown": (told) => `nobody knows whether ${thing(told["answer"])} arrived${fault(told)}`,
  "push-stopped": ({ answer }) => `${thing(answer)} was not pushed: no message of the month is left for it`,
  "push-refused": ({ answer, status }) => `LINE refused to push ${thing(answer)}, with ${String(status)}`,
  "push-unknown": (told) => `nobody knows whether the push of ${thing(told["answer"])} arrived${fault(told)}`,
  "line-quota": (told) =>
    `${Number(told["line-quota"]).toFixed(1)} % of LINE's messages of the month are used`,
  "message-failed": (told) => `failed at try ${String(told["tries"])}, comes again${fault(told)}`,
  "retry-not-hastened": (told) => `comes again later than it should${fault(told)}`,
  "loading-not-shown": (told) => `the moving dots were not shown${fault(told)}`,
  "earlier-result-not-taken": (told) => `an earlier result waits on${fault(told)}`,
  "moderation-not-checked": ({ cause }) => `unwanted content was not looked for: ${String(cause)}`,
  "labels-not-checked": ({ cause }) => `labels were not read: ${String(cause)}`,
  "text-not-checked": ({ cause }) => `text was not read: ${String(cause)}`,
  "recompute-later": (told) => `the new rules are worked in a little later${fault(told)}`,
  "host-action-failed": (told) => `what a host ordered could not be done${fault(told)}`,
  "event-ignored": () => "an event of LINE that is none of our business",
  "webhook-failed": (told) => `the webhook failed, LINE delivers again${fault(told)}`,
  "session-failed": (told) => `a session could not be started${fault(told)}`,
};

export function inWords(told: Told): string {
  return sentences[told.code]?.(told) ?? asItIs(told);
}

function facesInWords(faces: Detail): string {
  if (faces === 0) return "no face";
  return faces === 1 ? "1 face" : `${String(faces)} faces`;
}

const points = (score: Detail): string => `${Number(score).toFixed(1)} pt`;
const seconds = (ms: Detail): string => `${(Number(ms) / 1_000).toFixed(1)} s`;
const because = (reason: Detail): string => (reason === undefined ? "" : ` (${String(reason)})`);
const fault = (told: Told): string => `: ${String(told["fault"])} (${String(told["cause"])})`;

/** How a guest was told, by the kind of the answer. */
const tellings: Readonly<Record<string, string>> = {
  score: "card sent",
  set: "card sent with the others of its set",
  waiting: "told that it waits for the host",
  refused: "told why it does not count",
  received: "told that it was received",
  greeting: "greeted",
  help: "helped",
};
const thing = (answer: Detail): string => (answer === "score" ? "the card" : "the answer");

function asItIs({ code, level: _level, photo: _photo, _aws: _metrics, ...details }: Told): string {
  const rest = Object.entries(details).map(([name, value]) => `${name}=${String(value)}`);
  return [code, ...rest].join(" ");
}
