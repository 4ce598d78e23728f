/** The operations by the names that control, faults and scenarios use. */
export const operationNames = [
  "TOKEN",
  "RATE",
  "SHIP",
  "VOID",
  "RECOVER_LABEL",
  "TRACK_BY_REFERENCE",
  "TRACK",
  "UPLOAD_DOCUMENT",
  "PUSH_DOCUMENT",
  "DELETE_DOCUMENT",
  "VALIDATE_ADDRESS",
  "LOCATE",
  "TRANSIT_TIMES",
] as const;

export type OperationName = (typeof operationNames)[number];
