import { inTenant } from "../../src/database/tenant-transaction.js";
import { setupGuideOf } from "../../src/shipping/account/setup/setup-guide.js";
import { changeAccount, codesAndFields, createAccount } from "../support/accounts.js";
import { statementsDuring } from "../support/count-statements.js";
import { changeMethod, someUps } from "../support/methods.js";
import { startTestService, type TestService } from "../support/service.js";

const setupFields = `isComplete suggestedCallbackUrl
  groups { title steps { key title instruction url isRequired isVerifiable state confirmedAt confirmedBy } }`;
const query = `query($id: ID!) { carrierAccount(id: $id) { negotiatedRates setup { ${setupFields} } } }`;
const confirmation = `mutation($input: ConfirmSetupStepInput!) {
  payload: confirmSetupStep(input: $input) { carrierAccount { setup { ${setupFields} } } userErrors { code message field } } }`;

interface Step {
  key: string;
  isRequired: boolean;
  isVerifiable: boolean;
  state: string;
  confirmedAt: string | null;
  confirmedBy: string | null;
}
interface Setup {
  isComplete: boolean;
  suggestedCallbackUrl: string | null;
  groups: { title: string; steps: Step[] }[];
}

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const newId = async (changes: Record<string, unknown> = {}): Promise<string> =>
  (await createAccount(service, changes)).carrierAccount.id;
const readSetup = async (id: string): Promise<Setup> => (await service.run(query, { id })).carrierAccount.setup;
const stepsOf = (setup: Setup): Step[] => setup.groups.flatMap(({ steps }) => steps);
const stateOf = (setup: Setup) => Object.fromEntries(stepsOf(setup).map(({ key, state }) => [key, state]));
const confirm = async (carrierAccountId: string, stepKey: string, isConfirmed?: boolean | null) =>
  (await service.run(confirmation, { input: { carrierAccountId, stepKey, isConfirmed } })).payload;

const byHand = [
  "CREATE_UPS_LOGIN",
  "OPEN_ACCOUNTS_AND_PAYMENT",
  "ADD_SHIPPING_ACCOUNT",
  "CHOOSE_ACCOUNT_TYPE",
  "ADD_ADDRESSES",
  "VERIFY_IDENTITY",
  "SUBMIT_APPLICATION",
  "ADD_PAYMENT_CARD",
  "NAME_APP",
  "ENTER_CALLBACK_URL",
  "SAVE_APP",
];

