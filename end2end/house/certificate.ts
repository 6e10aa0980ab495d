// A certificate for this machine alone, as a trust's own office would give one.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";

/** Writes it into the folder, and answers with the server's flags for it. */
export async function keepCertificate(folder: string): Promise<string[]> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "127.0.0.1" }], { keyType: "ec" });
  const [certificateFile, keyFile] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  writeFileSync(certificateFile, cert);
  writeFileSync(keyFile, key);
  return ["--tls-certificate", certificateFile, "--tls-key", keyFile];
}
