/** What can become of a shipment. `SILENT`: the label is made and nothing follows. */
export const JOURNEY_NAMES = ["STANDARD", "SECOND_ATTEMPT", "ACCESS_POINT", "RETURNED", "SILENT"] as const;

export type JourneyName = (typeof JOURNEY_NAMES)[number];
