import type { CarrierAccountAccess } from "../../src/carrier/account-access.js";
import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import { SecretText } from "../../src/carrier/secret-text.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import type { ShipRequest } from "../../src/carrier/shipping.js";
import { anAccount, anAddress, aPackage, aShipRequest, someDetails } from "../ups/builders.js";
import { startSimulatedUps } from "../ups/simulated-ups.js";
import { createFakeCarrier, nowhere } from "./fake-carrier.js";

/** A carrier with what a test of the port needs to bring about. */
export interface CarrierStage {
  adapter: CarrierAdapter;
  account: CarrierAccountAccess;
  /** The same account with secrets that the carrier does not accept. */
  wrongAccount: CarrierAccountAccess;
  /** Of two packages, under a reference of its own. */
  request(over?: Partial<ShipRequest>): ShipRequest;
  /** What the carrier refuses when it is asked, though nothing is wrong with its form. */
  refusedDetails: ShipmentDetails;
  loseNextAnswer(): Promise<unknown>;
  /** How many bookings the carrier holds under the reference, whoever was told of them. */
  bookedUnder(reference: string): Promise<number>;
  close(): Promise<void>;
}

let serial = 0;
const newReference = () => `P${String(++serial).padStart(13, "0")}`;

export async function stageUps(): Promise<CarrierStage> {
  const ups = await startSimulatedUps();
  const details = someDetails({ packages: [aPackage(), aPackage()] });
  return {
    adapter: ups.adapter,
    account: anAccount(),
    wrongAccount: anAccount({ accountId: "account-2", clientSecret: "wrong-secret" }),
    request: (over = {}) => aShipRequest({ details, carrierReference: newReference(), labelFormat: "ZPL", ...over }),
    refusedDetails: someDetails({ shipTo: anAddress("sanFrancisco", { name: "Refused Recipient" }) }),
    loseNextAnswer: () => ups.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" }),
    bookedUnder: async (reference) =>
      (await ups.control.ledger()).filter(({ references }) => references.includes(reference)).length,
    close: () => ups.close(),
  };
}

export async function stageFake(): Promise<CarrierStage> {
  const fake = createFakeCarrier();
  const packages = [aPackage({ packageType: "PIGEON_BAG" }), aPackage({ packageType: "PIGEON_BAG" })];
  const details = someDetails({ packages });
  const accountWith = (apiKey: string) => ({
    ...anAccount({ accountNumber: "1234" }),
    credentials: { apiKey: new SecretText(apiKey) },
  });
  return {
    adapter: fake,
    account: accountWith("brass"),
    wrongAccount: accountWith("wrong"),
    request: (over = {}) =>
      aShipRequest({
        details,
        serviceCode: "PIGEON_DAY",
        carrierReference: newReference(),
        labelFormat: "ZPL",
        ...over,
      }),
    refusedDetails: { ...details, shipTo: anAddress("sanFrancisco", { postalCode: nowhere }) },
    loseNextAnswer: async () => fake.loseNextAnswer(),
    bookedUnder: async (wanted) => fake.bookings.filter(({ reference }) => reference === wanted).length,
    close: () => fake.close(),
  };
}
