import type { MigrationInterface, QueryRunner } from "typeorm";

const uploaded = [
  ...["AUTHORIZATION_FORM", "COMMERCIAL_INVOICE", "CERTIFICATE_OF_ORIGIN", "EXPORT_ACCOMPANYING_DOCUMENT"],
  ...["EXPORT_LICENSE", "IMPORT_PERMIT", "USMCA_CERTIFICATE", "OTHER_CUSTOMS", "POWER_OF_ATTORNEY", "PACKING_LIST"],
  ...["EXPORT_DECLARATION", "LETTER_OF_INSTRUCTION", "DECLARATION"],
];
const knownBefore = [...uploaded, "COD_TURN_IN", "RECEIPT", "HIGH_VALUE_REPORT"];

const check = (kinds: string[]) => `
  alter table shipping_document drop constraint shipping_document_kind_known,
    add constraint shipping_document_kind_known check (kind in (${kinds.map((kind) => `'${kind}'`).join(", ")}));
`;

/** The second label that UPS sends in a thermal printer's language. Down calls it a receipt: its bytes are not lost. */
export class KeepSignatureLabels1764140001000 implements MigrationInterface {
  readonly name = "KeepSignatureLabels1764140001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(check([...knownBefore, "SIGNATURE_LABEL"]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipping_document no force row level security;
      update shipping_document set kind = 'RECEIPT' where kind = 'SIGNATURE_LABEL';
      alter table shipping_document force row level security;
    `);
    await runner.query(check(knownBefore));
  }
}
