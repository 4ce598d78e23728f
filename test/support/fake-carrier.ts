import { Decimal } from "decimal.js";
import type { CarrierAccountAccess } from "../../src/carrier/account-access.js";
import type { CarrierAdapter } from "../../src/carrier/adapter.js";
import type { CatalogueService } from "../../src/carrier/catalogue.js";
import type { AccountRefused, Answered, Rejected, SpendOutcome } from "../../src/carrier/outcome.js";
import type { RateCharge } from "../../src/carrier/rating.js";
import type { ServiceOption } from "../../src/carrier/service-options.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import type { LabelFile, ShippedShipment } from "../../src/carrier/shipping.js";
import type { FieldProblem, Money } from "../../src/carrier/values.js";

/**
 * Pigeon Post: a second carrier in memory, which carries up to 5 lb inside the United States. It rates, ships, voids,
 * finds again and tracks as the port demands; it has no access points, no papers, no address validation, no returns and
 * no shipping methods, and its accounts have one key. Recipients in `nowhere` are refused; the key `wrong` too.
 */
export interface FakeCarrier extends CarrierAdapter {
  /** Everything that was bought, voided or not, whoever was told of it. */
  readonly bookings: readonly Booking[];
  /** The next purchase is booked, and its answer lost. */
  loseNextAnswer(): void;
}

interface Booking extends ShippedShipment {
  accountNumber: string;
  reference: string;
  voided: Set<string>;
}

export const nowhere = "00000";

const services: CatalogueService[] = [
  { code: "PIGEON_DAY", name: "Pigeon by Day", carrierServiceCode: "D" },
  { code: "PIGEON_NIGHT", name: "Owl by Night", carrierServiceCode: "N" },
];
const bag = { code: "PIGEON_BAG", name: "Bag", carrierPackageTypeCode: "B" };
const perOunce = { LB: 16, OZ: 1, KG: 35.274 } as const;

const voidOfChosen: ServiceOption = {
  ...{ code: "VOID_CHOSEN_PACKAGES", isAvailable: true, reason: null, level: null, note: null },
  ...{ minimum: null, maximum: null, currencyCodes: [], funds: [] },
};

const answered = <T>(value: T): Answered<T> => ({ kind: "ANSWERED", value, messages: [] });
function rejected(code: string, text: string): Rejected {
  return { kind: "REJECTED", messages: [{ code, severity: "ERROR", text }] };
}
const unsent = { reason: "UNREACHABLE", message: "Held back", retryAfterSeconds: null, messages: [] } as const;
const heldBack: SpendOutcome<never> = { ...unsent, kind: "NOT_SENT", messages: [] };

/** Why the carrier refuses the account; null: it does not. */
function refusal({ credentials }: CarrierAccountAccess): AccountRefused | null {
  if (credentials.apiKey?.reveal() !== "wrong") return null;
  return { kind: "ACCOUNT_REFUSED", reason: "BAD_CREDENTIALS", message: "Pigeon Post refuses the key", messages: [] };
}

const ouncesOf = ({ weight }: ShipmentDetails["packages"][number]) => weight.value * perOunce[weight.unit];

const usd = (amount: Decimal): Money => ({ amount: amount.toFixed(2), currencyCode: "USD" });
const sumOf = (charges: RateCharge[]) => usd(Decimal.sum(0, ...charges.map(({ amount }) => amount.amount)));

/** One for each package, and by night one for the owl. */
function chargesOf({ packages }: ShipmentDetails, serviceCode: string): RateCharge[] {
  const each = packages.map((pkg) => new Decimal(Math.ceil(ouncesOf(pkg))).times("0.25").plus(4));
  const owl = serviceCode === "PIGEON_NIGHT" ? [new Decimal(3)] : [];
  const flight = { carrierChargeCode: null, kind: "BASE", name: "Flight" } as const;
  return [...each, ...owl].map((amount) => ({ ...flight, amount: usd(amount) }));
}

