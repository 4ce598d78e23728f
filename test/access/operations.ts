import { aCustomersAccount, saveAccount } from "../support/customer-accounts.js";
import { abroad, anUpload, uploadDocument } from "../support/documents.js";
import { insertLegacyMethod } from "../support/methods.js";
import { aTemplate, createTemplate } from "../support/package-templates.js";
import { aKey, aShipment } from "../support/purchases.js";
import { aPackage, newYork, sanFrancisco } from "../support/seed.js";
import type { TestService } from "../support/service.js";
import { aPlace, createPlace } from "../support/ship-from-places.js";
import type { Variables } from "./front-door.js";

/** A tenant with one of everything, and the means to make it more: `run` acts with all of its scopes. */
export interface Tenant {
  service: TestService;
  tenantId: string;
  /** Keys of its entities, by type. */
  keys: Record<string, Record<string, string>>;
  /** The key that its label was bought with. */
  idempotencyKey: string;
  orderId: string;
  // biome-ignore lint/suspicious/noExplicitAny: each operation has a shape of its own
  run(source: string, variables?: Variables): Promise<any>;
}

/** One document for each root field, of what its own scope alone opens; and good variables, with the tenant's ids. */
export interface Operation {
  source: string;
  variables(tenant: Tenant): Variables | Promise<Variables>;
}

const id = (tenant: Tenant, type: string): string => tenant.keys[type]!.id!;

const byId = (name: string, type: string, selection = "id"): Operation => ({
  source: `query ($id: ID!) { ${name}(id: $id) { ${selection} } }`,
  variables: (tenant) => ({ id: id(tenant, type) }),
});

const list = (name: string): Operation => ({
  source: `query ($after: String) { ${name}(after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
  variables: () => ({}),
});
const filtered = (name: string, filterType: string): Operation => ({
  source: `query ($after: String, $filter: ${filterType}) {
    ${name}(after: $after, filter: $filter) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
  variables: () => ({}),
});

type MakeInput = (tenant: Tenant) => Variables | Promise<Variables>;

const mutation = (name: string, inputType: string, input: MakeInput): Operation => ({
  source: `mutation ($input: ${inputType}!) { ${name}(input: $input) { __typename userErrors { code field message } } }`,
  variables: async (tenant) => ({ input: await input(tenant) }),
});

const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 1 }] }];
const shipment = (tenant: Tenant) => aShipment({ packages, carrierAccountId: id(tenant, "CarrierAccount") });

const ups = (tenant: Tenant) => ({
  ...{ carrierAccountId: id(tenant, "CarrierAccount"), service: "UPS_GROUND", packageType: "UPS_CUSTOMER_PACKAGE" },
  ...{ weightUnit: "LB", dimensionUnit: "IN", labelFormat: "PDF" },
});

const newAccount = {
  ...{ name: "Second", environment: "SIMULATOR", accountNumber: "5E6F7G", address: sanFrancisco },
  ups: { clientId: "second-client", clientSecret: "second-secret" },
};

async function draft(tenant: Tenant): Promise<string> {
  const source = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { shipment { id } } }`;
  return (await tenant.run(source, { input: shipment(tenant) })).createShipment.shipment.id;
}

/** Nobody else's: with an order go the quotes of the same people. */
const forgottenPerson = { ...newYork, name: "Ada Forgotten", company: "Forgotten", phone: "2125550191" };

/** A draft of an order that nothing else is of; gives the order. */
async function forgotten(tenant: Tenant): Promise<string> {
  const orderId = `forgotten ${await draft(tenant)}`;
  const source = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { shipment { id } } }`;
  await tenant.run(source, { input: { ...shipment(tenant), orderId, shipTo: forgottenPerson } });
  return orderId;
}

async function draftAccount(tenant: Tenant): Promise<string> {
  const source = `mutation ($input: CreateCarrierAccountInput!) {
    createCarrierAccount(input: $input) { carrierAccount { id } } }`;
  return (await tenant.run(source, { input: newAccount })).createCarrierAccount.carrierAccount.id;
}

async function newMethod(tenant: Tenant, source: object = { ups: ups(tenant) }): Promise<string> {
  const create = `mutation ($input: CreateShippingMethodInput!) {
    createShippingMethod(input: $input) { shippingMethod { id } } }`;
  const input = { name: "Spare", ...source };
  return (await tenant.run(create, { input })).createShippingMethod.shippingMethod.id;
}

