import type { EntityManager } from "typeorm";
import { labelUnit, type SpendLimit, wholeTenant } from "../../entities/spend-limit.js";
import { changesOf } from "../audit/changes-of.js";
import { recordAudit } from "../audit/record-audit.js";
import type { Actor } from "../deps.js";

type Limits = Pick<SpendLimit, "period" | "unit" | "maximum">[];

/** Keeps who changed limits, and both values of each that differs. */
export async function auditLimits(
  manager: EntityManager,
  actor: Actor,
  spender: string,
  before: Limits,
  after: Limits,
): Promise<void> {
  const [old, now] = [byName(before), byName(after)];
  const changes = changesOf(old, now, [...Object.keys(old), ...Object.keys(now)]);
  const targetId = spender === wholeTenant ? null : spender;
  if (changes.length > 0) await recordAudit(manager, actor, { kind: "SPEND_LIMITS_CHANGED", targetId, changes });
}

const byName = (limits: Limits): Record<string, string> =>
  Object.fromEntries(
    limits.map(({ period, unit, maximum }) =>
      unit === labelUnit ? [`${period}.maxLabels`, maximum] : [`${period}.maxAmount.${unit}`, maximum],
    ),
  );
