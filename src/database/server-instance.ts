import { randomUUID } from "node:crypto";

/** This process, as it names itself to others in the database. */
export const serverInstance = randomUUID();