function checkShipment(details: ShipmentDetails, serviceCode: string | null): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (code: FieldProblem["code"], path: string[], message: string) => problems.push({ code, path, message });
  const { options, packages } = details;
  if (serviceCode !== null && catalogue.findService(serviceCode, null) === null)
    add("NOT_ALLOWED", ["service"], `Pigeon Post has no service ${serviceCode}.`);
  for (const end of (["shipFrom", "shipTo"] as const).filter((at) => details[at].countryCode !== "US"))
    add("NOT_ALLOWED", [end, "countryCode"], "Pigeons stay in the United States.");
  for (const [index, pkg] of packages.entries())
    if (ouncesOf(pkg) > 80) add("INVALID", ["packages", `${index}`, "weight", "value"], "A pigeon carries 5 lb.");
  const { payer, signature, isSaturdayDelivery, collectOnDelivery } = options;
  const asked = { payer: payer !== "SENDER", signature: signature !== "NONE", isSaturdayDelivery };
  for (const [option, isAsked] of Object.entries({ ...asked, collectOnDelivery: collectOnDelivery !== null }))
    if (isAsked) add("OPTION_NOT_ALLOWED", ["options", option], "Pigeons carry, and do nothing besides.");
  return problems;
}

const abroad: FieldProblem = { code: "INVALID", path: ["countryCode"], message: "Lofts are in the United States." };

/** The rules of an account, and the way to one. */
const accounts: CarrierAdapter["accounts"] = {
  environments: new Set(["SIMULATOR"]),
  credentials: [{ name: "apiKey", label: "API Key", kind: "SECRET" }],
  products: { toShip: ["RATING", "SHIPPING"], others: ["TRACKING"] },
  setupGuide: [
    {
      title: "Pigeon Post: the key",
      steps: [
        {
          key: "VERIFY_IDENTITY",
          title: "Visit the loft",
          instruction: "Show who you are at the counter.",
          ...{ url: null, isRequired: true, isVouchedFor: true, evidence: { by: "PERSON", record: null } },
        },
        {
          ...{ key: "COPY_CREDENTIALS", title: "Copy the API Key", url: null, isRequired: true },
          instruction: "Read the API Key off the brass plate.",
          evidence: { by: "CARRIER", product: "SHIPPING", failsWith: "COPY_CREDENTIALS", isEntered: true },
        },
      ],
    },
  ],
  checkNumber: (number) => (/^\d{4}$/.test(number) ? null : "An account of Pigeon Post has four digits"),
  checkShipper: ({ countryCode }) => (countryCode === "US" ? [] : [abroad]),
  checkCallbackUrl: () => null,
};

const catalogue: CarrierAdapter["catalogue"] = {
  services: (origin, destination) => ([origin ?? "US", destination ?? "US"].every((at) => at === "US") ? services : []),
  findService: (code) => services.find((service) => service.code === code) ?? null,
  packageTypes: () => [bag],
  defaultPackageType: bag.code,
  labelFormats: ["ZPL"],
  units: () => ({ weight: ["LB", "OZ"], dimension: ["IN"] }),
};

function labelOf(trackingNumber: string): LabelFile {
  return { format: "ZPL", contentType: "application/zpl", bytes: Buffer.from(`^XA^FD${trackingNumber}^FS^XZ`) };
}

