import {
  DeleteParameterCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { expect, it } from "vitest";
import { createParameters } from "../../local/aws/ssm/parameters.ts";
import { openGateway } from "./open-gateway.ts";

async function start() {
  const parameters = createParameters({ clock: () => 1_700_000_000_000 });
  const opened = await openGateway({ jsonServices: [parameters] });
  return { parameters, opened, ssm: new SSMClient(opened.asAdministrator) };
}

it("gives a parameter with its type, version, time and ARN", async () => {
  const { parameters, ssm } = await start();
  parameters.put("/egao/api", "http://first", "String");
  parameters.put("/egao/api", "http://second", "String");
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "/egao/api" }));
  expect(Parameter).toEqual({
    Name: "/egao/api",
    Type: "String",
    Value: "http://second",
    Version: 2,
    LastModifiedDate: new Date(1_700_000_000_000),
    ARN: "arn:aws:ssm:ap-northeast-1:123456789012:parameter/egao/api",
    DataType: "text",
  });
});

it("shows a secret only to who asks for decryption", async () => {
  const { parameters, ssm } = await start();
  parameters.put("/egao/secret", "s3cret", "SecureString");
  const hidden = await ssm.send(new GetParameterCommand({ Name: "/egao/secret" }));
  expect(hidden.Parameter?.Value).toBeTruthy();
  expect(hidden.Parameter?.Value).not.toContain("s3cret");
  const open = await ssm.send(new GetParametersCommand({ Names: ["/egao/secret"], WithDecryption: true }));
  expect(open.Parameters?.map(({ Value }) => Value)).toEqual(["s3cret"]);
});

it("lists names that do not exist", async () => {
  const { parameters, ssm } = await start();
  parameters.put("/a", "1", "String");
  const answer = await ssm.send(new GetParametersCommand({ Names: ["/a", "/b", "/c"] }));
  expect(answer.Parameters?.map(({ Name }) => Name)).toEqual(["/a"]);
  expect(answer.InvalidParameters).toEqual(["/b", "/c"]);
  await expect(ssm.send(new GetParameterCommand({ Name: "/b" }))).rejects.toMatchObject({
    name: "ParameterNotFound",
  });
});

it("pages through a path, with or without the folders below", async () => {
  const { parameters, ssm } = await start();
  for (let index = 0; index < 12; index += 1) parameters.put(`/app/p${index}`, String(index), "String");
  parameters.put("/app/deep/er", "x", "String");
  parameters.put("/application", "x", "String");
  const first = await ssm.send(new GetParametersByPathCommand({ Path: "/app" }));
  expect(first.Parameters).toHaveLength(10);
  const second = await ssm.send(new GetParametersByPathCommand({ Path: "/app", NextToken: first.NextToken }));
  expect(second.Parameters).toHaveLength(2);
  expect(second.NextToken).toBeUndefined();
  const deep = await ssm.send(new GetParametersByPathCommand({ Path: "/app/deep/" }));
  expect(deep.Parameters?.map(({ Name }) => Name)).toEqual(["/app/deep/er"]);
  const all = await ssm.send(
    new GetParametersByPathCommand({ Path: "/app", Recursive: true, NextToken: "10" }),
  );
  expect(all.Parameters).toHaveLength(3);
});

it("puts and deletes", async () => {
  const { ssm } = await start();
  const put = (Value: string, Overwrite: boolean) =>
    ssm.send(new PutParameterCommand({ Name: "/new", Value, Type: "String", Overwrite }));
  expect((await put("1", false)).Version).toBe(1);
  await expect(put("2", false)).rejects.toMatchObject({ name: "ParameterAlreadyExists" });
  expect((await put("2", true)).Version).toBe(2);
  await ssm.send(new DeleteParameterCommand({ Name: "/new" }));
  await expect(ssm.send(new DeleteParameterCommand({ Name: "/new" }))).rejects.toMatchObject({
    name: "ParameterNotFound",
  });
});

it("refuses what the caller's policy does not allow, by name, and what it does not know", async () => {
  const { parameters, opened, ssm } = await start();
  parameters.put("/open", "1", "String");
  parameters.put("/closed", "1", "String");
  const role = new SSMClient(
    opened.asRole("reader", {
      Effect: "Allow",
      Action: "ssm:GetParameter",
      Resource: "arn:aws:ssm:ap-northeast-1:123456789012:parameter/open",
    }),
  );
  expect((await role.send(new GetParameterCommand({ Name: "/open" }))).Parameter?.Value).toBe("1");
  await expect(role.send(new GetParameterCommand({ Name: "/closed" }))).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining(
      "assumed-role/reader/test is not authorized to perform: ssm:GetParameter on resource: " +
        "arn:aws:ssm:ap-northeast-1:123456789012:parameter/closed",
    ),
  });
  await expect(role.send(new GetParametersCommand({ Names: ["/open"] }))).rejects.toMatchObject({
    name: "AccessDeniedException",
  });
  await expect(ssm.send(new DescribeParametersCommand({}))).rejects.toMatchObject({
    name: "UnknownOperationException",
    message: "SSM operation DescribeParameters is not available locally",
  });
});
