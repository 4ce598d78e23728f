import type { ConfigValues } from "./config-variables.js";

/** Days that a kind of data is kept, by its kind; what is kept for ever is missing. */
export function arrangeRetention(values: ConfigValues): Partial<Record<RetentionKind, number>> {
  const kept = Object.entries(variables).filter(([, name]) => values[name] > 0);
  return Object.fromEntries(kept.map(([kind, name]) => [kind, values[name]]));
}

const variables = {
  RATE_QUOTE: "RETENTION_QUOTE_DAYS",
  CARRIER_REQUEST: "RETENTION_CARRIER_REQUEST_DAYS",
  DOCUMENT: "RETENTION_DOCUMENT_DAYS",
  UPLOAD: "RETENTION_UPLOAD_DAYS",
  TOKEN: "RETENTION_TOKEN_DAYS",
  CREDENTIAL: "RETENTION_CREDENTIAL_DAYS",
  TRACKER: "RETENTION_TRACKER_DAYS",
  VOIDED_LABEL: "RETENTION_VOIDED_LABEL_DAYS",
  ADDRESS_CHECK: "RETENTION_ADDRESS_CHECK_DAYS",
  AUDIT_EVENT: "RETENTION_AUDIT_DAYS",
} as const;

type RetentionKind = keyof typeof variables;
