import { rateRequest } from "./requests.js";
import { type SimulatedUps, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps();
});
afterAll(() => ups.simulator.close());

const rateOptions = { NegotiatedRatesIndicator: "", TPFCNegotiatedRatesIndicator: "" };
const billed = (AccountNumber: string, ShipmentRatingOptions: object = rateOptions) => ({
  PaymentDetails: {
    ShipmentCharge: [
      { Type: "01", BillThirdParty: { AccountNumber, Address: { PostalCode: "10007", CountryCode: "US" } } },
    ],
  },
  ShipmentRatingOptions,
});

/** The alerts about negotiated rates, and whether there are any. */
async function rated(shipment: object) {
  const { body } = await ups.post("/api/rating/v2409/Rate", rateRequest({ shipment: { ...shipment } }));
  const alerts = (body.RateResponse.Response.Alert ?? []).map(({ Code }: { Code: string }) => Code);
  const negotiated = alerts.filter((code: string) => ["120900", "120910", "120911"].includes(code));
  return [negotiated, body.RateResponse.RatedShipment[0].NegotiatedRateCharges !== undefined];
}

it.each([
  ["a payer with a contract", billed("X1Y2Z3"), [[], true]],
  ["a payer without one", billed("X1Y2ZN"), [["120911"], false]],
  [
    "a payer without one, whose rates are not asked for",
    billed("X1Y2ZN", { NegotiatedRatesIndicator: "" }),
    [[], true],
  ],
  ["nobody else who pays", { ShipmentRatingOptions: rateOptions }, [["120910"], true]],
])("gives the negotiated rates of %s", async (_, shipment, expected) => {
  expect(await rated(shipment)).toEqual(expected);
});
