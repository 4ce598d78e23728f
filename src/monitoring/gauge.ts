import type { Meter } from "@opentelemetry/api";

export type Observe = (value: number, labels?: Record<string, string>) => void;

/** A number that is read when somebody asks. */
export function gauge(
  meter: Meter,
  name: string,
  description: string,
  read: (observe: Observe) => void,
  unit?: string,
): void {
  const made = meter.createObservableGauge(name, { description, unit });
  made.addCallback((result) => read((value, labels) => result.observe(value, labels)));
}
