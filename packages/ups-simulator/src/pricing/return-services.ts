import type { RequestedShipment } from "../request/requested-shipment.js";
import type { Surcharge } from "./surcharges.js";

interface ReturnTerms {
  /** UPS's number of the charge, and what it costs here. */
  charge: string;
  cents: number;
  mark: string;
}

/** Pack & Collect: boxes 1 to 5, once (codes 11 to 15, charges 454 to 458) or three times (16 to 20, 459 to 463). */
const packAndCollect = (attempts: 1 | 3): [string, ReturnTerms][] =>
  [1, 2, 3, 4, 5].map((box) => {
    const [firstCode, firstCharge] = attempts === 1 ? [11, 454] : [16, 459];
    const terms = { cents: 900 + 150 * box + 100 * attempts, mark: `PACK & COLLECT ${attempts}-ATTEMPT BOX ${box}` };
    return [String(firstCode + box - 1), { charge: String(firstCharge + box - 1), ...terms }];
  });

const termsByCode: ReadonlyMap<string, ReturnTerms> = new Map([
  ["2", { charge: "260", cents: 350, mark: "RETURN: PRINT AND MAIL" }],
  ["3", { charge: "280", cents: 800, mark: "RETURN SERVICE 1-ATTEMPT" }],
  ["5", { charge: "290", cents: 950, mark: "RETURN SERVICE 3-ATTEMPT" }],
  ["8", { charge: "350", cents: 100, mark: "ELECTRONIC RETURN LABEL" }],
  ["9", { charge: "250", cents: 50, mark: "RETURN SERVICE" }],
  ["10", { charge: "464", cents: 1200, mark: "EXCHANGE" }],
  ...packAndCollect(1),
  ...packAndCollect(3),
]);

export function isReturnService(code: string): boolean {
  return termsByCode.has(code);
}

/** What the return costs beside its way, for each package. */
export function returnSurcharges({ returnService, packages }: RequestedShipment): Surcharge[] {
  const terms = returnService && termsByCode.get(returnService.code);
  return terms ? [{ code: terms.charge, cents: terms.cents * packages.length }] : [];
}

/** What the label of a return says; nothing on other labels. */
export function returnMarks({ returnService }: RequestedShipment): string[] {
  const terms = returnService && termsByCode.get(returnService.code);
  return terms ? [terms.mark] : [];
}

/** Whether the caller gets the image. Else UPS mails, sends or brings the label. */
export function givesImage({ returnService }: RequestedShipment): boolean {
  return !returnService || returnService.code === "9" || returnService.code === "10";
}
