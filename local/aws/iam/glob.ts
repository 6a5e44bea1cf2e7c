/** Turns an IAM pattern (`*` any characters, `?` one) into a test; every other character stands for itself. */
export function glob(pattern: string, flags: "" | "i" = ""): (value: string) => boolean {
  if (pattern === "*") return () => true;
  if (!/[*?]/.test(pattern) && flags === "") return (value) => value === pattern;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const expression = new RegExp(`^${source}$`, `s${flags}`);
  return (value) => expression.test(value);
}