/** An uploaded document that nothing else needs. */
async function paper(tenant: Tenant): Promise<string> {
  const input = anUpload({ carrierAccountId: id(tenant, "CarrierAccount"), idempotencyKey: aKey() });
  return (await tenant.run(uploadDocument, { input })).uploadShippingDocument.document.id;
}

/** A label in force that nothing else needs. */
async function bought(tenant: Tenant, over: Variables = {}) {
  const source = `mutation ($input: PurchaseLabelInput!) {
    purchaseLabel(input: $input) { purchase { id state } shipment { id packages { id } } } }`;
  const input = { idempotencyKey: aKey(), shipment: { ...shipment(tenant), ...over } };
  return (await tenant.run(source, { input })).purchaseLabel;
}

/** Any carrier's number can be tracked by anybody, with an account of their own. */
async function labelNumber(tenant: Tenant): Promise<string> {
  const source = "query ($id: ID!) { shippingLabel(id: $id) { trackingNumber } }";
  return (await tenant.run(source, { id: id(tenant, "ShippingLabel") })).shippingLabel.trackingNumber;
}

/** A purchase whose answer was lost. */
async function undecided(tenant: Tenant): Promise<string> {
  await tenant.service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
  const { purchase } = await bought(tenant);
  if (purchase.state !== "UNKNOWN") throw new Error(JSON.stringify(purchase));
  return purchase.id;
}

const ofAccount = async (tenant: Tenant) => ({ carrierAccountId: await draftAccount(tenant) });
const ofTemplate = async (tenant: Tenant) => ({
  packageTemplateId: (await createTemplate(tenant)).packageTemplate.id,
});
const ofPlace = async (tenant: Tenant) => ({ shipFromPlaceId: (await createPlace(tenant)).shipFromPlace.id });
let customers = 0;
const ofCustomer = async (tenant: Tenant) => {
  const { customerCarrierAccount } = await saveAccount(tenant, { customerId: `another-${++customers}` });
  return { customerCarrierAccountId: customerCarrierAccount.id };
};
const legacy = (tenant: Tenant) => insertLegacyMethod({ ...tenant.service, tenantId: tenant.tenantId });

