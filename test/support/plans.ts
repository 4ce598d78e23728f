import { inTenant } from "../../src/database/tenant-transaction.js";
import { watchStatements } from "./count-statements.js";
import type { As, TestService } from "./service.js";

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: PlanNode[];
}

/** How PostgreSQL answered a list. */
export interface ListPlan {
  /** Rows that were looked at, whether they were in the answer or not. */
  looked: number;
  /** Tables that were read from one end to the other, but for those with next to nothing in them. */
  walked: string[];
  indexes: string[];
  hasSort: boolean;
}

/** The plans of the statements that the operation sends, as the tenant's; `as`: whom it runs as. */
export function plansOf(service: TestService, source: string, as?: As): Promise<ListPlan[]> {
  return plansDuring(service, () => service.run(source, {}, as));
}

/** The plans of the statements that `work`, which reads only, sends. */
export async function plansDuring(service: TestService, work: () => Promise<unknown>): Promise<ListPlan[]> {
  const plans: ListPlan[] = [];
  for (const { text, values } of await sentBy(work)) plans.push(readPlan(await explain(service, text, values)));
  return plans;
}

async function sentBy(work: () => Promise<unknown>) {
  const { sent, stop } = watchStatements();
  try {
    await work();
    return sent();
  } finally {
    stop();
  }
}

function explain(service: TestService, text: string, values: unknown[]): Promise<PlanNode> {
  return inTenant(service.database, service.tenantId, async (manager) => {
    const rows = await manager.query(`explain (analyze, format json) ${text}`, values);
    return rows[0]["QUERY PLAN"][0].Plan;
  });
}

function readPlan(root: PlanNode): ListPlan {
  const nodes = flatten(root);
  const scans = nodes.filter(
    (node) => node["Node Type"].endsWith("Scan") && !node["Node Type"].startsWith("Bitmap Index"),
  );
  const looked = scans.reduce((sum, node) => sum + rowsOf(node), 0);
  return {
    looked: Math.round(looked),
    walked: scans
      .filter((node) => node["Node Type"] === "Seq Scan" && rowsOf(node) > 10)
      .map((node) => node["Relation Name"] ?? ""),
    indexes: nodes.flatMap((node) => node["Index Name"] ?? []),
    hasSort: nodes.some((node) => node["Node Type"].endsWith("Sort")),
  };
}

const rowsOf = (node: PlanNode) =>
  node["Actual Loops"] *
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0));

const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
