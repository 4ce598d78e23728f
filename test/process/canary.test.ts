import { createSimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { type RunningSimulator, startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { dumpDatabase } from "../support/dump-database.js";
import { jwtSettings, routerSecret } from "../support/jwt-settings.js";
import { aDataDir, type LaunchedServer, launchServer, stopLaunched } from "../support/launched-server.js";
import { startOtlpReceiver } from "../support/otlp-receiver.js";
import { toronto } from "../support/rate-setup.js";
import { aPackage, newYork, sanFrancisco } from "../support/seed.js";
import { someClaims, startTokenIssuer, tenantId } from "../support/token-issuer.js";

const secrets: Record<string, string> = {
  clientId: "canary-client-id-4f1c9a",
  clientSecret: "canary-client-secret-&+/=-9d2e07",
  rotatedId: "canary-rotated-id-b07d31",
  rotatedSecret: "canary-rotated-secret-5a6bc4",
  routerSecret,
};
const personal = {
  name: "Canary Recipient-71",
  street: "71 Canary Street",
  phone: "2125550171",
  email: "canary71@example.com",
  taxId: "CANARY-TAX-71",
  idempotencyKey: "canary-key-71",
  paper: "Canary Paper 71, for customs",
  paperName: "canary-paper-71.txt",
  remark: "Canary Remark 71",
  payer: "PAY71C",
  notified: "canary71-told@example.com",
  returner: "canary71-returns@example.com",
};
const { name, phone, email, taxId } = personal;
const person = { ...newYork, name, lines: [personal.street], phone, email, taxId };

/** One answer of GraphQL or HTTP, as text. */
const answers: string[] = [];
let database: TestDatabase;
let simulator: RunningSimulator;
let issuer: Awaited<ReturnType<typeof startTokenIssuer>>;
let server: LaunchedServer;
let dump: Map<string, string[]>;
let collector: Awaited<ReturnType<typeof startOtlpReceiver>>;
/** As Prometheus read them at the end. */
let metrics: string;
const label = { bytes: "", url: "" };

beforeAll(async () => {
  [database, simulator, issuer, collector] = await Promise.all([
    createTestDatabase(),
    startSimulator(),
    startTokenIssuer(),
    startOtlpReceiver(),
  ]);
  secrets.token = await issuer.sign(someClaims({ scope: "quote read ship admin" }));
  server = launchServer({
    ...jwtSettings(issuer),
    ...{ DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.adminUrl, UPS_SIMULATOR_URL: simulator.url },
    ...{ DATA_DIR: await aDataDir(), LOG_LEVEL: "trace", METRICS_PORT: "0" },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: "http/json" },
  });
  await server.url();
  const accountId = await enterAccount();
  const input = { carrierAccountId: accountId, shipTo: person, packages: [aPackage] };
  await rate(input);
  await buyAndPrint(input);
  await upload(accountId);
  await declare(input);
  await askAround(input);
  await onBadDays(input);
  await voidIt();
  await askWrongly(accountId);
  metrics = await (await fetch((await server.prints(/Metrics\s+(http:\S+)/))[1]!)).text();
  server.signal("SIGTERM");
  expect((await server.exited).code).toBe(0);
  dump = await dumpDatabase(database.adminUrl, tenantId);
});
afterAll(async () => {
  await stopLaunched();
  await Promise.all([database.drop(), simulator.close(), issuer.stop(), collector.stop()]);
});

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
async function ask(query: string, input?: object): Promise<any> {
  const headers = { authorization: `Bearer ${secrets.token}`, "router-authorization": routerSecret };
  const answer = await server.query(query, { input }, headers);
  answers.push(JSON.stringify(answer));
  return answer.data;
}

const errors = "userErrors { code message field carrierErrorCode }";

async function enterAccount(): Promise<string> {
  const { clientId, clientSecret, rotatedId, rotatedSecret } = secrets;
  const account = { name: "Account", environment: "SIMULATOR", accountNumber: "0A1B2C", address: sanFrancisco };
  const ups = { clientId, clientSecret };
  const create = `mutation ($input: CreateCarrierAccountInput!) { createCarrierAccount(input: $input) {
    carrierAccount { id clientIdMasked clientSecretFingerprint accountNumberMasked } ${errors} } }`;
  await ask(create, { ...account, ups, accountNumber: "" });
  const whole = { ...account, ups, validate: true };
  const { createCarrierAccount } = await ask(create, whole);
  const carrierAccountId = createCarrierAccount.carrierAccount.id;
  const activate = `mutation ($input: ActivateCarrierAccountInput!) { activateCarrierAccount(input: $input) { ${errors} } }`;
  await ask(activate, { carrierAccountId });
  const rotate = `mutation ($input: RotateCarrierCredentialsInput!) { rotateCarrierCredentials(input: $input) { ${errors} } }`;
  await ask(rotate, { carrierAccountId, ups: { clientId: rotatedId, clientSecret: rotatedSecret } });
  return carrierAccountId;
}

const rateQuery = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
  quotes { id price { amount } carrierPrice { __typename } carrierMessages { text } } unavailable { reason message } ${errors} } }`;
const rate = (input: object) => ask(rateQuery, input);

const buyMutation = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
  purchase { state carrierRequests { operation httpStatus carrierErrorCode } } ${errors}
  shipment { id number packages { trackingNumber label { file { url } } } } } }`;

