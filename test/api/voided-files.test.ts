import { startHttpService } from "../support/http-service.js";
import { aShipment, bought, voidShipment } from "../support/purchases.js";
import { toronto } from "../support/rate-setup.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let http: Awaited<ReturnType<typeof startHttpService>>;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  http = await startHttpService(service);
});
afterEach(() => service.control.clearFaults());
afterAll(async () => {
  await http.stop();
  await service.close();
});

const book = {
  description: "Hardcover novel",
  quantity: 2,
  unitValue: { amount: "12.50", currencyCode: "USD" },
  hsCode: "4901.99",
  originCountryCode: "US",
};
const toCanada = () =>
  aShipment({ shipTo: toronto, service: "UPS_STANDARD", packages: [{ ...aPackage, items: [book] }] });
const buyPdf = async (shipment = aShipment()) =>
  (await bought(service, { labelFormat: "PDF", shipment })).shipment as {
    id: string;
    packages: { id: string; label: { id: string } }[];
  };

/** Through the front door, where the links that are signed can be opened. */
async function ask(query: string, variables: object) {
  const init = { method: "POST", headers: { "content-type": "application/json" } };
  const answer = await fetch(`${http.url}/graphql`, { ...init, body: JSON.stringify({ query, variables }) });
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  return ((await answer.json()) as any).data;
}
const labelBy = async (id: string) => {
  const fields = "isInForce voidState voidedAt base64 file { url } preview { url }";
  return (await ask(`query ($id: ID!) { shippingLabel(id: $id) { ${fields} } }`, { id })).shippingLabel;
};
const opened = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, text: answer.ok ? "" : (await answer.text()).trim() };
};
const withheld = (what: string) => ({ status: 404, text: expect.stringMatching(new RegExp(`^This ${what}.* voided`)) });
const nothing = { base64: null, file: null, preview: null };

it("a voided label is given no more, and its links say why", async () => {
  const { id, packages } = await buyPdf();
  const labelId = packages[0]!.label.id;
  const before = await labelBy(labelId);
  expect(before).toMatchObject({ isInForce: true, voidState: "NOT_VOIDED", voidedAt: null });
  const links = [before.file.url, before.preview.url];
  for (const link of links) expect(await opened(link)).toEqual({ status: 200, text: "" });
  await voidShipment(service, { shipmentId: id });
  await bought(service, { shipmentId: id });
  const voidedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect(await labelBy(labelId)).toEqual({ isInForce: false, voidState: "VOIDED", voidedAt, ...nothing });
  for (const link of links) expect(await opened(link)).toEqual(withheld("label"));
});

it("a label is withheld while the carrier is being asked to void it, and given again when it refuses", async () => {
  const { id, packages } = await buyPdf();
  const labelId = packages[0]!.label.id;
  const { file } = await labelBy(labelId);
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 9 });
  await voidShipment(service, { shipmentId: id });
  await service.control.clearFaults();
  expect(await labelBy(labelId)).toEqual({ isInForce: false, voidState: "VOID_PENDING", voidedAt: null, ...nothing });
  expect(await opened(file.url)).toEqual(withheld("label"));
  await service.control.advanceClock(40 * 86_400);
  await voidShipment(service, { shipmentId: id });
  await service.control.advanceClock(-40 * 86_400);
  expect(await labelBy(labelId)).toMatchObject({ isInForce: true, voidState: "VOID_REFUSED" });
  expect((await opened(file.url)).status).toBe(200);
});

it("a document of voided labels says so, and is given no more", async () => {
  const { id } = await buyPdf(toCanada());
  const query = `query ($id: ID!) { shipment(id: $id) { documents { kind isInForce shipment { id } purchase { voidState } file { url } } } }`;
  const documents = async () => (await ask(query, { id })).shipment.documents;
  const [before] = await documents();
  expect(before).toMatchObject({ isInForce: true, purchase: { voidState: "NOT_VOIDED" } });
  expect((await opened(before.file.url)).status).toBe(200);
  await voidShipment(service, { shipmentId: id });
  await bought(service, { shipmentId: id, labelFormat: "PDF" });
  const kind = "COMMERCIAL_INVOICE";
  expect(await documents()).toEqual([
    { kind, shipment: { id }, isInForce: false, purchase: { voidState: "VOIDED" }, file: null },
    {
      kind,
      shipment: { id },
      isInForce: true,
      purchase: { voidState: "NOT_VOIDED" },
      file: { url: expect.any(String) },
    },
  ]);
  expect(await opened(before.file.url)).toEqual(withheld("document"));
});

it("a document is withheld while the carrier is being asked to void all labels it was made with", async () => {
  const { id, packages } = await buyPdf({ ...toCanada(), packages: Array(2).fill({ ...aPackage, items: [book] }) });
  const query = "query ($id: ID!) { shipment(id: $id) { documents { isInForce file { url } } } }";
  const document = async () => (await ask(query, { id })).shipment.documents[0];
  const { file } = await document();
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 9 });
  await voidShipment(service, { shipmentId: id, packageIds: [packages[0]!.id] });
  expect(await document()).toMatchObject({ isInForce: true, file: { url: expect.any(String) } });
  expect((await opened(file.url)).status).toBe(200);
  await voidShipment(service, { shipmentId: id });
  expect(await document()).toEqual({ isInForce: false, file: null });
  expect(await opened(file.url)).toEqual(withheld("document"));
});
