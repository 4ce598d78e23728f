import fc from "fast-check";
import { type OfferedShipment, type Origin, offeredShipment, origins } from "../support/offered-shipments.js";
import { buy, draft } from "../support/purchases.js";
import { addMethod, shippingRates } from "../support/rate-setup.js";
import { buyReturn } from "../support/returns.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const byName = [
  ...["UPS_GROUND_SAVER", "UPS_GROUND_SIMPLE_RATE", "UPS_3_DAY_SELECT_SIMPLE_RATE", "UPS_2ND_DAY_AIR_SIMPLE_RATE"],
  ...["UPS_WORLDWIDE_ECONOMY_DDU", "UPS_WORLDWIDE_ECONOMY_DDP"],
];

let service: TestService;
const accounts = {} as Record<Origin, string>;
let methods: string[] = [];

beforeAll(async () => {
  service = await startTestService();
  await service.control.setClock("2026-03-05T15:00:00Z");
  for (const [index, origin] of (Object.keys(origins) as Origin[]).entries()) {
    const account = { accountNumber: `A1B2C${index}`, clientId: "contract-services", address: origins[origin] };
    accounts[origin] = await seedAccount(service, account);
  }
  const tenant = { deps: service.deps, tenantId: service.tenantId };
  const named = byName.map((code) =>
    addMethod(tenant, accounts.sanFrancisco, {
      service: code,
      dutiesPayer: code.endsWith("DDP") ? "SENDER" : "RECIPIENT",
    }),
  );
  methods = (await Promise.all(named)).map(({ id }) => id);
});
afterAll(() => service.close());

const printed = { kind: "PRINT_RETURN_LABEL" };
const tally: Record<string, number> = {};

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

const rate = async (input: object) => (await service.run(shippingRates, { input })).shippingRates;

/** What comes back takes few options: most of the time it has none. */
const optionsOf = ({ way, options, picks }: OfferedShipment) => (way === "RETURN" && picks[0] % 4 > 0 ? {} : options);

/** What is rated, and how an offer of it is taken; null: it cannot even be saved as a draft. */
async function stage(
  shipment: OfferedShipment,
): Promise<{ rated: object; take(quote: Answer): Promise<Answer> } | null> {
  const { origin, place, packages, isDeclared, way } = shipment;
  const options = optionsOf(shipment);
  const carrierAccountId = accounts[origin];
  const customs = isDeclared ? { customsDeclaration: {} } : {};
  const parts = { shipTo: place, packages, options, ...customs };
  // Who asks for Saturdays is offered weekdays as well, and says which of them is taken.
  const onDay = ({ id, isSaturdayDelivery }: Answer) => ({
    rateQuoteId: id,
    options: { ...options, isSaturdayDelivery },
  });
  const inline = (quote: Answer) => buy(service, { shipment: { ...parts, ...onDay(quote) } });
  if (way === "BY_NAME") return { rated: { ...parts, shippingMethodIds: methods }, take: inline };
  if (way === "INLINE") return { rated: { ...parts, carrierAccountId }, take: inline };
  if (way === "DRAFT") {
    const shipmentId = await draft(service, { ...parts, carrierAccountId, service: null }).catch(
      () => null as string | null,
    );
    if (shipmentId === null) return null;
    return { rated: { shipmentId }, take: ({ id }) => buy(service, { shipmentId, rateQuoteId: id }) };
  }
  const back = { shipFrom: place, packages: packages.slice(0, 1), options, ...customs };
  return {
    rated: { ...back, returnService: printed, carrierAccountId },
    take: (quote: Answer) => buyReturn(service, { shipment: { ...back, ...onDay(quote) }, returnService: printed }),
  };
}

it("buys every offer of any lane, packages and options, of drafts and of returns", async () => {
  const property = fc.asyncProperty(offeredShipment, async (shipment) => {
    const staged = await stage(shipment);
    const quotes: Answer[] = staged === null ? [] : (await rate(staged.rated)).quotes;
    fc.pre(quotes.length > 0);
    const picked = shipment.picks
      .slice(0, shipment.way === "DRAFT" ? 1 : 2)
      .map((pick) => quotes[pick % quotes.length]);
    for (const quote of new Set<Answer>(picked)) {
      const { purchase, userErrors } = await staged!.take(quote);
      expect({ code: quote.service.code, userErrors, state: purchase?.state }).toEqual({
        code: quote.service.code,
        userErrors: [],
        state: "PURCHASED",
      });
      tally[shipment.way] = (tally[shipment.way] ?? 0) + 1;
    }
  });
  await fc.assert(property, {
    numRuns: Number(process.env.OFFER_RUNS ?? 150),
    seed: Number(process.env.OFFER_SEED ?? 20_261_130),
    maxSkipsPerRun: 40,
  });
  expect(Object.keys(tally).sort()).toEqual(["BY_NAME", "DRAFT", "INLINE", "RETURN"]);
});
