import { defineConfig } from "vitest/config";

// Unit tests sit beside the code; what crosses rooms is in tests/, one project per layer.
const layer = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: Math.max(testTimeout, 60_000) },
});

export default defineConfig({
  test: {
    projects: [
      layer("unit", ["{domain,functions,amplify,src,local,cli}/**/*.test.{ts,tsx}"], 15_000),
      layer("contract", ["tests/contract/**/*.test.ts"], 30_000),
      layer("journeys", ["tests/journeys/**/*.test.ts"], 60_000),
      layer("e2e", ["tests/e2e/**/*.test.ts"], 120_000),
    ],
  },
});
