import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { NotificationEvent } from "../../carrier/shipment-options.js";
import type { FieldProblem } from "../../carrier/values.js";
import { checkEmail } from "../words/email.js";
import { notificationLimits, textLimits } from "../words/limits.js";
import { checkText, type Path, problem, required, when } from "../words/problems.js";

/** UPS's codes (Shipping.yaml, Notification.NotificationCode). */
const codes: Record<NotificationEvent, string> = { SHIPPED: "6", EXCEPTION: "7", DELIVERED: "8" };

/** How many, to whom, and what is said; an event is written about once. */
export function checkNotifications({ options, returnService }: ShipmentDetails): FieldProblem[] {
  const { notifications } = options;
  const path = ["options", "notifications"];
  const events = notifications.map(({ event }) => event);
  return [
    ...when(
      notifications.length > notificationLimits.events,
      problem("INVALID", path, `UPS writes about at most ${notificationLimits.events} events`),
    ),
    ...notifications.flatMap(({ event, emails, memo }, index) => [
      ...checkEvent(event, events.indexOf(event) < index, returnService !== null, [...path, index, "event"]),
      ...checkEmails(emails, [...path, index, "emails"]),
      ...checkText(memo, textLimits.memo, [...path, index, "memo"]),
    ]),
  ];
}

function checkEvent(event: NotificationEvent, isRepeated: boolean, isReturn: boolean, path: Path): FieldProblem[] {
  if (isRepeated) return [problem("INVALID", path, "Name an event once, with all its addresses")];
  const isUnwritten = isReturn && event === "SHIPPED";
  return when(
    isUnwritten,
    problem("OPTION_NOT_ALLOWED", path, "UPS sends SHIPPED notifications for outbound shipments only"),
  );
}

function checkEmails(emails: string[], path: Path): FieldProblem[] {
  if (emails.length === 0) return [required(path, "UPS needs an address to write to")];
  if (emails.length > notificationLimits.emails) {
    return [problem("INVALID", path, `UPS writes to at most ${notificationLimits.emails} addresses`)];
  }
  return emails.flatMap((email, index) => checkEmail(email, [...path, index]));
}

/** `Notification` elements of the whole shipment, one for each event. */
export function serialiseNotifications({ options }: ShipmentDetails) {
  return options.notifications.map(({ event, emails, memo }) => serialiseNotification(codes[event], emails, memo));
}

export function serialiseNotification(code: string, emails: string[], memo: string | null) {
  return {
    NotificationCode: code,
    EMail: { EMailAddress: emails.map((email) => email.trim()), ...(memo?.trim() && { Memo: memo.trim() }) },
  };
}