async function buyAndPrint(shipment: object): Promise<void> {
  const { idempotencyKey } = personal;
  const input = { idempotencyKey, labelFormat: "ZPL", shipment: { ...shipment, service: "UPS_GROUND" } };
  const { purchaseLabel } = await ask(buyMutation, input);
  label.url = purchaseLabel.shipment.packages[0].label.file.url;
  // A link is its own credential: neither a token nor the router's secret is sent.
  const file = await fetch(label.url);
  label.bytes = await file.text();
  expect([file.status, file.headers.get("x-content-type-options")]).toEqual([200, "nosniff"]);
  answers.push(await (await fetch(label.url.replace(/.$/, "!"))).text());
  await ask(buyMutation, { ...input, shipment: { ...input.shipment, service: "UPS_2ND_DAY_AIR" } });
}

/** Abroad, sold to the person, with words of their own on the invoice. */
async function declare(shipment: object): Promise<void> {
  const { idempotencyKey, remark } = personal;
  const abroad = { ...toronto, name, lines: [personal.street], phone, email, taxId };
  const unitValue = { amount: "12.50", currencyCode: "USD" };
  const item = { description: remark, quantity: 1, unitValue, hsCode: "4901.99", originCountryCode: "US" };
  const customsDeclaration = { soldTo: abroad, comments: remark, declarationStatement: remark };
  const parts = { ...shipment, shipTo: abroad, packages: [{ ...aPackage, items: [item] }], service: "UPS_STANDARD" };
  const key = `${idempotencyKey}-declared`;
  await ask(buyMutation, { idempotencyKey: key, shipment: { ...parts, customsDeclaration } });
  const wrong = { ...customsDeclaration, soldTo: { ...abroad, countryCode: "FR" }, reasonForExport: remark };
  await ask(buyMutation, { idempotencyKey: `${key}-wrongly`, shipment: { ...parts, customsDeclaration: wrong } });
}

/** A paper for customs: kept, sent, refused for its form, lost on the way. */
async function upload(carrierAccountId: string): Promise<void> {
  const mutation = `mutation ($input: UploadShippingDocumentInput!) { uploadShippingDocument(input: $input) {
    document { id kind carrierDocumentId } ${errors} } }`;
  const base64 = Buffer.from(personal.paper).toString("base64");
  const paper = { carrierAccountId, kind: "DECLARATION", fileName: personal.paperName, base64 };
  const { uploadShippingDocument } = await ask(mutation, paper);
  expect(uploadShippingDocument.document.carrierDocumentId).toMatch(/./);
  const control = createSimulatorControl(simulator.url);
  await control.addFault({ kind: "HALF_BODY", operation: "UPLOAD_DOCUMENT", times: 1 });
  await ask(mutation, { ...paper, kind: "OTHER_CUSTOMS" });
  await ask(mutation, { ...paper, fileName: `${personal.paperName}.pdf` });
  await ask(mutation, { ...paper, base64: `${base64}!` });
  await ask(mutation, { ...paper, base64: [base64], fileName: { name: personal.paperName } });
}

