import { Ajv } from "ajv";
import { serialiseTransitTimes, transitTimesPath } from "../../src/ups/rating/serialise-transit-times.js";
import { anAccount, anAddress } from "../ups/builders.js";
import { startSimulatedUps } from "../ups/simulated-ups.js";
import { findOperation, loadSpecification, openapiDir, relax, undeclaredNames } from "./ups-openapi.js";

const describeWithSpecifications = openapiDir ? describe : describe.skip;

const files: Record<string, string> = {
  RATE: "Rating.yaml",
  VOID: "Shipping.yaml",
  VALIDATE_ADDRESS: "AddressValidation.yaml",
  LOCATE: "Locator.yaml",
  DELETE_DOCUMENT: "Paperless.yaml",
  TRACK: "Tracking.yaml",
  TRANSIT_TIMES: "TimeInTransit.yaml",
};

describeWithSpecifications("the questions that check an app's products", () => {
  it("go to operations that UPS specifies", async () => {
    const ups = await startSimulatedUps();
    try {
      await ups.adapter.checkProducts(anAccount());
      const seen = (await ups.control.requests()).filter(({ operation }) => operation !== "TOKEN");
      expect(seen.map(({ operation }) => operation).sort()).toEqual(Object.keys(files).sort());
      for (const { operation, method, path } of seen) {
        const declared = findOperation(
          loadSpecification(files[operation ?? ""]!),
          method.toLowerCase() as "post",
          new URL(path, "http://ups").pathname.replace(/^\/api/, ""),
        );
        expect([operation, declared === null || declared === undefined]).toEqual([operation, false]);
      }
    } finally {
      await ups.close();
    }
  });

  it("ask for transit times in UPS's names and within its relaxed schema", () => {
    const body = serialiseTransitTimes(anAddress("newYork"), anAddress("sanFrancisco"));
    const specification = loadSpecification("TimeInTransit.yaml");
    expect(undeclaredNames(specification, { $ref: "TimeInTransitRequest" }, body)).toEqual([]);
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
    ajv.addSchema({ $id: "ups", components: { schemas: relax(specification, "TRANSIT") } });
    const validate = ajv.compile({ $ref: "ups#/components/schemas/TimeInTransitRequest" });
    expect([validate(body), validate.errors]).toEqual([true, null]);
    expect(validate({ ...body, originCountryCode: undefined })).toBe(false);
    expect(transitTimesPath).toBe("/api/shipments/v1/transittimes");
  });
});
