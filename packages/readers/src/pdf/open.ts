import { tooLarge } from "../detect/too-large.ts";
import { ReadError } from "../errors.ts";
import type { Pdfium } from "./engine.ts";

/** Opens a PDF for as long as `use` takes, and gives its memory back. */
export function withDocument<T>(pdfium: Pdfium, bytes: Uint8Array, password: string, use: (document: number) => T): T {
  const { calls } = pdfium;
  const secret = new TextEncoder().encode(`${password}\0`);
  const data = calls.malloc(bytes.length);
  const key = calls.malloc(secret.length);
  if (data === 0 || key === 0) throw tooLarge("内存不足", "out of memory");
  const memory = new Uint8Array(pdfium.memory());
  memory.set(bytes, data);
  memory.set(secret, key);
  const document = calls.FPDF_LoadMemDocument(data, bytes.length, key);
  try {
    if (document === 0) throw openError(calls.FPDF_GetLastError());
    return use(document);
  } finally {
    if (document !== 0) calls.FPDF_CloseDocument(document);
    calls.free(key);
    calls.free(data);
  }
}

/** FPDF_GetLastError: 3 is not a PDF or corrupt, 4 asks for a password, 5 is a security handler that is not known. */
function openError(code: number): ReadError {
  if (code === 4)
    return new ReadError("encrypted", "PDF 已加密，需要密码", "The PDF is encrypted and asks for a password");
  if (code === 5)
    return new ReadError("encrypted", "PDF 的加密方式不受支持", "The PDF is encrypted in a way that is not supported");
  return new ReadError("damaged", "PDF 文件已损坏或不完整", "The PDF is damaged or cut short");
}
