import assert from "node:assert/strict";

/** What must be true of an answer, besides that it holds no error. */
export const checks = {
  TourAccount: ({ createCarrierAccount: { carrierAccount } }) =>
    assert.ok(carrierAccount.products.every(({ state }) => state === "OK")),
  TourActivate: ({ activateCarrierAccount }) => assert.equal(activateCarrierAccount.carrierAccount.status, "ACTIVE"),
  TourMethod: ({ createShippingMethod: { shippingMethod } }) =>
    assert.equal(shippingMethod.configuration.carrierAccount.setup.isComplete, true),
  TourAddress: ({ validateAddress }) => assert.equal(validateAddress.addressValidation.status, "VALID"),
  TourRates: ({ shippingRates }) => assert.ok(shippingRates.quotes.length > 1),
  TourShip: ({ purchaseLabel }) => {
    assert.equal(purchaseLabel.purchase.state, "PURCHASED");
    assert.deepEqual(kinds(purchaseLabel), ["CERTIFICATE_OF_ORIGIN UPLOADED", "COMMERCIAL_INVOICE CARRIER"]);
  },
  TourReturn: ({ purchaseReturnLabel }) => assert.equal(purchaseReturnLabel.purchase.state, "PURCHASED"),
  TourReprint: ({ recoverLabel }) => assert.equal(recoverLabel.label.format, "PDF"),
  TourAccessPoint: ({ purchaseLabel }) => assert.ok(purchaseLabel.shipment.carrierLocation.name),
  TourVoid: ({ voidShipment }) => assert.equal(voidShipment.shipment.status, "VOIDED"),
  TourTrack: ({ refreshTracker }) => assert.equal(refreshTracker.tracker.status, "DELIVERED"),
  TourCheckout: ({ deliveryOptions: { options } }) => {
    assert.ok(options.length > 1);
    assert.ok(options.every(({ price }) => price.amount.endsWith(".95")));
    assert.ok(options[0].isCheapest);
  },
  TourOrder: ({ purchaseLabel }) => assert.equal(purchaseLabel.purchase.state, "PURCHASED"),
  TourFollow: ({ trackDelivery }) => assert.equal(trackDelivery.carrierName, "UPS"),
  TourArchive: ({ archiveCarrierAccount }) => assert.equal(archiveCarrierAccount.carrierAccount.status, "ARCHIVED"),
  TourShipment: ({ shipment }) =>
    assert.deepEqual(
      shipment.returnShipments.map(({ status }) => status),
      ["PURCHASED"],
    ),
};

function kinds({ shipment }) {
  return shipment.documents.map(({ kind, origin }) => `${kind} ${origin}`).sort();
}
