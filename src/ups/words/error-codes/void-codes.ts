import { codesFrom } from "./error-code.js";
import { upsGuide } from "./evidence.js";

/** The time for voiding is over (190101), or no such shipment within it (190102): UPS tells these apart only in part. */
export const voidCodes = codesFrom(upsGuide, [
  ["190001", "TRANSIENT", "Voiding is out of order"],
  ["190002", "TRANSIENT", "Registration id missing or not known; listed as passing"],
  ["190100", "VOID_REFUSED", "This is no shipment number"],
  ["190101", "VOID_WINDOW_CLOSED", "The time for voiding has run out"],
  ["190102", "VOID_WINDOW_CLOSED", "Nothing that may still be voided is known under this number"],
  ["190103", "VOID_REFUSED", "Its pickup is done"],
  ["190104", "NEVER_VOIDED", "Returns are not voided"],
  ["190105", "VOID_REFUSED", "Its pickup cannot be called off"],
  ["190106", "VOID_REFUSED", "Its pickup cannot be called off"],
  ["190107", "VOID_REFUSED", "Its pickup was called off before"],
  ["190108", "VOID_REFUSED", "Its pickup cannot be called off any more"],
  ["190109", "VOID_REFUSED", "This is no tracking number"],
  ["190110", "VOID_REFUSED", "This package cannot be voided"],
  ["190111", "REQUEST", "More packages than one void takes"],
  ["190112", "VOIDED_AS_A_WHOLE_ONLY", "Returns are not voided by package"],
  ["190113", "VOIDED_AS_A_WHOLE_ONLY", "International shipments are not voided by package"],
  ["190114", "VOID_REFUSED", "Date does not suit the void of a return"],
  ["190115", "VOID_REFUSED", "Date does not suit the void"],
  ["190116", "VOID_DONE", "The return is voided, so it has no label"],
  ["190117", "VOID_DONE", "The shipment was voided before"],
  ["190118", "NEVER_VOIDED", "Same-day services are not voided"],
  ["190119", "VOID_DONE", "Voided, though its pickup was not called off"],
  ["190121", "VOID_REFUSED", "Not one of the packages was voided"],
  ["190122", "VOID_REFUSED", "Some of the packages named cannot be voided"],
  ["190124", "VOID_WINDOW_CLOSED", "Import control: only until 3 a.m. of the day after the upload"],
]);
