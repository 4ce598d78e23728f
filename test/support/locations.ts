import { newYork } from "./seed.js";
import type { As, TestService } from "./service.js";

/** Loose on purpose: a test states what it expects. */
// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

export const carrierLocations = `
  query ($input: CarrierLocationsInput!) {
    carrierLocations(input: $input) {
      results {
        distance distanceUnit
        location {
          id name kinds accessPointId isAccessPoint isAvailable phone latitude longitude
          address { company lines city region postalCode countryCode } serviceNames instructions refreshedAt
          openingHours { weekday opens closes } latestDropOff { weekday service time } carrier { code }
        }
      }
      candidates { lines city region postalCode countryCode latitude longitude }
      userErrors { code message field carrierErrorCode }
    }
  }`;

export const inNewYork = { city: { city: "New York", region: "NY", countryCode: "US" } };
export const inBerlin = { city: { city: "Berlin", countryCode: "DE" } };

/** The answer, with each location and its distance in one object. */
export async function locate(service: TestService, input: object = inNewYork, as?: As): Promise<Answer> {
  const { results, ...rest } = (await service.run(carrierLocations, { input }, as)).carrierLocations;
  return { locations: results.map(({ location, ...distance }: Answer) => ({ ...location, ...distance })), ...rest };
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
