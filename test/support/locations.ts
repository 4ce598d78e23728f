import { newYork } from "./seed.js";
import type { As, TestService } from "./service.js";

/** Loose on purpose: a test states what it expects. */
// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

export const carrierLocations = `
  query ($input: CarrierLocationsInput!) {
    carrierLocations(input: $input) {
      locations {
        id name kinds accessPointId isAccessPoint isAvailable distance distanceUnit phone latitude longitude
        address { company lines city region postalCode countryCode } serviceNames instructions refreshedAt
        openingHours { weekday opens closes } latestDropOff { weekday service time } carrier { code }
      }
      candidates { lines city region postalCode countryCode latitude longitude }
      userErrors { code message field carrierErrorCode }
    }
  }`;

export const inNewYork = { city: { city: "New York", region: "NY", countryCode: "US" } };
export const inBerlin = { city: { city: "Berlin", countryCode: "DE" } };

export async function locate(service: TestService, input: object = inNewYork, as?: As): Promise<Answer> {
  return (await service.run(carrierLocations, { input }, as)).carrierLocations;
}

/** Our id of an access point that a search finds, by the carrier's public id. */
export async function accessPoint(service: TestService, carrierId = "U10000003", where: object = inNewYork, as?: As) {
  const { locations } = await locate(service, { ...where, kinds: ["ACCESS_POINT"], first: 50 }, as);
  const found = locations.find((location: Answer) => location.accessPointId === carrierId);
  if (!found) throw new Error(JSON.stringify(locations));
  return found.id as string;
}

/** A recipient whom UPS can write to. */
export const reachable = { ...newYork, email: "front.desk@example.com" };
