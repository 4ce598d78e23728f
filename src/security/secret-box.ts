import { randomBytes } from "node:crypto";
import { AppError } from "../errors.js";
import { decrypt, encrypt } from "./aes-gcm.js";
import type { KeyProvider, WrappedKey } from "./key-provider.js";

/**
 * Encrypts secrets for storage, each under a data key of its own. `context` names the one tenant, record and version
 * that a secret belongs to: with another it does not open. Nothing but AppError is thrown.
 */
export interface SecretBox {
  seal(text: string, context: string): Buffer;
  open(sealed: Buffer, context: string): string;
  /** Of the key that it is sealed under. */
  keyIdOf(sealed: Buffer): string;
  /** True when sealed under a key that is not the current one. */
  isStale(sealed: Buffer): boolean;
  /** The same secret with its data key under the current key; afterwards the old key may go. Safe to repeat. */
  rewrap(sealed: Buffer): Buffer;
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

export function createSecretBox(keys: KeyProvider): SecretBox {
  return {
    seal(text, context) {
      const dataKey = randomBytes(32);
      return encode(keys.wrap(dataKey), encrypt(dataKey, Buffer.from(text), Buffer.from(context)));
    },
    open(sealed, context) {
      const { wrapped, body } = decode(sealed);
      return decrypt(keys.unwrap(wrapped), body, Buffer.from(context)).toString();
    },
    keyIdOf: (sealed) => decode(sealed).wrapped.keyId,
    isStale: (sealed) => decode(sealed).wrapped.keyId !== keys.currentKeyId,
    rewrap(sealed) {
      const { wrapped, body } = decode(sealed);
      return encode(keys.wrap(keys.unwrap(wrapped)), body);
    },
  };
}
