import {
  changeAccount,
  codesAndFields,
  createAccount,
  everyProduct,
  readAccount,
  states,
} from "../support/accounts.js";
import { berlin } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const change = (input: Record<string, unknown>) => changeAccount(service, "updateCarrierAccount", input);
const act = (name: string, carrierAccountId: string) => changeAccount(service, name, { carrierAccountId });
const newId = async (changes: Record<string, unknown> = {}): Promise<string> =>
  (await createAccount(service, changes)).carrierAccount.id;

describe("updateCarrierAccount", () => {
  it("changes what is given and keeps the rest", async () => {
    const carrierAccountId = await newId({ accountType: "Business", appName: "Old", callbackUrl: "https://a.example" });
    const before = await readAccount(service, carrierAccountId);

    const { carrierAccount, userErrors } = await change({
      carrierAccountId,
      name: " Berlin ",
      address: berlin,
      accountNumber: "00000Z",
      shipsRegulatedItems: true,
      appName: null,
    });

    expect(userErrors).toEqual([]);
    expect(carrierAccount).toEqual({
      ...before,
      name: "Berlin",
      address: { ...berlin, region: null, residentialStatus: "UNKNOWN" },
      accountNumberMasked: "••••0Z",
      shipsRegulatedItems: true,
      appName: null,
    });
    expect(await readAccount(service, carrierAccountId)).toEqual(carrierAccount);
  });

  it("changes nothing when nothing is given, and refuses null where null cannot clear", async () => {
    const carrierAccountId = await newId();
    const before = await readAccount(service, carrierAccountId);
    await change({ carrierAccountId });
    const nulls = { name: null, accountNumber: null, address: null, shipsRegulatedItems: null };
    const refused = await change({ carrierAccountId, ...nulls });
    expect(codesAndFields(refused)).toEqual(Object.keys(nulls).map((field) => ["INVALID", `input.${field}`]));
    expect(await readAccount(service, carrierAccountId)).toEqual(before);
  });

  it("forgets what was checked under another account number", async () => {
    const carrierAccountId = await newId({ validate: true });
    const same = await change({ carrierAccountId, accountNumber: "0A1B2C" });
    expect(states(same.carrierAccount)).toEqual(everyProduct("OK"));
    const other = await change({ carrierAccountId, accountNumber: "0A1B2D" });
    expect(states(other.carrierAccount)).toEqual(everyProduct("NOT_CHECKED"));
  });

  it("refuses blank and malformed values by their path and changes nothing", async () => {
    const carrierAccountId = await newId();
    const before = await readAccount(service, carrierAccountId);
    const wrong = {
      name: " ",
      accountNumber: "",
      address: { ...berlin, city: "" },
      callbackUrl: "https://www.a.example",
    };
    expect(codesAndFields(await change({ carrierAccountId, ...wrong }))).toEqual([
      ["REQUIRED", "input.name"],
      ["REQUIRED", "input.accountNumber"],
      ["REQUIRED", "input.address.city"],
      ["INVALID", "input.callbackUrl"],
    ]);
    expect(codesAndFields(await change({ carrierAccountId, accountNumber: "12345" }))).toEqual([
      ["INVALID", "input.accountNumber"],
    ]);
    expect(await readAccount(service, carrierAccountId)).toEqual(before);
  });

  it("refuses texts that are too long by their path", async () => {
    const carrierAccountId = await newId();
    const tooLong = "x".repeat(256);
    const payload = await change({ carrierAccountId, name: tooLong, appName: tooLong });
    expect(codesAndFields(payload)).toEqual([
      ["TOO_LONG", "input.name"],
      ["TOO_LONG", "input.appName"],
    ]);
  });

  it("sees no other account in a number in small letters", async () => {
    const carrierAccountId = await newId({ validate: true });
    const before = await readAccount(service, carrierAccountId);
    expect((await change({ carrierAccountId, accountNumber: "0a1b2c" })).carrierAccount).toEqual(before);
    await act("activateCarrierAccount", carrierAccountId);
    expect((await change({ carrierAccountId, accountNumber: "0a1b2c" })).userErrors).toEqual([]);
  });

  it("keeps the account number of an active account", async () => {
    const carrierAccountId = await newId();
    await act("activateCarrierAccount", carrierAccountId);
    expect(codesAndFields(await change({ carrierAccountId, accountNumber: "0A1B2D" }))).toEqual([
      ["NOT_ALLOWED", "input.accountNumber"],
    ]);
    expect((await change({ carrierAccountId, name: "Still here" })).carrierAccount).toMatchObject({
      name: "Still here",
      status: "ACTIVE",
    });
  });
});

describe("archiveCarrierAccount", () => {
  it("takes an account out of use, once and for all", async () => {
    const carrierAccountId = await newId();
    const first = await act("archiveCarrierAccount", carrierAccountId);
    expect(first.carrierAccount.status).toBe("ARCHIVED");
    expect(await act("archiveCarrierAccount", carrierAccountId)).toEqual(first);
    expect(await readAccount(service, carrierAccountId)).toEqual(first.carrierAccount);
  });

  it("leaves an account that refuses everything new, without a word to the carrier", async () => {
    const carrierAccountId = await newId();
    await act("archiveCarrierAccount", carrierAccountId);
    await service.control.clearRequests();
    const ups = { clientId: "other", clientSecret: "other" };
    const payloads = [
      await change({ carrierAccountId, name: "Again" }),
      await changeAccount(service, "rotateCarrierCredentials", { carrierAccountId, ups }),
      await act("validateCarrierAccount", carrierAccountId),
      await act("activateCarrierAccount", carrierAccountId),
    ];
    for (const payload of payloads) {
      expect(payload.carrierAccount).toBeNull();
      expect(codesAndFields(payload)).toEqual([["NOT_ALLOWED", "input.carrierAccountId"]]);
    }
    expect(await service.control.requests()).toEqual([]);
  });
});

describe("accounts of others", () => {
  const calls: [string, Record<string, unknown>][] = [
    ["updateCarrierAccount", { name: "Mine now" }],
    ["rotateCarrierCredentials", { ups: { clientId: "mine", clientSecret: "mine" } }],
    ["validateCarrierAccount", {}],
    ["activateCarrierAccount", {}],
    ["archiveCarrierAccount", {}],
  ];

  it.each(calls)("cannot be told from unknown ones by %s", async (name, input) => {
    const theirs = await newId();
    const before = await readAccount(service, theirs);
    const as = { tenantId: service.otherTenantId };
    for (const carrierAccountId of [theirs, "cac_unknown", "shp_0190", "", "'; drop table carrier_account"]) {
      const payload = await changeAccount(service, name, { ...input, carrierAccountId }, as);
      expect(payload.carrierAccount).toBeNull();
      expect(codesAndFields(payload)).toEqual([["NOT_FOUND", "input.carrierAccountId"]]);
    }
    expect(await readAccount(service, theirs)).toEqual(before);
  });
});
