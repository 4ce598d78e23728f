import { anAccountInput, codesAndFields, createAccount } from "../support/accounts.js";
import { changeMethod, someUps } from "../support/methods.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = (await createAccount(service)).carrierAccount.id;
});
afterAll(() => service.close());

type Attempt = (value: unknown) => Promise<{ userErrors: { code: string; field: string[] | null }[] }>;

const account =
  (part: string): Attempt =>
  (value) =>
    createAccount(service, { [part]: value });
const method: Attempt = (packageType) =>
  changeMethod(service, "createShippingMethod", { name: "UPS", ups: someUps(accountId, { packageType }) });

/** What the guide marks as required, where it is given here. */
const required: [string, string, Attempt][] = [
  ["UPS Account Number", "input.accountNumber", account("accountNumber")],
  ["UPS Client ID", "input.clientId", account("clientId")],
  ["UPS Client Secret", "input.clientSecret", account("clientSecret")],
  ["UPS Package Type", "input.ups.packageType", method],
];

it.each(required)("says once, and where, that %s is missing", async (_, path, attempt) => {
  for (const nothing of [undefined, null, "", "  "]) {
    expect(codesAndFields(await attempt(nothing))).toEqual([["REQUIRED", path]]);
  }
});

it("requires nothing of the rest: an account and a method are made of these and the default answers", async () => {
  expect((await createAccount(service, anAccountInput())).userErrors).toEqual([]);
  const { userErrors } = await changeMethod(service, "createShippingMethod", {
    name: "UPS",
    ups: someUps(accountId, { service: null }),
  });
  expect(userErrors).toEqual([]);
});
