/** What can become of a shipment. `SILENT`: the label is made and nothing follows. `IN_A_MINUTE`: as STANDARD, in seconds. */
export const journeyNames = [
  "STANDARD",
  "SECOND_ATTEMPT",
  "ACCESS_POINT",
  "RETURNED",
  "SILENT",
  "IN_A_MINUTE",
] as const;

export type JourneyName = (typeof journeyNames)[number];
