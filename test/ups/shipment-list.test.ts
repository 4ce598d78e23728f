import { parseShipmentList } from "../../src/ups/shipping/parse-shipment-list.js";

const listed = (parts: object) => ({
  shipmentIdentificationNumber: null,
  references: [],
  accountNumber: null,
  shippedOn: null,
  charges: null,
  isVoided: null,
  ...parts,
});

describe("A list that UPS exports", () => {
  it("is read as billing data, whose rows are charges of a package", () => {
    const text = [
      "Account Number,Invoice Date,Invoice Currency Code,Transaction Date,Lead Shipment Number,Shipment Reference Number 1,Tracking Number,Package Reference Number 1,Package Reference Number 2,Charge Description,Net Amount",
      '0000A1B2C3,2026-12-05,USD,2026-11-30,1ZA1B2C30300000011,,1ZA1B2C30300000011,PO-7,S0123456789ABC,Ground,"1,010.50"',
      "0000A1B2C3,2026-12-05,USD,2026-11-30,1ZA1B2C30300000011,,1ZA1B2C30300000011,PO-7,S0123456789ABC,Fuel Surcharge,2.005",
      ",,,,,,,,,Service Charge,12.00",
    ].join("\r\n");
    expect(parseShipmentList(text)).toEqual([
      listed({
        trackingNumber: "1ZA1B2C30300000011",
        shipmentIdentificationNumber: "1ZA1B2C30300000011",
        references: ["PO-7", "S0123456789ABC"],
        accountNumber: "0000A1B2C3",
        shippedOn: "2026-11-30",
        charges: { amount: "1012.505", currencyCode: "USD" },
      }),
    ]);
  });

  it("is read with the names of WorldShip, semicolons and a byte order mark", () => {
    const text =
      "\ufeffPackageTrackingNumber;PackageReference1;PackageReference2;CollectionDate;VoidIndicator\n1z a1b2c3 03 0000 0011;S0123456789ABC;;20261130093000;Y\n";
    expect(parseShipmentList(text)).toEqual([
      listed({
        trackingNumber: "1ZA1B2C30300000011",
        references: ["S0123456789ABC"],
        shippedOn: "2026-11-30",
        isVoided: true,
      }),
    ]);
  });

  it("is read as a shipping history, several references in a cell", () => {
    const text =
      'Tracking Number,Reference Number(s),Manifest Date,Shipper Number,Status\n="1ZA1B2C30300000011","PO-7, S0123456789ABC",11/30/2026,A1B2C3,Voided\n';
    expect(parseShipmentList(text)).toEqual([
      listed({
        trackingNumber: "1ZA1B2C30300000011",
        references: ["PO-7", "S0123456789ABC"],
        accountNumber: "A1B2C3",
        shippedOn: "2026-11-30",
        isVoided: true,
      }),
    ]);
  });

  it("tells no charges whose currency it does not tell, and no day that it cannot read", () => {
    const [pkg] = parseShipmentList("Tracking Number,Total Charges,Ship Date\n1ZA1B2C30300000011,$12.30,yesterday\n");
    expect(pkg).toMatchObject({ charges: null, shippedOn: null });
  });

  it.each(["", "a,b\n1,2\n", "1ZA1B2C30300000011,PO-7\n"])(
    "is refused without a header of tracking numbers: %p",
    (text) => {
      expect(() => parseShipmentList(text)).toThrow("no column of tracking numbers");
    },
  );

  it("brings no control character to the database or a terminal", () => {
    const text =
      "Tracking Number,Reference 1,Net Amount,Currency\n1ZA1B2C30300000011,a\0b\u001b[2J,1.00,\u001b]0;x\u0007\n";
    expect(parseShipmentList(text)).toEqual([
      listed({ trackingNumber: "1ZA1B2C30300000011", references: ["a", "b", "[2J"] }),
    ]);
  });

  it("is read in a moment however many rows one package has", () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `1ZA1B2C30300000011,ref-${row},0.01,USD`);
    const startedAt = performance.now();
    const [pkg] = parseShipmentList(["Tracking Number,Reference,Net Amount,Currency", ...rows].join("\n"));
    expect(pkg!.references).toHaveLength(20_000);
    expect(pkg!.charges).toEqual({ amount: "200.00", currencyCode: "USD" });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it("is refused where it is no table", () => {
    expect(() => parseShipmentList('Tracking Number\n"1Z')).toThrow("no table");
  });
});
