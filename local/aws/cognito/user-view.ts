import type { Group, User } from "./pool-state.ts";

/** Seconds since the epoch, as AWS JSON writes times. */
export const wireTime = (timeMs: number): number => timeMs / 1000;

export function attributeList(user: User): { Name: string; Value: string }[] {
  return Object.entries(user.attributes).map(([Name, Value]) => ({ Name, Value }));
}

/** Cognito's UserType. */
export function userView(user: User) {
  return {
    Username: user.username,
    Attributes: attributeList(user),
    UserCreateDate: wireTime(user.createdAt),
    UserLastModifiedDate: wireTime(user.modifiedAt),
    Enabled: user.enabled,
    UserStatus: user.status,
  };
}

/** Cognito's GroupType. */
export function groupView(poolId: string, group: Group) {
  return {
    GroupName: group.name,
    UserPoolId: poolId,
    ...(group.description !== undefined && { Description: group.description }),
    ...(group.roleArn !== undefined && { RoleArn: group.roleArn }),
    ...(group.precedence !== undefined && { Precedence: group.precedence }),
    LastModifiedDate: wireTime(group.modifiedAt),
    CreationDate: wireTime(group.createdAt),
  };
}
