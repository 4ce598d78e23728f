import type { ReasonTexts } from "./reason-texts.js";

const notOffered = "Este método de envío no se ofrece.";
const notForOrder = "Este método de envío no está disponible para este pedido.";
const notNow = "Este método de envío no está disponible en este momento. Vuelva a intentarlo más tarde.";

export const spanish: ReasonTexts = {
  reasons: {
    ARCHIVED: notOffered,
    NOT_PUBLISHED: notOffered,
    NOT_QUOTABLE: notOffered,
    CHANNEL_NOT_SERVED: notOffered,
    BLACKOUT_DAY: "Este método de envío no está disponible hoy. Elija otro o haga su pedido otro día.",
    COUNTRY_NOT_SERVED: "Este método de envío no llega a este país.",
    REGION_REQUIRED: "Indique el estado, la provincia o la región de la dirección de entrega.",
    REGION_NOT_SERVED: "Este método de envío no llega a esta región.",
    POSTAL_CODE_REQUIRED: "Indique el código postal de la dirección de entrega.",
    POSTAL_CODE_NOT_SERVED: "Este método de envío no llega a este código postal.",
    ADDRESS_INVALID: "Compruebe la dirección de entrega.",
    LANE_NOT_SERVED: "Este método de envío no llega a esta dirección.",
    WEIGHT_REQUIRED: "No se conoce el peso del pedido, por lo que no se puede ofrecer este método de envío.",
    WEIGHT_LIMIT: "El pedido pesa demasiado para este método de envío.",
    VOLUME_REQUIRED: "No se conoce el tamaño del pedido, por lo que no se puede ofrecer este método de envío.",
    VOLUME_LIMIT: "El pedido es demasiado voluminoso para este método de envío.",
    SIZE_LIMIT: "Un artículo o un paquete de este pedido es demasiado grande para este método de envío.",
    TAG_MISSING: notForOrder,
    TAG_EXCLUDED: notForOrder,
    OPTION_NOT_ALLOWED: notForOrder,
    SERVICE_NOT_SUPPORTED: notForOrder,
    METHOD_REQUIRED: notForOrder,
    CARRIER_REJECTED: notForOrder,
    INCOMPLETE:
      "Falta algún dato necesario para este método de envío, por ejemplo un número de teléfono. Revise los datos introducidos.",
    CURRENCY_MISMATCH: "Este método de envío no está disponible en la moneda de este pedido.",
    ORDER_AMOUNT_REQUIRED: "El precio de este método de envío depende del importe del pedido, que aún no se conoce.",
    NO_RULE_MATCHES: "No hay precio para este pedido con este método de envío.",
    FACT_MISSING: "Todavía no se puede calcular el precio de este método de envío porque faltan datos del pedido.",
    NO_PRICE: "En este momento no hay precio para este método de envío. Vuelva a intentarlo más tarde.",
    ACCOUNT_NOT_READY: notNow,
    CARRIER_UNAVAILABLE: notNow,
  },
  limits: {
    WEIGHT_LIMIT: "El pedido pesa demasiado para este método de envío, que admite hasta {limit}.",
    VOLUME_LIMIT: "El pedido es demasiado voluminoso para este método de envío, que admite hasta {limit}.",
  },
};