describe("CarrierAccount.setup", () => {
  it("lists the guide's three groups with their steps in the order a person takes them", async () => {
    const { groups } = await readSetup(await newId());
    expect(groups.map(({ steps }) => steps.map(({ key }) => key))).toEqual([
      [
        "CREATE_UPS_LOGIN",
        "OPEN_ACCOUNTS_AND_PAYMENT",
        "ADD_SHIPPING_ACCOUNT",
        "CHOOSE_ACCOUNT_TYPE",
        "ADD_ADDRESSES",
        "VERIFY_IDENTITY",
        "EXPLORE_DISCOUNTS",
        "SUBMIT_APPLICATION",
        "FIND_ACCOUNT_NUMBER",
        "ADD_PAYMENT_CARD",
      ],
      [
        "OPEN_APPS",
        "ADD_APP",
        "CHOOSE_ACCOUNT",
        "NAME_APP",
        "ENTER_CALLBACK_URL",
        "ADD_PRODUCT_AUTHORIZATION",
        "ADD_PRODUCT_ADDRESS_VALIDATION",
        "ADD_PRODUCT_LOCATOR",
        "ADD_PRODUCT_PAPERLESS_DOCUMENTS",
        "ADD_PRODUCT_SHIPPING",
        "ADD_PRODUCT_RATING",
        "ADD_PRODUCT_TRACKING",
        "ADD_PRODUCT_TIME_IN_TRANSIT",
        "SAVE_APP",
        "COPY_CREDENTIALS",
        "COPY_CLIENT_ID",
        "COPY_CLIENT_SECRET",
      ],
      ["CREATE_SHIPPING_METHOD"],
    ]);
    expect(groups.map(({ title }) => title.split(":")[0])).toEqual([
      "UPS account",
      "UPS developer account",
      "Shipping method",
    ]);
  });

  it("says which steps may be left out, and which are found out without a person", async () => {
    const steps = stepsOf(await readSetup(await newId()));
    expect(steps.filter(({ isRequired }) => !isRequired).map(({ key }) => key)).toEqual([
      "EXPLORE_DISCOUNTS",
      "ADD_PRODUCT_ADDRESS_VALIDATION",
      "ADD_PRODUCT_LOCATOR",
      "ADD_PRODUCT_PAPERLESS_DOCUMENTS",
      "ADD_PRODUCT_TRACKING",
      "ADD_PRODUCT_TIME_IN_TRANSIT",
    ]);
    expect(steps.filter(({ isVerifiable }) => !isVerifiable).map(({ key }) => key)).toEqual(byHand);
  });

  it("quotes the choice that UPS's form offers for the app", async () => {
    const steps = setupGuideOf("UPS").flatMap((group) => group.steps);
    expect(steps.find(({ key }) => key === "ADD_APP")?.instruction).toContain(
      '"I want to integrate UPS technology into my business"',
    );
    for (const step of steps) expect(step.instruction.length).toBeGreaterThan(40);
  });

  it("begins with what the account holds: nothing is verified before a check", async () => {
    const states = stateOf(await readSetup(await newId()));
    const entered = [
      "ADD_ADDRESSES",
      "FIND_ACCOUNT_NUMBER",
      "COPY_CREDENTIALS",
      "COPY_CLIENT_ID",
      "COPY_CLIENT_SECRET",
    ];
    for (const [key, state] of Object.entries(states)) {
      expect([key, state]).toEqual([key, entered.includes(key) ? "CONFIRMED" : "TO_DO"]);
    }
  });

  it("takes type, App Name and Callback URL from the account, and back again", async () => {
    const kept = { accountType: "Business", appName: "My shop", callbackUrl: "https://shop.example" };
    const id = await newId(kept);
    const keys = ["CHOOSE_ACCOUNT_TYPE", "NAME_APP", "ENTER_CALLBACK_URL"];
    const before = stateOf(await readSetup(id));
    expect(keys.map((key) => before[key])).toEqual(["CONFIRMED", "CONFIRMED", "CONFIRMED"]);
    await changeAccount(service, "updateCarrierAccount", {
      carrierAccountId: id,
      accountType: null,
      appName: null,
      callbackUrl: null,
    });
    const after = stateOf(await readSetup(id));
    expect(keys.map((key) => after[key])).toEqual(["TO_DO", "TO_DO", "TO_DO"]);
  });

  it("verifies with a check everything that the carrier's answers show", async () => {
    const states = stateOf(await readSetup(await newId({ validate: true })));
    for (const { key, evidence } of setupGuideOf("UPS").flatMap((group) => group.steps)) {
      if (evidence.by === "CARRIER") expect([key, states[key]]).toEqual([key, "VERIFIED"]);
    }
  });

  it.each([
    ["a wrong secret", { clientSecret: "wrong-secret" }, ["COPY_CREDENTIALS", "COPY_CLIENT_ID", "COPY_CLIENT_SECRET"]],
    ["an app of another account", { clientId: "app-bound-to-A1B2C3" }, ["CHOOSE_ACCOUNT"]],
    ["an app without Rating", { clientId: "app-without-rating" }, ["ADD_PRODUCT_RATING"]],
    ["an app without Locator", { clientId: "app-without-locator" }, ["ADD_PRODUCT_LOCATOR"]],
  ])("names what to repeat for %s", async (_, changes, failed) => {
    const states = stateOf(await readSetup(await newId({ ...changes, validate: true })));
    expect(Object.keys(states).filter((key) => states[key] === "FAILED")).toEqual(failed);
  });

  it("learns from rates whether the account has prices of its own", async () => {
    const look = async (changes: Record<string, unknown>) => {
      const id = await newId(changes);
      const { negotiatedRates, setup } = (await service.run(query, { id })).carrierAccount;
      return [negotiatedRates, stateOf(setup).EXPLORE_DISCOUNTS];
    };
    expect(await look({ validate: true })).toEqual(["ENROLLED", "VERIFIED"]);
    expect(await look({ validate: true, accountNumber: "A1B2CN" })).toEqual(["NOT_ENROLLED", "TO_DO"]);
    expect(await look({})).toEqual(["UNKNOWN", "TO_DO"]);
  });

  it("is complete when every required step is, which a shipping method ends", async () => {
    const id = await newId({ validate: true });
    for (const key of byHand) expect((await confirm(id, key)).userErrors).toEqual([]);
    const before = await readSetup(id);
    expect(before.isComplete).toBe(false);
    expect(stepsOf(before).filter((step) => step.isRequired && step.state === "TO_DO")).toEqual([
      expect.objectContaining({ key: "CREATE_SHIPPING_METHOD" }),
    ]);
    await changeMethod(service, "createShippingMethod", { name: "UPS Ground", ups: someUps(id) });
    expect((await readSetup(id)).isComplete).toBe(true);
  });

  it("reads any number of accounts with as many statements as one", async () => {
    await newId();
    const list = (first: number) => `{ carrierAccounts(first: ${first}) { nodes { id setup { isComplete } } } }`;
    const one = await statementsDuring(() => service.run(list(1)));
    const many = await statementsDuring(async () => {
      const { nodes } = (await service.run(list(50))).carrierAccounts;
      expect(nodes.length).toBeGreaterThan(5);
    });
    expect(many).toHaveLength(one.length);
  });

  it("suggests its own public address as Callback URL, where it has one that UPS takes", async () => {
    const id = await newId();
    expect((await readSetup(id)).suggestedCallbackUrl).toBeNull();
    service.deps.publicUrl = "https://shipping.example/graph";
    expect((await readSetup(id)).suggestedCallbackUrl).toBe("https://shipping.example");
    service.deps.publicUrl = null;
  });
});

