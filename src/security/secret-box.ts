import { randomBytes } from "node:crypto";
import { AppError } from "../errors.js";
import { decrypt, encrypt } from "./aes-gcm.js";
import type { KeyProvider, WrappedKey } from "./key-provider.js";

/** The one record and version that a secret belongs to: moved to another, it does not open. */
export interface SecretOwner {
  tenantId: string;
  recordId: string;
  version: number;
}

/** Encrypts secrets for storage, each under a data key of its own. Nothing but AppError is thrown. */
export interface SecretBox {
  seal(plain: string, owner: SecretOwner): Promise<Buffer>;
  open(sealed: Buffer, owner: SecretOwner): Promise<string>;
  /** True when sealed under a key that is not the current one. */
  isStale(sealed: Buffer): boolean;
  /** The same secret with its data key under the current key; afterwards the old key may go. Safe to repeat. */
  rewrap(sealed: Buffer): Promise<Buffer>;
}

const formatVersion = 1;

// One byte each: format, length of the key id, length of the wrapped key.
function encode({ keyId, bytes }: WrappedKey, body: Buffer): Buffer {
  const id = Buffer.from(keyId);
  return Buffer.concat([Buffer.from([formatVersion, id.length, bytes.length]), id, bytes, body]);
}

function decode(sealed: Buffer): { wrapped: WrappedKey; body: Buffer } {
  const [version, idLength = 0, keyLength = 0] = sealed;
  const keyAt = 3 + idLength;
  if (version !== formatVersion || sealed.length < keyAt + keyLength)
    throw new AppError("INTERNAL_SERVER_ERROR", "A stored secret has no form that is known.");
  return {
    wrapped: {
      keyId: sealed.subarray(3, keyAt).toString(),
      bytes: sealed.subarray(keyAt, keyAt + keyLength),
    },
    body: sealed.subarray(keyAt + keyLength),
  };
}

function contextOf({ tenantId, recordId, version }: SecretOwner): Buffer {
  return Buffer.from(JSON.stringify([tenantId, recordId, version]));
}

export function createSecretBox(keys: KeyProvider): SecretBox {
  return {
    async seal(plain, owner) {
      const dataKey = randomBytes(32);
      return encode(await keys.wrap(dataKey), encrypt(dataKey, Buffer.from(plain), contextOf(owner)));
    },
    async open(sealed, owner) {
      const { wrapped, body } = decode(sealed);
      return decrypt(await keys.unwrap(wrapped), body, contextOf(owner)).toString();
    },
    isStale: (sealed) => decode(sealed).wrapped.keyId !== keys.currentKeyId,
    async rewrap(sealed) {
      const { wrapped, body } = decode(sealed);
      return encode(await keys.wrap(await keys.unwrap(wrapped)), body);
    },
  };
}
