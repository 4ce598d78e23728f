import type { ReturnServiceKind } from "../../../carrier/returns.js";
import { noReturnServices, returnServiceKinds, returnServiceRow } from "../../shipping/return-services.js";
import type { OptionRule, OptionTerms, Verdict } from "./option-rule.js";

function judgeReturn(kind: ReturnServiceKind, { service }: OptionTerms): Verdict {
  const isUnserved =
    service &&
    (service.named?.isPlain ||
      noReturnServices.has(service.ups) ||
      returnServiceRow({ kind }).notWith.includes(service.ups));
  return isUnserved ? { reason: `${service.name} does not go with this return service` } : { level: "SHIPMENT" };
}

/** Ways back for what goes this way. A return is refused by the check of returns, which knows its packages and payer. */
export const returnRules: readonly OptionRule[] = returnServiceKinds.map((kind) => ({
  code: `RETURN_BY_${kind}` as const,
  judge: (terms) => judgeReturn(kind, terms),
}));
