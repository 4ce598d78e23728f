import { describeGoods, describeReturnedGoods, goodsNotices } from "../../src/ups/shipping/goods-description.js";
import { aPackage, someDetails } from "./builders.js";

const holding = (...descriptions: (string | null)[]) =>
  someDetails({ packages: descriptions.map((description) => aPackage({ description })) });
const comingBack = (...descriptions: (string | null)[]) => ({
  ...holding(...descriptions),
  returnService: { kind: "PRINT_RETURN_LABEL" as const, email: null, boxNumber: null },
});
const warning = (text: RegExp) => ({
  ...{ code: "GOODS_DESCRIPTION_SHORTENED", severity: "WARNING", text: expect.stringMatching(text) },
});
const [screws, nuts] = ["Stainless steel wood screws", "Brass nuts with a fine thread"];

describe("the goods of a shipment", () => {
  it("are told whole, each description once, where there is room", () => {
    const details = holding("Steel screws", null, "Steel screws", "Brass nuts");
    expect([describeGoods(details), goodsNotices(details)]).toEqual(["Steel screws, Brass nuts", []]);
    expect([describeGoods(holding(null)), goodsNotices(holding(null))]).toEqual([null, []]);
  });

  it("are told as far as they fit, and a warning says how far", () => {
    const details = holding(screws, nuts, "Tin foil");
    expect(describeGoods(details)).toBe("Stainless steel wood screws, Tin foil");
    expect(goodsNotices(details)).toEqual([warning(/all packages.*50.*"Stainless steel wood screws, Tin foil"/)]);
  });

  it("are told as far as they fit where one package alone holds more", () => {
    const details = holding("Hardcover novel, Porcelain coffee mug, Cotton T-shirt, Chess board", "Tin foil");
    expect(describeGoods(details)).toBe("Hardcover novel, Porcelain coffee mug, Tin foil");
    expect(goodsNotices(details)).toEqual([warning(/"Hardcover novel, Porcelain coffee mug, Tin foil"/)]);
    expect(describeGoods(holding("x".repeat(51)))).toBe("x".repeat(50));
  });
});

describe("the goods of a package that comes back", () => {
  const told = (description: string | null) => describeReturnedGoods(aPackage({ description }));

  it("are told whole up to 35 characters", () => {
    expect([told(null), told("Two books"), told("x".repeat(35))]).toEqual([
      ...["Returned goods", "Two books", "x".repeat(35)],
    ]);
    expect(goodsNotices(comingBack("Two books"))).toEqual([]);
    expect(goodsNotices(comingBack(null))).toEqual([]);
  });

  it("are told as far as they fit, and a warning says how far", () => {
    const [items, single] = [`${screws}, Tin foil, Glue`, "Handmade ceramic coffee mugs, two"];
    expect([told(items), told(`${single} and more`), told("x".repeat(36))]).toEqual([
      ...[`${screws}, Glue`, "Handmade ceramic coffee mugs", "Returned goods"],
    ]);
    expect(goodsNotices(comingBack("Tin foil", "x".repeat(36)))).toEqual([warning(/package 2 .*35.*"Returned goods"/)]);
  });

  it("are nothing to warn of where they go out", () => {
    expect(goodsNotices(holding("x".repeat(36)))).toEqual([]);
  });
});
