import { declaredCurrencies } from "../../words/currencies.js";
import { hasDuties } from "../../words/lanes.js";
import { maxDeclaredUsd } from "../../words/limits.js";
import { laneInWords, type OptionRule, type OptionTerms, type Verdict } from "./option-rule.js";

const accountNote = "Requires the payer's account number, and its postal code in US, PR and CA.";

/** Rating.yaml, DeclaredValue: 5,000 for "Local", 50,000 for "Remote", without saying which is which. */
const localNote = "UPS may limit this to 5000 USD for shipments it considers local.";

function customsOnly({ lane }: OptionTerms): Verdict {
  return lane.customs === "NONE"
    ? { reason: `There is no customs border ${laneInWords(lane)}` }
    : { level: "SHIPMENT" };
}

/** Not refused elsewhere: a method's default holds for all its lanes, and nobody is named where no duties arise. */
function judgeDuties(terms: OptionTerms): Verdict {
  const verdict = customsOnly(terms);
  if ("reason" in verdict) return { reason: `${verdict.reason}: there are no duties to pay` };
  const { lane } = terms;
  return hasDuties(lane) ? verdict : { reason: `UPS lets nobody be named to pay duties ${laneInWords(lane)}` };
}

function judgeDeclaredValue({ lane }: OptionTerms): Verdict {
  const currencyCodes = declaredCurrencies(lane.from);
  const maximum = currencyCodes.includes("USD") ? { amount: maxDeclaredUsd, currencyCode: "USD" } : null;
  return { level: "PACKAGE", maximum, currencyCodes, note: localNote };
}

/** Who pays for what, and the documents that customs want. */
export const paymentRules: readonly OptionRule[] = [
  { code: "BILL_RECIPIENT", judge: () => ({ level: "SHIPMENT", note: `${accountNote} Not for returns.` }) },
  { code: "BILL_THIRD_PARTY", judge: () => ({ level: "SHIPMENT", note: `${accountNote} Also requires its country.` }) },
  { code: "DUTIES_PAYER", judge: judgeDuties },
  { code: "DECLARED_VALUE", judge: judgeDeclaredValue },
  { code: "COMMERCIAL_INVOICE", judge: customsOnly },
  { code: "PAPERLESS_DOCUMENTS", judge: customsOnly },
];