describe("confirmSetupStep", () => {
  it("keeps who said so and when, and takes it back", async () => {
    const id = await newId();
    const confirmed = (await confirm(id, "ADD_PAYMENT_CARD")).carrierAccount.setup;
    expect(stepsOf(confirmed).find(({ key }) => key === "ADD_PAYMENT_CARD")).toMatchObject({
      state: "CONFIRMED",
      confirmedBy: "tester",
      confirmedAt: expect.stringMatching(/^20\d\d-.*Z$/),
    });
    await confirm(id, "ADD_PAYMENT_CARD", null);
    await confirm(id, "ADD_PAYMENT_CARD", false);
    const undone = (await confirm(id, "ADD_PAYMENT_CARD", false)).carrierAccount.setup;
    expect(stepsOf(undone).find(({ key }) => key === "ADD_PAYMENT_CARD")).toMatchObject({
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
    expect(stepsOf(setup).find(({ key }) => key === "NAME_APP")).toMatchObject({
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
    for (const { key, isVerifiable } of stepsOf(await readSetup(id))) {
      if (!isVerifiable) continue;
      const refused = await confirm(id, key);
      expect([key, ...codesAndFields(refused)]).toEqual([key, ["NOT_ALLOWED", "input.stepKey"]]);
      expect(refused.carrierAccount).toBeNull();
    }
    expect(codesAndFields(await confirm(id, "ADD_TEA"))).toEqual([["NOT_FOUND", "input.stepKey"]]);
    expect(codesAndFields(await confirm("cac_unknown", "SAVE_APP"))).toEqual([["NOT_FOUND", "input.carrierAccountId"]]);
    await changeAccount(service, "archiveCarrierAccount", { carrierAccountId: id });
    expect(codesAndFields(await confirm(id, "SAVE_APP"))).toEqual([["NOT_ALLOWED", "input.carrierAccountId"]]);
    expect(await decisions(id)).toEqual([]);
  });

  it("refuses another tenant's account and leaves it alone", async () => {
    const id = await newId();
    const input = { carrierAccountId: id, stepKey: "SAVE_APP" };
    const { payload } = await service.run(confirmation, { input }, { tenantId: service.otherTenantId });
    expect(codesAndFields(payload)).toEqual([["NOT_FOUND", "input.carrierAccountId"]]);
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
