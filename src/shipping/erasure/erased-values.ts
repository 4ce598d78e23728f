import type { DangerousGoods } from "../../carrier/dangerous-goods.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type {
  StoredCustomsDeclaration,
  StoredReturnService,
  StoredShipmentOptions,
} from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";

/*
 * What is left of a value when the person in it is erased: what bookkeeping and taxes need. Each names what it keeps of
 * texts and people, so that a part that is new is a question to whoever adds it (`test/contract/personal-data.test.ts`).
 */

/** Where a text has to be. */
export const erasedText = "Erased.";

/** Country, region, and as much of the postal code as an area is known by. */
export function erasedAddress({ countryCode, region, postalCode }: PostalAddress): PostalAddress {
  return {
    ...{ name: null, company: null, lines: [], city: null, phone: null, email: null, taxId: null },
    ...{ countryCode, region, postalCode: areaOf(postalCode), residentialStatus: "UNKNOWN" },
  };
}

/** Its first three letters and digits: no house is known by them anywhere. */
function areaOf(postalCode: string | null): string | null {
  const letters = postalCode?.match(/[\p{L}\p{N}]/gu) ?? [];
  return postalCode && letters.slice(0, 3).join("");
}

export function erasedOptions(options: StoredShipmentOptions): StoredShipmentOptions {
  return { ...options, notifications: [], payerAccountNumber: null, payerPostalCode: null, dutiesPayerAccount: null };
}

export const erasedReturn = (service: StoredReturnService | null) => service && { ...service, email: null };

/** Reasons in words of the merchant's own may name somebody. */
const reasons = new Set<string | null>(["SALE", "GIFT", "SAMPLE", "RETURN", "REPAIR", "INTERCOMPANYDATA"]);

export function erasedCustoms(customs: StoredCustomsDeclaration | null): StoredCustomsDeclaration | null {
  if (customs === null) return null;
  const { items, otherCharges, soldTo, reasonForExport } = customs;
  return {
    ...customs,
    ...{ comments: null, declarationStatement: null, taxNumbers: [] },
    soldTo: soldTo && erasedAddress(soldTo),
    reasonForExport: reasons.has(reasonForExport) ? reasonForExport : null,
    otherCharges: otherCharges && { ...otherCharges, description: erasedText },
    items: items?.map((item) => ({ ...item, description: erasedText })) ?? null,
  };
}

export function erasedDangerousGoods(goods: DangerousGoods): DangerousGoods {
  const substances = goods.substances.map((substance) => ({ ...substance, additionalDescription: null }));
  return { ...goods, substances, emergencyPhone: null, emergencyContact: null };
}

/** Codes stay; the texts may repeat an address. */
export const erasedMessages = (messages: CarrierMessage[]) =>
  messages.map((message) => ({ ...message, text: erasedText }));

export const erasedErrors = (errors: ShippingUserError[]) => errors.map((error) => ({ ...error, message: erasedText }));
