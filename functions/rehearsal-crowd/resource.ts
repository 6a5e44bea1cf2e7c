import { defineFunction, secret } from "@aws-amplify/backend";

export const rehearsalCrowd = defineFunction({
  name: "rehearsal-crowd",
  entry: "./handler.ts",
  runtime: 22,
  // With it comes a whole processor, which draws.
  memoryMB: 1769,
  timeoutSeconds: 60,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
  environment: {
    LINE_CHANNEL_SECRET: secret("LINE_CHANNEL_SECRET"),
  },
});
