import { Field, ObjectType } from "type-graphql";
import { CarrierMessageSeverity } from "./enums.js";

/** Codes of messages that are ours and no carrier's; docs/errors.md tells each. */
export const ownMessageCodes = [
  "ADDRESS_NOT_FOUND",
  "ADDRESS_AMBIGUOUS",
  "ADDRESS_KNOWN_WRONG",
  "RETURN_IN_FORCE",
  "ORDER_JUST_BOUGHT",
  "OFFER_OUTDATED",
  "PURCHASE_RECOVERED",
  "PRICE_UNREADABLE",
  "DOCUMENT_UNREADABLE",
  "INVOICE_WITHOUT_FILE",
  "NO_CUSTOMS_DECLARATION",
  "GOODS_DESCRIPTION_SHORTENED",
  "LETTERS_REPLACED",
  "LETTERS_CHARACTER_SET",
  "SIGNATURE_WANTED",
  "LABEL_RECOVERED",
  "LABEL_UNREADABLE",
  "LABEL_SIZE_UNKNOWN",
  "LABEL_SIZE_DIFFERS",
  "LABEL_FORMAT_DIFFERS",
  "EXPORT_FILING_NEEDED",
  "EXPORT_FILING_UNCLEAR",
  "EU_IMPORT_INCOMPLETE",
  "TAX_SCHEME_LIMIT",
  "AMOUNT_NEAR_LIMIT",
  "SHIP_DATE_AHEAD",
  "PACKAGING_OVERWEIGHT",
  "GOODS_NEEDED",
] as const;
export type OwnMessageCode = (typeof ownMessageCodes)[number];

@ObjectType({
  description: "A message from the carrier, or about its answer. For display: decide on codes, not on the text.",
})
export class CarrierMessage {
  @Field(() => String, {
    description:
      "The carrier's own code of the message; in capitals, such as ADDRESS_NOT_FOUND, where the message is ours.",
  })
  carrierErrorCode!: string;

  @Field(() => CarrierMessageSeverity, { description: "Whether it is information, a warning or an error." })
  severity!: CarrierMessageSeverity;

  @Field(() => String, { description: "Text of the message, mostly in the carrier's own words." })
  text!: string;
}
