import { Ajv, type ValidateFunction } from "ajv";
import fc from "fast-check";
import type { LocationQuery } from "../../src/carrier/locations.js";
import { checkLocationSearch } from "../../src/ups/locations/check-locations.js";
import { locatorRequests } from "../../src/ups/locations/serialise-locator.js";
import {
  findOperation,
  loadSpecification,
  openapiDir,
  relax,
  type Specification,
  undeclaredNames,
} from "./ups-openapi.js";

const describeWithSpecifications = openapiDir ? describe : describe.skip;

const maybe = (text: string) => fc.constantFrom(null, text);

const origins = fc.oneof(
  fc.record({
    by: fc.constant("ADDRESS" as const),
    address: fc.record({
      lines: fc.constantFrom<string[]>([], ["350 5th Ave"], ["350 5th Ave", "Suite 1"]),
      city: maybe("New York"),
      region: maybe("NY"),
      postalCode: maybe("10118-0110"),
      countryCode: fc.constantFrom("US", "CA", "DE"),
    }),
  }),
  fc.record({
    by: fc.constant("GEO_POINT" as const),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    countryCode: fc.constantFrom("US", "FR"),
  }),
);

/** Searches of every kind that our own checks let through. */
const searches = fc
  .record({
    origin: origins,
    radius: fc.constantFrom(null, 5, 100),
    distanceUnit: fc.constantFrom("MI" as const, "KM" as const),
    kinds: fc.uniqueArray(
      fc.constantFrom("ACCESS_POINT" as const, "STORE" as const, "DROP_BOX" as const, "OTHER" as const),
    ),
    services: fc.uniqueArray(fc.constantFrom("GROUND" as const, "INTERNATIONAL" as const)),
    first: fc.integer({ min: 1, max: 50 }),
  })
  .filter((search) => checkLocationSearch(search).length === 0);

const queries: fc.Arbitrary<LocationQuery> = fc.oneof(
  searches,
  fc.constant({ accessPointId: "U12345678", countryCode: "US" }),
);

describeWithSpecifications("what we ask UPS's Locator", () => {
  const WRAPPER = "LOCATORRequestWrapper";
  let locator: Specification;
  let validate: ValidateFunction;
  beforeAll(() => {
    locator = loadSpecification("Locator.yaml");
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
    ajv.addSchema({ $id: "ups", components: { schemas: relax(locator, "LOCATE") } });
    validate = ajv.compile({ $ref: `ups#/components/schemas/${WRAPPER}` });
  });

  it("has only names of the specification, and satisfies it relaxed", () => {
    let seen = 0;
    fc.assert(
      fc.property(queries, (query) => {
        for (const { body } of locatorRequests(query)) {
          expect(undeclaredNames(locator, { $ref: WRAPPER }, body)).toEqual([]);
          expect(validate(JSON.parse(JSON.stringify(body))) ? [] : validate.errors).toEqual([]);
          seen += 1;
        }
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });

  it("goes to paths and queries of the specification", () => {
    for (const { path } of [...locatorRequests({ accessPointId: "U12345678", countryCode: "US" })]) {
      const url = new URL(path, "http://ups");
      const declared = findOperation(locator, "post", url.pathname.replace(/^\/api/, ""));
      const sent = [...url.searchParams.keys(), "transId", "transactionSrc"];
      expect(sent.filter((name) => !declared?.has(name))).toEqual([]);
    }
  });

  it("would be found out if it were wrong", () => {
    expect(validate({ LocatorRequest: { Request: {}, Translate: {} } })).toBe(false);
    expect(undeclaredNames(locator, { $ref: WRAPPER }, { LocatorRequest: { Phone: "1" } })).toEqual([
      "LocatorRequest.Phone",
    ]);
  });
});
