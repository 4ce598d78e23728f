import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierAccount } from "../../src/entities/carrier-account.js";
import { activateCarrierAccount } from "../../src/shipping/account/activate-carrier-account.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import {
  allWellBut,
  changeAccount,
  clientWithoutProducts,
  codesAndFields,
  createAccount,
  everyProduct,
  readAccount,
  states,
} from "../support/accounts.js";
import { changed } from "../support/adapters.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterEach(async () => {
  await service.control.clearFaults();
  expect(await service.control.ledger()).toEqual([]);
});
afterAll(() => service.close());

const act = (name: string, carrierAccountId: string) => changeAccount(service, name, { carrierAccountId });
const newId = async (changes: Record<string, unknown> = {}): Promise<string> =>
  (await createAccount(service, changes)).carrierAccount.id;

/** What an account is, what each product then says, and the step to repeat. */
const notBound: [string, string, string][] = ["RATING", "SHIPPING", "PAPERLESS_DOCUMENTS"].map((product) => [
  product,
  "WRONG_ACCOUNT",
  "CHOOSE_ACCOUNT",
]);

const variants: [string, Record<string, unknown>, [string, string, string | null][]][] = [
  ["all is well", {}, everyProduct("OK")],
  ["the secret is wrong", { clientSecret: "wrong-secret" }, everyProduct("BAD_CREDENTIALS", "COPY_CREDENTIALS")],
  [
    "Rating is missing",
    { clientId: "app-without-rating" },
    allWellBut(["RATING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_RATING"]),
  ],
  [
    "Shipping is missing",
    { clientId: "app-without-shipping" },
    allWellBut(["SHIPPING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_SHIPPING"]),
  ],
  ["the app belongs to another account number", { clientId: "app-bound-to-A1B2C3" }, allWellBut(...notBound)],
  ["the account number does not exist", { accountNumber: "000000" }, allWellBut(...notBound)],
  [
    "two products refuse a good token",
    { clientId: "app-without-rating-without-shipping" },
    allWellBut(
      ["RATING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_RATING"],
      ["SHIPPING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_SHIPPING"],
    ),
  ],
  [
    "every product refuses a good token",
    { clientId: clientWithoutProducts },
    [["AUTHORIZATION", "OK", null], ...everyProduct("WRONG_ACCOUNT", "CHOOSE_ACCOUNT").slice(1)],
  ],
];

