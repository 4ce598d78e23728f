import type { NonEmptyArray } from "type-graphql";
import { CarrierResolver } from "./carrier/carrier.js";

/** Every resolver class: the API's table of contents. */
export const allResolvers: NonEmptyArray<new () => object> = [CarrierResolver];
