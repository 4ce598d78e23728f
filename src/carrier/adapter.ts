import type { CallContext, CarrierAccountAccess } from "./account-access.js";
import type { CarrierCatalogue } from "./catalogue.js";
import type { Outcome, SpendOutcome } from "./outcome.js";
import type { ProductCheck } from "./products.js";
import type { RatedService, RateRefusalReason, RateRequest } from "./rating.js";
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
import type { Address, FieldProblem } from "./values.js";

/** Speaks to one carrier. A second carrier is a second implementation and one line in `main.ts`. */
export interface CarrierAdapter {
  readonly code: string;
  readonly name: string;
  readonly catalogue: CarrierCatalogue;

  /** The carrier's field limits and lane rules, checked without asking it. Paths are relative to `details`. */
  checkShipment(details: ShipmentDetails, serviceCode: string | null): FieldProblem[];
  /** The carrier's rules for an account number; null when it is well formed. */
  checkAccountNumber(accountNumber: string): string | null;
  /** The carrier's rules for the address an account is registered with. Paths are relative to the address. */
  checkShipper(address: Address): FieldProblem[];

  rate(account: CarrierAccountAccess, request: RateRequest, call: CallContext): Promise<Outcome<RatedService[]>>;
  /** What a refusal to price is about; null when the codes do not tell. */
  rateRefusalReason(messages: { code: string }[]): RateRefusalReason | null;
  /** Spends money. Sent once: again only when nothing of it left, or once with a fresh token. */
  ship(account: CarrierAccountAccess, request: ShipRequest, call: CallContext): Promise<SpendOutcome<ShippedShipment>>;
  /** Repeatable: voiding what is voided is success. */
  voidShipment(account: CarrierAccountAccess, request: VoidRequest, call: CallContext): Promise<Outcome<VoidAnswer>>;
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
  /** One row per product; never creates anything at the carrier. */
  checkProducts(account: CarrierAccountAccess): Promise<ProductCheck[]>;

  /** Renders the carrier's label as a true-size PDF page of 4 x 6 inch. Throws when the bytes are not such a label. */
  renderLabelPdf(original: LabelFile): Promise<Buffer>;
  /** Physical size in inches and resolution of a label in this format; nulls where the printer decides. */
  labelGeometry(format: LabelFormat): { widthInches: number | null; heightInches: number | null; dpi: number | null };
  /** False when the number plainly belongs to another account: then a person has no business with it. */
  isOwnTrackingNumber(account: CarrierAccountAccess, trackingNumber: string): boolean;
  /** Where a person follows the package. */
  trackingUrl(trackingNumber: string): string;
}
