import { type EntityManager, IsNull } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { PackageTemplate } from "../../entities/package-template.js";
import type { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import { accountsOf } from "../account/accounts-of.js";
import { findCustomersPayer } from "../customer/customers-payer.js";
import type { ShippingDeps } from "../deps.js";
import { methodProviders } from "../method/method-provider.js";
import { findTemplates } from "../packing/find-templates.js";
import { findPlaces } from "../place/find-place.js";
import { placeFor } from "../place/place-for.js";
import type { RatePlan } from "../rate/rate-choice.js";
import { findUnnamedAccount } from "../settings/default-account.js";
import { findAddressDoubts } from "../shipment/address-doubt.js";
import { findChosenLocation, findClassifications } from "../shipment/destination.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";
import type { Origin } from "./pack-cart.js";
import { readVersion, versionedBy } from "./read-version.js";

/** A method that buyers may choose, and who ships it. */
export interface OfferedMethod {
  method: CarrierShippingMethod;
  /** Null: it ships with no carrier. */
  account: CarrierAccount | null;
  /** Null: there is none, and the account's address holds. */
  place: ShipFromPlace | null;
  /** Where its parcels start, as far as it is known. */
  sender: PostalAddress | null;
}

/** What is known before anybody is asked. */
export interface DeliveryPlan extends Omit<RatePlan, "draft" | "choices"> {
  /** The oldest first. */
  offered: OfferedMethod[];
  /** As `readVersion` gives it; null: it is not asked for. */
  version: string | null;
  /** What goods are packed into. */
  packInto: PackageTemplate[];
}

/** Reads, in one transaction, which methods are offered to buyers, and what is known of the destination. Throws a `Refusal`. */
export function planDelivery(
  deps: Pick<ShippingDeps, "database" | "deliveryOptions" | "sealer">,
  tenantId: string,
  input: DeliveryOptionsInput,
  shipTo: PostalAddress,
): Promise<DeliveryPlan> {
  return readInTenant(deps.database, tenantId, async (manager) => {
    // First: what changes meanwhile must not be taken for what was read.
    const version = deps.deliveryOptions.cacheSeconds > 0 ? await versionOf(manager, tenantId, input) : null;
    const location = await findChosenLocation(manager, input.carrierLocationId, ["input", "carrierLocationId"]);
    const payerId = input.customerCarrierAccountId;
    const customersPayer = await findCustomersPayer(deps, manager, payerId, ["input", "customerCarrierAccountId"]);
    const methods = await publishedMethods(manager);
    const accounts = await accountsOf(manager, methods);
    const places = await findPlaces(manager, { shipFromPlaceId: input.shipFromPlaceId, methods });
    const sender = await findSender(manager, methods);
    return {
      ...{ version, location, customersPayer, sender: sender ?? somewhereIn(shipTo) },
      offered: methods.map((method, index) => {
        const account = accounts.get(method.accountId ?? "") ?? null;
        const place = placeFor(places[index] ?? null, account, { shipFromPlaceId: input.shipFromPlaceId, method });
        return { method, account, place, sender: place?.address ?? account?.address ?? sender };
      }),
      packInto: input.items?.length ? await findTemplates(manager) : [],
      classifications: await findClassifications(manager, tenantId, shipTo),
      doubts: await findAddressDoubts(manager, tenantId, shipTo),
    };
  });
}

async function versionOf(manager: EntityManager, tenantId: string, input: DeliveryOptionsInput): Promise<string> {
  return (await readVersion(manager, versionedBy(tenantId, input, []))).version;
}

function publishedMethods(manager: EntityManager): Promise<CarrierShippingMethod[]> {
  return manager.find(CarrierShippingMethod, {
    where: { isPublished: true, archivedAt: IsNull() },
    order: { createdAt: "ASC", id: "ASC" },
  });
}

/** Asked for only where a method without a carrier needs it. */
async function findSender(manager: EntityManager, methods: CarrierShippingMethod[]): Promise<PostalAddress | null> {
  if (methods.every(({ accountId }) => accountId !== null)) return null;
  return (await findUnnamedAccount(manager)).account?.address ?? null;
}

/** Of a shop without any account: its prices do not depend on where it is, and no label can be bought with them. */
function somewhereIn({ countryCode }: PostalAddress): PostalAddress {
  return { ...nothing, countryCode, lines: [], residentialStatus: "UNKNOWN" };
}

const nothing = {
  ...{ name: null, company: null, city: null, region: null, postalCode: null, phone: null, email: null, taxId: null },
};

/** Whose rules of packages count: those of the first account's carrier, else of any. */
export function originOf(
  deps: Pick<ShippingDeps, "carriers">,
  { offered: methods, sender }: DeliveryPlan,
  shipTo: PostalAddress,
): Origin {
  const account = methods.find((method) => method.account !== null)?.account;
  const adapter = deps.carriers.get(account?.carrierCode ?? "") ?? methodProviders(deps)[0]!;
  const start = methods.find((method) => method.sender !== null)?.sender ?? sender ?? shipTo;
  return { adapter, countryCode: start.countryCode };
}