export function createFakeCarrier(): FakeCarrier {
  const bookings: Booking[] = [];
  let isNextLost = false;
  let serial = 0;

  /** Bookings of the account in which packages are still in force. */
  const inForce = (account: CarrierAccountAccess) => bookings.filter((booking) => isLive(booking, account));

  function book(account: CarrierAccountAccess, details: ShipmentDetails, serviceCode: string, reference: string) {
    const chargeItems = chargesOf(details, serviceCode);
    const packages = details.packages.map((_, index) => {
      const trackingNumber = `PG${account.accountNumber}${String(++serial).padStart(6, "0")}`;
      return { trackingNumber, label: labelOf(trackingNumber), chargeItems: [chargeItems[index]!] };
    });
    const booking = {
      shipmentIdentificationNumber: packages[0]!.trackingNumber,
      ...{ charges: sumOf(chargeItems), chargeItems, packages, documents: [], unreadableDocuments: [] },
      ...{ accountNumber: account.accountNumber, reference, voided: new Set<string>() },
    };
    bookings.push(booking);
    return booking;
  }

  const recovered = ({ packages, ...booking }: Booking): ShippedShipment => ({
    ...{ ...booking, packages: packages.map((pkg) => ({ ...pkg, chargeItems: [] })), charges: null, chargeItems: [] },
  });

  return {
    code: "PIGEON",
    name: "Pigeon Post",
    ...{ catalogue, accounts, checkShipment, bookings },
    limits: { packages: 10, reference: 20, voidsAtOnce: 3, trackedForDays: 30 },
    ...{ methods: null, returns: null, locations: null, documents: null, addressValidation: null },
    loseNextAnswer() {
      isNextLost = true;
    },
    serviceOptions: () => [voidOfChosen],
    async rate(account, { details, serviceCode }) {
      const offered = services.filter(({ code }) => serviceCode === null || code === serviceCode);
      const rates = offered.map(({ code, carrierServiceCode }) => {
        const charges = chargesOf(details, code);
        const total = sumOf(charges);
        return {
          ...{ serviceCode: code, carrierServiceCode, total, published: total, negotiated: null, charges },
          ...{ negotiatedState: "NOT_REQUESTED" as const, estimatedDeliveryDate: null, estimatedDeliveryTime: null },
          ...{ transitDays: 1, isGuaranteed: false, isSaturdayDelivery: false, billableWeight: null, messages: [] },
        };
      });
      return refusal(account) ?? answered(rates);
    },
    rateRefusalReason: () => null,
    async ship(account, { details, serviceCode, carrierReference }, { mayLeave }) {
      const refused = refusal(account);
      if (refused) return refused;
      if ((await mayLeave?.()) === false) return heldBack;
      if (details.shipTo.postalCode === nowhere) return rejected("P-404", "No pigeon knows the way.");
      const booking = book(account, details, serviceCode, carrierReference);
      if (!isNextLost) return answered(booking);
      isNextLost = false;
      return { kind: "UNKNOWN", reason: "TIMEOUT", message: "Pigeon Post did not answer", messages: [] };
    },
    async voidShipment(_, { shipmentIdentificationNumber: number, trackingNumbers }) {
      const booking = bookings.find((candidate) => candidate.shipmentIdentificationNumber === number);
      if (!booking) return rejected("P-410", "No such booking, or too late.");
      const chosen = booking.packages.map((pkg) => pkg.trackingNumber).filter(isAmong(trackingNumbers));
      for (const trackingNumber of chosen) booking.voided.add(trackingNumber);
      const packages = chosen.map((trackingNumber) => ({ trackingNumber, isVoided: true }));
      return answered({ isVoided: true, packages });
    },
    isVoidedByPackage: () => true,
    voidRefusalReason: (messages) => (messages.some(({ code }) => code === "P-410") ? "WINDOW_CLOSED" : null),
    async recoverLabels(account, wanted) {
      const found = inForce(account).filter((booking) =>
        "carrierReference" in wanted
          ? booking.reference === wanted.carrierReference
          : booking.packages.some((pkg) => pkg.trackingNumber === wanted.trackingNumber),
      );
      const [first, ...rest] = found;
      if (first === undefined) return answered({ found: "NONE" });
      if (rest.length === 0) return answered({ found: "ONE", shipment: recovered(first) });
      const trackingNumbers = found.map((booking) => booking.shipmentIdentificationNumber);
      return answered({ found: "SEVERAL", trackingNumbers });
    },
    async findByReference(account, reference) {
      const found = inForce(account).filter((booking) => booking.reference === reference);
      return answered(found.flatMap(({ packages }) => packages.map((pkg) => pkg.trackingNumber)));
    },
    async track(_, trackingNumber) {
      const booking = bookings.find(({ packages }) => packages.some((pkg) => pkg.trackingNumber === trackingNumber));
      if (!booking) return answered(null);
      return answered({
        trackingNumber,
        status: booking.voided.has(trackingNumber) ? "VOIDED" : "LABEL_CREATED",
        ...{ events: [], estimate: null, deliveredAt: null, receivedBy: null, deliveryLocation: null },
      });
    },
    async checkProducts(account) {
      const isWrong = refusal(account) !== null;
      const found = {
        state: isWrong ? "BAD_CREDENTIALS" : "OK",
        setupStepKey: isWrong ? "COPY_CREDENTIALS" : null,
      } as const;
      const products = [...accounts.products.toShip, ...accounts.products.others];
      return products.map((product) => ({ product, messages: [], ...found }));
    },
    bookingNotices: () => [],
    renderLabelPdf: () => Promise.reject(new Error("Pigeon Post's labels are no pages.")),
    labelSize: async () => ({ widthInches: 2, heightInches: 1, dpi: null }),
    ownsTrackingNumber({ accountNumber }, trackingNumber) {
      const named = /^PG(\d{4})\d{6}$/.exec(trackingNumber)?.[1];
      return named === undefined ? null : named === accountNumber;
    },
    trackingUrl: (trackingNumber) => `https://pigeons.example/${encodeURIComponent(trackingNumber)}`,
    close: async () => undefined,
  };
}

const isLive = ({ accountNumber, voided, packages }: Booking, account: CarrierAccountAccess) =>
  accountNumber === account.accountNumber && voided.size < packages.length;

const isAmong = (chosen: string[]) => (value: string) => chosen.length === 0 || chosen.includes(value);
