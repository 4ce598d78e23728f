import { Refusal } from "../answer.js";
import { isUnitedStates } from "../pricing/countries.js";
import type { RequestedNotification, RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds, requireField } from "./rule-codes.js";

const OUTBOUND_ONLY = "6";
const RETURN_ONLY = new Set(["5", "2"]);
const CODES = new Set([OUTBOUND_ONLY, ...RETURN_ONLY, "7", "8", "012", "013"]);
/** To an access point: about the place, not about the way. */
const OF_ACCESS_POINT = new Set(["012", "013"]);
const PATH = "ShipmentServiceOptions.Notification";

/** At most three events, each to five addresses; across borders, and inside the United States and Puerto Rico. */
export function checkNotifications(shipment: RequestedShipment, codes: RuleCodes): void {
  const { options, shipFrom, shipTo, returnService } = shipment;
  const notifications = options.notifications ?? [];
  requireBounds(notifications.length <= 3, PATH);
  for (const notification of notifications) checkNotification(notification, returnService !== undefined);
  const isElsewhere = shipFrom.country === shipTo.country && !isUnitedStates(shipFrom.country);
  if (isElsewhere && notifications.some(({ code }) => !OF_ACCESS_POINT.has(code))) {
    throw new Refusal(codes.optionUnavailable, "The requested accessory option is unavailable: notification.");
  }
}

function checkNotification({ code, emails, memo }: RequestedNotification, isReturn: boolean): void {
  requireBounds(CODES.has(code), `${PATH}.NotificationCode`);
  requireBounds(isReturn ? code !== OUTBOUND_ONLY : !RETURN_ONLY.has(code), `${PATH}.NotificationCode`);
  requireField(emails.length > 0, `${PATH}.EMail.EMailAddress`);
  requireBounds(emails.length <= 5, `${PATH}.EMail.EMailAddress`);
  requireBounds(
    emails.every((email) => email.length <= 50 && /^\S+@\S+$/.test(email)),
    `${PATH}.EMail.EMailAddress`,
  );
  requireBounds(memo.length <= 150, `${PATH}.EMail.Memo`);
}
