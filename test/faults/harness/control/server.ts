import { register } from "node:module";

/** The server as it is, but that it buys without a claim. */
register("./replace-purchase.js", import.meta.url);
await import("../../../../src/main.js");
