import type { EntityManager } from "typeorm";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { Sources } from "./choose-sources.js";
import { addressAsQuoted, classifiedAddress } from "./classified-address.js";
import { findClassifications } from "./find-classifications.js";

/** The details with what is known of the recipient's address: as it was quoted, else as a carrier said of late. */
export async function classifyDestination(
  manager: EntityManager,
  details: StoredShipmentDetails,
  { quote, account }: Sources,
): Promise<StoredShipmentDetails> {
  const asQuoted = quote && addressAsQuoted(details.shipTo, quote.details.shipTo);
  if (asQuoted) return { ...details, shipTo: asQuoted };
  const known = await findClassifications(manager, account.tenantId, details.shipTo);
  return { ...details, shipTo: classifiedAddress(details.shipTo, known.get(account.environment)) };
}
