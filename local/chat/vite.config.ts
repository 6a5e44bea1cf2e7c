import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/chat/",
  plugins: [react()],
  build: {
    outDir: "../../dist/chat",
    emptyOutDir: true,
    target: "es2023",
    // Fonts stay files: only the ones a page really uses are fetched.
    assetsInlineLimit: 2048,
    reportCompressedSize: false,
  },
});
