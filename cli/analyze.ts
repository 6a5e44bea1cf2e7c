import { analyze } from "./analyze/analyze.ts";

// Node 20 is what this project asks for; the vendor's reminder of newer ones is for its developers.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

// Whoever reads the result may have enough of it before the end, as `head` does.
process.stdout.on("error", () => process.exit());

process.exitCode = await analyze(process.argv.slice(2), {
  env: process.env,
  // npm runs this in the clone; the person means the folder they are in.
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY && { draw: (text: string) => void process.stderr.write(text) }),
});
