import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => [file, readFileSync(join(root, "src", file), "utf8")] as const);

/** The files of `src` that hold this, with each thing found once. */
const holding = (pattern: RegExp): Record<string, string[]> =>
  Object.fromEntries(
    files.flatMap(([file, text]) => {
      const found = [...new Set([...text.matchAll(pattern)].map(([, what]) => what ?? ""))].sort();
      return found.length > 0 ? [[file, found]] : [];
    }),
  );

it("a purchase is written in four files, and of these one changes its state, key and next look", () => {
  expect(
    holding(/\b((?:insert|delete|upsert|save)\(LabelPurchase|(?:insert into|delete from) label_purchase)\b/g),
  ).toEqual({
    "shipping/purchase/claim-purchase.ts": ["insert(LabelPurchase"],
  });
  expect(holding(/update(?: label_purchase set |\(LabelPurchase,[^{]*\{[^}]*\}, \{ )(\w+)/g)).toEqual({
    "shipping/booking/note-learned.ts": ["carrier_messages"],
    "shipping/booking/note-unwanted.ts": ["unwanted_bookings"],
    "shipping/booking/purchase-states.ts": ["voidReason", "voidedAt"],
    "shipping/booking/void-unwanted.ts": ["unwanted_bookings"],
    // Texts alone, of what has ended.
    "shipping/erasure/erase-purchases.ts": ["requestFingerprint"],
  });
});

it("the verbs of claims are used on purchases there, and by the look at one that is due", () => {
  expect(holding(/\b((?!readPage)\w+)\(manager, LabelPurchase\b/g)).toEqual({
    "shipping/booking/purchase-states.ts": [
      "endClaim",
      "endNeverSent",
      "endUnsent",
      "forgetClaims",
      "giveUp",
      "leaveOpen",
      "noteLeaving",
      "planLook",
    ],
    "shipping/reconcile/purchase-turn.ts": ["lockForLook", "noteLook", "planAfterLook", "putBack", "takeTurn"],
  });
});
