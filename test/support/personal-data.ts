/**
 * Every column of texts, JSON or bytes that may hold something of a person whom something is sent to or from, and what
 * that is. `erasePersonalData` empties each; docs/privacy.md names each.
 */
export const personalColumns: Record<string, string> = {
  "address_classification.fingerprint": "hash of an address",
  "customer_carrier_account.account_number_masked": "end of a customer's account number",
  "customer_carrier_account.name": "the merchant's words",
  "customer_carrier_account.postal_code": "where a customer's account is",
  "customer_carrier_account.sealed_account_number": "a customer's account number",
  "document_file.bytes": "uploaded papers, the carrier's papers",
  "document_upload.request_fingerprint": "hash of the file and its name",
  "generated_return.user_errors": "texts that may repeat an address",
  "label_file.bytes": "labels show the address",
  "label_purchase.carrier_messages": "texts that may repeat an address",
  "label_purchase.notices": "texts that may repeat an address",
  "label_purchase.request_fingerprint": "hash of the input",
  "label_purchase.user_errors": "texts that may repeat an address",
  "packed_item.description": "the merchant's words",
  "purchase_decision.reason": "staff's words",
  "purchased_package.void_messages": "texts that may repeat an address",
  "rate_quote.details": "addresses",
  "rate_quote.carrier_messages": "texts that may repeat an address",
  "rate_quote.details_fingerprint": "hash of the addresses",
  "rate_quote.pricing": "tags are the merchant's words",
  "shipment.access_point": "where somebody fetches packages",
  "shipment.customs": "buyer, tax numbers, the merchant's words",
  "shipment.options": "who is notified, the payer's account",
  "shipment.reference": "the merchant's words",
  "shipment.return_service": "who gets a label by e-mail",
  "shipment.ship_from": "address and contact",
  "shipment.ship_to": "address and contact",
  "shipment.tags": "the merchant's words",
  "shipment_package.dangerous_goods": "emergency contact",
  "shipment_package.reference": "the merchant's words",
  "shipment_tag.tag": "the merchant's words",
  "shipping_document.name": "name of an uploaded file",
  "shipping_document.sha256": "hash of a file",
  "shipping_label_tag.tag": "the merchant's words",
  "tracker.delivery_location": "where the package was left",
  "tracker.received_by": "name of who received it",
  "tracking_event.city": "where the package was",
  "tracking_event.description": "the carrier's words",
  "tracking_event.event_key": "holds the place",
  "tracking_event.region": "where the package was",
};

const claim = "id state idempotency_key";

/** All other columns of texts, JSON or bytes, by table; why they stay: ids, keys, codes, amounts, the merchant's settings. */
export const otherColumns: Record<string, string> = {
  accepted_offer:
    "id shipment_id account_id rate_quote_id service_code price_currency carrier_currency estimated_delivery_time pricing",
  address_classification: "classification environment source status",
  audit_event: "actor_kind actor_scopes actor_subject changes id kind target_id",
  carrier: "code name",
  carrier_account: `account_number account_type address app_name callback_url carrier_code environment id name status`,
  carrier_account_credential:
    "account_id client_id_masked client_secret_fingerprint sealed_client_id sealed_client_secret",
  carrier_call_budget: "account_id app pauses",
  carrier_location: "access_point_id carrier_code carrier_location_id data environment id",
  carrier_product_check: "account_id messages negotiated_rates product setup_step_key state",
  carrier_request: "account_id carrier_error_code carrier_transaction_id id operation purchase_id transaction_id",
  carrier_token: "account_id sealed_token",
  customer_carrier_account: "carrier_code country_code customer_id id",
  document_file: "document_id",
  document_link: "document_id purchase_id",
  document_upload: `${claim} document_id`,
  doubtful_period: "reason",
  generated_return: "outbound_shipment_id purchase_id return_shipment_id state",
  label_file: "content_type label_id role",
  label_purchase: `${claim} accepted_offer_id account_id carrier_reference charge_items charges_currency checked_currency
    counted_currency label_format payer rate_quote_id service_code settled_bookings shipment_id
    shipment_identification_number traceparent unwanted_bookings void_reason`,
  ledger_state: "cluster timeline",
  orphan_booking: "account_id carrier_reference ending number",
  package_template: "id inner_dimensions max_weight name outer_dimensions package_type_code tare_weight",
  packed_item:
    "gtin hs_code id manufacturer_product_id origin_country_code package_id product_id sku unit_value_currency weight",
  purchase_decision: "actor decision id purchase_id",
  purchased_package: "charge_items id package_id purchase_id tracking_number void_state",
  rate_quote: `account_id billable_weight carrier_currency charges estimated_delivery_time id negotiated_state price_currency
    price_explanation service_code shipping_method_id`,
  reference_secret: "secret",
  request_count: "counted_as",
  retention_sweep: "kind position_id",
  schema_migration: "name",
  server_key: "key_ids",
  setup_step_decision: "account_id actor step_key",
  ship_from_place: "address default_carrier_account_id default_shipping_method_id id name opening_hours time_zone",
  shipment: `account_id client_reference destination_country_code duplicate_of_id environment id number order_id
    outbound_shipment_id rate_quote_id returned_package_ids service_code shipping_method_id status`,
  shipment_package: "declared_currency dimensions id package_type_code shipment_id weight_unit",
  shipment_tag: "shipment_id",
  shipping_document: "account_id carrier_document_id content_type id kind origin purchase_id shipment_id",
  shipping_event: "id package_id purchase_id shipment_id type",
  shipping_label: `account_id content_type destination_country_code format id preview_content_type purchased_package_id
    service_code sha256 shipment_id shipment_number shipping_method_id`,
  shipping_label_tag: "label_id",
  shipping_method: `account_id availability dimension_unit dispatch duties_payer external_reference id integration_level
    invoicing_policy
    label_format name package_type_code price_rules product_reference provider provider_configuration service_code
    ship_from_place_id supersedes_id weight_unit`,
  shipping_settings: "address_check_policy default_carrier_account_id default_ship_from_place_id",
  spend_counter: "period spender unit",
  spend_limit: "period spender unit",
  tracker: `account_id carrier_code closed_reason estimated_delivery_from estimated_delivery_until id purchased_package_id
    status tracking_number`,
  tracking_event: "carrier_status_code carrier_status_type country_code id local_time status tracker_id utc_offset",
  work_backlog: "account_id kind",
};
