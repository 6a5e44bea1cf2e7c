import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/local/",
  plugins: [react()],
  build: {
    outDir: "../../dist/local",
    emptyOutDir: true,
    target: "es2023",
    // Fonts stay files: only the ones a page really uses are fetched.
    assetsInlineLimit: 2048,
    reportCompressedSize: false,
  },
});
