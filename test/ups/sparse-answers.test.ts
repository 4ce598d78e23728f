import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAddressValidation } from "../../src/ups/addresses/parse-address-validation.js";
import { parseLocator } from "../../src/ups/locations/parse-locator.js";
import { parseUpload } from "../../src/ups/paperless/parse-paperless.js";
import { parseRating } from "../../src/ups/rating/parse-rating.js";
import { parseRecovery } from "../../src/ups/shipping/parse-recovery.js";
import { parseShip } from "../../src/ups/shipping/parse-ship.js";
import { parseVoid } from "../../src/ups/shipping/parse-void.js";
import { parseTrack } from "../../src/ups/tracking/parse-track.js";
import { parseTrackByReference } from "../../src/ups/tracking/parse-track-by-reference.js";
import { parseToken } from "../../src/ups/wire/parse-token.js";
import { differences, inOtherForms, shortened, withoutMembers } from "./answer-forms.js";
import { anAddress } from "./builders.js";
import { fixture } from "./fixtures.js";

/** What may change in a reading when the member at a path says nothing: the first that fits counts. */
type Told = [member: RegExp, told: RegExp | "ALL"][];

interface Product {
  parse(json: unknown): unknown;
  told: Told;
}

const number = "1Z0A1B2C0300000014";
const nothing = /^$/;

/** Errors are not among them: a refusal is read by its code alone. */
const byFileName: [RegExp, string][] = [
  [/error|pickup/, ""],
  [/void/, "void"],
  [/rat(e|ing)-/, "rating"],
  [/ship-/, "ship"],
  [/recovery-/, "label-recovery"],
  [/tracking-|track-/, "track"],
  [/address-validation/, "address-validation"],
  [/locator-/, "locator"],
  [/paperless-upload/, "paperless"],
];
const service = (parts: string) => new RegExp(`^(value\\.\\d+\\.(${parts})|value\\.\\d+\\.negotiatedState)`);

const products: Record<string, Product> = {
  rating: {
    parse: parseRating,
    told: [
      [/^RateResponse(\.RatedShipment)?$|Service(\.Code)?$/, "ALL"],
      [/RateResponse\.Response|RatedShipmentAlert/, /^messages|^value\.\d+\.(messages|negotiatedState)/],
      [/\.(TimeInTransit|GuaranteedDelivery)/, service("estimated|transitDays|isGuaranteed|isSaturdayDelivery")],
      [/\.BillingWeight/, service("billableWeight")],
      [/\.RatedPackage|\.(ItemizedCharges|BaseServiceCharge|RateModifier|TaxCharges)/, service("charges|isSaturday")],
      // A price without its currency, or without its number, is none: the offer goes, and no other.
      [/Total\w*\.(CurrencyCode|MonetaryValue)$/, "ALL"],
      [/\.(NegotiatedRateCharges|TotalCharges?|TotalChargesWithTaxes)/, "ALL"],
    ],
  },
  ship: {
    parse: (json) => parseShip(json, 2) ?? parseShip(json, 1),
    told: [
      [/^ShipmentResponse(\.ShipmentResults(\.PackageResults)?)?$|TrackingNumber$|ShippingLabel/, "ALL"],
      [/Response\.Alert/, /^messages/],
      [/Response\.ResponseStatus|TransactionReference|Response$/, /^messages/],
      [/ShipmentIdentificationNumber/, /^value\.shipmentIdentificationNumber/],
      [/ShipmentCharges|NegotiatedRateCharges|PackageResults/, /^value\.(charge|packages\.\d+\.chargeItems)/],
      [/Form|CODTurnInPage|HighValueReport|ControlLogReceipt|Receipt/, /^value\.(unreadableD|d)ocuments/],
    ],
  },
  "label-recovery": {
    parse: parseRecovery,
    told: [
      [/^LabelRecoveryResponse(\.LabelResults)?$|TrackingNumber$|LabelImage|TrackingCandidate/, "ALL"],
      [/ShipmentIdentificationNumber/, /^value\.shipment\.shipmentIdentificationNumber/],
      [/Form|Receipt/, /^value\.shipment\.(unreadableD|d)ocuments/],
    ],
  },
  track: {
    parse: (json) => parseTrack(json, number),
    told: [
      [/^trackResponse(\.shipment(\.\d+\.package|\.package)?)?$|package(\.\d+)?\.trackingNumber/, "ALL"],
      [/\.activity$/, /^value\.(events|status|deliveredAt|receivedBy|deliveryLocation)/],
      [/\.activity.*\.status/, /^value\.(events\.\d+\.(key|status|carrierStatus|description)|status|del|receivedBy)/],
      [
        /\.activity.*\.(date|time|gmtDate|gmtTime|gmtOffset)$/,
        /^value\.(events\.\d+\.(key|occ|local|utc)|deliveredAt)/,
      ],
      [/\.activity.*\.location/, /^value\.events\.\d+\.(key|city|region|countryCode)/],
      [/\.currentStatus/, /^value\.(status|deliveredAt|receivedBy|deliveryLocation)/],
      [/\.delivery(Date|Time)/, /^value\.estimate/],
      [/\.deliveryInformation/, /^value\.(receivedBy|deliveryLocation)/],
    ],
  },
  "track-by-reference": {
    parse: parseTrackByReference,
    told: [[/^trackResponse(\.shipment.*)?$/, "ALL"]],
  },
  "address-validation": {
    parse: (json) => parseAddressValidation(json, anAddress("newYork")),
    told: [
      [/^XAVResponse$|Indicator$|\.AddressKeyFormat$|\.Candidate$/, "ALL"],
      [/Response\.Alert/, /^messages/],
      [/AddressClassification/, /residentialStatus$/],
      [/AddressKeyFormat\.(AddressLine|Urbanization)/, /candidates\.\d+\.(address\.lines|changedFields)/],
      [/PoliticalDivision2/, /candidates\.\d+\.(address\.city|changedFields)/],
      [/PoliticalDivision1/, /candidates\.\d+\.(address\.region|changedFields)/],
      [/Postcode/, /candidates\.\d+\.(address\.postalCode|changedFields)/],
      [/CountryCode/, /candidates\.\d+\.(address\.(countryCode|region)|changedFields)/],
    ],
  },
  locator: {
    parse: (json) => parseLocator(json, "US"),
    told: [
      [/^LocatorResponse(\.SearchResults(\.DropLocation)?)?$|LocationID$|\.AddressKeyFormat$|Response\.Error/, "ALL"],
      [/AddressKeyFormat\.(ConsigneeName|AddressLine)/, /locations\.\d+\.(name|address\.(company|lines))/],
      [/AddressKeyFormat\.\w+/, /locations\.\d+\.address\.(city|region|postalCode|countryCode)/],
      [/\.Geocode/, /locations\.\d+\.(latitude|longitude)/],
      [/\.PhoneNumber/, /locations\.\d+\.(address\.)?phone/],
      [/\.LocationAttribute/, /locations\.\d+\.(kinds|serviceNames)/],
      [/\.ServiceOfferingList/, /locations\.\d+\.serviceNames/],
      [/\.Distance/, /locations\.\d+\.distance/],
      [/\.SpecialInstructions/, /locations\.\d+\.instructions/],
      [/\.OperatingHours|DropOffTime/, /locations\.\d+\.(openingHours|latestDropOff)/],
      [/\.AccessPointInformation/, /locations\.\d+\.(accessPointId|isAvailable|kinds)/],
    ],
  },
  paperless: {
    parse: parseUpload,
    told: [
      [/^UploadResponse$|FormsHistoryDocumentID/, "ALL"],
      [/Response\.Response/, /^messages/],
    ],
  },
  void: {
    parse: parseVoid,
    told: [[/^VoidShipmentResponse(\.PackageLevelResults?)?$|TrackingNumber$|Response|Summary|\.Status/, "ALL"]],
  },
  token: { parse: parseToken, told: [[/access_token|expires_in/, "ALL"]] },
};

