/** How the one who returns goods gets the label, or the carrier comes for them. */
export type ReturnServiceKind =
  | "PRINT_RETURN_LABEL"
  | "ELECTRONIC_RETURN_LABEL"
  | "PRINT_AND_MAIL"
  | "ONE_PICKUP_ATTEMPT"
  | "THREE_PICKUP_ATTEMPTS"
  | "EXCHANGE"
  | "PACK_AND_COLLECT_ONE_ATTEMPT"
  | "PACK_AND_COLLECT_THREE_ATTEMPTS";

export interface ReturnService {
  kind: ReturnServiceKind;
  /** Who gets the label by e-mail; null where none is sent. */
  email: string | null;
  /** Which of its boxes the carrier brings, 1 to 5; null where it brings none. */
  boxNumber: number | null;
}

const printedByUs: ReadonlySet<ReturnServiceKind> = new Set(["PRINT_RETURN_LABEL", "EXCHANGE"]);

/** Whether labels come with the answer. Otherwise the carrier mails, sends or brings them, and none is waited for. */
export function bringsLabels(service: Pick<ReturnService, "kind"> | null): boolean {
  return service === null || printedByUs.has(service.kind);
}

/** Goods can be brought back. What of it a lane does not have, `checkShipment` refuses. */
export interface CarrierReturns {
  /** False: what it costs is known only after it was bought, and `rate` refuses it. */
  isPricedBefore(service: ReturnService): boolean;
}
