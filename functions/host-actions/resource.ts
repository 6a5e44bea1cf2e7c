import { defineFunction } from "@aws-amplify/backend";

export const hostActions = defineFunction({
  name: "host-actions",
  entry: "./handler.ts",
  runtime: 22,
  memoryMB: 256,
  timeoutSeconds: 10,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
});
