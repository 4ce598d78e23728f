import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bodyOf, headersOf, queryOf } from "../../src/ups/wire/declared-names.js";
import { openapiDir } from "./ups-openapi.js";

const describeWithSpecifications = openapiDir ? describe : describe.skip;

function checkTypes(UPS_OPENAPI_DIR: string) {
  const script = join(__dirname, "ups-types.js");
  const run = spawnSync(process.execPath, [script, "--check"], {
    env: { ...process.env, UPS_OPENAPI_DIR },
    encoding: "utf8",
  });
  return { status: run.status, said: run.stderr };
}

describeWithSpecifications("the committed names of UPS's fields", () => {
  const folder = mkdtempSync(join(tmpdir(), "ups-openapi-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are those of its specifications (else run `npm run ups:types`)", () => {
    expect(checkTypes(openapiDir ?? "")).toEqual({ status: 0, said: "" });
  });

  it("would be found out if they were not", () => {
    cpSync(openapiDir ?? "", folder, { recursive: true });
    const rating = readFileSync(join(folder, "Rating.yaml"), "utf8");
    rmSync(join(folder, "Rating.yaml"));
    writeFileSync(join(folder, "Rating.yaml"), rating.replaceAll("CustomerClassification", "Classification"));
    expect(checkTypes(folder)).toEqual({ status: 1, said: expect.stringMatching(/ rating\.ts\n$/) });
  });
});

/** What must not compile: `npm run types` fails where an expected error is missing. */
describe("what UPS does not declare", () => {
  const isWanted = Boolean(process.version);
  const misspelt = () => ({ City: "Berlin", CountyCode: "DE" });

  it("is refused by the compiler wherever it stands, and what UPS declares is passed on", () => {
    const body = bodyOf("RATE", {
      RateRequest: {
        Shipment: {
          ...(isWanted && { Shipper: { Name: "Ada", Address: { City: "Berlin" } } }),
          Package: [1, 2].map((weight) => ({ PackageWeight: { Weight: String(weight) } })),
        },
      },
    });
    expect(body.RateRequest.Shipment.Package).toHaveLength(2);

    // @ts-expect-error at the top
    bodyOf("RATE", { RateReqest: { Shipment: { Shipper: { Name: "Ada" } } } });
    // @ts-expect-error in a nested object
    bodyOf("RATE", { RateRequest: { Shipment: { Shipper: { Nmae: "Ada" } } } });
    // @ts-expect-error in an element of a list
    bodyOf("RATE", { RateRequest: { Shipment: { Package: [{ Weight: "1" }] } } });
    // @ts-expect-error in a list that is computed
    bodyOf("RATE", { RateRequest: { Shipment: { Package: [1].map((weight) => ({ Weigth: String(weight) })) } } });
    // @ts-expect-error in what is spread
    bodyOf("RATE", { RateRequest: { Shipment: { Shipper: { Name: "Ada", ...(isWanted && { Nmae: "Ada" }) } } } });
    // @ts-expect-error in what another function makes
    bodyOf("RATE", { RateRequest: { Shipment: { Shipper: { Name: "Ada", Address: misspelt() } } } });
    // @ts-expect-error where another operation has it
    bodyOf("RATE", { RateRequest: { Shipment: { Description: "Books" } } });
  });

  it("is refused in queries and headers", () => {
    expect(queryOf("TRACK", { locale: "en_US", returnSignature: "false" })).toBe("locale=en_US&returnSignature=false");
    expect(headersOf("DELETE_DOCUMENT", { DocumentId: "1" })).toEqual({ DocumentId: "1" });

    // @ts-expect-error
    queryOf("TRACK", { local: "en_US" });
    // @ts-expect-error
    headersOf("DELETE_DOCUMENT", { DocumentID: "1" });
  });

  it("is refused as another kind of value: text for a container, a container for text, no value, an unknown object", () => {
    // @ts-expect-error
    bodyOf("RATE", { RateRequest: { PickupType: "01" } });
    // @ts-expect-error
    bodyOf("RATE", { RateRequest: { PickupType: { Code: { Value: "01" } } } });
    // @ts-expect-error
    bodyOf("RATE", { RateRequest: { PickupType: { Code: 1 } } });
    // @ts-expect-error
    bodyOf("RATE", { RateRequest: { PickupType: null } });
    // @ts-expect-error
    bodyOf("RATE", { RateRequest: { PickupType: {} as object } });
    // @ts-expect-error
    bodyOf("RATE", { RateRequest: { PickupType: {} as Record<string, string> } });
  });
});
