import { Duration, type Stack } from "aws-cdk-lib";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { IBucket } from "aws-cdk-lib/aws-s3";

/** Shows `public/` of the bucket under unguessable names, for a minute at most after a photo was hidden. */
export function createCdn(stack: Stack, bucket: IBucket): Distribution {
  return new Distribution(stack, "PhotoCdn", {
    comment: "Display copies of shown photos",
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_200,
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originPath: "/public" }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: new CachePolicy(stack, "PhotoCachePolicy", {
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(60),
        maxTtl: Duration.seconds(60),
      }),
      responseHeadersPolicy: ResponseHeadersPolicy.CORS_ALLOW_ALL_ORIGINS,
    },
  });
}
