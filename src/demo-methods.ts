import { carriersOwnChoice } from "./carrier/shipment-options.js";
import {
  availableToAll,
  dispatchedAtOnce,
  plainPriceRules,
  type StoredAvailability,
  type StoredPriceRules,
  type StoredRules,
} from "./entities/values/stored-method-rules.js";

const methodId = (number: number) => `shm_00000000-0000-7000-8000-00000000000${number}`;

const usd = (amount: string) => ({ amount, currencyCode: "USD" });

/** To 0.95 of a dollar, as shops like it. */
const rounding = { increment: "1.00", ending: "0.95", direction: "NEAREST" as const };

const pricedBy = (rules: Partial<StoredPriceRules>) => ({ ...plainPriceRules, rounding, ...rules });
const offeredIn = (countries: string[], more: Partial<StoredAvailability> = {}) => ({
  ...{ ...availableToAll, countries },
  ...more,
});

/** What the packing desk ships with, at the carrier's price. */
const forStaff = [
  { id: methodId(1), name: "UPS Ground", serviceCode: "UPS_GROUND" },
  {
    id: methodId(2),
    name: "UPS Next Day Air, thermal label",
    serviceCode: "UPS_NEXT_DAY_AIR",
    labelFormat: "ZPL" as const,
  },
  { id: methodId(3), name: "UPS, any service", serviceCode: null },
];

const anywhere = { countries: [], regions: [], postalPrefixes: [], postalRanges: [] };

/** By a table of its own, which has no line for what is light. */
const byWeight: StoredRules = {
  provider: "RULES",
  currencyCode: "USD",
  weightUnit: "LB",
  dimensionUnit: "IN",
  rules: [
    {
      conditions: [{ variable: "WEIGHT", operator: "GREATER_OR_EQUAL", value: "20" }],
      ...{ destination: anywhere, base: "14.00", factor: "0.55", factorVariable: "WEIGHT" },
    },
  ],
};

/** What a buyer chooses from at checkout, at the shop's price: the carrier's and a margin, or one of its own. */
const forBuyers = [
  {
    id: methodId(4),
    name: "Standard",
    serviceCode: "UPS_GROUND",
    priceRules: pricedBy({ marginPercent: "10", handlingAmount: usd("0.75"), freeAbove: usd("150.00") }),
    availability: offeredIn(["US"]),
  },
  {
    id: methodId(5),
    name: "Express",
    serviceCode: "UPS_2ND_DAY_AIR",
    priceRules: pricedBy({ marginPercent: "5" }),
    availability: offeredIn(["US"]),
  },
  {
    id: methodId(6),
    name: "International",
    serviceCode: "UPS_WORLDWIDE_SAVER",
    priceRules: pricedBy({ marginPercent: "5", handlingAmount: usd("2.00") }),
    availability: offeredIn(["CA", "MX", "DE", "FR", "ES", "GB"]),
  },
  {
    id: methodId(7),
    name: "Small parcel",
    provider: "FIXED" as const,
    providerConfiguration: { provider: "FIXED" as const, price: usd("5.90") },
    serviceCode: "UPS_GROUND",
    availability: offeredIn(["US"], { maxWeight: { value: 8, unit: "LB" } }),
    dispatch: { ...dispatchedAtOnce, handlingDays: 1, transitDays: { min: 3, max: 5 } },
  },
  {
    id: methodId(8),
    name: "Bulky goods",
    provider: "RULES" as const,
    providerConfiguration: byWeight,
    serviceCode: "UPS_GROUND",
    priceRules: pricedBy({}),
    availability: offeredIn(["US"]),
    dispatch: { ...dispatchedAtOnce, handlingDays: 2 },
  },
].map((method) => ({ ...method, isPublished: true }));

/** The shipping methods that demo mode enters; their ids are the same in every demo. */
export const demoMethods = [...forStaff, ...forBuyers].map((method) => ({
  provider: "UPS" as const,
  labelFormat: "PDF" as const,
  packageTypeCode: "UPS_CUSTOMER_PACKAGE",
  weightUnit: "LB" as const,
  dimensionUnit: "IN" as const,
  ...carriersOwnChoice,
  integrationLevel: "RATE_AND_SHIP" as const,
  invoicingPolicy: "ESTIMATED" as const,
  isPublished: false,
  ...method,
}));
