import { Refusal } from "../../answer.js";
import type { Party } from "../../request/requested-shipment.js";

/** UPS's numbers for one party's phone: the three have siblings, not all of them the same distance apart. */
interface PhoneCodes {
  invalid: string;
  tooShort: string;
  longExtension: string;
  extensionSigns: string;
  together: string;
  /** An extension outside the countries that have area codes of three digits: told of the shipper only. */
  extensionAbroad?: string;
}

/** From UPS's older developer guide, in which Ship's numbers are the same. */
export const shipperPhone: PhoneCodes = {
  invalid: "120109",
  tooShort: "120115",
  longExtension: "120114",
  extensionSigns: "120116",
  together: "120119",
  extensionAbroad: "120117",
};
export const shipToPhone: PhoneCodes = {
  invalid: "120209",
  tooShort: "120213",
  longExtension: "120212",
  extensionSigns: "120214",
  together: "120217",
};
export const shipFromPhone: PhoneCodes = {
  invalid: "120309",
  tooShort: "120313",
  longExtension: "120312",
  extensionSigns: "120314",
  together: "120318",
};

const northAmerica = new Set(["US", "PR", "CA", "VI"]);

/** Of a phone that is given; whether one is needed is another question. */
export function checkPhone({ phone, phoneExtension, country }: Party, codes: PhoneCodes): void {
  const refuseIf = (isWrong: boolean, code: string | undefined, what: string) => {
    if (isWrong && code) throw new Refusal(code, `Phone number: ${what}`);
  };
  if (phone === "" && phoneExtension === "") return;
  const isHome = northAmerica.has(country);
  refuseIf(!/^\d{1,15}$/.test(phone), codes.invalid, "missing or invalid");
  refuseIf(isHome && phone.length < 10, codes.tooShort, "at least 10 digits");
  refuseIf(!/^\d*$/.test(phoneExtension), codes.extensionSigns, "the extension is digits only");
  refuseIf(phoneExtension.length > 4, codes.longExtension, "an extension has at most 4 digits");
  refuseIf(phoneExtension !== "" && !isHome, codes.extensionAbroad, "an extension in US, PR and CA only");
  refuseIf(phone.length + phoneExtension.length > 15, codes.together, "at most 15 digits with the extension");
}
