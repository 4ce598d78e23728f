import type { CallContext, CarrierAccountAccess } from "./account-access.js";
import type { CarrierAccounts } from "./accounts.js";
import type { CarrierAddressValidation } from "./addresses.js";
import type { CarrierCatalogue } from "./catalogue.js";
import type { CarrierDocuments } from "./documents.js";
import type { CarrierLimits } from "./limits.js";
import type { CarrierLocations } from "./locations.js";
import type { CarrierMethods } from "./methods.js";
import type { Outcome, SpendOutcome } from "./outcome.js";
import type { CarrierPackaging } from "./packaging.js";
import type { ProductCheck } from "./products.js";
import type { RatedService, RateRefusalReason, RateRequest } from "./rating.js";
import type { CarrierReturns } from "./returns.js";
import type { ServiceOption, ServiceOptionsQuery } from "./service-options.js";
import type { ShipmentDetails } from "./shipment-details.js";
import type { ListedPackage } from "./shipment-list.js";
import type {
  LabelFile,
  LabelPage,
  LabelSize,
  RecoverAnswer,
  RecoverRequest,
  ShippedShipment,
  ShipRequest,
  UploadedDocuments,
  VoidAnswer,
  VoidRefusalReason,
  VoidRequest,
} from "./shipping.js";
import type { TrackedPackage } from "./tracking.js";
import type { Address, CarrierMessage, FieldProblem } from "./values.js";

/**
 * Speaks to one carrier. A second carrier is a second implementation and one line in `compose.ts`; what it lacks is null,
 * and the graph answers that it is not offered.
 */
export interface CarrierAdapter {
  readonly code: string;
  readonly name: string;
  readonly catalogue: CarrierCatalogue;
  readonly accounts: CarrierAccounts;
  readonly limits: CarrierLimits;
  /** Absent: a package is billed what it weighs, up to a weight that nobody tells. */
  readonly packaging?: CarrierPackaging;

  readonly methods: CarrierMethods | null;
  readonly returns: CarrierReturns | null;
  readonly locations: CarrierLocations | null;
  readonly documents: CarrierDocuments | null;
  readonly addressValidation: CarrierAddressValidation | null;

  /**
   * The carrier's field limits and lane rules, checked without asking it. Paths are relative to `details`. `shipper`:
   * the account's registered address; absent: not chosen yet.
   */
  checkShipment(details: ShipmentDetails, serviceCode: string | null, shipper?: Address | null): FieldProblem[];
  /**
   * What a person must know of a shipment before it is bought, found without asking the carrier: what it takes without a
   * word, and the law does not. Absent: nothing.
   */
  shipmentNotices?(details: ShipmentDetails): CarrierMessage[];
  /** What a label will need beyond what was given for a price, such as the goods. Absent: nothing. */
  priceNotices?(details: ShipmentDetails): CarrierMessage[];
  /** What the carrier may do besides carrying, known without asking it: what it does not name or has not here, `checkShipment` refuses. */
  serviceOptions(query: ServiceOptionsQuery): ServiceOption[];

  rate(account: CarrierAccountAccess, request: RateRequest, call: CallContext): Promise<Outcome<RatedService[]>>;
  /** What a refusal to price is about; null when the codes do not tell. */
  rateRefusalReason(messages: { code: string }[]): RateRefusalReason | null;
  /** Spends money. Sent once: again only when nothing of it left, or once with a fresh token. */
  ship(account: CarrierAccountAccess, request: ShipRequest, call: CallContext): Promise<SpendOutcome<ShippedShipment>>;
  /** Repeatable: voiding what is voided is success. */
  voidShipment(account: CarrierAccountAccess, request: VoidRequest, call: CallContext): Promise<Outcome<VoidAnswer>>;
  /** False: it can be voided as a whole only. */
  isVoidedByPackage(shipment: Pick<ShipmentDetails, "shipFrom" | "shipTo" | "returnService">): boolean;
  /** Why a void was refused; null when the codes do not tell. */
  voidRefusalReason(messages: { code: string }[]): VoidRefusalReason | null;
  recoverLabels(
    account: CarrierAccountAccess,
    request: RecoverRequest,
    call: CallContext,
  ): Promise<Outcome<RecoverAnswer>>;
  /**
   * Tracking numbers of what was shipped under our reference since `since`, voided ones too, of a shipment in the order of
   * its packages; empty when none is known (yet).
   */
  findByReference(
    account: CarrierAccountAccess,
    carrierReference: string,
    since: Date,
    call: CallContext,
  ): Promise<Outcome<string[]>>;
  /** Where a package is; null: the carrier knows nothing of the number, yet. Any number can be asked with any account. */
  track(
    account: CarrierAccountAccess,
    trackingNumber: string,
    call: CallContext,
  ): Promise<Outcome<TrackedPackage | null>>;
  /** One row per product; never creates anything at the carrier. */
  checkProducts(account: CarrierAccountAccess): Promise<ProductCheck[]>;

  /**
   * What a person must know of the papers of a booking that was found again, and of what the carrier was told of the
   * goods; `ship` says it with its answer.
   * `uploaded`: documents of the merchant's own that go with it.
   */
  bookingNotices(details: ShipmentDetails, shipped: ShippedShipment, uploaded: UploadedDocuments): CarrierMessage[];
  /** Renders the carrier's label as a true-size PDF page, 4 x 6 inches if it can be. Throws when the bytes are no label's picture. */
  renderLabelPdf(original: LabelFile): Promise<LabelPage>;
  /** How large these bytes are as printed. Never throws. */
  labelSize(label: LabelFile): Promise<LabelSize>;
  /** Whether the number says that it is of the account; null: it does not say whose it is. */
  ownsTrackingNumber(
    account: Pick<CarrierAccountAccess, "accountNumber" | "environment">,
    trackingNumber: string,
  ): boolean | null;
  /** Reads a list of shipments that the carrier lets people export. Throws an `Error` for people. Absent: there is none. */
  readShipmentList?(text: string): ListedPackage[];
  /** Where a person follows the package. */
  trackingUrl(trackingNumber: string): string;

  /** Breaks off what is under way: called when nothing is. */
  close(): Promise<void>;
}
