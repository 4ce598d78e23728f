import fc from "fast-check";
import {
  addressValidationPath,
  serialiseAddressValidation,
} from "../../src/ups/addresses/serialise-address-validation.js";
import {
  deletePath,
  paperlessHeaders,
  pushPath,
  serialisePush,
  serialiseUpload,
  uploadPath,
} from "../../src/ups/paperless/serialise-paperless.js";
import { ratingPath, serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { recoveryPath, serialiseRecovery } from "../../src/ups/shipping/serialise-recovery.js";
import { serialiseShip, shipPath } from "../../src/ups/shipping/serialise-ship.js";
import { voidPaths } from "../../src/ups/shipping/serialise-void.js";
import { trackPath } from "../../src/ups/tracking/serialise-track.js";
import { trackByReferencePath } from "../../src/ups/tracking/serialise-track-by-reference.js";
import { anAccount, aRateRequest, aShipRequest } from "../ups/builders.js";
import { anUpload, aPush } from "./ups-documents-made.js";
import { findOperation, loadSpecification, openapiDir, type Specification, undeclaredNames } from "./ups-openapi.js";
import { buyableShipments, shipments, validatableAddresses } from "./ups-requests-made.js";

/** Names we send although UPS's specification lacks them, with the reason. */
const deviations: Record<string, string> = {
  "RateRequest.Request.RequestOption": "Rating.yaml requires it in RateRequest_Request without declaring it",
};

const describeWithSpecifications = openapiDir ? describe : describe.skip;

let addressValidation: Specification | undefined;
function loadedAddressValidation(): Specification {
  addressValidation ??= loadSpecification("AddressValidation.yaml");
  return addressValidation;
}

describeWithSpecifications("every name we send stands in UPS's specifications", () => {
  let rating: Specification;
  let shipping: Specification;
  let tracking: Specification;
  beforeAll(() => {
    [rating, shipping, tracking] = ["Rating.yaml", "Shipping.yaml", "Tracking.yaml"].map(loadSpecification) as [
      Specification,
      Specification,
      Specification,
    ];
  });

  const unknownNames = (specification: Specification, wrapper: string, body: unknown) =>
    undeclaredNames(specification, { $ref: wrapper }, body).filter((name) => !(name in deviations));

  it("in Rate", () => {
    let seen = 0;
    fc.assert(
      fc.property(shipments, fc.constantFrom(null, "UPS_GROUND"), (details, serviceCode) => {
        const body = serialiseRating(anAccount(), aRateRequest({ details, serviceCode }));
        expect(unknownNames(rating, "RATERequestWrapper", body)).toEqual([]);
        seen += 1;
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });

  it("in Ship", () => {
    fc.assert(
      fc.property(buyableShipments, ({ details, serviceCode }) => {
        const body = serialiseShip(anAccount(), aShipRequest({ details, serviceCode }), "purchase-1");
        expect(unknownNames(shipping, "SHIPRequestWrapper", body)).toEqual([]);
      }),
    );
  });

  it("in Label Recovery", () => {
    for (const search of [{ trackingNumber: "1Z1" }, { carrierReference: "A0000000000001" }]) {
      const body = serialiseRecovery(anAccount(), { labelFormat: "PDF", ...search });
      expect(unknownNames(shipping, "LABELRECOVERYRequestWrapper", body)).toEqual([]);
    }
  });

  it("in Address Validation", () => {
    fc.assert(
      fc.property(validatableAddresses, (address) => {
        const body = serialiseAddressValidation(address);
        expect(unknownNames(loadedAddressValidation(), "XAVRequestWrapper", body)).toEqual([]);
      }),
    );
    // This specification alone declares no headers at all.
    const url = new URL(addressValidationPath, "http://ups");
    const declared = findOperation(loadedAddressValidation(), "post", url.pathname.replace(/^\/api/, ""));
    expect([...url.searchParams.keys()].filter((name) => !declared?.has(name))).toEqual([]);
  });

  it("in Paperless, headers included", () => {
    const paperless = loadSpecification("Paperless.yaml");
    const upload = serialiseUpload(anAccount(), anUpload());
    expect(unknownNames(paperless, "PAPERLESSDOCUMENTUploadRequestWrapper", upload)).toEqual([]);
    const push = serialisePush(anAccount(), aPush());
    expect(unknownNames(paperless, "PAPERLESSDOCUMENTRequestWrapper", push)).toEqual([]);
    const made = [
      ["post", uploadPath, paperlessHeaders(anAccount())],
      ["post", pushPath, paperlessHeaders(anAccount())],
      ["delete", deletePath, paperlessHeaders(anAccount(), "2026-05-01-10.20.30.000007")],
    ] as const;
    for (const [method, path, headers] of made) {
      const declared = findOperation(paperless, method, path.replace(/^\/api/, ""));
      const sent = [...Object.keys(headers), "transId", "transactionSrc"];
      expect([path, sent.filter((name) => !declared?.has(name))]).toEqual([path, []]);
    }
  });

  it("in paths, queries and headers", () => {
    const made = [
      [rating, "post", ratingPath(aRateRequest())],
      [rating, "post", ratingPath(aRateRequest({ serviceCode: "UPS_GROUND" }))],
      [shipping, "post", shipPath],
      [shipping, "post", recoveryPath],
      ...voidPaths({ shipmentIdentificationNumber: "1Z1", trackingNumbers: ["1Z1"] }).map(
        (path) => [shipping, "delete", path] as const,
      ),
      [tracking, "get", trackByReferencePath(anAccount(), "A1", new Date())],
      [tracking, "get", trackPath("1Z1")],
    ] as const;
    for (const [specification, method, called] of made) {
      const url = new URL(called, "http://ups");
      const declared = findOperation(specification, method, url.pathname.replace(/^\/api/, ""));
      const sent = [...url.searchParams.keys(), "transId", "transactionSrc"];
      expect([called, sent.filter((name) => !declared?.has(name))]).toEqual([called, []]);
    }
  });

  it("finds the names that we list as missing really missing", () => {
    const body = serialiseRating(anAccount(), aRateRequest());
    expect(undeclaredNames(rating, { $ref: "RATERequestWrapper" }, body)).toEqual(Object.keys(deviations));
  });
});
