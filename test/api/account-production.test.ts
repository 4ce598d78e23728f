import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierAccount } from "../../src/entities/carrier-account.js";
import { activateCarrierAccount } from "../../src/shipping/account/activate-carrier-account.js";
import { confirmSetupStep } from "../../src/shipping/account/setup/confirm-setup-step.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import { codesAndFields, createAccount } from "../support/accounts.js";
import { changed } from "../support/adapters.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const actor = () => ({ tenantId: service.tenantId, subject: "ada" });
const notReady = ["ACCOUNT_NOT_READY", "input.carrierAccountId"];

/** A draft of production, which the simulator stands in for: no test reaches the real one. */
async function productionAccount(changes: Record<string, unknown> = {}): Promise<string> {
  const { id } = (await createAccount(service, changes)).carrierAccount;
  await inTenant(service.database, service.tenantId, (manager) =>
    manager.update(CarrierAccount, { id }, { environment: "PRODUCTION" }),
  );
  return id;
}

/** As in production; `meanwhile` happens after the carrier has answered. */
function inProduction(meanwhile: () => Promise<unknown> = async () => null): ShippingDeps {
  const ups = service.deps.carriers.get("UPS")!;
  const checkProducts: CarrierAdapter["checkProducts"] = async (access) => {
    const found = await ups.checkProducts({ ...access, environment: "SIMULATOR" });
    await meanwhile();
    return found;
  };
  const accounts = { ...ups.accounts, environments: new Set(["SIMULATOR", "PRODUCTION"] as const) };
  return { ...service.deps, carriers: new Map([["UPS", changed(ups, { checkProducts, accounts })]]) };
}

const confirm = (carrierAccountId: string, stepKey: string, isConfirmed = true) =>
  confirmSetupStep(service.deps, actor(), { carrierAccountId, stepKey, isConfirmed });
const activate = (carrierAccountId: string, deps = inProduction()) =>
  activateCarrierAccount(deps, actor(), { carrierAccountId });

it("names both steps that nobody has confirmed, and goes ahead when both are", async () => {
  const id = await productionAccount();
  const bare = await activate(id);
  expect(codesAndFields(bare)).toEqual([notReady, notReady]);
  expect(bare.userErrors.map(({ message }) => /\((\w+)\)/.exec(message)?.[1])).toEqual([
    "ADD_SHIPPING_ACCOUNT",
    "ADD_PAYMENT_CARD",
  ]);
  await confirm(id, "ADD_SHIPPING_ACCOUNT");
  const half = await activate(id);
  expect(half.userErrors.map(({ message }) => message)).toEqual([
    'Nobody has confirmed the step "Add a payment card with UPS" (ADD_PAYMENT_CARD): confirmSetupStep.',
  ]);
  await confirm(id, "ADD_PAYMENT_CARD");
  expect((await activate(id)).value?.status).toBe("ACTIVE");
});

it("tells of products that fail beside the steps that are missing", async () => {
  const id = await productionAccount({ clientId: "app-without-shipping" });
  await confirm(id, "ADD_SHIPPING_ACCOUNT");
  const { userErrors } = await activate(id);
  expect(userErrors.map(({ code, message }) => [code, message.split(" ")[0]])).toEqual([
    ["ACCOUNT_NOT_READY", "Nobody"],
    ["ACCOUNT_NOT_READY", "SHIPPING"],
  ]);
});

it("counts a confirmation no more that was taken back, also while the carrier is asked", async () => {
  const id = await productionAccount();
  await confirm(id, "ADD_SHIPPING_ACCOUNT");
  await confirm(id, "ADD_PAYMENT_CARD");
  const refused = await activate(
    id,
    inProduction(() => confirm(id, "ADD_PAYMENT_CARD", false)),
  );
  expect(codesAndFields(refused)).toEqual([notReady]);
  expect(codesAndFields(await activate(id))).toEqual([notReady]);
  await confirm(id, "ADD_PAYMENT_CARD");
  expect((await activate(id)).value?.status).toBe("ACTIVE");
});

it("asks for no confirmation where no money is spent", async () => {
  const { id } = (await createAccount(service)).carrierAccount;
  expect((await activate(id)).value?.status).toBe("ACTIVE");
});
