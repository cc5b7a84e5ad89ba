import { NoAnswer, Refused } from './transport.js';

type Upload = {
  readonly path: string;
  readonly file: Blob;
  /** Told how much of it is sent, from 0 to 1. */
  readonly onProgress: (share: number) => void;
};

/**
 * Sends a file as it is and says how far it is, which fetch cannot.
 *
 * @throws Refused when the service refuses it.
 * @throws NoAnswer when none came: what was recorded is not known, and the same file may go again.
 */
export function upload({ path, file, onProgress }: Upload): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new NoAnswer('no answer'));
    request.ontimeout = () => reject(new NoAnswer('no answer in time'));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300) resolve(body);
      else if (request.status >= 500) reject(new NoAnswer(`HTTP ${request.status}`));
      else {
        const id = request.getResponseHeader('request-id');
        reject(new Refused(request.status, body ?? {}, id));
      }
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
