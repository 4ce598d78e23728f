import type { OperationName } from "./operation-name.js";
import type { JourneyName } from "./products/tracking/journey-name.js";

/** Where a magic value is looked for. */
export type ScenarioPlace =
  | "client id"
  | "client secret"
  | "account number"
  | "recipient postal code"
  | "recipient city"
  | "recipient name"
  | "reference";

export type ScenarioEffect =
  | { refuse: { operations: OperationName[]; status: number; code: string; message: string }[] }
  | { bindsAccount: true }
  | { tokenSeconds: number }
  | { notEnrolled: true }
  | { paperlessInvoice: true }
  | { knowsStates: string[] }
  | { oddLocations: true }
  | { journey: JourneyName }
  | { alert: { code: string; message: string } };

export interface Scenario {
  place: ScenarioPlace;
  match: "is" | "contains" | "ends with";
  value: string;
  effect: ScenarioEffect;
  /** What happens, for the table in the README. */
  meaning: string;
}

const refuse = (operations: OperationName[], code: string, message: string, status = 400) => ({
  operations,
  status,
  code,
  message,
});
const NO_PRODUCT = "Invalid Authentication Information.";
const NO_OWN_FORMS = "Your UPS Account number is not authorized for user generated forms functionality.";
const NO_SERVICE = "The requested service is unavailable between the selected locations.";

