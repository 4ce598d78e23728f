/** UPS's codes of location types as far as the simulator has such places (they vary by country). */
export const placeTypes = {
  CENTER: { code: "001", description: "UPS Customer Center" },
  STORE: { code: "002", description: "The UPS Store" },
  DROP_BOX: { code: "003", description: "UPS Drop Box" },
  OUTLET: { code: "004", description: "UPS Authorized Shipping Outlet" },
  ACCESS_POINT: { code: "018", description: "UPS Access Point" },
} as const;

export type PlaceType = keyof typeof placeTypes;

/** Opening times of a day as UPS writes them: military, unpadded, midnight 0. Empty: closed. */
export type Shifts = [open: string, close: string][] | "ALWAYS";

/** A place of UPS's that never was: invented names at public business addresses. */
export interface Place {
  /** LocationID: UPS's internal number. */
  id: string;
  type: PlaceType;
  /** PublicAccessPointID; null: not an access point. A store can be one too. */
  accessPointId: string | null;
  isLocker: boolean;
  name: string;
  line: string;
  city: string;
  state: string;
  postalCode: string;
  country: string;
  latitude: number;
  longitude: number;
  phone: string;
  /** Sunday first, as UPS counts. */
  week: Shifts[];
  /** Latest drop-off on weekdays: ground and air; empty where nothing is handed in. */
  latestGround: string;
  latestAir: string;
  /** ServiceSearch codes that can be handed in here: 01 Ground, 02 Air, 03 Express, 04 Standard, 05 International. */
  services: string[];
}

/** Miles between two points on the earth. */
export function milesBetween(
  from: { latitude: number; longitude: number },
  to: { latitude: number; longitude: number },
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const latitude = radians(to.latitude - from.latitude);
  const longitude = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2;
  return 3958.8 * 2 * Math.asin(Math.sqrt(chord));
}
