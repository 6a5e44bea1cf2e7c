import { defineFunction, secret } from "@aws-amplify/backend";

export const lineWebhook = defineFunction({
  name: "line-webhook",
  entry: "./handler.ts",
  runtime: 22,
  memoryMB: 256,
  timeoutSeconds: 5,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
  environment: {
    LINE_CHANNEL_SECRET: secret("LINE_CHANNEL_SECRET"),
  },
});
