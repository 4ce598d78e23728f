import { randomUUID } from "node:crypto";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { empireState, found, graciePark, validate } from "../support/addresses.js";
import { aShipment, buy, requestCount } from "../support/purchases.js";
import { addAccount } from "../support/rate-setup.js";
import { berlin, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(() => service.close());

const refusal = (code: string, field: string | null, carrierErrorCode: string | null = null) => ({
  addressValidation: null,
  userErrors: [{ code, field: field?.split(".") ?? null, carrierErrorCode, message: expect.stringMatching(/\S/) }],
});
const asked = () => requestCount(service, "VALIDATE_ADDRESS");

describe("An address of the United States", () => {
  it("is valid with the carrier's writing and what that changes", async () => {
    expect(await validate(service, empireState)).toEqual(
      found("VALID", "COMMERCIAL", [
        {
          address: {
            ...{
              name: "Ada Example",
              company: "Example Books",
              lines: ["350 5TH AVE"],
              city: "NEW YORK",
              region: "NY",
            },
            ...{ postalCode: "10118-0110", countryCode: "US", phone: "2125550100" },
            ...{ residentialStatus: "COMMERCIAL", residentialStatusSource: "CARRIER" },
            residentialStatusCheckedAt: expect.stringMatching(/Z$/),
          },
          residentialStatus: "COMMERCIAL",
          changedFields: ["LINES"],
        },
      ]),
    );
    expect(await asked()).toBe(1);
  });

  it("is a home where the carrier says so", async () => {
    expect(await validate(service, graciePark)).toEqual(found("VALID", "RESIDENTIAL"));
  });

  it("keeps the caller's own statement in the candidate", async () => {
    const { addressValidation } = await validate(service, { ...graciePark, residentialStatus: "COMMERCIAL" });
    expect(addressValidation).toMatchObject({
      residentialStatus: "RESIDENTIAL",
      candidates: [
        {
          address: {
            residentialStatus: "COMMERCIAL",
            residentialStatusSource: "CALLER",
            residentialStatusCheckedAt: null,
          },
          residentialStatus: "RESIDENTIAL",
        },
      ],
    });
  });

  it("is ambiguous with the addresses that could be meant", async () => {
    const chicago = { ...empireState, lines: ["111 Michigan Ave"], city: "Chicago", region: "IL", postalCode: "60603" };
    const { addressValidation } = await validate(service, chicago);
    expect(addressValidation).toMatchObject({ status: "AMBIGUOUS", residentialStatus: "UNKNOWN" });
    expect(
      addressValidation.candidates.map((candidate: { address: { lines: string[] } }) => candidate.address.lines),
    ).toEqual([["111 N MICHIGAN AVE"], ["111 S MICHIGAN AVE"]]);
  });

  it("has no candidates where there is nothing like it", async () => {
    const nowhere = { ...empireState, lines: ["1 Nowhere Street"] };
    expect(await validate(service, nowhere)).toEqual(found("NO_CANDIDATES", "UNKNOWN", []));
  });

  it("is refused with the field's path before the carrier is asked", async () => {
    expect(await validate(service, { ...empireState, lines: [" "] })).toEqual(
      refusal("REQUIRED", "input.address.lines"),
    );
    expect(await validate(service, { ...empireState, postalCode: "1011" })).toEqual(
      refusal("INVALID", "input.address.postalCode"),
    );
    expect(await validate(service, { ...empireState, lines: ["x".repeat(101)] })).toEqual(
      refusal("TOO_LONG", "input.address.lines.0"),
    );
    expect(await asked()).toBe(0);
  });

  it.each([
    ["fails", { kind: "STATUS", status: 503, times: 9 }],
    ["cannot be reached", { kind: "RESET_BEFORE", times: 9 }],
    ["answers something else", { kind: "HTML" }],
    ["asks for fewer requests", { kind: "RATE_LIMIT", retryAfter: "60" }],
  ] as const)("is UNAVAILABLE, as data, while the carrier %s", async (_, fault) => {
    const other = { tenantId: randomUUID() };
    await seedAccount(service, {}, other);
    await service.control.addFault({ operation: "VALIDATE_ADDRESS", ...fault });
    expect(await validate(service, empireState, {}, other)).toEqual(found("UNAVAILABLE", "UNKNOWN", []));
  });
});

describe("An address in Puerto Rico", () => {
  const calle = { ...empireState, lines: ["150 Calle 1"], city: "San Juan", region: "PR", postalCode: "00918" };

  it("is one with its urbanization, however the country is written", async () => {
    const lines = ["Urb Roosevelt", "150 Calle 1"];
    for (const place of [{ countryCode: "US" }, { countryCode: "PR" }, { countryCode: "PR", region: null }]) {
      const { addressValidation } = await validate(service, { ...calle, lines, ...place });
      expect(addressValidation).toMatchObject({
        ...{ status: "VALID", residentialStatus: "RESIDENTIAL" },
        candidates: [{ address: { lines: ["URB ROOSEVELT", "150 CALLE 1"], countryCode: place.countryCode } }],
      });
      expect(addressValidation.candidates[0].changedFields).toEqual([]);
    }
  });
});

describe("An address of another country", () => {
  it("is not asked about", async () => {
    expect(await validate(service, berlin)).toEqual(found("UNSUPPORTED_COUNTRY", "UNKNOWN", []));
    expect(await validate(service, berlin, { carrierAccountId: accountId })).toEqual(
      found("UNSUPPORTED_COUNTRY", "UNKNOWN", []),
    );
    expect(await asked()).toBe(0);
  });

  it.each([
    ["DE", { postalCode: "1017" }, ["INVALID postalCode"]],
    ["CA", { postalCode: "12345", region: "ON" }, ["INVALID postalCode"]],
    ["CA", { postalCode: null }, ["REQUIRED region", "REQUIRED postalCode"]],
    ["CA", { postalCode: "M5H 2N2", region: "Ontario" }, []],
    ["CA", { postalCode: "M5H 2N2", region: "NY" }, ["INVALID region"]],
    ["IE", { postalCode: "D01 F5P2" }, ["REQUIRED region"]],
    ["IE", { postalCode: "D01 F5P2", region: "D" }, []],
    ["VN", { postalCode: null }, ["REQUIRED region"]],
    ["DE", { name: "Ada\nExample" }, ["INVALID name"]],
    ["GB", { postalCode: "SW1A 2AA" }, []],
    ["NL", { postalCode: "1012 JS", city: null }, ["REQUIRED city"]],
    ["FR", { lines: [] }, ["REQUIRED lines"]],
    ["AE", { postalCode: "none" }, []],
  ])("is checked for the form of %s: %p", async (countryCode, over, problems) => {
    const postalCode = { DE: "10178", FR: "75001" }[countryCode];
    const { addressValidation, userErrors } = await validate(service, { ...berlin, postalCode, countryCode, ...over });
    expect(addressValidation.status).toBe("UNSUPPORTED_COUNTRY");
    const faults = userErrors.map(({ code, field }: { code: string; field: string[] }) => [code, field]);
    expect(faults).toEqual(
      problems.map((problem) => {
        const [code, field] = problem.split(" ");
        return [code, ["input", "address", field]];
      }),
    );
  });

  it.each(["IE", "VN", "CA", "DE"])("lacks what a label to it would lack: %s", async (countryCode) => {
    const address = { ...berlin, city: null, region: null, postalCode: null, lines: [], countryCode };
    const { userErrors } = await validate(service, address);
    const lacking = (errors: { code: string; field: string[] }[], from: number) =>
      errors.filter(({ code }) => code === "REQUIRED").map(({ field }) => field.slice(from).join("."));
    const bought = await buy(service, { shipment: aShipment({ shipTo: address, service: "UPS_WORLDWIDE_SAVER" }) });
    const atPurchase = lacking(bought.userErrors, 3).filter((part) => /^(lines|city|region|postalCode)$/.test(part));
    expect(atPurchase.sort()).toEqual(lacking(userErrors, 2).sort());
    expect(atPurchase.length).toBeGreaterThan(1);
  });

  it("that there is none of is refused", async () => {
    for (const countryCode of ["XX", "Germany", ""]) {
      const field = "input.address.countryCode";
      expect(await validate(service, { ...berlin, countryCode })).toEqual(refusal("INVALID", field));
    }
  });
});

describe("The account that asks", () => {
  const aTenant = () => ({ deps: service.deps, tenantId: randomUUID() });

  it("is the oldest active one, and never shows itself to a buyer", async () => {
    const tenant = aTenant();
    const as = { tenantId: tenant.tenantId, scopes: ["quote"] as const };
    await addAccount(tenant, { clientId: "knows-two-states" });
    const active = await seedAccount(service, { clientId: "one" }, { tenantId: tenant.tenantId });
    await seedAccount(service, { clientId: "knows-two-states" }, { tenantId: tenant.tenantId });
    const chicago = {
      ...empireState,
      lines: ["111 S Michigan Ave"],
      city: "Chicago",
      region: "IL",
      postalCode: "60603",
    };
    const answer = await validate(service, chicago, {}, as);
    expect(answer).toEqual(found("VALID", "COMMERCIAL"));
    expect(JSON.stringify(answer)).not.toContain(active);
  });

  it("is a draft where none is active; where there is none at all, nothing is asked", async () => {
    const tenant = aTenant();
    expect(await validate(service, empireState, {}, tenant)).toEqual(refusal("ACCOUNT_NOT_READY", null));
    await addAccount(tenant);
    expect(await validate(service, empireState, {}, tenant)).toEqual(found("VALID", "COMMERCIAL"));
  });

  it("can be named; another tenant's is not found", async () => {
    const tenant = aTenant();
    const { id } = await addAccount(tenant, { clientId: "knows-two-states" });
    const chicago = {
      ...empireState,
      lines: ["111 S Michigan Ave"],
      city: "Chicago",
      region: "IL",
      postalCode: "60603",
    };
    const named = { carrierAccountId: id };
    expect(await validate(service, chicago, named, tenant)).toEqual(
      refusal("CARRIER_REJECTED", "input.address", "264030"),
    );
    expect(await validate(service, chicago, named)).toEqual(refusal("NOT_FOUND", "input.carrierAccountId"));
  });

  it("that lacks the product is the merchant's to put right, without a word of why to the buyer", async () => {
    const tenant = aTenant();
    await addAccount(tenant, { clientId: "without-address-validation" });
    const as = { tenantId: tenant.tenantId, scopes: ["quote"] as const };
    expect(await validate(service, empireState, {}, as)).toEqual(refusal("ACCOUNT_NOT_READY", null));
  });

  it("is another than the one whose app is known to lack the product", async () => {
    const tenant = aTenant();
    const lacking = await addAccount(tenant, { clientId: "without-address-validation" });
    await addAccount(tenant, { clientId: "complete" });
    await inTenant(service.database, tenant.tenantId, (manager) =>
      manager.query(
        `insert into carrier_product_check (tenant_id, account_id, product, state, messages, checked_at)
         values ($1, $2, 'ADDRESS_VALIDATION', 'NOT_ADDED_OR_PENDING', '[]', now())
         on conflict (tenant_id, account_id, product) do update set state = excluded.state`,
        [tenant.tenantId, lacking.id],
      ),
    );
    expect(await validate(service, empireState, {}, tenant)).toEqual(found("VALID", "COMMERCIAL"));
  });
});

it("keeps addresses and names out of the log", async () => {
  const lines: unknown[] = [];
  const note = (...parts: unknown[]) => void lines.push(parts);
  const log = { debug: note, info: note, warn: note, error: note, child: () => log };
  const listening = await startTestService({ sharing: service, log });
  try {
    await validate(listening, empireState);
    await service.control.addFault({ operation: "VALIDATE_ADDRESS", kind: "HTML" });
    await validate(listening, empireState);
    await listening.settled();
  } finally {
    await listening.close();
  }
  expect(JSON.stringify(lines)).not.toMatch(/Ada Example|Example Books|350 |Fifth|New York/i);
  const rows = await inTenant(service.database, service.tenantId, (manager) =>
    manager.query(
      "select to_jsonb(r)::text as row from carrier_request r union all select to_jsonb(c)::text from address_classification c",
    ),
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/Ada Example|Example Books|350 |Fifth|5TH|New York/i);
});
