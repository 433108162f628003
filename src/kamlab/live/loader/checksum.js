/**
 * A quick checksum of a snapshot: enough to notice a damaged or truncated download. (SHA-256 is at hand only
 * on secure origins; an intranet's plain http is not one.)
 * @param {Uint8Array} bytes @returns {number} 32 bits, unsigned
 */
export function checksum(bytes) {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  let sum = bytes.byteLength | 0;
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ words[i], 0x01000193);
  return sum >>> 0;
}
