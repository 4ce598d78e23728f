import { ownAccount, shipRequest } from "./requests.js";
import {
  type Body,
  errorCode,
  type SimulatedUps,
  shipPath,
  startUps,
  trackPath,
  trackReferencePath,
  voidPath,
} from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterEach(() => ups.simulator.close());

async function book(reference: string): Promise<string> {
  const pkg = { ReferenceNumber: [{ Value: reference }] };
  const { body } = await ups.post(shipPath, shipRequest({ pkg }));
  return body.ShipmentResponse.ShipmentResults.ShipmentIdentificationNumber;
}

const packages = ({ body }: { body: Body }): Body[] => body.trackResponse.shipment[0].package;
const notFound = [{ code: "TW0001", message: "Tracking Information Not Found" }];

it("knows a booked package as manifested", async () => {
  const number = await book("PTRACK");
  const [pkg] = packages(await ups.get(`${trackPath}/${number}?locale=en_US`));
  expect(pkg).toMatchObject({ trackingNumber: number, packageCount: 1 });
  expect(pkg.activity).toEqual([
    {
      location: { address: { city: "New York", stateProvince: "NY", countryCode: "US", country: "US" } },
      status: expect.objectContaining({ type: "M", code: "MP", statusCode: "003" }),
      date: "20260302",
      time: "150000",
      gmtDate: "20260302",
      gmtTime: "150000",
      gmtOffset: "+00:00",
    },
  ]);
});

it("puts the void first", async () => {
  const number = await book("PVOID");
  await ups.control.advanceClock(60);
  await ups.delete(`${voidPath}/${number}`);
  const [pkg] = packages(await ups.get(`${trackPath}/${number}`));
  expect(pkg.activity.map(({ status }: Body) => [status.type, status.code, status.statusCode])).toEqual([
    ["MV", "VP", "007"],
    ["M", "MP", "003"],
  ]);
});

it("answers 200 with a warning for an unknown number, 400 for what is no number", async () => {
  const unknown = await ups.get(`${trackPath}/1Z9999999999999999`);
  expect(unknown.status).toBe(200);
  expect(unknown.body.trackResponse.shipment).toEqual([{ inquiryNumber: "1Z9999999999999999", warnings: notFound }]);
  expect(errorCode(await ups.get(`${trackPath}/1Z`))).toBe("TV1002");
});

it("finds packages by reference, shipper and day of booking", async () => {
  const number = await book("PREF");
  await ups.control.bookBehindTheBack({ shipperNumber: "ZZZZZZ", reference: "PREF" });
  const find = async (query: string) =>
    packages(await ups.get(`${trackReferencePath}/PREF?${query}`))?.map((pkg) => pkg.trackingNumber);
  expect(await find(`shipperNum=${ownAccount}`)).toEqual([number]);
  expect(await find("")).toHaveLength(2);
  expect(await find("fromPickUpDate=20260303&toPickUpDate=20260304")).toBeUndefined();
  await ups.control.advanceClock(15 * 86_400);
  const token = await ups.token();
  expect(packages(await ups.get(`${trackReferencePath}/PREF`, token))).toBeUndefined();
  expect(packages(await ups.get(`${trackReferencePath}/PREF?fromPickUpDate=20260301`, token))).toHaveLength(2);
});

it("hides a booking for as long as the lag lasts", async () => {
  await ups.control.addFault({ operation: "TRACK_BY_REFERENCE", kind: "RECOVERY_LAG", seconds: 60 });
  await book("PLAG");
  expect((await ups.get(`${trackReferencePath}/PLAG`)).body.trackResponse.shipment[0].warnings).toEqual(notFound);
  await ups.control.advanceClock(60);
  expect(packages(await ups.get(`${trackReferencePath}/PLAG`))).toHaveLength(1);
});

it("insists on transId and transactionSrc", async () => {
  const headers = { authorization: `Bearer ${await ups.token()}`, transId: "1" };
  const answer = await fetch(`${ups.simulator.url}${trackPath}/1Z9999999999999999`, { headers });
  expect(answer.status).toBe(400);
});
