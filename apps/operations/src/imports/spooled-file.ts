import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '#platform';
import type { Source } from '#statements';

/** A file that came over HTTP, kept on disk while it is read, and by no name. */
export class SpooledFile {
  private constructor(
    private readonly handle: FileHandle,
    /** SHA-256 of its bytes, in hexadecimal digits. */
    readonly hash: string,
    readonly bytes: number,
  ) {}

  /** @throws Problem `payload-too-large` */
  static async from(body: AsyncIterable<Uint8Array>, bytesMax: number): Promise<SpooledFile> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-import-'));
    const handle = await open(join(folder, 'statement'), 'wx+', 0o600);
    // The name goes at once, so that no crash leaves a file behind; the handle keeps the bytes.
    await rm(folder, { recursive: true });
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of body) {
        bytes += chunk.length;
        if (bytes > bytesMax) {
          throw new Problem('payload-too-large', `a file may have ${bytesMax} bytes at most`);
        }
        hash.update(chunk);
        await handle.appendFile(chunk);
      }
      return new SpooledFile(handle, hash.digest('hex'), bytes);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Reads it from its start, as often as it is called. */
  get source(): Source {
    return () => this.#read();
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  async *#read(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let at = 0; at < this.bytes;) {
      const { bytesRead } = await this.handle.read(chunk, 0, CHUNK_BYTES, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield Uint8Array.from(chunk.subarray(0, bytesRead));
    }
  }
}

const CHUNK_BYTES = 64 * 1024;
