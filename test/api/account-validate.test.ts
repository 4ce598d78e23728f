import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierAccount } from "../../src/entities/carrier-account.js";
import { activateCarrierAccount } from "../../src/shipping/account/activate-carrier-account.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import { changeAccount, codesAndFields, createAccount, readAccount, states } from "../support/accounts.js";
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
const variants: [string, Record<string, unknown>, [string, string, string | null][]][] = [
  [
    "all is well",
    {},
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "OK", null],
      ["SHIPPING", "OK", null],
    ],
  ],
  [
    "the secret is wrong",
    { clientSecret: "wrong-secret" },
    [
      ["AUTHORIZATION", "BAD_CREDENTIALS", "COPY_CREDENTIALS"],
      ["RATING", "BAD_CREDENTIALS", "COPY_CREDENTIALS"],
      ["SHIPPING", "BAD_CREDENTIALS", "COPY_CREDENTIALS"],
    ],
  ],
  [
    "Rating is missing",
    { clientId: "app-without-rating" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_RATING"],
      ["SHIPPING", "OK", null],
    ],
  ],
  [
    "Shipping is missing",
    { clientId: "app-without-shipping" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "OK", null],
      ["SHIPPING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_SHIPPING"],
    ],
  ],
  [
    "the app belongs to another account number",
    { clientId: "app-bound-to-A1B2C3" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      ["SHIPPING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
    ],
  ],
  [
    "the account number does not exist",
    { accountNumber: "000000" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      ["SHIPPING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
    ],
  ],
  [
    "both products refuse a good token",
    { clientId: "app-without-rating-without-shipping" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      ["SHIPPING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
    ],
  ],
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
    expect(states(down.carrierAccount)).toEqual([
      ["AUTHORIZATION", "UNAVAILABLE", null],
      ["RATING", "UNAVAILABLE", null],
      ["SHIPPING", "UNAVAILABLE", null],
    ]);
    await service.control.clearFaults();
    const up = await act("validateCarrierAccount", id);
    expect(states(up.carrierAccount).map(([, state]) => state)).toEqual(["OK", "OK", "OK"]);
    expect(up.carrierAccount.products.map(({ carrierMessages }: { carrierMessages: [] }) => carrierMessages)).toEqual([
      [],
      [],
      [],
    ]);
  });

  it("drops what it found about credentials that were replaced meanwhile", async () => {
    const id = await newId({ clientSecret: "wrong-secret" });
    const deps = interrupted(async () => {
      await changeAccount(service, "rotateCarrierCredentials", {
        carrierAccountId: id,
        clientId: "app",
        clientSecret: "good",
      });
    });
    const actor = { tenantId: service.tenantId, subject: "tester" };
    const result = await activateCarrierAccount(deps, actor, { carrierAccountId: id });
    expect(codesAndFields(result)).toEqual([["CONFLICT", "input.carrierAccountId"]]);
    expect(states(await readAccount(service, id)).map(([, state]) => state)).toEqual(Array(3).fill("NOT_CHECKED"));
  });
});

describe("activateCarrierAccount", () => {
  it("checks an account that was never checked and makes it active", async () => {
    const { carrierAccount, userErrors } = await act("activateCarrierAccount", await newId());
    expect(userErrors).toEqual([]);
    expect(carrierAccount.status).toBe("ACTIVE");
    expect(states(carrierAccount).map(([, state]) => state)).toEqual(["OK", "OK", "OK"]);
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
    const bad = expected.filter(
      ([, state, step], index) => state !== "OK" && expected.findIndex((row) => row[2] === step) === index,
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
  return { ...service.deps, carriers: new Map([["UPS", { ...ups, checkProducts }]]) };
}
