import { pageSize } from "../../shipping/page.js";

export const usualNewest = 20;

/** The newest of what one thing has, newest first. Throws BAD_USER_INPUT outside 1 to 100. */
export const newestOf = <T>(rows: T[], first: number | null): T[] => rows.slice(0, pageSize(first ?? usualNewest));
