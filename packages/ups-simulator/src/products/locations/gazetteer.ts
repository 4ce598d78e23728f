/** A town the simulator knows where to put. */
export interface Town {
  city: string;
  state: string;
  country: string;
  /** How its postal codes begin. */
  postal: RegExp;
  latitude: number;
  longitude: number;
}

const town = (city: string, state: string, country: string, postal: RegExp, latitude: number, longitude: number) => ({
  city,
  state,
  country,
  postal,
  latitude,
  longitude,
});

/** Springfield is there several times, so that an address can be unclear; nothing of UPS's is near Nuuk. */
const towns: readonly Town[] = [
  town("New York", "NY", "US", /^10[0-2]/, 40.7527, -73.9772),
  town("Chicago", "IL", "US", /^606/, 41.8789, -87.6359),
  town("San Francisco", "CA", "US", /^941/, 37.7955, -122.3937),
  town("Atlanta", "GA", "US", /^303/, 33.749, -84.388),
  town("Springfield", "IL", "US", /^627/, 39.7817, -89.6501),
  town("Springfield", "MA", "US", /^011/, 42.1015, -72.5898),
  town("Springfield", "MO", "US", /^658/, 37.209, -93.2923),
  town("Toronto", "ON", "CA", /^M/, 43.6532, -79.3832),
  town("Ottawa", "ON", "CA", /^K1/, 45.4215, -75.6972),
  town("Berlin", "", "DE", /^1[0-4]/, 52.52, 13.405),
  town("München", "", "DE", /^8[0-1]/, 48.1351, 11.582),
  town("Paris", "", "FR", /^75/, 48.8566, 2.3522),
  town("London", "", "GB", /^(EC|WC|SE|SW|[NEW]\d)/, 51.5072, -0.1276),
  town("Nuuk", "", "GL", /^39/, 64.1814, -51.6941),
];

/** Towns that an address can mean: by its postal code where that is known, else by name and state. */
export function townsOf(address: { city: string; state: string; postalCode: string; country: string }): Town[] {
  const inCountry = towns.filter((place) => place.country === address.country);
  const byPostalCode = inCountry.filter(
    (place) => address.postalCode !== "" && place.postal.test(address.postalCode.toUpperCase()),
  );
  if (byPostalCode.length > 0) return byPostalCode;
  const city = plain(address.city);
  return inCountry.filter(
    (place) =>
      city !== "" &&
      plain(place.city) === city &&
      (address.state === "" || place.state === address.state.toUpperCase()),
  );
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
