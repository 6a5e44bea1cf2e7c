import { defineFunction, secret } from "@aws-amplify/backend";

export const hostWatch = defineFunction({
  name: "host-watch",
  entry: "./handler.ts",
  runtime: 22,
  memoryMB: 256,
  // AppSync waits half a minute.
  timeoutSeconds: 28,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
  environment: { LINE_CHANNEL_ACCESS_TOKEN: secret("LINE_CHANNEL_ACCESS_TOKEN") },
});
