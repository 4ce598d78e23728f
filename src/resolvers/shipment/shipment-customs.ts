import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { staffOnly } from "../../entities/values/access.js";
import { readDeclaration } from "../../shipping/shipment/read-declaration.js";
import { CustomsDeclaration } from "./customs-declaration.js";
import { neededOnInvoice } from "./goods.js";

@Resolver(() => Shipment)
export class ShipmentCustomsResolver {
  @Directive(staffOnly)
  @FieldResolver(() => CustomsDeclaration, {
    nullable: true,
    description: `Customs declaration; null: none. Across a customs border the carrier then still produces an invoice from the package contents, if every item has its value, ${neededOnInvoice}; else a carrier message of the purchase asks you to add customs documents manually.`,
  })
  async customsDeclaration(
    @Root() shipment: Shipment,
    @Ctx() { loaders }: Context,
  ): Promise<CustomsDeclaration | null> {
    if (shipment.customs === null) return null;
    const packages = await loaders.packagesByShipmentId.load(shipment.id);
    const items = await Promise.all(packages.map(({ id }) => loaders.itemsByPackageId.load(id)));
    return readDeclaration(shipment, shipment.customs, items);
  }
}
