import { Arg, Args, Ctx, Directive, Field, ID, InputType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { readers } from "../../entities/values/access.js";
import { ShippingDocumentKind, ShippingDocumentOrigin } from "../../entities/values/document-kinds.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import { ShippingDocumentSortField } from "../../entities/values/sort-enums.js";
import { type DocumentFilter, listDocuments } from "../../shipping/document/list-documents.js";
import type { OrderBy } from "../../shipping/sort.js";
import { connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import { sortInput } from "../sort-input.js";

const ShippingDocumentConnection = connectionType("ShippingDocument", ShippingDocument);
const ShippingDocumentSort = sortInput("ShippingDocumentSort", ShippingDocumentSortField);

@InputType({
  description: "Conditions on documents; all given conditions must hold. Null is the same as absent: no condition.",
})
class ShippingDocumentFilter implements DocumentFilter {
  @Field(() => [ShippingDocumentKind], {
    nullable: true,
    description: "Only documents of these kinds; an empty list matches none. Null: all.",
  })
  kind?: ShippingDocumentKind[] | null;

  @Field(() => ShippingDocumentOrigin, {
    nullable: true,
    description: "Only uploaded documents, or only those the carrier made. Null: both.",
  })
  origin?: ShippingDocumentOrigin | null;

  @Field(() => ID, {
    nullable: true,
    description: "Only documents of this shipment: uploaded for it, sent with it or made with its labels.",
  })
  shipmentId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only documents of this carrier account." })
  carrierAccountId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Only documents uploaded or made at this time or later.",
  })
  createdFrom?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only documents uploaded or made before this time." })
  createdBefore?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: deleted documents too, whose file is gone. Null or false: without them.",
  })
  includeDeleted?: boolean | null;
}

@Resolver()
export class ShippingDocumentLists {
  @Directive(readers)
  @Query(() => ShippingDocumentConnection, {
    nullable: true,
    description: "Documents of the tenant, uploaded and made by carriers; deleted ones only when requested.",
  })
  async shippingDocuments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ShippingDocumentFilter, {
      nullable: true,
      description: "Conditions the documents must meet; null: all that are not deleted.",
    })
    filter: ShippingDocumentFilter | null,
    @Arg("orderBy", () => ShippingDocumentSort, {
      nullable: true,
      description: "Sort order; null: newest first.",
    })
    orderBy: OrderBy | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listDocuments(deps, actor, pageRequest(page, orderBy), filter ?? {}));
  }
}