export const operations: Record<string, Operation> = {
  "Query.auditEvents": filtered("auditEvents", "AuditEventFilter"),
  "Query.carrierAccount": byId("carrierAccount", "CarrierAccount"),
  "Query.carrierAccounts": list("carrierAccounts"),
  "Query.carrierLocations": {
    source: `query ($input: CarrierLocationsInput!) {
      carrierLocations(input: $input) { results { location { id name } } userErrors { code field message } } }`,
    variables: (tenant) => ({
      input: { carrierAccountId: id(tenant, "CarrierAccount"), city: { city: "Berlin", countryCode: "DE" } },
    }),
  },
  "Query.providerConfigurationSchema": {
    source: "{ providerConfigurationSchema(provider: RULES) }",
    variables: () => ({}),
  },
  "Query.carriers": { source: "{ carriers { code name } }", variables: () => ({}) },
  "Query.carrierRequests": filtered("carrierRequests", "CarrierRequestFilter"),
  "Query.carrierServiceOptions": {
    source: `query ($input: CarrierServiceOptionsInput!) {
      carrierServiceOptions(input: $input) { options { code isAvailable } userErrors { code field message } } }`,
    variables: (tenant) => ({
      input: { carrierAccountId: id(tenant, "CarrierAccount"), shipTo: { countryCode: "US" } },
    }),
  },
  "Query.labelBatchDocument": {
    source:
      "query ($shipmentIds: [ID!], $labelIds: [ID!]) { labelBatchDocument(shipmentIds: $shipmentIds, labelIds: $labelIds) { file { url contentType } userErrors { code message field } } }",
    variables: (tenant) => ({ shipmentIds: [id(tenant, "Shipment")] }),
  },
  "Query.labelPurchase": {
    source: `query ($id: ID, $idempotencyKey: String) { labelPurchase(id: $id, idempotencyKey: $idempotencyKey) { id } }`,
    variables: (tenant) => ({ id: id(tenant, "LabelPurchase") }),
  },
  "Query.labelPurchases": filtered("labelPurchases", "LabelPurchaseFilter"),
  "Query.packageTemplate": byId("packageTemplate", "PackageTemplate"),
  "Query.packageTemplates": list("packageTemplates"),
  "Query.customerCarrierAccount": byId("customerCarrierAccount", "CustomerCarrierAccount"),
  "Query.customerCarrierAccounts": {
    source: `query ($customerId: ID!, $after: String) { customerCarrierAccounts(customerId: $customerId, after: $after) {
      nodes { id } } }`,
    variables: () => ({ customerId: aCustomersAccount.customerId }),
  },
  "Query.shipFromPlace": byId("shipFromPlace", "ShipFromPlace"),
  "Query.shipFromPlaces": list("shipFromPlaces"),
  "Query.packItems": {
    source: `query ($input: PackItemsInput!) {
      packItems(input: $input) { boxes { method } userErrors { code field message } } }`,
    variables: (tenant) => ({
      input: {
        items: [{ quantity: 1, weight: { value: 1, unit: "LB" } }],
        packageTemplateIds: [id(tenant, "PackageTemplate")],
      },
    }),
  },
  "Query.rateQuote": byId("rateQuote", "RateQuote", "id price { amount currencyCode }"),
  "Query.shipment": byId("shipment", "Shipment", "id number"),
  "Query.shipments": filtered("shipments", "ShipmentFilter"),
  "Query.shippingDocument": byId("shippingDocument", "ShippingDocument"),
  "Query.shippingDocuments": filtered("shippingDocuments", "ShippingDocumentFilter"),
  "Query.shippingEvents": list("shippingEvents"),
  "Query.shippingLabel": byId("shippingLabel", "ShippingLabel"),
  "Query.shippingLabels": filtered("shippingLabels", "ShippingLabelFilter"),
  "Query.shippingMethod": byId("shippingMethod", "CarrierShippingMethod"),
  "Query.shippingMethods": list("shippingMethods"),
  "Query.deliveryOptions": {
    source: `query ($input: DeliveryOptionsInput!) {
      deliveryOptions(input: $input) { options { id } userErrors { code field message } } }`,
    variables: () => ({
      input: { shipTo: newYork, items: [{ description: "Mug", quantity: 1, weight: aPackage.weight }] },
    }),
  },
  "Query.shippingRates": {
    source: `query ($input: ShippingRatesInput!) {
      shippingRates(input: $input) { quotes { id } userErrors { code field message } } }`,
    variables: (tenant) => ({
      input: { carrierAccountId: id(tenant, "CarrierAccount"), shipTo: newYork, packages },
    }),
  },
  "Query.shippingSettings": {
    source: "{ shippingSettings { addressCheckPolicy defaultCarrierAccount { id } } }",
    variables: () => ({}),
  },
  "Query.spendLimits": {
    source: "query ($carrierAccountId: ID) { spendLimits(carrierAccountId: $carrierAccountId) { period maxLabels } }",
    variables: (tenant) => ({ carrierAccountId: id(tenant, "CarrierAccount") }),
  },
  "Query.stuckPurchases": list("stuckPurchases"),
  "Query.allStuckPurchases": list("allStuckPurchases"),
  "Query.validateAddress": {
    source: `query ($input: ValidateAddressInput!) {
      validateAddress(input: $input) { addressValidation { status } userErrors { code field message } } }`,
    variables: (tenant) => ({ input: { carrierAccountId: id(tenant, "CarrierAccount"), address: newYork } }),
  },
  "Query.trackDelivery": {
    source: `query ($number: String!, $postalCode: String!) {
      trackDelivery(trackingNumber: $number, postalCode: $postalCode) { status url } }`,
    variables: async (tenant) => ({ number: await labelNumber(tenant), postalCode: newYork.postalCode }),
  },
  "Query.tracker": {
    source: `query ($number: String!) { tracker(carrierCode: "UPS", trackingNumber: $number) { id status } }`,
    variables: async (tenant) => ({ number: await labelNumber(tenant) }),
  },
  "Mutation.activateCarrierAccount": mutation("activateCarrierAccount", "ActivateCarrierAccountInput", ofAccount),
  "Mutation.archiveCarrierAccount": mutation("archiveCarrierAccount", "ArchiveCarrierAccountInput", ofAccount),
  "Mutation.archiveShippingMethod": mutation("archiveShippingMethod", "ArchiveShippingMethodInput", async (tenant) => ({
    shippingMethodId: await newMethod(tenant),
  })),
  "Mutation.archivePackageTemplate": mutation("archivePackageTemplate", "ArchivePackageTemplateInput", ofTemplate),
  "Mutation.archiveShipFromPlace": mutation("archiveShipFromPlace", "ArchiveShipFromPlaceInput", ofPlace),
  "Mutation.confirmSetupStep": mutation("confirmSetupStep", "ConfirmSetupStepInput", async (tenant) => ({
    ...(await ofAccount(tenant)),
    stepKey: "ADD_PAYMENT_CARD",
  })),
  "Mutation.attachShippingDocuments": mutation(
    "attachShippingDocuments",
    "AttachShippingDocumentsInput",
    async (tenant) => ({
      ...{ shipmentId: (await bought(tenant, abroad())).shipment.id, documentIds: [id(tenant, "ShippingDocument")] },
    }),
  ),
  "Mutation.createCarrierAccount": mutation("createCarrierAccount", "CreateCarrierAccountInput", () => newAccount),
  "Mutation.erasePersonalData": mutation("erasePersonalData", "ErasePersonalDataInput", async (tenant) => ({
    orderId: await forgotten(tenant),
  })),
  "Mutation.purchaseReturnLabel": mutation("purchaseReturnLabel", "PurchaseReturnLabelInput", (tenant) => ({
    ...{ idempotencyKey: aKey(), returnService: { kind: "PRINT_RETURN_LABEL" } },
    shipment: { ...shipment(tenant), shipFrom: newYork, shipTo: sanFrancisco },
  })),
  "Mutation.createShipment": mutation("createShipment", "CreateShipmentInput", shipment),
  "Mutation.createShippingMethod": mutation("createShippingMethod", "CreateShippingMethodInput", (tenant) => ({
    ...{ name: "Another", ups: ups(tenant) },
  })),
  "Mutation.saveCustomerCarrierAccount": mutation(
    "saveCustomerCarrierAccount",
    "SaveCustomerCarrierAccountInput",
    async (tenant) => ({ ...(await ofCustomer(tenant)), name: "Renamed" }),
  ),
  "Mutation.deleteCustomerCarrierAccount": mutation(
    "deleteCustomerCarrierAccount",
    "DeleteCustomerCarrierAccountInput",
    ofCustomer,
  ),
  "Mutation.createShipFromPlace": mutation("createShipFromPlace", "CreateShipFromPlaceInput", () => aPlace),
  "Mutation.createPackageTemplate": mutation("createPackageTemplate", "CreatePackageTemplateInput", () => aTemplate),
  "Mutation.duplicateShipment": mutation("duplicateShipment", "DuplicateShipmentInput", (tenant) => ({
    ...{ shipmentId: id(tenant, "Shipment"), packages },
  })),
  "Mutation.deleteShipment": mutation("deleteShipment", "DeleteShipmentInput", async (tenant) => ({
    shipmentId: await draft(tenant),
  })),
  "Mutation.deleteShippingDocument": mutation(
    "deleteShippingDocument",
    "DeleteShippingDocumentInput",
    async (tenant) => ({
      documentId: await paper(tenant),
    }),
  ),
  "Mutation.markLabelsPrinted": mutation("markLabelsPrinted", "MarkLabelsPrintedInput", (tenant) => ({
    labelIds: [id(tenant, "ShippingLabel")],
  })),
  "Mutation.purchaseLabel": mutation("purchaseLabel", "PurchaseLabelInput", (tenant) => ({
    ...{ idempotencyKey: aKey(), shipment: shipment(tenant) },
  })),
  "Mutation.recoverLabel": mutation("recoverLabel", "RecoverLabelInput", (tenant) => ({
    ...{ labelId: id(tenant, "ShippingLabel"), format: "GIF" },
  })),
  "Mutation.refreshTracker": mutation("refreshTracker", "RefreshTrackerInput", async (tenant) => ({
    ...{ carrierCode: "UPS", trackingNumber: await labelNumber(tenant) },
  })),
  "Mutation.importLegacyShippingMethod": mutation(
    "importLegacyShippingMethod",
    "ImportLegacyShippingMethodInput",
    () => ({
      ...{ name: "Old air", externalReference: aKey() },
    }),
  ),
  "Mutation.replaceLegacyShippingMethod": mutation(
    "replaceLegacyShippingMethod",
    "ReplaceLegacyShippingMethodInput",
    async (tenant) => ({ legacyShippingMethodId: await legacy(tenant), ups: ups(tenant) }),
  ),
  "Mutation.resolvePurchase": mutation("resolvePurchase", "ResolvePurchaseInput", async (tenant) => ({
    ...{ purchaseId: await undecided(tenant), decision: "CHECK_NOW" },
  })),
  "Mutation.rotateCarrierCredentials": mutation(
    "rotateCarrierCredentials",
    "RotateCarrierCredentialsInput",
    async (tenant) => ({
      ...(await ofAccount(tenant)),
      ups: { clientId: "third-client", clientSecret: "third-secret" },
    }),
  ),
  "Mutation.setSpendLimits": mutation("setSpendLimits", "SetSpendLimitsInput", async (tenant) => ({
    ...{ ...(await ofAccount(tenant)), limits: [{ period: "DAY", maxLabels: 1_000 }] },
  })),
  "Mutation.updateCarrierAccount": mutation("updateCarrierAccount", "UpdateCarrierAccountInput", async (tenant) => ({
    ...{ ...(await ofAccount(tenant)), name: "Renamed" },
  })),
  "Mutation.updateShipFromPlace": mutation("updateShipFromPlace", "UpdateShipFromPlaceInput", async (tenant) => ({
    ...{ ...(await ofPlace(tenant)), name: "Renamed" },
  })),
  "Mutation.updatePackageTemplate": mutation("updatePackageTemplate", "UpdatePackageTemplateInput", async (tenant) => ({
    ...(await ofTemplate(tenant)),
    name: "Renamed",
  })),
  "Mutation.updateShipment": mutation("updateShipment", "UpdateShipmentInput", async (tenant) => ({
    ...{ shipmentId: await draft(tenant), packages },
  })),
  "Mutation.updateShippingSettings": mutation("updateShippingSettings", "UpdateShippingSettingsInput", (tenant) => ({
    defaultCarrierAccountId: id(tenant, "CarrierAccount"),
  })),
  "Mutation.updateShippingMethod": mutation("updateShippingMethod", "UpdateShippingMethodInput", async (tenant) => ({
    ...{ shippingMethodId: await newMethod(tenant), name: "Renamed", ups: ups(tenant) },
  })),
  "Mutation.uploadShippingDocument": mutation("uploadShippingDocument", "UploadShippingDocumentInput", (tenant) => ({
    ...anUpload({ carrierAccountId: id(tenant, "CarrierAccount"), idempotencyKey: aKey() }),
  })),
  "Mutation.validateCarrierAccount": mutation("validateCarrierAccount", "ValidateCarrierAccountInput", ofAccount),
  "Mutation.voidShipment": mutation("voidShipment", "VoidShipmentInput", async (tenant) => ({
    shipmentId: (await bought(tenant)).shipment.id,
  })),
};

