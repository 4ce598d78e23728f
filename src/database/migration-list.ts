import { CreateRoles1763790000000 } from "../../migrations/1763790000000-create-roles.js";
import { CreateShipping1763800000000 } from "../../migrations/1763800000000-create-shipping.js";
import { LetOwnerCheckInvariants1763820000000 } from "../../migrations/1763820000000-let-owner-check-invariants.js";
import { CreateSpendLimit1763830000000 } from "../../migrations/1763830000000-create-spend-limit.js";
import { WidenShipment1763840000000 } from "../../migrations/1763840000000-widen-shipment.js";
import { KeepSetupSteps1763850000000 } from "../../migrations/1763850000000-keep-setup-steps.js";
import { CreateAddressClassification1763860000000 } from "../../migrations/1763860000000-create-address-classification.js";
import { CreateCarrierLocation1763870000000 } from "../../migrations/1763870000000-create-carrier-location.js";
import { CreateShippingDocument1763880000000 } from "../../migrations/1763880000000-create-shipping-document.js";
import { CreateTracker1763890000000 } from "../../migrations/1763890000000-create-tracker.js";
import { KeepPayerOfPurchase1763900000000 } from "../../migrations/1763900000000-keep-payer-of-purchase.js";
import { CreateGeneratedReturn1763920000000 } from "../../migrations/1763920000000-create-generated-return.js";
import { KeepRecoveredLabels1763921000000 } from "../../migrations/1763921000000-keep-recovered-labels.js";
import { CreateShippingEvent1763930000000 } from "../../migrations/1763930000000-create-shipping-event.js";
import { TakeWhatIsDue1763950000000 } from "../../migrations/1763950000000-take-what-is-due.js";
import { DropJobQueue1763951000000 } from "../../migrations/1763951000000-drop-job-queue.js";
import { KeepSettledBookings1763960000000 } from "../../migrations/1763960000000-keep-settled-bookings.js";
import { ClaimUploadsAsPurchases1763961000000 } from "../../migrations/1763961000000-claim-uploads-as-purchases.js";
import { KeepLabelsInForce1764000000000 } from "../../migrations/1764000000000-keep-labels-in-force.js";
import { FindLabelsOfPackage1764000001000 } from "../../migrations/1764000001000-find-labels-of-package.js";
import { KeepChargeItems1764010000000 } from "../../migrations/1764010000000-keep-charge-items.js";
import { CreateAcceptedOffer1764010001000 } from "../../migrations/1764010001000-create-accepted-offer.js";
import { RateWhatWasFound1764010002000 } from "../../migrations/1764010002000-rate-what-was-found.js";
import { ListShipments1764020000000 } from "../../migrations/1764020000000-list-shipments.js";
import { ListLabels1764020001000 } from "../../migrations/1764020001000-list-labels.js";
import { ListWhatGrows1764020002000 } from "../../migrations/1764020002000-list-what-grows.js";
import { ListReturns1764020003000 } from "../../migrations/1764020003000-list-returns.js";
import { TagLabels1764020004000 } from "../../migrations/1764020004000-tag-labels.js";
import { ListVoidedPurchases1764020005000 } from "../../migrations/1764020005000-list-voided-purchases.js";
import { LetOwnerCheckTags1764020006000 } from "../../migrations/1764020006000-let-owner-check-tags.js";
import { IndexVoidedLabels1764020009000 } from "../../migrations/1764020009000-index-voided-labels.js";
import { CreateShippingSettings1764030000000 } from "../../migrations/1764030000000-create-shipping-settings.js";
import { RememberDuplicates1764031000000 } from "../../migrations/1764031000000-remember-duplicates.js";
import { KeepAddressFindings1764032000000 } from "../../migrations/1764032000000-keep-address-findings.js";
import { KeepReturnedPackages1764033000000 } from "../../migrations/1764033000000-keep-returned-packages.js";
import { StateWhyVoided1764034000000 } from "../../migrations/1764034000000-state-why-voided.js";
import { KnowShipDayOfBought1764070000000 } from "../../migrations/1764070000000-know-ship-day-of-bought.js";
import { KeepCarriersTransactionId1764110001000 } from "../../migrations/1764110001000-keep-carriers-transaction-id.js";
import { TellScansByPlace1764130001000 } from "../../migrations/1764130001000-tell-scans-by-place.js";
import { KeepLabelsAsTheyAre1764140000000 } from "../../migrations/1764140000000-keep-labels-as-they-are.js";
import { KeepSignatureLabels1764140001000 } from "../../migrations/1764140001000-keep-signature-labels.js";
import { KeepProductIdentifiers1764160000000 } from "../../migrations/1764160000000-keep-product-identifiers.js";
import { KnowHiddenPayerRates1764160001000 } from "../../migrations/1764160001000-know-hidden-payer-rates.js";
import { DeclareDangerousGoods1764170001000 } from "../../migrations/1764170001000-declare-dangerous-goods.js";
import { BeatHeart1764180000000 } from "../../migrations/1764180000000-beat-heart.js";
import { NoteSending1764181000000 } from "../../migrations/1764181000000-note-sending.js";
import { ListStuckPurchases1764182000000 } from "../../migrations/1764182000000-list-stuck-purchases.js";
import { DeriveReferences1764184000000 } from "../../migrations/1764184000000-derive-references.js";
import { NoticeLostCommits1764184001000 } from "../../migrations/1764184001000-notice-lost-commits.js";
import { RememberOrphans1764184002000 } from "../../migrations/1764184002000-remember-orphans.js";
import { ReferOnceOfAllTenants1764184003000 } from "../../migrations/1764184003000-refer-once-of-all-tenants.js";
import { CreateCarrierCallBudget1764187000000 } from "../../migrations/1764187000000-create-carrier-call-budget.js";
import { PauseCallsByAccount1764187000500 } from "../../migrations/1764187000500-pause-calls-by-account.js";
import { TakeDueByAccount1764187001000 } from "../../migrations/1764187001000-take-due-by-account.js";
import { TellBacklog1764187002000 } from "../../migrations/1764187002000-tell-backlog.js";
import { SweepByRank1764187003000 } from "../../migrations/1764187003000-sweep-by-rank.js";
import { TellMonitoring1764189000000 } from "../../migrations/1764189000000-tell-monitoring.js";
import { KeepTraceOfPurchase1764189001000 } from "../../migrations/1764189001000-keep-trace-of-purchase.js";
import { TellMonitoringOfPace1764189002000 } from "../../migrations/1764189002000-tell-monitoring-of-pace.js";
import { TouchDisk1764189010000 } from "../../migrations/1764189010000-touch-disk.js";
import { TakeDueByTenant1764202000000 } from "../../migrations/1764202000000-take-due-by-tenant.js";
import { CountRequests1764203000000 } from "../../migrations/1764203000000-count-requests.js";
import { KeepAuditEvents1764206000000 } from "../../migrations/1764206000000-keep-audit-events.js";
import { MoveSpendWithCharges1764206001000 } from "../../migrations/1764206001000-move-spend-with-charges.js";
import { RevokeExecuteFromPublic1764206002000 } from "../../migrations/1764206002000-revoke-execute-from-public.js";
import { EndOldData1764207000000 } from "../../migrations/1764207000000-end-old-data.js";
import { ExpireInBatches1764207001000 } from "../../migrations/1764207001000-expire-in-batches.js";
import { CountSealingKeys1764207002000 } from "../../migrations/1764207002000-count-sealing-keys.js";
import { NoteServersKeys1764207003000 } from "../../migrations/1764207003000-note-servers-keys.js";
import { ErasePersonalData1764208000000 } from "../../migrations/1764208000000-erase-personal-data.js";
import { GiveMethodsRules1764210000000 } from "../../migrations/1764210000000-give-methods-rules.js";
import { PriceQuotesByRules1764211000000 } from "../../migrations/1764211000000-price-quotes-by-rules.js";
import { ReferenceImportedMethods1764212000000 } from "../../migrations/1764212000000-reference-imported-methods.js";
import { ShipOwnPricesWholly1764212001000 } from "../../migrations/1764212001000-ship-own-prices-wholly.js";
import { CreatePackageTemplate1764214000000 } from "../../migrations/1764214000000-create-package-template.js";
import { CreateShipFromPlace1764215000000 } from "../../migrations/1764215000000-create-ship-from-place.js";
import { CreateCustomerCarrierAccount1764215001000 } from "../../migrations/1764215001000-create-customer-carrier-account.js";

