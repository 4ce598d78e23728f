import { AppError } from "../errors.js";
import { decrypt, encrypt } from "./aes-gcm.js";

/** 32 bytes and the id by which sealed data and signed links name them. */
export interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** A data key encrypted by a key-encryption key. */
export interface WrappedKey {
  keyId: string;
  bytes: Buffer;
}

/** Sealed with a key that is not configured here, or not any more. */
export class UnknownKey extends AppError {
  constructor(readonly keyId: string) {
    super("INTERNAL_SERVER_ERROR", `The key ${keyId} is not configured.`);
  }
}

/** Holds the key-encryption keys. Where they live in a key management service, it fetches them before the start. */
export interface KeyProvider {
  readonly currentKeyId: string;
  wrap(dataKey: Buffer): WrappedKey;
  /** Throws AppError when the key is not known or does not fit. */
  unwrap(wrapped: WrappedKey): Buffer;
}

/** Wraps with the first key; unwraps with any. */
export function createKeyProvider(keys: readonly Key[]): KeyProvider {
  const current = keys[0];
  if (current === undefined) throw new Error("no key to encrypt secrets with");
  return {
    currentKeyId: current.id,
    wrap(dataKey) {
      return { keyId: current.id, bytes: encrypt(current.bytes, dataKey, Buffer.from(current.id)) };
    },
    unwrap({ keyId, bytes }) {
      const key = keys.find(({ id }) => id === keyId);
      if (key === undefined) throw new UnknownKey(keyId);
      return decrypt(key.bytes, bytes, Buffer.from(keyId));
    },
  };
}
