type Details = Readonly<Record<string, string | number | boolean>>;

/** One line of JSON each. Names and counts only: no text of a message, no user id, no token. */
export const log = {
  info: (code: string, details: Details = {}): void => write("info", code, details),
  warn: (code: string, details: Details = {}): void => write("warn", code, details),
  error: (code: string, details: Details = {}): void => write("error", code, details),
};

function write(level: "info" | "warn" | "error", code: string, details: Details): void {
  process.stdout.write(`${JSON.stringify({ level, code, ...details })}\n`);
}
