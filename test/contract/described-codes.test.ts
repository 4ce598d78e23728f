import { isEnumType } from "graphql";
import { isCountryCode, isPartRequired } from "../../src/carrier/address-parts.js";
import { ownMessageCodes } from "../../src/entities/values/carrier-message.js";
import { Incoterm } from "../../src/entities/values/customs-enums.js";
import { appErrorCodes } from "../../src/errors.js";
import { toSearch } from "../../src/shipping/location/location-search-input.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { validatesAddressesIn } from "../../src/ups/addresses/serialise-address-validation.js";
import { checkReturn } from "../../src/ups/checks/check-return.js";
import { incoterms } from "../../src/ups/customs/invoice-limits.js";
import { serialiseInvoice } from "../../src/ups/customs/serialise-invoice.js";
import { collectionLevel, fundsAt } from "../../src/ups/shipping/collect-on-delivery.js";
import { serviceRows } from "../../src/ups/words/codes.js";
import { isQualifiedDomestic } from "../../src/ups/words/lanes.js";
import { needsPostalCode } from "../../src/ups/words/limits.js";
import { packageTypes } from "../../src/ups/words/package-types.js";
import { isEuropeanUnion } from "../../src/ups/words/places/customs-areas.js";
import { unitsOf } from "../../src/ups/words/units.js";
import { graphElements, ownTypes } from "../support/graph-elements.js";
import { anAddress, aPackage, aShipRequest, someDetails } from "../ups/builders.js";
import { aDeclaration } from "../ups/customs-builders.js";

const schema = buildSubgraph({ order: { typeName: "Order", keyField: "id" } });
const descriptions = new Map(
  graphElements(schema).map(({ coordinate, description }) => [coordinate, description ?? ""]),
);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const countries = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountryCode);

/** As the invoice has it when people write it small; their own words stay as they are. */
const reasonSent = (reasonForExport: string) => {
  const customs = aDeclaration({ reasonForExport });
  const details = someDetails({ shipTo: anAddress("toronto"), customs });
  return serialiseInvoice(aShipRequest({ details }))?.ReasonForExport;
};

describe("a code in a description", () => {
  const enumValues = ownTypes(schema).flatMap((type) =>
    isEnumType(type) ? type.getValues().map(({ name }) => name) : [],
  );
  const inCode = new Set<string>([
    ...[...enumValues, ...appErrorCodes, ...ownMessageCodes, ...countries],
    ...[...serviceRows, ...packageTypes].map(({ code }) => code),
  ]);
  /** Names, units, and how something is written. */
  const abbreviations = new Set(
    "ISO RFC SHA URL ID API HTTP UTC ZIP MB USD HH MM YYYY DD SKU HS EEI ITN ECCN EIN CFR ATO EUR GTIN IANA JSON".split(
      " ",
    ),
  );
  /** UPS's own, passed on as they are. */
  const passedOn = new Set([
    "PostalAddress.region NY",
    "DangerousSubstance.identificationNumber UN3480",
    "DangerousSubstanceInput.identificationNumber UN3480",
    ...[
      "CarrierExportFilingInput.licenseCode C33",
      "CarrierExportFilingInput.eccn EAR99",
      "CarrierExportFiling.eccn EAR99",
    ],
  ]);

  it("is one that the code has", () => {
    const written = [...descriptions].flatMap(([coordinate, text]) =>
      (text.match(/\b[A-Z][A-Z0-9]+(_[A-Z0-9]+)*\b/g) ?? []).map((code) => ({ coordinate, code })),
    );
    expect(written.length).toBeGreaterThan(300);
    const unknown = written.filter(
      ({ coordinate, code }) =>
        !inCode.has(code) &&
        !abbreviations.has(code) &&
        !passedOn.has(`${coordinate} ${code}`) &&
        reasonSent(code.toLowerCase()) !== code,
    );
    expect(unknown).toEqual([]);
  });

  it("stands beside all others of its kind", () => {
    const named = descriptions.get("CustomsDeclarationInput.incoterm")?.match(/\b[A-Z]{3}\b/g) ?? [];
    const refused = Object.keys(Incoterm).filter((term) => !incoterms.some((taken) => taken === term));
    expect(named.filter((word) => word !== "DDP" && word !== "UPS").sort()).toEqual(refused.sort());
    expect(named).toContain("DDP");
  });
});

const countryNames: [name: RegExp, code: string][] = [
  [/\bUnited States\b/, "US"],
  [/\bPuerto Rico\b/, "PR"],
  [/\bCanada\b/, "CA"],
  [/\bEuropean Union\b/, "EU"],
];

/** Which are countries too. */
const noCountries = new Set(["ID", "MM", "MV"]);