const ownPrice = (tenant: Tenant) => ({
  ...{ fixed: { price: { amount: "5.90", currencyCode: "USD" } }, shipsWith: ups(tenant) },
});

/** Where a place of an id stands in another form of the same input. */
export const otherForms: Record<string, Operation> = {
  "Query.deliveryOptions(input.packages[].items[].productId)": {
    ...operations["Query.deliveryOptions"]!,
    variables: () => ({
      input: { shipTo: newYork, packages: [{ weight: aPackage.weight, items: [{ description: "Mug", quantity: 1 }] }] },
    }),
  },
  "Mutation.saveCustomerCarrierAccount(input.customerId)": mutation(
    ...(["saveCustomerCarrierAccount", "SaveCustomerCarrierAccountInput"] as const),
    () => ({ ...aCustomersAccount }),
  ),
  "Mutation.createShippingMethod(input.shipsWith.carrierAccountId)": mutation(
    ...(["createShippingMethod", "CreateShippingMethodInput"] as const),
    (tenant) => ({ name: "Another", ...ownPrice(tenant) }),
  ),
  "Mutation.updateShippingMethod(input.shipsWith.carrierAccountId)": mutation(
    ...(["updateShippingMethod", "UpdateShippingMethodInput"] as const),
    async (tenant) => ({ shippingMethodId: await newMethod(tenant, ownPrice(tenant)), shipsWith: ups(tenant) }),
  ),
  "Mutation.replaceLegacyShippingMethod(input.shipsWith.carrierAccountId)": mutation(
    ...(["replaceLegacyShippingMethod", "ReplaceLegacyShippingMethodInput"] as const),
    async (tenant) => ({ legacyShippingMethodId: await legacy(tenant), ...ownPrice(tenant) }),
  ),
};
