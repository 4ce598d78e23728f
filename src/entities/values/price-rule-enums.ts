import { describedEnum } from "./described-enum.js";

export const ShippingPriceVariable = describedEnum(
  "ShippingPriceVariable",
  "What of an order a price rule looks at, or is multiplied by.",
  {
    WEIGHT: "Weight of all packages together, in the weight unit of the rules.",
    VOLUME:
      "Volume of all packages together, in cubic inches or cubic centimetres as the dimension unit of the rules says.",
    QUANTITY: "Number of pieces of goods.",
    ORDER_AMOUNT: "Amount of the order, in the currency of the rules.",
  },
);
export type ShippingPriceVariable = keyof typeof ShippingPriceVariable;

export const ShippingPriceOperator = describedEnum(
  "ShippingPriceOperator",
  "How the variable of a condition is compared with its value.",
  {
    LESS: "The variable is less than the value.",
    LESS_OR_EQUAL: "The variable is less than the value, or equal to it.",
    EQUAL: "The variable is equal to the value.",
    GREATER_OR_EQUAL: "The variable is greater than the value, or equal to it.",
    GREATER: "The variable is greater than the value.",
  },
);
export type ShippingPriceOperator = keyof typeof ShippingPriceOperator;

export const ShippingPriceRoundingDirection = describedEnum(
  "ShippingPriceRoundingDirection",
  "Which price point is chosen for a price in between.",
  {
    UP: "The next higher one.",
    NEAREST: "The nearer one; half way, the higher.",
    DOWN: "The next lower one; the lowest price point where there is none lower.",
  },
);
export type ShippingPriceRoundingDirection = keyof typeof ShippingPriceRoundingDirection;
