/** Whole files at rest: AES-256-GCM as they stream; a random number first, the seal last. */
import { createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { derive } from './household-seal';

const IV = 12;
const TAG = 16;

@Injectable()
export class FileCipher {
  private readonly key: Buffer;

  constructor({ secret }: PlatformConfig) {
    this.key = derive(secret, 'file');
  }

  sealing(): Transform {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    return new Transform({
      construct(done) {
        this.push(iv);
        done();
      },
      transform: (chunk: Buffer, _, next) => next(null, cipher.update(chunk)),
      flush(done) {
        this.push(cipher.final());
        this.push(cipher.getAuthTag());
        done();
      },
    });
  }

  /** Fails at the end where the file was changed: whoever reads it keeps nothing before that. */
  opening(): Transform {
    const key = this.key;
    let decipher: DecipherGCM | undefined;
    let held = Buffer.alloc(0);
    return new Transform({
      transform(chunk: Buffer, _, next) {
        held = Buffer.concat([held, chunk]);
        if (!decipher && held.length >= IV) {
          decipher = createDecipheriv('aes-256-gcm', key, held.subarray(0, IV), { authTagLength: TAG });
          held = held.subarray(IV);
        }
        if (decipher && held.length > TAG) {
          this.push(decipher.update(held.subarray(0, held.length - TAG)));
          held = Buffer.from(held.subarray(held.length - TAG));
        }
        next();
      },
      flush(done) {
        try {
          if (!decipher) throw new Error('a sealed file that is too short');
          decipher.setAuthTag(held);
          this.push(decipher.final());
          done();
        } catch (error) {
          done(error as Error);
        }
      },
    });
  }
}