/** Every migration, oldest first. TypeORM runs them in the order of their timestamps, each in its own transaction. */
export const migrations = [
  CreateRoles1763790000000,
  CreateShipping1763800000000,
  LetOwnerCheckInvariants1763820000000,
  CreateSpendLimit1763830000000,
  WidenShipment1763840000000,
  KeepSetupSteps1763850000000,
  CreateAddressClassification1763860000000,
  CreateCarrierLocation1763870000000,
  CreateShippingDocument1763880000000,
  CreateTracker1763890000000,
  KeepPayerOfPurchase1763900000000,
  CreateGeneratedReturn1763920000000,
  KeepRecoveredLabels1763921000000,
  CreateShippingEvent1763930000000,
  TakeWhatIsDue1763950000000,
  DropJobQueue1763951000000,
  KeepSettledBookings1763960000000,
  ClaimUploadsAsPurchases1763961000000,
  KeepLabelsInForce1764000000000,
  FindLabelsOfPackage1764000001000,
  KeepChargeItems1764010000000,
  CreateAcceptedOffer1764010001000,
  RateWhatWasFound1764010002000,
  ListShipments1764020000000,
  ListLabels1764020001000,
  ListWhatGrows1764020002000,
  ListReturns1764020003000,
  TagLabels1764020004000,
  ListVoidedPurchases1764020005000,
  LetOwnerCheckTags1764020006000,
  IndexVoidedLabels1764020009000,
  CreateShippingSettings1764030000000,
  RememberDuplicates1764031000000,
  KeepAddressFindings1764032000000,
  KeepReturnedPackages1764033000000,
  StateWhyVoided1764034000000,
  KnowShipDayOfBought1764070000000,
  KeepCarriersTransactionId1764110001000,
  TellScansByPlace1764130001000,
  KeepLabelsAsTheyAre1764140000000,
  KeepSignatureLabels1764140001000,
  KeepProductIdentifiers1764160000000,
  KnowHiddenPayerRates1764160001000,
  DeclareDangerousGoods1764170001000,
  BeatHeart1764180000000,
  NoteSending1764181000000,
  ListStuckPurchases1764182000000,
  DeriveReferences1764184000000,
  NoticeLostCommits1764184001000,
  RememberOrphans1764184002000,
  ReferOnceOfAllTenants1764184003000,
  CreateCarrierCallBudget1764187000000,
  PauseCallsByAccount1764187000500,
  TakeDueByAccount1764187001000,
  TellBacklog1764187002000,
  SweepByRank1764187003000,
  TellMonitoring1764189000000,
  KeepTraceOfPurchase1764189001000,
  TellMonitoringOfPace1764189002000,
  TouchDisk1764189010000,
  TakeDueByTenant1764202000000,
  CountRequests1764203000000,
  KeepAuditEvents1764206000000,
  MoveSpendWithCharges1764206001000,
  RevokeExecuteFromPublic1764206002000,
  EndOldData1764207000000,
  ExpireInBatches1764207001000,
  CountSealingKeys1764207002000,
  NoteServersKeys1764207003000,
  ErasePersonalData1764208000000,
  GiveMethodsRules1764210000000,
  PriceQuotesByRules1764211000000,
  ReferenceImportedMethods1764212000000,
  ShipOwnPricesWholly1764212001000,
  CreatePackageTemplate1764214000000,
  CreateShipFromPlace1764215000000,
  CreateCustomerCarrierAccount1764215001000,
];
