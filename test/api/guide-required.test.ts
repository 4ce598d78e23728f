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
  ["UPS Client ID", "input.ups.clientId", account("clientId")],
  ["UPS Client Secret", "input.ups.clientSecret", account("clientSecret")],
  ["UPS Package Type", "input.ups.packageType", method],
];

it.each(required)("says once, and where, that %s is blank, and takes no input without it", async (_, path, attempt) => {
  const field = path.split(".").at(-1);
  for (const nothing of [undefined, null])
    await expect(attempt(nothing)).rejects.toThrow(new RegExp(`"(input.*[.])?${field}"`));
  for (const blank of ["", "  "]) expect(codesAndFields(await attempt(blank))).toEqual([["REQUIRED", path]]);
});

it("requires nothing of the rest: an account and a method are made of these and the default answers", async () => {
  expect((await createAccount(service, anAccountInput())).userErrors).toEqual([]);
  const { userErrors } = await changeMethod(service, "createShippingMethod", {
    name: "UPS",
    ups: someUps(accountId, { service: null }),
  });
  expect(userErrors).toEqual([]);
});
