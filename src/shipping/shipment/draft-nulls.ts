import type { Shipment } from "../../entities/shipment.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { clearedFields, refusedNulls } from "../null-rule.js";
import { userError } from "../user-error.js";
import type { OptionsInput } from "./details-input.js";
import type { DraftInput } from "./draft-input.js";

/** What a draft always has. */
const neverEmpty = ["carrierAccountId", "shipFrom", "shipFromPlaceId", "shipTo", "packages", "options"] as const;
const neverEmptyOptions = [
  "payer",
  "signature",
  "isSaturdayDelivery",
  "generateReturnLabel",
  "letters",
  "customerCarrierAccountId",
] as const;
const clearableOptions = [
  ...(["payerAccountNumber", "payerPostalCode", "payerCountryCode"] as const),
  ...(["collectOnDelivery", "collectOnDeliveryFunds", "dutiesPayer", "dutiesPayerAccount"] as const),
];

/** In what makes something new null is as absent: no part of a quote is taken away by it. */
export function withoutNulls(input: DraftInput): DraftInput {
  const { options } = input;
  const filled = (part: object) => Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
  return { ...filled(input), ...(options && { options: filled(options) }) };
}

/** INVALID for each null of a change that cannot be followed. */
export function refusedDraftNulls(input: DraftInput, stored: StoredShipmentDetails): ShippingUserError[] {
  const at = ["input", "options"];
  return [
    ...refusedNulls(input, neverEmpty, ["input"]),
    ...refusedNulls(input.options, neverEmptyOptions, at),
    ...(isCollected(input.options, stored) ? refusedNulls(input.options, ["collectOnDeliveryFunds"], at) : []),
  ];
}

function isCollected(options: OptionsInput | null | undefined, stored: StoredShipmentDetails): boolean {
  const collected = options?.collectOnDelivery;
  return (collected === undefined ? stored.options.collectOnDelivery : collected) !== null;
}

/** What is stored, without what null clears: under it the input's nulls are as absent. */
export function withoutCleared(stored: StoredShipmentDetails, input: DraftInput): StoredShipmentDetails {
  const cleared = clearableOptions.filter((part) => input.options?.[part] === null);
  const options = {
    ...{ ...stored.options, ...Object.fromEntries(cleared.map((part) => [part, null])) },
    ...(input.options?.notifications === null && { notifications: [] }),
  };
  return { ...stored, options, ...(input.shipDate === null && { shipDate: null }) };
}

/** A quote or a method that names the service would bring it back. */
export function refusedServiceNull(input: DraftInput, serviceCode: string | null): ShippingUserError[] {
  if (input.service !== null || serviceCode === null) return [];
  const message = `It cannot be empty: the rate quote or the shipping method names ${serviceCode}.`;
  return [userError("INVALID", message, ["input", "service"])];
}

type Sources = Pick<Shipment, "rateQuoteId" | "shippingMethodId" | "serviceCode" | "orderId" | "reference" | "tags">;

/** What a change emptied, whether null said so or another part of the change brought it with it. */
export function clearedOfDraft(
  before: { sources: Sources; details: StoredShipmentDetails },
  after: { sources: Sources; details: StoredShipmentDetails },
): string[] {
  return clearedFields(partsOf(before), partsOf(after));
}

function partsOf({ sources, details }: { sources: Sources; details: StoredShipmentDetails }): Record<string, unknown> {
  const { rateQuoteId, shippingMethodId, serviceCode: service, orderId, reference, tags } = sources;
  const { shipDate, accessPoint: carrierLocationId, customs: customsDeclaration, options } = details;
  return {
    ...{ rateQuoteId, shippingMethodId, service, orderId, reference, tags },
    ...{ shipDate, carrierLocationId, customsDeclaration, "options.notifications": options.notifications },
    ...Object.fromEntries(clearableOptions.map((part) => [`options.${part}`, options[part]])),
  };
}
