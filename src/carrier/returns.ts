/** How the one who returns goods gets the label, or the carrier comes for them. */
export type ReturnServiceKind =
  | "PRINT_RETURN_LABEL"
  | "ELECTRONIC_RETURN_LABEL"
  | "PRINT_AND_MAIL"
  | "ONE_PICKUP_ATTEMPT"
  | "THREE_PICKUP_ATTEMPTS";

export interface ReturnService {
  kind: ReturnServiceKind;
  /** Who gets the label by e-mail; null where none is sent. */
  email: string | null;
}
