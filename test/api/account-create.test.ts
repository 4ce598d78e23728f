import type { AppError } from "../../src/errors.js";
import type { Scope } from "../../src/security/scopes.js";
import { loadAccount } from "../../src/shipping/account/load-account.js";
import {
  anAccountInput,
  codesAndFields,
  createAccount,
  everyProduct,
  readAccount,
  states,
} from "../support/accounts.js";
import { sanFrancisco } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

describe("createCarrierAccount", () => {
  it("enters a draft that reads back with every field and without its secrets", async () => {
    const payload = await createAccount(service, {
      accountType: " Business ",
      shipsRegulatedItems: true,
      appName: "Warehouse",
      callbackUrl: "https://db.example.com",
    });

    expect(payload.userErrors).toEqual([]);
    const { id, products, address, ...rest } = payload.carrierAccount;
    expect(id).toMatch(/^cac_[0-9a-f-]{36}$/);
    expect(rest).toEqual({
      name: "Main account",
      environment: "SIMULATOR",
      status: "DRAFT",
      accountNumberMasked: "••••2C",
      clientIdMasked: "••••ests",
      // As `printf secret-of-the-tests | sha256sum` says.
      clientSecretFingerprint: "e047b253",
      credentialsRotatedAt: null,
      accountType: "Business",
      shipsRegulatedItems: true,
      appName: "Warehouse",
      callbackUrl: "https://db.example.com",
      carrier: { code: "UPS", name: "UPS" },
    });
    expect(address).toEqual({ ...sanFrancisco, residentialStatus: "UNKNOWN" });
    expect(states({ products })).toEqual(everyProduct("NOT_CHECKED"));
    expect(await readAccount(service, id)).toEqual(payload.carrierAccount);
  });

  it("asks the carrier nothing unless told to validate", async () => {
    await service.control.clearRequests();
    await createAccount(service);
    expect(await service.control.requests()).toEqual([]);
  });

  it("checks the products at once when told to", async () => {
    const { carrierAccount } = await createAccount(service, { validate: true });
    expect(states(carrierAccount)).toEqual(everyProduct("OK"));
  });

  it.each([
    ["accountNumber", "input.accountNumber"],
    ["clientId", "input.ups.clientId"],
    ["clientSecret", "input.ups.clientSecret"],
  ])("names %s when it is blank, and takes no input without it", async (field, path) => {
    for (const nothing of [undefined, null])
      await expect(createAccount(service, { [field]: nothing })).rejects.toThrow(field);
    for (const blank of ["", "  "]) {
      const payload = await createAccount(service, { [field]: blank });
      expect(payload.carrierAccount).toBeNull();
      expect(codesAndFields(payload)).toEqual([["REQUIRED", path]]);
    }
  });

  it("tells of everything that is missing at once, in the order of the form", async () => {
    const payload = await createAccount(service, {
      accountNumber: " ",
      clientId: "",
      clientSecret: " ",
      name: " ",
    });
    expect(codesAndFields(payload)).toEqual([
      ["REQUIRED", "input.name"],
      ["REQUIRED", "input.accountNumber"],
      ["REQUIRED", "input.ups.clientId"],
      ["REQUIRED", "input.ups.clientSecret"],
    ]);
  });

  it("keeps leading zeros and special characters on the way to the carrier", async () => {
    const { carrierAccount } = await createAccount(service, {
      accountNumber: "012345",
      clientId: "id-&+/=%-ü",
      clientSecret: "a&b+c/d=e%f ü:g",
    });
    const loaded = await loadAccount(service.deps, service.tenantId, carrierAccount.id);
    expect(loaded?.access.accountNumber).toBe("012345");
    expect(loaded?.access.credentials.clientSecret?.reveal()).toBe("a&b+c/d=e%f ü:g");
    const checked = await service.deps.carriers.get("UPS")!.checkProducts(loaded!.access);
    expect(checked.map(({ state }) => state)).toEqual(everyProduct("OK").map(([, state]) => state));
  });

  it("takes an account number in small letters for the same account", async () => {
    const { carrierAccount } = await createAccount(service, { accountNumber: " 0a1b2c " });
    expect(carrierAccount.accountNumberMasked).toBe("••••2C");
    const loaded = await loadAccount(service.deps, service.tenantId, carrierAccount.id);
    expect(loaded?.access.accountNumber).toBe("0A1B2C");
  });

  it.each(["name", "accountType", "appName", "ups.clientId"])(
    "takes 255 characters as %s and none more",
    async (path) => {
      const field = path.replace("ups.", "");
      const fitting = await createAccount(service, { [field]: ` ${"x".repeat(255)} ` });
      expect(fitting.userErrors).toEqual([]);
      const payload = await createAccount(service, { [field]: "x".repeat(256) });
      expect(payload.carrierAccount).toBeNull();
      expect(codesAndFields(payload)).toEqual([["TOO_LONG", `input.${path}`]]);
    },
  );

  it.each(["12345", "1234567", "12-456"])("refuses %s as an account number", async (accountNumber) => {
    expect(codesAndFields(await createAccount(service, { accountNumber }))).toEqual([
      ["INVALID", "input.accountNumber"],
    ]);
  });

  it("refuses a world that is not offered", async () => {
    expect(codesAndFields(await createAccount(service, { environment: "PRODUCTION" }))).toEqual([
      ["NOT_ALLOWED", "input.environment"],
    ]);
  });

  it.each([
    ["countryCode", "ZZ"],
    ["name", "Ada\nExample"],
  ])("refuses an address with the %s %p", async (part, text) => {
    const address = { ...sanFrancisco, [part]: text };
    expect(codesAndFields(await createAccount(service, { address }))).toEqual([["INVALID", `input.address.${part}`]]);
  });

  it("names each part that the address of a shipper lacks", async () => {
    const address = { lines: [" "], countryCode: "us" };
    expect(codesAndFields(await createAccount(service, { address }))).toEqual([
      ["REQUIRED", "input.address.postalCode"],
      ["REQUIRED", "input.address.name"],
      ["REQUIRED", "input.address.lines"],
      ["REQUIRED", "input.address.city"],
      ["REQUIRED", "input.address.region"],
    ]);
  });

  it("refuses parts of the address that the carrier would cut", async () => {
    const address = { ...sanFrancisco, company: "x".repeat(36) };
    expect(codesAndFields(await createAccount(service, { address }))).toEqual([["TOO_LONG", "input.address.company"]]);
  });

  it.each([
    ["http://db.example.com", false],
    ["https://www.example.com", false],
    ["https://WWW.example.com/path", false],
    ["https://user:word@db.example.com", false],
    ["https://user@db.example.com", false],
    ["ftp://db.example.com", false],
    ["https://db.example.com", true],
    ["https://db.example.com/callback?x=1", true],
  ])("takes the callback URL %s: %s", async (callbackUrl, isTaken) => {
    const payload = await createAccount(service, { callbackUrl });
    expect(codesAndFields(payload)).toEqual(isTaken ? [] : [["INVALID", "input.callbackUrl"]]);
  });

  it("needs the scope admin, which sees the account that it enters", async () => {
    const source = `mutation($input: CreateCarrierAccountInput!) {
      createCarrierAccount(input: $input) { carrierAccount { id } userErrors { code } }
    }`;
    const codes = async (...scopes: Scope[]) => {
      const { errors } = await service.execute(source, { input: anAccountInput() }, { scopes });
      return errors?.map(({ path, originalError }) => [path?.join("."), (originalError as AppError).code]);
    };
    for (const scope of ["quote", "read", "ship"] as const) {
      expect(await codes(scope)).toEqual([["createCarrierAccount", "FORBIDDEN"]]);
    }
    expect(await codes("admin")).toBeUndefined();
  });
});
