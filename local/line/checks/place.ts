import type { ErrorDetail } from "../wire/line-error.ts";

/** Where in a request a check stands. LINE names members of a request `messages[0].text`, those of a Flex container `/body/contents/0/text`. */
export class Place {
  readonly path: string;
  readonly #style: "dotted" | "pointer";
  readonly #issues: ErrorDetail[];

  private constructor(path: string, style: "dotted" | "pointer", issues: ErrorDetail[]) {
    this.path = path;
    this.#style = style;
    this.#issues = issues;
  }

  static request(issues: ErrorDetail[]): Place {
    return new Place("", "dotted", issues);
  }

  static flex(issues: ErrorDetail[]): Place {
    return new Place("", "pointer", issues);
  }

  child(key: string | number): Place {
    return new Place(this.#step(key), this.#style, this.#issues);
  }

  #step(key: string | number): string {
    if (this.#style === "pointer") return `${this.path}/${key}`;
    if (typeof key === "number") return `${this.path}[${key}]`;
    return this.path === "" ? key : `${this.path}.${key}`;
  }

  fail(message: string): void {
    const root = this.#style === "pointer" ? "/" : "";
    this.#issues.push({ message, property: this.path === "" ? root : this.path });
  }

  /** LINE's words for the two kinds of places differ. */
  get inFlex(): boolean {
    return this.#style === "pointer";
  }
}
