/** Writes a piece to standard output and waits while its reader is slow, so that a long answer needs no memory. */
export async function print(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
