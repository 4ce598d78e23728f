/**
 * Check digit of a 1Z number over the 15 signs after `1Z`: digits count as they are, letters as (code - 63) mod 10;
 * odd places once, even places twice; what is missing to the next ten.
 */
export function checkDigit(fifteenSigns: string): number {
  const sum = [...fifteenSigns].reduce((total, sign, index) => total + signValue(sign) * (index % 2 === 0 ? 1 : 2), 0);
  return (10 - (sum % 10)) % 10;
}

function signValue(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10;
}

/** A valid 1Z number: account (six signs), service indicator (two), serial (seven digits), check digit. */
export function trackingNumber(shipperNumber: string, indicator: string, serial: number): string {
  const account = shipperNumber
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "0")
    .padStart(6, "0")
    .slice(-6);
  const body = `${account}${indicator}${String(serial % 10_000_000).padStart(7, "0")}`;
  return `1Z${body}${checkDigit(body)}`;
}
