import type { EntityManager } from "typeorm";
import { PackedItem } from "../../entities/packed-item.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import type { StoredItem, StoredPackage } from "../../entities/values/stored-shipment-details.js";
import { newId } from "../new-id.js";
import { readableCode } from "../readable-code.js";
import { refuse } from "../result.js";
import { acceptOffer } from "./accept-offer.js";
import type { Draft } from "./assemble-draft.js";
import type { DraftInput } from "./draft-input.js";
import { keptTags } from "./tags.js";

/** Two requests at once are told apart by the unique constraint: the later one fails and finds the first when repeated. */
export async function refuseSecondDraft(manager: EntityManager, input: DraftInput, at = ["input"]): Promise<void> {
  const clientReference = input.clientReference?.trim();
  if (!clientReference) return;
  const lock = "select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id') || $1, 0))";
  await manager.query(lock, [clientReference]);
  if (await manager.existsBy(Shipment, { clientReference })) {
    refuse("CONFLICT", "There is a shipment with this clientReference already.", [...at, "clientReference"]);
  }
}

/** Inserts the shipment with its packages and items, and the offer that it is made with; gives its id. */
export async function insertDraft(
  manager: EntityManager,
  tenantId: string,
  input: DraftInput,
  draft: Draft,
): Promise<string> {
  const id = newId("shp");
  await manager.insert(Shipment, {
    tenantId,
    id,
    number: newShipmentNumber(),
    status: "DRAFT",
    orderId: input.orderId?.trim() || null,
    reference: input.reference?.trim() || null,
    tags: keptTags(input.tags),
    clientReference: input.clientReference?.trim() || null,
    outboundShipmentId: input.outboundShipmentId ?? null,
    returnedPackageIds: input.returnedPackageIds ?? [],
    duplicateOfId: input.duplicateOfId ?? null,
    ...draftColumns(draft),
  });
  await insertPackages(manager, tenantId, id, draft.details.packages);
  if (draft.quote) await acceptOffer(manager, id, draft.quote);
  return id;
}

/** A number for people, for example `S-7K3M9Q2X`. The database keeps it unique per tenant. */
function newShipmentNumber(): string {
  return `S-${readableCode(8)}`;
}

/** The columns that a draft's parts are kept in. */
export function draftColumns({ details, quote, method, account, serviceCode }: Draft) {
  const { packages: _, ...parts } = details;
  return {
    ...parts,
    shippingMethodId: method?.id ?? null,
    accountId: account.id,
    environment: account.environment,
    serviceCode,
    rateQuoteId: quote?.id ?? null,
  };
}

export async function insertPackages(
  manager: EntityManager,
  tenantId: string,
  shipmentId: string,
  packages: StoredPackage[],
): Promise<void> {
  const rows = packages.map((pkg, index) => ({
    tenantId,
    id: newId("pkg"),
    shipmentId,
    sequence: index + 1,
    ...packageColumns(pkg),
  }));
  await manager.insert(ShipmentPackage, rows);
  const items = packages.flatMap((pkg, index) =>
    pkg.items.map((item, position) => itemRow(item, tenantId, rows[index]!.id, position + 1)),
  );
  if (items.length > 0) await manager.insert(PackedItem, items);
}

function packageColumns(pkg: StoredPackage) {
  return {
    weightValue: pkg.weight.value,
    weightUnit: pkg.weight.unit,
    dimensions: pkg.dimensions,
    packageTypeCode: pkg.packageType,
    declaredAmount: pkg.declaredValue?.amount ?? null,
    declaredCurrency: pkg.declaredValue?.currencyCode ?? null,
    reference: pkg.reference,
    containsRegulatedItems: pkg.containsRegulatedItems ?? false,
    dangerousGoods: pkg.dangerousGoods ?? null,
  };
}

function itemRow(item: StoredItem, tenantId: string, packageId: string, sequence: number) {
  const { unitValue, ...columns } = item;
  return {
    ...columns,
    tenantId,
    id: newId("itm"),
    packageId,
    sequence,
    unitValueAmount: unitValue?.amount ?? null,
    unitValueCurrency: unitValue?.currencyCode ?? null,
  };
}
