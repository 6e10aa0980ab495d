// Bundles and minifies one style sheet with everything it imports: node bundle-styles.mjs FROM TO
import { writeFileSync } from "node:fs";
import { bundle } from "lightningcss";

const [from, to] = process.argv.slice(2);
const version = (major, minor = 0) => (major << 16) | (minor << 8);

const { code, warnings } = bundle({
  filename: from,
  minify: true,
  // What hospital desktops and tablets run; all of these know cascade layers.
  targets: {
    chrome: version(109),
    edge: version(109),
    firefox: version(115),
    safari: version(15, 4),
    ios_saf: version(15, 4),
  },
});

for (const { message, loc } of warnings) {
  console.error(`${loc?.filename ?? from}:${loc?.line ?? 0}: ${message}`);
}
if (warnings.length > 0) process.exit(1);

writeFileSync(to, code);
