import { fileURLToPath } from "node:url";
import type { Intent } from "../intent.js";
import type { Mutation } from "./mutation.js";

const withoutClaim = fileURLToPath(new URL("./purchase-without-claim.js", import.meta.url));

/** What the control run buys with: whoever asks again buys again, and nothing holds it back before it leaves. */
export const noClaim: Mutation = {
  name: "no-claim",
  // What the harness exists for: UPS itself booked one purchase twice.
  shownBy: ["no purchase is sent twice"],
  focus: null,
  edits: [
    {
      file: "resolvers/label/label-purchase.js",
      find: '"../../shipping/purchase/purchase-label.js"',
      by: JSON.stringify(withoutClaim),
    },
    {
      file: "shipping/booking/purchase-states.js",
      find: "return noteLeaving(manager, LabelPurchase, purchase, lookAfter);",
      by: "return noteLeaving(manager, LabelPurchase, purchase, lookAfter).then(() => true);",
    },
  ],
};

const ordinary: Partial<Intent> = { to: "DOOR", acceptsQuote: false, papers: "NONE", vanishesAfterMs: null };
const aReturn: Partial<Intent> = { ...ordinary, packages: 1, generatesReturn: true, afterwards: "KEEP" };
/** Two voids of one purchase at once. */
const aVoid: Partial<Intent> = {
  ...{ ...ordinary, generatesReturn: false, packages: 2, afterwards: "VOID_EACH_PACKAGE", isDoubleClick: false },
  vanishesFromVoidAfterMs: null,
};

/** Servers that break one promise each: the harness must notice every one. */
export const mutations: Mutation[] = [
  {
    name: "two reconcilers take one turn",
    edits: [
      {
        file: "shipping/claim/looks.js",
        find: "where id = $1 and next_check_at = $2 for no key update",
        by: "where id = $1 and $2::text is not null for no key update",
      },
    ],
    shownBy: ["no look is begun in a turn that is over"],
    focus: { failpoints: ["look.taken"], act: "FREEZE", forMs: 5_000, dueShare: 1 },
  },
  {
    name: "a stale claim is sent",
    edits: [{ file: "shipping/claim/send-in-time.js", find: "return isStale ?", by: "return false ?" }],
    shownBy: ["no claim is sent that has become stale"],
    focus: { failpoints: ["purchase.claimed"], act: "FREEZE", forMs: 7_500 },
  },
  {
    name: "a generated return has a random key",
    edits: [
      {
        file: "shipping/purchase/buy-generated-return.js",
        find: "`generated return of ${carrierReference}`",
        by: "`generated return of ${Math.random()} ${carrierReference}`",
      },
    ],
    shownBy: ["a generated return has the key of its outbound", "an outbound has one generated return"],
    focus: {
      failpoints: ["generated-return.ordered", "generated-return.bought"],
      act: "KILL",
      forMs: 0,
      wants: aReturn,
    },
  },
  {
    name: "a session that an administrator ends is no passing failure",
    edits: [{ file: "database/failures.js", find: "57P..", by: "57P0[2-9]" }],
    shownBy: ["no buyer was told what no fault explains"],
    focus: { failpoints: ["purchase.claimed"], act: "KILL", forMs: 0, sessionEndsEveryMs: 150 },
  },
  {
    name: "two void settlements at once",
    edits: [
      {
        file: "shipping/void/settle-void.js",
        find: 'await manager.query("select 1 from shipment where id = $1 for no key update", [purchase.shipmentId]);',
        by: "",
      },
    ],
    // Whoever voids last takes along what others are voiding, so both settle the same package: what shows is that they
    // wait for each other in a circle, not a purchase that nobody calls voided.
    shownBy: ["voided_purchase_agrees", "shipment_status_agrees", "no two transactions waited for each other"],
    focus: { failpoints: ["void.settling"], act: "FREEZE", forMs: 1_500, isInStep: true, wants: aVoid },
  },
];
