import { fieldsOf } from "../support/graph-elements.js";
import { type Badge } from "./front-door.js";
import { operations } from "./operations.js";
import { differences, noDifference } from "./parse-table.js";
import { startTwoTenants, type TwoTenants } from "./two-tenants.js";

/** What each mutation that changes settings, money's limits or rights, or takes labels out of force, leaves in the audit. */
const audited: Record<string, string> = {
  createCarrierAccount: "CARRIER_ACCOUNT_CREATED",
  updateCarrierAccount: "CARRIER_ACCOUNT_UPDATED",
  rotateCarrierCredentials: "CARRIER_CREDENTIALS_ROTATED",
  confirmSetupStep: "SETUP_STEP_CONFIRMED",
  activateCarrierAccount: "CARRIER_ACCOUNT_ACTIVATED",
  archiveCarrierAccount: "CARRIER_ACCOUNT_ARCHIVED",
  setSpendLimits: "SPEND_LIMITS_CHANGED",
  createShippingMethod: "SHIPPING_METHOD_CREATED",
  importLegacyShippingMethod: "SHIPPING_METHOD_IMPORTED",
  updateShippingMethod: "SHIPPING_METHOD_UPDATED",
  archiveShippingMethod: "SHIPPING_METHOD_ARCHIVED",
  replaceLegacyShippingMethod: "SHIPPING_METHOD_REPLACED",
  createPackageTemplate: "PACKAGE_TEMPLATE_CREATED",
  updatePackageTemplate: "PACKAGE_TEMPLATE_UPDATED",
  archivePackageTemplate: "PACKAGE_TEMPLATE_ARCHIVED",
  createShipFromPlace: "SHIP_FROM_PLACE_CREATED",
  updateShipFromPlace: "SHIP_FROM_PLACE_UPDATED",
  archiveShipFromPlace: "SHIP_FROM_PLACE_ARCHIVED",
  saveCustomerCarrierAccount: "CUSTOMER_CARRIER_ACCOUNT_SAVED",
  deleteCustomerCarrierAccount: "CUSTOMER_CARRIER_ACCOUNT_DELETED",
  updateShippingSettings: "SHIPPING_SETTINGS_CHANGED",
  voidShipment: "VOID_REQUESTED",
  resolvePurchase: "PURCHASE_DECIDED",
  erasePersonalData: "PERSONAL_DATA_ERASED",
};

const ofShipments = "work on a shipment, which is kept with it, under the limits";
/** Why the others leave nothing there. */
const unaudited: Record<string, string> = {
  validateCarrierAccount: "asks the carrier, and changes nothing that decides what may be done",
  purchaseLabel: "the purchase itself is kept, with its key, its times and its events",
  purchaseReturnLabel: "the purchase itself is kept, with its key, its times and its events",
  createShipment: ofShipments,
  updateShipment: ofShipments,
  duplicateShipment: ofShipments,
  deleteShipment: ofShipments,
  uploadShippingDocument: ofShipments,
  attachShippingDocuments: ofShipments,
  deleteShippingDocument: "the document stays on record as deleted",
  recoverLabel: ofShipments,
  markLabelsPrinted: ofShipments,
  refreshTracker: "asks the carrier, and keeps what it says",
};

let world: TwoTenants;
let badge: Badge;
beforeAll(async () => {
  world = await startTwoTenants();
  badge = await world.door.badge(world.owner.tenantId, ["read", "ship", "admin"], world.stranger.tenantId);
});
afterAll(() => world?.close());

interface Kept {
  id: string;
  kind: string;
  actor: { kind: string; subject: string | null; permissions: string[] };
  changes: object[];
}

async function events(): Promise<Kept[]> {
  const source = `{ auditEvents(first: 100) { nodes {
    id kind actor { kind subject permissions } targetId changes { field before after isWithheld } } } }`;
  return (await world.door.ask(badge, source)).data.auditEvents.nodes;
}

/** What a mutation alone adds: its variables may have taken others to make. */
async function addedBy(name: string): Promise<Kept[]> {
  const { source, variables } = operations[`Mutation.${name}`]!;
  const input = await variables(world.owner);
  const before = new Set((await events()).map(({ id }) => id));
  const { data, errors } = await world.door.ask(badge, source, input);
  expect([errors, data[name].userErrors ?? []]).toEqual([undefined, []]);
  return (await events()).filter(({ id }) => !before.has(id));
}

it("says of every mutation in the schema what it leaves in the audit, or why nothing", () => {
  const inSchema = fieldsOf(world.service.schema.getMutationType()!).map(({ name }) => name);
  expect(differences(inSchema, [...Object.keys(audited), ...Object.keys(unaudited)])).toEqual(noDifference);
});

it.each(Object.entries(audited))(
  "%s is kept once as %s, with whose token it was and what that might do",
  async (name, kind) => {
    const added = await addedBy(name);
    expect(added.map((event) => event.kind)).toEqual([kind]);
    expect(added[0]).toMatchObject({ actor: { kind: "TOKEN", permissions: ["admin", "read", "ship"] } });
    expect(added[0]?.actor.subject).toMatch(/\S/);
    expect(added[0]?.changes.length).toBeGreaterThan(0);
  },
);

it.each(Object.keys(unaudited))("%s leaves nothing there", async (name) => {
  expect(await addedBy(name)).toEqual([]);
});
