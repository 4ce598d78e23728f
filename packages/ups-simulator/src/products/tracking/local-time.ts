/** Where clocks are in this state, else in this country; elsewhere UTC. One zone each is enough for a simulator. */
const zones: Record<string, string> = {
  ...zone(
    "America/New_York",
    "US-NY US-NJ US-CT US-MA US-PA US-FL US-GA US-DC US-VA US-NC US-OH US-MI US CA-ON CA-QC CA",
  ),
  ...zone("America/Chicago", "US-IL US-TX US-MN US-WI US-MO US-LA US-TN US-AL CA-MB"),
  ...zone("America/Denver", "US-CO US-UT US-NM US-WY CA-AB"),
  ...zone("America/Phoenix", "US-AZ"),
  ...zone("America/Los_Angeles", "US-CA US-WA US-OR US-NV CA-BC"),
  ...zone("America/Anchorage", "US-AK"),
  ...zone("Pacific/Honolulu", "US-HI"),
  ...zone("America/Puerto_Rico", "PR US-PR"),
  ...zone("America/Mexico_City", "MX"),
  ...zone("Europe/London", "GB IE"),
  ...zone("Europe/Berlin", "DE FR NL BE AT CH IT ES PL CZ DK SE"),
  ...zone("Asia/Tokyo", "JP"),
  ...zone("Australia/Sydney", "AU"),
  ...zone("Pacific/Auckland", "NZ"),
};

function zone(name: string, places: string): Record<string, string> {
  return Object.fromEntries(places.split(" ").map((place) => [place, name]));
}

export interface Place {
  city: string;
  state: string;
  country: string;
}

const minuteMs = 60_000;

/** Minutes that clocks at the place are ahead of UTC at that instant. */
export function offsetMinutes({ country, state }: Place, instant: Date): number {
  const timeZone = zones[`${country}-${state}`] ?? zones[country] ?? "UTC";
  const local = new Date(`${instant.toLocaleString("sv-SE", { timeZone }).replace(" ", "T")}Z`);
  return Math.round((local.getTime() - instant.getTime()) / minuteMs);
}

/** The instant at which clocks at the place show that time (HH:MM) of the day that UTC has at `day`. */
export function instantOf(place: Place, day: Date, time: string): Date {
  const asUtc = new Date(`${day.toISOString().slice(0, 10)}T${time}:00Z`);
  return new Date(asUtc.getTime() - offsetMinutes(place, asUtc) * minuteMs);
}

/** The clock there, as if it were UTC: for the formatters of `simulated-clock`. */
export function clockAt(place: Place, instant: Date): Date {
  return new Date(instant.getTime() + offsetMinutes(place, instant) * minuteMs);
}

/** `-05:00`. */
export function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
