import type { ShipmentNotification } from "../../src/carrier/shipment-options.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { anAccount, anAddress, aRateRequest, aShipRequest, someDetails, someOptions } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const aNotification = (over: Partial<ShipmentNotification> = {}): ShipmentNotification => ({
  ...{ event: "SHIPPED", emails: ["ada@example.com"], memo: null },
  ...over,
});
const notifying = (notifications: ShipmentNotification[], parts: Parameters<typeof someDetails>[0] = {}) =>
  someDetails({ ...parts, options: someOptions({ notifications }) });
const brief = (...parameters: Parameters<typeof notifying>) =>
  checkShipment(notifying(...parameters), null, new Date("2025-06-02T12:00:00Z")).map(
    ({ code, path }) => `${code} ${path.join(".")}`,
  );

it("asks Ship for an e-mail about each event, and Rate for none", () => {
  const details = notifying([
    aNotification({ memo: " Thank you " }),
    aNotification({ event: "EXCEPTION" }),
    aNotification({ event: "DELIVERED", emails: [" ada@example.com", "grace@example.com"] }),
  ]);
  const { Shipment } = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest;
  expect(Shipment.ShipmentServiceOptions).toEqual({
    Notification: [
      { NotificationCode: "6", EMail: { EMailAddress: ["ada@example.com"], Memo: "Thank you" } },
      { NotificationCode: "7", EMail: { EMailAddress: ["ada@example.com"] } },
      { NotificationCode: "8", EMail: { EMailAddress: ["ada@example.com", "grace@example.com"] } },
    ],
  });
  expect(JSON.stringify(serialiseRating(anAccount(), aRateRequest({ details })))).not.toContain("Notification");
});

const emails = (count: number) => Array.from({ length: count }, (_, index) => `a${index}@example.com`);

it.each<[string, ShipmentNotification[], string[]]>([
  ["five addresses", [aNotification({ emails: emails(5) })], []],
  ["six addresses", [aNotification({ emails: emails(6) })], ["INVALID options.notifications.0.emails"]],
  ["no address", [aNotification({ emails: [] })], ["REQUIRED options.notifications.0.emails"]],
  [
    "text that is none",
    [aNotification({ emails: ["ada@example.com", "ada"] })],
    ["INVALID options.notifications.0.emails.1"],
  ],
  [
    "51 characters",
    [aNotification({ emails: [`${"a".repeat(39)}@example.com`] })],
    ["TOO_LONG options.notifications.0.emails.0"],
  ],
  ["150 characters of memo", [aNotification({ memo: "x".repeat(150) })], []],
  ["151 characters of memo", [aNotification({ memo: "x".repeat(151) })], ["TOO_LONG options.notifications.0.memo"]],
  ["an event twice", [aNotification(), aNotification()], ["INVALID options.notifications.1.event"]],
])("judges %s", (_what, notifications, expected) => {
  expect(brief(notifications)).toEqual(expected);
});

it("takes at most three events", () => {
  const four = [
    aNotification(),
    aNotification({ event: "EXCEPTION" }),
    aNotification({ event: "DELIVERED" }),
    aNotification(),
  ];
  expect(brief(four)).toContain("INVALID options.notifications");
});

it("is not to be had inside other countries, nor about the shipping of what comes back", () => {
  const german = { shipFrom: anAddress("berlin"), shipTo: anAddress("berlin") };
  expect(brief([aNotification()], german)).toEqual(["OPTION_NOT_ALLOWED options.notifications"]);
  const returnService = { kind: "PRINT_RETURN_LABEL" as const, email: null, boxNumber: null };
  expect(brief([aNotification(), aNotification({ event: "DELIVERED" })], { returnService })).toEqual([
    "OPTION_NOT_ALLOWED options.notifications.0.event",
  ]);
});

describe("at the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());

  it("is taken", async () => {
    const details = notifying([
      aNotification({ memo: "Thank you" }),
      aNotification({ event: "DELIVERED", emails: emails(5) }),
    ]);
    const outcome = await ups.adapter.ship(anAccount(), aShipRequest({ details }), { purchaseId: null });
    expect(outcome.kind).toBe("ANSWERED");
  });
});
