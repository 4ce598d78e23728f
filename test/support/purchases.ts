import type { OperationName } from "@shipping-subgraph/ups-simulator/operation-name.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { eventually } from "./eventually.js";
import { aPackage, newYork } from "./seed.js";
import type { As, TestService } from "./service.js";

/** Loose on purpose: a test states what it expects. */
// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

export const userErrorFields = "code message field carrierErrorCode";

/** What most tests look at of a purchase, its shipment and its labels. */
export const purchaseLabel = `
  mutation ($input: PurchaseLabelInput!) {
    purchaseLabel(input: $input) {
      purchase { id state retryAfterSeconds carrierReference charges { amount currencyCode } }
      shipment { id number status service { code } packages { id trackingNumber voidState label { id format sha256 } } }
      userErrors { ${userErrorFields} }
    }
  }`;

/** An ordinary shipment inside the United States, by Ground. */
export const aShipment = (parts: Record<string, unknown> = {}) => ({
  shipTo: newYork,
  packages: [aPackage],
  service: "UPS_GROUND",
  ...parts,
});

let keys = 0;
/** A key that no other purchase of this test file has. */
export const aKey = () => `key-${++keys}`;

export async function buy(service: TestService, input: Record<string, unknown> = {}, as?: As): Promise<Answer> {
  const { shipmentId } = input;
  const what = { idempotencyKey: aKey(), ...(shipmentId === undefined && { shipment: aShipment() }), ...input };
  return (await service.run(purchaseLabel, { input: what }, as)).purchaseLabel;
}

/** As `buy`, for what must succeed. */
export async function bought(service: TestService, input: Record<string, unknown> = {}): Promise<Answer> {
  const answer = await buy(service, input);
  if (answer.purchase?.state !== "PURCHASED") throw new Error(JSON.stringify(answer));
  return answer;
}

/** A saved draft; gives its id. */
export async function draft(service: TestService, input: Record<string, unknown> = {}, as?: As): Promise<string> {
  const { createShipment } = await service.run(
    `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { shipment { id } userErrors { message } } }`,
    { input: aShipment(input) },
    as,
  );
  if (createShipment.shipment === null) throw new Error(JSON.stringify(createShipment.userErrors));
  return createShipment.shipment.id;
}

export async function voidShipment(service: TestService, input: Record<string, unknown>, as?: As): Promise<Answer> {
  const { voidShipment: answer } = await service.run(
    `mutation ($input: VoidShipmentInput!) {
      voidShipment(input: $input) {
        shipment { id status packages { trackingNumber voidState } }
        userErrors { code field carrierErrorCode }
      }
    }`,
    { input },
    as,
  );
  return answer;
}

/** A purchase as it now stands, with its shipment. */
export async function purchaseBy(service: TestService, by: { id?: string; idempotencyKey?: string }): Promise<Answer> {
  const { labelPurchase } = await service.run(
    `query ($id: ID, $idempotencyKey: String) {
      labelPurchase(id: $id, idempotencyKey: $idempotencyKey) {
        id state retryAfterSeconds carrierReference charges { amount currencyCode } userErrors { ${userErrorFields} }
        shipment { id status charges { isActualEstimated } packages { id trackingNumber voidState label { id format sha256 } } }
      }
    }`,
    by,
  );
  return labelPurchase;
}

/** How often the simulator was asked for this operation since its requests were last cleared. */
export async function requestCount(service: TestService, operation: string): Promise<number> {
  return (await service.control.requests()).filter((request) => request.operation === operation).length;
}

/** The operation's next requests, one unless told otherwise, are kept at the simulator until `control.release`. */
export const hold = (service: TestService, operation: OperationName, times = 1): Promise<void> =>
  service.control.addFault({ operation, kind: "HOLD", times });

/** Resolves when the simulator has seen so many requests of the operation. */
export async function arrived(service: TestService, operation: OperationName, count = 1): Promise<void> {
  await eventually(
    () => requestCount(service, operation),
    (seen) => seen >= count,
  );
}

/** A purchase that has been answered PENDING, once it has left that state. */
export const ended = (service: TestService, by: Parameters<typeof purchaseBy>[1]): Promise<Answer> =>
  eventually(
    () => purchaseBy(service, by),
    ({ state }) => state !== "PENDING",
  );

/** SQL on the tenant's rows, behind the API's back. */
export function sql(service: TestService, text: string, values: unknown[] = []): Promise<Answer> {
  return inTenant(service.database, service.tenantId, (manager) => manager.query(text, values));
}

/** Every open question becomes due now instead of in minutes. */
export async function makeDue(service: TestService): Promise<void> {
  await sql(service, "update label_purchase set next_check_at = now() where next_check_at is not null");
}

export interface Refusal {
  code: string;
  field: string | null;
  carrierErrorCode?: string | null;
}

/** Whole payloads of what is refused before anything is claimed; `field` as dotted path. */
export const refused = (...errors: Refusal[]) => ({
  purchase: null,
  shipment: null,
  userErrors: errors.map(({ code, field, carrierErrorCode = null }) => ({
    code,
    message: expect.stringMatching(/\S/),
    field: field?.split(".") ?? null,
    carrierErrorCode,
  })),
});
