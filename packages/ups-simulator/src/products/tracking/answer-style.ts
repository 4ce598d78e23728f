import { z } from "zod";
import { collapseShape } from "../../faults/collapse-shape.js";

/** Ways in which UPS's tracking answers have been seen to differ from its specification. */
export const trackingStyleInput = z.strictObject({
  /** `74700` for 07:47: leading zeros are missing. */
  unpaddedTimes: z.boolean().default(false),
  /** Lists of one are their element, empty containers `""`. */
  singleObjects: z.boolean().default(false),
  /** No gmt fields, as of Mail Innovations. */
  withoutGmt: z.boolean().default(false),
  /** "Not found" does not repeat the number. */
  withoutInquiryNumber: z.boolean().default(false),
});

export type TrackingStyle = z.infer<typeof trackingStyleInput>;

export const plainStyle: TrackingStyle = trackingStyleInput.parse({});

interface Activity {
  time: string;
  gmtDate?: string;
  gmtTime?: string;
  gmtOffset?: string;
}

export function styleActivity<T extends Activity>(activity: T, style: TrackingStyle): T {
  const { gmtDate, gmtTime, gmtOffset, ...local } = activity;
  const unpadded = (time: string) => (style.unpaddedTimes ? String(Number(time)) : time);
  const gmt = gmtTime === undefined || style.withoutGmt ? {} : { gmtDate, gmtTime: unpadded(gmtTime), gmtOffset };
  return { ...local, time: unpadded(local.time), ...gmt } as T;
}

export function styleBody(body: object, style: TrackingStyle): unknown {
  return style.singleObjects ? collapseShape(body) : body;
}
