import { aKey, userErrorFields } from "./purchases.js";
import type { As, TestService } from "./service.js";

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

const returnFields = `
  id status reference orderId returnService { kind email boxNumber } outboundShipment { id }
  shipFrom { lines city } shipTo { lines city } service { code }
  packages { id trackingNumber voidState label { id format sha256 isDerived } }`;

/** A return, bought. */
export async function buyReturn(service: TestService, input: Record<string, unknown>, as?: As): Promise<Answer> {
  const what = { idempotencyKey: aKey(), returnService: { kind: "PRINT_RETURN_LABEL" }, ...input };
  const { purchaseReturnLabel } = await service.run(
    `mutation ($input: PurchaseReturnLabelInput!) {
      purchaseReturnLabel(input: $input) {
        purchase { id state charges { amount currencyCode } }
        shipment { ${returnFields} }
        userErrors { ${userErrorFields} }
      }
    }`,
    { input: what },
    as,
  );
  return purchaseReturnLabel;
}

/** What comes back of a shipment, and the return label that came with its purchase. */
export async function returnsOf(service: TestService, id: string): Promise<Answer> {
  const { shipment } = await service.run(
    `query ($id: ID!) {
      shipment(id: $id) {
        status options { generateReturnLabel }
        returnShipments { ${returnFields} purchases { id state } }
        generatedReturn { state shipment { id status } userErrors { code field carrierErrorCode } }
      }
    }`,
    { id },
  );
  return shipment;
}

/** The returns in the simulator's ledger that are not voided, with the service they were booked with. */
export async function bookedReturns(service: TestService): Promise<{ number: string; code: string; email: string }[]> {
  return (await service.control.ledger()).flatMap(
    ({ returnService, voidedAt, shipmentIdentificationNumber: number }) =>
      returnService && voidedAt === null ? [{ number, ...returnService }] : [],
  );
}
