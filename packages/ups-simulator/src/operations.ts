import type { Operation } from "./operation.js";
import { validateAddress } from "./products/address-validation/validate-address.js";
import { locate } from "./products/locations/locate.js";
import { deleteDocument } from "./products/paperless/delete-document.js";
import { pushDocument } from "./products/paperless/push-document.js";
import { uploadDocument } from "./products/paperless/upload-document.js";
import { rate } from "./products/rating/rate.js";
import { recoverLabel } from "./products/shipping/recover-label.js";
import { ship } from "./products/shipping/ship.js";
import { voidShipment } from "./products/shipping/void-shipment.js";
import { transitTimes } from "./products/time-in-transit/transit-times.js";
import { createToken } from "./products/token/create-token.js";
import { track } from "./products/tracking/track.js";
import { trackByReference } from "./products/tracking/track-by-reference.js";

/** Everything the simulator answers; a further product is a folder of its own and a line here. */
export const operations: Operation[] = [
  createToken,
  rate,
  ship,
  voidShipment,
  recoverLabel,
  trackByReference,
  track,
  uploadDocument,
  pushDocument,
  deleteDocument,
  locate,
  validateAddress,
  transitTimes,
];
