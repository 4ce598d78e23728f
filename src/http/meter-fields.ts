import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import type { RequestBudget } from "../admission/request-budget.js";
import { currentBudget } from "../admission/work.js";
import { sizeOfLeaf } from "./answer-size.js";
import { abandoned, paced } from "./paced.js";
import { placeholderOf } from "./placeholder.js";
import { refusalAt } from "./refusal-at.js";

type Field = GraphQLField<unknown, unknown>;

interface Metered {
  isLeaf: boolean;
  /** What graphql-js takes for it without a word; undefined: nothing. */
  placeholder: unknown;
}

const metered = new WeakSet<Field>();

/**
 * Makes every field count what it puts into the answer and how long it takes, where its request has a budget, and let
 * others run when it takes long. After a refusal nothing is resolved any more: the answer is the refusal.
 */
export function meterFields(schema: GraphQLSchema): GraphQLSchema {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  const changing = new Set<Field>(Object.values(schema.getMutationType()?.getFields() ?? {}));
  // GraphQL's own fields belong to no schema: outside of a budget they are what they were.
  for (const field of [...fields, SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef])
    meter(field, changing.has(field));
  return schema;
}

function meter(field: Field, isChanging: boolean): void {
  if (metered.has(field)) return;
  metered.add(field);
  const resolve = field.resolve ?? defaultFieldResolver;
  const counted = countedResolver(resolve, {
    isLeaf: isLeafType(getNamedType(field.type)),
    placeholder: placeholderOf(field.type),
  });
  field.resolve = isChanging ? changingResolver(counted) : counted;
}

function countedResolver(
  resolve: GraphQLFieldResolver<unknown, unknown>,
  field: Metered,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const budget = currentBudget();
    if (budget === null) return resolve(source, args, context, info);
    if (budget.refusal !== null) return unresolved(budget, field, info);
    try {
      if (field.isLeaf) budget.touchLightly();
      else budget.touch();
      const value = resolve(source, args, context, info);
      if (!isPromise(value)) return count(budget, field, value, info);
      return value.then(
        (resolved) => countLate(budget, field, resolved, info),
        (error: unknown) => failed(budget, field, error, info),
      );
    } catch (error) {
      return failed(budget, field, error, info);
    }
  };
}

function countLate(budget: RequestBudget, field: Metered, value: unknown, info: GraphQLResolveInfo): unknown {
  if (budget.refusal !== null) return unresolved(budget, field, info);
  try {
    budget.touch();
    return count(budget, field, value, info);
  } catch (error) {
    return failed(budget, field, error, info);
  }
}

/** The name in the answer with its quotes, colon and comma; of what is no leaf its brackets besides. */
function count(budget: RequestBudget, { isLeaf }: Metered, value: unknown, { path }: GraphQLResolveInfo): unknown {
  const name = String(path.key).length + 4;
  budget.spendAnswer(name + (isLeaf ? sizeOfLeaf(value) : bracketsOf(value)));
  return !isLeaf && Array.isArray(value) ? paced(budget, value) : value;
}

const bracketsOf = (value: unknown) => (Array.isArray(value) ? 2 + 3 * value.length : 2);

/**
 * Never thrown at once: graphql-js gives up a list at an item that throws, and forgets what it began for the items before,
 * whose later failure nobody would hear of but the process, which it ends.
 */
function failed(budget: RequestBudget, field: Metered, error: unknown, info: GraphQLResolveInfo): unknown {
  return budget.refusal === null ? Promise.reject(error) : unresolved(budget, field, info);
}

/** Each field of a mutation is an operation of its own: what was done before the refusal stays in the answer. */
function changingResolver(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return async (source, args, context, info) => {
    const budget = currentBudget();
    if (budget?.refusal) throw refusalAt(budget, [rootKeyOf(info)]);
    const end = budget?.beginChange();
    try {
      return await resolve(source, args, context, info);
    } finally {
      end?.();
    }
  };
}

/** The answer is the refusal: nothing is told of each of the fields that it stands for. */
function unresolved(budget: RequestBudget, { placeholder }: Metered, info: GraphQLResolveInfo): unknown {
  budget.refusedField ??= rootKeyOf(info);
  return placeholder === undefined ? Promise.reject(abandoned(budget)) : placeholder;
}

function rootKeyOf({ path }: GraphQLResolveInfo): string {
  let root = path;
  while (root.prev) root = root.prev;
  return String(root.key);
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}