/** What buying takes is there, something else is not. */
const optional: [string, [string, string, string]][] = [
  ["app-without-address-validation", ["ADDRESS_VALIDATION", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_ADDRESS_VALIDATION"]],
  ["app-without-locator", ["LOCATOR", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_LOCATOR"]],
  ["app-without-paperless", ["PAPERLESS_DOCUMENTS", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_PAPERLESS_DOCUMENTS"]],
  ["app-without-tracking", ["TRACKING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_TRACKING"]],
  ["app-without-time-in-transit", ["TIME_IN_TRANSIT", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_TIME_IN_TRANSIT"]],
];

describe("validateCarrierAccount", () => {
  it.each(variants)("says what each product answers when %s", async (_, account, expected) => {
    const { carrierAccount, userErrors } = await act("validateCarrierAccount", await newId(account));
    expect(userErrors).toEqual([]);
    expect(states(carrierAccount)).toEqual(expected);
    expect(carrierAccount.status).toBe("DRAFT");
  });

  it("stands on the account afterwards, with the time, the carrier's words and the whole step", async () => {
    const id = await newId({ clientId: "app-without-rating" });
    const { carrierAccount } = await act("validateCarrierAccount", id);
    expect(await readAccount(service, id)).toEqual(carrierAccount);
    expect(carrierAccount.products[1]).toEqual({
      product: "RATING",
      state: "NOT_ADDED_OR_PENDING",
      checkedAt: expect.stringMatching(/^20\d\d-.*Z$/),
      setupStep: {
        key: "ADD_PRODUCT_RATING",
        title: "Add the product Rating",
        instruction: expect.stringContaining("Add Products"),
        url: "https://developer.ups.com/",
        isRequired: true,
        isVerifiable: true,
        state: "FAILED",
      },
      carrierMessages: [{ carrierErrorCode: "250002", severity: "ERROR", text: expect.any(String) }],
    });
  });

  it("says that the carrier is out of reach, and finds it well again later", async () => {
    const id = await newId();
    await service.control.addFault({ kind: "STATUS", operation: "TOKEN", status: 503, times: 20 });
    const down = await act("validateCarrierAccount", id);
    expect(states(down.carrierAccount)).toEqual(everyProduct("UNAVAILABLE"));
    await service.control.clearFaults();
    const up = await act("validateCarrierAccount", id);
    expect(states(up.carrierAccount)).toEqual(everyProduct("OK"));
    expect(up.carrierAccount.products.map(({ carrierMessages }: { carrierMessages: [] }) => carrierMessages)).toEqual(
      everyProduct("OK").map(() => []),
    );
  });

  it("drops what it found about credentials that were replaced meanwhile", async () => {
    const id = await newId({ clientSecret: "wrong-secret" });
    const deps = interrupted(async () => {
      await changeAccount(service, "rotateCarrierCredentials", {
        carrierAccountId: id,
        ups: { clientId: "app", clientSecret: "good" },
      });
    });
    const actor = { tenantId: service.tenantId, subject: "tester" };
    const result = await activateCarrierAccount(deps, actor, { carrierAccountId: id });
    expect(codesAndFields(result)).toEqual([["CONFLICT", "input.carrierAccountId"]]);
    expect(states(await readAccount(service, id))).toEqual(everyProduct("NOT_CHECKED"));
  });
});

describe("activateCarrierAccount", () => {
  it.each(optional)("goes ahead for %s, and shows what is missing", async (clientId, missing) => {
    const { carrierAccount, userErrors } = await act("activateCarrierAccount", await newId({ clientId }));
    expect(userErrors).toEqual([]);
    expect(carrierAccount.status).toBe("ACTIVE");
    expect(states(carrierAccount)).toEqual(allWellBut(missing));
    const again = await act("activateCarrierAccount", carrierAccount.id);
    expect(again.carrierAccount.status).toBe("ACTIVE");
  });

  it("checks an account that was never checked and makes it active", async () => {
    const { carrierAccount, userErrors } = await act("activateCarrierAccount", await newId());
    expect(userErrors).toEqual([]);
    expect(carrierAccount.status).toBe("ACTIVE");
    expect(states(carrierAccount)).toEqual(everyProduct("OK"));
  });

  it("asks the carrier nothing when the last check was good, or when the account is active", async () => {
    const id = await newId({ validate: true });
    await service.control.clearRequests();
    expect((await act("activateCarrierAccount", id)).carrierAccount.status).toBe("ACTIVE");
    expect((await act("activateCarrierAccount", id)).carrierAccount.status).toBe("ACTIVE");
    expect(await service.control.requests()).toEqual([]);
  });

  it("checks again after a bad check", async () => {
    const id = await newId();
    await service.control.addFault({ kind: "STATUS", operation: "TOKEN", status: 503, times: 20 });
    await act("validateCarrierAccount", id);
    await service.control.clearFaults();
    expect((await act("activateCarrierAccount", id)).carrierAccount.status).toBe("ACTIVE");
  });

  it.each(variants.slice(1))("refuses when %s, one error for each step to repeat", async (_, account, expected) => {
    const id = await newId(account);
    const payload = await act("activateCarrierAccount", id);
    const needed = expected.slice(0, 3);
    const bad = needed.filter(
      ([, state, step], index) => state !== "OK" && needed.findIndex((row) => row[2] === step) === index,
    );
    expect(payload.carrierAccount).toBeNull();
    expect(codesAndFields(payload)).toEqual(bad.map(() => ["ACCOUNT_NOT_READY", "input.carrierAccountId"]));
    for (const [index, [product]] of bad.entries()) {
      expect(payload.userErrors[index].message).toMatch(new RegExp(`^${product} .*Repeat the step ".+"\\.$`));
      expect(payload.userErrors[index].carrierErrorCode).toMatch(/^\d+$/);
    }
    const after = await readAccount(service, id);
    expect(after.status).toBe("DRAFT");
    expect(states(after)).toEqual(expected);
  });

  it("refuses an account of a world that the service no longer offers", async () => {
    const id = await newId();
    await inTenant(service.database, service.tenantId, (manager) =>
      manager.update(CarrierAccount, { id }, { environment: "PRODUCTION" }),
    );
    for (const name of ["validateCarrierAccount", "activateCarrierAccount"]) {
      expect(codesAndFields(await act(name, id))).toEqual([["NOT_ALLOWED", "input.carrierAccountId"]]);
    }
  });
});

/** Something happens after the carrier has answered and before the answer is stored. */
function interrupted(meanwhile: () => Promise<void>): ShippingDeps {
  const ups = service.deps.carriers.get("UPS")!;
  const checkProducts: typeof ups.checkProducts = async (access) => {
    const found = await ups.checkProducts(access);
    await meanwhile();
    return found;
  };
  return { ...service.deps, carriers: new Map([["UPS", changed(ups, { checkProducts })]]) };
}
