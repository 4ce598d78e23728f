import { loadAccount } from "../../src/shipping/account/load-account.js";
import { rotateCarrierCredentials } from "../../src/shipping/account/rotate-carrier-credentials.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import {
  changeAccount,
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
afterEach(() => service.control.clearFaults());
afterAll(() => service.close());

const rotate = (carrierAccountId: string, clientId: unknown, clientSecret: unknown) =>
  changeAccount(service, "rotateCarrierCredentials", { carrierAccountId, ups: { clientId, clientSecret } });

async function newId({ isActive }: { isActive: boolean }): Promise<string> {
  const { id } = (await createAccount(service)).carrierAccount;
  if (isActive) await changeAccount(service, "activateCarrierAccount", { carrierAccountId: id });
  return id;
}

async function access(id: string) {
  return (await loadAccount(service.deps, service.tenantId, id))!.access;
}

describe("rotateCarrierCredentials", () => {
  it("replaces the credentials of a draft at once and forgets what was checked with the old ones", async () => {
    const id = (await createAccount(service, { validate: true })).carrierAccount.id;
    const before = await readAccount(service, id);
    await service.control.clearRequests();

    const { carrierAccount, userErrors } = await rotate(id, "another-client", " another-secret\n");

    expect(userErrors).toEqual([]);
    expect(carrierAccount).toMatchObject({ status: "DRAFT", clientIdMasked: "••••ient" });
    expect(carrierAccount.credentialsRotatedAt).toMatch(/Z$/);
    expect(carrierAccount.clientSecretFingerprint).not.toBe(before.clientSecretFingerprint);
    expect(states(carrierAccount)).toEqual(everyProduct("NOT_CHECKED"));
    expect(await service.control.requests()).toEqual([]);
    const { credentialVersion, credentials } = await access(id);
    expect([credentialVersion, credentials.clientId?.reveal(), credentials.clientSecret?.reveal()]).toEqual([
      2,
      "another-client",
      "another-secret",
    ]);
  });

  it("uses the new credentials from the next call on, not a token of the old ones", async () => {
    const id = await newId({ isActive: true });
    const ups = service.deps.carriers.get("UPS")!;
    const track = async () =>
      (await ups.findByReference(await access(id), "NOSUCHREFERENC", new Date(), { purchaseId: null })).kind;
    expect(await track()).toBe("ANSWERED");
    expect((await rotate(id, "app-without-tracking", "second-secret")).userErrors).toEqual([]);
    expect(await track()).toBe("ACCOUNT_REFUSED");
  });

  it("leaves an active account active, checked with the new credentials", async () => {
    const id = await newId({ isActive: true });
    const { carrierAccount } = await rotate(id, "second-client", "second-secret");
    expect(carrierAccount).toMatchObject({ status: "ACTIVE", clientIdMasked: "••••ient" });
    expect(states(carrierAccount)).toEqual(everyProduct("OK"));
  });

  it.each([
    ["refuses", "second-client", "wrong-secret", "AUTHORIZATION refuses the Client ID and Client Secret"],
    ["misses a product of", "app-without-shipping", "second-secret", "SHIPPING is not added"],
  ])(
    "goes on with the old credentials of an active account when the carrier %s the new ones",
    async (_, clientId, clientSecret, message) => {
      const id = await newId({ isActive: true });
      const before = await readAccount(service, id);
      const payload = await rotate(id, clientId, clientSecret);
      expect(payload.carrierAccount).toBeNull();
      expect(codesAndFields(payload)).toEqual([["ACCOUNT_NOT_READY", "input"]]);
      expect(payload.userErrors[0].message).toContain(message);
      expect(await readAccount(service, id)).toEqual(before);
      expect((await access(id)).credentials.clientSecret?.reveal()).toBe("secret-of-the-tests");
    },
  );

  it("goes on with the old credentials while the carrier is out of reach, and takes the new ones later", async () => {
    const id = await newId({ isActive: true });
    await service.control.addFault({ kind: "STATUS", operation: "TOKEN", status: 503, times: 20 });
    expect(codesAndFields(await rotate(id, "second-client", "second-secret"))).toEqual([
      ["ACCOUNT_NOT_READY", "input"],
    ]);
    await service.control.clearFaults();
    expect((await rotate(id, "second-client", "second-secret")).userErrors).toEqual([]);
    // The refused try keeps its number: tokens are kept by version.
    expect((await access(id)).credentialVersion).toBe(3);
  });

  it.each(["clientId", "clientSecret"])("names %s when it is blank, and takes no input without it", async (field) => {
    const carrierAccountId = await newId({ isActive: false });
    const attempt = (text: unknown) => {
      const ups = { clientId: "some", clientSecret: "some", [field]: text };
      return changeAccount(service, "rotateCarrierCredentials", { carrierAccountId, ups });
    };
    for (const nothing of [undefined, null]) await expect(attempt(nothing)).rejects.toThrow(field);
    for (const blank of ["", " "])
      expect(codesAndFields(await attempt(blank))).toEqual([["REQUIRED", `input.ups.${field}`]]);
  });

  it("refuses a Client ID that is too long", async () => {
    const payload = await rotate(await newId({ isActive: false }), "x".repeat(256), "second-secret");
    expect(codesAndFields(payload)).toEqual([["TOO_LONG", "input.ups.clientId"]]);
  });

  it("lets one of two at once win and tells the other", async () => {
    const id = await newId({ isActive: true });
    const ups = service.deps.carriers.get("UPS")!;
    const meanwhile = async () => void (await rotate(id, "winner", "winner-secret"));
    const checkProducts: typeof ups.checkProducts = async (account) => {
      const found = await ups.checkProducts(account);
      await meanwhile();
      return found;
    };
    const deps: ShippingDeps = { ...service.deps, carriers: new Map([["UPS", changed(ups, { checkProducts })]]) };
    const actor = { tenantId: service.tenantId, subject: "tester" };
    const credentials = { carrierCode: "UPS", at: ["input", "ups"], texts: { clientId: "loser", clientSecret: "l" } };
    const input = { carrierAccountId: id, credentials };
    expect(codesAndFields(await rotateCarrierCredentials(deps, actor, input))).toEqual([
      ["CONFLICT", "input.carrierAccountId"],
    ]);
    expect((await access(id)).credentials.clientId?.reveal()).toBe("winner");
  });
});
