import { Column, Entity, PrimaryColumn } from "typeorm";
import { InstantColumn } from "./values/columns.js";

/** Requests of a tenant in a running minute, of all servers. */
@Entity()
export class RequestCount {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  /** The scope, or what a router completes. */
  @PrimaryColumn({ type: "text" })
  countedAs!: string;

  @Column({ type: "integer" })
  requests!: number;

  @InstantColumn()
  endsAt!: string;
}
