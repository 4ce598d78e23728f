import type { ReturnServiceKind } from "../../../carrier/returns.js";
import { NO_RETURN_SERVICES, RETURN_SERVICE_KINDS, returnServiceRow } from "../../shipping/return-services.js";
import type { OptionRule, OptionTerms, Verdict } from "./option-rule.js";

function judgeReturn(kind: ReturnServiceKind, { service }: OptionTerms): Verdict {
  const isUnserved =
    service && (NO_RETURN_SERVICES.has(service.ups) || returnServiceRow({ kind }).notWith.includes(service.ups));
  return isUnserved ? { reason: `${service.name} does not bring goods back this way` } : { level: "SHIPMENT" };
}

/** Ways back for what goes this way. A return is refused by the check of returns, which knows its packages and payer. */
export const RETURN_RULES: readonly OptionRule[] = RETURN_SERVICE_KINDS.map((kind) => ({
  code: `RETURN_BY_${kind}` as const,
  judge: (terms) => judgeReturn(kind, terms),
}));