/** The one table of magic inputs. Everything else is answered by the ordinary rules. */
export const SCENARIOS: Scenario[] = [
  {
    place: "client secret",
    match: "is",
    value: "wrong-secret",
    effect: { refuse: [refuse(["TOKEN"], "10401", "ClientId is Invalid", 401)] },
    meaning: "No token: 401 10401.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-rating",
    effect: { refuse: [refuse(["RATE"], "250002", NO_PRODUCT, 401)] },
    meaning: "The app lacks Rating: the token works, Rating answers 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-shipping",
    effect: { refuse: [refuse(["SHIP", "VOID", "RECOVER_LABEL"], "250002", NO_PRODUCT, 401)] },
    meaning: "The app lacks Shipping: Ship, Void and Label Recovery answer 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-tracking",
    effect: { refuse: [refuse(["TRACK", "TRACK_BY_REFERENCE"], "250002", NO_PRODUCT, 401)] },
    meaning: "The app lacks Tracking: both track operations answer 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-time-in-transit",
    effect: { refuse: [refuse(["TRANSIT_TIMES"], "250002", NO_PRODUCT, 401)] },
    meaning: "The app lacks Time in Transit: it answers 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-locator",
    effect: { refuse: [refuse(["LOCATE"], "250002", NO_PRODUCT, 401)] },
    meaning: "The app lacks Locator: it answers 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "odd-locations",
    effect: { oddLocations: true },
    meaning:
      "Locator writes shapes met on the wire and not in its spec: texts and bare objects for containers and lists.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-address-validation",
    effect: { refuse: [refuse(["VALIDATE_ADDRESS"], "250002", NO_PRODUCT, 401)] },
    meaning: "The app lacks Address Validation: it answers 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "knows-two-states",
    effect: { knowsStates: ["NY", "CA"] },
    meaning: "Address Validation knows New York and California only, as UPS's test host: else 264030.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-paperless",
    effect: {
      refuse: [refuse(["UPLOAD_DOCUMENT", "PUSH_DOCUMENT", "DELETE_DOCUMENT"], "250002", NO_PRODUCT, 401)],
    },
    meaning: "The app lacks Paperless Documents: upload, push and delete answer 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "bound-to-",
    effect: { bindsAccount: true },
    meaning:
      "The app serves only the account named by the six signs that follow, as in `bound-to-A1B2C3`: another shipper number is refused with 112111 (Rate) or 120100 (Ship), and its shipments are not found by Void and Recovery.",
  },
  {
    place: "client id",
    match: "contains",
    value: "short-lived",
    effect: { tokenSeconds: 60 },
    meaning: "Tokens expire after 60 seconds instead of 14399.",
  },
  {
    place: "account number",
    match: "is",
    value: "000000",
    effect: {
      refuse: [
        refuse(["RATE"], "112111", "Invalid shipper number."),
        refuse(["SHIP"], "120100", "Missing or invalid shipper number"),
        refuse(["UPLOAD_DOCUMENT"], "9590018", NO_OWN_FORMS),
      ],
    },
    meaning: "An account that does not exist: 112111 (Rate), 120100 (Ship), 9590018 (Paperless).",
  },
  {
    place: "account number",
    match: "ends with",
    value: "U",
    effect: { refuse: [refuse(["UPLOAD_DOCUMENT"], "9590018", NO_OWN_FORMS)] },
    meaning: "Not enabled for 'Upload Forms Created Offline': upload, push and delete answer 9590018.",
  },
  {
    place: "account number",
    match: "ends with",
    value: "N",
    effect: { notEnrolled: true },
    meaning: "Not enrolled for negotiated rates: published prices only, and alert 120900.",
  },
  {
    place: "account number",
    match: "ends with",
    value: "P",
    effect: { paperlessInvoice: true },
    meaning: "Paperless invoice: the form of an international shipment comes without its file.",
  },
  {
    place: "recipient postal code",
    match: "is",
    value: "99999",
    effect: { refuse: [refuse(["RATE"], "111210", NO_SERVICE), refuse(["SHIP"], "120124", NO_SERVICE)] },
    meaning: "Nobody delivers there: 111210 (Rate), 120124 (Ship).",
  },
  {
    place: "recipient postal code",
    match: "is",
    value: "00000",
    effect: {
      refuse: [
        refuse(["RATE"], "113021", "Missing or invalid ship to postal code."),
        refuse(["SHIP"], "120207", "Missing or invalid ship to postal code"),
      ],
    },
    meaning: "No such postal code: 113021 (Rate), 120207 (Ship).",
  },
  {
    place: "recipient city",
    match: "is",
    value: "Placeholder",
    effect: {
      refuse: [
        refuse(["RATE"], "118400", "The service is not available to %dest.AdjCountry%."),
        refuse(["SHIP"], "128400", "The service is not available to %dest.AdjCountry%."),
      ],
    },
    meaning: "A message with an unfilled placeholder, as UPS sometimes sends: 118400 (Rate), 128400 (Ship).",
  },
  {
    place: "recipient city",
    match: "is",
    value: "Reclassified",
    effect: {
      alert: {
        code: "110920",
        message: "Ship To Address Classification is changed from Residential to Commercial",
      },
    },
    meaning: "Works, with alert 110920: the address class was changed.",
  },
  {
    place: "recipient name",
    match: "is",
    value: "Refused Recipient",
    effect: {
      refuse: [
        refuse(["SHIP"], "121000", "Request contains invalid data e.g. special characters etc. Please correct."),
      ],
    },
    meaning: "Can be rated, cannot be bought: 121000 (Ship).",
  },
  {
    place: "recipient name",
    match: "is",
    value: "Never Home",
    effect: { journey: "SECOND_ATTEMPT" },
    meaning: "The first delivery attempt fails, the second succeeds.",
  },
  {
    place: "recipient name",
    match: "is",
    value: "Returns Everything",
    effect: { journey: "RETURNED" },
    meaning: "The package is refused and goes back to the sender.",
  },
  {
    place: "recipient name",
    match: "is",
    value: "Delivered In A Minute",
    effect: { journey: "IN_A_MINUTE" },
    meaning: "Its packages pass from scan to scan in seconds and are delivered within a minute.",
  },
  {
    place: "recipient name",
    match: "is",
    value: "Never Shipped",
    effect: { journey: "SILENT" },
    meaning: "The package is never handed over: its label stays all that UPS knows.",
  },
  {
    place: "reference",
    match: "is",
    value: "SIM-500",
    effect: { refuse: [refuse(["SHIP"], "10004", "Something went wrong. Please try again later.", 500)] },
    meaning: "Ship fails with 500 10004; nothing is booked.",
  },
];
