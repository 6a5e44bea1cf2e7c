import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { needsLiff } from "./liff/needs-liff.ts";

/** LIFF reads and changes the address, so it runs before the router looks at it; the board never loads it. */
async function prepare(): Promise<void> {
  if (!needsLiff(new URL(location.href))) return;
  const { startLiff } = await import("./app/start-liff.ts");
  await startLiff();
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html holds no #root");
await prepare();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
