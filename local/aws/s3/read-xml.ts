/** An element of a request: attributes, comments and mixed content are not used there. */
export class XmlElement {
  readonly name: string;
  readonly children: XmlElement[] = [];
  text = "";

  constructor(name: string) {
    this.name = name;
  }

  all(name: string): readonly XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  first(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  /** The text of a child; `undefined` without such a child. */
  textOf(name: string): string | undefined {
    return this.first(name)?.text;
  }
}

const TOKEN = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.-]*)(?:\s[^<>]*?)?(\/?)>|[^<]+/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The root of a small document; `undefined` if it is not well-formed. Knows no document types, so no entity bombs. */
export function readXml(source: string): XmlElement | undefined {
  const document = new XmlElement("");
  const open = [document];
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source);
    const parent = open.at(-1);
    if (token === null || parent === undefined) return undefined;
    at = TOKEN.lastIndex;
    const [whole, isEnd, name, isEmpty] = token;
    if (name === undefined) {
      const text = whole.startsWith("<") ? "" : unescape(whole);
      if (text === undefined) return undefined;
      parent.text += text;
    } else if (isEnd) {
      if (open.pop()?.name !== name) return undefined;
    } else {
      const child = new XmlElement(name);
      parent.children.push(child);
      if (!isEmpty) open.push(child);
    }
  }
  const isWhole = open.length === 1 && document.children.length === 1 && document.text.trim() === "";
  return isWhole ? document.children[0] : undefined;
}

function unescape(text: string): string | undefined {
  let isValid = true;
  const plain = text.replace(/&([^;]*;)?/g, (_, entity: string | undefined) => {
    const value = entity === undefined ? undefined : character(entity.slice(0, -1));
    isValid &&= value !== undefined;
    return value ?? "";
  });
  return isValid ? plain : undefined;
}

function character(entity: string): string | undefined {
  const number = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(entity);
  if (number === null) return ENTITIES[entity];
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}
