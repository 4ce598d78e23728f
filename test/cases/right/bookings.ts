import type { RightBehaviour } from "../replay.js";
import type { Answer } from "../stand-ins.js";
import { inputFieldNames, isInReadme, rootFieldNames } from "./listed.js";
import { purchaseOf, textsOf } from "./purchases.js";

/** "Already voided": the wish is fulfilled. */
const alreadyVoided: RightBehaviour = ({ answers }) => {
  const { shipment, userErrors } = answers[2].data.voidShipment;
  expect(userErrors).toEqual([]);
  expect(shipment).toMatchObject({ status: "VOIDED", packages: [{ voidState: "VOIDED" }] });
};

const notFound: RightBehaviour = ({ answers }) => {
  expect(purchaseOf(answers[2]).purchase.state).toBe("UNKNOWN");
  expect(answers[3].data.labelPurchase.state).toBe("NOT_CREATED");
};

/** A code that says nothing of the booking proves nothing. */
const nothingProved: RightBehaviour = ({ answers }) => {
  expect(purchaseOf(answers[3]).purchase.state).toBe("UNKNOWN");
  expect(answers[4].data.labelPurchase.state).toBe("UNKNOWN");
};

/** PDF was asked and UPS's image is no label: a PDF all the same, or none; in any case told or fetched anew. */
const imageNotAsAsked: RightBehaviour = ({ answers, sent }) => {
  const bought = purchaseOf(answers[1]);
  expect(bought.purchase.state).toBe("PURCHASED");
  const { label } = bought.shipment.packages[0];
  expect([undefined, "PDF"]).toContain(label?.format);
  if (label?.base64) expect(Buffer.from(label.base64, "base64").toString("latin1")).toMatch(/^%PDF/);
  const isFetchedAnew = sent.some(({ path }) => path.endsWith("/recovery"));
  expect(isFetchedAnew || textsOf(bought).length > 0).toBe(true);
};

const twoPlacesAtOnce: RightBehaviour = ({ answers }) => {
  const { events } = answers[2].data.refreshTracker.tracker;
  expect(events.map(({ city }: Answer) => city)).toEqual(expect.arrayContaining(["Newark", "Secaucus"]));
};

const pickups: RightBehaviour = ({ answers }) => {
  const names = [...rootFieldNames(answers[0]), ...inputFieldNames(answers[0])];
  const isSupported = names.some((name) => /^(schedule|create|request|cancel)\w*pickup/i.test(name));
  expect(isSupported || isInReadme(/pickup/i)).toBe(true);
};

export const bookingCases: Record<string, RightBehaviour> = {
  V1: alreadyVoided,
  RC1: notFound,
  RC2: nothingProved,
  L2: imageNotAsAsked,
  T1: twoPlacesAtOnce,
  PK1: pickups,
};
