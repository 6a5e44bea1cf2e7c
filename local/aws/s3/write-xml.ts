export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

/** A whole document; a list becomes as many elements of its name, `undefined` none. */
export function writeXml(
  root: string,
  content: { readonly [name: string]: XmlValue },
  namespace?: string,
): string {
  const attribute = namespace === undefined ? "" : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${inner(content)}</${root}>`;
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map((one: XmlValue) => element(name, one)).join("");
  return `<${name}>${inner(value)}</${name}>`;
}

function inner(value: XmlValue): string {
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, one]) => element(name, one))
      .join("");
  }
  return escape(String(value));
}

function escape(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
