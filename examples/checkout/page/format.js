/** Exact: the amount stays text. */
export const money = ({ amount, currencyCode }, locale) =>
  new Intl.NumberFormat(locale, { style: "currency", currency: currencyCode }).format(amount);

export const cents = (count, currencyCode, locale) => money({ amount: count / 100, currencyCode }, locale);

/** A date without a time, such as 2026-12-24. */
export const day = (date, locale) =>
  new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

export const countryName = (code, locale) => new Intl.DisplayNames(locale, { type: "region" }).of(code);

export const distance = ({ distance: length, distanceUnit }, locale) =>
  new Intl.NumberFormat(locale, {
    style: "unit",
    unit: distanceUnit === "MI" ? "mile" : "kilometer",
    maximumFractionDigits: 1,
  }).format(length);
