import { codesFrom } from "./error-code.js";
import { integrators, ratingsNumber, recordedAnswers, upsGuide } from "./evidence.js";

/** Whether the service goes there at all. */
export const laneCodes = [
  ...codesFrom(upsGuide, [
    ["120124", "LANE", "The service does not go between these places", "service"],
    ["120500", "LANE", "Service missing or not valid", "service"],
    ["121100", "LANE", "The service does not start from this origin", "service"],
    ["121185", "LANE", "The service does not go to this country", "service"],
    ["121208", "LANE", "Next Day Air Early does not go there", "service"],
    ["121210", "LANE", "The service does not go from this origin to this destination", "service"],
    ["121214", "LANE", "UPS does not carry between these countries"],
    ["121215", "LANE", "The service does not go to residences", "service"],
    ["121502", "LANE", "UPS carries nothing out of this country"],
    ["121513", "LANE", "Service not supported", "service"],
  ]),
  ...codesFrom(recordedAnswers, [
    ["111100", "LANE", "The service does not start from this origin", "service"],
    ["111210", "LANE", "The service does not go between these places", "service"],
  ]),
  ...codesFrom(ratingsNumber, [
    ["121091", "LANE", "The service does not go from this origin to this destination", "service"],
  ]),
  ...codesFrom(integrators, [
    ["111091", "LANE", "The service does not go from this origin to this destination", "service"],
    ["111217", "LANE", "The service does not go between these places", "service"],
  ]),
];
