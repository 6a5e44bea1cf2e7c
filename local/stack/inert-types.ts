/**
 * Resource types of the templates that mean nothing on one machine, each with the reason. Any other type that no
 * stand-in takes stops the start: what is declared either runs here or is named here.
 */
export const inertTypes: ReadonlyMap<string, string> = new Map([
  ["AWS::CloudFormation::Stack", "read as a nested template"],
  ["AWS::Lambda::LayerVersion", "layers of the CDK's own deployment providers"],
  ["AWS::StepFunctions::StateMachine", "Amplify's table manager; tables are made directly"],
  ["AWS::Cognito::IdentityPool", "no product part uses its credentials; guests of it are switched off"],
  ["AWS::Cognito::IdentityPoolRoleAttachment", "see the identity pool"],
  ["AWS::CloudFront::CachePolicy", "the CDN stand-in honours max-age"],
  ["AWS::CloudFront::OriginAccessControl", "the CDN stand-in reads the bucket as its origin"],
  ["Custom::S3AutoDeleteObjects", "acts when a stack is deleted"],
  ["Custom::CDKBucketDeployment", "uploads Amplify's introspection files, which nothing reads here"],
  ["Custom::LogRetention", "logs go to the terminal"],
  ["AWS::Logs::LogGroup", "logs go to the terminal"],
]);

/** Types that local/stack brings up. */
export const runningTypes: ReadonlySet<string> = new Set([
  "AWS::IAM::Role",
  "AWS::IAM::Policy",
  "AWS::S3::BucketPolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::Lambda::Permission",
  "AWS::Lambda::Function",
  "AWS::Lambda::Url",
  "AWS::Lambda::EventSourceMapping",
  "AWS::Scheduler::Schedule",
  "AWS::SQS::Queue",
  "AWS::CloudWatch::Alarm",
  "AWS::S3::Bucket",
  "AWS::Cognito::UserPool",
  "AWS::Cognito::UserPoolClient",
  "AWS::Cognito::UserPoolGroup",
  "AWS::AppSync::GraphQLApi",
  "AWS::AppSync::GraphQLSchema",
  "AWS::AppSync::ApiKey",
  "AWS::AppSync::DataSource",
  "AWS::AppSync::FunctionConfiguration",
  "AWS::AppSync::Resolver",
  "AWS::SSM::Parameter",
  "AWS::CloudFront::Distribution",
  "Custom::AmplifyDynamoDBTable",
]);

export function checkTypes(types: ReadonlySet<string>): void {
  const unknown = [...types].filter((type) => !runningTypes.has(type) && !inertTypes.has(type));
  if (unknown.length > 0) {
    throw new Error(
      `no stand-in for ${unknown.join(", ")}: add one in local/aws, or a reason in inert-types.ts`,
    );
  }
}
