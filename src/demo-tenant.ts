import type { SetupStepKey } from "./carrier/setup-guide.js";
import { isUniqueViolation } from "./database/is-unique-violation.js";
import { inTenant, readInTenant } from "./database/tenant-transaction.js";
import { demoMethods } from "./demo-methods.js";
import { demoTemplates } from "./demo-templates.js";
import { CarrierAccount } from "./entities/carrier-account.js";
import { CarrierAccountCredential } from "./entities/carrier-account-credential.js";
import { CarrierShippingMethod } from "./entities/carrier-shipping-method.js";
import { PackageTemplate } from "./entities/package-template.js";
import { SetupStepDecision } from "./entities/setup-step-decision.js";
import { ShipFromPlace } from "./entities/ship-from-place.js";
import { ShippingSettings } from "./entities/shipping-settings.js";
import { checkProducts } from "./shipping/account/check-products.js";
import { sealCredentials } from "./shipping/account/credentials.js";
import { loadAccount } from "./shipping/account/load-account.js";
import type { ShippingDeps } from "./shipping/deps.js";
import { upsCredentials } from "./ups/wire/credentials.js";

/** The example operations name it; the same in every demo. */
export const demoAccountId = "cac_00000000-0000-7000-8000-000000000001";

const placeId = "sfp_00000000-0000-7000-8000-000000000001";

/** A public business address: the city hall of San Francisco. */
const shipper = {
  name: "Shipping Desk",
  company: "City Hall",
  lines: ["1 Dr Carlton B Goodlett Pl"],
  city: "San Francisco",
  region: "CA",
  postalCode: "94102",
  countryCode: "US",
  phone: "4155544000",
  email: null,
  taxId: null,
  residentialStatus: "COMMERCIAL" as const,
};

const openOn = (weekday: number) => ({ weekday, opens: "08:00", closes: "17:00" });

/** Where its parcels leave: at the same address, from Monday to Friday. */
const demoPlace = {
  name: "San Francisco workshop",
  address: shipper,
  timeZone: "America/Los_Angeles",
  openingHours: [1, 2, 3, 4, 5].map(openOn),
};

/** All that a person confirms but the payment card, which an example operation does. */
const confirmedSteps: SetupStepKey[] = [
  "CREATE_UPS_LOGIN",
  "OPEN_ACCOUNTS_AND_PAYMENT",
  "ADD_SHIPPING_ACCOUNT",
  "VERIFY_IDENTITY",
  "SUBMIT_APPLICATION",
  "SAVE_APP",
];

/** Gives the tenant an account at the simulator, shipping methods, boxes and a place, once, also when instances start together. */
export async function seedDemoTenant(deps: ShippingDeps, tenantId: string): Promise<void> {
  const isSeeded = await readInTenant(deps.database, tenantId, (manager) =>
    manager.existsBy(CarrierAccount, { id: demoAccountId }),
  );
  if (isSeeded || !(await insertAccount(deps, tenantId))) return;
  const loaded = await loadAccount(deps, tenantId, demoAccountId);
  if (loaded !== null) await checkProducts(deps, loaded);
}

/** False when another instance did it at the same moment. */
async function insertAccount(deps: ShippingDeps, tenantId: string): Promise<boolean> {
  try {
    await insertRows(deps, tenantId);
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "carrier_account_pkey")) return false;
    throw error;
  }
}

function insertRows(deps: ShippingDeps, tenantId: string): Promise<void> {
  const key = { tenantId, accountId: demoAccountId, version: 1 };
  return inTenant(deps.database, tenantId, async (manager) => {
    await manager.insert(CarrierAccount, {
      tenantId,
      id: demoAccountId,
      carrierCode: "UPS",
      name: "Demo account at the simulator",
      environment: "SIMULATOR",
      status: "ACTIVE",
      accountNumber: "0A1B2C",
      address: shipper,
      accountType: "Business",
      appName: "Demo shop",
      callbackUrl: "https://shop.example",
      credentialVersion: key.version,
    });
    const credentials = { clientId: "demo-client-id", clientSecret: "demo-client-secret" };
    await manager.insert(CarrierAccountCredential, sealCredentials(deps.sealer, key, upsCredentials, credentials));
    // So that examples that name no account work whatever else is entered and activated.
    await manager.insert(ShipFromPlace, { tenantId, id: placeId, ...demoPlace });
    await manager.insert(ShippingSettings, {
      tenantId,
      defaultCarrierAccountId: demoAccountId,
      defaultShipFromPlaceId: placeId,
    });
    await manager.insert(SetupStepDecision, confirmedSteps.map(confirmation(tenantId)));
    await manager.insert(
      CarrierShippingMethod,
      demoMethods.map((method) => ({ ...method, tenantId, accountId: demoAccountId })),
    );
    await manager.insert(
      PackageTemplate,
      demoTemplates.map((template) => ({ ...template, tenantId })),
    );
  });
}

function confirmation(tenantId: string) {
  return (stepKey: SetupStepKey) => ({
    ...{ tenantId, accountId: demoAccountId, stepKey },
    ...{ sequence: 1, isConfirmed: true, actor: "demo" },
  });
}
