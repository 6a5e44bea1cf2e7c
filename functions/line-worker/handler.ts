import type { SQSHandler } from "aws-lambda";
import { rememberConnection } from "../shared/remember-connection.ts";
import { connect } from "./connect.ts";
import { readWorkerEnvironment } from "./environment.ts";
import { parseQueueMessage } from "./parse-queue-message.ts";
import { routeMessage } from "./route-message.ts";
import { workOff } from "./work-off.ts";

const connected = rememberConnection(readWorkerEnvironment, connect);

export const handler: SQSHandler = (event) => {
  const { ports, aftermath } = connected(process.env);
  return workOff(event.Records, (body) => routeMessage(ports, parseQueueMessage(body)), aftermath);
};
