import { liff } from "@line/liff/core";
import GetDecodedIDToken from "@line/liff/get-decoded-id-token";
import GetIDToken from "@line/liff/get-id-token";
import IsApiAvailable from "@line/liff/is-api-available";
import IsInClient from "@line/liff/is-in-client";
import IsLoggedIn from "@line/liff/is-logged-in";
import Login from "@line/liff/login";
import Logout from "@line/liff/logout";
import OpenWindow from "@line/liff/open-window";
import ShareTargetPicker from "@line/liff/share-target-picker";

// The core with what the pages use: 7 kB less than the whole SDK, and no extension script from LINE's hosts.
liff.use(new IsApiAvailable());
liff.use(new IsInClient());
liff.use(new IsLoggedIn());
liff.use(new Login());
liff.use(new Logout());
liff.use(new GetIDToken());
liff.use(new GetDecodedIDToken());
liff.use(new OpenWindow());
liff.use(new ShareTargetPicker());

export { liff };
