// @ts-check
// aws-amplify derives Cognito's host from the region and has no other; here its calls go to the stand-in. What they
// carry stays as it is.

const cognitoHost = /^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com\//;
const fetchBefore = window.fetch.bind(window);
window.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (!cognitoHost.test(address)) return fetchBefore(input, init);
  const local = address.replace(cognitoHost, `${pageSettings.awsOrigin}/`);
  return fetchBefore(input instanceof Request ? new Request(local, input) : local, init);
};
