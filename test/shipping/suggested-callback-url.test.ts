import { suggestedCallbackUrl } from "../../src/shipping/account/setup/suggested-callback-url.js";
import { upsAccountRules } from "../../src/ups/account/accounts.js";

it.each([
  [null, null],
  ["https://shipping.example", "https://shipping.example"],
  ["https://shipping.example:8443/base", "https://shipping.example:8443"],
  ["http://shipping.example", null],
  ["https://www.shipping.example", null],
])("suggests for the public address %s: %s", (publicUrl, suggested) => {
  expect(suggestedCallbackUrl(upsAccountRules, publicUrl)).toBe(suggested);
});
