import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { ProductCheck } from "../../carrier/products.js";
import type { Address } from "../../carrier/values.js";
import { addressValidationPath, serialiseAddressValidation } from "../addresses/serialise-address-validation.js";
import { locatorRequests } from "../locations/serialise-locator.js";
import type { PaperlessOperations } from "../paperless/paperless-operations.js";
import { sampleRateRequest } from "../rating/sample-rate-request.js";
import { ratingPath, serialiseRating } from "../rating/serialise-rating.js";
import { serialiseTransitTimes, transitTimesPath } from "../rating/serialise-transit-times.js";
import { placeRefusal } from "../shipping/place-refusal.js";
import { voidPaths } from "../shipping/serialise-void.js";
import { trackPath } from "../tracking/serialise-track.js";
import type { SendResult, UpsClient } from "../wire/client.js";
import { type Question, questionsWithin } from "../wire/operation.js";
import { checkProducts } from "./product-check.js";

/** Has the form of a number and belongs to nobody. */
const noSuchShipment = "1Z0000000000000000";

/** A public building, in one of the two states that UPS's test environment knows: nobody's own address is told. */
const cityHall: Address = {
  name: null,
  company: null,
  lines: ["City Hall Park"],
  city: "New York",
  region: "NY",
  postalCode: "10007",
  countryCode: "US",
  phone: null,
  email: null,
  taxId: null,
  residentialStatus: "COMMERCIAL",
};

const context = { purchaseId: null };

/** Asks each of UPS's products something that creates nothing, spends nothing and changes nothing. */
export class ProductProbes {
  readonly #question: Question;

  constructor(
    private readonly client: UpsClient,
    private readonly paperless: PaperlessOperations,
    limits: { readTimeoutMs: number },
  ) {
    this.#question = questionsWithin(limits.readTimeoutMs);
  }

  check(account: CarrierAccountAccess): Promise<ProductCheck[]> {
    const ask = (...call: Parameters<Question>) => this.client.send(account, this.#question(...call), context);
    return checkProducts({
      AUTHORIZATION: () => this.client.checkCredentials(account, context),
      RATING: async () => {
        const request = sampleRateRequest(account);
        const result = await ask("RATE", "POST", ratingPath(request), serialiseRating(account, request));
        if (result.kind === "OK") return result;
        // The sender pays: a payer's account that UPS does not take is this one.
        return { ...result, failure: placeRefusal(result.failure, request.details) };
      },
      SHIPPING: () => this.#voidNothing(account),
      ADDRESS_VALIDATION: () =>
        ask("VALIDATE_ADDRESS", "POST", addressValidationPath, serialiseAddressValidation(cityHall)),
      LOCATOR: () => ask("LOCATE", "POST", ...searchAround(cityHall)),
      PAPERLESS_DOCUMENTS: () => this.paperless.probe(account, context),
      TRACKING: () => ask("TRACK", "GET", trackPath(noSuchShipment)),
      TIME_IN_TRANSIT: () => ask("TRANSIT_TIMES", "POST", transitTimesPath, serialiseTransitTimes(cityHall, cityHall)),
    });
  }

  /** Voids a number that cannot exist, which UPS only gets to refuse when the product is there. */
  #voidNothing(account: CarrierAccountAccess): Promise<SendResult> {
    const [path = ""] = voidPaths({ shipmentIdentificationNumber: noSuchShipment, trackingNumbers: [] });
    return this.client.send(account, { ...this.#question("VOID", "DELETE", path), isRepeatable: false }, context);
  }
}

/** One place of the nearest, of any kind but access points. */
function searchAround({ lines, city, region, postalCode, countryCode }: Address): [path: string, body: object] {
  const [search] = locatorRequests({
    origin: { by: "ADDRESS", address: { lines, city, region, postalCode, countryCode } },
    radius: null,
    distanceUnit: "MI",
    kinds: ["CUSTOMER_CENTER"],
    services: [],
    first: 1,
  });
  if (!search) throw new Error("A search of UPS's own places makes one request.");
  return [search.path, search.body];
}
