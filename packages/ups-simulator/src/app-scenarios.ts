import { refuse, type Scenario } from "./scenario.js";

const noProduct = "Invalid Authentication Information.";
const noOwnForms = "Your UPS Account number is not authorized for user generated forms functionality.";

/** Magic client ids, secrets and account numbers. */
export const appScenarios: Scenario[] = [
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
    effect: { refuse: [refuse(["RATE"], "250002", noProduct, 401)] },
    meaning: "The app lacks Rating: the token works, Rating answers 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-shipping",
    effect: { refuse: [refuse(["SHIP", "VOID", "RECOVER_LABEL"], "250002", noProduct, 401)] },
    meaning: "The app lacks Shipping: Ship, Void and Label Recovery answer 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-tracking",
    effect: { refuse: [refuse(["TRACK", "TRACK_BY_REFERENCE"], "250002", noProduct, 401)] },
    meaning: "The app lacks Tracking: both track operations answer 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-time-in-transit",
    effect: { refuse: [refuse(["TRANSIT_TIMES"], "250002", noProduct, 401)] },
    meaning: "The app lacks Time in Transit: it answers 401 250002.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-locator",
    effect: { refuse: [refuse(["LOCATE"], "250002", noProduct, 401)] },
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
    value: "contract-services",
    effect: { shopsByContract: true },
    meaning:
      "Shop also lists what UPS sells by contract: `93`, `70`, `17` and `75`, and `9Z`, which no table knows. Ship takes `93` and `17` where they run.",
  },
  {
    place: "client id",
    match: "contains",
    value: "without-address-validation",
    effect: { refuse: [refuse(["VALIDATE_ADDRESS"], "250002", noProduct, 401)] },
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
      refuse: [refuse(["UPLOAD_DOCUMENT", "PUSH_DOCUMENT", "DELETE_DOCUMENT"], "250002", noProduct, 401)],
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
        refuse(["UPLOAD_DOCUMENT"], "9590018", noOwnForms),
      ],
    },
    meaning: "An account that does not exist: 112111 (Rate), 120100 (Ship), 9590018 (Paperless).",
  },
  {
    place: "account number",
    match: "ends with",
    value: "U",
    effect: { refuse: [refuse(["UPLOAD_DOCUMENT"], "9590018", noOwnForms)] },
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
];
