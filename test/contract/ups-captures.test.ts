import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import { parseAddressValidation } from "../../src/ups/addresses/parse-address-validation.js";
import { parseUpload } from "../../src/ups/paperless/parse-paperless.js";
import { parseRating } from "../../src/ups/rating/parse-rating.js";
import { parseRecovery } from "../../src/ups/shipping/parse-recovery.js";
import { parseShip } from "../../src/ups/shipping/parse-ship.js";
import { parseVoid } from "../../src/ups/shipping/parse-void.js";
import { parseTrack } from "../../src/ups/tracking/parse-track.js";
import { parseTrackByReference } from "../../src/ups/tracking/parse-track-by-reference.js";
import { parseErrors } from "../../src/ups/wire/errors.js";
import { answered } from "../../src/ups/words/alerts.js";
import { anAddress } from "../ups/builders.js";

/** Where answers that UPS gave are; unset on machines that have none. */
const capturesDir = process.env.UPS_CAPTURES_DIR || null;

if (!capturesDir) process.stderr.write("UPS_CAPTURES_DIR is not set: parsers are not tried on captured answers\n");

/** By the beginning of a file's name, the more telling ones first. */
const parsers: [RegExp, (json: unknown) => unknown][] = [
  [/error/, (json) => parseErrors(json)[0] ?? null],
  [/^rating-/, parseRating],
  [/^ship-/, (json) => parseShip(json, 1)],
  [/^void/, parseVoid],
  [/^label-recovery/, parseRecovery],
  [/^paperless-upload/, parseUpload],
  [/^address-validation/, (json) => parseAddressValidation(json, anAddress("newYork"))],
  [/^tracking/, parseTrackByReference],
];

const describeWithCaptures = capturesDir ? describe : describe.skip;
const read = (name: string): unknown => JSON.parse(readFileSync(join(capturesDir ?? "", name), "utf8"));

describeWithCaptures("captured answers", () => {
  it("of the products we speak all parse", () => {
    const files = readdirSync(capturesDir ?? "").filter((name) => name.endsWith(".json"));
    const tried = files.flatMap((name) => {
      const parser = parsers.find(([pattern]) => pattern.test(name))?.[1];
      return parser ? [[name, parser(read(name)) !== null] as const] : [];
    });
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.filter(([, isRead]) => !isRead)).toEqual([]);
  });

  it("of Canadian rates give both prices, times and a breakdown", () => {
    const services = parseRating(read("rating-shop-ca.json"))?.value ?? [];
    expect(services.length).toBeGreaterThan(1);
    for (const service of services) {
      expect(service).toMatchObject({ negotiatedState: "APPLIED", total: { currencyCode: "CAD" } });
      expect(service.charges.map((charge) => charge.kind)).toEqual(expect.arrayContaining(["BASE", "FUEL", "TAX"]));
      expect(service.estimatedDeliveryDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("of tracking give their events, or nothing found, to both ways of asking", () => {
    expect(parseTrack(read("tracking-not-found-200.json"), "1Z1442YY7229014688")).toEqual(answered(null));
    const found = parseTrack(read("tracking-postman.json"), "1Z1442YY7229014688")?.value;
    expect(found).toMatchObject({ status: "DELIVERED", deliveredAt: null, estimate: null });
    expect(found?.events.map(({ status, localDate, localTime }) => [status, localDate, localTime])).toEqual([
      ["LABEL_CREATED", "2022-01-26", "15:16:41"],
      ["DELIVERED", "2022-01-26", "16:30:00"],
    ]);
  });

  it("of rates itemise exactly the price", () => {
    const files = readdirSync(capturesDir ?? "").filter((name) => /^rating-.*\.json$/.test(name));
    const services = files.flatMap((name) => parseRating(read(name))?.value ?? []);
    expect(services.length).toBeGreaterThan(1);
    for (const { charges, total } of services) {
      const sum = charges.reduce((amount, charge) => amount.plus(charge.amount.amount), new Decimal(0));
      expect(sum.toFixed(2)).toBe(new Decimal(total.amount).toFixed(2));
    }
  });
});
