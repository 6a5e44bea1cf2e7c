import { defineFunction } from "@aws-amplify/backend";

export const eventKeeper = defineFunction({
  name: "event-keeper",
  entry: "./handler.ts",
  runtime: 22,
  memoryMB: 256,
  timeoutSeconds: 60,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
  schedule: "every 1h",
});
