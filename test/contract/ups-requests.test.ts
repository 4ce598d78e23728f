import { Ajv, type ValidateFunction } from "ajv";
import fc from "fast-check";
import { serialiseAddressValidation } from "../../src/ups/addresses/serialise-address-validation.js";
import { serialisePush, serialiseUpload } from "../../src/ups/paperless/serialise-paperless.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { serialiseRecovery } from "../../src/ups/shipping/serialise-recovery.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import {
  anAccount,
  anAddress,
  aPackage,
  aRateRequest,
  aShipRequest,
  someDetails,
  someOptions,
} from "../ups/builders.js";
import { type SimulatedUps, startSimulatedUps } from "../ups/simulated-ups.js";
import { anUpload, aPush } from "./ups-documents-made.js";
import { loadSpecification, openapiDir, relax } from "./ups-openapi.js";
import { buyableShipments, shipments, validatableAddresses } from "./ups-requests-made.js";

const describeWithSpecifications = openapiDir ? describe : describe.skip;

describeWithSpecifications("the requests we make satisfy UPS's relaxed schemas", () => {
  let validators: Record<string, ValidateFunction>;
  beforeAll(() => {
    const rating = validatorsOf("Rating.yaml", "RATE");
    const shipping = validatorsOf("Shipping.yaml", "SHIP");
    const paperless = validatorsOf("Paperless.yaml", "DOCUMENT");
    validators = {
      UPLOAD_DOCUMENT: paperless("PAPERLESSDOCUMENTUploadRequestWrapper"),
      PUSH_DOCUMENT: paperless("PAPERLESSDOCUMENTRequestWrapper"),
      RATE: rating("RATERequestWrapper"),
      SHIP: shipping("SHIPRequestWrapper"),
      VALIDATE_ADDRESS: validatorsOf("AddressValidation.yaml", "XAV")("XAVRequestWrapper"),
      RECOVER_LABEL: shipping("LABELRECOVERYRequestWrapper"),
    };
  });

  function faults(operation: string, body: unknown): string[] {
    const validate = validators[operation];
    if (!validate) throw new Error(`no schema for ${operation}`);
    // As it travels: what JSON drops is not sent.
    return validate(JSON.parse(JSON.stringify(body)))
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  }

  it("for generated rates", () => {
    fc.assert(
      fc.property(shipments, fc.constantFrom(null, "UPS_GROUND"), (details, serviceCode) => {
        expect(faults("RATE", serialiseRating(anAccount(), aRateRequest({ details, serviceCode })))).toEqual([]);
      }),
    );
  });

  it("for generated purchases", () => {
    fc.assert(
      fc.property(buyableShipments, fc.constantFrom("PDF" as const, "ZPL" as const), (shipment, labelFormat) => {
        const request = aShipRequest({ ...shipment, labelFormat });
        expect(faults("SHIP", serialiseShip(anAccount(), request, "purchase-1"))).toEqual([]);
      }),
    );
  });

  it("for recoveries", () => {
    for (const search of [{ trackingNumber: "1Z0A1B2C0300000014" }, { carrierReference: "A0000000000001" }]) {
      expect(faults("RECOVER_LABEL", serialiseRecovery(anAccount(), { labelFormat: "ZPL", ...search }))).toEqual([]);
    }
  });

  it("for addresses to validate", () => {
    fc.assert(
      fc.property(validatableAddresses, (address) => {
        expect(faults("VALIDATE_ADDRESS", serialiseAddressValidation(address))).toEqual([]);
      }),
    );
    const { CountryCode, ...address } = serialiseAddressValidation(anAddress()).XAVRequest.AddressKeyFormat;
    expect(faults("VALIDATE_ADDRESS", { XAVRequest: { AddressKeyFormat: address } })).not.toEqual([]);
  });

  it("for documents, and for purchases with them", () => {
    expect(faults("UPLOAD_DOCUMENT", serialiseUpload(anAccount(), anUpload()))).toEqual([]);
    expect(faults("PUSH_DOCUMENT", serialisePush(anAccount(), aPush()))).toEqual([]);
    const documentIds = Array.from({ length: 13 }, (_, index) => `2026-05-01-10.20.30.0000${index + 10}`);
    expect(faults("SHIP", serialiseShip(anAccount(), aShipRequest({ documentIds }), "purchase-1"))).toEqual([]);
    const tooMany = aPush({ carrierDocumentIds: [...documentIds, "2026-05-01-10.20.30.000007"] });
    expect(faults("PUSH_DOCUMENT", serialisePush(anAccount(), tooMany))).not.toEqual([]);
  });

  it("and what breaks them is found", () => {
    const body = serialiseShip(anAccount(), aShipRequest(), "purchase-1");
    const { Shipper, ...shipment } = body.ShipmentRequest.Shipment;
    expect(faults("SHIP", { ShipmentRequest: { ...body.ShipmentRequest, Shipment: shipment } })).not.toEqual([]);
    const long = { ...Shipper, Name: "x".repeat(36) };
    expect(
      faults("SHIP", { ShipmentRequest: { ...body.ShipmentRequest, Shipment: { ...shipment, Shipper: long } } }),
    ).not.toEqual([]);
  });

  describe("on the wire", () => {
    let ups: SimulatedUps;
    beforeAll(async () => {
      ups = await startSimulatedUps();
    });
    afterAll(() => ups.close());

    it("for everything that the simulator saw", async () => {
      const context = { purchaseId: null };
      const account = anAccount();
      const details = someDetails({
        shipTo: anAddress("berlin", { email: "erika@example.com" }),
        packages: [aPackage({ description: "Books", reference: "box 1" })],
        options: someOptions({ signature: "SIGNATURE", dutiesPayer: "SENDER" }),
      });
      for (const shipment of [someDetails(), details]) {
        await ups.adapter.rate(account, aRateRequest({ details: shipment }), context);
      }
      const request = aShipRequest({ details, serviceCode: "UPS_WORLDWIDE_SAVER", carrierReference: "C0000000000001" });
      await ups.adapter.ship(account, request, context);
      await ups.adapter.recoverLabels(account, { labelFormat: "ZPL", carrierReference: "C0000000000001" }, context);
      const seen = (await ups.control.requests()).filter(
        (sent) => sent.operation !== null && sent.operation in validators,
      );
      expect(seen.map((sent) => sent.status)).toEqual([200, 200, 200, 200]);
      expect(seen.flatMap((sent) => faults(sent.operation ?? "", sent.body))).toEqual([]);
    });
  });
});

/** Compiles wrappers of one specification, relaxed; references stay within its schemas. */
function validatorsOf(
  file: string,
  prefix: "RATE" | "SHIP" | "XAV" | "DOCUMENT",
): (wrapper: string) => ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  ajv.addSchema({ $id: "ups", components: { schemas: relax(loadSpecification(file), prefix) } });
  return (wrapper) => ajv.compile({ $ref: `ups#/components/schemas/${wrapper}` });
}