/** Who pays, who is written to, where somebody lives and fetches it, who sends it back: taken, lost, refused. */
async function askAround({ carrierAccountId, ...parts }: { carrierAccountId: string; packages: object[] }) {
  const { payer, notified, returner, remark } = personal;
  const paid = { payer: "RECIPIENT", payerAccountNumber: payer, payerPostalCode: person.postalCode };
  const options = { ...paid, notifications: [{ event: "SHIPPED", emails: [notified], memo: remark }] };
  await rate({ carrierAccountId, shipTo: person, ...parts, options });
  const wrong = { payer: "SENDER", payerAccountNumber: payer, notifications: [{ event: "SHIPPED", emails: [remark] }] };
  await rate({ carrierAccountId, shipTo: person, ...parts, options: wrong });
  const back = `mutation ($input: PurchaseReturnLabelInput!) { purchaseReturnLabel(input: $input) { purchase { state } ${errors} } }`;
  const returnService = { kind: "ELECTRONIC_RETURN_LABEL", email: returner };
  const shipment = { carrierAccountId, shipFrom: person, packages: parts.packages, service: "UPS_GROUND" };
  await ask(back, { idempotencyKey: `${personal.idempotencyKey}-back`, returnService, shipment });
  for (const kind of ["HALF_BODY", "HTML"] as const) {
    await createSimulatorControl(simulator.url).addFault({ kind, operation: "ANY", times: 9 });
    await ask(
      `query ($input: ValidateAddressInput!) { validateAddress(input: $input) { addressValidation { status } ${errors} } }`,
      { address: person },
    );
    await ask(
      `query ($input: CarrierLocationsInput!) { carrierLocations(input: $input) { results { location { id } } ${errors} } }`,
      { address: person },
    );
    await createSimulatorControl(simulator.url).clearFaults();
  }
}

async function onBadDays(shipment: object): Promise<void> {
  const control = createSimulatorControl(simulator.url);
  const faults = [
    { kind: "STATUS", operation: "ANY", status: 500, times: 9 },
    { kind: "HTML", operation: "ANY", times: 9 },
    { kind: "UNAUTHORIZED", operation: "ANY", times: 9 },
    { kind: "RESET_BEFORE", operation: "ANY", times: 9 },
    { kind: "HALF_BODY", operation: "ANY", times: 9 },
  ] as const;
  for (const [number, fault] of faults.entries()) {
    await control.addFault(fault);
    await rate({ ...shipment, shipTo: { ...person, postalCode: `1000${number}` } });
    const idempotencyKey = `${personal.idempotencyKey}-${number}`;
    await ask(buyMutation, { idempotencyKey, shipment: { ...shipment, service: "UPS_GROUND" } });
    await control.clearFaults();
  }
  await rate({ ...shipment, shipTo: { ...person, lines: [`${personal.street} ${"x".repeat(50)}`] } });
}

async function voidIt(): Promise<void> {
  const mutation = `mutation ($input: VoidShipmentInput!) { voidShipment(input: $input) { shipment { status } ${errors} } }`;
  await ask(mutation, { idempotencyKey: personal.idempotencyKey });
  await ask(mutation, { idempotencyKey: `${personal.idempotencyKey}-unknown` });
}

/** What graphql-js would quote: secrets where a type is wrong, in variables and in the text, and in broken JSON. */
async function askWrongly(carrierAccountId: string): Promise<void> {
  const { clientId, clientSecret, token } = secrets;
  const rotate = `mutation ($input: RotateCarrierCredentialsInput!) { rotateCarrierCredentials(input: $input) { ${errors} } }`;
  const wrong = [{ clientSecret: [clientSecret] }, { clientId: { clientId } }, { shipTo: person }, { phone }];
  for (const parts of wrong) await ask(rotate, { carrierAccountId, ups: { clientId, clientSecret, ...parts } });
  for (const ups of [clientSecret, [clientSecret], { clientSecret }, { clientSecret, clientId: null }])
    await ask(rotate, { carrierAccountId, ups });
  await ask(
    `mutation { rotateCarrierCredentials(input: { ups: { clientSecret: "${clientSecret}", clientId: 7 } }) { x } }`,
  );
  await ask(`mutation { rotateCarrierCredentials(input: "${clientSecret}") { ${errors} } }`);
  await ask(`mutation { "${clientSecret}" }`);
  const body = `{"query":"mutation { x }","variables":{"clientSecret":"${clientSecret}","street":"${personal.street}"`;
  for (const authorization of [`Bearer ${token}`, `Bearer ${token}x`, `Basic ${token}`]) {
    const headers = { "content-type": "application/json", "router-authorization": routerSecret, authorization };
    const response = await fetch(`${await server.url()}/graphql`, { method: "POST", headers, body });
    answers.push(await response.text());
  }
}

