import type { CarrierOperation as PortOperation } from "../../carrier/ports.js";
import { describedEnum } from "./described-enum.js";

export const CarrierOperation = describedEnum("CarrierOperation", "What a carrier was asked to do.", {
  TOKEN: "Issue an access token.",
  RATE: "Quote rates.",
  SHIP: "Book a shipment and return its labels: costs money.",
  VOID: "Void labels.",
  RECOVER_LABEL: "Fetch labels again that were bought earlier.",
  TRACK_BY_REFERENCE: "Find a shipment by our reference, after a lost answer.",
  TRACK: "Track a package by its number.",
  UPLOAD_DOCUMENT: "Store an uploaded document.",
  PUSH_DOCUMENT: "Attach stored documents to a shipment.",
  DELETE_DOCUMENT: "Delete a stored document.",
  VALIDATE_ADDRESS: "Validate an address.",
  LOCATE: "Search for locations.",
  TRANSIT_TIMES: "Quote transit times.",
  OTHER: "Any other operation, also those added later.",
} satisfies Record<PortOperation, string>);
export type CarrierOperation = keyof typeof CarrierOperation;

/** Of a stored name; what this version does not know is OTHER, so that a row of a newer one can be read. */
export function carrierOperation(stored: string): CarrierOperation {
  return Object.hasOwn(CarrierOperation, stored) ? (stored as CarrierOperation) : "OTHER";
}
