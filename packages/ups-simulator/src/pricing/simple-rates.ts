/** Dollars for a package of each size of Simple Rate by Ground, whatever it weighs and wherever it goes. Invented. */
const groundDollars: Record<string, number> = { XS: 9.4, S: 10.6, M: 13.2, L: 16.9, XL: 22.7 };

/** Services that have it, and how much dearer than Ground they are. */
const factors: Record<string, number> = { "03": 1, "12": 1.35, "02": 1.7 };

/** In dollars; null: there is none. */
export function simpleRatePrice(serviceCode: string, size: string): number | null {
  const [dollars, factor] = [groundDollars[size], factors[serviceCode]];
  return dollars === undefined || factor === undefined ? null : dollars * factor;
}
