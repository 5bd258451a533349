let watched = false;

/** Writes to standard output and waits while its reader is slow; ends quietly where the reader has gone (`| head`). */
export async function print(text: string): Promise<void> {
  if (!watched) {
    watched = true;
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  if (text === '' || process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
