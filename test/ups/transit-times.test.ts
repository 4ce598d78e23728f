import { serialiseTransitTimes } from "../../src/ups/rating/serialise-transit-times.js";
import { anAddress } from "./builders.js";

it("asks for the way between two places by country and postal code alone", () => {
  expect(serialiseTransitTimes(anAddress("newYork"), anAddress("sanFrancisco"))).toEqual({
    originCountryCode: "US",
    originPostalCode: "10118",
    destinationCountryCode: "US",
    destinationPostalCode: "941114209",
  });
});
