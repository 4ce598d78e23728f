import fc from "fast-check";
import { placeFingerprint } from "../../src/shipping/shipment/destination.js";
import { anAddress } from "../support/rate-builders.js";

const tenant = "01890000-0000-7000-8000-000000000001";
const of = (parts: Parameters<typeof anAddress>[0] = {}, tenantId = tenant) =>
  placeFingerprint(tenantId, anAddress(parts));

it("is one for one place, whoever is there and however it is written", () => {
  const written = [
    {},
    { name: "Somebody", company: "Else", phone: null, email: null, residentialStatus: "UNKNOWN" as const },
    { lines: ["476 5TH AVE."], city: "new york" },
    { lines: ["476", "", "5th Ave"], postalCode: "10018-2788" },
  ];
  expect(new Set(written.map((parts) => of(parts))).size).toBe(1);
  expect(of()).toMatch(/^[0-9a-f]{64}$/);
});

it("takes Puerto Rico for one country, however it is written", () => {
  const sanJuan = { lines: ["151 Calle Fortaleza"], city: "San Juan", postalCode: "00901" };
  const asState = of({ ...sanJuan, region: "PR", countryCode: "US" });
  expect([
    of({ ...sanJuan, region: null, countryCode: "PR" }),
    of({ ...sanJuan, region: "PR", countryCode: "PR" }),
  ]).toEqual([asState, asState]);
});

it("differs with each part of the place, and for each tenant", () => {
  const changes = fc.constantFrom<Parameters<typeof anAddress>[0]>(
    { lines: ["477 5th Ave"] },
    { lines: ["476 5th Ave", "Apt 2"] },
    { city: "Albany" },
    { region: "NJ" },
    { postalCode: "10019" },
    { countryCode: "CA" },
  );
  fc.assert(fc.property(changes, (change) => expect(of(change)).not.toBe(of())));
  expect(of({}, "01890000-0000-7000-8000-000000000002")).not.toBe(of());
});

it("is none where there is no street", () => {
  expect([of({ lines: [] }), of({ lines: [" ", "-"] })]).toEqual([null, null]);
});
