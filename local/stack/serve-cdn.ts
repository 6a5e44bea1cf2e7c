import type { CloudFront } from "../aws/cloudfront/create-cloud-front.ts";
import type { Identities } from "../aws/iam/identities.ts";
import { ACCOUNT_ID } from "../aws/service.ts";
import { record } from "../cloudformation/assembly.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { list, object, text } from "./template-values.ts";

/** Every distribution of the templates in front of its bucket, as far as the bucket's policy lets it; answers their ends. */
export async function serveCdn(
  deployment: Deployment,
  { cloudFront, identities }: { readonly cloudFront: CloudFront; readonly identities: Identities },
  port: number,
): Promise<(() => Promise<void>)[]> {
  const closers: (() => Promise<void>)[] = [];
  for (const { identity, properties } of deployment.all("AWS::CloudFront::Distribution")) {
    const [origin] = list(object(properties, "DistributionConfig"), "Origins").map(record);
    if (origin === undefined) throw new Error(`${identity.ref} has no origin`);
    const reader = identities.outsider("cloudfront.amazonaws.com", {
      "AWS:SourceArn": `arn:aws:cloudfront::${ACCOUNT_ID}:distribution/${identity.ref}`,
    });
    const distribution = cloudFront.createDistribution({
      id: identity.ref,
      // `BUCKET.s3.REGION.amazonaws.com`
      bucket: text(origin, "DomainName").replace(/\.s3\..*$/, ""),
      originPath: text(origin, "OriginPath"),
      admit: (bucket, key) => reader.authorize("s3:GetObject", `arn:aws:s3:::${bucket}/${key}`),
    });
    await distribution.listen(port);
    closers.push(() => distribution.close());
  }
  return closers;
}
