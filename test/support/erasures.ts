import { uploaded } from "./documents.js";
import { aKey, aShipment, bought, sql, userErrorFields } from "./purchases.js";
import { aPackage, berlin } from "./seed.js";
import type { As, TestService } from "./service.js";

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

export async function erase(service: TestService, input: Record<string, unknown>, as?: As): Promise<Answer> {
  const source = `mutation ($input: ErasePersonalDataInput!) { erasePersonalData(input: $input) {
    erased { kind count } postponed { shipmentId documentId reason retryAt } isComplete userErrors { ${userErrorFields} } } }`;
  const { erasePersonalData: answer } = await service.run(source, { input }, as);
  const counts = answer.erased?.map(({ kind, count }: { kind: string; count: number }) => [kind, count]);
  return { ...answer, erased: counts ? Object.fromEntries(counts) : null };
}

/** Stands in every text of the person's that the tests plant. */
export const canary = "Zanzibar Quill";
const canaryEmail = "zanzibar.quill@example.com";
const canaryPhone = "+49 30 9026 7777";

export const person = {
  ...{ ...berlin, name: canary, company: `${canary} Books`, lines: [`${canary} Str. 5`], city: `${canary}stadt` },
  ...{ phone: canaryPhone, email: canaryEmail, taxId: "ZANZIBAR-1" },
};

const book = {
  ...{ description: `Novel for ${canary}`, quantity: 1, hsCode: "4901.99", originCountryCode: "US" },
  unitValue: { amount: "12.50", currencyCode: "USD" },
};

/** All that a caller can say of a person on the way abroad. */
export const everything = (parts: Record<string, unknown> = {}) =>
  aShipment({
    ...{ shipTo: person, service: "UPS_WORLDWIDE_SAVER", reference: "Zanzibar Quill 1", tags: ["Zanzibar Quill"] },
    packages: [{ ...aPackage, items: [book], reference: "Zanzibar Quill 2" }],
    options: { notifications: [{ event: "DELIVERED", emails: [canaryEmail], memo: `Dear ${canary}` }] },
    customsDeclaration: {
      ...{ comments: `For ${canary}`, declarationStatement: `${canary} signs`, soldTo: person },
      taxNumbers: [{ role: "BUYER", kind: "PERSONAL_TAX_ID", number: "ZANZIBAR1", countryCode: "DE" }],
      otherCharges: { amount: { amount: "1.00", currencyCode: "USD" }, description: "Zanzibar" },
    },
    ...parts,
  });

/** Bought, with papers, a look at where it is, and the carrier's and staff's words about the person. */
export async function sentToPerson(service: TestService, parts: Record<string, unknown> = {}): Promise<Answer> {
  const idempotencyKey = aKey();
  const base64 = Buffer.from(`Paper of ${canary}`).toString("base64");
  const input = { idempotencyKey, labelFormat: "ZPL", shipment: everything(parts) };
  const answer = await bought(service, input);
  const { purchase, shipment } = answer;
  const documentId = await uploaded(service, { fileName: `${canary}.txt`, base64, shipmentId: shipment.id });
  await plantWords(service, purchase.id, shipment.id);
  return { ...answer, input, documentId };
}

const message = JSON.stringify([{ carrierErrorCode: "1", severity: "INFO", text: `To ${canary}` }]);
const refusal = JSON.stringify([{ code: "INVALID", message: `Not ${canary}`, field: null, carrierErrorCode: null }]);

/** What only comes on bad days, or from the carrier. */
async function plantWords(service: TestService, purchaseId: string, shipmentId: string): Promise<void> {
  const run = (text: string, ...values: unknown[]) => sql(service, text, values);
  const purchase = "update label_purchase set carrier_messages = $2, notices = $2, user_errors = $3 where id = $1";
  await run(purchase, purchaseId, message, refusal);
  await run("update purchased_package set void_messages = $2 where purchase_id = $1", purchaseId, message);
  await run(
    `insert into generated_return (tenant_id, purchase_id, outbound_shipment_id, state, user_errors)
     select tenant_id, id, shipment_id, 'REFUSED', $2 from label_purchase where id = $1`,
    purchaseId,
    refusal,
  );
  await run(
    `insert into purchase_decision (tenant_id, id, purchase_id, actor, decision, reason)
     select tenant_id, 'pde_' || gen_random_uuid(), id, 'clerk', 'CHECK_NOW', $2 from label_purchase where id = $1`,
    purchaseId,
    `${canary} called`,
  );
  const ofPurchase = "(select id from purchased_package where purchase_id = $1)";
  await run(
    `update tracker set received_by = $2, delivery_location = $2 where purchased_package_id in ${ofPurchase}`,
    purchaseId,
    canary,
  );
  await run(
    `insert into tracking_event (tenant_id, id, tracker_id, event_key, status, description, city, region, country_code, told_at)
     select tenant_id, 'tev_' || gen_random_uuid(), id, $2, 'DELIVERED', $2, $2, $2, 'DE', now() from tracker
      where purchased_package_id in ${ofPurchase}`,
    purchaseId,
    canary,
  );
  await run(
    `update shipment set return_service = $2, access_point = $3, options = options || $4, ship_from = ship_from || $5
      where id = $1`,
    shipmentId,
    JSON.stringify({ kind: "PRINT_RETURN_LABEL", email: canaryEmail, boxNumber: null }),
    JSON.stringify({ locationId: "loc_1", carrierLocationId: "U1", name: canary, address: person }),
    JSON.stringify({ payerAccountNumber: canary, payerPostalCode: canary }),
    JSON.stringify({ name: canary }),
  );
  await run(
    `update shipment_package set dangerous_goods = $2 where shipment_id = $1`,
    shipmentId,
    JSON.stringify({ regulation: "IATA", substances: [], emergencyPhone: canaryPhone, emergencyContact: canary }),
  );
}
