/** What a person reads in a message of the bot: its text, or every text of its card from top to bottom. */
export function cardText(message: Readonly<Record<string, unknown>>): string {
  const { type, text, contents } = message;
  if (type === "text" && typeof text === "string") return text;
  return textsIn(contents).join("\n");
}

function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== "object" || part === null) return [];
  const component: Readonly<Record<string, unknown>> = { ...part };
  if (component["type"] === "text" && typeof component["text"] === "string") return [component["text"]];
  if (component["type"] === "text") return [textsIn(component["contents"]).join("")];
  if (component["type"] === "span" && typeof component["text"] === "string") return [component["text"]];
  // The order in which a bubble is drawn.
  return ["header", "hero", "body", "footer", "contents"].flatMap((name) => textsIn(component[name]));
}
