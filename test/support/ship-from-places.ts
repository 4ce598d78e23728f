import type { TestService } from "./service.js";

const daily = (opens: string, closes: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens, closes }));

/** A warehouse in the country of the seeded account. */
export const aPlace = {
  name: "Reno warehouse",
  address: {
    ...{ name: "Wanda Ware", company: "Example Shop", lines: ["1 Depot Street"], city: "Reno", region: "NV" },
    ...{ postalCode: "89501", countryCode: "US", phone: "7755550100" },
  },
  timeZone: "America/Los_Angeles",
  openingHours: [...daily("08:00", "12:00"), ...daily("13:00", "17:30")],
};

const create = `mutation ($input: CreateShipFromPlaceInput!) { createShipFromPlace(input: $input) {
  shipFromPlace { id name } userErrors { code field message } } }`;

/** Through the front door. */
export async function createPlace(service: Pick<TestService, "run">, over: object = {}) {
  return (await service.run(create, { input: { ...aPlace, ...over } })).createShipFromPlace;
}
