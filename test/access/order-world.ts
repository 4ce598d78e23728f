import { aShipment, bought, buy, draft, sql, voidShipment } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

export const orderId = "2001";
const ofOrder = { orderId };

/** What buyers see of an order, and what they do not. */
export const shownOnes = ["sent", "partlyVoided", "boughtAgain", "refused", "back"] as const;
export const hiddenOnes = ["draft", "voided", "beingVoided", "unknown", "voidedAndUnknown", "backVoided"] as const;
type Name = (typeof shownOnes)[number] | (typeof hiddenOnes)[number];

export interface OrderWorld {
  service: TestService;
  /** Ids of the order's shipments, by what became of them. */
  made: Record<Name, string>;
  /** Of the one that is voided in part. */
  voidedPackages: string[];
}

/** An order with a shipment in every state there is. */
export async function startOrderWorld(): Promise<OrderWorld> {
  const service = await startTestService({ order: { typeName: "Order", keyField: "id" } });
  await seedAccount(service);
  const partlyVoided = await sent(service, { packages: [aPackage, aPackage] });
  const voidedPackages = [(await packagesOf(service, partlyVoided))[0]!.id];
  await voidShipment(service, { shipmentId: partlyVoided, packageIds: voidedPackages });
  const made = {
    draft: await draft(service, ofOrder),
    sent: await sent(service),
    voided: await voided(service, await sent(service)),
    partlyVoided,
    boughtAgain: await voided(service, await sent(service)),
    refused: await sent(service),
    beingVoided: await beingVoided(service, await sent(service)),
    unknown: await unknown(service, { shipment: aShipment(ofOrder) }),
    voidedAndUnknown: await voided(service, await sent(service)),
    back: await comesBack(service),
    backVoided: await voided(service, await comesBack(service)),
  };
  await bought(service, { shipmentId: made.boughtAgain });
  await unknown(service, { shipmentId: made.voidedAndUnknown });
  await sql(service, refuseVoid, [made.refused]);
  return { service, made, voidedPackages };
}

const refuseVoid = `update purchased_package set void_state = 'VOID_REFUSED' where package_id in
  (select id from shipment_package where shipment_id = $1)`;

const sent = async (service: TestService, parts = {}): Promise<string> =>
  (await bought(service, { shipment: aShipment({ ...ofOrder, ...parts }) })).shipment.id;

async function voided(service: TestService, shipmentId: string): Promise<string> {
  await voidShipment(service, { shipmentId });
  return shipmentId;
}

/** The carrier was asked to void it, and has not answered. */
async function beingVoided(service: TestService, shipmentId: string): Promise<string> {
  await service.control.addFault({ operation: "VOID", kind: "LOSE_ANSWER", times: 10 });
  await voided(service, shipmentId);
  await service.control.clearFaults();
  return shipmentId;
}

/** Nobody knows whether its labels are bought. */
async function unknown(service: TestService, input: Record<string, unknown>): Promise<string> {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
  const { shipment, purchase } = await buy(service, input);
  if (purchase.state !== "UNKNOWN") throw new Error(JSON.stringify(purchase));
  return shipment.id;
}

async function comesBack(service: TestService): Promise<string> {
  const shipment = { ...aShipment(ofOrder), shipFrom: newYork, shipTo: sanFrancisco };
  return (await buyReturn(service, { shipment })).shipment.id;
}

export const packagesOf = (service: TestService, shipmentId: string): Promise<{ id: string }[]> =>
  sql(service, "select id from shipment_package where shipment_id = $1 order by sequence", [shipmentId]);

/** Ids and tracking numbers of what buyers are not shown. */
export async function hiddenTexts({ service, made, voidedPackages }: OrderWorld): Promise<Set<string>> {
  const rows: Record<string, string>[] = await sql(
    service,
    `select sent.id as shipment, box.id as package, bought.tracking_number, tracker.id as tracker, bought.void_state
       from shipment sent join shipment_package box on box.shipment_id = sent.id
       left join purchased_package bought on bought.package_id = box.id
       left join tracker on tracker.purchased_package_id = bought.id`,
  );
  const shown = new Set(shownOnes.map((name) => made[name]));
  return new Set(
    rows.flatMap(({ shipment, package: pkg, tracking_number, tracker, void_state }) => {
      const isGone = !shown.has(shipment!);
      const isPackageGone = isGone || voidedPackages.includes(pkg!);
      const isLabelGone = isPackageGone || void_state === "VOIDED";
      return [isGone && shipment, isPackageGone && pkg, isLabelGone && tracking_number, isLabelGone && tracker].filter(
        (text) => typeof text === "string",
      );
    }),
  );
}
