import { QueryFailedError } from "typeorm";

/** Whether a statement failed because of this unique constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint: broken } = error.driverError as Error & { code?: string; constraint?: string };
  return code === "23505" && broken === constraint;
}
