import { upsPackaging } from "../../src/ups/words/packaging.js";

const inches = (length: number, width: number, height: number) => ({ length, width, height, unit: "IN" as const });
const box = { packageType: "UPS_CUSTOMER_PACKAGE" };
const pounds = (value: number) => ({ value, unit: "LB" as const });

describe("billableWeight", () => {
  it("is the dimensional one of a large light box, by 139 cubic inches to the pound", () => {
    const light = { ...box, weight: pounds(2), dimensions: inches(12, 12, 12) };
    const divisor = { value: 139, volumeUnit: "IN", weightUnit: "LB" };
    const dimensional = { weight: pounds(12.5), divisor };
    expect(upsPackaging.billableWeight(light, "US")).toEqual({
      weight: pounds(12.5),
      basis: "DIMENSIONAL",
      dimensional,
    });
  });

  it("is the actual one of a small heavy box, rounded up to UPS's precision", () => {
    const heavy = { ...box, weight: pounds(20.01), dimensions: inches(12, 12, 12) };
    expect(upsPackaging.billableWeight(heavy, "US")).toMatchObject({ weight: pounds(20.1), basis: "ACTUAL" });
  });

  it("goes by 5000 cubic centimetres to the kilogram, with sides rounded up to whole ones, where UPS is metric", () => {
    const weight = { value: 1, unit: "KG" as const };
    const light = { ...box, weight, dimensions: { length: 39.2, width: 25, height: 10, unit: "CM" as const } };
    expect(upsPackaging.billableWeight(light, "DE")).toMatchObject({
      weight: { value: 2, unit: "KG" },
      basis: "DIMENSIONAL",
    });
  });

  it("is the actual one of a package without a size, and of packaging with a price of its own", () => {
    const actual = { weight: pounds(1), basis: "ACTUAL", dimensional: null };
    expect(upsPackaging.billableWeight({ ...box, weight: pounds(1), dimensions: null }, "US")).toEqual(actual);
    const letter = { packageType: "UPS_LETTER", weight: pounds(1), dimensions: inches(15, 10, 4) };
    expect(upsPackaging.billableWeight(letter, "US")).toEqual(actual);
  });
});

it("takes no longer side, and no more length and girth, than UPS does from there", () => {
  const taken = (length: number, girth: number, origin: string) =>
    upsPackaging.isTaken(inches(length, girth / 4, girth / 4), origin);
  expect([taken(108, 40, "US"), taken(109, 40, "US"), taken(100, 68, "US")]).toEqual([true, false, false]);
  expect([taken(108, 40, "DE"), taken(100, 68, "DE")]).toEqual([true, false]);
});

it("takes 150 lb from the United States and 70 kg from Germany", () => {
  expect(upsPackaging.heaviest("US")).toEqual(pounds(150));
  expect(upsPackaging.heaviest("DE")).toEqual({ value: 70, unit: "KG" });
});
