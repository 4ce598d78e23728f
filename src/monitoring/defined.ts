/** Without what is not known: OpenTelemetry would take it for a value of its own. */
export function defined<T>(attributes: Readonly<Record<string, T | undefined>>): Record<string, T> {
  const entries = Object.entries(attributes).filter((entry): entry is [string, T] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
