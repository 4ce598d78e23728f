import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseSync } from "@swc/core";

/** A node of swc's syntax tree; loose, for all of them are walked alike. */
// biome-ignore lint/suspicious/noExplicitAny: a node has one of a hundred shapes
type Node = any;

/** A function, a constant, a class or a method, by `file#name` or `file#Class.name`. */
export type Place = string;

export interface Method {
  place: Place;
  /** The names of its decorators. */
  decorators: string[];
  name: string;
  /** What `@Resolver(() => Type)` of its class names; null: nothing. */
  of: string | null;
}

/** What stands where in the program, and what uses what: by names, so that whatever could be called counts as called. */
export interface CallGraph {
  uses: ReadonlyMap<Place, ReadonlySet<Place>>;
  bodies: ReadonlyMap<Place, Node>;
  methods: readonly Method[];
}

export function readCallGraph(root: string, folders: readonly string[]): CallGraph {
  const graph = { uses: new Map<Place, Set<Place>>(), bodies: new Map<Place, Node>(), methods: [] as Method[] };
  for (const file of folders.flatMap((folder) => sources(join(root, folder)))) readFile(file, graph);
  return graph;
}

/** All places from which one of `ends` can be reached, these included. */
export function reaching({ uses }: CallGraph, ends: Iterable<Place>): Set<Place> {
  const users = new Map<Place, Place[]>();
  for (const [user, used] of uses) for (const place of used) users.set(place, [...(users.get(place) ?? []), user]);
  const reached = new Set(ends);
  for (const place of reached) for (const user of users.get(place) ?? []) reached.add(user);
  return reached;
}

function sources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts")).map((file) => join(folder, file));
}

function readFile(file: string, graph: { uses: Map<Place, Set<Place>>; bodies: Map<Place, Node>; methods: Method[] }) {
  const { body } = parseSync(readFileSync(file, "utf8"), { syntax: "typescript", decorators: true, target: "es2022" });
  const declared = body.map((item: Node) => item.declaration ?? item).flatMap(declarationsIn);
  const names = new Map<string, Place>(declared.map(({ name }: Declared) => [name, `${file}#${name}`]));
  for (const item of body as Node[]) if (item.type === "ImportDeclaration") addImports(file, item, names);
  const note = (place: Place, node: Node) => {
    graph.bodies.set(place, node);
    graph.uses.set(place, new Set([...namesIn(node)].flatMap((name) => names.get(name) ?? [])));
  };
  for (const { name, node } of declared as Declared[]) {
    note(`${file}#${name}`, node);
    if (node.type !== "ClassDeclaration") continue;
    const of = resolvedType(node);
    for (const member of node.body as Node[]) {
      if (member.type !== "ClassMethod") continue;
      const place = `${file}#${name}.${member.key.value}`;
      note(place, member.function);
      graph.methods.push({ place, of, name: member.key.value, decorators: decoratorNames(member.function.decorators) });
    }
  }
}

interface Declared {
  name: string;
  node: Node;
}

function declarationsIn(item: Node): Declared[] {
  if (item.type === "FunctionDeclaration" || item.type === "ClassDeclaration")
    return [{ name: item.identifier.value, node: item }];
  if (item.type !== "VariableDeclaration") return [];
  return item.declarations.flatMap(({ id, init }: Node) =>
    id.type === "Identifier" && init ? [{ name: id.value, node: init }] : [],
  );
}

function addImports(file: string, { source, specifiers, typeOnly }: Node, names: Map<string, Place>): void {
  if (typeOnly || !source.value.startsWith(".")) return;
  const target = resolve(dirname(file), source.value.replace(/\.js$/, ".ts"));
  for (const { local, imported, isTypeOnly } of specifiers)
    if (!isTypeOnly) names.set(local.value, `${target}#${(imported ?? local).value}`);
}

/** Every name in it but those of properties and types. */
function* namesIn(node: Node): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* namesIn(item);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  if (node.type === "Identifier") yield node.value;
  else if (node.type === "MemberExpression") yield* namesIn([node.object, node.property.expression]);
  else if (node.type === "KeyValueProperty") yield* namesIn(node.value);
  else if (/^Ts/.test(node.type ?? "")) yield* namesIn(node.expression);
  else for (const part of Object.values(node)) yield* namesIn(part);
}

/** Every call in it: the name that is called, of a member its last name, and what its first argument is named. */
export function* callsIn(node: Node): Generator<{ name: string; first: string | null }> {
  if (typeof node !== "object" || node === null) return;
  if (node.type === "CallExpression") {
    const callee = node.callee.type === "OptionalChainingExpression" ? node.callee.base : node.callee;
    yield { name: lastName(callee) ?? "", first: lastName(node.arguments[0]?.expression) };
  }
  for (const part of Object.values(node)) yield* callsIn(part);
}

function lastName(node: Node): string | null {
  if (node?.type === "Identifier") return node.value;
  return node?.type === "MemberExpression" ? (node.property.value ?? null) : null;
}

function decoratorNames(decorators: Node[] = []): string[] {
  return decorators.map(({ expression }) => lastName(expression.callee ?? expression) ?? "");
}

function resolvedType({ decorators = [] }: Node): string | null {
  const resolver = decorators.find(({ expression }: Node) => expression.callee?.value === "Resolver");
  return resolver?.expression.arguments[0]?.expression.body?.value ?? null;
}
