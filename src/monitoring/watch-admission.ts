import type { Meter } from "@opentelemetry/api";
import type { AdmissionCounts } from "../admission/admission.js";
import { gauge } from "./gauge.js";

/** `ASIDE`: waiting for a carrier or a client, which takes no place from others. */
export function watchAdmission(meter: Meter, admission: { counts: AdmissionCounts }): void {
  gauge(meter, "shipping.admission.requests", "Requests under way, by state.", (observe) => {
    const { underWay, working, queued } = admission.counts;
    observe(working, { state: "WORKING" });
    observe(underWay - working, { state: "ASIDE" });
    observe(queued, { state: "QUEUED" });
  });
  gauge(meter, "shipping.admission.limit", "Requests that may be at work for now.", (observe) =>
    observe(admission.counts.limit),
  );
  for (const outcome of ["admitted", "refused"] as const) {
    const description = `Requests that were ${outcome}.`;
    const made = meter.createObservableCounter(`shipping.admission.${outcome}`, { description });
    made.addCallback((result) => result.observe(admission.counts[outcome]));
  }
}
