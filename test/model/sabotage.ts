import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { Outcome, SpendOutcome } from "../../src/carrier/outcome.js";
import type { RatedService } from "../../src/carrier/rating.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import { override } from "./interruption.js";
import type { Sabotage } from "./world.js";

const withAdapter = (change: (adapter: CarrierAdapter) => CarrierAdapter): Sabotage => ({
  deps: (deps: ShippingDeps) => ({
    ...deps,
    carriers: new Map([...deps.carriers].map(([code, adapter]) => [code, change(adapter)])),
  }),
});

let requests = 0;

const nothingFound = { kind: "ANSWERED", value: { found: "NONE" }, messages: [] };
const nothingTracked = { kind: "ANSWERED", value: [], messages: [] };
const isVoided = { kind: "ANSWERED", value: { isVoided: true, packages: [] }, messages: [] };

const oneDollar = { amount: "1.00", currencyCode: "USD" };
const alwaysOneDollar = (rated: RatedService): RatedService => ({
  ...rated,
  ...{ total: oneDollar, charges: [{ carrierChargeCode: null, kind: "BASE", name: "All", amount: oneDollar }] },
});

interface Bug {
  sabotage: Sabotage;
  /** What is said of it. */
  shows: RegExp;
}

const afterUnknown = (then: (outcome: SpendOutcome<unknown>, call: () => Promise<unknown>) => unknown): Sabotage =>
  withAdapter((adapter) =>
    override(adapter, "ship", async (call) => {
      const outcome = (await call()) as SpendOutcome<unknown>;
      return outcome.kind === "UNKNOWN" ? then(outcome, call) : outcome;
    }),
  );

/** Bugs as somebody could make them: services that work as long as nothing goes wrong. */
export const bugs = {
  "resends what it has no clear answer to": {
    sabotage: afterUnknown((_, call) => call()),
    shows: /was booked 2 times/,
  },
  "takes every request for a new one": {
    sabotage: { input: (input) => ({ ...input, idempotencyKey: `${input.idempotencyKey}-${++requests}` }) },
    shows: /made \d purchases instead of|is UNKNOWN, not PENDING/,
  },
  "takes no answer for a no": {
    sabotage: afterUnknown((outcome) => ({ ...outcome, kind: "NOT_SENT", retryAfterSeconds: null })),
    shows: /is NOT_CREATED, not UNKNOWN|is in force, and nobody has it/,
  },
  "never finds what was booked": {
    sabotage: withAdapter((adapter) =>
      override(
        override(adapter, "recoverLabels", () => Promise.resolve(nothingFound)),
        "findByReference",
        () => Promise.resolve(nothingTracked),
      ),
    ),
    shows: /is in force, and nobody has it|not PURCHASED|is NOT_CREATED, not UNKNOWN/,
  },
  "believes that prices never change": {
    sabotage: withAdapter((adapter) =>
      override(adapter, "rate", async (call) => {
        const outcome = (await call()) as Outcome<RatedService[]>;
        return outcome.kind === "ANSWERED" ? { ...outcome, value: outcome.value.map(alwaysOneDollar) } : outcome;
      }),
    ),
    shows: /answered yes, not PRICE_CHANGED/,
  },
  "takes a void for done without asking": {
    sabotage: withAdapter((adapter) => override(adapter, "voidShipment", () => Promise.resolve(isVoided))),
    shows: /in force/,
  },
} satisfies Record<string, Bug>;
