import type { LocationQuery } from "../../carrier/locations.js";
import type { Address } from "../../carrier/values.js";
import { addressValidationPath, serialiseAddressValidation } from "../../ups/addresses/serialise-address-validation.js";
import { locatorRequests } from "../../ups/locations/serialise-locator.js";
import { serialiseTransitTimes, transitTimesPath } from "../../ups/rating/serialise-transit-times.js";
import { trackPath } from "../../ups/tracking/serialise-track.js";
import { trackByReferencePath } from "../../ups/tracking/serialise-track-by-reference.js";
import type { Probe } from "../probe.js";
import { places } from "../sample-shipments.js";

function checkedAddress(name: string, address: Address): Probe {
  const body = serialiseAddressValidation(address);
  return { name, request: () => ({ method: "POST", path: addressValidationPath, body }) };
}

function searched(name: string, query: LocationQuery): Probe {
  const [search] = locatorRequests(query);
  return { name, request: () => (search === undefined ? null : { method: "POST", ...search }) };
}

const tracked = (name: string, number: string): Probe => ({
  name,
  request: () => ({ method: "GET", path: trackPath(number) }),
});

const around = { radius: 10, distanceUnit: "MI" as const, services: [], first: 3 };
const newYork = { by: "ADDRESS", address: places.newYork } as const;
/** In the Atlantic. */
const atSea = { by: "GEO_POINT", latitude: 35, longitude: -50, countryCode: "US" } as const;

export const questionProbes: Probe[] = [
  { name: "a call without an access token", token: "NONE", request: () => ({ method: "GET", path: trackPath("1Z1") }) },
  {
    name: "a call with a wrong access token",
    token: "WRONG",
    request: () => ({ method: "GET", path: trackPath("1Z1") }),
  },
  checkedAddress("an address that exists", places.newYork),
  checkedAddress("an address that does not exist", { ...places.newYork, lines: ["99999 Nowhere At All Blvd"] }),
  checkedAddress("an address of a state that the test host does not know", {
    ...{ ...places.newYork, lines: ["1100 Congress Ave"], city: "Austin", region: "TX", postalCode: "78701" },
  }),
  searched("stores near New York", { ...around, origin: newYork, kinds: ["STORE"] }),
  searched("access points near New York", { ...around, origin: newYork, kinds: ["ACCESS_POINT"] }),
  searched("access points at sea", { ...around, origin: atSea, kinds: ["ACCESS_POINT"] }),
  searched("an access point that does not exist", { accessPointId: "U00000000", countryCode: "US" }),
  {
    name: "days from San Francisco to New York",
    request: () => ({
      ...{ method: "POST", path: transitTimesPath },
      body: serialiseTransitTimes(places.sanFrancisco, places.newYork),
    }),
  },
  tracked("a number that nobody has", "1Z0000000000000000"),
  tracked("a number that is none", "THIS-IS-NONE"),
  {
    name: "a reference that nobody used, in tracking",
    request: ({ account, now, reference }) => ({
      ...{ method: "GET", path: trackByReferencePath(account, reference("nobody's"), now) },
    }),
  },
];
