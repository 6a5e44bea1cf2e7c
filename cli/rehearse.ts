import { rehearse } from "./rehearse/rehearse.ts";

const { stdout, stderr } = process;
/** The line that is written over and over; where nobody sees that, nothing. */
let isLineOpen = false;
const endLine = (): void => {
  if (isLineOpen) stderr.write("\n");
  isLineOpen = false;
};

process.exitCode = await rehearse(process.argv.slice(2), {
  print: (line) => {
    endLine();
    stdout.write(`${line}\n`);
  },
  complain: (line) => {
    endLine();
    stderr.write(`${line}\n`);
  },
  progress: (line) => {
    if (!stderr.isTTY) return;
    stderr.write(`\r\u001B[K${line}`);
    isLineOpen = true;
  },
});
