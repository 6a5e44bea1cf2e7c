export interface ContactPart {
  readonly text: string;
  /** Missing: words only. */
  readonly href?: string;
}

const reachable =
  /(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<web>https:\/\/[^\s<>"'、。）)]+)|(?<phone>\+?\d[\d ()-]{7,}\d)/gu;

/** What a host wrote about who answers questions, with addresses and numbers that can be tapped. */
export function contactParts(contact: string): readonly ContactPart[] {
  const parts: ContactPart[] = [];
  let end = 0;
  for (const { 0: found, index, groups } of contact.matchAll(reachable)) {
    if (index > end) parts.push({ text: contact.slice(end, index) });
    parts.push({ text: found, href: hrefOf(found, groups ?? {}) });
    end = index + found.length;
  }
  return end < contact.length ? [...parts, { text: contact.slice(end) }] : parts;
}

function hrefOf(found: string, { mail, web }: Readonly<Record<string, string | undefined>>): string {
  if (mail !== undefined) return `mailto:${mail}`;
  return web ?? `tel:${found.replaceAll(/[^\d+]/g, "")}`;
}
