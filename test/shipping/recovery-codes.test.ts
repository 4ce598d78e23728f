import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { recoveryCodes } from "../../src/ups/words/error-codes/recovery-codes.js";
import { buy, makeDue, purchaseBy, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ timings: { notCreatedAfter: 3_600 } });
  await seedAccount(service);
});
beforeEach(() => service.control.clearFaults());
afterAll(() => service.close());

const fault = (operation: Fault["operation"], kind: object) =>
  service.control.addFault({ operation, ...kind } as Fault);

/** Looked at two hours after it was sent, while Track knows of nothing. */
const lookLate = async (id: string) => {
  await fault("TRACK_BY_REFERENCE", { kind: "RECOVERY_LAG", seconds: 1_000_000 });
  await sql(service, "update label_purchase set started_at = started_at - interval '2 hours' where id = $1", [id]);
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  return (await purchaseBy(service, { id })).state;
};

/** Booked, and answered 503. */
const buyUnanswered = async (afterProcessing = true): Promise<string> => {
  await fault("SHIP", { kind: "STATUS", status: 503, afterProcessing });
  const { purchase } = await buy(service);
  expect(purchase.state).toBe("UNKNOWN");
  return purchase.id;
};

const nothingThere = recoveryCodes.filter(({ leadsTo }) => leadsTo === "NO_SHIPMENT").map(({ code }) => code);
const allElse = recoveryCodes.map(({ code }) => code).filter((code) => !nothingThere.includes(code));
const unheardOf = ["1", "300099", "9801032", "9590022", "111210", "TW0001"];
const ofAllProducts = ["120100", "250002", "250003", "20001", "10429", "10006"];

it.each(nothingThere)("refused with %s for long, a purchase that never arrived was not created", async (code) => {
  const id = await buyUnanswered(false);
  await fault("RECOVER_LABEL", { kind: "REFUSE", code, times: 50 });
  expect(await lookLate(id)).toBe("NOT_CREATED");
});

describe("a purchase that UPS has booked, looked at for long while Track knows of nothing", () => {
  let id: string;
  beforeAll(async () => {
    id = await buyUnanswered();
  });

  it.each([...allElse, ...unheardOf, ...ofAllProducts])("is never given up by a refusal with %s", async (code) => {
    await fault("RECOVER_LABEL", { kind: "REFUSE", code, times: 50 });
    expect(await lookLate(id)).toBe("UNKNOWN");
  });

  it.each([401, 403, 429, 500, 503])("is not given up by 'not found' with HTTP %i", async (status) => {
    await fault("RECOVER_LABEL", { kind: "REFUSE", code: "9801031", status, times: 50 });
    expect(await lookLate(id)).toBe("UNKNOWN");
  });

  it("is found in the end", async () => {
    await makeDue(service);
    await sweepDuePurchases(service.deps);
    expect((await purchaseBy(service, { id })).state).toBe("PURCHASED");
  });
});

it.each([400, 404, 422])("believes 'not found' with HTTP %i, as it is UPS's word", async (status) => {
  const id = await buyUnanswered(false);
  await fault("RECOVER_LABEL", { kind: "REFUSE", code: "9801031", status, times: 50 });
  expect(await lookLate(id)).toBe("NOT_CREATED");
});

it.each([400, 403, 429])("looks for what Ship says, with HTTP %i, was asked for before", async (status) => {
  await fault("SHIP", { kind: "REFUSE", code: "120021", status, afterProcessing: true });
  const { purchase, userErrors } = await buy(service);
  expect({ state: purchase.state, userErrors }).toEqual({ state: "UNKNOWN", userErrors: [] });
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { id: purchase.id })).state).toBe("PURCHASED");
});
