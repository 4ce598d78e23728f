import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "../errors.js";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** IV, tag and ciphertext in one. The IV is fresh; `context` is authenticated but not stored. */
export function encrypt(key: Buffer, plain: Buffer, context: Buffer): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(context);
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted]);
}

/** Throws AppError when key, context or any bit differs from what was encrypted. */
export function decrypt(key: Buffer, sealed: Buffer, context: Buffer): Buffer {
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(context).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new AppError("INTERNAL_SERVER_ERROR", "A stored secret cannot be decrypted.", { cause });
  }
}
