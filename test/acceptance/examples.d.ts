/** For the tests, which are in TypeScript. */
import type { ExampleOperation } from "../../src/http/explorer/example-operations.js";

// biome-ignore lint/suspicious/noExplicitAny: the examples have many shapes
type Data = any;
type Page = { sets: { key: string; operations: ExampleOperation[] }[] };
type Send = (document: string, variables: object) => Promise<{ data?: Data; errors?: unknown }>;

export function startRound(page: Page, send: Send): { names: string[]; run(name: string): Promise<Data> };
export const orders: [title: string, order: (names: string[], seed: number) => string[]][];
export function loadPage(url: string): Promise<Page>;
export function sendTo(url: string): Send;
export function readmeLabel(readme: string): { query: string; variables: object };
