import { inTenant } from "../../src/database/tenant-transaction.js";
import { confirmStep, readSetup, type Setup, setupSteps } from "../support/account-setup.js";
import { changeAccount, codesAndFields, createAccount } from "../support/accounts.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const newId = async (changes: Record<string, unknown> = {}): Promise<string> =>
  (await createAccount(service, changes)).carrierAccount.id;
const confirm = (carrierAccountId: string, stepKey: string, isConfirmed?: boolean | null) =>
  confirmStep(service, { carrierAccountId, stepKey, isConfirmed });
const stepOf = (setup: Setup, key: string) => setupSteps(setup).find((step) => step.key === key);

describe("confirmSetupStep", () => {
  it("keeps who said so and when, and takes it back", async () => {
    const id = await newId();
    const confirmed = (await confirm(id, "ADD_PAYMENT_CARD")).carrierAccount.setup;
    expect(stepOf(confirmed, "ADD_PAYMENT_CARD")).toMatchObject({
      state: "CONFIRMED",
      confirmedBy: "tester",
      confirmedAt: expect.stringMatching(/^20\d\d-.*Z$/),
    });
    await confirm(id, "ADD_PAYMENT_CARD", null);
    await confirm(id, "ADD_PAYMENT_CARD", false);
    const undone = (await confirm(id, "ADD_PAYMENT_CARD", false)).carrierAccount.setup;
    expect(stepOf(undone, "ADD_PAYMENT_CARD")).toMatchObject({
      state: "TO_DO",
      confirmedBy: null,
      confirmedAt: null,
    });
    expect(await decisions(id)).toEqual([
      { step_key: "ADD_PAYMENT_CARD", sequence: 1, is_confirmed: true, actor: "tester" },
      { step_key: "ADD_PAYMENT_CARD", sequence: 2, is_confirmed: false, actor: "tester" },
    ]);
  });

  it("has nothing to take back of what nobody said", async () => {
    const id = await newId();
    expect((await confirm(id, "VERIFY_IDENTITY", false)).userErrors).toEqual([]);
    expect(await decisions(id)).toEqual([]);
  });

  it("keeps a step confirmed whose value the account holds", async () => {
    const id = await newId({ appName: "My shop" });
    await confirm(id, "NAME_APP");
    const { setup } = (await confirm(id, "NAME_APP", false)).carrierAccount;
    expect(stepOf(setup, "NAME_APP")).toMatchObject({
      state: "CONFIRMED",
      confirmedAt: null,
    });
  });

  it("keeps one word each of two people who speak at once", async () => {
    const id = await newId();
    await Promise.all([confirm(id, "SAVE_APP"), confirm(id, "SAVE_APP"), confirm(id, "SAVE_APP")]);
    expect(await decisions(id)).toHaveLength(1);
  });

  it("refuses steps that are found out otherwise, that the guide lacks, and accounts that are not there", async () => {
    const id = await newId();
    for (const { key, isVerifiable } of setupSteps(await readSetup(service, id))) {
      if (!isVerifiable) continue;
      const refused = await confirm(id, key);
      expect([key, ...codesAndFields(refused)]).toEqual([key, ["NOT_ALLOWED", "input.stepKey"]]);
      expect(refused.carrierAccount).toBeNull();
    }
    expect(codesAndFields(await confirm("cac_unknown", "SAVE_APP"))).toEqual([["NOT_FOUND", "input.carrierAccountId"]]);
    await changeAccount(service, "archiveCarrierAccount", { carrierAccountId: id });
    expect(codesAndFields(await confirm(id, "SAVE_APP"))).toEqual([["NOT_ALLOWED", "input.carrierAccountId"]]);
    expect(await decisions(id)).toEqual([]);
  });

  it("refuses another tenant's account and leaves it alone", async () => {
    const id = await newId();
    const input = { carrierAccountId: id, stepKey: "SAVE_APP" };
    const refused = await confirmStep(service, input, { tenantId: service.otherTenantId });
    expect(codesAndFields(refused)).toEqual([["NOT_FOUND", "input.carrierAccountId"]]);
    expect(await decisions(id)).toEqual([]);
  });
});

function decisions(accountId: string) {
  return inTenant(service.database, service.tenantId, (manager) =>
    manager.query(
      "select step_key, sequence, is_confirmed, actor from setup_step_decision where account_id = $1 order by step_key, sequence",
      [accountId],
    ),
  );
}
