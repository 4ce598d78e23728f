import { z } from "zod";
import { type Fault, labelImages } from "../faults/fault.js";
import { operationNames } from "../operation-name.js";
import { journeyNames } from "../products/tracking/journey-name.js";

const seconds = z.number().min(0);
const common = { operation: z.enum([...operationNames, "ANY"]), times: z.number().int().positive().optional() };

function kind<Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) {
  return z.strictObject({ ...common, kind: z.literal(name), ...shape });
}

/** Every fault with its parameters; unknown ones are refused, so that a typing error cannot make a test pass. */
export const faultInput: z.ZodType<Fault> = z.discriminatedUnion("kind", [
  kind("HANG", { seconds: seconds.optional() }),
  kind("RESET_BEFORE", {}),
  kind("LOSE_ANSWER", {}),
  kind("HALF_BODY", { fraction: z.number().min(0).max(1).optional() }),
  kind("BOOK_LATE", { afterSeconds: seconds }),
  kind("RATE_LIMIT", { retryAfter: z.string().optional() }),
  kind("STATUS", {
    status: z.number().int().min(400).max(599),
    retryAfter: z.string().optional(),
    afterProcessing: z.boolean().optional(),
  }),
  kind("HTML", { status: z.number().int().min(200).max(599).optional(), afterProcessing: z.boolean().optional() }),
  kind("DELAY", { seconds }),
  kind("HOLD", {}),
  kind("RECOVERY_LAG", { seconds }),
  kind("REDIRECT", { location: z.string() }),
  kind("HUGE_BODY", { megabytes: z.number().positive() }),
  kind("UNAUTHORIZED", {}),
  kind("REFUSE", {
    code: z.string().min(1),
    status: z.number().int().min(200).max(599).optional(),
    afterProcessing: z.boolean().optional(),
  }),
  kind("HEADER_REFUSAL", {
    code: z.string().regex(/^\d+$/).optional(),
    status: z.number().int().min(200).max(599).optional(),
    body: z.enum(["NONE", "EMPTY_OBJECT", "HTML"]).optional(),
  }),
  kind("LABEL", { image: z.enum(labelImages), named: z.string().optional() }),
  kind("SHAPE", {}),
  kind("NULLS", {}),
]);

export const throttleInput = z.strictObject({
  perSecond: z.number().int().positive().nullable(),
  retryAfter: z.string().optional(),
  clientId: z.string().optional(),
});

export const clockInput = z.strictObject({
  now: z.iso.datetime({ offset: true }).optional(),
  advanceSeconds: z.number().optional(),
});

export const pricesInput = z.strictObject({ factor: z.number().positive() });

export const bookingInput = z.strictObject({
  shipperNumber: z.string().regex(/^[0-9A-Za-z]{6}$/),
  reference: z.string().min(1).max(35),
  serviceCode: z.string().optional(),
  /** UPS's code, such as 9; absent: it goes out. */
  returnServiceCode: z.string().optional(),
});

export const accessPointInput = z.strictObject({
  accessPointId: z.string().min(1),
  status: z.enum(["01", "06", "07", "08"]),
});

export const journeyInput = z.strictObject({ trackingNumber: z.string(), journey: z.enum(journeyNames) });

export type BookingInput = z.infer<typeof bookingInput>;
