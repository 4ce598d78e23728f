import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { SpendOutcome } from "../../src/carrier/outcome.js";
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

/** Bugs as somebody could make them, each a service that works as long as nothing goes wrong. */
export const bugs = {
  "takes every request for a new one": {
    input: (input) => ({ ...input, idempotencyKey: `${input.idempotencyKey}-${++requests}` }),
  },
  "resends what it has no clear answer to": withAdapter((adapter) =>
    override(adapter, "ship", async (call) => {
      const outcome = (await call()) as SpendOutcome<unknown>;
      return outcome.kind === "UNKNOWN" ? call() : outcome;
    }),
  ),
  "takes no answer for a no": withAdapter((adapter) =>
    override(adapter, "ship", async (call) => {
      const outcome = (await call()) as SpendOutcome<unknown>;
      return outcome.kind === "UNKNOWN" ? { ...outcome, kind: "NOT_SENT", retryAfterSeconds: null } : outcome;
    }),
  ),
  "never finds what was booked": withAdapter((adapter) =>
    override(
      override(adapter, "recoverLabels", () => Promise.resolve(nothingFound)),
      "findByReference",
      () => Promise.resolve(nothingTracked),
    ),
  ),
  "takes a void for done without asking": withAdapter((adapter) =>
    override(adapter, "voidShipment", () => Promise.resolve(isVoided)),
  ),
} satisfies Record<string, Sabotage>;
