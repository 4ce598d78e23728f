import type { Answered } from "../../carrier/outcome.js";
import type { RatedService, RateRequest } from "../../carrier/rating.js";
import { upsNumber } from "../shipping/named-service.js";
import { findServiceRow, serviceCodeOf } from "../words/codes.js";

type Rated = Answered<RatedService[]> | null;

/** UPS answers with its number, which several services may have: the price is of the one that was asked for by name. */
export function asAsked(answer: Rated, { serviceCode, details }: RateRequest): Rated {
  const asked = serviceCode === null ? null : findServiceRow(serviceCode);
  if (answer === null || !asked?.named) return answer;
  const plain = serviceCodeOf(upsNumber(asked, details));
  const named = <T extends { serviceCode?: string }>(part: T): T =>
    part.serviceCode === plain ? { ...part, serviceCode: asked.code } : part;
  return { ...answer, value: answer.value.map(named), messages: answer.messages.map(named) };
}
