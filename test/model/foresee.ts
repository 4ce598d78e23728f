import type { PurchaseInput } from "../../src/shipping/purchase/purchase-input.js";
import { lagSeconds, shipResult, voidConditions } from "./carrier-conditions.js";
import type { Moment } from "./interruption.js";
import { bookingsOf, type Model } from "./model.js";
import type { SeenPurchase, SeenShipment } from "./seen.js";
import type { PurchaseState, VoidState } from "./states.js";

/** What a request to buy comes to. */
export type BuyForecast =
  | { kind: "REFUSED"; codes: string[] }
  | { kind: "SAME"; purchaseId: string }
  | { kind: "MADE"; states: PurchaseState[] };

/** `interruptedAt`: where the process that buys stops; null: nowhere. */
export function foreseeBuy(model: Model, input: PurchaseInput, interruptedAt: Moment | null): BuyForecast {
  const use = model.keys.get(input.idempotencyKey);
  if (use?.purchaseId) {
    if (JSON.stringify(use.input) === JSON.stringify(input)) return { kind: "SAME", purchaseId: use.purchaseId };
    return { kind: "REFUSED", codes: ["IDEMPOTENCY_KEY_REUSED"] };
  }
  const shipment = input.shipmentId ? model.shipments.get(input.shipmentId) : null;
  if (shipment?.status === "DELETED") return { kind: "REFUSED", codes: ["NOT_FOUND"] };
  if (shipment?.status === "PURCHASED") return { kind: "REFUSED", codes: ["ALREADY_PURCHASED"] };
  if (shipment?.status === "PURCHASING") return { kind: "REFUSED", codes: ["CONFLICT"] };
  const quote = shipment && input.rateQuoteId ? model.quotes.get(shipment.id) : null;
  if (quote && quote.version !== shipment?.version) return { kind: "REFUSED", codes: ["QUOTE_MISMATCH"] };
  if (shipment && isDearer(model, input, shipment)) return { kind: "REFUSED", codes: ["PRICE_CHANGED"] };
  if (interruptedAt !== null) return { kind: "MADE", states: ["PENDING"] };
  const isRefused = shipment ? shipment.isRefused : input.shipment?.shipTo?.name === "Refused Recipient";
  return { kind: "MADE", states: [shipResult(model.conditions, isRefused).state] };
}

/** Whether the offer that is bought was made at lower prices. */
function isDearer(model: Model, { rateQuoteId, service }: PurchaseInput, shipment: SeenShipment): boolean {
  const isOtherService = service != null && service !== shipment.serviceCode;
  const offer = rateQuoteId ?? (isOtherService ? null : shipment.quoteId);
  return offer !== null && model.priceFactor > model.quotedFactors.get(offer)!;
}

/** What a look at a purchase makes of its state. */
export function foreseeLook(model: Model, purchase: SeenPurchase): PurchaseState {
  if (purchase.state !== "PENDING" && purchase.state !== "UNKNOWN") return purchase.state;
  if (purchase.state === "PENDING" && !purchase.isSent) return "NOT_CREATED";
  const { RECOVER_LABEL, TRACK_BY_REFERENCE } = model.conditions;
  const live = bookingsOf(model, purchase).filter((booking) => !booking.isVoided);
  const isShownBy = (condition: string) => (number: string) =>
    condition !== "LAGS" || model.carrierClock - model.bookedAt.get(number)! >= lagSeconds;
  const numbers = live.map((booking) => booking.number);
  if (RECOVER_LABEL !== "FINE" && RECOVER_LABEL !== "LAGS") return "UNKNOWN";
  if (numbers.some(isShownBy(RECOVER_LABEL))) return "PURCHASED";
  if (TRACK_BY_REFERENCE !== "FINE" && TRACK_BY_REFERENCE !== "LAGS") return "UNKNOWN";
  if (numbers.some(isShownBy(TRACK_BY_REFERENCE))) return "UNKNOWN";
  return model.old.has(purchase.id) ? "NOT_CREATED" : "UNKNOWN";
}

/** What asking the carrier to void these packages makes of them. */
export function foreseeVoid(
  { conditions }: Model,
  states: VoidState[],
  chosen: (index: number) => boolean,
): VoidState[] {
  const answered = conditions.VOID === "FINE" ? "VOIDED" : "VOID_PENDING";
  return states.map((state, index) => (state !== "VOIDED" && chosen(index) ? answered : state));
}

/** Whether the carrier does what it is asked to void. */
export function isVoidDone({ conditions }: Model): boolean {
  return voidConditions[conditions.VOID]!.isDone;
}
