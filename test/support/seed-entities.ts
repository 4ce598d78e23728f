import { saveAccount } from "./customer-accounts.js";
import { uploaded } from "./documents.js";
import { createTemplate } from "./package-templates.js";
import { aPackage, newYork, seedAccount } from "./seed.js";
import type { TestService } from "./service.js";
import { createPlace } from "./ship-from-places.js";

const createMethod = `mutation ($id: ID!) {
  createShippingMethod(input: { name: "UPS Ground", ups: {
    carrierAccountId: $id, service: "UPS_GROUND", packageType: "UPS_CUSTOMER_PACKAGE",
    weightUnit: LB, dimensionUnit: IN, labelFormat: PDF
  } }) { shippingMethod { id } userErrors { message field } }
}`;

const askRates = `query ($input: ShippingRatesInput!) {
  shippingRates(input: $input) { quotes { id } userErrors { message field } }
}`;

const askLocations = `{
  carrierLocations(input: { city: { city: "New York", countryCode: "US" }, kinds: [ACCESS_POINT], first: 1 }) {
    results { location { id } } userErrors { message field } } }`;

const purchase = `mutation ($input: PurchaseLabelInput!) {
  purchaseLabel(input: $input) {
    purchase { id state }
    shipment { id packages { id label { id } tracker { id } } }
    userErrors { message field }
  }
}`;

/** Above a kilobyte, as files are. */
const aLongText = Buffer.from("one box of posters\n".repeat(100)).toString("base64");

/** Buys one label for the order through the front door; gives the purchase and its shipment. */
export async function buyLabel(service: TestService, orderId: string, key = `order ${orderId}`) {
  const shipment = { shipTo: newYork, packages: [aPackage], orderId };
  const input = { idempotencyKey: key, service: "UPS_GROUND", shipment };
  const { purchaseLabel } = await service.run(purchase, { input });
  if (purchaseLabel.purchase?.state !== "PURCHASED") throw new Error(JSON.stringify(purchaseLabel));
  return purchaseLabel;
}

/** One of each entity, as a router would name it. */
export async function seedEntities(service: TestService): Promise<Record<string, Record<string, string>>> {
  const account = await seedAccount(service);
  const { createShippingMethod } = await service.run(createMethod, { id: account });
  const { shippingRates } = await service.run(askRates, { input: { shipTo: newYork, packages: [aPackage] } });
  const { carrierLocations } = await service.run(askLocations);
  const bought = await buyLabel(service, "1001");
  const [pkg] = bought.shipment.packages;
  return {
    Carrier: { code: "UPS" },
    CarrierAccount: { id: account },
    CarrierLocation: { id: carrierLocations.results[0].location.id },
    CarrierShippingMethod: { id: createShippingMethod.shippingMethod.id },
    CustomerCarrierAccount: { id: (await saveAccount(service)).customerCarrierAccount.id },
    ShipFromPlace: { id: (await createPlace(service)).shipFromPlace.id },
    PackageTemplate: { id: (await createTemplate(service)).packageTemplate.id },
    RateQuote: { id: shippingRates.quotes[0].id },
    Shipment: { id: bought.shipment.id },
    LabelPurchase: { id: bought.purchase.id },
    ShipmentPackage: { id: pkg.id },
    ShippingLabel: { id: pkg.label.id },
    ShippingDocument: { id: await uploaded(service, { base64: aLongText }) },
    Tracker: { id: pkg.tracker.id },
  };
}
