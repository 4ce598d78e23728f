import type { CallContext, CarrierAccountAccess } from "./account-access.js";
import type { CarrierAccounts } from "./accounts.js";
import type { AddressValidation } from "./addresses.js";
import type { CarrierCatalogue } from "./catalogue.js";
import type { DocumentLimits, DocumentUpload, PushRequest, UploadedDocument } from "./documents.js";
import type { FoundLocations, LocationQuery, LocationSearch } from "./locations.js";
import type { Outcome, SpendOutcome } from "./outcome.js";
import type { ProductCheck } from "./products.js";
import type { RatedService, RateRefusalReason, RateRequest } from "./rating.js";
import type { ReturnService } from "./returns.js";
import type { ServiceOption, ServiceOptionsQuery } from "./service-options.js";
import type { ShipmentDetails } from "./shipment-details.js";
import type {
  LabelFile,
  LabelFormat,
  RecoverAnswer,
  RecoverRequest,
  ShippedShipment,
  ShipRequest,
  VoidAnswer,
  VoidRequest,
} from "./shipping.js";
import type { TrackedPackage } from "./tracking.js";
import type { Address, CarrierEnvironment, CarrierMessage, FieldProblem } from "./values.js";

/** Speaks to one carrier. A second carrier is a second implementation and one line in `main.ts`. */
export interface CarrierAdapter {
  readonly code: string;
  readonly name: string;
  readonly catalogue: CarrierCatalogue;
  readonly accounts: CarrierAccounts;

  /**
   * The carrier's field limits and lane rules, checked without asking it. Paths are relative to `details`. `shipper`:
   * the account's registered address; absent: not chosen yet.
   */
  checkShipment(details: ShipmentDetails, serviceCode: string | null, shipper?: Address | null): FieldProblem[];
  /** What the carrier may do besides carrying, known without asking it: what is not available here, `checkShipment` refuses. */
  serviceOptions(query: ServiceOptionsQuery): ServiceOption[];

  rate(account: CarrierAccountAccess, request: RateRequest, call: CallContext): Promise<Outcome<RatedService[]>>;
  /** False: what it costs is known only after it was bought, and `rate` refuses it. */
  isPricedBefore(returnService: ReturnService | null): boolean;
  /** What a refusal to price is about; null when the codes do not tell. */
  rateRefusalReason(messages: { code: string }[]): RateRefusalReason | null;
  /** Spends money. Sent once: again only when nothing of it left, or once with a fresh token. */
  ship(account: CarrierAccountAccess, request: ShipRequest, call: CallContext): Promise<SpendOutcome<ShippedShipment>>;
  /** Repeatable: voiding what is voided is success. */
  voidShipment(account: CarrierAccountAccess, request: VoidRequest, call: CallContext): Promise<Outcome<VoidAnswer>>;
  /** False: only the whole shipment can be voided. */
  voidsPackagesOf(returnService: ReturnService | null): boolean;
  /** True when a void was refused because the window is closed or the number unknown. */
  isVoidWindowClosed(messages: { code: string }[]): boolean;
  recoverLabels(
    account: CarrierAccountAccess,
    request: RecoverRequest,
    call: CallContext,
  ): Promise<Outcome<RecoverAnswer>>;
  /** Tracking numbers of what was shipped under our reference since `since`; empty when none is known (yet). */
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
  /** What uploads may be; null: this carrier takes none. */
  documentLimits(environment: CarrierEnvironment): DocumentLimits | null;
  /** Sent once, as a purchase is: a repeat would leave a second document. */
  uploadDocument(
    account: CarrierAccountAccess,
    upload: DocumentUpload,
    call: CallContext,
  ): Promise<SpendOutcome<UploadedDocument>>;
  /** Ties uploaded documents to a booked shipment. Sent once; safe for the caller to repeat. */
  pushDocuments(account: CarrierAccountAccess, request: PushRequest, call: CallContext): Promise<Outcome<null>>;
  /** Safe to repeat: `UNKNOWN` is what the carrier does not, or no longer, have. */
  deleteDocument(
    account: CarrierAccountAccess,
    carrierDocumentId: string,
    call: CallContext,
  ): Promise<Outcome<"DELETED" | "UNKNOWN">>;
  /** What a search for locations may ask, checked without asking. Paths are relative to the search. */
  checkLocationSearch(search: LocationSearch): FieldProblem[];
  /** Places of the carrier's near an origin, nearest first; or one access point by its public id. Repeatable. */
  findLocations(
    account: CarrierAccountAccess,
    query: LocationQuery,
    call: CallContext,
  ): Promise<Outcome<FoundLocations>>;
  /** Whether `validateAddress` knows the streets of a country (ISO); elsewhere it must not be asked. */
  validatesAddressesIn(countryCode: string): boolean;
  /** What an address needs to be looked for, checked without asking. Paths are relative to the address. */
  checkAddressToValidate(address: Address): FieldProblem[];
  /** Whether the address exists, how the carrier writes it, and whether it is a home. */
  validateAddress(
    account: CarrierAccountAccess,
    address: Address,
    call: CallContext,
  ): Promise<Outcome<AddressValidation>>;
  /** One row per product; never creates anything at the carrier. */
  checkProducts(account: CarrierAccountAccess): Promise<ProductCheck[]>;

  /**
   * What a person must know of the papers of a booking that was found again, and of what the carrier was told of the
   * goods; `ship` says it with its answer.
   * `hasUploaded`: documents of the merchant's own go with it.
   */
  bookingNotices(details: ShipmentDetails, shipped: ShippedShipment, hasUploaded: boolean): CarrierMessage[];
  /** Renders the carrier's label as a true-size PDF page of 4 x 6 inch. Throws when the bytes are not such a label. */
  renderLabelPdf(original: LabelFile): Promise<Buffer>;
  /** Physical size in inches and resolution of a label in this format; nulls where the printer decides. */
  labelGeometry(format: LabelFormat): { widthInches: number | null; heightInches: number | null; dpi: number | null };
  /** False when the number plainly belongs to another account: then a person has no business with it. */
  isOwnTrackingNumber(account: CarrierAccountAccess, trackingNumber: string): boolean;
  /** Where a person follows the package. */
  trackingUrl(trackingNumber: string): string;
}
