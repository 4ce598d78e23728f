import type { ReasonTexts } from "./reason-texts.js";

const notOffered = "This delivery method is not offered.";
const notForOrder = "This delivery method is not available for this order.";
const notNow = "This delivery method is not available at the moment. Please try again later.";

export const english: ReasonTexts = {
  reasons: {
    ARCHIVED: notOffered,
    NOT_PUBLISHED: notOffered,
    NOT_QUOTABLE: notOffered,
    CHANNEL_NOT_SERVED: notOffered,
    BLACKOUT_DAY:
      "This delivery method is not available today. Please choose another one, or come back on another day.",
    COUNTRY_NOT_SERVED: "This delivery method does not deliver to this country.",
    REGION_REQUIRED: "Please enter the state, province or region of the delivery address.",
    REGION_NOT_SERVED: "This delivery method does not deliver to this region.",
    POSTAL_CODE_REQUIRED: "Please enter the postal code of the delivery address.",
    POSTAL_CODE_NOT_SERVED: "This delivery method does not deliver to this postal code.",
    ADDRESS_INVALID: "Please check the delivery address.",
    LANE_NOT_SERVED: "This delivery method does not deliver to this address.",
    WEIGHT_REQUIRED: "The weight of the order is not known, so this delivery method cannot be offered.",
    WEIGHT_LIMIT: "The order is too heavy for this delivery method.",
    VOLUME_REQUIRED: "The size of the order is not known, so this delivery method cannot be offered.",
    VOLUME_LIMIT: "The order is too large for this delivery method.",
    SIZE_LIMIT: "An item or a package of this order is too large for this delivery method.",
    TAG_MISSING: notForOrder,
    TAG_EXCLUDED: notForOrder,
    OPTION_NOT_ALLOWED: notForOrder,
    SERVICE_NOT_SUPPORTED: notForOrder,
    METHOD_REQUIRED: notForOrder,
    CARRIER_REJECTED: notForOrder,
    INCOMPLETE:
      "Something that this delivery method needs is missing, such as a phone number. Please check what you entered.",
    CURRENCY_MISMATCH: "This delivery method is not available in the currency of this order.",
    ORDER_AMOUNT_REQUIRED:
      "The price of this delivery method depends on the value of the order, which is not known yet.",
    NO_RULE_MATCHES: "There is no price for this order with this delivery method.",
    FACT_MISSING:
      "The price of this delivery method cannot be calculated yet, because details of the order are missing.",
    NO_PRICE: "There is no price for this delivery method at the moment. Please try again later.",
    ACCOUNT_NOT_READY: notNow,
    CARRIER_UNAVAILABLE: notNow,
  },
  limits: {
    WEIGHT_LIMIT: "The order is too heavy for this delivery method, which takes up to {limit}.",
    VOLUME_LIMIT: "The order is too large for this delivery method, which takes up to {limit}.",
  },
};
