import fc from "fast-check";
import { checkDigit, trackingNumber } from "../src/ledger/tracking-number.js";

/** Published numbers with a right check digit, from UPS's documentation and integrators' examples. */
it.each(["1Z1442YY7229014688", "1Z2220060294314162", "1Z2220060291994175"])("agrees with %s", (number) => {
  expect(checkDigit(number.slice(2, 17))).toBe(Number(number.slice(17)));
});

const account = fc.stringMatching(/^[0-9A-Z]{6}$/);

it("makes 18 signs with account, indicator, serial and a right check digit", () => {
  fc.assert(
    fc.property(account, fc.integer({ min: 0, max: 9_999_999 }), (shipperNumber, serial) => {
      const number = trackingNumber(shipperNumber, "03", serial);
      expect(number).toMatch(/^1Z[0-9A-Z]{6}03\d{8}$/);
      expect(number.slice(2, 8)).toBe(shipperNumber);
      expect(Number(number.slice(10, 17))).toBe(serial);
      expect(checkDigit(number.slice(2, 17))).toBe(Number(number.slice(17)));
    }),
  );
});

it("notices any single wrong digit of the serial", () => {
  const serial = fc.integer({ min: 0, max: 9_999_999 });
  const place = fc.integer({ min: 10, max: 16 });
  fc.assert(
    fc.property(account, serial, place, fc.integer({ min: 1, max: 9 }), (shipperNumber, number, index, shift) => {
      const right = trackingNumber(shipperNumber, "03", number);
      const wrongDigit = (Number(right[index]) + shift) % 10;
      const wrong = right.slice(0, index) + wrongDigit + right.slice(index + 1);
      // Digits in even places count twice: there a shift of five cannot be seen.
      fc.pre(index % 2 === 0 || shift !== 5);
      expect(checkDigit(wrong.slice(2, 17))).not.toBe(Number(wrong.slice(17)));
    }),
  );
});
