import { readAssembly } from "../local/cloudformation/assembly.ts";
import { checkTemplates } from "../local/synth/check-templates.ts";
import { synthesise } from "../local/synth/synthesise.ts";

const { directory, output } = await synthesise(process.cwd(), { force: true });
const findings = checkTemplates(directory, readAssembly(directory), output, Date.now() / 1000);
for (const finding of findings) console.error(`✗ ${finding}`);
if (findings.length > 0) process.exitCode = 1;
else console.log(`✓ synthesised into ${directory}: no cycle, no VTL, API key for a year, no wildcard right`);
