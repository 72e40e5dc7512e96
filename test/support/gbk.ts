/** What a program in mainland China would have written: GBK, in which these characters have these bytes. */
export const gbk = (text: string): Buffer => {
  const table = new Map<string, number>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0xb0; lead <= 0xf7; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      table.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail);
  return Buffer.concat(
    [...text].map((char) => {
      const code = table.get(char);
      return code === undefined
        ? Buffer.from(char, 'latin1')
        : Buffer.from([code >> 8, code & 255]);
    }),
  );
};
