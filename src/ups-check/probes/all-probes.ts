import type { Probe } from "../probe.js";
import { documentProbes } from "./documents.js";
import { questionProbes } from "./questions.js";
import { ratingProbes } from "./rating.js";
import { shippingProbes } from "./shipping.js";

/** In the order asked: what books comes last, so that a check that fails early has left nothing. */
export const allProbes: readonly Probe[] = [...questionProbes, ...ratingProbes, ...documentProbes, ...shippingProbes];
