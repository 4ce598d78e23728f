import { z } from "zod";
import type { Answered } from "../../carrier/outcome.js";
import type { VoidAnswer, VoidedPackage } from "../../carrier/shipping.js";
import { answered, envelope, isSuccess } from "../words/alerts.js";
import { listOf, maybe, needed, text } from "../words/shapes.js";

const status = z.object({ Status: maybe(z.object({ Code: text })) });
const packageResult = z.object({ TrackingNumber: text, Status: maybe(z.object({ Code: text })) });

/** The singular name is what older versions, and the wire, use. */
const voidAnswer = z.object({
  VoidShipmentResponse: needed(
    z.object({
      Response: envelope,
      SummaryResult: maybe(status),
      PackageLevelResults: listOf(packageResult),
      PackageLevelResult: listOf(packageResult),
    }),
  ),
});

/**
 * Voided means so in the summary and for every package named; UPS says the same of what was voided before. Null where it
 * does not say of all: to be asked again, since a label may be in force or not.
 */
export function parseVoid(json: unknown): Answered<VoidAnswer> | null {
  const parsed = voidAnswer.safeParse(json);
  if (!parsed.success || !isSuccess(parsed.data.VoidShipmentResponse.Response)) return null;
  const { SummaryResult, PackageLevelResults, PackageLevelResult } = parsed.data.VoidShipmentResponse;
  const summary = SummaryResult?.Status?.Code;
  const results = [...PackageLevelResults, ...PackageLevelResult].map(({ TrackingNumber, Status }) => {
    return { trackingNumber: TrackingNumber, code: Status?.Code ?? summary };
  });
  if (results.length === 0 ? summary === undefined : results.some(({ code }) => code === undefined)) return null;
  const packages = results.map(
    ({ trackingNumber, code }): VoidedPackage => ({ trackingNumber, isVoided: code === "1" }),
  );
  return answered({ isVoided: summary === "1" && packages.every((pkg) => pkg.isVoided), packages });
}

/** Several calls' answers as one. */
export function mergeVoids(answers: VoidAnswer[]): VoidAnswer {
  return {
    isVoided: answers.length > 0 && answers.every((answer) => answer.isVoided),
    packages: answers.flatMap((answer) => answer.packages),
  };
}
