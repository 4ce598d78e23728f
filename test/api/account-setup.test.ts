import { upsSetupGuide } from "../../src/ups/account/setup/setup-guide.js";
import { confirmStep, readSetup, type Setup, setupQuery, setupSteps } from "../support/account-setup.js";
import { changeAccount, createAccount } from "../support/accounts.js";
import { statementsDuring } from "../support/count-statements.js";
import { changeMethod, someUps } from "../support/methods.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const newId = async (changes: Record<string, unknown> = {}): Promise<string> =>
  (await createAccount(service, changes)).carrierAccount.id;
const setupOf = (id: string) => readSetup(service, id);
const stateOf = (setup: Setup) => Object.fromEntries(setupSteps(setup).map(({ key, state }) => [key, state]));

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
    const { groups } = await setupOf(await newId());
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
    const steps = setupSteps(await setupOf(await newId()));
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
    const steps = upsSetupGuide.flatMap((group) => group.steps);
    expect(steps.find(({ key }) => key === "ADD_APP")?.instruction).toContain(
      '"I want to integrate UPS technology into my business"',
    );
    for (const step of steps) expect(step.instruction.length).toBeGreaterThan(40);
  });

  it("begins with what the account holds: nothing is verified before a check", async () => {
    const states = stateOf(await setupOf(await newId()));
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
    const before = stateOf(await setupOf(id));
    expect(keys.map((key) => before[key])).toEqual(["CONFIRMED", "CONFIRMED", "CONFIRMED"]);
    await changeAccount(service, "updateCarrierAccount", {
      carrierAccountId: id,
      accountType: null,
      appName: null,
      callbackUrl: null,
    });
    const after = stateOf(await setupOf(id));
    expect(keys.map((key) => after[key])).toEqual(["TO_DO", "TO_DO", "TO_DO"]);
  });

  it("verifies with a check everything that the carrier's answers show", async () => {
    const states = stateOf(await setupOf(await newId({ validate: true })));
    for (const { key, evidence } of upsSetupGuide.flatMap((group) => group.steps)) {
      if (evidence.by === "CARRIER") expect([key, states[key]]).toEqual([key, "VERIFIED"]);
    }
  });

  it.each([
    ["a wrong secret", { clientSecret: "wrong-secret" }, ["COPY_CREDENTIALS", "COPY_CLIENT_ID", "COPY_CLIENT_SECRET"]],
    ["an app of another account", { clientId: "app-bound-to-A1B2C3" }, ["CHOOSE_ACCOUNT"]],
    ["an app without Rating", { clientId: "app-without-rating" }, ["ADD_PRODUCT_RATING"]],
    ["an app without Locator", { clientId: "app-without-locator" }, ["ADD_PRODUCT_LOCATOR"]],
  ])("names what to repeat for %s", async (_, changes, failed) => {
    const states = stateOf(await setupOf(await newId({ ...changes, validate: true })));
    expect(Object.keys(states).filter((key) => states[key] === "FAILED")).toEqual(failed);
  });

  it("learns from rates whether the account has prices of its own", async () => {
    const look = async (changes: Record<string, unknown>) => {
      const id = await newId(changes);
      const { negotiatedRates, setup } = (await service.run(setupQuery, { id })).carrierAccount;
      return [negotiatedRates, stateOf(setup).EXPLORE_DISCOUNTS];
    };
    expect(await look({ validate: true })).toEqual(["ENROLLED", "VERIFIED"]);
    expect(await look({ validate: true, accountNumber: "A1B2CN" })).toEqual(["NOT_ENROLLED", "TO_DO"]);
    expect(await look({})).toEqual(["UNKNOWN", "TO_DO"]);
  });

  it("is complete when every required step is, which a shipping method ends", async () => {
    const id = await newId({ validate: true });
    for (const key of byHand)
      expect((await confirmStep(service, { carrierAccountId: id, stepKey: key })).userErrors).toEqual([]);
    const before = await setupOf(id);
    expect(before.isComplete).toBe(false);
    expect(setupSteps(before).filter((step) => step.isRequired && step.state === "TO_DO")).toEqual([
      expect.objectContaining({ key: "CREATE_SHIPPING_METHOD" }),
    ]);
    await changeMethod(service, "createShippingMethod", { name: "UPS Ground", ups: someUps(id) });
    expect((await setupOf(id)).isComplete).toBe(true);
  });

  it("reads any number of accounts with as many statements as one", async () => {
    await newId();
    const list = (first: number) => `{ carrierAccounts(first: ${first}) { nodes { id setup { isComplete } } } }`;
    const forOne = await statementsDuring(() => service.run(list(1)));
    const many = await statementsDuring(async () => {
      const { nodes } = (await service.run(list(50))).carrierAccounts;
      expect(nodes.length).toBeGreaterThan(5);
    });
    expect(many).toHaveLength(forOne.length);
  });

  it("suggests its own public address as Callback URL, where it has one that UPS takes", async () => {
    const id = await newId();
    expect((await setupOf(id)).suggestedCallbackUrl).toBeNull();
    service.deps.publicUrl = "https://shipping.example/graph";
    expect((await setupOf(id)).suggestedCallbackUrl).toBe("https://shipping.example");
    service.deps.publicUrl = null;
  });
});
