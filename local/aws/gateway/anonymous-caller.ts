import { AwsError, type Caller } from "../service.ts";

/** Nobody in particular: has no rights at all. */
export const anonymousCaller: Caller = {
  arn: "anonymous",
  authorize(action, resource) {
    const message = `User: anonymous is not authorized to perform: ${action} on resource: ${resource}`;
    throw new AwsError("AccessDeniedException", message, 403);
  },
};