const root = "test/fixtures/ups";
const fixtures = Object.keys(products).flatMap((product) =>
  readdirSync(join(process.cwd(), root, product)).map((file) => {
    const name = file.replace(".json", "");
    return [product, name, fixture(product, name)] as const;
  }),
);

/** Answers that UPS gave, on machines that have them. */
const recorded = [process.env.UPS_CAPTURES_DIR, process.env.UPS_ANSWERS_DIR].flatMap((folder) => {
  const files = folder ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
  return files.flatMap((file) => {
    const product = byFileName.find(([pattern]) => pattern.test(file))?.[1];
    const content = JSON.parse(readFileSync(join(folder ?? "", file), "utf8")) as { body?: unknown };
    return product ? [[product, file, content.body ?? content] as const] : [];
  });
});

const toldBy = ({ told }: Product, path: string) => told.find(([member]) => member.test(path))?.[1] ?? nothing;

describe.each([...fixtures, ...recorded])("the answer %s/%s", (name, _file, answer) => {
  const product = products[name]!;
  const json = shortened(answer);
  const whole = product.parse(json);

  it("loses with a member at most what the member tells, in whatever way it says nothing", () => {
    const faults: string[] = [];
    let absent: unknown;
    for (const { path, form, isAbsent, json: sparse } of withoutMembers(json)) {
      const reading = product.parse(sparse);
      if (isAbsent) absent = reading;
      const told = toldBy(product, path);
      const lost = told === "ALL" ? [] : differences(whole, reading).filter((at) => !told.test(at));
      if (lost.length > 0) faults.push(`${path} ${form}: ${lost.join(", ")}`);
      // "" and {} are there where presence alone counts.
      const isFlag = /Indicator$/.test(path) && form !== "null" && form !== "an empty list";
      const isOther = !isFlag && differences(absent, reading).length > 0;
      if (isOther) faults.push(`${path}: ${form} is not as absent`);
    }
    expect(faults).toEqual([]);
  });

  it("says the same in single elements and lists, in texts and numbers", () => {
    const faults = [...inOtherForms(json)]
      .filter(({ json: other }) => differences(whole, product.parse(other)).length > 0)
      .map(({ path, form }) => `${path} as ${form}`);
    expect(faults).toEqual([]);
  });
});