/** The countries that a description names, by name or code; those of an example are none. */
function countriesIn(text: string): string[] {
  const rule = text.replace(/\bfor example [A-Z]{2}\b/g, "");
  const byName = countryNames.filter(([name]) => name.test(rule)).map(([, code]) => code);
  const byCode = rule.match(/\b[A-Z]{2}\b/g)?.filter((code) => isCountryCode(code) && !noCountries.has(code)) ?? [];
  return [...new Set([...byName, ...byCode])].sort();
}
describe("a country in a description", () => {
  const where = (isMeant: (country: string) => boolean) => countries.filter(isMeant);
  const milesIn = (countryCode: string) =>
    toSearch({ city: { city: "Anywhere", countryCode } }, countryCode).distanceUnit === "MI";
  const fundsInside = (country: string) => {
    const level = collectionLevel({ from: country, to: country });
    return level === null ? [] : fundsAt(level);
  };
  const isDutyFreeAbroad = (from: string) => countries.some((to) => to !== from && isQualifiedDomestic({ from, to }));
  const returnsOneOnly = (countryCode: string) => {
    const shipFrom = anAddress("newYork", { countryCode, region: null });
    const returnService = { kind: "PRINT_RETURN_LABEL", email: null, boxNumber: null } as const;
    const details = someDetails({ shipFrom, returnService, packages: [aPackage(), aPackage()] });
    return checkReturn(details, null, null).some(({ path }) => path.join() === "packages");
  };
  /** The Union is named as a whole, and the United States with Puerto Rico where both are inside. */
  const asUnion = (codes: string[]) => [...new Set(codes.map((code) => (isEuropeanUnion(code) ? "EU" : code)))].sort();
  const asStates = (codes: string[]) => codes.filter((code) => code !== "PR" || !codes.includes("US"));

  const inCode: Record<string, string[]> = {
    "CarrierProduct.ADDRESS_VALIDATION": where(validatesAddressesIn),
    "Query.validateAddress": where(validatesAddressesIn),
    "ValidateAddressInput.address": where(validatesAddressesIn),
    "PostalAddressInput.region": where((country) => isPartRequired(country, "region")),
    "ShipmentOptionsInput.payerPostalCode": where(needsPostalCode),
    "SaveCustomerCarrierAccountInput.postalCode": where(needsPostalCode),
    "CarrierLocationsInput.distanceUnit": where(milesIn),
    "CollectOnDeliveryFunds.CASH": asUnion(where((country) => fundsInside(country).includes("CASH"))),
    "CollectOnDeliveryFunds.CASHIERS_CHECK": asStates(
      where((country) => fundsInside(country).includes("CASHIERS_CHECK")),
    ),
    CustomsDeclarationInput: asUnion(where(isDutyFreeAbroad)),
    PurchaseReturnLabelInput: where(returnsOneOnly),
  };
  /** The parties of a treaty, whose rules of transport they are, and a way to write a place. */
  const facts = {
    "DangerousGoodsRegulation.CFR": ["CA", "US"],
    "DangerousGoodsRegulation.TDG": ["CA", "US"],
    "DangerousGoodsInput.emergencyContact": ["US"],
    "ShippingDocumentKind.USMCA_CERTIFICATE": ["CA", "US"],
    "LanePlaceInput.region": ["PR", "US"],
  };
  /** Whose law of customs it is, and whom it leaves out. */
  const customsOf = {
    "CustomsDeclaration.exportFiling": ["US"],
    "CustomsDeclarationInput.exportFiling": ["US"],
    ExportFiling: ["US"],
    ExportFilingInput: ["CA", "US"],
    "CustomsTaxNumberKind.IOSS": ["EU"],
    "CustomsDeclarationInput.isLowValue": ["EU"],
    "CustomsDeclarationInput.recipientKind": ["EU"],
    "CustomsDeclarationInput.sellerKind": ["EU"],
    "CustomsItemInput.manufacturerProductId": ["EU"],
    "PackedItemInput.manufacturerProductId": ["EU"],
  };
  /** By example; see below. */
  const examples = {
    "UpsConfigurationInput.weightUnit": ["US"],
    "UpsConfigurationChangesInput.weightUnit": ["US"],
  };

  it("is where the code has the rule", () => {
    const named = [...descriptions].map(([coordinate, text]) => [coordinate, countriesIn(text)] as const);
    expect(Object.fromEntries(named.filter(([, codes]) => codes.length > 0))).toEqual({
      ...inCode,
      ...facts,
      ...customsOf,
      ...examples,
    });
  });

  it("weighs in pounds where the method's weight unit says so, and in kilograms in Europe", () => {
    expect(unitsOf("US").weight).toEqual(["LB"]);
    expect(new Set(where(isEuropeanUnion).flatMap((country) => unitsOf(country).weight))).toEqual(new Set(["KG"]));
  });
});