/** As it is, as a dump shows bytes, and as headers and JSON carry it. */
function disguises(canary: string): string[] {
  const bytes = Buffer.from(canary);
  const encoded = bytes.toString("base64").replace(/=+$/, "");
  return [canary, bytes.toString("hex"), encoded, encodeURIComponent(canary), JSON.stringify(canary).slice(1, -1)];
}

const hits = (haystack: string, canaries: object) =>
  Object.entries(canaries).flatMap(([what, canary]) =>
    disguises(canary).some((needle) => haystack.includes(needle)) ? [what] : [],
  );

/** Tokens that the simulator gives begin with this; as text and as bytes. */
const carrierToken = /\bsim\.\w{4}|73696d2e/;

describe("one life of an account and a label, good days and bad", () => {
  it("was lived: bought, printed, refused, failed, and is in the database", () => {
    const all = answers.join("\n");
    for (const seen of ["PURCHASED", "UNKNOWN", "IDEMPOTENCY_KEY_REUSED", "VOIDED", "CARRIER_UNAVAILABLE", "REQUIRED"])
      expect([seen, all.includes(seen)]).toEqual([seen, true]);
    for (const seen of ["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "BAD_REQUEST"])
      expect([seen, all.includes(seen)]).toEqual([seen, true]);
    expect(label.bytes).toMatch(/^\^XA.*\^XZ\s*$/s);
    expect(server.lines().length).toBeGreaterThan(30);
    expect(dump.get("public.carrier_request")?.length).toBeGreaterThan(10);
    const kept = ["street", "payer", "notified", "returner"];
    expect(hits([...dump.values()].flat().join("\n"), personal)).toEqual(expect.arrayContaining(kept));
    expect(dump.get("public.shipping_document")?.join("\n")).toContain("COMMERCIAL_INVOICE");
  });

  it("put no secret in any answer, and no address in one that did not ask for it", () => {
    expect(hits(answers.join("\n"), { ...secrets, ...personal })).toEqual([]);
    expect(answers.join("\n")).not.toMatch(carrierToken);
  });

  it("put no secret, no person, no key, no link and no label in any log line", () => {
    const link = { url: label.url, signature: new URL(label.url).search.slice(-40) };
    expect(hits(server.output(), { ...secrets, ...personal, ...link })).toEqual([]);
    expect(server.output()).not.toMatch(carrierToken);
    expect(server.output()).not.toMatch(/\^XA|eyJ|Bearer (?!\[redacted])/);
  });

  it("put nothing of a person, a key or a label into the record of the carrier's exchanges", () => {
    const exchanges = dump.get("public.carrier_request")!.join("\n");
    expect(exchanges).toContain("SHIP");
    expect(hits(exchanges, { ...secrets, ...personal })).toEqual([]);
    expect(exchanges).not.toMatch(/\^XA|eyJ|Bearer/);
  });

  it("put nothing of a person, a key, a link, a label or a tenant into any trace or metric", () => {
    const names = new Set(collector.spans().map((span) => span.name));
    for (const seen of ["UPS SHIP", "UPS UPLOAD_DOCUMENT", "UPS VOID", "UPS TOKEN", "INSERT label_purchase"])
      expect([seen, names.has(seen)]).toEqual([seen, true]);
    expect([...collector.paths()].sort()).toEqual(["/v1/metrics", "/v1/traces"]);
    expect(metrics).toMatch(/^http_client_request_duration_seconds_count\{carrier_operation="SHIP".*error_type/m);
    const told = `${collector.text()}\n${metrics}`;
    const link = { url: label.url, signature: new URL(label.url).search.slice(-40) };
    const tracked = Object.fromEntries((answers.join().match(/1Z\w{16}/g) ?? []).map((number) => [number, number]));
    expect(Object.keys(tracked).length).toBeGreaterThan(0);
    expect(hits(told, { ...secrets, ...personal, ...link, ...tracked, tenantId })).toEqual([]);
    expect(told).not.toMatch(carrierToken);
    expect(told).not.toMatch(/\^XA|eyJ|Bearer/);
  });

  it("put no secret in any row of any table, neither as text nor as bytes", () => {
    expect(dump.size).toBeGreaterThan(15);
    const text = [...dump.values()].flat().join("\n");
    expect(hits(text, secrets)).toEqual([]);
    expect(text).not.toMatch(carrierToken);
  });
});
