import { Refusal } from "../answer.js";
import { isUnitedStates } from "../pricing/countries.js";
import type { RequestedNotification, RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds, requireByCode } from "./rule-codes.js";

const outboundOnly = "6";
const returnOnly = new Set(["5", "2"]);
const eventCodes = new Set([outboundOnly, ...returnOnly, "7", "8", "012", "013"]);
/** To an access point: about the place, not about the way. */
const ofAccessPoint = new Set(["012", "013"]);
const path = "ShipmentServiceOptions.Notification";

/** At most three events, each to five addresses; across borders, and inside the United States and Puerto Rico. */
export function checkNotifications(shipment: RequestedShipment, codes: RuleCodes): void {
  const { options, shipFrom, shipTo, returnService } = shipment;
  const notifications = options.notifications ?? [];
  requireBounds(notifications.length <= 3, path);
  for (const notification of notifications) checkNotification(notification, returnService !== undefined, codes);
  const isElsewhere = shipFrom.country === shipTo.country && !isUnitedStates(shipFrom.country);
  if (isElsewhere && notifications.some(({ code }) => !ofAccessPoint.has(code))) {
    throw new Refusal(codes.optionUnavailable, "The requested accessory option is unavailable: notification.");
  }
}

function checkNotification({ code, emails, memo }: RequestedNotification, isReturn: boolean, codes: RuleCodes): void {
  requireBounds(eventCodes.has(code), `${path}.NotificationCode`);
  requireBounds(isReturn ? code !== outboundOnly : !returnOnly.has(code), `${path}.NotificationCode`);
  const at = `${path}.EMail.EMailAddress`;
  requireByCode(emails.length > 0, codes.emailMissing, at);
  requireByCode(emails.length <= 5, codes.tooManyEmails, at);
  const areShort = emails.every((email) => email.length <= 50);
  requireByCode(areShort, codes.emailTooLong, at);
  const areAddresses = emails.every((email) => /^\S+@\S+$/.test(email));
  requireByCode(areAddresses, codes.emailForm, at);
  requireByCode(memo.length <= 150, codes.memoTooLong, `${path}.EMail.Memo`);
}
