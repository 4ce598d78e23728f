import { refuse, type Scenario } from "./scenario.js";

const noService = "The requested service is unavailable between the selected locations.";

/** Magic recipients and references. */
export const recipientScenarios: Scenario[] = [
  {
    place: "recipient postal code",
    match: "is",
    value: "99999",
    effect: { refuse: [refuse(["RATE"], "111210", noService), refuse(["SHIP"], "120124", noService)] },
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
