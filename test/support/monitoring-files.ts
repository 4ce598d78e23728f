import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { load } from "js-yaml";

const root = resolve(__dirname, "../..");

export interface AlertRule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; runbook_url: string };
}

export interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: { uid: string };
  targets?: { refId: string; expr: string; datasource: { uid: string } }[];
}

export const alertsFile = resolve(root, "deploy/prometheus/alerts.yaml");
export const alertTestsFile = resolve(root, "deploy/prometheus/alerts.test.yaml");

export function alertRules(): AlertRule[] {
  const { groups } = load(readFileSync(alertsFile, "utf8")) as { groups: { rules: AlertRule[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

export function dashboard(): { panels: Panel[]; templating: { list: { name: string; query: string }[] } } {
  return JSON.parse(readFileSync(resolve(root, "deploy/grafana/shipping-subgraph.json"), "utf8"));
}

/** Prometheus's own; and the words of its language that look like names of metrics. */
const notOurs = new Set(["up", "sum", "max", "min", "count", "by", "on", "and", "or", "unless", "without", "absent"]);

/** The metrics that expressions of Prometheus's language ask for. */
export function metricsIn(expressions: string[]): string[] {
  const names = expressions.flatMap(
    (expression) =>
      expression
        .replace(/"[^"]*"/g, "")
        .replace(/\{[^}]*\}/g, " ")
        .replace(/\b(by|on|without|ignoring)\s*\([^)]*\)/g, " ")
        .replace(/\[[^\]]*\]/g, " ")
        .match(/\b[a-z_:][a-z0-9_:]*\b(?!\s*\()/g) ?? [],
  );
  return [...new Set(names)].filter((name) => !notOurs.has(name));
}
